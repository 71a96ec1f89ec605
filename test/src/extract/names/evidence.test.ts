// What is said of a name tells what it names, also where nobody has heard of it. The sentences and names are our own.
import { describe, expect, test } from 'vitest';
import { found } from './found.ts';

/** The kinds that a text gives a name, each once. */
async function kindsOf(text: string, name: string): Promise<string> {
  const kinds = (await found(text))
    .filter((one) => one.startsWith(`${name}/`))
    .map((one) => one.split('/')[1]);
  return [...new Set(kinds)].join(', ');
}

describe('a body is known', () => {
  test.each([
    ['by its shares', 'Shares in Lumen Rail fell on Tuesday. Lumen Rail said nothing.', 'Lumen Rail'],
    ['by its staff', 'Petrosul shareholders met in May. The minister criticised Petrosul.', 'Petrosul'],
    ['by its chief', 'Meridor chief executive Ana Holt resigned.', 'Meridor'],
    ['by who speaks for it', 'A Castleford Dairy spokesman, Neil Lund, denied it.', 'Castleford Dairy'],
    ['by what it is called', 'The carmaker Hoshi Seiki closed a plant.', 'Hoshi Seiki'],
    ['by what it is said to be', 'Kora, a start-up from Lagos, raised ten million dollars.', 'Kora'],
    ['by its last word', 'He worked for Brightmoor Ventures in May.', 'Brightmoor Ventures'],
    ['by its first word', 'Partido Verde won nine seats.', 'Partido Verde'],
    ['by its speaking of itself', 'Kestrel said it would appeal.', 'Kestrel'],
    ['by its score', 'Harbour City beat Northgate Albion 2-1 on Saturday.', 'Harbour City'],
    ['by its fuller name', 'Kestrel Foods was fined. Kestrel did not answer.', 'Kestrel'],
    ['in a dateline’s brackets', 'LIMA, March 3 (Andes Wire) - The bank kept its rate.', 'Andes Wire'],
  ])('%s', async (_, text, name) => {
    expect(await kindsOf(text, name)).toBe('Organization');
  });
});

describe('a place is known', () => {
  test.each([
    ['by what it is called', 'Floods reached the town of Ambatillo on Monday.', 'Ambatillo'],
    ['by who is based there', 'The Ambatillo-based miner closed.', 'Ambatillo'],
    ['by its last word', 'They were seen on Ashdown Road at noon.', 'Ashdown Road'],
    [
      'by its last word, with the title that it is called by',
      'Staff at King George Dock walked out.',
      'King George Dock',
    ],
  ])('%s', async (_, text, name) => {
    expect(await kindsOf(text, name)).toBe('Place');
  });
});

test('a ship is no person', async () => {
  expect(await kindsOf('An Icelandic trawler, the Hafdora, lost power on Sunday.', 'Hafdora')).not.toContain(
    'Person',
  );
});

describe('a name is whole', () => {
  test.each([
    ['with its ampersand', 'Marlow & Pike raised prices.', 'Marlow & Pike/Organization'],
    ['with a possessive that owns nothing', 'Dunbury’s said prices would rise.', 'Dunbury’s/Organization'],
    [
      'with a possessive that everyone knows',
      "Standard & Poor's cut the rating.",
      "Standard & Poor's/Organization",
    ],
    [
      'where the head saw nothing',
      'Aid trucks of the World Seed Programme were stopped.',
      'World Seed Programme/Organization',
    ],
  ])('%s', async (_, text, name) => {
    expect(await found(text)).toContain(name);
  });

  test('and no longer than an office inside it', async () => {
    expect(await found('Harwick North MP Gavin Stobbs resigned.')).toEqual([
      'Harwick North/Place',
      'Gavin Stobbs/Person',
    ]);
  });
});

describe('Georgia', () => {
  test('is a country where its neighbours are spoken of', async () => {
    expect(await found('Georgia accused Russia of moving the border.')).toContain(
      'Georgia/Place=Georgia by country',
    );
  });

  test('is a state where a senator is', async () => {
    const names = await found('Senator Helen Marsh of Georgia spoke in Atlanta.');
    expect(names).toContain('Georgia/Place');
  });
});
