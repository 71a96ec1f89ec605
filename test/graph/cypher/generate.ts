// Random trees, in the forms that the parser makes: for properties of the printer and for fuzzing.
import fc from 'fast-check';
import type {
  Branch,
  Clause,
  Expression,
  Item,
  LabelExpression,
  NodePattern,
  PathPattern,
  Query,
  RelationshipPattern,
  RemoveItem,
  SetItem,
} from '../../../graph/cypher/ast.ts';
import { typeNames, type ValueType } from '../../../graph/cypher/value-types.ts';
import { Float } from '../../../graph/cypher/values.ts';

const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'n', 'r', 'x', 'name') },
  { weight: 1, arbitrary: fc.constantFrom('end', 'where', 'a b', 'it`s', 'null', 'NOT', 'ä', 'COUNT', 'in') },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 5 }) },
);

const number = fc.oneof(
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => (Number.isInteger(value) ? new Float(value) : value)),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
);

const literalValue = fc.oneof(
  fc.constantFrom(null, true, false),
  number,
  fc.string({ unit: 'binary', maxLength: 8 }),
);

const labels: fc.Arbitrary<LabelExpression> = fc.letrec<{ labels: LabelExpression }>((tie) => ({
  labels: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('label' as const), name }),
    fc.constant({ kind: 'anyLabel' as const }),
    fc.record({ kind: fc.constant('notLabel' as const), operand: tie('labels') }),
    fc.record({
      kind: fc.constantFrom('andLabels' as const, 'orLabels' as const),
      left: tie('labels'),
      right: tie('labels'),
    }),
  ),
})).labels;

const valueTypes: fc.Arbitrary<ValueType> = fc.letrec<{ type: ValueType; single: ValueType }>((tie) => ({
  single: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      kind: fc.constant('plain' as const),
      name: fc.constantFrom(...new Set(typeNames.map(([, type]) => type))),
      notNull: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('listOf' as const), item: tie('type'), notNull: fc.boolean() }),
  ),
  type: fc.oneof(
    { weight: 3, arbitrary: tie('single') as fc.Arbitrary<ValueType> },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('oneOf' as const),
        options: fc.array(tie('single') as fc.Arbitrary<ValueType>, { minLength: 2, maxLength: 3 }),
      }),
    },
  ),
})).type;

interface Trees {
  query: Query;
  expression: Expression;
  map: Expression;
  node: NodePattern;
  relationship: RelationshipPattern;
  path: PathPattern;
  longPath: PathPattern;
  shortest: PathPattern;
}

const nullable = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null });

const is = <K extends string>(kind: K) => fc.constant(kind);

