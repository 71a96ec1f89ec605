// Whose office it is where "its" or "whose" says so, read from short reports with real names and trees.
import { expect, test } from 'vitest';
import { heldIn, officesIn } from './reported.ts';

test.each([
  [
    'the one body of the sentence',
    'The Marlowe Council banned its president, Karim Haddad, on Friday.',
    'Karim Haddad PRESIDENT_OF Marlowe Council',
  ],
  [
    'the subject of the sentence before',
    'Acme Foods sued Kestrel Foods. Its chairman, Ada Moss, spoke.',
    'Ada Moss CHAIR_OF Acme Foods',
  ],
  [
    'the body that “whose” follows',
    'Acme Foods, whose chairman, Omar Reyes, left, makes bread.',
    'Omar Reyes CHAIR_OF Acme Foods',
  ],
])('“its” is %s', async (_, text, office) => {
  expect(await officesIn(text)).toContain(office);
});

test('“its” is nobody’s where two bodies may be meant', async () => {
  const text = 'Reporters asked Acme Foods and Kestrel Foods about its chairman, Ada Moss.';
  expect(await officesIn(text)).toEqual(['Ada Moss CHAIR_OF its']);
});

test.each([
  ['Omar Reyes will take over the interior ministry.', 'Omar Reyes MINISTER_OF'],
  ['The post of finance minister is to go to Omar Reyes.', 'Omar Reyes MINISTER_OF'],
  ['Ada Moss was given the defence portfolio.', 'Ada Moss MINISTER_OF'],
  ['Ada Moss is to become agriculture minister.', 'Ada Moss MINISTER_OF'],
])('%s', async (text, office) => {
  const { titles } = await heldIn(text);
  expect(titles).toContain(office);
});

test.each([
  ['Omar Reyes walked past the interior ministry.'],
  ['The post of finance minister matters to Omar Reyes.'],
  ['Ada Moss criticised the health ministry.'],
])('no minister by: %s', async (text) => {
  const { titles } = await heldIn(text);
  expect(titles).toEqual([]);
});

test('kin are named beside the office that their kin holds', async () => {
  const text = 'Omar Reyes is a brother of the bank governor, Simon Lowe. Ada Moss came with husband Tom.';
  const offices = await officesIn(text);
  expect(offices).toContain('Omar Reyes SIBLING_OF the bank governor');
  expect(offices).toContain('Tom MARRIED_TO Ada Moss');
});
