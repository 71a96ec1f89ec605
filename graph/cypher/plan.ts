// From tree to operators: one branch after the other, one clause after the other. How the patterns of a MATCH are
// walked is decided in plan-match.ts.
import type { Branch, Clause, Expression, Match, Query, Return, With } from './ast.ts';
import { subclauseScope } from './check.ts';
import type { BranchPlan, Operator, Plan, Scope } from './operators.ts';
import { planMatch, type Statistics } from './plan-match.ts';
import { type Column, resolveProjection } from './projection.ts';

/** Hands out slots of one frame. */
export interface Slots {
  take(): number;
}

/** The plan of a query that `check` found right. Cost: quadratic in the pattern parts of one MATCH, else linear. */
export function plan(query: Query, statistics: Statistics): Plan {
  const branches = query.branches.map((branch) => planBranch(branch, statistics));
  const columns = branches[0]?.columns ?? [];
  return {
    union: query.union,
    columns,
    branches: branches.map(({ root, width, columns: own, output }) => ({
      root,
      width,
      output: columns.map((name) => output[own.indexOf(name)] as number),
    })),
  };
}

interface Stage {
  readonly root: Operator;
  readonly scope: Scope;
}

function planBranch(
  { clauses }: Branch,
  statistics: Statistics,
): BranchPlan & { readonly columns: readonly string[] } {
  let width = 0;
  const slots: Slots = { take: () => width++ };
  let stage: Stage = { root: { kind: 'argument' }, scope: new Map() };
  for (const clause of clauses) stage = planClause(clause, stage, slots, statistics);
  return {
    root: stage.root,
    width,
    columns: [...stage.scope.keys()],
    output: [...stage.scope.values()],
  };
}

function planClause(clause: Clause, { root, scope }: Stage, slots: Slots, statistics: Statistics): Stage {
  switch (clause.kind) {
    case 'match':
      return planMatchClause(clause, { root, scope }, slots, statistics);
    case 'unwind': {
      const slot = slots.take();
      const unwind: Operator = { kind: 'unwind', source: root, list: clause.list, scope, slot };
      return { root: unwind, scope: new Map([...scope, [clause.variable, slot]]) };
    }
    case 'with':
    case 'return':
      return planProjection(clause, { root, scope }, slots);
  }
}

function planMatchClause(match: Match, { root, scope }: Stage, slots: Slots, statistics: Statistics): Stage {
  if (!match.optional) return planMatch(match, root, scope, slots, statistics);
  const inner = planMatch(match, { kind: 'argument' }, scope, slots, statistics);
  const fresh = [...inner.scope].filter(([name]) => !scope.has(name)).map(([, slot]) => slot);
  return { root: { kind: 'optional', source: root, inner: inner.root, slots: fresh }, scope: inner.scope };
}

/** WITH or RETURN: group or compute, fold, sort, cut, filter. */
function planProjection(clause: With | Return, { root, scope }: Stage, slots: Slots): Stage {
  const { columns, grouping, orderBy, where } = resolveProjection(clause, scope.keys(), (problem) => {
    throw new Error(`Unchecked query: ${problem}`);
  });
  const place = (column: Column) => ({ ...column, slot: slots.take() });
  let source = root;
  let inner = scope;
  let placed = columns.map(place);
  if (grouping !== null) {
    const keys = grouping.keys.map(place);
    const aggregates = grouping.aggregates.map(place);
    source = { kind: 'aggregate', source, keys, aggregates, scope };
    inner = scopeOf([...keys, ...aggregates]);
    placed = grouping.results.map(place);
  }
  source = { kind: 'project', source, columns: placed, scope: inner };
  const after = scopeOf(placed);
  const visible = subclauseScope(clause, scope, after);
  const keep = [...(where === null ? after : visible).values()];
  if (clause.distinct) source = { kind: 'distinct', source, slots: [...after.values()] };
  if (orderBy.length > 0) source = { kind: 'sort', source, by: orderBy, scope: visible, keep };
  if (clause.skip !== null) source = { kind: 'skip', source, count: clause.skip };
  if (clause.limit !== null) source = { kind: 'limit', source, count: clause.limit };
  if (where !== null) source = filter(source, where, visible);
  return { root: source, scope: after };
}

const filter = (source: Operator, condition: Expression, scope: Scope): Operator => ({
  kind: 'filter',
  source,
  condition,
  scope,
});

const scopeOf = (placed: readonly { readonly name: string; readonly slot: number }[]): Scope =>
  new Map(placed.map(({ name, slot }) => [name, slot]));
