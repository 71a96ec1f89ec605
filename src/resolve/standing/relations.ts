// Relations kept up to date: after a change only those of the pairs are counted again of which a changed article claims something.
import {
  type Claim,
  compare,
  type Document,
  pairKey,
  type Relation,
  relationsOf,
} from '../../../graph/model.ts';
import { symmetricTypes } from '../../../graph/vocabulary/index.ts';
import { Drawer, type Shelf } from './shelf.ts';

/** A relation as it stands: the ids of its claims are had from the claims. Kept under `relation`, by type and id. */
export interface StandingRelation extends Omit<Relation, 'claims'> {
  readonly claims: number;
}

export interface RelationOutcome {
  readonly before: readonly StandingRelation[];
  readonly after: readonly StandingRelation[];
  /** All that were counted again: claims may have changed and no count with them. See `relationsOfPair`. */
  readonly pairs: readonly string[];
}

/** What a claim makes: undefined where it makes no relation. Relations of one pair may be disputed by each other. */
export const pairOf = ({ subject, predicate, object, rejected }: Claim): string | undefined =>
  subject === null || object === null || rejected !== undefined
    ? undefined
    : JSON.stringify(pairKey(subject, predicate, object, symmetricTypes));

/** Under these the claims are kept. */
export const pairsIn = (claims: readonly Claim[]): string[] => [
  ...new Set(claims.map(pairOf).filter((pair) => pair !== undefined)),
];

/** The relations that stand, of one type. */
export const relationsOfType = (shelf: Shelf, type: string): StandingRelation[] =>
  new Drawer<StandingRelation>(shelf, 'relation').under(type).map(([, relation]) => relation);

/** Every relation that stands. */
export function* standingRelations(shelf: Shelf): Generator<StandingRelation> {
  for (const [, , relation] of new Drawer<StandingRelation>(shelf, 'relation').all()) yield relation;
}

/** The relations of a pair, with the ids of their claims. Cost: linear in these. */
export const relationsOfPair = (shelf: Shelf, pair: string): Relation[] =>
  relationsAmong(new Drawer<Support>(shelf, 'support').under(pair), pair);

/** The key under which everything stands that is said of a relation's two ends under its type. */
export const pairOfRelation = ({
  subject,
  type,
  object,
}: Pick<Relation, 'subject' | 'type' | 'object'>): string =>
  JSON.stringify(pairKey(subject, type, object, symmetricTypes));

/** Ids of the documents that say something of a pair. */
export const documentsOfPair = (shelf: Shelf, pair: string): string[] =>
  shelf.under('support', pair).map(([document]) => document);

/** A claim as it stands beside its relation. */
export interface StandingClaim extends Pick<Claim, 'id' | 'document' | 'negated' | 'modality' | 'origin'> {
  readonly pair: string;
  /** The nearest; null where the report itself says so. */
  readonly speaker: Claim['speakers'][number] | null;
}

/** Every claim that makes a relation, and where it comes from, in no order that means anything. */
export function* standingClaims(shelf: Shelf): Generator<StandingClaim> {
  for (const [pair, document, { claims }] of new Drawer<Support>(shelf, 'support').all())
    for (const [id, , negated, modality, , , origin, speaker] of claims)
      yield { id, document, pair, negated: negated === 1, modality, origin: origin ?? document, speaker };
}

/** Brings the relations up to date: first what documents say, then which events that is about, then all is counted. */
export class RelationsUpdate {
  readonly #support: Drawer<Support>;
  readonly #relations: Drawer<StandingRelation>;
  /** By pair, and id of a relation: its type. */
  readonly #ofPair: Drawer<string>;
  /** Pairs to count again. */
  readonly #pairs = new Set<string>();

  constructor(shelf: Shelf) {
    this.#support = new Drawer(shelf, 'support');
    this.#relations = new Drawer(shelf, 'relation');
    this.#ofPair = new Drawer(shelf, 'pair');
  }

  /** Puts a document's claims in the place of those that it made before, under some pairs. */
  put(document: Document, claims: readonly Claim[], before: readonly string[]): void {
    this.remove(document.id, before);
    for (const [pair, own] of Map.groupBy(claims, pairOf)) {
      if (pair === undefined) continue;
      this.#support.put(pair, document.id, supportOf(document, own, pair));
      this.#pairs.add(pair);
    }
  }

