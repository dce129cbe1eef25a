import { describe, expect, it } from 'vitest';
import { dateNames } from '../../src/layout/dateNames.ts';

describe('dateNames', () => {
  it.each(['en-GB', 'de'])('R17 says in %s what Intl says', (locale) => {
    const names = dateNames(locale)!;
    const write = (date: Date, options: Intl.DateTimeFormatOptions): string =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date);
    for (let month = 1; month <= 12; month++) {
      for (const year of [1968, 2024]) {
        const date = new Date(Date.UTC(year, month - 1, 2 * month));
        const days = date.getTime() / 86_400_000;
        expect(names.month(month)).toBe(write(date, { month: 'short' }));
        expect(names.monthOfYear(days, String(year))).toBe(write(date, { month: 'short', year: 'numeric' }));
        const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
        expect(names.day(days, String(year), false)).toBe(write(date, day));
        expect(names.day(days, String(year), true)).toBe(write(date, { ...day, weekday: 'short' }));
      }
    }
  });

  it('leaves other languages to Intl', () => {
    expect(dateNames('fr')).toBeNull();
    expect(dateNames('de-AT')).toBeNull();
  });
});
