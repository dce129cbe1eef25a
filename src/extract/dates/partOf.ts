import { toCivil, weekdayOf } from '../../model/days.ts';
import { partOfYear } from './partOfYear.ts';
import type { Said } from './pattern.ts';
import {
  dayPoint,
  endOf,
  FINENESS,
  holding,
  type Point,
  type PointUnit,
  shifted,
  weekPoint,
  yearOf,
} from './point.ts';
import { steppedBy } from './stepped.ts';

/** The part of a larger date that was said: "the end of", "the third Monday of". null where it has none such. */
export function partOf(said: Said, outer: Point): Point | null {
  if (said.from === 'within') {
    if (said.count === null || said.count === undefined) return null;
    return steppedBy(outer, said.step! * said.count, said.unit as PointUnit, outer.unit === 'day');
  }
  if (said.ordinal !== undefined) return nthWithin(said, outer);
  if (said.half !== undefined && outer.unit !== 'year') return outer;
  if (said.weekday !== undefined && (outer.unit === 'week' || outer.unit === 'day')) {
    return { unit: 'day', start: holding(outer.start, 'week').start + ((said.weekday + 6) % 7) };
  }
  if (said.unit === 'week' && outer.unit === 'day') return holding(outer.start, 'week');
  // The weekend of a Monday's holiday is the one before it.
  if (said.unit === 'weekend' && outer.unit === 'day') return holding(outer.start - 2, 'weekend');
  if (said.day !== undefined && said.month === undefined && outer.unit === 'month') {
    const { year, month } = toCivil(outer.start);
    return dayPoint(year, month, said.day);
  }
  return outer.unit === 'year' ? partOfYear(said, yearOf(outer)) : null;
}

function nthWithin(said: Said, outer: Point): Point | null {
  const n = said.ordinal!;
  if (said.weekday !== undefined) {
    const first = outer.start + ((said.weekday - weekdayOf(outer.start) + 7) % 7);
    if (n > 0) return { unit: 'day', start: first + (n - 1) * 7 };
    const last = endOf(outer) - 1;
    return { unit: 'day', start: last - ((weekdayOf(last) - said.weekday + 7) % 7) };
  }
  const unit = said.unit as PointUnit;
  if (FINENESS[unit] >= FINENESS[outer.unit]) return null;
  // The last week of a month is the last that ends in it.
  if (n < 0 && unit === 'week' && outer.unit === 'year') return holding(endOf(outer) - 4, unit);
  if (n < 0) return holding(endOf(outer) - (unit === 'week' ? 7 : 1), unit);
  if (unit === 'week' && outer.unit === 'year') return weekPoint(yearOf(outer), n);
  // The first week of a month is the first that begins in it.
  if (unit === 'week') return { unit, start: holding(outer.start + 6, 'week').start + (n - 1) * 7 };
  return shifted(holding(outer.start, unit), n - 1);
}
