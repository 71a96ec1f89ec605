// What can be known to be wrong with a query before it runs: undefined names, names of the wrong kind, aggregates out of
// place, unknown functions. Gives nothing; throws where something is wrong. Patterns and expressions have files of
// their own.
import type {
  Branch,
  Clause,
  Delete,
  Expression,
  Merge,
  ProcedureCall,
  Projection,
  Query,
  RemoveItem,
  SetItem,
  Subquery,
} from './ast.ts';
import { checkExpression, checkPlain, checkWhere } from './check-expression.ts';
import { checkCreated, checkPaths } from './check-pattern.ts';
import { cypherError, type ErrorCode } from './errors.ts';
import { nearest } from './hints.ts';
import { isInteger } from './inner.ts';
import { type Kind, kindOf, noun } from './kinds.ts';
import type { Field, Procedures } from './procedures.ts';
import { resolveProjection } from './projection.ts';
import { firstWriting, hasAggregate, isStandalone, isWriting, namesIn } from './walk.ts';

/** What is known of the names in scope. */
export type KindScope = ReadonlyMap<string, Kind>;

/** Throws a `CypherError` with the place, if it is known. */
export type Complain = (problem: string, at: number | undefined, code?: ErrorCode) => never;

/** What checking needs besides the tree. */
export interface Checking {
  readonly complain: Complain;
  readonly procedures: Procedures;
  /** The names in a query's columns, where it stands within an expression. */
  readonly queryWithin: (query: Query, scope: KindScope) => readonly string[];
}

/** Checks a query. Errors: `CypherError`, with its place where `text` is what the tree was parsed from. */
export function check(
  query: Query,
  text: string | undefined,
  { procedures, mayWrite }: { readonly procedures: Procedures; readonly mayWrite: boolean },
): void {
  const complain: Complain = (problem, at, code) => {
    throw cypherError(problem, text, at, code);
  };
  const queryWithin = (inner: Query, scope: KindScope): readonly string[] => {
    const writing = firstWriting(inner);
    if (writing !== null) complain('A query within an expression can’t write.', writing.at);
    return [...checkQuery(inner, scope, checking).keys()];
  };
  const checking: Checking = { complain, procedures, queryWithin };
  const columns = checkQuery(query, new Map(), checking);
  const writing = firstWriting(query);
  if (columns.size === 0 && writing === null && query.branches.every(({ clauses }) => !isCalling(clauses)))
    complain(
      'A query ends with RETURN, or with a clause that writes.',
      query.branches[0]?.clauses.at(-1)?.at,
    );
  if (writing !== null && !mayWrite)
    complain(
      'This query writes, and only reading is allowed here: a program says mode: "write" among the options.',
      writing.at,
      'AccessMode',
    );
}

const isCalling = (clauses: readonly Clause[]): boolean =>
  clauses.at(-1)?.kind === 'procedureCall' || clauses.at(-1)?.kind === 'subquery';

/** The columns of a query over what `outer` names. */
function checkQuery(query: Query, outer: KindScope, checking: Checking, isImporting = false): KindScope {
  const columns = query.branches.map((branch) =>
    isImporting
      ? checkBranch(branch, importedBy(branch, outer, checking), new Map(), checking)
      : checkBranch(branch, outer, outer, checking),
  );
  const [first = new Map()] = columns;
  for (const [i, others] of columns.entries())
    if (others.size !== first.size || ![...others.keys()].every((name) => first.has(name)))
      checking.complain(
        `The branches of a UNION must have the same columns: ${[...first.keys()].join(', ')} is not ${[...others.keys()].join(', ')}.`,
        query.branches[i]?.clauses.at(-1)?.at,
      );
  return first;
}

/** Without a first WITH a branch takes nothing; with one, that may only name what it takes. */
function importedBy({ clauses: [first] }: Branch, outer: KindScope, { complain }: Checking): KindScope {
  if (first?.kind !== 'with') return new Map();
  const isPlain = first.items.every(
    ({ expression, name }) => expression.kind === 'variable' && expression.name === name,
  );
  if (
    !isPlain &&
    first.items.some(({ expression }) => [...namesIn(expression)].some((name) => outer.has(name)))
  )
    complain('The first WITH of a subquery can only name what it takes from outside.', first.at);
  return outer;
}

