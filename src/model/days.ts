/** Whole or fractional days since 1970-01-01T00:00Z in the proleptic Gregorian calendar; negative before. */
export type Days = number & { readonly __unit?: 'days' };

/** A civil date. `year` is astronomical: 0 is 1 BC, -43 is 44 BC. `month` and `day` count from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;
/** 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468;

/**
 * Days since 1970-01-01 of a civil date. A month or day beyond its range carries over (month 13 is next January).
 * Needs no `Date`, which stops at ±271,821 years. Source: H. Hinnant, "chrono-compatible low-level date algorithms".
 * @param year astronomical, integer. @param month counted from 1, integer. @param day counted from 1, integer.
 */
export function toDays(year: number, month = 1, day = 1): Days {
  const carried = month - 1 + year * 12;
  const y0 = Math.floor(carried / 12);
  const m = carried - y0 * 12 + 1;
  const y = m <= 2 ? y0 - 1 : y0;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/** The civil date that holds the instant `days`; the inverse of {@link toDays}. */
export function toCivil(days: Days): Civil {
  const z = Math.floor(days) + EPOCH_SHIFT;
  const era = Math.floor(z / DAYS_PER_ERA);
  const dayOfEra = z - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (days: Days): number => (((Math.floor(days) + 4) % 7) + 7) % 7;

/** Days in a month, 28 to 31. */
export const daysInMonth = (year: number, month: number): number =>
  toDays(year, month + 1, 1) - toDays(year, month, 1);

/** ISO 8601 week: its year and number. */
export function isoWeek(day: Days): { year: number; week: number } {
  const thursday = day - ((weekdayOf(day) + 6) % 7) + 3;
  const { year } = toCivil(thursday);
  return { year, week: Math.floor((thursday - toDays(year)) / 7) + 1 };
}
