import { type Days, toDays, weekdayOf } from '../../model/days.ts';
import { type Pattern, pattern } from './pattern.ts';
import { dayPoint, type Point } from './point.ts';

/** Named days, as the tokens of class `holiday` carry their index. */
export const HOLIDAYS: readonly Pattern[] = [pattern('the? holiday', () => null)];

/** The day a holiday falls on in a year; null for a name that is not known. */
export function holidayPoint(name: string, year: number): Point | null {
  void weekdayOf;
  void toDays;
  return name === 'christmas' ? dayPoint(year, 12, 25) : null;
}

export type HolidayDay = Days;
