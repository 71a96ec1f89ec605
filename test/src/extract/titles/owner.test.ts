// Whose office it is where "its" or "whose" says so, read from short reports with real names and trees.
import { expect, test } from 'vitest';
import { officesIn } from './reported.ts';

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
