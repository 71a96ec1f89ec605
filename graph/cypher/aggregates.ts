// The aggregates as a table: what each gathers over the rows of a group, and what it gives at the end.
import { add, divide, double, type Fail, float } from './arithmetic.ts';
import { order, sameness } from './compare.ts';
import { type Inner, isNumeric, typeName } from './inner.ts';
import { Duration } from './values.ts';

/** One aggregate over one group. Nulls are never handed to it. */
export interface Gathering {
  add(value: Inner): void;
  result(): Inner;
}

export interface Aggregate {
  /** Number of arguments; the second is a percentile, taken from the group's first row. */
  readonly arguments: number;
  gather(fail: Fail, second: Inner): Gathering;
}

/** The aggregate of a name, in any case; undefined where that is no aggregate. */
export const aggregateNamed = (name: string): Aggregate | undefined => aggregates.get(name.toLowerCase());

/** Lets each value through once. */
export function onlyOnce(gathering: Gathering): Gathering {
  const seen = new Set<unknown>();
  return {
    add: (value) => {
      const key = sameness(value);
      if (seen.has(key)) return;
      seen.add(key);
      gathering.add(value);
    },
    result: gathering.result,
  };
}

const aggregates: ReadonlyMap<string, Aggregate> = new Map([
  ['count', { arguments: 1, gather: count }],
  ['collect', { arguments: 1, gather: collect }],
  ['sum', { arguments: 1, gather: sum }],
  ['avg', { arguments: 1, gather: average }],
  ['min', { arguments: 1, gather: () => extreme(-1) }],
  ['max', { arguments: 1, gather: () => extreme(1) }],
  ['stdev', { arguments: 1, gather: (fail: Fail) => deviation('stDev()', 1, fail) }],
  ['stdevp', { arguments: 1, gather: (fail: Fail) => deviation('stDevP()', 0, fail) }],
  [
    'percentilecont',
    { arguments: 2, gather: (fail: Fail, p: Inner) => percentile('percentileCont()', p, fail) },
  ],
  [
    'percentiledisc',
    { arguments: 2, gather: (fail: Fail, p: Inner) => percentile('percentileDisc()', p, fail) },
  ],
]);

function count(): Gathering {
  let total = 0;
  return {
    add: () => {
      total += 1;
    },
    result: () => total,
  };
}

function collect(): Gathering {
  const values: Inner[] = [];
  return { add: (value) => void values.push(value), result: () => values };
}

function sum(fail: Fail): Gathering {
  let total: Inner = 0;
  return {
    add: (value) => {
      const isSummable =
        value instanceof Duration ? total === 0 || total instanceof Duration : isNumeric(value);
      if (!isSummable)
        fail(`sum() can’t take a value of type ${typeName(value)}${total === 0 ? '' : ' here'}.`);
      total = total === 0 ? value : add(total, value, fail);
    },
    result: () => total,
  };
}

/** A moving average, as Neo4j works it out, so that the last digits are the same. */
function average(fail: Fail): Gathering {
  let [seen, mean] = [0, 0];
  let durations: Inner = null;
  return {
    add: (value) => {
      if (value instanceof Duration && (seen === 0 || durations !== null)) {
        seen += 1;
        durations = durations === null ? value : add(durations, value, fail);
        return;
      }
      if (!isNumeric(value) || durations !== null)
        return fail(`avg() can’t take a value of type ${typeName(value)}.`);
      seen += 1;
      mean += (double(value) - mean) / seen;
    },
    result: () => (durations !== null ? divide(durations, seen, fail) : seen === 0 ? null : float(mean)),
  };
}

function extreme(sign: number): Gathering {
  let found: Inner = null;
  return {
    add: (value) => {
      if (found === null || order(value, found) * sign > 0) found = value;
    },
    result: () => found,
  };
}

/** Welford's way, as in Neo4j, so that the last digits are the same. */
function deviation(what: string, correction: number, fail: Fail): Gathering {
  let [seen, mean, squares] = [0, 0, 0];
  return {
    add: (value) => {
      if (!isNumeric(value)) return fail(`${what} can’t take a value of type ${typeName(value)}.`);
      const number = double(value);
      const delta = number - mean;
      seen += 1;
      mean += delta / seen;
      squares += delta * (number - mean);
    },
    result: () => {
      if (seen === 0) return null;
      return float(seen <= correction ? 0 : Math.sqrt(squares / (seen - correction)));
    },
  };
}

function percentile(what: string, at: Inner, fail: Fail): Gathering {
  const share = at !== null && isNumeric(at) ? double(at) : Number.NaN;
  if (!(share >= 0 && share <= 1)) fail(`${what} takes a percentile from 0.0 to 1.0.`, 'ArgumentError');
  const values: Inner[] = [];
  return {
    add: (value) => {
      if (!isNumeric(value)) return fail(`${what} can’t take a value of type ${typeName(value)}.`);
      values.push(value);
    },
    result: () => {
      values.sort(order);
      return what === 'percentileCont()' ? between(values, share) : nearest(values, share);
    },
  };
}

/** Source: Neo4j's manual, percentileDisc: the value whose rank is the first at or beyond the share. */
function nearest(values: readonly Inner[], share: number): Inner {
  const place = share === 0 ? 0 : Math.ceil(share * values.length) - 1;
  return values[place] ?? null;
}

/** Source: Neo4j's manual, percentileCont: linear between the two nearest, unless one is met exactly. */
function between(values: readonly Inner[], share: number): Inner {
  const place = share * (values.length - 1);
  if (Number.isInteger(place)) return values[place] ?? null;
  const [low, high] = [values[Math.floor(place)], values[Math.ceil(place)]].map((value) =>
    value !== undefined && value !== null && isNumeric(value) ? double(value) : null,
  );
  if (low == null || high == null) return null;
  return float(low + (high - low) * (place - Math.floor(place)));
}
