// The typed query API: questions about a graph of reports in TypeScript, answered with typed records by any Store. Each
// question is built as the tree that Cypher text would be parsed to; values travel as parameters.
import type { Expression, Query } from './cypher/ast.ts';
import {
  any,
  ascending,
  binary,
  call,
  descending,
  equal,
  match,
  node,
  optionalMatch,
  parameter,
  passing,
  path,
  property,
  query,
  relationship,
  returns,
  variable,
} from './cypher/build.ts';
import { Float, type MapValue, Node, type Parameters, Relationship, type Value } from './cypher/values.ts';
import type { Entity, EntityType, Modality, Relation } from './model.ts';
import type { RunOptions, Store } from './store/store.ts';
import { symmetricTypes } from './vocabulary/index.ts';

/** An entity, and how often it is named in how many documents. */
export interface KnownEntity extends Entity {
  readonly mentions: number;
  readonly documents: number;
}

/** A relation with the number of its claims; `claims(relation)` gives the claims themselves. */
export interface KnownRelation extends Omit<Relation, 'claims'> {
  readonly claims: number;
}

/** A relation and its ends. */
export interface Fact {
  readonly subject: KnownEntity;
  readonly relation: KnownRelation;
  readonly object: KnownEntity;
}

/** What one sentence says, word for word, and who published it. */
export interface Evidence {
  readonly id: string;
  readonly predicate: string;
  readonly quote: string;
  /** Place of the quote in the document's text. */
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
  readonly modality: Modality;
  readonly asserted: boolean;
  /** Nearest speaker first, as far as they are entities; empty where the report itself says so. */
  readonly speakers: readonly KnownEntity[];
  /** The nearest speaker in the report's words. */
  readonly speakerText: string | null;
  readonly document: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
}

export interface EntityFilter {
  readonly type?: EntityType;
  /** Part of the name or of an alias, in any case. */
  readonly named?: string;
  readonly limit?: number;
}

export interface RelationFilter {
  /** Id of an entity. */
  readonly subject?: string;
  readonly type?: string;
  /** Id of an entity. */
  readonly object?: string;
  /** True for what a careful reader would repeat: neither denied nor only planned, possible or demanded. */
  readonly asserted?: boolean;
  readonly limit?: number;
}

export interface NeighbourFilter {
  readonly type?: EntityType;
  /** Only by relations of this type. */
  readonly by?: string;
  readonly asserted?: boolean;
}

/** Questions about a graph. Errors: those of `Store.run`. */
export interface Questions {
  /** The entities that fit, those first that are named most. */
  entities(filter?: EntityFilter): Promise<KnownEntity[]>;
  /** The entity of an id; undefined where there is none. */
  entity(id: string): Promise<KnownEntity | undefined>;
  /**
   * Who did what to whom, best supported first. A relation type that says the same in both directions is found from
   * either end.
   */
  relations(filter?: RelationFilter): Promise<Fact[]>;
  /** Every relation of two entities, whichever is its subject. */
  relationsBetween(one: string, other: string): Promise<Fact[]>;
  /** The entities that an entity has a relation with, each with that relation, best supported first. */
  neighbours(id: string, filter?: NeighbourFilter): Promise<{ entity: KnownEntity; fact: Fact }[]>;
  /** The claims behind a relation, by date of publication, then as they stand in the text. */
  claims(relation: string | Pick<KnownRelation, 'id'>): Promise<Evidence[]>;
}

/** Asks a store: `await ask(store).relations({ subject: 'putin', type: 'CALLED' })`. */
export function ask(store: Store, options: Pick<RunOptions, 'signal' | 'deadline'> = {}): Questions {
  const rows = async (tree: Query, parameters: Parameters): Promise<Value[][]> => {
    const result = await store.run(tree, { ...options, parameters });
    const all: Value[][] = [];
    for await (const row of result.rows) all.push([...row]);
    return all;
  };
  const facts = async (tree: Query, parameters: Parameters): Promise<Fact[]> =>
    (await rows(tree, parameters)).map(([subject, relation, object]) => factOf(subject, relation, object));
  const questions: Questions = {
    async entities(filter = {}) {
      return (await rows(entitiesQuery(filter), parametersOf(filter))).map(([e]) => entityOf(e));
    },
    async entity(id) {
      const [row] = await rows(entityQuery, { id });
      return row === undefined ? undefined : entityOf(row[0]);
    },
    relations: (filter = {}) => facts(relationsQuery(filter), { ...parametersOf(filter), symmetric }),
    relationsBetween: (one, other) => facts(betweenQuery, { one, other }),
    async neighbours(id, filter = {}) {
      const found = await facts(neighboursQuery(filter), { ...parametersOf(filter), id });
      return found.map((fact) => ({ entity: fact.subject.id === id ? fact.object : fact.subject, fact }));
    },
    async claims(relation) {
      const id = typeof relation === 'string' ? relation : relation.id;
      return (await rows(claimsQuery, { id, symmetric })).map(evidenceOf);
    },
  };
  return questions;
}

