// Open triples: what sentences say in their own words.
import { expect, test } from 'vitest';
import { openRecords } from '../../../src/extract/openie.ts';

const triples = async (text: string) =>
  (await openRecords(text)).map(({ predicate, parts: [subject, ...others] }) =>
    [subject, predicate, ...others].join(' | '),
  );

test.each([
  ['Anna Holt met Omar Reyes in Lima.', 'Anna Holt | met | Omar Reyes | in Lima'],
  ['Anna Holt has not agreed to meet Omar Reyes.', 'Anna Holt | has not agreed to meet | Omar Reyes'],
  ['The old bridge fell into the river.', 'The old bridge | fell into | the river'],
  ['The fair was opened by the mayor.', 'The fair | was opened by | the mayor'],
  ['Lima is the capital of Peru.', 'Lima | is | the capital of Peru'],
  ['Anna Holt, the mayor of Arica, spoke first.', 'Anna Holt | is | the mayor of Arica'],
  ['Holt bought bread and sold wine.', 'Holt | sold | wine'],
  ['Holt praised bakers and brewers.', 'Holt | praised | brewers'],
])('%s', async (text, wanted) => {
  expect(await triples(text)).toContain(wanted);
});

test('confidence is between 0 and 1, and a plain sentence’s is higher than a possessive’s', async () => {
  const [verb, possessive] = await openRecords('The miners elected a chairman. The mayor’s plan failed.');
  expect(verb?.confidence).toBeGreaterThan(possessive?.confidence ?? 1);
  expect(verb?.confidence).toBeLessThanOrEqual(1);
});
