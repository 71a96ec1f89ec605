// What can be known to be wrong with a query before it runs: undefined names, names of the wrong kind, aggregates out of
// place, unknown functions. Gives nothing; throws where something is wrong.
import { aggregateNamed } from './aggregates.ts';
import type {
  Branch,
  Call,
  Clause,
  Expression,
  Match,
  NodePattern,
  PathPattern,
  PatternPredicate,
  Projection,
  Query,
  RelationshipPattern,
} from './ast.ts';
import { cypherError } from './errors.ts';
import { functionNamed } from './functions.ts';
import { isInteger } from './inner.ts';
import { type Kind, kindOf, mayTake, noun } from './kinds.ts';
import { resolveProjection } from './projection.ts';
import { children, elementsOf, hasAggregate, isAggregate, namesIn, namesInPath } from './walk.ts';

type Scope = ReadonlyMap<string, Kind>;

/** Checks a query. Errors: `CypherError`, with its place where `text` is what the tree was parsed from. */
export function check(query: Query, text?: string): void {
  const complain: Complain = (problem, at) => {
    throw cypherError(problem, text, at);
  };
  const columns = query.branches.map((branch) => checkBranch(branch, complain));
  const [first = []] = columns;
  for (const [i, others] of columns.entries())
    if (others.length !== first.length || !others.every((name) => first.includes(name)))
      complain(
        `The branches of a UNION must have the same columns: ${first.join(', ')} is not ${others.join(', ')}.`,
        query.branches[i]?.clauses.at(-1)?.at,
      );
}

type Complain = (problem: string, at: number | undefined) => never;

function checkBranch({ clauses }: Branch, complain: Complain): string[] {
  let scope: Scope = new Map();
  for (const [i, clause] of clauses.entries()) {
    if ((clause.kind === 'return') !== (i === clauses.length - 1))
      complain('A query ends with its one RETURN.', clause.at);
    scope = checkClause(clause, scope, complain);
  }
  return [...scope.keys()];
}

/** The scope after a clause. */
function checkClause(clause: Clause, scope: Scope, complain: Complain): Scope {
  switch (clause.kind) {
    case 'match':
      return checkMatch(clause, scope, complain);
    case 'unwind': {
      checkPlain(clause.list, scope, 'UNWIND', complain);
      if (scope.has(clause.variable)) complain(`"${clause.variable}" is already defined.`, clause.at);
      return new Map([...scope, [clause.variable, 'value']]);
    }
    case 'with':
      return checkProjection(clause, scope, complain);
    case 'return':
      if (clause.star && scope.size === 0) complain('RETURN * needs a variable to return.', clause.at);
      return checkProjection(clause, scope, complain);
  }
}

function checkMatch({ paths, where }: Match, scope: Scope, complain: Complain): Scope {
  const inside = checkPaths(paths, scope, complain);
  if (where !== null) checkWhere(where, inside, complain);
  return inside;
}

/** The scope with the paths' names in it. */
function checkPaths(paths: readonly PathPattern[], outer: Scope, complain: Complain): Scope {
  const scope = new Map(outer);
  const relationships = new Set<string>();
  for (const { variable, start, steps, at } of paths) {
    declareNode(start, scope, complain);
    for (const { relationship, node } of steps) {
      declareRelationship(relationship, scope, outer, relationships, complain);
      declareNode(node, scope, complain);
    }
    if (variable === null) continue;
    if (scope.has(variable)) complain(`"${variable}" is already defined.`, at);
    scope.set(variable, 'path');
  }
  for (const { properties, where } of paths.flatMap(elementsOf)) {
    if (properties !== null) checkPlain(properties, scope, 'a pattern', complain);
    if (where !== null) checkWhere(where, scope, complain);
  }
  return scope;
}

function declareNode({ variable, at }: NodePattern, scope: Map<string, Kind>, complain: Complain): void {
  if (variable === null) return;
  const known = scope.get(variable);
  if (known !== undefined && known !== 'node' && known !== 'value')
    complain(`"${variable}" is already a ${noun(known)}, so it can’t be a node.`, at);
  if (known === undefined) scope.set(variable, 'node');
}

