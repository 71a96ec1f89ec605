import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotated } from '../../../src/annotated.ts';
import { resolveEntities } from '../../../src/resolve/entities.ts';
import { named } from '../fake.ts';

/** One list an article; the entities as `name`, or `name = alias, alias`. */
const together: readonly (readonly [string, readonly (readonly string[])[], readonly string[]])[] = [
  [
    'spellings of one name',
    [['Lev Horenskyy'], ['Lev Horensky'], ['Lev Horensky']],
    ['Lev Horensky = Lev Horenskyy'],
  ],
  ['a surname and the one full name that has it', [['Lena Holt'], ['Holt']], ['Lena Holt = Holt']],
  ['a family name that stands first', [['Ban Sung-min'], ['Ban']], ['Ban Sung-min = Ban']],
  ['a title aside', [['President Lena Holt'], ['Lena Holt']], ['Lena Holt = President Lena Holt']],
  ['a middle name', [['Lena Maria Holt'], ['Lena Holt'], ['Lena Holt']], ['Lena Holt = Lena Maria Holt']],
  ['initials', [['L. Holt'], ['L. Holt'], ['Lena Holt']], ['Lena Holt = L. Holt']],
  [
    'an acronym',
    [['Organization: Baltic Fishing Council'], ['Organization: BFC']],
    ['Baltic Fishing Council = BFC'],
  ],
  [
    'what one report takes for a person, and more of them for a company',
    [['Acme'], ['Organization: Acme'], ['Organization: Acme'], ['Organization: Acme']],
    ['Acme'],
  ],
  [
    'a surname that one report takes for a place',
    [['Lena Holt'], ['Lena Holt', 'Max Berg'], ['Place: Holt']],
    ['Lena Holt = Holt', 'Max Berg'],
  ],
  [
    'the company that another report names in full, taken for a person',
    [['Organization: Acme Shipping'], ['Organization: Acme Shipping'], ['Acme']],
    ['Acme Shipping = Acme'],
  ],
  [
    'one organisation typed in two ways',
    [['Place: Kremsk'], ['Organization: Kremsk'], ['Place: Kremsk']],
    ['Kremsk'],
  ],
  ['a place in two spellings', [['Place: Kiev'], ['Place: Kyiv'], ['Place: Kyiv']], ['Kyiv = Kiev']],
];

test.each(together)('%s: one entity', (_, articles, entities) => {
  expect(shown(named(...articles))).toEqual(entities);
});

const apart: readonly (readonly [string, readonly (readonly string[])[], readonly string[]])[] = [
  [
    'a surname that two people have',
    [['Lena Holt', 'Tom Holt'], ['Holt']],
    ['Holt', 'Lena Holt', 'Tom Holt'],
  ],
  [
    'initials that two people have',
    [['Lena Holt', 'Lars Holt'], ['L. Holt']],
    ['L. Holt', 'Lars Holt', 'Lena Holt'],
  ],
  ['a junior', [['Tom Holt'], ['Tom Holt Jr.']], ['Tom Holt', 'Tom Holt Jr.']],
  ['a person and a place of one word', [['Berg'], ['Place: Berg']], ['Berg', 'Berg']],
  ['two first names', [['Mary Holt'], ['Marie Holt']], ['Marie Holt', 'Mary Holt']],
  [
    'what might be short for either of two companies',
    [['Organization: Acme Shipping', 'Organization: Acme Foods'], ['Organization: Acme']],
    ['Acme', 'Acme Foods', 'Acme Shipping'],
  ],
  [
    'a body that is more than another',
    [['Organization: Acme'], ['Organization: Acme Workers Union']],
    ['Acme', 'Acme Workers Union'],
  ],
  [
    'two organisations with one acronym',
    [['Organization: Baltic Fishing Council', 'Organization: Bergen Football Club'], ['Organization: BFC']],
    ['BFC', 'Baltic Fishing Council', 'Bergen Football Club'],
  ],
];

test.each(apart)('%s: kept apart', (_, articles, entities) => {
  expect(shown(named(...articles)).sort()).toEqual(entities);
});

test('an accent that some outlets drop is part of the name', () => {
  expect(shown(named(['Katla Jónsdóttir'], ['Katla Jonsdottir'], ['Katla Jonsdottir']))).toEqual([
    'Katla Jónsdóttir = Katla Jonsdottir',
  ]);
});

test('a name is written as running text has it, not as a dateline does', () => {
  const [record] = named(['Place: LIMA']) as [Annotated];
  const [chain] = record.chains;
  const again = { start: 20, end: 24, id: 'again', text: 'Lima', form: 'name' as const };
  const chains = [
    { ...(chain as Annotated['chains'][number]), mentions: [...(chain?.mentions ?? []), again.id] },
  ];
  const both = { ...record, mentions: [...record.mentions, again], chains };
  expect(resolveEntities([both]).entities.map((entity) => entity.name)).toEqual(['Lima']);
  expect(resolveEntities([record]).entities.map((entity) => entity.name)).toEqual(['LIMA']);
});

