// + - * / % ^ on values: 64-bit integers apart from floats, lists and texts that grow, null that spreads. Overflow and
// wrong types fail; how, the caller says, who knows the place in the query.
import type { ErrorCode } from './errors.ts';
import { type Inner, isInteger, isList, isNumeric, type Numeric, typeName } from './inner.ts';
import { textOfNumber } from './number-text.ts';
import { divided, multiplied, plusDuration } from './temporal/duration.ts';
import { shifted } from './temporal/shift.ts';
import { Duration, Float, Temporal } from './values.ts';

/** Throws a `CypherError` with this problem; a `TypeError`, unless the code says otherwise. */
export type Fail = (problem: string, code?: ErrorCode) => never;

/** `a || b`: two texts or two lists as one. */
export function concatenate(a: Inner, b: Inner, fail: Fail): Inner {
  if (a === null || b === null) return null;
  if (isList(a) && isList(b)) return [...a, ...b];
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  return fail(`|| joins two texts or two lists, not ${typeName(a)} and ${typeName(b)}.`);
}

/** `a + b`: a sum, or a text or list grown by b (or b grown by a at its head). */
export function add(a: Inner, b: Inner, fail: Fail): Inner {
  if (typeof a === 'number' && typeof b === 'number') return addNumbers(a, b, fail);
  if (a === null || b === null) return null;
  if (isList(a)) return isList(b) ? [...a, ...b] : [...a, b];
  if (isList(b)) return [a, ...b];
  if (isNumeric(a) && isNumeric(b)) return addNumbers(a, b, fail);
  if (typeof a === 'string' && (typeof b === 'string' || isNumeric(b))) return a + textOf(b);
  if (typeof b === 'string' && isNumeric(a)) return textOf(a) + b;
  if (a instanceof Temporal && b instanceof Temporal) {
    if (a instanceof Duration && b instanceof Duration) return plusDuration(a, b, 1, fail);
    if (b instanceof Duration) return shifted(a, b, 1, fail);
    if (a instanceof Duration) return shifted(b, a, 1, fail);
  }
  return fail(`Can’t add ${typeName(b)} to ${typeName(a)}.`);
}

const textOf = (value: string | Numeric): string => (typeof value === 'string' ? value : textOfNumber(value));

function addNumbers(a: Numeric, b: Numeric, fail: Fail): Numeric {
  return isInteger(a) && isInteger(b)
    ? whole(
        a,
        b,
        (x, y) => x + y,
        (x, y) => x + y,
        fail,
      )
    : float(double(a) + double(b));
}

export function subtract(a: Inner, b: Inner, fail: Fail): Inner {
  if (a instanceof Temporal && b instanceof Duration)
    return a instanceof Duration ? plusDuration(a, b, -1, fail) : shifted(a, b, -1, fail);
  return calculate(
    'subtract',
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y,
    fail,
  );
}

export function multiply(a: Inner, b: Inner, fail: Fail): Inner {
  if (a instanceof Duration && isNumber(b)) return multiplied(a, double(b), fail);
  if (b instanceof Duration && isNumber(a)) return multiplied(b, double(a), fail);
  return calculate(
    'multiply',
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
    fail,
  );
}

/** Integers give an integer, cut off towards 0. */
export function divide(a: Inner, b: Inner, fail: Fail): Inner {
  if (isZero(b) && a !== null && isInteger(a))
    return fail('Division of an integer by zero.', 'ArithmeticError');
  if (a instanceof Duration && isNumber(b)) return divided(a, double(b), fail);
  return calculate(
    'divide',
    a,
    b,
    (x, y) => x / y,
    (x, y) => x / y,
    fail,
  );
}

/** The remainder, with the sign of a. */
export function modulo(a: Inner, b: Inner, fail: Fail): Inner {
  if (isZero(b) && a !== null && isInteger(a))
    return fail('Division of an integer by zero.', 'ArithmeticError');
  return calculate(
    'take the remainder of',
    a,
    b,
    (x, y) => x % y,
    (x, y) => x % y,
    fail,
  );
}

/** Always a FLOAT. */
export function power(a: Inner, b: Inner, fail: Fail): Inner {
  if (a === null || b === null) return null;
  if (!isNumeric(a) || !isNumeric(b))
    return fail(`Can’t raise ${typeName(a)} to the power of ${typeName(b)}.`);
  return float(double(a) ** double(b));
}

export function negate(value: Inner, fail: Fail): Inner {
  if (value === null) return null;
  if (!isNumeric(value)) return fail(`Can’t put a sign before ${typeName(value)}.`);
  return isInteger(value) ? subtract(0, value, fail) : float(-double(value));
}

/** A FLOAT of a JavaScript number, also where that is whole. */
export const float = (value: number): Float | number => (Number.isInteger(value) ? new Float(value) : value);

/** An INTEGER in its one form. Fails beyond 64 bits. */
export function integer(value: bigint, fail: Fail): number | bigint {
  if (BigInt.asIntN(64, value) !== value)
    return fail(`${value} is beyond the INTEGERs of 64 bits.`, 'ArithmeticError');
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** The nearest JavaScript number. */
export const double = (value: Numeric): number =>
  typeof value === 'number' ? value : value instanceof Float ? value.value : Number(value);

const isNumber = (value: Inner): value is Numeric => value !== null && isNumeric(value);

const isZero = (value: Inner): boolean => value === 0;

function calculate(
  verb: string,
  a: Inner,
  b: Inner,
  onNumbers: (a: number, b: number) => number,
  onBigints: (a: bigint, b: bigint) => bigint,
  fail: Fail,
): Inner {
  if (a === null || b === null) return null;
  if (!isNumeric(a) || !isNumeric(b)) return fail(`Can’t ${verb} ${typeName(a)} and ${typeName(b)}.`);
  return isInteger(a) && isInteger(b)
    ? whole(a, b, onNumbers, onBigints, fail)
    : float(onNumbers(double(a), double(b)));
}

/** In doubles where they are exact, else in bigints. */
function whole(
  a: number | bigint,
  b: number | bigint,
  onNumbers: (a: number, b: number) => number,
  onBigints: (a: bigint, b: bigint) => bigint,
  fail: Fail,
): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = Math.trunc(onNumbers(a, b));
    if (Number.isSafeInteger(result)) return result === 0 ? 0 : result;
  }
  return integer(onBigints(BigInt(a), BigInt(b)), fail);
}
