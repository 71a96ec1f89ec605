import { expect, test } from 'vitest';
import { annotated } from './said.ts';

/** Roles and places of the chain of a name. */
async function knownIn(text: string, name: string): Promise<string | undefined> {
  const chain = (await annotated(text)).chains.find((one) => one.name === name);
  return chain?.known && `${chain.known.roles.join(', ')} of ${chain.known.places.join(', ')}`;
}

test.each([
  ['Rosa Diaz, an archer from Chile, won.', 'Rosa Diaz', 'archer of chile'],
  ['Talca, a city in Chile, has a new bridge.', 'Talca', 'city of chile'],
  ['Talca, a port that ships from Peru avoid, has a new bridge.', 'Talca', 'port of '],
  ['Rosa Diaz, who heads the dockers of Chile, spoke.', 'Rosa Diaz', 'head of chile'],
  ['Growers in Talca, the state whose largest town is Arica, spoke.', 'Talca', 'state of '],
  ['Growers in Talca, one of the northern US states, spoke.', 'Talca', 'state of united states'],
  ['Carmaker Ford will build batteries in Talca.', 'Ford', 'carmaker of '],
  ['Chilean Ombudswoman Rosa Diaz will hear them.', 'Rosa Diaz', 'ombudswoman of '],
  ['The Foreign Ministry of Chile spoke.', 'Foreign Ministry of Chile', ' of chile'],
  ['In Kinshasa, miners from Congo spoke.', 'Congo', ' of democratic republic of the congo'],
  ['Ferries left Talca, in northern Chile, at noon.', 'Talca', ' of chile'],
])('%s – %s: “%s”', async (text, name, known) => {
  expect(await knownIn(text, name)).toBe(known);
});

test('a country that only the report is about is not known of whoever holds an office', async () => {
  const text =
    'Prime Minister Ana Lund called her Norwegian counterpart Erik Dahl on Monday evening and demanded that Norway release the ship.';
  expect(await knownIn(text, 'Ana Lund')).toBe('minister of ');
});

test('that a country may be meant by “the capital” makes it no capital', async () => {
  const known = await knownIn('Chile voted on Sunday. The capital was quiet.', 'Chile');
  expect(known ?? '').not.toContain('capital');
});

test.each([
  ['The Chilean president arrived in Lima. He slept.', 'Chilean president'],
  ['Chile’s prime minister arrived in Lima.', 'Chile’s prime minister'],
])('who leads a country is somebody, also where no name is given: %s', async (text, name) => {
  expect((await annotated(text)).chains.map((chain) => chain.name)).toContain(name);
});

test.each([
  'Any Chilean president would sign.',
  'The first Chilean president arrived in Lima.',
  'A former Chilean president arrived in Lima.',
])('nobody in particular is nobody: %s', async (text) => {
  expect((await annotated(text)).chains.filter(({ type }) => type === 'Person')).toEqual([]);
});
