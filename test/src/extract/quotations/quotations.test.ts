import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GoldQuotation } from '../../../../bench/quotations.ts';
import { namesOf } from '../../../../src/extract/names/index.ts';
import { quotationsOf, sayings } from '../../../../src/extract/quotations/index.ts';
import { parse } from '../../../../src/text/index.ts';
import { said } from './said.ts';

describe('A quotation', () => {
  test.each([
    ['after it', '“The bridge is safe,” Ana Moss said.', 'Ana Moss'],
    ['after it, turned round', '“The bridge is safe,” said Ana Moss, the mayor of Lima.', 'Ana Moss'],
    [
      'after a long apposition',
      '“The bridge is safe,” Ana Moss, a lawyer for the port of Lima and its workers, said.',
      'Ana Moss',
    ],
    ['before it', 'Ana Moss said: “The bridge is safe.”', 'Ana Moss'],
    [
      'before it, with who is told',
      'The minister told reporters on Friday, “The bridge is safe.”',
      'The minister',
    ],
    ['in the midst of it', '“The bridge,” Moss said, “is safe.”', 'Moss'],
    ['by according to', 'The bridge is “perfectly safe”, according to Ana Moss.', 'Ana Moss'],
    ['by a colon alone', 'Ana Moss: “The bridge is safe.”', 'Ana Moss'],
    ['in a statement', 'In a statement on Monday, the ministry said: “The bridge is safe.”', 'the ministry'],
    [
      'as the owner of a statement',
      'A statement from the ministry said: “The bridge is safe.”',
      'the ministry',
    ],
    ['as who is quoted', 'Ana Moss was quoted by local radio as saying: “The bridge is safe.”', 'Ana Moss'],
    [
      'as who warns, in the passive',
      'Reyes was warned by Ana Moss that the bridge was “close to collapse”.',
      'Ana Moss',
    ],
    ['as who stands before who', 'Ana Moss, who called the plan “a bad joke”, left early.', 'Ana Moss'],
    ['as a pronoun', '“The bridge is safe,” she added.', 'she'],
    [
      'as a description',
      '“The bridge is safe,” the Peruvian president told parliament.',
      'the Peruvian president',
    ],
    ['as two', '“The bridge is safe,” Moss and Reyes said.', 'Moss and Reyes'],
    ['after a sentence cut off', '“Open the bridge!” Moss shouted.', 'Moss'],
    ['as a signature', '“Keep the bridge open at all times.” — Ana Moss', 'Ana Moss'],
  ])('has its speaker named %s', async (_, text, speaker) => {
    expect((await said(text)).map((quotation) => quotation.speaker)).toEqual(
      Array.from({ length: (text.match(/“/g) ?? []).length }, () => speaker),
    );
  });

  test.each([
    ['described', 'Moss described the talks with Reyes as “useful”.', 'Moss'],
    [
      'called by a body',
      'While the mayor was silent, the opposition called the plan a “disaster”.',
      'the opposition',
    ],
    ['called', 'Reyes called the plan “a bad joke” and left.', 'Reyes'],
    [
      'said under another verb',
      'Moss said on Friday that he had discussed the “serious risks” with Reyes.',
      'Moss',
    ],
    ['said by somebody that somebody else reports', 'Moss said Reyes had called him “a fool”.', 'Reyes'],
    ['pledged in parentheses', 'Lima, he pledged, would “repair and repaint” the bridge.', 'he'],
    ['said at the end', 'The bridge is now “in the right place,” Moss has said.', 'Moss'],
    ['accused in a participle', 'Moss met the press, accusing Reyes of “bad faith”.', 'Moss'],
    ['claimed in a statement', 'The ministry’s warning of “grave harm” came late.', 'The ministry'],
  ])('of some words is who said them: %s', async (_, text, speaker) => {
    expect((await said(text)).map((quotation) => [quotation.extent, quotation.speaker])).toEqual([
      ['part', speaker],
    ]);
  });

  test.each([
    'The so-called “smart bridge” opened in Lima.',
    'She played “The Long Bridge” on Monday.',
    'The bridge was offered a “clean bill of health” in May.',
    'You may say “yes” at any time.',
  ])('has no speaker where nobody is said to say it: %s', async (text) => {
    expect((await said(text)).map(({ speaker }) => speaker)).toEqual([undefined]);
  });

  test('goes on in the same paragraph without a new verb', async () => {
    const found = await said('“The bridge is safe,” Moss said. “We tested it twice.” Then he left.');
    expect(found.map(({ speaker, cue }) => [speaker, cue])).toEqual([
      ['Moss', 'said'],
      ['Moss', 'said'],
    ]);
  });

  test('goes on over paragraphs, one item a paragraph', async () => {
    const found = await said('Moss wrote: “The bridge is safe.\n\n“We tested it twice.”\n\nThen he left.');
    expect(found.map(({ words, speaker }) => [words, speaker])).toEqual([
      ['“The bridge is safe.', 'Moss'],
      ['“We tested it twice.”', 'Moss'],
    ]);
  });

  test('goes on in a paragraph of its own', async () => {
    const found = await said('“The bridge is safe,” Moss said.\n\n“We tested it twice.”\n\nThen he left.');
    expect(found.map(({ speaker }) => speaker)).toEqual(['Moss', 'Moss']);
  });

  test('is taken up from the sentence before', async () => {
    const found = await said('Ana Moss was in no mood to wait. “We open on Friday.”');
    expect(found.map(({ speaker }) => speaker)).toEqual(['Ana Moss']);
  });

  test('is nobody’s as a heading', async () => {
    const found = await said(
      'Moss said the bridge was safe.\n\n“A bridge too far”\n\nThen he left for Lima.',
    );
    expect(found.map(({ speaker }) => speaker)).toEqual([undefined]);
  });

  test.each([
    ['Moss told Ana Reyes that the bridge was “safe”.', 'Ana Reyes'],
    ['“The bridge is safe,” Moss said to reporters in Lima.', 'reporters'],
    ['Moss urged the council to be “patient”.', 'the council'],
    ['“The bridge is safe,” Moss said.', undefined],
  ])('has whom it is said to: %s', async (text, listener) => {
    expect((await said(text)).map((quotation) => quotation.listener)).toEqual([listener]);
  });
});

