import { type Days, daysInMonth, isoWeek, toCivil, toDays, weekdayOf } from '../../model/days.ts';
import { edtfDate, edtfYear, type Precision } from '../../model/edtf.ts';
import type { Fraction, Phase } from './lexicon.ts';

export type PointUnit =
  | 'day'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'season'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium';

/** Units from fine to coarse, as numbers to compare. */
export const FINENESS: Readonly<Record<PointUnit, number>> = {
  day: 0,
  weekend: 1,
  week: 1,
  fortnight: 1,
  month: 2,
  season: 3,
  quarter: 3,
  half: 4,
  year: 5,
  decade: 6,
  century: 7,
  millennium: 8,
};

/** One whole unit of the calendar: the day, week, month … that begins on `start`. */
export interface Point {
  readonly unit: PointUnit;
  /** First day, days since 1970-01-01. */
  readonly start: Days;
  /** First day that the words allow, where they name a later part of the unit: "late 1931". */
  readonly from?: Days;
}

const MONTHS_OF: Partial<Record<PointUnit, number>> = {
  month: 1,
  season: 3,
  quarter: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
  millennium: 12_000,
};
const DAYS_OF: Partial<Record<PointUnit, number>> = { day: 1, weekend: 2, week: 7, fortnight: 14 };

/** The unit that holds the day `day`. Weeks begin on Monday, a season in March, June, September or December. */
export function holding(day: Days, unit: PointUnit): Point {
  const days = DAYS_OF[unit];
  if (unit === 'day') return { unit, start: Math.floor(day) };
  if (days !== undefined) {
    const monday = Math.floor(day) - ((weekdayOf(day) + 6) % 7);
    return { unit, start: unit === 'weekend' ? monday + 5 : monday };
  }
  const { year, month } = toCivil(day);
  if (unit === 'month') return { unit, start: toDays(year, month) };
  if (unit === 'season') return { unit, start: toDays(year, Math.floor(month / 3) * 3) };
  if (unit === 'quarter') return { unit, start: toDays(year, Math.floor((month - 1) / 3) * 3 + 1) };
  if (unit === 'half') return { unit, start: toDays(year, month <= 6 ? 1 : 7) };
  const years = MONTHS_OF[unit]! / 12;
  return { unit, start: toDays(Math.floor(year / years) * years) };
}

export const yearPoint = (year: number): Point => ({ unit: 'year', start: toDays(year) });
export const monthPoint = (year: number, month: number): Point => ({
  unit: 'month',
  start: toDays(year, month),
});
/** null when the month has no such day. */
export const dayPoint = (year: number, month: number, day: number): Point | null =>
  day >= 1 && day <= daysInMonth(year, month) ? { unit: 'day', start: toDays(year, month, day) } : null;
/** @param season 0 spring … 3 winter, which begins in December of `year`. */
export const seasonPoint = (year: number, season: number): Point => ({
  unit: 'season',
  start: toDays(year, 3 + season * 3),
});

/** `count` units later (earlier when negative). A day keeps to the month's end: 31 January plus a month is 28 February. */
export function shifted(point: Point, count: number, unit: PointUnit = point.unit): Point {
  const days = DAYS_OF[unit];
  if (days !== undefined)
    return { unit: point.unit, start: point.start + count * (unit === 'weekend' ? 7 : days) };
  const months = MONTHS_OF[unit]! * count;
  const { year, month, day } = toCivil(point.start);
  const total = year * 12 + month - 1 + months;
  const y = Math.floor(total / 12);
  const m = (((total % 12) + 12) % 12) + 1;
  return { unit: point.unit, start: toDays(y, m, Math.min(day, daysInMonth(y, m))) };
}

/** Day after the last of the unit. */
export const endOf = (point: Point): Days => {
  const days = DAYS_OF[point.unit];
  if (days !== undefined) return point.start + days;
  const { year, month, day } = toCivil(point.start);
  // Nearly every unit of months begins on the first of one.
  return day === 1 ? toDays(year, month + MONTHS_OF[point.unit]!) : shifted(point, 1).start;
};

export const yearOf = (point: Point): number => toCivil(point.start).year;

const two = (n: number) => String(n).padStart(2, '0');
const SEASON_CODES = ['SP', 'SU', 'FA', 'WI'];
const seasonIndex = (month: number) => ((Math.floor(month / 3) + 3) % 4) as 0 | 1 | 2 | 3;

/** Monday of an ISO week. */
export const weekPoint = (year: number, week: number): Point => {
  const first = holding(toDays(year, 1, 4), 'week');
  return { unit: 'week', start: first.start + (week - 1) * 7 };
};

/** TIMEX3 writes years before Christ as `BC0480` and no year 0. */
function timexYear(year: number, digits = 4): string {
  const sign = year > 0 ? '' : 'BC';
  const written = String(year > 0 ? year : 1 - year).padStart(4, '0');
  return sign + (digits === 4 ? written : written.slice(0, digits));
}

