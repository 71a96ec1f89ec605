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
} from '../../../graph/cypher/ast.ts';
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

interface Trees {
  expression: Expression;
  map: Expression;
  node: NodePattern;
  relationship: RelationshipPattern;
  path: PathPattern;
  longPath: PathPattern;
}

const nullable = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null });

const is = <K extends string>(kind: K) => fc.constant(kind);

const trees = fc.letrec<Trees>((tie) => {
  const expression = tie('expression') as fc.Arbitrary<Expression>;
  const step = fc.record({
    relationship: tie('relationship') as fc.Arbitrary<RelationshipPattern>,
    node: tie('node') as fc.Arbitrary<NodePattern>,
  });
  return {
    map: fc.record({
      kind: is('map'),
      entries: fc.array(fc.tuple(name, expression), { maxLength: 2 }),
    }) as fc.Arbitrary<Expression>,
    node: fc.record({
      variable: nullable(name),
      labels: nullable(labels),
      properties: nullable(tie('map') as fc.Arbitrary<Expression>),
      where: nullable(expression),
    }),
    relationship: fc.record({
      variable: nullable(name),
      types: nullable(labels),
      direction: fc.constantFrom('out', 'in', 'both'),
      properties: nullable(tie('map') as fc.Arbitrary<Expression>),
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
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ kind: is('variable'), name }),
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
          ...(['+', '-', '*', '/', '%', '^'] as const),
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

const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({
    kind: is('match'),
    optional: fc.boolean(),
    paths: fc.array(trees.path, { minLength: 1, maxLength: 2 }),
    where: nullable(trees.expression),
  }),
  fc.record({ kind: is('unwind'), list: trees.expression, variable: name }),
  fc.record({ kind: is('with'), ...projection, where: nullable(trees.expression) }),
);

const branch: fc.Arbitrary<Branch> = fc
  .tuple(fc.array(clause, { maxLength: 3 }), fc.record({ kind: is('return'), ...projection }))
  .map(([clauses, last]) => ({ clauses: [...clauses, last] }));

/** Whole queries: right in form, mostly nonsense in meaning. */
export const queries: fc.Arbitrary<Query> = fc
  .tuple(
    fc.array(branch, { minLength: 1, maxLength: 2 }),
    fc.constantFrom('all' as const, 'distinct' as const),
  )
  .map(([branches, union]) => ({ kind: 'query', branches, union: branches.length > 1 ? union : null }));
