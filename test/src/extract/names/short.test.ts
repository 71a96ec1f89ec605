// Short forms of bodies as names of their own: which words are taken, and which aren't. The sentences are our own.
import { expect, test } from 'vitest';
import { namesOf } from '../../../../src/extract/names/index.ts';
import { textOf } from '../../../../src/extract/reference/naming.ts';
import { parse } from '../../../../src/text/index.ts';
import { chained } from '../reference/chained.ts';

async function organizations(text: string): Promise<string[]> {
  const trees = await parse(text);
  const names = namesOf({ id: 'report.txt', text, trees });
  return names
    .filter(({ type }) => type === 'Organization')
    .map((name) => textOf(trees[name.sentence]?.words ?? [], name));
}

test.each([
  [
    'Rebels of the Front for the Freedom of Tacna fled. The Front denied it.',
    ['Front for the Freedom of Tacna', 'Front'],
  ],
  ['The Northern Farmers’ Party won. A minister met the Farmers.', ['Northern Farmers’ Party', 'Farmers']],
  ['She formed a government with the Greens.', ['Greens']],
  ['The Greens agreed. Green leader Ada Moss will be minister.', ['Greens', 'Green']],
])('%s', async (text, names) => {
  expect(await organizations(text)).toEqual(names);
});

test.each([
  ['Anna Holt wept. Neighbours told the Holts.'],
  ['They climbed in the Andes.'],
  ['Anna Holt joined the Star of Tacna. She saw the Star.'],
  ['The Alpaca Breeders’ Union struck. The breeders were tired.', 'Alpaca Breeders’ Union'],
])('no short form: %s', async (text, ...names) => {
  expect(await organizations(text)).toEqual(names);
});

test.each([
  [
    'Troops of the Front for the Freedom of Tacna (FRELITA) fled. FRELITA denied it. The Front lied.',
    'Front for the Freedom of Tacna: Front for the Freedom of Tacna … FRELITA … FRELITA … Front',
  ],
  [
    'The Shining Front, known by its Spanish initials FRB, denied it. The FRB lied.',
    'Shining Front: Shining Front … its … FRB … FRB',
  ],
])('letters are what the article says that they are: %s', async (text, line) => {
  expect(await chained(text)).toContain(line);
});
