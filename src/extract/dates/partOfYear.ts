import { toDays } from '../../model/days.ts';
import { holidayPoint } from './holidays.ts';
import type { Said } from './pattern.ts';
import { dayPoint, monthPoint, type Point, seasonPoint, weekPoint, yearOf, yearPoint } from './point.ts';
import type { Place } from './standpoint.ts';

/** The part of a year that was said; null when there is no such day. */
export function partOfYear(said: Said, year: number): Point | null {
  if (said.holiday !== undefined) return holidayPoint(said.holiday, year);
  if (said.day !== undefined && said.month !== undefined) return dayPoint(year, said.month, said.day);
  if (said.month !== undefined) return monthPoint(year, said.month);
  if (said.season !== undefined) return seasonPoint(year, said.season);
  if (said.quarter !== undefined) return { unit: 'quarter', start: toDays(year, said.quarter * 3 - 2) };
  if (said.half !== undefined) return { unit: 'half', start: toDays(year, said.half * 6 - 5) };
  if (said.week !== undefined) return weekPoint(year, said.week);
  return yearPoint(year);
}

/** Two digits: the reading nearest to the story, or to the day of speaking, and not much after that. */
export function fullYear(short: number, place: Place): number {
  const near = place.story ?? place.speech;
  if (!near) return short > 40 ? 1900 + short : 2000 + short;
  const year = yearOf(near);
  const century = Math.floor(year / 100) * 100;
  const limit = place.speech ? yearOf(place.speech) + 5 : year + 60;
  const options = [century - 100 + short, century + short];
  const fit = options.filter((y) => y <= limit);
  return (fit.length ? fit : options).reduce((a, b) => (Math.abs(b - year) < Math.abs(a - year) ? b : a));
}
