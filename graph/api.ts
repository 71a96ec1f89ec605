// The typed query API: questions about a graph of reports in TypeScript, answered with typed records by any Store. Each
// question becomes a tree of Cypher; values travel as parameters.
import { plain } from './api/plain.ts';
import {
  betweenQuery,
  claimsQuery,
  disputableQuery,
  type EntityFilter,
  entitiesQuery,
  entityQuery,
  type NeighbourFilter,
  neighboursQuery,
  type RelationFilter,
  relationsQuery,
  type SaidFilter,
  saidQuery,
  shortestQuery,
  type TimeFilter,
  timelineQuery,
} from './api/queries.ts';
import {
  type Evidence,
  entityOf,
  evidenceOf,
  type Fact,
  factOf,
  type KnownEntity,
  type KnownRelation,
  matterOf,
  type Statement,
  statementOf,
} from './api/records.ts';
import type { Query } from './cypher/ast.ts';
import { Node, type Parameters, Relationship, type Value } from './cypher/values.ts';
import { type Disagreement, disagreementsOf } from './disagreements.ts';
import type { RunOptions, Store } from './store/store.ts';
import { symmetricTypes } from './vocabulary/index.ts';

export type { Plain } from './api/plain.ts';
export type { EntityFilter, NeighbourFilter, RelationFilter, SaidFilter, TimeFilter } from './api/queries.ts';
export type { Evidence, Fact, KnownEntity, KnownRelation, Statement } from './api/records.ts';

/** What only one independent source says, and its words. */
export interface SingleSource extends Fact {
  readonly evidence: Evidence;
}

/** A way from one entity to another: each step a relation, with the claims behind it. */
export interface Chain {
  /** One more than there are steps. */
  readonly entities: readonly KnownEntity[];
  readonly steps: readonly { readonly fact: Fact; readonly claims: readonly Evidence[] }[];
}

/** Two statements of different reports that can't both hold, or that differ; see `Disagreement`. */
export interface Dispute extends Pick<Disagreement, 'kind' | 'says'> {
  readonly a: Statement;
  readonly b: Statement;
}

/** Checks rows and gives them a type: zod's schemas do, and whatever has such a `parse`. */
export interface RowSchema<T> {
  /** Throws where a row is of another form. */
  parse(row: unknown): T;
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
  /** Everything that an entity is reported to have said, about another where one is given; by day of publication. */
  said(speaker: string, filter?: SaidFilter): Promise<Statement[]>;
  /** What is stated of an entity, by the day that it happened on, else that it was published on. */
  timeline(id: string, filter?: TimeFilter): Promise<Statement[]>;
  /** What only one independent source states, with its words; copies of it may be many. */
  onlyOneSource(filter?: Omit<RelationFilter, 'asserted' | 'sources'>): Promise<SingleSource[]>;
  /**
   * The shortest ways between two entities by stated relations, whatever their directions, with the claims behind each
   * step; none where more than `longest` (6, if left out) steps would be needed, or where both are the same.
   */
  chains(
    from: string,
    to: string,
    options?: { readonly longest?: number; readonly limit?: number },
  ): Promise<Chain[]>;
  /**
   * Where reports disagree, about one entity or (cost: all claims are read) about any. Sorted by their claims.
   */
  disagreements(about?: string): Promise<Dispute[]>;
  /**
   * Any Cypher, its rows as a schema makes them: `rows(z.object({ name: z.string() }), 'MATCH (p:Person) RETURN p.name AS
   * name')`. A row comes as an object by column, its values as `plain` makes them. Errors: the schema's, besides.
   */
  rows<T>(schema: RowSchema<T>, cypher: string, parameters?: Parameters): Promise<T[]>;
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
    async said(speaker, { about = null } = {}) {
      return (await rows(saidQuery, { speaker, about })).map(statementOf);
    },
    async timeline(id, { from = null, to = null } = {}) {
      const statements = (await rows(timelineQuery, { id })).map(statementOf);
      const isWithin = ({ day }: Statement) =>
        (from === null || (day !== null && day >= from)) && (to === null || (day !== null && day <= to));
      return statements.filter(isWithin).sort(byDay);
    },
    async onlyOneSource(filter = {}) {
      const single = await questions.relations({ ...filter, asserted: true, sources: 1 });
      return Promise.all(
        single.map(async (fact) => ({
          ...fact,
          evidence: (await questions.claims(fact.relation))[0] as Evidence,
        })),
      );
    },
    async chains(from, to, { longest = 6, limit = 10 } = {}) {
      const found = await rows(shortestQuery(longest), { from, to, limit });
      return Promise.all(found.map(([nodes, relationships]) => chainOf(list(nodes), list(relationships))));
    },
    async disagreements(about) {
      const found = await rows(disputableQuery, { about: about ?? null });
      const statements = new Map(found.map((row) => [statementOf(row).id, row]));
      const documents = found.map(([, document]) => documentOf(document));
      const disagreements = disagreementsOf({ claims: [...statements.values()].map(matterOf), documents });
      const statement = (id: string) => statementOf(statements.get(id) ?? []);
      return disagreements.map(({ kind, says, a, b }) => ({
        kind,
        says,
        a: statement(a.id),
        b: statement(b.id),
      }));
    },
    async rows(schema, cypher, parameters = {}) {
      const { columns, rows: found } = await store.run(cypher, { ...options, parameters });
      const all = [];
      for await (const row of found)
        all.push(
          schema.parse(Object.fromEntries(columns.map((column, i) => [column, plain(row[i] ?? null)]))),
        );
      return all;
    },
  };

  async function chainOf(nodes: readonly Value[], relationships: readonly Value[]): Promise<Chain> {
    const ends = new Map(nodes.map((node) => [node instanceof Node ? node.id : '', node]));
    const steps = relationships.map(async (relationship) => {
      const { start = '', end = '' } = relationship instanceof Relationship ? relationship : {};
      const fact = factOf(ends.get(start), relationship, ends.get(end));
      return { fact, claims: await questions.claims(fact.relation) };
    });
    return { entities: nodes.map(entityOf), steps: await Promise.all(steps) };
  }
  return questions;
}

const symmetric: readonly string[] = [...symmetricTypes];

const list = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : []);

function documentOf(value: Value | undefined): { readonly id: string; readonly publishedAt?: string } {
  const { id, publishedAt } = value instanceof Node ? value.properties : {};
  return { id: String(id), ...(typeof publishedAt === 'string' && { publishedAt }) };
}

/** Without a day last; else as they were published and stand in the text. */
function byDay(one: Statement, other: Statement): number {
  if (one.day === other.day) return 0;
  if (one.day === null || other.day === null) return one.day === null ? 1 : -1;
  return one.day < other.day ? -1 : 1;
}

/** What was given, as the values of the query's parameters. */
function parametersOf(filter: object): Parameters {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
