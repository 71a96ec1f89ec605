// Short ways to write a tree by hand, for what builds queries in code rather than in text. Values belong in parameters.
import type {
  BinaryOperator,
  Clause,
  Expression,
  LabelExpression,
  Match,
  NodePattern,
  PathPattern,
  Query,
  RelationshipPattern,
  Return,
  SortItem,
} from './ast.ts';

/** A query of one branch. */
export const query = (...clauses: readonly Clause[]): Query => ({
  kind: 'query',
  branches: [{ clauses }],
  union: null,
});

/** `MATCH paths WHERE conditions`, all of which must hold. */
export const match = (paths: readonly PathPattern[], ...conditions: readonly Expression[]): Match => ({
  kind: 'match',
  optional: false,
  paths,
  where: allOf(conditions),
});

/** The same as OPTIONAL MATCH. */
export const optionalMatch = (...args: Parameters<typeof match>): Match => ({
  ...match(...args),
  optional: true,
});

interface Columns {
  /** Expressions by the names of their columns. */
  readonly columns: Readonly<Record<string, Expression>>;
  readonly distinct?: boolean;
  readonly orderBy?: readonly SortItem[];
  readonly limit?: Expression | null;
}

/** `RETURN columns ORDER BY … LIMIT …`. */
export const returns = (columns: Columns): Return => ({ kind: 'return', ...projection(columns) });

/** `WITH columns …`. */
export const passing = (columns: Columns): Clause => ({ kind: 'with', ...projection(columns), where: null });

const projection = ({ columns, distinct = false, orderBy = [], limit = null }: Columns) => ({
  distinct,
  star: false,
  items: Object.entries(columns).map(([name, expression]) => ({ name, expression })),
  orderBy,
  skip: null,
  limit,
});

/** `(name:Label)`. */
export const node = (name: string | null, label?: string): NodePattern => ({
  variable: name,
  labels: label === undefined ? null : { kind: 'label', name: label },
  properties: null,
  where: null,
});

/** `-[name:TYPE]->`, or as the direction says; no type means any. */
export const relationship = (
  name: string | null,
  type?: string,
  direction: RelationshipPattern['direction'] = 'out',
): RelationshipPattern => ({
  variable: name,
  types: type === undefined ? null : ({ kind: 'label', name: type } satisfies LabelExpression),
  direction,
  properties: null,
  where: null,
  range: null,
});

/** A path of nodes with relationships between them. */
export function path(
  start: NodePattern,
  ...rest: readonly (RelationshipPattern | NodePattern)[]
): PathPattern {
  const steps = [];
  for (let i = 0; i < rest.length; i += 2)
    steps.push({ relationship: rest[i] as RelationshipPattern, node: rest[i + 1] as NodePattern });
  return { variable: null, start, steps };
}

export const variable = (name: string): Expression => ({ kind: 'variable', name });

export const parameter = (name: string): Expression => ({ kind: 'parameter', name });

/** `name.key`. */
export const property = (name: string, key: string): Expression => ({
  kind: 'property',
  object: variable(name),
  key,
});

export const call = (name: string, ...values: readonly Expression[]): Expression => ({
  kind: 'call',
  name,
  distinct: false,
  arguments: values,
});

export const binary = (left: Expression, operator: BinaryOperator, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
});

/** `left = right`. */
export const equal = (left: Expression, right: Expression): Expression => ({
  kind: 'comparison',
  first: left,
  rest: [{ operator: '=', operand: right }],
});

/** `any(name IN list WHERE where)`. */
export const any = (name: string, list: Expression, where: Expression): Expression => ({
  kind: 'quantifier',
  quantity: 'any',
  variable: name,
  list,
  where,
});

export const ascending = (expression: Expression): SortItem => ({ expression, descending: false });

export const descending = (expression: Expression): SortItem => ({ expression, descending: true });

const allOf = (conditions: readonly Expression[]): Expression | null =>
  conditions.length === 0 ? null : conditions.reduce((left, right) => binary(left, 'AND', right));