const trees = fc.letrec<Trees>((tie) => {
  const expression = tie('expression') as fc.Arbitrary<Expression>;
  const properties = fc.oneof(
    tie('map') as fc.Arbitrary<Expression>,
    fc.record({ kind: is('parameter'), name }),
  );
  const step = fc.record({
    relationship: tie('relationship') as fc.Arbitrary<RelationshipPattern>,
    node: tie('node') as fc.Arbitrary<NodePattern>,
  });
  const columns = fc
    .array(fc.record({ expression, name }), { minLength: 1, maxLength: 2 })
    .map((items): Clause => {
      const rest = { distinct: false, star: false, orderBy: [], skip: null, limit: null };
      return { kind: 'return', items, ...rest };
    });
  const query = tie('query') as fc.Arbitrary<Query>;
  return {
    query: fc
      .tuple(
        fc.array(fc.record({ kind: is('unwind'), list: expression, variable: name }), { maxLength: 1 }),
        columns,
      )
      .map(([clauses, last]): Query => {
        const branch = { clauses: [...clauses, last] };
        return { kind: 'query', branches: [branch], union: null };
      }),
    map: fc.record({
      kind: is('map'),
      entries: fc.array(fc.tuple(name, expression), { maxLength: 2 }),
    }) as fc.Arbitrary<Expression>,
    node: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          variable: nullable(name),
          labels: nullable(labels),
          properties: nullable(tie('map') as fc.Arbitrary<Expression>),
          where: nullable(expression),
        }),
      },
      // A parameter alone in brackets would be an expression.
      {
        weight: 1,
        arbitrary: fc.record({
          variable: name,
          labels: nullable(labels),
          properties,
          where: nullable(expression),
        }),
      },
    ),
    relationship: fc.record({
      variable: nullable(name),
      types: nullable(labels),
      direction: fc.constantFrom('out', 'in', 'both'),
      properties: nullable(properties),
      where: nullable(expression),
      range: nullable(fc.record({ min: fc.nat(5), max: nullable(fc.nat(9)) })),
    }),
    path: fc.record({
      variable: nullable(name),
      start: tie('node') as fc.Arbitrary<NodePattern>,
      steps: fc.array(step, { maxLength: 2 }),
    }),
    longPath: fc.record({
      variable: fc.constant(null),
      start: tie('node') as fc.Arbitrary<NodePattern>,
      steps: fc.array(step, { minLength: 1, maxLength: 2 }),
    }),
    shortest: fc.record({
      variable: fc.constant(null),
      shortest: fc.constantFrom('one', 'all'),
      start: tie('node') as fc.Arbitrary<NodePattern>,
      steps: fc.tuple(step),
    }),
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ kind: is('variable'), name }),
      fc.record({ kind: is('shortestPath'), path: tie('shortest') }),
      fc.record({
        kind: is('queryExpression'),
        gives: fc.constantFrom('EXISTS', 'COUNT', 'COLLECT'),
        query,
      }),
      fc.record({
        kind: is('mapProjection'),
        object: fc.record({ kind: is('variable'), name }),
        items: fc.array(
          fc.oneof(
            fc.constant({ kind: 'allProperties' as const }),
            fc.record({ kind: is('ownProperty'), key: name }),
            fc.record({ kind: is('entry'), key: name, value: expression }),
          ),
          { maxLength: 3 },
        ),
      }),
      fc.record({ kind: is('literal'), value: literalValue }),
      fc.record({ kind: is('parameter'), name }),
      fc.record({ kind: is('property'), object: expression, key: name }),
      fc.record({ kind: is('index'), object: expression, index: expression }),
      fc.record({
        kind: is('slice'),
        object: expression,
        from: expression,
        to: nullable(expression),
      }),
      fc.record({ kind: is('list'), items: fc.array(expression, { maxLength: 3 }) }),
      tie('map'),
      fc.record({ kind: is('unary'), operator: fc.constantFrom('NOT', '-', '+'), operand: expression }),
      fc.record({
        kind: is('binary'),
        operator: fc.constantFrom(
          ...(['OR', 'XOR', 'AND', 'IN', 'STARTS WITH', 'ENDS WITH', 'CONTAINS'] as const),
          ...(['+', '-', '*', '/', '%', '^', '=~', '||'] as const),
        ),
        left: expression,
        right: expression,
      }),
      fc.record({
        kind: is('comparison'),
        first: expression,
        rest: fc.array(
          fc.record({ operator: fc.constantFrom('=', '<>', '<', '<=', '>', '>='), operand: expression }),
          { minLength: 1, maxLength: 2 },
        ),
      }),
      fc.record({ kind: is('isNull'), operand: expression, negated: fc.boolean() }),
      fc.record({ kind: is('hasLabels'), operand: expression, labels }),
      fc.record({ kind: is('isTyped'), operand: expression, negated: fc.boolean(), type: valueTypes }),
      fc.record({
        kind: is('case'),
        subject: nullable(expression),
        branches: fc.array(fc.record({ when: expression, result: expression }), {
          minLength: 1,
          maxLength: 2,
        }),
        otherwise: nullable(expression),
      }),
      fc.record({
        kind: is('call'),
        name: fc.constantFrom('size', 'toLower', 'labels', 'sum', 'collect', 'coalesce', 'apoc.x.y'),
        distinct: fc.boolean(),
        arguments: fc.array(expression, { maxLength: 2 }),
      }),
      fc.constant({ kind: 'countAll' as const }),
      fc.record({
        kind: is('listComprehension'),
        variable: name,
        list: expression,
        where: nullable(expression),
        map: nullable(expression),
      }),
      fc.record({
        kind: is('quantifier'),
        quantity: fc.constantFrom('all', 'any', 'none', 'single'),
        variable: name,
        list: expression,
        where: expression,
      }),
      fc.record({
        kind: is('reduce'),
        accumulator: name,
        initial: expression,
        variable: name,
        list: expression,
        step: expression,
      }),
      fc.record({
        kind: is('exists'),
        counts: fc.boolean(),
        paths: fc.array(tie('path'), { minLength: 1, maxLength: 2 }),
        where: nullable(expression),
      }),
      fc.record({ kind: is('patternPredicate'), path: tie('longPath') }),
      fc.record({
        kind: is('patternComprehension'),
        path: tie('longPath'),
        where: nullable(expression),
        map: expression,
      }),
    ) as fc.Arbitrary<Expression>,
  };
});