test('an id is made of type and full name, in every script', () => {
  const { entities } = resolveEntities(named(['Katla Jónsdóttir', 'Лена Хольт', 'Place: Kyiv', '!!']));
  expect(entities.map((e) => e.id)).toEqual([
    'person:!!',
    'person:katla-jonsdottir',
    'person:лена-хольт',
    'place:kyiv',
  ]);
});

test('an id is made of the full form that came out first, and the first of two namesakes has the plain one', () => {
  const records = named(['Ana Zelensky'], ['Ana Zelenskyy'], ['Ana Zelenskyy'], ['Tom Berg'], ['Tom Berg']);
  const publishedAt = new Map(records.map(({ document }, i) => [document, `2025-05-0${9 - i}`]));
  const of = (i: number) => records[i]?.mentions[0]?.id ?? '';
  const decision = { kind: 'different' as const, a: of(3), b: of(4) };
  const { entityOf } = resolveEntities(records, {
    publishedAt,
    decisions: [{ number: 1, decidedAt: '', decision }],
  });
  expect([0, 3, 4].map((i) => entityOf.get(of(i)))).toEqual([
    'person:ana-zelenskyy',
    'person:tom-berg-2',
    'person:tom-berg',
  ]);
});

test('an article that comes out later leaves ids as they are, where it neither joins nor parts things', () => {
  const name = fc.constantFrom(
    'Lena Holt',
    'Leena Holt',
    'Tom Berg',
    'Ana Zelensky',
    'Ana Zelenskyy',
    'Place: Kyiv Oblast',
    'Organization: Acme Shipping',
  );
  const said = fc.option(fc.constantFrom('mayor chile', 'archer peru', 'minister norway'), {
    nil: undefined,
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(name, said), { minLength: 2, maxLength: 9 }), (told) => {
      const records = named(...told.map(([one]) => [one])).map((record, i): Annotated => {
        const [role, place] = told[i]?.[1]?.split(' ') ?? [];
        const known = { roles: role ? [role] : [], places: place ? [place] : [] };
        return {
          ...record,
          chains: record.chains.map((chain) => (chain.type === 'Person' ? { ...chain, known } : chain)),
        };
      });
      const publishedAt = new Map(records.map(({ document }, i) => [document, `2025-05-0${i + 1}`]));
      const before = resolveEntities(records.slice(0, -1), { publishedAt }).entityOf;
      const after = resolveEntities(records, { publishedAt }).entityOf;
      const groups = (of: ReadonlyMap<string, string>) =>
        new Map(
          [...Map.groupBy(before.keys(), (mention) => of.get(mention) as string)].map(([id, mentions]) => [
            mentions.join(),
            id,
          ]),
        );
      const [old, now] = [groups(before), groups(after)];
      fc.pre([...old.keys()].every((group) => now.has(group)));
      expect([...now]).toEqual([...old]);
    }),
    { numRuns: 1_000 },
  );
});

test('an imported entity keeps its id, name and aliases, and takes in articles that name it', () => {
  const [imported, read] = named(['Lena Holt'], ['Holt']) as [Annotated, Annotated];
  const entity = { id: 'Q17', aliases: ['The Chancellor'], wikidataId: 'Q17' };
  const chains = imported.chains.map((chain) => ({ ...chain, entity }));
  const { entities, entityOf } = resolveEntities([{ ...imported, chains }, read]);
  expect(entities).toEqual([
    { id: 'Q17', type: 'Person', name: 'Lena Holt', aliases: ['Holt', 'The Chancellor'], wikidataId: 'Q17' },
  ]);
  expect(entityOf.get(read.mentions[0]?.id ?? '')).toBe('Q17');
});

test('two imported entities of one name stay two, and a third person of that name gets an id of their own', () => {
  const [one, two, three] = named(['Lena Holt'], ['Lena Holt'], ['Lena Holt']) as [
    Annotated,
    Annotated,
    Annotated,
  ];
  const as = (record: Annotated, id: string) => ({
    ...record,
    chains: record.chains.map((chain) => ({ ...chain, entity: { id, aliases: [] } })),
  });
  const { entities } = resolveEntities([as(one, 'person:lena-holt'), as(two, 'person:lena-holt-2'), three]);
  expect(entities.map((e) => e.id)).toEqual(['person:lena-holt', 'person:lena-holt-2', 'person:lena-holt-3']);
});

test('twenty thousand people with one surname take seconds, not minutes', { timeout: 30_000 }, () => {
  const people = Array.from({ length: 20_000 }, (_, i) => [`Aa${1_000_000 + i} Holt`]);
  expect(resolveEntities(named(...people, ['Holt'])).entities).toHaveLength(20_001);
});

const shown = (records: readonly Annotated[]): string[] =>
  resolveEntities(records).entities.map(({ name, aliases }) =>
    aliases.length === 0 ? name : `${name} = ${aliases.join(', ')}`,
  );
