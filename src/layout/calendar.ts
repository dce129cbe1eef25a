import { type Days, toCivil } from '../model/days.ts';
import { dateNames } from './dateNames.ts';

/**
 * Writes dates for an axis in a locale. `Intl` gives names and their order; years, eras and the calendar are our own,
 * since `Date` ends at ±271,821 years and Intl's years have no separators.
 */
export interface CalendarNames {
  /** `1949`, `44 BC`, `12,000 BC`, `13.8 billion BC`; with `era` also `AD 50`. @param year astronomical. */
  year(year: number, era?: boolean): string;
  /** `1950s`, `1950er`; where a language has no such short form, the year. From year 1 on. */
  decade(year: number): string;
  /** `May`, in full or short. @param month counted from 1. */
  month(month: number, length: 'long' | 'short'): string;
  /** `May 2024`. */
  monthOfYear(days: Days, length: 'long' | 'short'): string;
  /** `16 May 2024`, with the weekday on demand. */
  day(days: Days, weekday?: boolean): string;
  /** `16`, `16日`. */
  dayOfMonth(day: number): string;
  /** Both ends as coarsely as tells them apart: years, months of a year, days of a month. @param end not included. */
  extent(start: Days, end: Days): readonly [from: string, to: string];
  /** `14:30`. @param minute of the day. */
  clock(minute: number): string;
}

/** The names of a locale; made once for each. @param locale BCP 47; what is not one falls back to English. */
export function calendarNames(locale: string): CalendarNames {
  const known = made.get(locale);
  if (known) return known;
  const names = makeNames(supported(locale));
  made.set(locale, names);
  return names;
}

const made = new Map<string, CalendarNames>();

/** Dates of which the words are kept, for each locale. */
const MOST_WRITTEN = 2000;

/** Day before month in every English, as in the documents' own dates in words. */
function supported(locale: string): string {
  if (/^en\b/i.test(locale)) return 'en-GB';
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function makeNames(locale: string): CalendarNames {
  const english = locale === 'en-GB';
  const german = /^de\b/i.test(locale);
  const known = dateNames(locale);
  const formatters = new Map<string, Intl.DateTimeFormat>();
  const formatter = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const key = JSON.stringify(options);
    let format = formatters.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
      formatters.set(key, format);
    }
    return format;
  };
  // Made when first needed: most pictures have years below 10,000 only, and each format takes milliseconds to make.
  const plainNumber = once(() => new Intl.NumberFormat(locale, { useGrouping: false }));
  const grouped = once(() => new Intl.NumberFormat(locale, { useGrouping: true }));
  const large = once(
    () =>
      new Intl.NumberFormat(locale, {
        notation: 'compact',
        compactDisplay: 'long',
        maximumFractionDigits: 9,
      }),
  );
  const eraParts = (year: number) =>
    formatter({ year: 'numeric', era: 'short' }).formatToParts(new Date(Date.UTC(year, 6, 1)));
  const before = once(() => eraParts(-2000));
  const after = once(() => eraParts(2000));

  const count = (n: number): string => {
    if (n < 10_000) return english || german ? String(n) : plainNumber().format(n);
    return n >= 1_000_000 && n % 1000 === 0 ? large().format(n) : grouped().format(n);
  };
  const year = (value: number, era = false): string => {
    const text = count(value > 0 ? value : 1 - value);
    if (value > 0 && !era) return text;
    if (english) return value > 0 ? `AD ${text}` : `${text} BC`;
    return (value > 0 ? after() : before())
      .map((part) => (part.type === 'year' ? text : part.value))
      .join('');
  };

  /**
   * Formats the same day of a year that `Date` knows, then puts the true year in. The calendar repeats after 400
   * years, weekdays included.
   */
  const write = (days: Days, options: Intl.DateTimeFormatOptions): string => {
    const civil = toCivil(days);
    const twin = 2000 + (((civil.year % 400) + 400) % 400);
    const parts = formatter({ ...options, year: 'numeric' }).formatToParts(
      new Date(Date.UTC(twin, civil.month - 1, civil.day)),
    );
    return parts.map((part) => (part.type === 'year' ? year(civil.year) : part.value)).join('');
  };

  /** Ticks are the same from picture to picture: what was written for them is kept. */
  const writtenBefore = new Map<string, string>();
  const written = (days: Days, options: Intl.DateTimeFormatOptions): string => {
    const key = `${days}${options.day ?? ''}${options.month}${options.weekday ?? ''}`;
    const before = writtenBefore.get(key);
    if (before !== undefined) return before;
    const words = write(days, options);
    if (writtenBefore.size >= MOST_WRITTEN) writtenBefore.clear();
    writtenBefore.set(key, words);
    return words;
  };

  const names: CalendarNames = {
    year,
    extent: (start, end) => {
      const first = toCivil(start);
      const last = toCivil(Math.ceil(end) - 1);
      if (first.year !== last.year) return [year(first.year), year(last.year, first.year < 1)];
      const whole = names.day(Math.ceil(end) - 1);
      if (first.month !== last.month) {
        return [names.month(first.month, 'short'), names.monthOfYear(Math.ceil(end) - 1, 'short')];
      }
      return first.day === last.day ? [whole, whole] : [names.dayOfMonth(first.day), whole];
    },
    decade: (value) => (english ? `${year(value)}s` : german ? `${year(value)}er` : year(value)),
    month: (month, length) =>
      known && length === 'short'
        ? known.month(month)
        : formatter({ month: length }).format(new Date(Date.UTC(2000, month - 1, 1))),
    monthOfYear: (days, length) =>
      known && length === 'short'
        ? known.monthOfYear(days, year(toCivil(days).year))
        : written(days, { month: length }),
    day: (days, weekday = false) =>
      known
        ? known.day(days, year(toCivil(days).year), weekday)
        : written(days, {
            day: 'numeric',
            month: 'short',
            ...(weekday ? { weekday: 'short' as const } : {}),
          }),
    dayOfMonth: (day) =>
      known ? String(day) : formatter({ day: 'numeric' }).format(new Date(Date.UTC(2000, 0, day))),
    clock: (minute) =>
      known
        ? `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
        : formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
            new Date(Date.UTC(2000, 0, 1, 0, minute)),
          ),
  };
  return names;
}

const two = (value: number): string => String(value).padStart(2, '0');
