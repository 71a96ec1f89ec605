import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entitiesCalled } from '../../src/called.ts';
import { resolveEntities } from '../../src/resolve/entities.ts';
import { annotate, article, named } from './fake.ts';

const idsOf = (lists: readonly (readonly string[])[], text: string): string[] =>
  entitiesCalled(resolveEntities(named(...lists)), text).map(({ id }) => id);

test.each([
  ['an id', 'person:lena-holt', ['person:lena-holt']],
  ['a name', 'lena holt', ['person:lena-holt']],
  ['an alias', 'HOLT', ['person:lena-holt']],
  ['the id of an alias, which was its own before a merge', 'person:holt', ['person:lena-holt']],
  ['an id with what told it from a namesake', 'person:lena-holt-mayor-of-bodo', ['person:lena-holt']],
  ['nothing of that name', 'person:lena', []],
  ['no id at all', 'Bodø', []],
])('%s', (_, text, ids) => {
  expect(idsOf([['Lena Holt'], ['Holt']], text)).toEqual(ids);
});

test('an id that was split leads to all who bear its name', () => {
  const records = named(['Lena Holt'], ['Lena Holt']);
  const [a = '', b = ''] = records.map((record) => record.mentions[0]?.id ?? '');
  const decisions = [{ number: 1, decidedAt: '', decision: { kind: 'different' as const, a, b } }];
  const resolution = resolveEntities(records, { decisions });
  expect(entitiesCalled(resolution, 'person:lena-holt-2')).toHaveLength(1);
  expect(entitiesCalled(resolution, 'person:lena-holt-mayor')).toHaveLength(2);
});

test('an id of before one more article leads to what its mentions stand for now', () => {
  const name = fc.constantFrom(
    'Lena Holt',
    'Holt',
    'Lena Maria Holt',
    'Tom Holt',
    'Tom Berg',
    'Berg',
    'Levy Berg',
  );
  const text = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => `${names.join(' called ')}.`);
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), text, (texts, more) => {
      const records = [...texts, more].map((one, i) => annotate(article(`${i}.txt`, one)));
      const before = resolveEntities(records.slice(0, -1));
      const after = resolveEntities(records);
      for (const [mention, id] of before.entityOf) {
        const now = entitiesCalled(after, id).map((entity) => entity.id);
        const mentions = [...before.entityOf].filter(([, other]) => other === id).map(([one]) => one);
        const stand = new Set(mentions.map((one) => after.entityOf.get(one)));
        expect(
          now.some((one) => stand.has(one)),
          `${id} of ${mention}`,
        ).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('an article that names nobody who was there changes no id', () => {
  const name = fc.constantFrom('Lena Holt', 'Holt', 'Lena Maria Holt', 'Tom Holt', 'Tom Berg');
  const text = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => `${names.join(' called ')}.`);
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
      const records = texts.map((one, i) => annotate(article(`${i}.txt`, one)));
      const other = annotate(article('z.txt', 'Ida Aas called Nils Aas.'));
      const ids = (some: typeof records) =>
        [...resolveEntities(some).entityOf].filter(([m]) => !m.startsWith('z'));
      expect(ids([...records, other])).toEqual(ids(records));
    }),
  );
});
