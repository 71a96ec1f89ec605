// A graph without its evidence: entities and relations with their counts, the best supported first. What a picture, a search
// for names and most filters need of a graph that is too large to be sent whole; and how it is written, column by column.
import {
  type Entity,
  type EntityType,
  entityTypes,
  type Graph,
  isAsserted,
  modalities,
  type Relation,
  relationId,
} from './model.ts';

/** An entity with how often, and in how many documents, it is mentioned. */
export interface CountedEntity {
  readonly entity: Entity;
  readonly mentions: number;
  readonly documents: number;
}

/** A relation with the number of its claims. */
export interface CountedRelation extends Omit<Relation, 'claims'> {
  readonly claims: number;
}

export interface Sketch {
  /** Those with a relation first, by the origins of their relations and, less, by their mentions; then the others by mentions. */
  readonly entities: readonly CountedEntity[];
  /** By support. */
  readonly relations: readonly CountedRelation[];
  /** How many entities have a relation. */
  readonly related: number;
  /** How many reports there are. */
  readonly documents: number;
}

/** The sketch of lists that are sorted by id, out of so many reports. Cost: linear, plus sorting. */
export function sketchOf(
  entities: readonly CountedEntity[],
  relations: readonly CountedRelation[],
  documents: number,
): Sketch {
  const weights = weightsOf(relations);
  const weight = ({ entity, mentions }: CountedEntity) => {
    const origins = weights.get(entity.id);
    return origins === undefined ? -1 / (1 + mentions) : origins + Math.sqrt(mentions);
  };
  const weighed = entities.map((one) => ({ one, weight: weight(one) }));
  return {
    entities: weighed.sort((a, b) => b.weight - a.weight).map(({ one }) => one),
    relations: relations.toSorted(bySupport),
    related: weights.size,
    documents,
  };
}

/** The sketch of a whole graph. */
export function sketchOfGraph({ documents, entities, relations, mentions }: Graph): Sketch {
  const counts = new Map<string, { mentions: number; readonly documents: Set<string> }>();
  for (const { entity, document } of mentions) {
    const known = counts.get(entity) ?? { mentions: 0, documents: new Set() };
    counts.set(entity, known);
    known.mentions += 1;
    known.documents.add(document);
  }
  return sketchOf(
    entities.map((entity) => {
      const known = counts.get(entity.id);
      return { entity, mentions: known?.mentions ?? 0, documents: known?.documents.size ?? 0 };
    }),
    relations.map((relation) => ({ ...relation, claims: relation.claims.length })),
    documents.length,
  );
}

/** Best supported first: independent origins, then what is asserted, then claims. Sorting leaves ties by id as they were. */
const bySupport = (
  a: Pick<CountedRelation, 'origins' | 'asserted' | 'claims'>,
  b: Pick<CountedRelation, 'origins' | 'asserted' | 'claims'>,
): number => b.origins - a.origins || Number(b.asserted) - Number(a.asserted) || b.claims - a.claims;

/** Relations by support. */
export const inSupport = (relations: readonly Relation[]): readonly Relation[] =>
  relations
    .map((relation) => ({
      relation,
      origins: relation.origins,
      asserted: relation.asserted,
      claims: relation.claims.length,
    }))
    .sort(bySupport)
    .map(({ relation }) => relation);

function weightsOf(relations: readonly CountedRelation[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { subject, object, origins } of relations) {
    weights.set(subject, (weights.get(subject) ?? 0) + origins);
    if (object !== subject) weights.set(object, (weights.get(object) ?? 0) + origins);
  }
  return weights;
}

/**
 * The sketch as lines of JSON: first so many entities with the relations among them, which is all that a first picture
 * needs; then the other entities, then all relations. Each line holds up to 2,000 rows, so that nobody waits long for one.
 */
export function* sketchLines(sketch: Sketch, first: number): Generator<string> {
  const { entities, relations, related, documents } = sketch;
  const numbers = new Map(entities.map(({ entity }, number) => [entity.id, number]));
  const numberOf = (id: string) => numbers.get(id) as number;
  const begun = Math.min(first, entities.length);
  yield line({ is: 'head', entities: entities.length, related, relations: relations.length, documents });
  yield* blocks(entities.slice(0, begun), entityBlock);
  yield* blocks(
    relations.filter((r) => numberOf(r.subject) < begun && numberOf(r.object) < begun),
    (some) => relationBlock(some, numberOf),
  );
  yield line({ is: 'begun' });
  yield* blocks(entities.slice(begun), entityBlock);
  yield* blocks(relations, (some) => relationBlock(some, numberOf));
}

/** Tells what a sketch holds while it is read. */
export interface SketchHead {
  readonly entities: number;
  readonly related: number;
  readonly relations: number;
  readonly documents: number;
}

/** Reads the lines of a sketch in their order; what it holds grows. */
export class SketchReader {
  head: SketchHead = { entities: 0, related: 0, relations: 0, documents: 0 };
  readonly entities: CountedEntity[] = [];
  /** By support; their claims are not known. Until `begun` those among the first entities, after it all, from the beginning. */
  relations: Relation[] = [];