function checkBranch(
  { clauses }: Branch,
  initial: KindScope,
  constants: KindScope,
  checking: Checking,
): KindScope {
  let scope = initial;
  let written: Clause | null = null;
  for (const [i, clause] of clauses.entries()) {
    if (clause.kind === 'return' && i < clauses.length - 1)
      checking.complain('RETURN ends a query.', clause.at);
    if (
      written !== null &&
      ['match', 'unwind', 'procedureCall', 'subquery'].includes(clause.kind) &&
      !isWriting(clause)
    )
      checking.complain('WITH is needed between what writes and what reads after it.', clause.at);
    if (isWriting(clause) && clause.kind !== 'subquery') written = clause;
    if (clause.kind === 'with') written = null;
    const isAlone = isStandalone(clauses) && constants.size === 0;
    const after = checkClause(clause, scope, constants, isAlone, checking);
    scope = clause.kind === 'with' ? new Map([...constants, ...after]) : after;
  }
  return clauses.at(-1)?.kind === 'return' || isStandalone(clauses) ? scope : new Map();
}

/** The scope after a clause. */
function checkClause(
  clause: Clause,
  scope: KindScope,
  constants: KindScope,
  isAlone: boolean,
  checking: Checking,
): KindScope {
  const { complain }: Checking = checking;
  switch (clause.kind) {
    case 'match': {
      const inside = checkPaths(clause.paths, scope, checking);
      if (clause.where !== null) checkWhere(clause.where, inside, checking);
      return inside;
    }
    case 'unwind':
      checkPlain(clause.list, scope, 'UNWIND', checking);
      if (scope.has(clause.variable)) complain(`"${clause.variable}" is already defined.`, clause.at);
      return new Map([...scope, [clause.variable, 'value']]);
    case 'with':
      return checkProjection(clause, scope, constants, checking);
    case 'return':
      if (clause.star && [...scope.keys()].every((name) => constants.has(name)))
        complain('RETURN * needs a variable to return.', clause.at);
      return checkProjection(clause, scope, constants, checking);
    case 'create':
      return checkCreated(clause.paths, scope, 'CREATE', checking);
    case 'merge':
      return checkMerge(clause, scope, checking);
    case 'set':
    case 'remove':
      checkChanges(clause.items, scope, checking);
      return scope;
    case 'delete':
      checkDelete(clause, scope, checking);
      return scope;
    case 'foreach': {
      checkPlain(clause.list, scope, 'FOREACH', checking);
      let inside: KindScope = new Map([...scope, [clause.variable, 'value']]);
      for (const each of clause.clauses) inside = checkClause(each, inside, constants, false, checking);
      return scope;
    }
    case 'procedureCall':
      return checkProcedureCall(clause, scope, isAlone, checking);
    case 'subquery':
      return checkSubquery(clause, scope, checking);
  }
}

function checkMerge({ path, onCreate, onMatch }: Merge, scope: KindScope, checking: Checking): KindScope {
  const inside = checkCreated([path], scope, 'MERGE', checking);
  checkChanges([...onCreate, ...onMatch], inside, checking);
  return inside;
}

function checkChanges(items: readonly (SetItem | RemoveItem)[], scope: KindScope, checking: Checking): void {
  const { complain }: Checking = checking;
  for (const item of items) {
    if (item.kind === 'setProperty' || item.kind === 'removeProperty')
      checkEntity(item.object, scope, checking);
    else {
      const kind = scope.get(item.variable) ?? complain(`"${item.variable}" is not defined.`, item.at);
      if (!['node', 'relationship', 'value'].includes(kind))
        complain(`A ${noun(kind)} can’t be changed: only nodes and relationships can.`, item.at);
    }
    if (item.kind === 'setProperty' || item.kind === 'setProperties')
      checkPlain(item.value, scope, 'SET', checking);
  }
}

function checkEntity(object: Expression, scope: KindScope, checking: Checking): void {
  checkPlain(object, scope, 'SET', checking);
  const kind = kindOf(object, scope);
  if (!['node', 'relationship', 'value', 'map'].includes(kind))
    checking.complain(`A ${noun(kind)} can’t be changed: only nodes and relationships can.`, object.at);
}

function checkDelete({ items }: Delete, scope: KindScope, checking: Checking): void {
  for (const item of items) {
    checkPlain(item, scope, 'DELETE', checking);
    const kind = kindOf(item, scope);
    if (!['node', 'relationship', 'path', 'value'].includes(kind))
      checking.complain(`DELETE takes nodes, relationships and paths, not a ${noun(kind)}.`, item.at);
  }
}

