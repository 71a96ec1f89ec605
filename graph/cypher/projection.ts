// What WITH and RETURN amount to: * written out, aggregates told apart from what they are grouped by, and ORDER BY in
// terms of the columns where it names one. From tree to tree; check.ts and plan.ts both build on it.
import type { Expression, Projection, SortItem } from './ast.ts';
import { printExpression } from './print.ts';
import { hasAggregate, isAggregate } from './walk.ts';

export interface Column {
  readonly name: string;
  readonly expression: Expression;
}

export interface ResolvedProjection {
  /** Every column as it is written, in order. */
  readonly columns: readonly Column[];
  /** Null where nothing is aggregated. */
  readonly grouping: Grouping | null;
  /** What to sort by. With a grouping or DISTINCT, in terms of `columns` alone. */
  readonly orderBy: readonly SortItem[];
  /** The condition after WITH, likewise; null where there is none. */
  readonly where: Expression | null;
}

/** Rows with the same `keys` make one group; `results` are the columns, in terms of the keys and the aggregates. */
export interface Grouping {
  readonly keys: readonly Column[];
  /** Aggregates under names that no query can use. */
  readonly aggregates: readonly Column[];
  readonly results: readonly Column[];
}

/** Thrown as a `CypherError` by the caller, who knows the text. */
export type Complain = (problem: string, at: number | undefined) => never;

/** Resolves a projection; `names` are the variables in scope before it. */
export function resolveProjection(
  projection: Projection & { readonly where?: Expression | null },
  names: Iterable<string>,
  complain: Complain,
): ResolvedProjection {
  const columns = [...(projection.star ? written(names) : []), ...projection.items];
  const where = projection.where == null ? null : inColumns(projection.where, columns);
  if (![...columns, ...projection.orderBy].some(({ expression }) => hasAggregate(expression)))
    return { columns, grouping: null, orderBy: sortedBy(projection, columns), where };
  if (!columns.some(({ expression }) => hasAggregate(expression)))
    complain('ORDER BY can aggregate only where a column does.', projection.at);
  return { columns, ...aggregated(projection, columns, complain), where };
}

const sortedBy = ({ orderBy }: Projection, columns: readonly Column[]): SortItem[] =>
  orderBy.map((item) => ({ ...item, expression: inColumns(item.expression, columns) }));

/** In Neo4j's order: by name. */
const written = (names: Iterable<string>): Column[] =>
  [...names].sort().map((name) => ({ name, expression: { kind: 'variable', name } }));

function aggregated(
  projection: Projection,
  columns: readonly Column[],
  complain: Complain,
): Pick<ResolvedProjection, 'grouping' | 'orderBy'> {
  const keys = columns.filter(({ expression }) => !hasAggregate(expression));
  const aggregates = new Map<string, Column>();
  const results = columns.map(({ name, expression }) => ({
    name,
    expression: hasAggregate(expression) ? regrouped(expression, keys, aggregates, complain) : variable(name),
  }));
  const orderBy = sortedBy(projection, columns);
  const stray = orderBy.find(({ expression }) => hasAggregate(expression));
  if (stray !== undefined)
    complain('ORDER BY can use only the aggregates that are columns: make it one.', stray.expression.at);
  return { grouping: { keys, aggregates: [...aggregates.values()], results }, orderBy };
}

const variable = (name: string, at?: number): Expression => ({
  kind: 'variable',
  name,
  ...(at === undefined ? {} : { at }),
});

/** Puts columns in the place of what they are, wherever that stands; beside aggregates only of what may be a key there. */
function inColumns(whole: Expression, columns: readonly Column[]): Expression {
  const names = new Set(columns.map((column) => column.name));
  const isBesideAggregate =
    hasAggregate(whole) && !columns.some(({ expression }) => isSame(expression, whole));
  const mayReplace = (part: Expression) =>
    !isConstant(part) && (!isBesideAggregate || isPlainKey(part) || hasAggregate(part));
  const replace = (part: Expression): Expression => {
    if (part.kind === 'variable' && names.has(part.name)) return part;
    const column = mayReplace(part) ? columns.find(({ expression }) => isSame(expression, part)) : undefined;
    if (column !== undefined) return variable(column.name, part.at);
    return isAggregate(part) ? part : withChildren(part, replace);
  };
  return replace(whole);
}

