import { expect, test } from 'vitest';
import type { Annotated, Chain } from '../../../src/annotated.ts';
import { resolveEntities } from '../../../src/resolve/entities.ts';
import { compareKnown, type Known } from '../../../src/resolve/known.ts';
import { named } from '../fake.ts';

/** "Organization: Ford, carmaker of germany": a name with what its article says of it. */
function articlesOf(...told: readonly string[]): Annotated[] {
  return told.map((line, i) => {
    const [, name = '', roles = '', places = ''] = /^([^,]+)(?:, ([^;]*?)(?: of (.*))?)?$/.exec(line) ?? [];
    const [record] = named([name]) as [Annotated];
    const known = { roles: roles.split(' ').filter(Boolean), places: places.split('; ').filter(Boolean) };
    const id = `${i}.txt:0`;
    return {
      ...record,
      document: `${i}.txt`,
      mentions: record.mentions.map((mention) => ({ ...mention, id })),
      chains: record.chains.map((chain): Chain => ({ ...chain, known, mentions: [id] })),
    };
  });
}

const countOf = (...told: readonly string[]): number => resolveEntities(articlesOf(...told)).entities.length;

test.each([
  ['a carmaker and a person of one name', 'Organization: Opel, carmaker', 'Opel, mayor of chile'],
  ['what was typed a person but is said to be a club', 'Ada Lund, club', 'Ada Lund, mayor of chile'],
  ['a river and a shop', 'Organization: Nira, river of chile', 'Organization: Nira, retailer'],
  ['a minister and a swimmer', 'Ada Lund, minister of chile', 'Ada Lund, swimmer of chile'],
  ['a judge and a minister', 'Ada Lund, judge', 'Ada Lund, minister of chile'],
  ['ministers of two countries', 'Ada Lund, minister of chile', 'Ada Lund, minister of peru'],
  ['towns of two countries', 'Place: Talca, town of chile', 'Place: Talca, town of peru'],
  [
    'ministries of two countries',
    'Organization: Foreign Ministry, ministry of chile',
    'Organization: Foreign Ministry, ministry of peru',
  ],
])('%s are two', (_, a, b) => {
  expect(countOf(a, b)).toBe(2);
});

test.each([
  [
    'a town whose state one report writes for short',
    'Place: Talca, town of ala',
    'Place: Talca, town of alabama',
  ],
  ['a sea, whoever lies on it', 'Place: Gulf of Talca, gulf of chile', 'Place: Gulf of Talca, gulf of peru'],
  [
    'a ministry with its country in its name, or beside it',
    'Organization: Chilean Foreign Ministry, ministry of chile',
    'Organization: Foreign Ministry, ministry of chile',
  ],
  ['a body in British and American', 'Organization: Defence Ministry', 'Organization: Ministry of Defense'],
  ['somebody with and without a second surname, in one role', 'Ada Lund Diaz, mayor', 'Ada Lund, mayor'],
  ['initials, also those that could be a word', 'A.B. Lund', 'Ada Berta Lund'],
  [
    'letters of a body without its country’s',
    'Organization: Central Electoral Commission of Chile, commission of chile',
    'Organization: CEC',
  ],
  ['a double letter', 'Place: Odessa', 'Place: Odesa'],
])('%s: one', (_, a, b) => {
  expect(countOf(a, b)).toBe(1);
});

test('a person and a company of one name are two where each article shows what it speaks of, however many there are', () => {
  const evident = (record: Annotated): Annotated => ({
    ...record,
    chains: record.chains.map(
      (chain): Chain => ({ ...chain, known: { roles: [], places: [], evident: true } }),
    ),
  });
  const company = Array.from({ length: 5 }, () => ['Organization: Holt']);
  const [person, ...others] = named(['Holt'], ...company) as [Annotated, ...Annotated[]];
  expect(resolveEntities([evident(person), ...others]).entities).toHaveLength(2);
  expect(resolveEntities([person, ...others]).entities).toHaveLength(1);
});

test('a title changes hands: those who bear it alone are one only at one time', () => {
  const records = articlesOf('Pope', 'Pope', 'Pope');
  const publishedAt = new Map([
    ['0.txt', '2010-04-04'],
    ['1.txt', '2010-04-20'],
    ['2.txt', '2020-04-04'],
  ]);
  const { entityOf } = resolveEntities(records, { publishedAt });
  expect(entityOf.get('0.txt:0')).toBe(entityOf.get('1.txt:0'));
  expect(entityOf.get('0.txt:0')).not.toBe(entityOf.get('2.txt:0'));
});

test('two of one full name are one where reports name them beside the same others, whatever they call them', () => {
  const beside = (others: readonly string[], places: readonly string[]) => {
    const [first, second] = named(
      ['Ada Lund', ...others],
      ['Ada Lund', 'Omar Vega', 'Ines Roth', 'Nils Berg'],
    );
    const known = (own: Annotated | undefined, place: string): Annotated => ({
      ...(own as Annotated),
      chains: (own as Annotated).chains.map(
        (chain): Chain =>
          chain.name === 'Ada Lund' ? { ...chain, known: { roles: ['minister'], places: [place] } } : chain,
      ),
    });
    const records = [known(first, places[0] as string), known(second, places[1] as string)];
    return resolveEntities(records).entities.filter(({ name }) => name === 'Ada Lund').length;
  };
  expect(beside(['Omar Vega', 'Ines Roth', 'Nils Berg'], ['chile', 'peru'])).toBe(1);
  expect(beside(['Omar Vega', 'Ines Roth'], ['chile', 'peru'])).toBe(2);
});

test('nobody is president of the United States over fifteen years, but of a country without such a limit', () => {
  const president = (country: string, year: number): Known => ({
    offices: new Set([`PRESIDENT_OF ${country}`]),
    former: new Set(),
    roles: new Set(['president']),
    places: new Set([country]),
    bodies: new Set(),
    genders: new Set(),
    born: new Set(),
    terms: new Set([year]),
    company: new Set(),
  });
  const says = (country: string, one: number, other: number) =>
    compareKnown(president(country, one), president(country, other), 'Person', {
      isShort: false,
      isNamesake: true,
    }).says;
  expect(says('united states', 1990, 2005)).toBe('different');
  expect(says('united states', 2017, 2028)).toBe('same');
  expect(says('belarus', 1995, 2020)).toBe('same');
});
