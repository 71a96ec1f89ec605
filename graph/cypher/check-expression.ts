// Checks expressions: every name defined, every function there, and nothing of a kind that can never be right.

import { aggregateNamed } from './aggregates.ts';
import type { Binary, Call, Expression, PathPattern, PatternPredicate } from './ast.ts';
import type { Checking, KindScope } from './check.ts';
import { checkPaths } from './check-pattern.ts';
import { functionNamed, functionNames } from './functions.ts';
import { nearest } from './hints.ts';
import { elementKindOf, type Kind, kindOf, mayTake, noun } from './kinds.ts';
import { children, isAggregate, namesInPath } from './walk.ts';

/** An expression where no aggregate may stand. */
export function checkPlain(
  expression: Expression,
  scope: KindScope,
  where: string,
  checking: Checking,
): void {
  const found = firstAggregate(expression);
  if (found !== null)
    checking.complain(
      `An aggregate can’t stand in ${where}: put it into a WITH before, and use its name here.`,
      found.at,
    );
  checkExpression(expression, scope, checking);
}

/** A WHERE: a condition in which no aggregate may stand. */
export function checkWhere(condition: Expression, scope: KindScope, checking: Checking): void {
  const found = firstAggregate(condition);
  if (found !== null)
    checking.complain(
      'An aggregate can’t stand in WHERE: put it into a WITH before, and use its name here.',
      found.at,
    );
  checkCondition(condition, scope, checking);
}

/** An expression that must be true, false or null; a pattern may stand in it. */
function checkCondition(condition: Expression, scope: KindScope, checking: Checking): void {
  if (condition.kind === 'patternPredicate') checkPatternPredicate(condition, scope, checking);
  else checkExpression(condition, scope, checking);
  const kind = kindOf(condition, scope);
  if (kind !== 'value' && kind !== 'boolean')
    checking.complain(`A condition must be true or false, and this is a ${noun(kind)}.`, condition.at);
}

function checkPatternPredicate({ path, at }: PatternPredicate, scope: KindScope, checking: Checking): void {
  const unknown = namesInPath(path).find((name) => !scope.has(name));
  if (unknown !== undefined)
    checking.complain(
      `A pattern that is a condition can’t name anything new: "${unknown}" is not defined.`,
      at,
    );
  checkPaths([path], scope, checking);
}

function firstAggregate(expression: Expression): Expression | null {
  if (isAggregate(expression)) return expression;
  for (const child of children(expression)) {
    const found = firstAggregate(child);
    if (found !== null) return found;
  }
  return null;
}

/** An expression, aggregates in it included. Errors: `CypherError`. */
export function checkExpression(expression: Expression, scope: KindScope, checking: Checking): void {
  const visit = (part: Expression | null, inner: KindScope = scope) => {
    if (part !== null) checkExpression(part, inner, checking);
  };
  const within = (name: string, kind: Kind = 'value'): KindScope => new Map([...scope, [name, kind]]);
  switch (expression.kind) {
    case 'variable':
      if (!scope.has(expression.name))
        checking.complain(`"${expression.name}" is not defined.`, expression.at);
      return;
    case 'call':
      checkCall(expression, scope, checking);
      break;
    case 'listComprehension': {
      const inner = within(expression.variable, elementKindOf(expression.list, scope));
      visit(expression.list);
      if (expression.where !== null) checkCondition(expression.where, inner, checking);
      visit(expression.map, inner);
      refuseAggregates([expression.where, expression.map], checking);
      return;
    }
    case 'quantifier':
      visit(expression.list);
      checkCondition(
        expression.where,
        within(expression.variable, elementKindOf(expression.list, scope)),
        checking,
      );
      refuseAggregates([expression.where], checking);
      return;
    case 'reduce':
      visit(expression.initial);
      visit(expression.list);
      visit(
        expression.step,
        new Map([...scope, [expression.variable, 'value'], [expression.accumulator, 'value']]),
      );
      refuseAggregates([expression.step], checking);
      return;
    case 'exists': {
      const inner = checkPaths(expression.paths, scope, checking);
      if (expression.where !== null) checkWhere(expression.where, inner, checking);
      return;
    }
    case 'queryExpression': {
      const columns = checking.queryWithin(expression.query, scope);
      if (expression.gives === 'COLLECT' && columns.length !== 1)
        checking.complain('COLLECT { … } takes a query with exactly one column.', expression.at);
      return;
    }
    case 'shortestPath':
      checkShortestPath(expression.path, scope, checking);
      return;
    case 'patternPredicate':
      checking.complain(
        'A pattern can stand only in a condition: write EXISTS { … } or COUNT { … } around it.',
        expression.at,
      );
      return;
    case 'binary':
      if (!['AND', 'OR', 'XOR'].includes(expression.operator)) {
        checkOperands(expression, scope, checking);
        break;
      }
      checkCondition(expression.left, scope, checking);
      checkCondition(expression.right, scope, checking);
      return;
    case 'unary':
      if (expression.operator !== 'NOT') break;
      checkCondition(expression.operand, scope, checking);
      return;
    case 'case':
      if (expression.subject !== null) break;
      for (const { when, result } of expression.branches) {
        checkCondition(when, scope, checking);
        visit(result);
      }
      visit(expression.otherwise);
      return;
    case 'property': {
      const kind = kindOf(expression.object, scope);
      if (!['node', 'relationship', 'map', 'value'].includes(kind))
        checking.complain(
          `A ${noun(kind)} has no property "${expression.key}".`,
          expression.at,
          ['path', 'relationships'].includes(kind) ? 'SyntaxError' : 'TypeError',
        );
      break;
    }
    case 'patternComprehension': {
      const inner = checkPaths([expression.path], scope, checking);
      if (expression.where !== null) checkWhere(expression.where, inner, checking);
      checkPlain(expression.map, inner, 'a comprehension', checking);
      return;
    }
  }
  for (const child of children(expression)) visit(child);
}

