// From tree to operators: one branch after the other, one clause after the other. How the patterns of a MATCH are
// walked is decided in plan-match.ts, what a clause that writes amounts to in plan-write.ts.
import type {
  Branch,
  Clause,
  Expression,
  Match,
  ProcedureCall,
  Query,
  Return,
  Subquery,
  With,
} from './ast.ts';
import { subclauseScope } from './check.ts';
import type { Operator, Plan, Scope } from './operators.ts';
import { planMatch, type Statistics } from './plan-match.ts';
import { planWriting } from './plan-write.ts';
import type { Procedure, Procedures } from './procedures.ts';
import { type Column, resolveProjection } from './projection.ts';
import { shortened } from './shorten.ts';
import { isStandalone, isWriting } from './walk.ts';

/** Hands out slots of one frame. */
export interface Slots {
  take(): number;
}

/** What planning needs besides the tree. */
export interface Surroundings {
  readonly slots: Slots;
  readonly statistics: Statistics;
  readonly procedures: Procedures;
}

/** How far the plan of a branch has come: what gives its rows, and which name stands where in them. */
export interface Stage {
  readonly root: Operator;
  readonly scope: Scope;
}

/** The plan of a query that `check` found right. Cost: quadratic in the pattern parts of one MATCH, else linear. */
export function plan(query: Query, statistics: Statistics, procedures: Procedures): Plan {
  let width = 0;
  const slots: Slots = { take: () => width++ };
  const { root, columns } = planQuery(query, new Map(), { slots, statistics, procedures });
  return shortened({ root, columns: [...columns.keys()], output: [...columns.values()], width });
}

/**
 * A query over what `outer` names, which stays visible whatever a WITH lets through; unless `isImporting`, where each
 * branch says in a first WITH what it takes. `columns` are the results by name, none where it only writes or calls.
 */
export function planQuery(
  query: Query,
  outer: Scope,
  surroundings: Surroundings,
  isImporting = false,
): { readonly root: Operator; readonly columns: Scope } {
  const branches = query.branches.map((branch) =>
    isImporting
      ? planBranch(branch, branch.clauses[0]?.kind === 'with' ? outer : new Map(), new Map(), surroundings)
      : planBranch(branch, outer, outer, surroundings),
  );
  const [first] = branches as [Stage];
  if (branches.length === 1) return { root: first.root, columns: first.scope };
  const columns = new Map([...first.scope.keys()].map((name) => [name, surroundings.slots.take()]));
  const root: Operator = {
    kind: 'union',
    isDistinct: query.union === 'distinct',
    slots: [...columns.values()],
    branches: branches.map(({ root, scope }) => ({
      root,
      output: [...columns.keys()].map((name) => scope.get(name) as number),
    })),
  };
  return { root, columns };
}

function planBranch(
  { clauses }: Branch,
  initial: Scope,
  constants: Scope,
  surroundings: Surroundings,
): Stage {
  let stage: Stage = { root: { kind: 'argument' }, scope: initial };
  let hasWritten = false;
  for (const clause of clauses) {
    const { root, scope } =
      clause.kind === 'with' || clause.kind === 'return'
        ? planProjection(clause, stage, constants, surroundings.slots, hasWritten)
        : planClause(clause, stage, isStandalone(clauses) && constants.size === 0, surroundings);
    hasWritten ||= isWriting(clause);
    stage = { root, scope: clause.kind === 'with' ? new Map([...constants, ...scope]) : scope };
  }
  const last = clauses.at(-1);
  const hasColumns = last?.kind === 'return' || isStandalone(clauses);
  return { root: stage.root, scope: hasColumns ? stage.scope : new Map() };
}

function planClause(
  clause: Exclude<Clause, With | Return>,
  { root, scope }: Stage,
  isAlone: boolean,
  surroundings: Surroundings,
): Stage {
  const { slots } = surroundings;
  switch (clause.kind) {
    case 'match':
      return planMatchClause(clause, { root, scope }, surroundings);
    case 'unwind': {
      const slot = slots.take();
      const unwind: Operator = { kind: 'unwind', source: root, list: clause.list, scope, slot };
      return { root: unwind, scope: new Map([...scope, [clause.variable, slot]]) };
    }
    case 'procedureCall':
      return planCall(clause, { root, scope }, isAlone, surroundings);
    case 'subquery':
      return planSubquery(clause, { root, scope }, surroundings);
    default:
      return planWriting(clause, { root, scope }, surroundings);
  }
}

