// Dates, times and durations. What they give in Cypher the TCK holds in a thousand cases; here stand its blind spots.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayNumber,
  daysInMonth,
  firstDay,
  lastDay,
  weekOf,
  yearMonthDay,
} from '../../../graph/cypher/temporal/calendar.ts';
import { offsetAt, resolveLocal } from '../../../graph/cypher/temporal/zones.ts';
import {
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  type Value,
  ZonedDateTime,
  ZonedTime,
} from '../../../graph/cypher/values.ts';
import { rowsOn } from './draw.ts';

const resultOf = async (expression: string, parameters = {}): Promise<Value | undefined> =>
  (await rowsOn('', `RETURN ${expression}`, parameters))[0]?.[0];

describe('the calendar', () => {
  test('goes through every day of 800 years as JavaScript does', () => {
    for (let day = dayNumber({ year: 1600, month: 1, day: 1 }); yearMonthDay(day).year < 2400; day++) {
      const date = new Date(day * 86_400_000);
      const expected = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const { year, month, day: ofMonth } = yearMonthDay(day);
      if (year !== expected[0] || month !== expected[1] || ofMonth !== expected[2])
        expect([year, month, ofMonth]).toEqual(expected);
    }
  });

  test('goes there and back for any day at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: lastDay }), (day) => {
        const date = yearMonthDay(day);
        expect(dayNumber(date)).toBe(day);
        expect(date.day).toBeLessThanOrEqual(daysInMonth(date.year, date.month));
      }),
    );
    expect(yearMonthDay(firstDay)).toEqual({ year: -999_999_999, month: 1, day: 1 });
    expect(yearMonthDay(lastDay)).toEqual({ year: 999_999_999, month: 12, day: 31 });
  });

  test.each<[text: string, weekYear: number, week: number]>([
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2018-12-31', 2019, 1],
    ['2020-12-31', 2020, 53],
  ])('%s lies in week %i-%i', (text, weekYear, week) => {
    const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
    expect(weekOf(dayNumber({ year, month, day }))).toEqual({ weekYear, week });
  });
});

describe('zones', () => {
  const second = (text: string) => Date.parse(text) / 1000;

  test.each<[zone: string, at: string, offset: number]>([
    ['Europe/Oslo', '2024-07-01T00:00Z', 7200],
    ['Europe/Oslo', '2024-01-01T00:00Z', 3600],
    ['Asia/Kathmandu', '2024-01-01T00:00Z', 20_700],
    ['America/St_Johns', '2024-01-01T00:00Z', -12_600],
  ])('%s at %s', (zone, at, offset) => {
    expect(offsetAt(zone, second(at))).toBe(offset);
  });

  test('know rules for times beyond those that JavaScript has', () => {
    expect(offsetAt('Europe/Oslo', 1e15)).toBeGreaterThanOrEqual(3600);
    expect(offsetAt('Europe/Oslo', -1e15)).toBeGreaterThan(0);
  });

  test('move a time that clocks leave out, and take the earlier of two', () => {
    expect(resolveLocal('Europe/Oslo', second('2024-03-31T02:30Z'))).toEqual({ offset: 7200, shift: 3600 });
    expect(resolveLocal('Europe/Oslo', second('2024-10-27T02:30Z'))).toEqual({ offset: 7200, shift: 0 });
    expect(resolveLocal('Europe/Oslo', second('2024-10-27T02:30Z'), 3600)).toEqual({
      offset: 3600,
      shift: 0,
    });
  });
});

