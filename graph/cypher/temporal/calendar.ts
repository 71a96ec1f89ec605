// Days, weeks and quarters of the Gregorian calendar, for any year that Cypher knows. Numbers only: no time, no zones.

/** Days before and after 1970-01-01 to which dates reach: the years -999,999,999 and 999,999,999, as in java.time. */
export const firstDay = -365_243_219_162;
export const lastDay = 365_241_780_471;

export interface YearMonthDay {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** The day's number, counted from 1970-01-01. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function dayNumber({ year, month, day }: YearMonthDay): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day's number: the inverse of `dayNumber`. */
export function yearMonthDay(number: number): YearMonthDay {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Monday is 1, Sunday 7. */
export const dayOfWeek = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** The Monday of a year's first week: that with 4 January in it. Source: ISO 8601. */
export function firstMonday(weekYear: number): number {
  const fourth = dayNumber({ year: weekYear, month: 1, day: 4 });
  return fourth - (dayOfWeek(fourth) - 1);
}

/** The year and week that a day lies in, by ISO 8601. */
export function weekOf(number: number): { readonly weekYear: number; readonly week: number } {
  const { year } = yearMonthDay(number);
  const weekYear = number >= firstMonday(year + 1) ? year + 1 : number < firstMonday(year) ? year - 1 : year;
  return { weekYear, week: Math.floor((number - firstMonday(weekYear)) / 7) + 1 };
}

export const quarterOf = (month: number): number => Math.floor((month - 1) / 3) + 1;

/** The first day of a year's quarter. */
export const firstOfQuarter = (year: number, quarter: number): number =>
  dayNumber({ year, month: quarter * 3 - 2, day: 1 });

/** A day so many months later; the last of the month where that has no such day. */
export function plusMonths(number: number, months: number): number {
  const { year, month, day } = yearMonthDay(number);
  const total = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  return dayNumber({
    year: newYear,
    month: newMonth,
    day: Math.min(day, daysInMonth(newYear, newMonth)),
  });
}

/** Whole months from one day to another, towards zero. */
export function monthsBetween(from: number, to: number): number {
  const [a, b] = [yearMonthDay(from), yearMonthDay(to)];
  const packed = (date: YearMonthDay) => (date.year * 12 + date.month) * 32 + date.day;
  return Math.trunc((packed(b) - packed(a)) / 32) + 0;
}
