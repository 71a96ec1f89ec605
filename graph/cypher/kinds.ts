// What can be told of an expression's value without running it: enough to refuse what can never be right.
import type { Binary, Expression } from './ast.ts';

/** `value` may be anything; null counts as anything. */
export type Kind =
  | 'node'
  | 'relationship'
  | 'relationships'
  | 'path'
  | 'value'
  | 'boolean'
  | 'number'
  | 'text'
  | 'list'
  | 'map';

/** What can be told of an expression; `scope` says so of variables. */
export function kindOf(expression: Expression, scope: ReadonlyMap<string, Kind>): Kind {
  switch (expression.kind) {
    case 'variable':
      return scope.get(expression.name) ?? 'value';
    case 'literal':
      return kindOfLiteral(expression.value);
    case 'list':
    case 'listComprehension':
    case 'patternComprehension':
      return 'list';
    case 'map':
    case 'mapProjection':
      return 'map';
    case 'comparison':
    case 'isNull':
    case 'isTyped':
    case 'hasLabels':
    case 'quantifier':
    case 'patternPredicate':
      return 'boolean';
    case 'exists':
      return expression.counts ? 'number' : 'boolean';
    case 'queryExpression':
      return ({ EXISTS: 'boolean', COUNT: 'number', COLLECT: 'list' } as const)[expression.gives];
    case 'countAll':
      return 'number';
    case 'binary':
      return kindOfBinary(expression, scope);
    default:
      return 'value';
  }
}

function kindOfBinary({ operator, left, right }: Binary, scope: ReadonlyMap<string, Kind>): Kind {
  if (['OR', 'XOR', 'AND', 'IN', 'STARTS WITH', 'ENDS WITH', 'CONTAINS', '=~'].includes(operator))
    return 'boolean';
  const kinds = [kindOf(left, scope), kindOf(right, scope)];
  return kinds.every((kind) => kind === 'number') ? 'number' : 'value';
}

/** What can be told of the items of a list. */
export function elementKindOf(list: Expression, scope: ReadonlyMap<string, Kind>): Kind {
  if (list.kind !== 'list') return 'value';
  const kinds = new Set(list.items.map((item) => kindOf(item, scope)));
  const [only = 'value', ...others] = kinds;
  return others.length === 0 ? only : 'value';
}

function kindOfLiteral(value: (Expression & { kind: 'literal' })['value']): Kind {
  if (value === null) return 'value';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'text' : 'number';
}

/** A kind in a sentence. */
export const noun = (kind: Kind): string => (kind === 'relationships' ? 'list of relationships' : kind);

/** Whether a function may take such a value as its first argument, as far as it can be told before. */
export function mayTake(name: string, kind: Kind): boolean {
  const wanted = takers.get(name.toLowerCase());
  return wanted === undefined || kind === 'value' || wanted.includes(kind);
}

const takers: ReadonlyMap<string, readonly Kind[]> = new Map([
  ['length', ['path']],
  ['nodes', ['path']],
  ['relationships', ['path']],
  ['labels', ['node']],
  ['type', ['relationship']],
  ['startnode', ['relationship']],
  ['endnode', ['relationship']],
  ['properties', ['node', 'relationship', 'map']],
  ['size', ['list', 'relationships', 'text']],
] as const);
