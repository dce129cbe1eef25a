import { type Days, weekdayOf } from '../../model/days.ts';
import type { Point } from './point.ts';

/** Which day of its week a heading names: any of them (`of`), the first or the last. */
export type NamedDay = 'of' | 'first' | 'last';

/** Words before a day that make it stand for its week, up to that day: "Week of ", "Week commencing Monday ", "W/E ". */
const WEEK =
  /\b(?:week\s+(?:(of)|beginning|commencing|starting|from|(ending|ended|to))|w\/?[cb]|(w\/e))[.:]?\s+(?:on\s+)?(?:the\s+)?$/i;

/** The words that make the day behind them stand for a week, and which day of it that is; null where there are none. */
export function weekNamedBefore(words: string): { readonly length: number; readonly day: NamedDay } | null {
  const found = WEEK.exec(words);
  if (!found) return null;
  const [whole, of, ending, we] = found;
  return { length: whole.length, day: of ? 'of' : (ending ?? we) ? 'last' : 'first' };
}

const SUNDAY = 0;

/**
 * First and last day of a week that is named by one of its days. A week "of" a Sunday begins there, as American ones do; "of"
 * any other day it is the one from Monday on that holds it.
 */
export function daysOfWeek(day: Days, named: NamedDay): readonly [first: Point, last: Point] {
  const weekday = weekdayOf(day);
  const back = named === 'last' ? 6 : named === 'first' || weekday === SUNDAY ? 0 : weekday - 1;
  return [
    { unit: 'day', start: day - back },
    { unit: 'day', start: day - back + 6 },
  ];
}
