// The typed API's questions as trees of Cypher: built where filters come and go, parsed once where they stand. No value is
// ever part of one: values are parameters.
import type { Expression, Query } from '../cypher/ast.ts';
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
} from '../cypher/build.ts';
import { parse } from '../cypher/parser.ts';
import type { EntityType, Modality } from '../model.ts';
import { symmetricTypes } from '../vocabulary/index.ts';

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
  readonly negated?: boolean;
  readonly modality?: Modality;
  /** Reported between these days, both included; ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  /** Some report of this publisher says so. */
  readonly publisher?: string;
  /** By exactly so many independent sources. */
  readonly sources?: number;
  /** By at least so many. */
  readonly leastSources?: number;
  readonly limit?: number;
}

export interface NeighbourFilter {
  readonly type?: EntityType;
  /** Only by relations of this type. */
  readonly by?: string;
  readonly asserted?: boolean;
  readonly negated?: boolean;
  readonly modality?: Modality;
  /** Reported between these days, both included; ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  /** Some report of this publisher says so. */
  readonly publisher?: string;
}

export interface SaidFilter {
  /** Id of an entity at either end of what is said. */
  readonly about?: string;
}

export interface TimeFilter {
  /** Days, both included; ISO 8601. What has no day is left out where one is given. */
  readonly from?: string;
  readonly to?: string;
}

/** The conditions that a filter asks for. */
const given = (...conditions: readonly (Expression | false)[]): Expression[] =>
  conditions.filter((condition) => condition !== false);

const has = (name: string, key: string, value: string): Expression =>
  equal(property(name, key), parameter(value));

/** A condition as Cypher writes it. */
function holds(condition: string): Expression {
  const [clause] = parse(`RETURN ${condition}`).branches[0]?.clauses ?? [];
  return (clause?.kind === 'return' ? clause.items[0]?.expression : undefined) as Expression;
}

const isNotBefore = holds('r.lastPublished >= $from');
/** A day includes all its times. */
const isNotAfter = holds('left(r.firstPublished, 10) <= $to');
const hasPublisher = holds(`EXISTS {
  MATCH (a)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(b),
    (c)-[:STATED_IN]->(:Sentence)<-[:HAS_SENTENCE]-(:Document {publisher: $publisher})
  WHERE c.predicate = type(r) AND c.negated = r.negated AND c.modality = r.modality AND a <> b
}`);
const hasSources = holds('r.origins = $sources');
const hasLeastSources = holds('r.origins >= $leastSources');

/** Conditions on the relation `r` between `a` and `b` that several questions have. */
const onRelation = (filter: Pick<RelationFilter, keyof RelationFilter & keyof NeighbourFilter>) => [
  filter.asserted !== undefined && has('r', 'asserted', 'asserted'),
  filter.negated !== undefined && has('r', 'negated', 'negated'),
  filter.modality !== undefined && has('r', 'modality', 'modality'),
  filter.from !== undefined && isNotBefore,
  filter.to !== undefined && isNotAfter,
  filter.publisher !== undefined && hasPublisher,
];

const lower = (expression: Expression): Expression => call('toLower', expression);

const or = (left: Expression, right: Expression): Expression => binary(left, 'OR', right);

const and = (left: Expression, right: Expression): Expression => binary(left, 'AND', right);

export function entitiesQuery({ type, named, limit }: EntityFilter): Query {
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

export const entityQuery = query(
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
export function relationsQuery(filter: RelationFilter): Query {
  const { subject, type, object, sources, leastSources, limit } = filter;
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
        ...onRelation(filter),
        sources !== undefined && hasSources,
        leastSources !== undefined && hasLeastSources,
        isBoth && type === undefined && isForward,
      ),
    ),
    factColumns(startOf, endOf, limit),
  );
}

export const betweenQuery = query(
  match(
    [path(node('a', 'Entity'), relationship('r', undefined, 'both'), node('b', 'Entity'))],
    has('a', 'id', 'one'),
    has('b', 'id', 'other'),
  ),
  factColumns(startOf, endOf),
);

export function neighboursQuery(filter: NeighbourFilter): Query {
  const { type, by } = filter;
  return query(
    match(
      [path(node('a', 'Entity'), relationship('r', undefined, 'both'), node('b', 'Entity'))],
      has('a', 'id', 'id'),
      ...given(
        type !== undefined && has('b', 'type', 'type'),
        by !== undefined && equal(call('type', variable('r')), parameter('by')),
        ...onRelation(filter),
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

export const claimsQuery = query(
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

/** From claims `c`, each once: with document, speakers nearest first, subject and object. */
const statements = `
  OPTIONAL MATCH (c)-[:STATED_IN]->(:Sentence)<-[:HAS_SENTENCE]-(d:Document)
  WITH DISTINCT c, d
  OPTIONAL MATCH (c)-[:SUBJECT]->(a:Entity)
  OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
  OPTIONAL MATCH (c)-[t:ATTRIBUTED_TO]->(s:Entity)
  WITH c, d, a, b, s, t.step AS step ORDER BY step
  WITH c, d, collect(s) AS speakers, a, b`;

const inReadingOrder = 'ORDER BY d.publishedAt, d.id, c.start, c.id';

export const saidQuery = parse(`
  MATCH (c:Claim)-[:ATTRIBUTED_TO]->(:Entity {id: $speaker})
  WHERE $about IS NULL OR EXISTS { (c)-[:SUBJECT|OBJECT]->(:Entity {id: $about}) }
  ${statements} RETURN c, d, speakers, a, b ${inReadingOrder}`);

export const timelineQuery = parse(`
  MATCH (:Entity {id: $id})<-[:SUBJECT|OBJECT]-(c:Claim {asserted: true})
  ${statements} RETURN c, d, speakers, a, b ${inReadingOrder}`);

/** Claims with their arguments that are entities. */
export const disputableQuery = parse(`
  MATCH (c:Claim)
  WHERE $about IS NULL OR EXISTS { (c)-[:SUBJECT|OBJECT]->(:Entity {id: $about}) }
  ${statements}
  OPTIONAL MATCH (c)-[g:ARGUMENT]->(e:Entity)
  WITH c, d, speakers, a, b, g, e ORDER BY g.start
  RETURN c, d, speakers, a, b, collect(CASE WHEN e IS NULL THEN null ELSE {role: g.role, entity: e.id, text: g.text} END)`);

/** The shortest ways of stated relations; only those have claims. Errors: a `RangeError` for a length out of 1 to 15. */
export function shortestQuery(longest: number): Query {
  if (!Number.isInteger(longest) || longest < 1 || longest > 15)
    throw new RangeError(`A chain is 1 to 15 steps long, not ${longest}.`);
  return parse(`
    MATCH (a:Entity {id: $from}), (b:Entity {id: $to}) WHERE a <> b
    MATCH p = allShortestPaths((a)-[*..${longest}]-(b))
    WHERE all(r IN relationships(p) WHERE r.asserted = true AND r.claims > 0)
    WITH p ORDER BY [r IN relationships(p) | r.id] LIMIT $limit
    RETURN nodes(p), relationships(p)`);
}