const isSame = (a: Expression, b: Expression): boolean =>
  a.kind === b.kind && printExpression(a) === printExpression(b);

/** What Neo4j takes for a key beside an aggregate: a variable or a property of one. */
const isPlainKey = (expression: Expression): boolean =>
  expression.kind === 'variable' || expression.kind === 'property';

const isConstant = (expression: Expression): boolean =>
  expression.kind === 'literal' || expression.kind === 'parameter';

/**
 * An expression beside or around aggregates in terms of keys and aggregates. As in Neo4j, what is not aggregated in it
 * must be a column of its own: a variable or a property; anything else can't be told apart from group to group.
 */
function regrouped(
  expression: Expression,
  keys: readonly Column[],
  aggregates: Map<string, Column>,
  complain: Complain,
): Expression {
  const visit = (part: Expression, local: ReadonlySet<string>): Expression => {
    if (isAggregate(part)) {
      const text = printExpression(part);
      const known = aggregates.get(text) ?? { name: ` aggregate ${aggregates.size}`, expression: part };
      aggregates.set(text, known);
      return variable(known.name, part.at);
    }
    if (part.kind === 'variable' && local.has(part.name)) return part;
    if (isPlainKey(part)) {
      const key = keys.find((candidate) => isSame(candidate.expression, part));
      if (key !== undefined) return variable(key.name, part.at);
    }
    if (part.kind === 'variable')
      return complain(
        `"${part.name}" is mixed with an aggregate: make it a column of its own first, in a WITH.`,
        part.at,
      );
    if (
      ['exists', 'queryExpression', 'patternPredicate', 'patternComprehension', 'shortestPath'].includes(
        part.kind,
      )
    )
      complain('A pattern in one expression with an aggregate is not supported yet.', part.at);
    return withChildren(part, (child) => visit(child, new Set([...local, ...bindings(part)])));
  };
  return visit(expression, new Set());
}

function bindings(expression: Expression): string[] {
  switch (expression.kind) {
    case 'listComprehension':
    case 'quantifier':
      return [expression.variable];
    case 'reduce':
      return [expression.variable, expression.accumulator];
    default:
      return [];
  }
}

/** The expression with its parts changed; patterns within it stay as they are. */
function withChildren(expression: Expression, change: (part: Expression) => Expression): Expression {
  const maybe = (part: Expression | null) => (part === null ? null : change(part));
  switch (expression.kind) {
    case 'property':
      return { ...expression, object: change(expression.object) };
    case 'index':
      return { ...expression, object: change(expression.object), index: change(expression.index) };
    case 'slice':
      return {
        ...expression,
        object: change(expression.object),
        from: maybe(expression.from),
        to: maybe(expression.to),
      };
    case 'list':
      return { ...expression, items: expression.items.map(change) };
    case 'map':
      return {
        ...expression,
        entries: expression.entries.map(([key, value]) => [key, change(value)] as const),
      };
    case 'unary':
    case 'isNull':
    case 'isTyped':
    case 'hasLabels':
      return { ...expression, operand: change(expression.operand) };
    case 'binary':
      return { ...expression, left: change(expression.left), right: change(expression.right) };
    case 'comparison':
      return {
        ...expression,
        first: change(expression.first),
        rest: expression.rest.map(({ operator, operand }) => ({ operator, operand: change(operand) })),
      };
    case 'case':
      return {
        ...expression,
        subject: maybe(expression.subject),
        branches: expression.branches.map(({ when, result }) => ({
          when: change(when),
          result: change(result),
        })),
        otherwise: maybe(expression.otherwise),
      };
    case 'call':
      return { ...expression, arguments: expression.arguments.map(change) };
    case 'listComprehension':
      return {
        ...expression,
        list: change(expression.list),
        where: maybe(expression.where),
        map: maybe(expression.map),
      };
    case 'quantifier':
      return { ...expression, list: change(expression.list), where: change(expression.where) };
    case 'reduce':
      return {
        ...expression,
        initial: change(expression.initial),
        list: change(expression.list),
        step: change(expression.step),
      };
    case 'mapProjection':
      return {
        ...expression,
        object: change(expression.object),
        items: expression.items.map((item) =>
          item.kind === 'entry' ? { ...item, value: change(item.value) } : item,
        ),
      };
    default:
      return expression;
  }
}