/** TIMEX3 value of the unit: `1998-03-05`, `1998-W10`, `1998-SP`, `199`, `BC0480`. */
export function timexOf(point: Point): string {
  const { year, month, day } = toCivil(point.start);
  switch (point.unit) {
    case 'day':
      return `${timexYear(year)}-${two(month)}-${two(day)}`;
    case 'week':
    case 'fortnight':
    case 'weekend': {
      const iso = isoWeek(point.start);
      return `${timexYear(iso.year)}-W${two(iso.week)}${point.unit === 'weekend' ? '-WE' : ''}`;
    }
    case 'month':
      return `${timexYear(year)}-${two(month)}`;
    case 'season':
      return `${timexYear(year)}-${SEASON_CODES[seasonIndex(month)]}`;
    case 'quarter':
      return `${timexYear(year)}-Q${Math.floor((month - 1) / 3) + 1}`;
    case 'half':
      return `${timexYear(year)}-H${month <= 6 ? 1 : 2}`;
    case 'year':
      return timexYear(year);
    case 'decade':
      return timexYear(year > 0 ? year : year + 9, 3);
    case 'century':
      return timexYear(year > 0 ? year : year + 99, 2);
    case 'millennium':
      return timexYear(year > 0 ? year : year + 999, 1);
  }
}

const dayEdtf = (day: Days) => {
  const civil = toCivil(day);
  return edtfDate(civil.year, civil.month, civil.day);
};

/**
 * EDTF of the unit, or of its early, middle or late part. A part keeps the unit's precision: "late October" lies
 * somewhere in the last third of the month.
 */
export function edtfOf(point: Point, phase: Phase | null = null): { edtf: string; precision: Precision } {
  const { year, month } = toCivil(point.start);
  if (phase !== null && isFraction(phase)) return fractionEdtf(point, phase);
  const third = phase === null || phase === 'earlier' || phase === 'later' ? null : THIRDS[phase];
  switch (point.unit) {
    case 'day':
      return { edtf: dayEdtf(point.start), precision: 'day' };
    case 'week':
    case 'weekend':
    case 'fortnight':
      return { edtf: `${dayEdtf(point.start)}/${dayEdtf(endOf(point) - 1)}`, precision: 'week' };
    case 'month': {
      const last = daysInMonth(year, month);
      if (third === null) return { edtf: edtfDate(year, month), precision: 'month' };
      const [from, to] = [
        [1, 10],
        [11, 20],
        [21, last],
      ][third] as [number, number];
      return { edtf: `${edtfDate(year, month, from)}/${edtfDate(year, month, to)}`, precision: 'month' };
    }
    case 'season': {
      const edtf = edtfDate(year, 21 + seasonIndex(month));
      if (third === null) return { edtf, precision: 'season' };
      return { edtf: monthEdtf(shifted(point, third, 'month').start), precision: 'season' };
    }
    case 'quarter': {
      const edtf = edtfDate(year, 33 + Math.floor((month - 1) / 3));
      if (third === null) return { edtf, precision: 'quarter' };
      return { edtf: monthEdtf(shifted(point, third, 'month').start), precision: 'quarter' };
    }
    case 'half':
      return { edtf: edtfDate(year, month <= 6 ? 40 : 41), precision: 'half' };
    case 'year':
      if (third === null) return { edtf: edtfYear(year), precision: 'year' };
      return {
        edtf: `${edtfDate(year, third * 4 + 1)}/${edtfDate(year, third * 4 + 4)}`,
        precision: 'year',
      };
    case 'decade': {
      if (third !== null) {
        const [from, to] = [
          [0, 4],
          [4, 6],
          [5, 9],
        ][third] as [number, number];
        return { edtf: `${edtfYear(year + from)}/${edtfYear(year + to)}`, precision: 'decade' };
      }
      return {
        edtf: year > 0 ? `${edtfYear(year).slice(0, 3)}X` : `${edtfYear(year)}/${edtfYear(year + 9)}`,
        precision: 'decade',
      };
    }
    case 'century': {
      if (third !== null) {
        const [from, to] = [
          [0, 33],
          [34, 66],
          [67, 99],
        ][third] as [number, number];
        return { edtf: `${edtfYear(year + from)}/${edtfYear(year + to)}`, precision: 'century' };
      }
      return {
        edtf: year >= 0 ? `${edtfYear(year).slice(0, 2)}XX` : `${edtfYear(year)}/${edtfYear(year + 99)}`,
        precision: 'century',
      };
    }
    case 'millennium':
      return {
        edtf: year > 0 ? `${edtfYear(year).slice(0, 1)}XXX` : `${edtfYear(year)}/${edtfYear(year + 999)}`,
        precision: 'millennium',
      };
  }
}

const isFraction = (phase: Phase): phase is Fraction => phase.includes('/');

/** "the second half of the 16th century" is 1550 to 1599, the first of a month its first fifteen days. */
function fractionEdtf(point: Point, fraction: Fraction): { edtf: string; precision: Precision } {
  const [nth, of] = fraction.split('/').map(Number) as [number, number];
  const whole = edtfOf(point);
  const years = (MONTHS_OF[point.unit] ?? 0) / 12;
  if (years >= 10) {
    const length = years / of;
    if (!Number.isInteger(length)) return whole;
    const first = yearOf(point) + (nth - 1) * length;
    return { edtf: `${edtfYear(first)}/${edtfYear(first + length - 1)}`, precision: whole.precision };
  }
  if (point.unit !== 'month' || of !== 2) return whole;
  const [from, to] = nth === 1 ? [point.start, point.start + 14] : [point.start + 15, endOf(point) - 1];
  return { edtf: `${dayEdtf(from)}/${dayEdtf(to)}`, precision: whole.precision };
}

const THIRDS: Readonly<Record<Exclude<Phase, 'earlier' | 'later' | Fraction>, 0 | 1 | 2>> = {
  early: 0,
  start: 0,
  mid: 1,
  late: 2,
  end: 2,
};

const monthEdtf = (day: Days) => {
  const civil = toCivil(day);
  return edtfDate(civil.year, civil.month);
};
