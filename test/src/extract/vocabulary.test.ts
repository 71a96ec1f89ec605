// A vocabulary of one's own: what it adds, and what is told of one that is wrong.
import { describe, expect, test } from 'vitest';
import { createExtractor, readVocabulary, VocabularyError } from '../../../src/extract/index.ts';

const sailing = `
types:
  - { name: SAILED_TO, meaning: A went to B by ship. }
verbs:
  - predicate: SAILED_TO
    patterns: [sail to|for X]
    only: place
    matches: [Anna Holt sailed to Peru on Monday.]
    misses: [Anna Holt flew to Peru.]
`;

describe('a vocabulary', () => {
  test('adds relations to those that are known', async () => {
    const extractor = createExtractor({ vocabulary: await readVocabulary(sailing, 'sea.yaml') });
    const { statements } = await extractor.annotate({
      id: 'a.txt',
      title: '',
      text: 'Omar Reyes will sail for Chile and meet Anna Holt.',
      language: 'en',
      contentHash: '',
    });
    expect(statements.map(({ predicate, modality }) => [predicate, modality])).toEqual([
      ['SAILED_TO', 'planned'],
      ['MET_WITH', 'planned'],
    ]);
  });

  test('is part of the extractor’s version, so that records are made again with another', async () => {
    const vocabulary = await readVocabulary(sailing, 'sea.yaml');
    expect(createExtractor({ vocabulary }).version).not.toBe(createExtractor().version);
  });

  test('may be empty', async () => {
    expect((await readVocabulary('', 'empty.yaml')).types).toEqual([]);
  });

  test.each([
    ['no list', 'verbs: many', /sea\.yaml is wrong at verbs/],
    ['no YAML', '{', /neither YAML nor JSON/],
    ['a type in small letters', 'types: [{ name: sailed, meaning: A sailed. }]', /types\.0\.name/],
    [
      'a name that holds the graph together',
      'types: [{ name: MENTIONED_IN, meaning: A in B. }]',
      /take another/,
    ],
    [
      'a rule for a type that nobody defines',
      sailing.replace('name: SAILED_TO', 'name: ROWED_TO'),
      /no type/,
    ],
    ['a broken pattern', sailing.replace('sail to|for X', '"sail [boats to X"'), /can't be read/],
    ['no example', sailing.replace('[Anna Holt sailed to Peru on Monday.]', '[]'), /must match/],
    [
      'an example that says nothing of it',
      sailing.replace('Holt sailed to', 'Holt flew to'),
      /must say SAILED_TO/,
    ],
    [
      'an example that must not match and does',
      sailing.replace('Holt flew', 'Holt sailed'),
      /must not say SAILED_TO/,
    ],
  ])('with %s is refused, and says where', async (_, text, message) => {
    const refused = readVocabulary(text, 'sea.yaml');
    await expect(refused).rejects.toThrow(VocabularyError);
    await expect(refused).rejects.toThrow(message);
  });
});
