// Conditions on one node or relationship that a scan or a hop tries on its handle alone, before anything refers to it: as
// data, and which conditions of a plan can become one. How they are tried is said in sift.ts.
import type { Expression } from './ast.ts';
import type { Operator, Scope } from './operators.ts';
import { printExpression } from './print.ts';
import { type TextTest, textTests } from './texts.ts';

/** A condition on one property, its value under the name `valueName`; or on having a label. None can fail. */
export type Sieve =
  | { readonly kind: 'value'; readonly key: string; readonly condition: Expression }
  | { readonly kind: 'label'; readonly label: string };

/** A name that no query can use. */
export const valueName = ' value';

/** The plan with a condition in the scan or hop below that finds what it is about; null where that can't be. */
export function sifted(root: Operator, condition: Expression, scope: Scope): Operator | null {
  if (root.kind === 'filter') {
    const source = sifted(root.source, condition, scope);
    return source === null ? null : { ...root, source };
  }
  if (root.kind === 'scan') {
    const sieve = sieveOf(condition, scope, root.slot);
    return sieve === null ? null : { ...root, sieves: [...root.sieves, sieve] };
  }
  if (root.kind !== 'expand') return null;
  const ofEnd = root.isToBound ? null : sieveOf(condition, scope, root.to);
  if (ofEnd !== null) return { ...root, endSieves: [...root.endSieves, ofEnd] };
  const sieve = sieveOf(condition, scope, root.relationship);
  if (sieve?.kind !== 'value') return null;
  return { ...root, sieves: [...root.sieves, sieve] };
}

/** A condition as a sieve of what stands in a slot; null where it is more than that. */
function sieveOf(condition: Expression, scope: Scope, slot: number): Sieve | null {
  const isIt = (part: Expression) => part.kind === 'variable' && scope.get(part.name) === slot;
  if (condition.kind === 'hasLabels')
    return isIt(condition.operand) && condition.labels.kind === 'label'
      ? { kind: 'label', label: condition.labels.name }
      : null;
  const keys = new Set<string>();
  const value = (part: Expression): Expression | null => {
    if (part.kind === 'literal' || part.kind === 'parameter') return part;
    if (part.kind !== 'property' || !isIt(part.object)) return null;
    keys.add(part.key);
    return { kind: 'variable', name: valueName };
  };
  const logical = (part: Expression): Expression | null => {
    switch (part.kind) {
      case 'comparison': {
        const first = value(part.first);
        const rest = part.rest.map(({ operator, operand }) => ({ operator, operand: value(operand) }));
        return first === null || rest.some(({ operand }) => operand === null)
          ? null
          : ({ ...part, first, rest } as Expression);
      }
      case 'isNull': {
        const operand = value(part.operand);
        return operand === null ? null : { ...part, operand };
      }
      case 'unary': {
        const operand = part.operator === 'NOT' ? logical(part.operand) : null;
        return operand === null ? null : { ...part, operand };
      }
      case 'binary': {
        const { operator } = part;
        const inside = isLogical(operator) ? logical : isTextTest(operator) ? value : () => null;
        const [left, right] = [inside(part.left), inside(part.right)];
        return left === null || right === null ? null : { ...part, left, right };
      }
      default:
        return null;
    }
  };
  const found = logical(condition);
  const [key] = keys;
  return found === null || key === undefined || keys.size > 1
    ? null
    : { kind: 'value', key, condition: found };
}

const isLogical = (operator: string): boolean => ['AND', 'OR', 'XOR'].includes(operator);

export const isTextTest = (operator: string): operator is TextTest => Object.hasOwn(textTests, operator);

/** A sieve in words, for EXPLAIN. */
export function printSieve(sieve: Sieve, name: string): string {
  if (sieve.kind === 'label') return `${name}:${sieve.label}`;
  return printExpression(sieve.condition).replaceAll(`\`${valueName}\``, `${name}.${sieve.key}`);
}
