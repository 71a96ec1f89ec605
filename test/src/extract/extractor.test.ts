import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotated as Record } from '../../../src/annotated.ts';
import { Annotated } from '../../../src/annotated.ts';
import { annotated, recorded, said } from './said.ts';

describe('the extractor reads', () => {
  test.each([
    ['Danish Prime Minister Mette Holm called Anna Keller.', 'Mette Holm CALLED Anna Keller'],
    [
      'Anna Holt called her Peruvian counterpart Omar Reyes on Monday evening.',
      'Anna Holt CALLED Omar Reyes',
    ],
    ['Anna Holt was briefed by Omar Reyes.', 'Omar Reyes BRIEFED Anna Holt'],
    ['Anna Holt thanked Omar Reyes and Mette Lund.', 'Anna Holt THANKED Mette Lund'],
    ['Talks between Chile and Peru resumed in Lima.', 'Chile HELD_TALKS_WITH Peru'],
    ['Anna Keller, the German chancellor, spoke first.', 'Anna Keller CHANCELLOR_OF Germany'],
    ['Chile did not invade Peru.', 'Chile not INVADED Peru'],
    ['Chile will host Peru.', 'Chile planned HOSTED Peru'],
    ['Chile may impose sanctions on Peru.', 'Chile possible SANCTIONED Peru'],
    ['Omar Reyes said that Chile had invaded Peru.', 'Chile INVADED Peru says Omar Reyes'],
    ['According to Omar Reyes, Chile invaded Peru.', 'Chile INVADED Peru says Omar Reyes'],
  ])('%s', async (text, wanted) => {
    expect(await said(text)).toContain(wanted);
  });

  test('a short name is the person whose full name stands elsewhere', async () => {
    const found = await said('Chilean President Anna Holt arrived on Monday. Holt met Omar Reyes.');
    expect(found).toContain('Anna Holt MET_WITH Omar Reyes');
  });

  test('a pronoun is the one person it can be', async () => {
    const found = await said('Chilean President Anna Holt arrived on Monday. She met Omar Reyes.');
    expect(found).toContain('Anna Holt MET_WITH Omar Reyes');
  });

  test('a pronoun with nobody to stand for is no more than its word', async () => {
    const [statement] = (await recorded('He met Omar Reyes on Monday.')).statements;
    expect([statement?.subject.text, statement?.subject.mention]).toEqual(['He', null]);
  });

  test.each([
    [
      'a counterpart holds the office that the other holds at home',
      'Chilean President Anna Holt called her Peruvian counterpart Omar Reyes on Monday.',
      'Omar Reyes PRESIDENT_OF Peru',
    ],
    [
      'a country and an office stand for who holds it',
      'Chilean President Anna Holt arrived on Monday. Omar Reyes thanked the Chilean president.',
      'Omar Reyes THANKED Anna Holt',
    ],
    [
      'two leaders are the two who were named',
      'Chilean President Anna Holt arrived on Monday, and Omar Reyes was there. The two leaders met in the palace.',
      'Anna Holt MET_WITH Omar Reyes',
    ],
    [
      'demands that are rejected were somebody’s',
      'Chile has called for Peru to withdraw from the islands. These demands were rejected by Lima.',
      'Peru REJECTED Chile',
    ],
    [
      'who is asked to do something hasn’t done it, and who asks says so',
      'Chile has called for Peru to withdraw from Arica.',
      'Peru demanded WITHDREW_FROM Arica says Chile',
    ],
    [
      'what is refused is turned down',
      'Omar Reyes refused to meet Anna Holt on Monday.',
      'Omar Reyes REJECTED Anna Holt',
    ],
    [
      'readiness is whose it is and no more than a plan',
      'Omar Reyes expressed readiness to work on a treaty with Chile.',
      'Omar Reyes planned WORKED_WITH Chile says Omar Reyes',
    ],
    [
      'an official title may stand before the country',
      'Omar Reyes had a telephone conversation with President of the Republic of Chile Anna Holt.',
      'Omar Reyes CALLED Anna Holt',
    ],
    [
      'the host of talks hosts whoever talks',
      'Norway hosted talks between Chile and Peru.',
      'Norway HOSTED Peru',
    ],
    [
      'a quotation of several sentences has one speaker',
      '“The talks were long. I thanked Anna Holt for her patience,” Omar Reyes said.',
      'Omar Reyes THANKED Anna Holt says Omar Reyes',
    ],
  ])('%s', async (_, text, wanted) => {
    expect(await said(text)).toContain(wanted);
  });

  test.each([
    ['the place of an event acts not', 'The bombing in Lima that killed Omar Reyes shocked Chile.'],
    ['a critic of a president is no president', 'Anna Holt, a critic of Omar Reyes, left.'],
    [
      'a truce that is only talked about is none',
      'Anna Holt explained her view of a truce between Chile and Peru.',
    ],
  ])('%s', async (_, text) => {
    expect((await said(text)).filter((line) => /^Lima KILLED|PRESIDENT_OF|CEASED_FIRE/.test(line))).toEqual(
      [],
    );
  });

  test('a capital that acts is its government; where something takes place, the city', async () => {
    const record = await recorded('Lima rejected the demands of Chile. Omar Reyes arrived in Lima.');
    expect(
      record.chains
        .filter((chain) => /Lima|Peru/.test(chain.name))
        .map((chain) => chain.name)
        .sort(),
    ).toEqual(['Lima', 'Peru']);
  });

  test.each([
    ['This content is owned by Mette Lund. Please contact Omar Reyes to have it removed.'],
    ['Error message'],
    ['Photo: Omar Reyes / Nordwire'],
    ['© 2026 Anna Holt. All rights reserved.'],
  ])('nothing out of “%s”', async (text) => {
    const { mentions, statements } = await annotated(text);
    expect([mentions, statements]).toEqual([[], []]);
  });

  test('of a text that is no English the sentences alone', async () => {
    const text =
      'Die Präsidentin hat den Minister am Montag angerufen. Danach sprach sie mit der Presse über das Gespräch in Berlin.';
    const record = await annotated(text);
    expect(record.sentences.length).toBe(2);
    expect(record.statements).toEqual([]);
  });
});

