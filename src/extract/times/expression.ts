// What a stretch of words was read as, and the days that some of them span.
import type { TimeExpression } from '../article.ts';
import { type Day, type Days, monthOf } from './calendar.ts';

/** An expression that begins at a word. `to` is exclusive. */
export interface Expression {
  readonly to: number;
  readonly kind: TimeExpression['kind'];
  readonly days: Days | undefined;
}

/** From one day to another; undefined where either is, or where they are the wrong way round. */
export const spanOf = (from: Day | undefined, to: Day | undefined): Days | undefined =>
  from === undefined || to === undefined || to < from ? undefined : { from, to };

/** A quarter of a year, counted from 1. */
export const quarterOf = (year: number, quarter: number): Days => ({
  from: monthOf(year, 3 * quarter - 2).from,
  to: monthOf(year, 3 * quarter).to,
});