function declareRelationship(
  { variable, range, where, at }: RelationshipPattern,
  scope: Map<string, Kind>,
  outer: Scope,
  seen: Set<string>,
  complain: Complain,
): void {
  if (range !== null && where !== null)
    complain('WHERE within a path of variable length is not supported yet.', at);
  if (variable === null) return;
  if (seen.has(variable)) complain(`"${variable}" can’t stand for two relationships of one pattern.`, at);
  seen.add(variable);
  const known = scope.get(variable);
  const kind = range === null ? 'relationship' : 'relationships';
  if (range !== null && outer.has(variable))
    complain('A path of variable length whose relationships are known already is not supported yet.', at);
  if (known !== undefined && known !== 'value' && known !== kind)
    complain(`"${variable}" is already a ${noun(known)}, so it can’t be a ${noun(kind)}.`, at);
  if (known === undefined) scope.set(variable, kind);
}

function checkProjection(projection: Projection, scope: Scope, complain: Complain): Scope {
  const { columns, orderBy, where } = resolveProjection(projection, scope.keys(), complain);
  const after = new Map<string, Kind>();
  for (const { name, expression } of columns) {
    checkExpression(expression, scope, complain);
    if (after.has(name))
      complain(`Two columns are called "${name}": give one another name with AS.`, projection.at);
    after.set(name, kindOf(expression, scope));
  }
  const visible = subclauseScope(projection, scope, after);
  for (const item of orderBy) checkExpression(item.expression, visible, complain);
  if (where !== null) checkWhere(where, visible, complain);
  checkCount('SKIP', projection.skip, complain);
  checkCount('LIMIT', projection.limit, complain);
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

function checkCount(what: 'SKIP' | 'LIMIT', count: Expression | null, complain: Complain): void {
  if (count === null) return;
  const [name] = namesIn(count);
  if (name !== undefined)
    complain(`${what} takes a number or a parameter, so it can’t use "${name}".`, count.at);
  checkPlain(count, new Map(), what, complain);
  if (count.kind === 'literal' && !(isInteger(count.value) && count.value >= 0))
    complain(`${what} takes a whole number from 0 on.`, count.at);
}

/** An expression where no aggregate may stand. */
function checkPlain(expression: Expression, scope: Scope, where: string, complain: Complain): void {
  const found = firstAggregate(expression);
  if (found !== null)
    complain(
      `An aggregate can’t stand in ${where}: put it into a WITH before, and use its name here.`,
      found.at,
    );
  checkExpression(expression, scope, complain);
}

function checkWhere(condition: Expression, scope: Scope, complain: Complain): void {
  const found = firstAggregate(condition);
  if (found !== null)
    complain(
      'An aggregate can’t stand in WHERE: put it into a WITH before, and use its name here.',
      found.at,
    );
  checkCondition(condition, scope, complain);
}

/** An expression that must be true, false or null; a pattern may stand in it. */
function checkCondition(condition: Expression, scope: Scope, complain: Complain): void {
  if (condition.kind === 'patternPredicate') checkPatternPredicate(condition, scope, complain);
  else checkExpression(condition, scope, complain);
  const kind = kindOf(condition, scope);
  if (kind !== 'value' && kind !== 'boolean')
    complain(`A condition must be true or false, and this is a ${noun(kind)}.`, condition.at);
}

function checkPatternPredicate({ path, at }: PatternPredicate, scope: Scope, complain: Complain): void {
  const unknown = namesInPath(path).find((name) => !scope.has(name));
  if (unknown !== undefined)
    complain(`A pattern that is a condition can’t name anything new: "${unknown}" is not defined.`, at);
  checkPaths([path], scope, complain);
}

function firstAggregate(expression: Expression): Expression | null {
  if (isAggregate(expression)) return expression;
  for (const child of children(expression)) {
    const found = firstAggregate(child);
    if (found !== null) return found;
  }
  return null;
}

function checkExpression(expression: Expression, scope: Scope, complain: Complain): void {
  const visit = (part: Expression | null, inner: Scope = scope) => {
    if (part !== null) checkExpression(part, inner, complain);
  };
  const within = (...names: string[]): Scope =>
    new Map<string, Kind>([...scope, ...names.map((name) => [name, 'value'] as const)]);
  switch (expression.kind) {
    case 'variable':
      if (!scope.has(expression.name)) complain(`"${expression.name}" is not defined.`, expression.at);
      return;
    case 'call':
      checkCall(expression, scope, complain);
      break;
    case 'listComprehension': {
      const inner = within(expression.variable);
      visit(expression.list);
      if (expression.where !== null) checkCondition(expression.where, inner, complain);
      visit(expression.map, inner);
      refuseAggregates([expression.where, expression.map], complain);
      return;
    }
    case 'quantifier':
      visit(expression.list);
      checkCondition(expression.where, within(expression.variable), complain);
      refuseAggregates([expression.where], complain);
      return;
    case 'reduce':
      visit(expression.initial);
      visit(expression.list);
      visit(expression.step, within(expression.variable, expression.accumulator));
      refuseAggregates([expression.step], complain);
      return;
    case 'exists': {
      const inner = checkPaths(expression.paths, scope, complain);
      if (expression.where !== null) checkWhere(expression.where, inner, complain);
      return;
    }
    case 'patternPredicate':
      complain(
        'A pattern can stand only in a condition: write EXISTS { … } or COUNT { … } around it.',
        expression.at,
      );
      return;
    case 'binary':
      if (!['AND', 'OR', 'XOR'].includes(expression.operator)) break;
      checkCondition(expression.left, scope, complain);
      checkCondition(expression.right, scope, complain);
      return;
    case 'unary':
      if (expression.operator !== 'NOT') break;
      checkCondition(expression.operand, scope, complain);
      return;
    case 'case':
      if (expression.subject !== null) break;
      for (const { when, result } of expression.branches) {
        checkCondition(when, scope, complain);
        visit(result);
      }
      visit(expression.otherwise);
      return;
    case 'property': {
      const kind = kindOf(expression.object, scope);
      if (!['node', 'relationship', 'map', 'value'].includes(kind))
        complain(`A ${noun(kind)} has no property "${expression.key}".`, expression.at);
      break;
    }
    case 'patternComprehension': {
      const inner = checkPaths([expression.path], scope, complain);
      if (expression.where !== null) checkWhere(expression.where, inner, complain);
      checkPlain(expression.map, inner, 'a comprehension', complain);
      return;
    }
  }
  for (const child of children(expression)) visit(child);
}

function refuseAggregates(parts: readonly (Expression | null)[], complain: Complain): void {
  for (const part of parts) {
    const found = part === null ? null : firstAggregate(part);
    if (found !== null) complain('An aggregate can’t stand within a comprehension.', found.at);
  }
}

function checkCall({ name, arguments: values, distinct, at }: Call, scope: Scope, complain: Complain): void {
  const aggregate = aggregateNamed(name);
  const known = functionNamed(name);
  if (aggregate !== undefined) {
    if (values.length !== aggregate.arguments)
      complain(takes(name, aggregate.arguments, aggregate.arguments), at);
    const nested = values.map(firstAggregate).find((found) => found !== null);
    if (nested != null)
      complain('An aggregate can’t stand within another: use a WITH between them.', nested.at);
    return;
  }
  if (known === undefined) complain(`The function ${name}() does not exist, or is not supported yet.`, at);
  if (distinct) complain(`DISTINCT belongs into aggregates, and ${name}() is none.`, at);
  if (values.length < known.least || values.length > known.most)
    complain(takes(name, known.least, known.most), at);
  const kind = values[0] === undefined ? 'value' : kindOf(values[0], scope);
  if (!mayTake(name, kind)) complain(`${name}() can’t take a ${noun(kind)}.`, at);
}

function takes(name: string, least: number, most: number): string {
  const count =
    most === Number.POSITIVE_INFINITY ? `${least} or more` : least === most ? least : `${least} to ${most}`;
  return `${name}() takes ${count} ${most === 1 ? 'argument' : 'arguments'}.`;
}
