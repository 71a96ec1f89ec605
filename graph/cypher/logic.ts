// Logic with three values: true, false, and null for what no one knows.
import type { ComparisonOperator, Quantifier } from './ast.ts';
import { compareValues, equals } from './compare.ts';
import type { Inner } from './inner.ts';

type Logical = () => boolean | null;

/** AND, OR and XOR over what may be unknown; AND and OR look at the right side only where they must. */
export const logic: Readonly<Record<'AND' | 'OR' | 'XOR', (left: Logical, right: Logical) => Logical>> = {
  AND: (left, right) => () => {
    const a = left();
    if (a === false) return false;
    const b = right();
    return b === false ? false : a === null || b === null ? null : true;
  },
  OR: (left, right) => () => {
    const a = left();
    if (a === true) return true;
    const b = right();
    return b === true ? true : a === null || b === null ? null : false;
  },
  XOR: (left, right) => () => {
    const [a, b] = [left(), right()];
    return a === null || b === null ? null : a !== b;
  },
};

/** A test of two texts; null where one is none. */
export function onTexts(
  left: () => Inner,
  right: () => Inner,
  test: (text: string, part: string) => boolean,
): Logical {
  return () => {
    const [text, part] = [left(), right()];
    return typeof text === 'string' && typeof part === 'string' ? test(text, part) : null;
  };
}

/** Comparisons of two plain numbers, of which most are made. */
export const onNumbers: Readonly<Record<ComparisonOperator, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** Whether a comparison holds; null where no one can say. */
export function compareBy(operator: ComparisonOperator, a: Inner, b: Inner): boolean | null {
  if (operator === '=') return equals(a, b);
  if (operator === '<>') {
    const equal = equals(a, b);
    return equal === null ? null : !equal;
  }
  const found = compareValues(a, b);
  if (found === null) return null;
  switch (operator) {
    case '<':
      return found < 0;
    case '<=':
      return found <= 0;
    case '>':
      return found > 0;
    case '>=':
      return found >= 0;
  }
}

/** Whether a quantifier holds: of how many items its condition does, of how many no one knows, how many there are. */
export const quantified: Readonly<
  Record<Quantifier['quantity'], (holds: number, unknown: number, all: number) => boolean | null>
> = {
  all: (holds, unknown, all) => (holds + unknown < all ? false : unknown > 0 ? null : true),
  any: (holds, unknown) => (holds > 0 ? true : unknown > 0 ? null : false),
  none: (holds, unknown) => (holds > 0 ? false : unknown > 0 ? null : true),
  single: (holds, unknown) => (holds > 1 ? false : unknown > 0 ? null : holds === 1),
};