describe('whatever it is given,', () => {
  const word = fc.constantFrom(
    'Anna Holt',
    'Chile',
    'said',
    'called',
    'the',
    'minister',
    '“',
    '”',
    '"',
    ',',
    '.',
    'not',
    'would',
    'he',
    'talks',
    'between',
    'and',
    'with',
    "'s",
    '\n',
    '—',
    'שלום',
    '😀',
  );
  const newsy = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));

  test('every span is its slice, ids are unique and the record is sound', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(newsy, fc.string({ unit: 'grapheme', maxLength: 200 })), async (text) =>
        expectSound(text, await annotated(text)),
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['one sentence of 200,000 characters', 'Chile and Peru and '.repeat(10_000)],
    [
      'ten thousand names',
      Array.from({ length: 10_000 }, (_, i) => `Anna Holt${'abcdefghij'[i % 10]}${i}`).join(', '),
    ],
    ['a name of 500 characters', `Anna ${'H'.repeat(500)} called Omar Reyes.`],
    ['capitals alone', 'ANNA HOLT CALLED OMAR REYES. CHILE HELD TALKS WITH PERU.'],
    ['no capitals', 'anna holt called omar reyes. chile held talks with peru.'],
    ['quotes that never close', '“Chile '.repeat(2000)],
    ['a hundred I', 'I told Omar Reyes that I would call. '.repeat(100)],
    ['right-to-left text', 'אנה הולט התקשרה לעומר רייס. Anna Holt called Omar Reyes.'],
    ['nested brackets', '('.repeat(5000) + ')'.repeat(5000)],
  ])('%s takes bounded time', async (_, text) => {
    const began = performance.now();
    expectSound(text, await annotated(text));
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});

const seeds = join(process.env.WIREGRAPH_SHARED ?? '../shared', 'seeds');

describe.skipIf(!existsSync(seeds))(`the five reports in ${seeds}`, () => {
  const texts = () =>
    readdirSync(seeds)
      .sort()
      .map((name) => readFileSync(join(seeds, name), 'utf8'));

  test('each say that the two presidents spoke by telephone', async () => {
    for (const text of texts()) {
      const calls = (await said(text)).filter((line) => /^[^ ]+ [^ ]+ CALLED /.test(line));
      expect(calls.some((line) => line.includes('Vladimir Putin') && line.includes('Donald Trump'))).toBe(
        true,
      );
    }
  });

  test('the third says who was briefed, and who says so', async () => {
    const found = await said(texts()[2] as string);
    for (const name of ['Volodymyr Zelenskyy', 'Ursula von der Leyen', 'Emmanuel Macron'])
      expect(found).toContain(`Donald Trump BRIEFED ${name} says Donald Trump`);
  });

  test('the notice under the first and the error above the fifth name nobody', async () => {
    const [first, , , , fifth] = texts() as [string, string, string, string, string];
    const notice = first.indexOf('This content is');
    expect((await annotated(first)).mentions.filter((mention) => mention.start >= notice)).toEqual([]);
    const body = fifth.indexOf('RUSSIA');
    expect((await annotated(fifth)).mentions.filter((mention) => mention.start < body)).toEqual([]);
  });
});

function expectSound(text: string, record: Record): void {
  Annotated.parse(record);
  const slice = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  let at = 0;
  for (const sentence of record.sentences) {
    expect(sentence.start).toBeGreaterThanOrEqual(at);
    at = sentence.end;
  }
  for (const mention of record.mentions) expect(mention.text).toBe(slice(mention));
  const known = new Set(record.mentions.map((mention) => mention.id));
  expect(known.size).toBe(record.mentions.length);
  const chained = record.chains.flatMap((chain) => chain.mentions);
  expect(chained.toSorted()).toEqual([...known].toSorted());
  expect(new Set(record.statements.map((statement) => statement.id)).size).toBe(record.statements.length);
  for (const { subject, object, speakers, arguments: others, start, end } of record.statements) {
    expect(end).toBeGreaterThan(start);
    for (const part of [subject, object, ...speakers, ...others]) {
      if (part === null) continue;
      expect(part.text).toBe(slice(part));
      if (part.mention !== null) expect(known).toContain(part.mention);
    }
  }
}