function checkShortestPath(path: PathPattern, scope: KindScope, checking: Checking): void {
  const ends = [path.start, path.steps[0]?.node];
  if (!ends.every((end) => end?.variable != null && scope.has(end.variable)))
    checking.complain('Both ends of a shortest path must be known: find them in a MATCH before.', path.at);
  checkPaths([path], scope, checking);
}

/** What can be told of the operands of + - * / % ^ IN and their kin. */
function checkOperands(
  { operator, left, right, at }: Binary,
  scope: KindScope,
  { complain }: Checking,
): void {
  const kinds = [kindOf(left, scope), kindOf(right, scope)] as const;
  if (operator === 'IN' && !['list', 'relationships', 'value'].includes(kinds[1]))
    complain(`IN takes a list, not a ${noun(kinds[1])}.`, right.at);
  if (!['-', '*', '/', '%', '^'].includes(operator)) return;
  const odd = kinds.find((kind) => kind !== 'number' && kind !== 'value');
  if (odd !== undefined) complain(`${operator} can’t take a ${noun(odd)}.`, at);
}

function refuseAggregates(parts: readonly (Expression | null)[], checking: Checking): void {
  for (const part of parts) {
    const found = part === null ? null : firstAggregate(part);
    if (found !== null) checking.complain('An aggregate can’t stand within a comprehension.', found.at);
  }
}

function checkCall(
  { name, arguments: values, distinct, at }: Call,
  scope: KindScope,
  checking: Checking,
): void {
  const aggregate = aggregateNamed(name);
  const known = functionNamed(name);
  if (aggregate !== undefined) {
    if (values.length !== aggregate.arguments)
      checking.complain(takes(name, aggregate.arguments, aggregate.arguments), at);
    const nested = values.map(firstAggregate).find((found) => found !== null);
    const fickle = values.find(isFickle);
    if (fickle !== undefined)
      checking.complain('An aggregate can’t take rand(), which is another for each row.', fickle.at);
    if (nested != null)
      checking.complain('An aggregate can’t stand within another: use a WITH between them.', nested.at);
    return;
  }
  if (known === undefined) checking.complain(`The function ${name}() ${whyUnknown(name)}`, at);
  if (distinct) checking.complain(`DISTINCT belongs into aggregates, and ${name}() is none.`, at);
  if (values.length < known.least || values.length > known.most)
    checking.complain(takes(name, known.least, known.most), at);
  const kind = values[0] === undefined ? 'value' : kindOf(values[0], scope);
  if (!mayTake(name, kind)) checking.complain(`${name}() can’t take a ${noun(kind)}.`, at);
}

function whyUnknown(name: string): string {
  const [space] = name.toLowerCase().split('.');
  if (space === 'apoc' || space === 'gds') return 'is of a library of Neo4j’s, which is not here.';
  if (space === 'point') return 'is not supported yet: keep coordinates as numbers.';
  const near = nearest(name, functionNames());
  return near === null
    ? 'does not exist, or is not supported yet.'
    : `does not exist: did you mean ${near}()?`;
}

const isFickle = (expression: Expression): boolean =>
  (expression.kind === 'call' && expression.name.toLowerCase() === 'rand') ||
  children(expression).some(isFickle);

function takes(name: string, least: number, most: number): string {
  const count =
    most === Number.POSITIVE_INFINITY ? `${least} or more` : least === most ? least : `${least} to ${most}`;
  return `${name}() takes ${count} ${most === 1 ? 'argument' : 'arguments'}.`;
}