describe('values', () => {
  test.each<[expression: string, value: Value]>([
    ["date('2025-05-19')", new LocalDate(20_227)],
    ["localtime('18:00')", new LocalTime(64_800e9)],
    ["time('18:00+02:00')", new ZonedTime(64_800e9, 7200)],
    ["localdatetime('2025-05-19T18:00')", new LocalDateTime(20_227, 64_800e9)],
    ["datetime('2025-05-19T18:00[Europe/Oslo]')", new ZonedDateTime(20_227, 64_800e9, 7200, 'Europe/Oslo')],
    ["duration('P14M-1DT-2.5S')", new Duration(14, -1, -3, 500_000_000)],
    ['duration({seconds: 9223372036854775807})', new Duration(0, 0, 2n ** 63n - 1n, 0)],
  ])('%s leaves the engine, and comes back as a parameter', async (expression, value) => {
    expect(await resultOf(expression)).toEqual(value);
    expect(await resultOf(`$value = ${expression} AND $value IN [${expression}]`, { value })).toBe(true);
  });

  test.each<[expression: string, text: string]>([
    ["datetime('2025-05-19T18:00[Europe/Oslo]')", '2025-05-19T18:00:00+02:00[Europe/Oslo]'],
    ["localtime('18:00:00.120')", '18:00:00.12'],
    ["date('-0044-03-15')", '-0044-03-15'],
    ["date('+12345-01-01')", '+12345-01-01'],
    ['duration({months: -13, seconds: -0.5})', 'P-1Y-1MT-0.5S'],
    ["datetime('2024-03-30T02:30[Europe/Oslo]') + duration('P1D')", '2024-03-31T03:30:00+02:00[Europe/Oslo]'],
    [
      "datetime('2024-03-30T12:00[Europe/Oslo]') + duration('PT24H')",
      '2024-03-31T13:00:00+02:00[Europe/Oslo]',
    ],
    ["duration.between(date('2024-01-31'), date('2024-02-29'))", 'P29D'],
    [
      "duration.between(datetime('2024-03-30T12:00[Europe/Oslo]'), datetime('2024-03-31T12:00[Europe/Oslo]'))",
      'P1D',
    ],
    ["date.truncate('century', date('-0001-05-05'))", '0000-01-01'],
    ["date({date: date('2024-02-29'), year: 2023})", '2023-02-28'],
  ])('%s is %s', async (expression, text) => {
    expect(await resultOf(`toString(${expression})`)).toBe(text);
  });

  test('a text of any value makes the value again', async () => {
    const days = fc.integer({ min: firstDay, max: lastDay });
    const times = fc.integer({ min: 0, max: 86_399 }).map((second) => second * 1e9 + ((second * 7919) % 1e9));
    const offsets = fc.integer({ min: -64_800, max: 64_800 });
    const values = fc.oneof(
      days.map((day) => ['date', new LocalDate(day)] as const),
      times.map((time) => ['localtime', new LocalTime(time)] as const),
      fc.tuple(times, offsets).map((parts) => ['time', new ZonedTime(...parts)] as const),
      fc.tuple(days, times).map((parts) => ['localdatetime', new LocalDateTime(...parts)] as const),
      fc.tuple(days, times, offsets).map((parts) => ['datetime', new ZonedDateTime(...parts)] as const),
      fc
        .tuple(fc.integer(), fc.integer(), fc.integer(), fc.integer({ min: 0, max: 999_999_999 }))
        .map((parts) => ['duration', new Duration(...parts)] as const),
    );
    await fc.assert(
      fc.asyncProperty(values, async ([kind, value]) => {
        expect(await resultOf(`${kind}($text)`, { text: String(value) }), String(value)).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test('what is a month later and a month earlier is the same day, where both months have it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: -500, max: 500 }),
        async (day, months) => {
          fc.pre(yearMonthDay(day).day <= 28);
          const query = '$date + duration({months: $months}) - duration({months: $months}) = $date';
          expect(await resultOf(query, { date: new LocalDate(day), months })).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each([
    ["date('2025-02-29')", 'is no date'],
    ['date({year: 2025, month: 13})', 'takes month from 1 to 12, and this is 13'],
    ['date({year: 2025, hour: 1})', 'knows no part "hour"'],
    ['date({month: 1})', 'needs year as well'],
    ["datetime('2025-01-01T00:00+05:00[Europe/Oslo]')", 'has another offset'],
    ["datetime({year: 2025, timezone: 'Nowhere/Land'})", 'There is no timezone "Nowhere/Land"'],
    ["date.truncate('hour', date('2025-01-01'))", 'can’t cut DATE off at "hour"'],
    ["date('+999999999-12-31') + duration('P1D')", 'from the year -999999999 to 999999999'],
    ['duration({hours: 9223372036854775807})', 'too long'],
    ['duration({day: 1})', 'has no "day"'],
    ["date('2025-01-01').hour", 'has no property "hour"'],
    ["date('2025-01-01') + 1", 'Can’t add INTEGER to DATE'],
  ])('%s fails: %s', async (expression, problem) => {
    await expect(resultOf(expression)).rejects.toThrow(problem);
  });
});