  remove(document: string, before: readonly string[]): void {
    for (const pair of before) {
      this.#support.delete(pair, document);
      this.#pairs.add(pair);
    }
  }

  /** Says which events a document's claims are about now; `pairs` are those of its claims. */
  setAbouts(document: string, abouts: ReadonlyMap<string, string>, pairs: readonly string[]): void {
    for (const pair of pairs) {
      const row = this.#support.get(pair, document);
      if (row === undefined || !row.claims.some(([claim]) => abouts.has(claim))) continue;
      this.#support.put(pair, document, withAbouts(row, abouts));
      this.#pairs.add(pair);
    }
  }

  /** Counts what was touched. *Cost*: linear in the claims of those pairs. */
  count(): RelationOutcome {
    const before: StandingRelation[] = [];
    const after: StandingRelation[] = [];
    for (const pair of this.#pairs) {
      const old = this.#ofPair.under(pair).flatMap(([id, type]) => this.#relations.get(type, id) ?? []);
      const now = relationsAmong(this.#support.under(pair), pair).map(standingOf);
      const ids = new Set(now.map(({ id }) => id));
      for (const { id, type } of old)
        if (!ids.has(id)) {
          this.#relations.delete(type, id);
          this.#ofPair.delete(pair, id);
        }
      for (const relation of now) {
        this.#relations.put(relation.type, relation.id, relation);
        this.#ofPair.put(pair, relation.id, relation.type);
      }
      before.push(...old);
      after.push(...now);
    }
    return { ...changed(before, after), pairs: [...this.#pairs] };
  }
}

const standingOf = ({ claims, ...relation }: Relation): StandingRelation => ({
  ...relation,
  claims: claims.length,
});

/** What one document adds to a pair's relations. Kept under `support`, by pair and document. */
interface Support extends Pick<Document, 'publisher' | 'publishedAt'> {
  readonly claims: readonly Counted[];
}

/** A claim as far as it counts. */
type Counted = readonly [
  id: string,
  isForward: 0 | 1,
  negated: 0 | 1,
  modality: Claim['modality'],
  eventType: string | null,
  mode: string | null,
  origin: string | null,
  speaker: Claim['speakers'][number] | null,
  about: string | null,
];

function supportOf(
  { id: document, publisher, publishedAt }: Document,
  claims: readonly Claim[],
  pair: string,
): Support {
  const [first] = JSON.parse(pair) as [string];
  return {
    ...(publisher === undefined ? {} : { publisher }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    claims: claims.map((claim): Counted => {
      const { id, subject, negated, modality, eventType, mode, origin, speakers, about } = claim;
      return [
        id,
        subject === first ? 1 : 0,
        negated ? 1 : 0,
        modality,
        eventType,
        mode,
        origin === document ? null : origin,
        speakers[0] ?? null,
        about,
      ];
    }),
  };
}

const withAbouts = (support: Support, abouts: ReadonlyMap<string, string>): Support => ({
  ...support,
  claims: support.claims.map(([id, ...claim]): Counted => {
    const about = abouts.get(id);
    return about === undefined ? [id, ...claim] : ([id, ...claim.with(-1, about)] as unknown as Counted);
  }),
});

function relationsAmong(
  rows: readonly (readonly [document: string, support: Support])[],
  pair: string,
): Relation[] {
  const [first, predicate, second] = JSON.parse(pair) as [string, string, string];
  const claims = rows.flatMap(([document, { claims }]) =>
    claims.map(([id, isForward, negated, modality, eventType, mode, origin, speaker, about]) => ({
      id,
      document,
      subject: isForward === 1 ? first : second,
      predicate,
      object: isForward === 1 ? second : first,
      negated: negated === 1,
      modality,
      eventType,
      mode,
      origin: origin ?? document,
      speakers: speaker === null ? [] : [speaker],
      about,
    })),
  );
  return relationsOf(claims, new Map(rows), symmetricTypes);
}

function changed(
  before: readonly StandingRelation[],
  after: readonly StandingRelation[],
): Omit<RelationOutcome, 'pairs'> {
  const textOf = (relation: StandingRelation) => JSON.stringify(relation);
  const [old, now] = [new Set(before.map(textOf)), new Set(after.map(textOf))];
  const byId = (a: StandingRelation, b: StandingRelation) => compare(a.id, b.id);
  return {
    before: before.filter((relation) => !now.has(textOf(relation))).sort(byId),
    after: after.filter((relation) => !old.has(textOf(relation))).sort(byId),
  };
}
