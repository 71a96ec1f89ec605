// The temporal functions as a table, for functions.ts to take in.
import type { Fail } from '../arithmetic.ts';
import { type Inner, isInteger, typeName } from '../inner.ts';
import { atInstant, construct, constructDuration, type Making } from './construct.ts';
import { type BetweenUnit, between } from './duration.ts';
import { type MomentKind, temporalOf } from './moment.ts';
import { truncate } from './truncate.ts';
import { Temporal } from './values.ts';

/** A temporal function. None wants to see a null, unless as its result. */
export interface TemporalFunction {
  readonly least: number;
  readonly most: number;
  apply(values: readonly Inner[], making: Making): Inner;
}

const kinds: readonly MomentKind[] = ['date', 'localtime', 'time', 'localdatetime', 'datetime'];

/** By their names in small letters. */
export const temporalFunctions: readonly (readonly [name: string, TemporalFunction])[] = [
  ...(kinds.flatMap((kind) => [
    [kind, { least: 0, most: 1, apply: ([given], making) => construct(kind, given, making) }] as const,
    [
      `${kind}.truncate`,
      { least: 1, most: 3, apply: (values, making) => truncate(kind, values, making) },
    ] as const,
    // Neo4j tells three clocks apart; here all of them stand still while a query runs.
    ...['transaction', 'statement', 'realtime'].map(
      (clock) =>
        [
          `${kind}.${clock}`,
          {
            least: 0,
            most: 1,
            apply: ([zone]: readonly Inner[], making: Making) =>
              construct(kind, zone === undefined ? undefined : { timezone: zone }, making),
          },
        ] as const,
    ),
  ]) satisfies (readonly [string, TemporalFunction])[]),
  ['datetime.fromepoch', { least: 2, most: 2, apply: fromEpoch }],
  [
    'datetime.fromepochmillis',
    {
      least: 1,
      most: 1,
      apply: ([milliseconds = null], { fail }) =>
        temporalOf('datetime', atInstant(whole(milliseconds, fail), 0), fail),
    },
  ],
  ['duration', { least: 1, most: 1, apply: ([given = null], making) => constructDuration(given, making) }],
  ...(
    [
      ['duration.between', 'all'],
      ['duration.inmonths', 'months'],
      ['duration.indays', 'days'],
      ['duration.inseconds', 'seconds'],
    ] as const
  ).map(([name, unit]) => [name, { least: 2, most: 2, apply: betweenIn(unit) }] as const),
];

function fromEpoch([seconds = null, nanoseconds = null]: readonly Inner[], { fail }: Making): Inner {
  return temporalOf('datetime', atInstant(whole(seconds, fail) * 1000, 0, whole(nanoseconds, fail)), fail);
}

const whole = (value: Inner, fail: Fail): number =>
  isInteger(value) ? Number(value) : fail(`A time from 1970 is an INTEGER, not ${typeName(value)}.`);

function betweenIn(unit: BetweenUnit): TemporalFunction['apply'] {
  return ([from = null, to = null], { fail }) => {
    if (from instanceof Temporal && to instanceof Temporal) return between(from, to, unit, fail);
    return fail(`The time between ${typeName(from)} and ${typeName(to)} can’t be told.`);
  };
}
