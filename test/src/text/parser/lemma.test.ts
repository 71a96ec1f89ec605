import { expect, test } from 'vitest';
import { lemmaOf } from '../../../../src/text/parser/lemma.ts';

test.each([
  ['held', 'VBD', 'hold'],
  ['briefed', 'VBN', 'brief'],
  ['talks', 'NNS', 'talk'],
  ['countries', 'NNS', 'country'],
  ['said', 'VBD', 'say'],
  ["n't", 'RB', 'not'],
  ['better', 'JJR', 'good'],
  ['His', 'PRP$', 'his'],
  ['imposed', 'VBN', 'impose'],
  ['I', 'PRP', 'I'],
  ['Oslo', 'NNP', 'Oslo'],
  ['MINISTERS', 'NNS', 'minister'],
  ['constructor', 'NN', 'constructor'],
])('%s as %s has the lemma %s', (form, tag, lemma) => {
  expect(lemmaOf(form, tag)).toBe(lemma);
});

test('a tag that the table lacks leaves the form in lower case', () => {
  expect(lemmaOf('Xyz', 'constructor')).toBe('xyz');
});
