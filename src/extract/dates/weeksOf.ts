import { yearOf } from './calendar.ts';
import { UNITS } from './lexicon.ts';
import { type Match, pattern, type Said } from './pattern.ts';

/** Weeks and weekends named by their days: `the weekend of 4–5 May`, `the week of March 4-8, 2019`. One stretch each. */
export const WEEKS_OF = [
  pattern(
    'the? unit of the? [day dayth] [dash and to slash] the? [day dayth] of? [month mon may] (comma? of? [year short])?',
    weekOf,
  ),
  pattern(
    'the? unit of [month mon may] the? [day dayth] [dash and to slash] the? [day dayth] (comma? [year short])?',
    weekOf,
  ),
];

function weekOf(m: Match): Said | null {
  const unit = UNITS[m.value('unit')!]!;
  if (unit !== 'week' && unit !== 'weekend') return null;
  const days: number[] = [];
  for (let i = m.from; i < m.to; i++) if (/[do]/.test(m.tokens.tags[i]!)) days.push(m.tokens.values[i]!);
  const [first, last] = days as [number, number];
  if (last <= first || last - first > (unit === 'week' ? 7 : 4)) return null;
  const month = m.value('month') ?? m.value('mon') ?? m.value('may')!;
  // The last day of a long weekend may be a Monday; the weekend is known by the one before it.
  const day = unit === 'weekend' ? Math.min(last, first + 1) : first;
  return { type: 'DATE', unit, within: { type: 'DATE', month, day, ...yearOf(m) } };
}
