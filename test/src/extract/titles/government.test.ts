// Which country an office is of where the title doesn't say: read from whole short reports, with real names and trees.
import { expect, test } from 'vitest';
import { officesIn } from './reported.ts';

const reports: readonly (readonly [says: string, text: string, offices: readonly string[]])[] = [
  [
    'the government that a report is about needs no country',
    `Peru's government fell on Tuesday after a vote in the Peruvian parliament. President Omar Reyes accepted the resignation of the
cabinet. "Peru will vote in May," said Finance Minister Ana Torres.`,
    ['Omar Reyes PRESIDENT_OF Peru', 'Ana Torres MINISTER_OF Peru'],
  ],
  [
    'a country without presidents has none',
    `Norway's parliament debated the visit on Tuesday, and Norway's government defended it. President Omar Reyes lands in Norway on Friday.`,
    [],
  ],
  [
    'whoever is said to govern another country does so',
    `Peru's government met Peru's farmers on Tuesday in Peru. Chilean President Omar Reyes was in Peru as well. President Reyes left early.`,
    ['Omar Reyes PRESIDENT_OF Chilean', 'Reyes PRESIDENT_OF Chilean'],
  ],
  [
    'an office that is held is nobody else’s',
    `Peru's government met Peru's farmers. Peruvian President Ada Lima spoke to Peru's parliament. President Omar Reyes had come to Peru.`,
    ['Ada Lima PRESIDENT_OF Peruvian'],
  ],
  [
    'of two countries spoken of alike neither is chosen',
    `Peru and Chile signed a treaty on Tuesday. Chile's army and Peru's army welcomed it. President Omar Reyes smiled.`,
    [],
  ],
  [
    'words about another country near by take the office away',
    `Peru's government fell on Tuesday after a vote in Peru's parliament. Peru will vote in May. France was worried, and Foreign
Minister Claire Petit said so.`,
    [],
  ],
  [
    'what fewest countries have tells of the others',
    `An Austrian court sent the Bulgarian banker home on Friday. Austria's police brought him to the
Bulgarian border. President Omar Reyes welcomed Bulgaria's luck, and so did Prime Minister Ada Lima.`,
    ['Omar Reyes PRESIDENT_OF Bulgaria', 'Ada Lima PRIME_MINISTER_OF Bulgaria'],
  ],
  [
    'a mayor is of the town that a report is about',
    `Lowgate closed its bridge on Friday. Nobody in Lowgate was hurt, said the mayor, Ada Moss.`,
    ['Ada Moss MAYOR_OF Lowgate'],
  ],
  [
    'some offices exist in one country alone',
    `The ferry was British. Business Secretary Helen Moss wrote to its Danish owners in Denmark on Friday.`,
    ['Helen Moss MINISTER_OF British'],
  ],
  [
    'a country with a chancellor has no prime minister',
    `Austria's government and Austria's parliament met on Tuesday in Austria. Prime Minister Omar Reyes of the Peruvian delegation smiled.`,
    [],
  ],
  [
    'a prime minister of one country makes its president who has none',
    `An Austrian court in Austria heard the case of a man from Peru on Tuesday, and Peru was told. Peru wants him back. President
Ada Lima was silent, as was Prime Minister Omar Reyes.`,
    ['Ada Lima PRESIDENT_OF Peru', 'Omar Reyes PRIME_MINISTER_OF Peru'],
  ],
  [
    'a deputy prime minister is of the country of the report',
    `Peru's government fell on Tuesday after a vote in the Peruvian parliament. Deputy Prime Minister Ana Torres resigned.`,
    ['Ana Torres OFFICIAL_OF Peru'],
  ],
];

test.each(reports)('%s', async (_, text, offices) => {
  expect(await officesIn(text)).toEqual(offices);
});

test('a minister is of the government that his prime minister heads', async () => {
  const text = `Peru's government met on Tuesday in Peru. Chilean Prime Minister Omar Reyes came with his finance minister, Ana Torres.`;
  expect(await officesIn(text)).toContain('Ana Torres MINISTER_OF Chilean');
});

test('whoever has ministers governs', async () => {
  const text = `Peru's government met on Tuesday in Peru. Omar Reyes, the prime minister of Peru, was tired.
He hoped to succeed Tom Berg in Brussels. Then came the affair of his finance minister, Luis Rocha, who was in Germany.`;
  expect(await officesIn(text)).toContain('Luis Rocha MINISTER_OF Peru');
});

test('a minister is of the government of whom the sentence before is about, as far as gender allows', async () => {
  const text = `Peru's government met on Tuesday in Peru. Prime Minister Ada Lima of Peru thanked the Austrian chancellor, Mr Omar Reyes.
Her foreign minister, Ana Torres, smiled.`;
  expect(await officesIn(text)).toContain('Ana Torres MINISTER_OF Peru');
});
