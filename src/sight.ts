// The sight of a .graph file: what the viewer sees of one that is too large to be sent whole. Reads of the graph that stands
// what is asked for; the file must be current, is opened anew for each question and never written.
import { disagreementsOf } from '../graph/disagreements.ts';
import {
  disagreeingIn,
  type Evidence,
  evidenceIn,
  type SentenceFound,
  type Sight,
  sentencesWith,
  type Wanted,
} from '../graph/evidence.ts';
import { folded, hasAll, wantedIn } from '../graph/fold.ts';
import { type Ground, type Grounds, groundsOf, relationKey } from '../graph/grounds.ts';
import type { Claim, Document, Graph } from '../graph/model.ts';
import { type CountedRelation, type Sketch, sketchOf } from '../graph/sketch.ts';
import { standingGraph } from './derive.ts';
import { Journal } from './journal.ts';
import type { Part } from './resolve/part.ts';
import { inOrder, type StandingGraph } from './resolve/standing/read.ts';
import { pairOfRelation, type StandingRelation } from './resolve/standing/relations.ts';

/** The sight of a file as it is now; once the file has changed, take another. *Errors*: `JournalError`, at any question. */
export class FileSight implements Sight {
  readonly #path: string;
  #sketch: Promise<Sketch> | undefined;
  #grounds: Promise<Grounds> | undefined;
  #relations: ReadonlyMap<string, CountedRelation> | undefined;
  #naming: ReadonlyMap<string, readonly string[]> | undefined;
  #disagreeing: Promise<readonly string[]> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  sketch(): Promise<Sketch> {
    if (this.#sketch === undefined) {
      this.#sketch = this.#makeSketch();
      this.#sketch.catch(() => {
        this.#sketch = undefined;
      });
    }
    return this.#sketch;
  }

  async #makeSketch(): Promise<Sketch> {
    using journal = Journal.read(this.#path);
    const graph = standingGraph(journal);
    const entities = graph.counted();
    const relations: StandingRelation[] = [];
    for await (const relation of inTurns(graph.eachRelation())) relations.push(relation);
    return sketchOf(entities, inOrder(relations), journal.ids().length);
  }

  grounds(): Promise<Grounds> {
    this.#grounds ??= this.#findGrounds();
    return this.#grounds;
  }

  async #findGrounds(): Promise<Grounds> {
    const { relations } = await this.sketch();
    const numbers = new Map(relations.map((r, number) => [relationKey(r, r.type), number]));
    using journal = Journal.read(this.#path);
    const claims: Ground[] = [];
    for await (const claim of inTurns(standingGraph(journal).claims())) {
      const { pair, negated, modality, document, speaker } = claim;
      claims.push({
        relation: numbers.get(`${pair.slice(0, -1)},${negated},"${modality}"]`) ?? -1,
        document,
        speakers: [speaker === null ? '' : (speaker.entity ?? speaker.text)],
      });
    }
    return groundsOf(claims, journal.heads());
  }

  async evidence(wanted: Wanted): Promise<Evidence> {
    const { relations } = await this.sketch();
    this.#relations ??= new Map(relations.map((relation) => [relation.id, relation]));
    const known = this.#relations;
    return this.#read((graph, journal) => {
      const ids = this.#documentsFor(wanted, graph, known);
      const read = wanted.kind === 'entity' ? ids.slice(0, wanted.most) : ids;
      const parts = read.filter((id) => journal.has(id)).map((id) => graph.part(id));
      return {
        ...evidenceIn(joined(parts), wanted, (id) => known.get(id)),
        reports: ids.length,
      };
    });
  }

  async sentences(query: string, most: number): Promise<readonly SentenceFound[]> {
    const wanted = wantedIn(query);
    if (wanted.every((word) => word.length < 3)) return [];
    return this.#read((graph, journal) => {
      const found: SentenceFound[] = [];
      for (const document of journal.documents()) {
        if (!hasAll(folded(document.text), wanted)) continue;
        const { sentences } = graph.part(document.id);
        found.push(...sentencesWith([document], sentences, query, most - found.length));
        if (found.length >= most) break;
      }
      return found;
    });
  }

  /** Reads, a few articles at a time, those that tell of a matter that another tells of too. */
  disagreeing(): Promise<readonly string[]> {
    this.#disagreeing ??= this.#findDisagreeing();
    return this.#disagreeing;
  }

  async #findDisagreeing(): Promise<readonly string[]> {
    using journal = Journal.read(this.#path);
    const graph = standingGraph(journal);
    const origins = new Map<string, string | null>();
    const wanted = new Map<string, Set<string>>();
    for (const { id, pair, origin, document } of graph.claims()) {
      const before = origins.get(pair);
      if (before === undefined) origins.set(pair, origin);
      else if (before !== origin) origins.set(pair, null);
      const own = wanted.get(document) ?? new Set();
      wanted.set(document, own.add(id));
    }
    const claims: Claim[] = [];
    const documents: Document[] = [];
    const isTold = (claim: Claim) =>
      claim.subject === null ||
      claim.object === null ||
      origins.get(pairOfRelation({ subject: claim.subject, type: claim.predicate, object: claim.object })) ===
        null;
    for await (const id of inTurns(wanted.keys())) {
      const part = graph.part(id);
      documents.push({ ...part.document, text: '' });
      claims.push(...part.claims.filter(isTold));
    }
    const { relations } = await this.sketch();
    const ids = new Map(relations.map((r) => [relationKey(r, r.type), r.id]));
    return disagreeingIn(
      disagreementsOf({ claims, documents }),
      ({ subject, predicate, object, ...claim }) =>
        subject === null || object === null
          ? undefined
          : ids.get(relationKey({ ...claim, subject, object }, predicate)),
    );
  }

  #documentsFor(
    wanted: Wanted,
    graph: StandingGraph,
    relations: ReadonlyMap<string, CountedRelation>,
  ): readonly string[] {
    switch (wanted.kind) {
      case 'document':
        return [wanted.id];
      case 'relation':
      case 'relations': {
        const ids = wanted.kind === 'relation' ? [wanted.id] : wanted.ids;
        const pairs = new Set(ids.flatMap((id) => relations.get(id) ?? []).map(endsOf));
        const between = relations.values().filter((relation) => pairs.has(endsOf(relation)));
        return [
          ...new Set([...between.flatMap((r) => graph.documentsBehind(r)), ...graph.documentsDecided()]),
        ];
      }
      case 'entity': {
        this.#naming ??= graph.documentsNaming();
        const own = relations.values().filter((r) => r.subject === wanted.id || r.object === wanted.id);
        // In the order of support: each of the best relations has its evidence before any has all of it.
        const best = own.take(bestFirst).flatMap((r) => graph.documentsBehind(r).slice(0, 2));
        return [...new Set([...best, ...(this.#naming.get(wanted.id) ?? [])])];
      }
    }
  }

  #read<T>(body: (graph: StandingGraph, journal: Journal) => T): T {
    using journal = Journal.read(this.#path);
    return body(standingGraph(journal), journal);
  }
}

const endsOf = ({ subject, object }: CountedRelation): string => [subject, object].sort().join(' ');

/** So many of an entity's relations are seen at first. */
const bestFirst = 40;

/** Milliseconds after which others have their turn. */
const aTurn = 15;

const joined = (parts: readonly Part[]): Omit<Graph, 'entities' | 'relations'> => ({
  documents: parts.map(({ document }) => document),
  sentences: parts.flatMap(({ sentences }) => sentences),
  mentions: parts.flatMap(({ mentions }) => mentions),
  claims: parts.flatMap(({ claims }) => claims),
});

/** Each; now and then others have their turn. */
async function* inTurns<T>(items: Iterable<T>): AsyncGenerator<T> {
  let until = performance.now() + aTurn;
  for (const item of items) {
    yield item;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setImmediate(resolve));
    until = performance.now() + aTurn;
  }
}
