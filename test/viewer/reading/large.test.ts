import { describe, expect, test } from 'vitest';
import { sightOf, type Wanted } from '../../../graph/evidence.ts';
import { GroundsReader, groundsLines } from '../../../graph/grounds.ts';
import { SketchReader, sketchLines } from '../../../graph/sketch.ts';
import {
  type Atlas,
  atlasOf,
  claimsOf,
  sketchedAtlas,
  withDisagreeing,
  withEvidence,
  withGrounds,
} from '../../../viewer/reading/atlas.ts';
import { disputedIn } from '../../../viewer/reading/disputes.ts';
import { facetsOf } from '../../../viewer/reading/facets.ts';
import { timelineOf } from '../../../viewer/reading/timeline.ts';
import { noFilters } from '../../../viewer/state/filters.ts';
import { seen } from '../../../viewer/state/seen.ts';
import { initial } from '../../../viewer/state/state.ts';
import { harbour } from '../fixture.ts';

const graph = harbour();
const whole = atlasOf('Harbour', graph);
const sight = sightOf(graph);
const given = {
  name: 'Harbour',
  asks: false,
  beyond: {
    evidence: () => Promise.reject(new Error('not asked')),
    sentences: async () => [],
    disagreeing: async () => new Set<string>(),
  },
};

/** The atlas after the first lines, and after all. */
async function read(first: number): Promise<{ readonly begun: Atlas; readonly all: Atlas }> {
  const reader = new SketchReader();
  let begun: Atlas | undefined;
  for (const line of sketchLines(await sight.sketch(), first)) {
    if (!reader.read(line)) continue;
    begun = await sketchedAtlas(given, reader, true);
    reader.goOn();
  }
  const grounds = new GroundsReader();
  for (const line of groundsLines(await sight.grounds())) grounds.read(line);
  const all = withGrounds(await sketchedAtlas(given, reader, false), grounds.grounds());
  return { begun: begun as Atlas, all };
}

const { begun, all } = await read(5);
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('Of a large graph', () => {
  test('the first lines hold who is best supported, with all that joins them', () => {
    const first = ids(whole.ranked).slice(0, 5);
    expect(ids(begun.ranked)).toEqual(first);
    expect(ids(begun.supported)).toEqual(
      ids(whole.supported.filter((r) => first.includes(r.subject) && first.includes(r.object))),
    );
    expect(begun.totals).toMatchObject({
      entities: graph.entities.length,
      documents: graph.documents.length,
    });
  });

  test('the rest changes nobody’s place on the wall', () => {
    const chosen = { ...initial.chosen, limit: 5 };
    expect(seen(all, chosen).placed).toBe(seen(begun, chosen).placed);
  });

  test('everybody comes in the order of the whole graph, with the same counts', () => {
    expect(ids(all.ranked)).toEqual(ids(whole.ranked));
    expect(ids(all.supported)).toEqual(ids(whole.supported));
    expect(all.types).toEqual(whole.types);
    expect(all.supported.map(({ claims: _, ...relation }) => relation)).toEqual(
      whole.supported.map(({ claims: _, ...relation }) => relation),
    );
    for (const { id } of graph.entities) {
      expect(all.mentionCount(id)).toBe(whole.mentionCount(id));
      expect(ids(all.relationsOf.get(id) ?? [])).toEqual(ids(whole.relationsOf.get(id) ?? []));
    }
  });

  test('facets and timeline count the same', () => {
    expect(facetsOf(all)).toEqual(facetsOf(whole));
    expect(timelineOf(all)).toEqual(timelineOf(whole));
  });

  test.each([
    { publishers: ['Orvane Daily'] },
    { speakers: [''] },
    { since: '2026-03-09', until: '2026-03-11' },
    { publishers: ['Orvane Daily'], speakers: [''], since: '2026-03-09' },
    { relationTypes: ['PAID'] },
    { only: 'single' as const },
  ])('a filter lets the same through: %o', (filters) => {
    const chosen = { ...initial.chosen, filters: { ...noFilters, ...filters } };
    expect(ids(seen(all, chosen).relations)).toEqual(ids(seen(whole, chosen).relations));
  });

  test('the server tells where reports disagree', async () => {
    const told = withDisagreeing(all, new Set(await sight.disagreeing()));
    expect(disputedIn(told)).toEqual(disputedIn(whole));
    expect(disputedIn(whole).size).toBeGreaterThan(0);
  });

  const evidenceOf = async (wanted: Wanted) => {
    const { reports: _, ...part } = await sight.evidence(wanted);
    return withEvidence(all, { ...part, entities: [], relations: [] });
  };

  test.each(graph.entities.map(({ id }) => id))(
    'the evidence of %s is all that the graph has',
    async (id) => {
      const atlas = await evidenceOf({ kind: 'entity', id, most: 100 });
      const claims = (of: Atlas) =>
        (of.relationsOf.get(id) ?? []).map((relation) => ids(claimsOf(of, relation)));
      expect(claims(atlas)).toEqual(claims(whole));
      for (const list of ['looseClaimsOf', 'claimsAbout', 'claimsBy', 'mentionsOf'] as const)
        expect(ids(atlas[list].get(id) ?? [])).toEqual(ids(whole[list].get(id) ?? []));
    },
  );

  test('the evidence of a relation is all of its claims', async () => {
    for (const { id, claims } of graph.relations) {
      const atlas = await evidenceOf({ kind: 'relation', id });
      expect(atlas.relations.get(id)?.claims).toEqual(claims);
    }
  });

  test('an article comes with its text, what it states and whom it names', async () => {
    for (const document of graph.documents) {
      const atlas = await evidenceOf({ kind: 'document', id: document.id });
      expect(atlas.documents.get(document.id)).toEqual(document);
      expect(atlas.claimsIn.get(document.id)).toEqual(whole.claimsIn.get(document.id));
      expect(atlas.mentionsIn.get(document.id)).toEqual(whole.mentionsIn.get(document.id));
      for (const { id } of atlas.claimsIn.get(document.id) ?? [])
        expect(atlas.relationOf.get(id)?.id).toBe(whole.relationOf.get(id)?.id);
    }
  });
});