describe('Verbs of saying', () => {
  test.each(sayings.flatMap(({ examples }) => examples))('quote: %s', async (example) => {
    const found = await said(example);
    expect(found).toHaveLength(1);
    expect(['Moss', 'the minister', 'they', 'she', 'Reyes']).toContain(found[0]?.speaker);
  });

  test('stand in one group each', () => {
    const verbs = sayings.flatMap((saying) => saying.verbs.trim().split(/\s+/));
    expect(verbs.filter((verb, i) => verbs.indexOf(verb) !== i)).toEqual([]);
  });
});

const shared = process.env.WIREGRAPH_SHARED ?? '../shared';

// The articles are not ours to ship: without them there is nothing to hold the list against.
describe.skipIf(!existsSync(join(shared, 'eval')))('The list of quotations', () => {
  const path = join(import.meta.dirname, '../../../gold/quotations.json');
  const gold: GoldQuotation[] = JSON.parse(readFileSync(path, 'utf8'));

  test('is found, with the speakers that it names, 95 times of 100 at least', async () => {
    const byDocument = Map.groupBy(gold, ({ document }) => document);
    let right = 0;
    for (const [document, listed] of byDocument) {
      const folder = [join(shared, 'seeds'), join(shared, 'eval/uk-visit')].find((at) =>
        existsSync(join(at, document)),
      );
      const text = readFileSync(join(folder ?? '', document), 'utf8').replace(/^\uFEFF/, '');
      const article = { id: document, text, trees: await parse(text) };
      const found = quotationsOf(article, namesOf(article));
      for (const { start, end, speakers, mayLack } of listed) {
        const same = found.find((quotation) => quotation.start === start && quotation.end === end);
        if (same === undefined) continue;
        const words = article.trees[same.speaker?.sentence ?? 0]?.words ?? [];
        const [from, to] = [
          words[same.speaker?.from ?? 0]?.start ?? 0,
          words[(same.speaker?.to ?? 1) - 1]?.end ?? 0,
        ];
        if (
          same.speaker === undefined
            ? speakers.length === 0 || mayLack
            : speakers.some(([a, b]) => from <= a && b <= to)
        )
          right++;
      }
    }
    expect(right / gold.length).toBeGreaterThanOrEqual(0.95);
  });
});