function planMatchClause(match: Match, { root, scope }: Stage, { slots, statistics }: Surroundings): Stage {
  if (!match.optional) return planMatch(match, root, scope, slots, statistics);
  const inner = planMatch(match, { kind: 'argument' }, scope, slots, statistics);
  const fresh = [...inner.scope].filter(([name]) => !scope.has(name)).map(([, slot]) => slot);
  return { root: { kind: 'optional', source: root, inner: inner.root, slots: fresh }, scope: inner.scope };
}

/** WITH or RETURN: group or compute, fold, sort, cut, filter. */
function planProjection(
  clause: With | Return,
  { root, scope }: Stage,
  constants: Scope,
  slots: Slots,
  hasWritten: boolean,
): Stage {
  const names = [...scope.keys()].filter((name) => !constants.has(name));
  const { columns, grouping, orderBy, where } = resolveProjection(clause, names, (problem) => {
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
    inner = new Map([...constants, ...scopeOf([...keys, ...aggregates])]);
    placed = grouping.results.map(place);
  }
  source = { kind: 'project', source, columns: placed, scope: inner };
  const after = scopeOf(placed);
  const visible = subclauseScope(clause, scope, after);
  const keep = [...(where === null ? after : visible).values()];
  if (clause.distinct) source = { kind: 'distinct', source, slots: [...after.values()] };
  const wanted =
    isFixed(clause.limit) && (clause.skip === null || isFixed(clause.skip))
      ? { skip: clause.skip, limit: clause.limit }
      : null;
  if (orderBy.length > 0) source = { kind: 'sort', source, by: orderBy, scope: visible, keep, wanted };
  if (clause.skip !== null) source = { kind: 'skip', source, count: clause.skip };
  if (clause.limit !== null) source = { kind: 'limit', source, count: clause.limit, drains: hasWritten };
  if (where !== null) source = filter(source, where, visible);
  return { root: source, scope: after };
}

/** Whether it is the same whenever it is asked. */
const isFixed = (count: Expression | null): count is Expression =>
  count?.kind === 'literal' || count?.kind === 'parameter';

function planCall(
  call: ProcedureCall,
  { root, scope }: Stage,
  isAlone: boolean,
  { slots, procedures }: Surroundings,
): Stage {
  const procedure = procedures.get(call.name) as Procedure;
  const given = call.arguments ?? [];
  const values = procedure.parameters.map(
    ({ name, isOptional }, i): Expression =>
      given[i] ?? (isOptional === true ? { kind: 'literal', value: null } : { kind: 'parameter', name }),
  );
  const yields = yieldsOf(call, procedure, isAlone).map(({ column, variable }) => ({
    variable,
    slot: slots.take(),
    column: procedure.columns.findIndex(({ name }) => name === column),
  }));
  const after = new Map([...scope, ...yields.map(({ variable, slot }) => [variable, slot] as const)]);
  const source: Operator = {
    kind: 'call',
    source: root,
    procedure,
    values,
    scope,
    yields,
    ...(call.at === undefined ? {} : { at: call.at }),
  };
  return { root: call.where === null ? source : filter(source, call.where, after), scope: after };
}

/** What a call gives names to: everything, where it stands alone and doesn't say. */
const yieldsOf = (
  { yields }: ProcedureCall,
  { columns }: Procedure,
  isAlone: boolean,
): readonly { readonly column: string; readonly variable: string }[] =>
  yields === 'all' || (yields === null && isAlone)
    ? columns.map(({ name }) => ({ column: name, variable: name }))
    : (yields ?? []);

/** What writes within is kept from what reads around it. */
function planSubquery(clause: Subquery, stage: Stage, surroundings: Surroundings): Stage {
  const { root, scope } = isWriting(clause) ? eager(stage) : stage;
  const { imports, query } = clause;
  const outer = imports === null || imports === 'all' ? scope : only(scope, imports);
  const inner = planQuery(query, outer, surroundings, imports === null);
  const isUnit = inner.columns.size === 0;
  const after = {
    root: { kind: 'apply', source: root, inner: inner.root, isUnit } as const,
    scope: new Map([...scope, ...inner.columns]),
  };
  return isWriting(clause) ? eager(after) : after;
}

const only = (scope: Scope, names: readonly string[]): Scope =>
  new Map([...scope].filter(([name]) => names.includes(name)));

/** All rows of a stage before the first goes on. */
export function eager({ root, scope }: Stage): Stage {
  if (root.kind === 'argument' || root.kind === 'eager') return { root, scope };
  return { root: { kind: 'eager', source: root, keep: [...scope.values()] }, scope };
}

const filter = (source: Operator, condition: Expression, scope: Scope): Operator => ({
  kind: 'filter',
  source,
  condition,
  scope,
});

const scopeOf = (placed: readonly { readonly name: string; readonly slot: number }[]): Scope =>
  new Map(placed.map(({ name, slot }) => [name, slot]));
