import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysInMonth, isoWeek, toCivil, toDays, weekdayOf } from '../../src/model/days.ts';
import { edtfDate, readEdtf } from '../../src/model/edtf.ts';

const SEED = 7;
/** What Date can hold, and a thousand years less. */
const datable = fc.integer({ min: -99_000_000, max: 99_000_000 });

describe('days', () => {
  test('count like Date where Date counts', () => {
    fc.assert(
      fc.property(datable, (days) => {
        const date = new Date(days * 86_400_000);
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(toCivil(days)).toEqual(civil);
        expect(toDays(civil.year, civil.month, civil.day)).toBe(days);
        expect(weekdayOf(days)).toBe(date.getUTCDay());
      }),
      { seed: SEED },
    );
  });

  test('stand in the ISO week of their Thursday', () => {
    expect(isoWeek(toDays(2021, 1, 3))).toEqual({ year: 2020, week: 53 });
    expect(isoWeek(toDays(2021, 1, 4))).toEqual({ year: 2021, week: 1 });
    expect(isoWeek(toDays(2024, 12, 30))).toEqual({ year: 2025, week: 1 });
  });

  test('go back and forth beyond Date, and through EDTF', () => {
    fc.assert(
      fc.property(fc.integer({ min: -7_000_000_000_000, max: 7_000_000_000_000 }), (days) => {
        const { year, month, day } = toCivil(days);
        expect(toDays(year, month, day)).toBe(days);
        expect(readEdtf(edtfDate(year, month, day))).toMatchObject({ start: days, end: days + 1 });
      }),
      { seed: SEED },
    );
  });

  test('carry months and days beyond their range', () => {
    expect(toDays(2024, 13)).toBe(toDays(2025));
    expect(toDays(2024, 0)).toBe(toDays(2023, 12));
    expect(toDays(2024, 3, 0)).toBe(toDays(2024, 2, 29));
  });

  test('hold the instant within a day', () =>
    expect(toCivil(0.75)).toEqual({ year: 1970, month: 1, day: 1 }));
  test('know leap years', () => {
    expect([2024, 2023, 1900, 2000, 0, -1].map((year) => daysInMonth(year, 2))).toEqual([
      29, 28, 28, 29, 29, 28,
    ]);
  });
});
