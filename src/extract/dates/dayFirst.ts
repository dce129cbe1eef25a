import type { Found } from './find.ts';

const SLASHED = /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])/g;

/**
 * How surely the dates in figures of a text run from the day to the year: 25/12/1991 can mean nothing else, and then
 * 5/11/1992 beside it is of November. Above 0 where most of what is sure runs day first, below where most runs month
 * first; 0 where nothing tells, and then the month comes first.
 */
export function figuresRun(text: string): number {
  let balance = 0;
  for (const [, first, , second] of text.matchAll(SLASHED)) {
    if (Number(first) > 12 && Number(second) <= 12) balance++;
    else if (Number(second) > 12 && Number(first) <= 12) balance--;
  }
  return balance;
}

const OPEN = /^\D{0,6}(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?!\d)/;

/** Dates of a text that runs day first, which were read month first because nothing in them said otherwise. */
export function swapDays(text: string, found: readonly Found[]): Found[] {
  return found.map((each) => {
    const { month, day } = each.said;
    const figures = OPEN.exec(text.slice(each.start, Math.min(each.end, each.start + 20)));
    if (!figures || month === undefined || day === undefined || day > 12) return each;
    if (Number(figures[1]) !== month || Number(figures[2]) !== day) return each;
    return { ...each, said: { ...each.said, month: day, day: month } };
  });
}