  /** Takes a line. True for the one after which the first entities and the relations among them are complete. */
  read(text: string): boolean {
    const block = JSON.parse(text) as Block;
    switch (block.is) {
      case 'head':
        this.head = block;
        return false;
      case 'entities':
        for (const i of block.ids.keys()) this.entities.push(entityAt(block, i));
        return false;
      case 'relations':
        for (const i of block.subjects.keys()) this.relations.push(this.#relationAt(block, i));
        return false;
      case 'begun':
        return true;
    }
  }

  /** To be called once the first part has been taken: from then on all relations come. */
  goOn(): void {
    this.relations = [];
  }

  #relationAt(block: RelationBlock, i: number): Relation {
    const mark = at(block.marks, i);
    const key = {
      subject: (this.entities[at(block.subjects, i)] as CountedEntity).entity.id,
      type: at(block.names, at(block.types, i)),
      object: (this.entities[at(block.objects, i)] as CountedEntity).entity.id,
      negated: (mark & 1) === 1,
      modality: modalities[(mark >> 2) & 3] ?? 'actual',
    };
    const [documents, publishers, origins, speakers, events] = at(block.counts, i);
    return {
      id: relationId(key),
      ...key,
      asserted: isAsserted(key),
      eventType: nameAt(block, block.events, i),
      mode: nameAt(block, block.modes, i),
      claims: [],
      ...{ documents, publishers, origins, speakers, events },
      disputed: (mark & 2) === 2,
      firstPublished: nameAt(block, block.firsts, i),
      lastPublished: nameAt(block, block.lasts, i),
    };
  }
}

interface EntityBlock {
  readonly is: 'entities';
  readonly ids: readonly string[];
  /** Numbers among `entityTypes`. */
  readonly types: readonly number[];
  readonly names: readonly string[];
  /** 0 for none. */
  readonly aliases: readonly (readonly string[] | 0)[];
  readonly wikidata: readonly (string | 0)[];
  readonly mentions: readonly number[];
  readonly documents: readonly number[];
}

interface RelationBlock {
  readonly is: 'relations';
  /** Every word of the block once; other columns name it by its number, -1 for none. */
  readonly names: readonly string[];
  /** Numbers of entities, in their order. */
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
  readonly types: readonly number[];
  /** 1 negated, 2 disputed, and the number of the modality times 4. */
  readonly marks: readonly number[];
  readonly counts: readonly (readonly [
    documents: number,
    publishers: number,
    origins: number,
    speakers: number,
    events: number,
  ])[];
  readonly events: readonly number[];
  readonly modes: readonly number[];
  readonly firsts: readonly number[];
  readonly lasts: readonly number[];
}

type Block = ({ readonly is: 'head' } & SketchHead) | { readonly is: 'begun' } | EntityBlock | RelationBlock;

const rows = 2000;

function* blocks<T>(records: readonly T[], write: (some: readonly T[]) => object): Generator<string> {
  for (let from = 0; from < records.length; from += rows) yield line(write(records.slice(from, from + rows)));
}

const line = (block: object): string => JSON.stringify(block);

const entityBlock = (some: readonly CountedEntity[]): EntityBlock => ({
  is: 'entities',
  ids: some.map(({ entity }) => entity.id),
  types: some.map(({ entity }) => entityTypes.indexOf(entity.type)),
  names: some.map(({ entity }) => entity.name),
  aliases: some.map(({ entity }) => (entity.aliases.length === 0 ? 0 : entity.aliases)),
  wikidata: some.map(({ entity }) => entity.wikidataId ?? 0),
  mentions: some.map(({ mentions }) => mentions),
  documents: some.map(({ documents }) => documents),
});

function entityAt(block: EntityBlock, i: number): CountedEntity {
  const [aliases, wikidataId] = [at(block.aliases, i), at(block.wikidata, i)];
  const entity: Entity = {
    id: at(block.ids, i),
    type: entityTypes[at(block.types, i)] as EntityType,
    name: at(block.names, i),
    aliases: aliases === 0 ? [] : aliases,
    ...(wikidataId === 0 ? {} : { wikidataId }),
  };
  return { entity, mentions: at(block.mentions, i), documents: at(block.documents, i) };
}

function relationBlock(some: readonly CountedRelation[], numberOf: (id: string) => number): RelationBlock {
  const names = new Map<string, number>();
  const nameNumber = (name: string | null): number => {
    if (name === null) return -1;
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    return known;
  };
  const columns = {
    subjects: some.map(({ subject }) => numberOf(subject)),
    objects: some.map(({ object }) => numberOf(object)),
    types: some.map(({ type }) => nameNumber(type)),
    marks: some.map((r) => (r.negated ? 1 : 0) + (r.disputed ? 2 : 0) + 4 * modalities.indexOf(r.modality)),
    counts: some.map((r) => [r.documents, r.publishers, r.origins, r.speakers, r.events] as const),
    events: some.map(({ eventType }) => nameNumber(eventType)),
    modes: some.map(({ mode }) => nameNumber(mode)),
    firsts: some.map(({ firstPublished }) => nameNumber(firstPublished)),
    lasts: some.map(({ lastPublished }) => nameNumber(lastPublished)),
  };
  return { is: 'relations', names: [...names.keys()], ...columns };
}

function nameAt({ names }: RelationBlock, column: readonly number[], i: number): string | null {
  const number = at(column, i);
  return number === -1 ? null : at(names, number);
}

const at = <T>(column: readonly T[], i: number): T => column[i] as T;