function checkProcedureCall(
  call: ProcedureCall,
  scope: KindScope,
  isAlone: boolean,
  checking: Checking,
): KindScope {
  const { complain, procedures } = checking;
  const { name, arguments: values, yields, where, at } = call;
  const procedure = procedures.get(name);
  if (procedure === undefined) {
    const known = [...procedures.keys()];
    const near = nearest(name, known);
    const next =
      near !== null ? `: did you mean ${near}?` : known.length === 0 ? '.' : `, but ${known.join(', ')}.`;
    return complain(`There is no procedure ${name} here${next}`, at, 'ProcedureError');
  }
  if (values === null && !isAlone)
    complain('A procedure within a query is called with its arguments in brackets.', at);
  const { parameters, columns } = procedure;
  const least = parameters.filter(({ isOptional }) => isOptional !== true).length;
  if (values !== null && (values.length < least || values.length > parameters.length))
    complain(`${name}() takes ${countOf(least, parameters.length)}.`, at);
  for (const [i, value] of (values ?? []).entries()) {
    checkPlain(value, scope, 'CALL', checking);
    const kind = kindOf(value, scope);
    const parameter = parameters[i] as Field;
    if (!mayBe(kind, parameter.type))
      complain(`${name}() takes ${parameter.name} as ${parameter.type}, not a ${noun(kind)}.`, value.at);
  }
  if (yields === 'all' && !isAlone) complain('YIELD * can’t stand within a query: name the columns.', at);
  if (yields === null && !isAlone) return scope;
  const inside = new Map(scope);
  const items =
    yields === null || yields === 'all'
      ? columns.map((c) => ({ column: c.name, variable: c.name, at }))
      : yields;
  for (const { column, variable, at: place } of items) {
    if (!columns.some((known) => known.name === column))
      complain(`${name}() gives no "${column}": it gives ${columns.map((c) => c.name).join(', ')}.`, place);
    if (inside.has(variable)) complain(`"${variable}" is already defined.`, place);
    inside.set(variable, 'value');
  }
  if (where !== null) checkWhere(where, inside, checking);
  return inside;
}

const countOf = (least: number, most: number): string =>
  `${least === most ? '' : `${least} to `}${most} ${most === 1 ? 'argument' : 'arguments'}`;

/** Whether an argument of a kind may be of a procedure's type, as far as it can be told before. */
function mayBe(kind: Kind, type: string): boolean {
  const kinds: Readonly<Record<string, readonly Kind[]>> = {
    STRING: ['text'],
    INTEGER: ['number'],
    FLOAT: ['number'],
    NUMBER: ['number'],
    BOOLEAN: ['boolean'],
    NODE: ['node'],
    RELATIONSHIP: ['relationship'],
    PATH: ['path'],
    LIST: ['list', 'relationships'],
    MAP: ['map'],
  };
  return kind === 'value' || (kinds[type]?.includes(kind) ?? true);
}

function checkSubquery({ imports, query, at }: Subquery, scope: KindScope, checking: Checking): KindScope {
  const { complain }: Checking = checking;
  const unknown = Array.isArray(imports) ? imports.find((name) => !scope.has(name)) : undefined;
  if (unknown !== undefined) complain(`"${unknown}" is not defined.`, at);
  const outer = Array.isArray(imports)
    ? new Map([...scope].filter(([name]) => imports.includes(name)))
    : scope;
  const columns = checkQuery(query, outer, checking, imports === null);
  for (const name of columns.keys())
    if (scope.has(name))
      complain(`"${name}" is already defined outside: give the column another name with AS.`, at);
  return new Map([...scope, ...columns]);
}

function checkProjection(
  projection: Projection,
  scope: KindScope,
  constants: KindScope,
  checking: Checking,
): KindScope {
  const { complain }: Checking = checking;
  const names = [...scope.keys()].filter((name) => !constants.has(name));
  const { columns, orderBy, where } = resolveProjection(projection, names, complain);
  const after = new Map<string, Kind>();
  for (const { name, expression } of columns) {
    checkExpression(expression, scope, checking);
    if (after.has(name))
      complain(`Two columns are called "${name}": give one another name with AS.`, projection.at);
    after.set(name, kindOf(expression, scope));
  }
  const visible = subclauseScope(projection, scope, after);
  for (const item of orderBy) checkExpression(item.expression, visible, checking);
  if (where !== null) checkWhere(where, visible, checking);
  checkCount('SKIP', projection.skip, checking);
  checkCount('LIMIT', projection.limit, checking);
  return after;
}

/** ORDER BY and WHERE still see what was there before, unless rows were folded together. */
export function subclauseScope<T>(
  projection: Projection,
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const isFolded = projection.distinct || projection.items.some(({ expression }) => hasAggregate(expression));
  return isFolded ? after : new Map([...before, ...after]);
}

function checkCount(what: 'SKIP' | 'LIMIT', count: Expression | null, checking: Checking): void {
  if (count === null) return;
  const [name] = namesIn(count);
  if (name !== undefined)
    checking.complain(`${what} takes a number or a parameter, so it can’t use "${name}".`, count.at);
  checkPlain(count, new Map(), what, checking);
  if (count.kind === 'literal' && !(isInteger(count.value) && count.value >= 0))
    checking.complain(`${what} takes a whole number from 0 on.`, count.at);
}
