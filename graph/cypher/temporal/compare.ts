// Which of two temporal values comes first.
import { lengthOf } from './duration.ts';
import { instantOf, type Moment, momentOf } from './moment.ts';
import { Duration, type Temporal, ZonedDateTime } from './values.ts';

/** Whether two values are of one kind, so that they can be compared. */
export const isSameKind = (a: Temporal, b: Temporal): boolean => a.constructor === b.constructor;

/** The order of two values of one kind: less than, equal to or greater than 0. Durations by their usual length. */
export function orderTemporal(a: Temporal, b: Temporal): number {
  if (a instanceof Duration && b instanceof Duration)
    return sign(lengthOf(a) - lengthOf(b)) || a.months - b.months || a.days - b.days;
  const [x, y] = [momentOf(a) as Moment, momentOf(b) as Moment];
  const byInstant = sign(instantOf(x) - instantOf(y));
  if (byInstant !== 0) return byInstant;
  const byOffset = (x.offset ?? 0) - (y.offset ?? 0);
  if (byOffset !== 0 || !(a instanceof ZonedDateTime)) return byOffset;
  const [left, right] = [x.zone ?? '', y.zone ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}

const sign = (difference: bigint): number => (difference < 0n ? -1 : difference > 0n ? 1 : 0);