const symmetric: readonly string[] = [...symmetricTypes];

/** What was given, as the values of the query's parameters. */
function parametersOf(filter: object): Parameters {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** The conditions that a filter asks for. */
const given = (...conditions: readonly (Expression | false)[]): Expression[] =>
  conditions.filter((condition) => condition !== false);

const has = (name: string, key: string, value: string): Expression =>
  equal(property(name, key), parameter(value));

const lower = (expression: Expression): Expression => call('toLower', expression);

const or = (left: Expression, right: Expression): Expression => binary(left, 'OR', right);

const and = (left: Expression, right: Expression): Expression => binary(left, 'AND', right);

function entitiesQuery({ type, named, limit }: EntityFilter): Query {
  const contains = (text: Expression) => binary(lower(text), 'CONTAINS', lower(parameter('named')));
  const isNamed = or(
    contains(property('e', 'name')),
    any('alias', property('e', 'aliases'), contains(variable('alias'))),
  );
  return query(
    match(
      [path(node('e', 'Entity'))],
      ...given(type !== undefined && has('e', 'type', 'type'), named !== undefined && isNamed),
    ),
    returns({
      columns: { e: variable('e') },
      orderBy: [
        descending(property('e', 'mentions')),
        ascending(property('e', 'name')),
        ascending(property('e', 'id')),
      ],
      limit: limit === undefined ? null : parameter('limit'),
    }),
  );
}

const entityQuery = query(
  match([path(node('e', 'Entity'))], has('e', 'id', 'id')),
  returns({ columns: { e: variable('e') } }),
);

/** Subject, relation and object; the best supported first. */
const factColumns = (subject: Expression, object: Expression, limit?: number) =>
  returns({
    columns: { subject, relation: variable('r'), object },
    orderBy: [
      descending(property('r', 'documents')),
      descending(property('r', 'claims')),
      ascending(property('r', 'id')),
    ],
    limit: limit === undefined ? null : parameter('limit'),
  });

const startOf = call('startNode', variable('r'));
const endOf = call('endNode', variable('r'));

/**
 * With both ends open, every relation once. With one given, a symmetric type is asked undirected; of unknown types the
 * vocabulary's symmetric ones are.
 */
function relationsQuery({ subject, type, object, asserted, limit }: RelationFilter): Query {
  const isOpen = subject === undefined && object === undefined;
  const isBoth = !isOpen && (type === undefined || symmetricTypes.has(type));
  const isForward = or(
    equal(startOf, variable('a')),
    binary(call('type', variable('r')), 'IN', parameter('symmetric')),
  );
  const direction = isBoth ? 'both' : 'out';
  return query(
    match(
      [path(node('a', 'Entity'), relationship('r', undefined, direction), node('b', 'Entity'))],
      ...given(
        subject !== undefined && has('a', 'id', 'subject'),
        object !== undefined && has('b', 'id', 'object'),
        type !== undefined && equal(call('type', variable('r')), parameter('type')),
        asserted !== undefined && has('r', 'asserted', 'asserted'),
        isBoth && type === undefined && isForward,
      ),
    ),
    factColumns(startOf, endOf, limit),
  );
}

const betweenQuery = query(
  match(
    [path(node('a', 'Entity'), relationship('r', undefined, 'both'), node('b', 'Entity'))],
    has('a', 'id', 'one'),
    has('b', 'id', 'other'),
  ),
  factColumns(startOf, endOf),
);

function neighboursQuery({ type, by, asserted }: NeighbourFilter): Query {
  return query(
    match(
      [path(node('a', 'Entity'), relationship('r', undefined, 'both'), node('b', 'Entity'))],
      has('a', 'id', 'id'),
      ...given(
        type !== undefined && has('b', 'type', 'type'),
        by !== undefined && equal(call('type', variable('r')), parameter('by')),
        asserted !== undefined && has('r', 'asserted', 'asserted'),
      ),
    ),
    factColumns(startOf, endOf),
  );
}

/** A symmetric relation is stored in one direction; its claims may have the other. */
const isOfRelation = or(
  and(equal(variable('x'), variable('a')), equal(variable('y'), variable('b'))),
  and(
    binary(call('type', variable('r')), 'IN', parameter('symmetric')),
    and(equal(variable('x'), variable('b')), equal(variable('y'), variable('a'))),
  ),
);

const claimsQuery = query(
  match([path(node('a', 'Entity'), relationship('r'), node('b', 'Entity'))], has('r', 'id', 'id')),
  match(
    [
      path(
        node('x', 'Entity'),
        relationship(null, 'SUBJECT', 'in'),
        node('c', 'Claim'),
        relationship(null, 'OBJECT'),
        node('y', 'Entity'),
      ),
    ],
    equal(property('c', 'predicate'), call('type', variable('r'))),
    equal(property('c', 'negated'), property('r', 'negated')),
    equal(property('c', 'modality'), property('r', 'modality')),
    isOfRelation,
  ),
  optionalMatch([
    path(
      node('c'),
      relationship(null, 'STATED_IN'),
      node(null, 'Sentence'),
      relationship(null, 'HAS_SENTENCE', 'in'),
      node('d', 'Document'),
    ),
  ]),
  passing({ columns: { c: variable('c'), d: variable('d') }, distinct: true }),
  optionalMatch([path(node('c'), relationship('t', 'ATTRIBUTED_TO'), node('s', 'Entity'))]),
  passing({
    columns: { c: variable('c'), d: variable('d'), s: variable('s'), step: property('t', 'step') },
    orderBy: [ascending(variable('step'))],
  }),
  returns({
    columns: { c: variable('c'), d: variable('d'), speakers: call('collect', variable('s')) },
    orderBy: [
      ascending(property('d', 'publishedAt')),
      ascending(property('d', 'id')),
      ascending(property('c', 'start')),
    ],
  }),
);

function entityOf(value: Value | undefined): KnownEntity {
  const properties = propertiesOf(value);
  const wikidataId = textOrNull(properties.wikidataId);
  return {
    id: text(properties.id),
    type: text(properties.type) as EntityType,
    name: text(properties.name),
    aliases: texts(properties.aliases),
    ...(wikidataId === null ? {} : { wikidataId }),
    mentions: number(properties.mentions),
    documents: number(properties.documents),
  };
}

function factOf(subject: Value | undefined, relation: Value | undefined, object: Value | undefined): Fact {
  const ends = { subject: entityOf(subject), object: entityOf(object) };
  return { ...ends, relation: relationOf(relation, ends.subject.id, ends.object.id) };
}

function relationOf(value: Value | undefined, subject: string, object: string): KnownRelation {
  const properties = propertiesOf(value);
  return {
    id: text(properties.id),
    subject,
    type: value instanceof Relationship ? value.type : '',
    object,
    negated: properties.negated === true,
    modality: text(properties.modality) as Modality,
    asserted: properties.asserted === true,
    eventType: textOrNull(properties.eventType),
    mode: textOrNull(properties.mode),
    claims: number(properties.claims),
    documents: number(properties.documents),
    publishers: number(properties.publishers),
    origins: number(properties.origins),
    speakers: number(properties.speakers),
    events: number(properties.events),
    disputed: properties.disputed === true,
    firstPublished: textOrNull(properties.firstPublished),
    lastPublished: textOrNull(properties.lastPublished),
  };
}

function evidenceOf([c, d, speakers]: readonly Value[]): Evidence {
  const claim = propertiesOf(c);
  const document = propertiesOf(d);
  return {
    id: text(claim.id),
    predicate: text(claim.predicate),
    quote: text(claim.quote),
    start: number(claim.start),
    end: number(claim.end),
    negated: claim.negated === true,
    modality: text(claim.modality) as Modality,
    asserted: claim.asserted === true,
    speakers: (Array.isArray(speakers) ? speakers : []).map(entityOf),
    speakerText: textOrNull(claim.speakerText),
    document: text(document.id),
    title: text(document.title),
    publisher: textOrNull(document.publisher),
    publishedAt: textOrNull(document.publishedAt),
    url: textOrNull(document.url),
  };
}

const propertiesOf = (value: Value | undefined): MapValue =>
  value instanceof Node || value instanceof Relationship ? value.properties : {};

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

const textOrNull = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);

const texts = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

const number = (value: Value | undefined): number =>
  Number(value instanceof Float ? value.value : (value ?? 0));
