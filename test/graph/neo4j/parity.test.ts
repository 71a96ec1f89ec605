// Random changes, with repeats, replacements and removals: after each, Neo4j and the memory store hold what the records
// amount to, and refuse the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryStore } from '../../../graph/store/memory.ts';
import { type Batch, type Store, StoreError } from '../../../graph/store/store.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { held } from './held.ts';
import { batch, claim, mention, person, picture, Reference, report } from './records.ts';

const documents = ['a', 'b', 'c'];
const entities = ['putin', 'trump', 'macron', 'call'];
const document = fc.constantFrom(...documents);
const entity = fc.constantFrom(...entities);
const maybe = fc.option(entity, { nil: null });

const claims = (id: string) =>
  fc
    .record({
      subject: entity,
      predicate: fc.constantFrom('CALLED', 'BRIEFED', 'BACKED_OUT_OF'),
      object: entity,
      negated: fc.boolean(),
      about: maybe,
      speakers: fc.array(fc.record({ entity: maybe, text: fc.constantFrom('aides', 'they') }), {
        maxLength: 2,
      }),
      place: maybe,
      origin: fc.option(document, { nil: id }),
      at: fc.constantFrom(0, 20, 25, 40),
    })
    .map(({ subject, predicate, object, place, at, ...fields }) => {
      const named = place === null ? [] : [{ role: 'place', entity: place, text: 'there', start: 0, end: 3 }];
      return claim(id, `${subject} ${predicate} ${object}`, { ...fields, arguments: named }, at);
    });

/** A whole report, or some parts for one that may or may not be there (then both refuse). */
const puts: fc.Arbitrary<Batch> = document.chain((id) =>
  fc.oneof(
    fc
      .record({
        publisher: fc.constantFrom('Nordwire', 'Courier'),
        claims: fc.array(claims(id), { maxLength: 3 }),
      })
      .map(({ publisher, claims }) =>
        batch(report(id, { publisher, publishedAt: `2025-05-1${id.length}` }), ...claims),
      ),
    fc.record({
      entities: fc.constant(entities.map((name) => person(name))),
      mentions: fc.array(
        fc.tuple(entity, fc.constantFrom(0, 4, 8)).map(([name, at]) => mention(id, name, at)),
        { maxLength: 2 },
      ),
      claims: fc.array(claims(id), { maxLength: 2 }),
    }),
  ),
);

const changes = fc.array(
  fc.record({ put: puts, remove: fc.array(document, { maxLength: 1 }), twice: fc.boolean() }),
  { minLength: 2, maxLength: 6 },
);

describeOnNeo4j('both stores, after random changes,', (database) => {
  test('hold the graph that the records amount to', { timeout: 300_000 }, async () => {
    const store = await database.emptyStore();
    const property = fc.asyncProperty(changes, async (steps) => {
      await store.write({ remove: { documents } });
      await database.clear();
      await database.ask('CREATE (:WiregraphVersion {id: "wiregraph", version: 2})');
      const memory = new MemoryStore();
      const reference = new Reference();
      for (const { put, remove, twice } of steps) {
        const isThere = reference.has(put, remove);
        const write = (to: Store) => to.write({ put, remove: { documents: remove } });
        if (!isThere) {
          await expect(write(store)).rejects.toThrow(StoreError);
          await expect(write(memory)).rejects.toThrow(StoreError);
          continue;
        }
        for (const _ of twice ? [1, 2] : [1]) {
          await write(store);
          await write(memory);
          reference.write({ put, remove });
        }
        expect(await held(store)).toEqual(picture(reference.graph()));
        expect(await held(memory)).toEqual(picture(reference.graph()));
      }
    });
    await fc.assert(property, { numRuns: Number(process.env.WIREGRAPH_RUNS ?? 15) });
  });
});