const item: fc.Arbitrary<Item> = fc.record({ expression: trees.expression, name });

const projection = {
  distinct: fc.boolean(),
  star: fc.boolean(),
  items: fc.array(item, { minLength: 1, maxLength: 3 }),
  orderBy: fc.array(fc.record({ expression: trees.expression, descending: fc.boolean() }), { maxLength: 2 }),
  skip: nullable(trees.expression),
  limit: nullable(trees.expression),
};

const anyPath = fc.oneof({ weight: 3, arbitrary: trees.path }, { weight: 1, arbitrary: trees.shortest });

const reading: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({
    kind: is('match'),
    optional: fc.boolean(),
    paths: fc.array(anyPath, { minLength: 1, maxLength: 2 }),
    where: nullable(trees.expression),
  }),
  fc.record({ kind: is('unwind'), list: trees.expression, variable: name }),
  fc.record({ kind: is('with'), ...projection, where: nullable(trees.expression) }),
);

const labelNames = fc.array(name, { minLength: 1, maxLength: 2 });

const setItem: fc.Arbitrary<SetItem> = fc.oneof(
  fc.record({ kind: is('setProperty'), object: trees.expression, key: name, value: trees.expression }),
  fc.record({ kind: is('setProperties'), variable: name, adds: fc.boolean(), value: trees.expression }),
  fc.record({ kind: is('setLabels'), variable: name, labels: labelNames }),
);

const removeItem: fc.Arbitrary<RemoveItem> = fc.oneof(
  fc.record({ kind: is('removeProperty'), object: trees.expression, key: name }),
  fc.record({ kind: is('removeLabels'), variable: name, labels: labelNames }),
);

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 2 });

const writing: fc.Arbitrary<Clause> = fc.letrec<{ clause: Clause }>((tie) => ({
  clause: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: is('create'), paths: some(trees.path) }),
    fc.record({
      kind: is('merge'),
      path: trees.path,
      onCreate: fc.array(setItem, { maxLength: 2 }),
      onMatch: fc.array(setItem, { maxLength: 2 }),
    }),
    fc.record({ kind: is('set'), items: some(setItem) }),
    fc.record({ kind: is('remove'), items: some(removeItem) }),
    fc.record({ kind: is('delete'), detach: fc.boolean(), items: some(trees.expression) }),
    fc.record({
      kind: is('foreach'),
      variable: name,
      list: trees.expression,
      clauses: some(tie('clause') as fc.Arbitrary<Clause>),
    }),
  ) as fc.Arbitrary<Clause>,
})).clause;

const yields = fc.array(fc.record({ column: name, variable: name }), { maxLength: 2 });

const calling: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({
    kind: is('procedureCall'),
    name: fc.constantFrom('db.labels', 'rank', 'my.own.rank'),
    arguments: nullable(fc.array(trees.expression, { maxLength: 2 })),
    yields: fc.oneof(fc.constant(null), fc.constant('all' as const)),
    where: fc.constant(null),
  }),
  fc.record({
    kind: is('procedureCall'),
    name: fc.constant('rank'),
    arguments: nullable(fc.array(trees.expression, { maxLength: 2 })),
    yields,
    where: nullable(trees.expression),
  }),
  fc.record({
    kind: is('subquery'),
    imports: fc.oneof(fc.constant(null), fc.constant('all' as const), fc.array(name, { maxLength: 2 })),
    query: trees.query,
  }),
);

const clause: fc.Arbitrary<Clause> = fc.oneof(
  { weight: 3, arbitrary: reading },
  { weight: 2, arbitrary: writing },
  { weight: 1, arbitrary: calling },
);

const last: fc.Arbitrary<Clause> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: is('return'), ...projection }) },
  { weight: 1, arbitrary: writing },
  { weight: 1, arbitrary: calling },
);

const branch: fc.Arbitrary<Branch> = fc
  .tuple(fc.array(clause, { maxLength: 3 }), last)
  .map(([clauses, end]) => ({ clauses: [...clauses, end] }));

/** Whole queries: right in form, mostly nonsense in meaning. */
export const queries: fc.Arbitrary<Query> = fc
  .tuple(
    fc.option(fc.constantFrom('EXPLAIN' as const, 'PROFILE' as const), { nil: null, freq: 5 }),
    fc.array(branch, { minLength: 1, maxLength: 2 }),
    fc.constantFrom('all' as const, 'distinct' as const),
  )
  .map(([prefix, branches, union]) => ({
    kind: 'query',
    ...(prefix === null ? {} : { prefix }),
    branches,
    union: branches.length > 1 ? union : null,
  }));
