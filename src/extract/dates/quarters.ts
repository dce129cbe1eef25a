import { yearOf } from './calendar.ts';
import { type Match, pattern, prefix, type Said } from './pattern.ts';

/** Quarters and halves: `Q3 2023`, `the third quarter`, `the first half of 2023`, `H1`. */
export const QUARTERS = [
  pattern('quarter comma? dash? (of|in)? fiscal? [year short]', (m) => ({
    type: 'DATE',
    quarter: m.value('quarter')!,
    ...yearOf(m),
  })),
  // epidemiological week 43, week 12 of 2017, week 12/2017
  pattern('unit [day num] ((comma|of|slash)? [year])?', (m) => {
    const week = m.value('day') ?? m.value('num')!;
    if (m.word(m.from) !== 'week' || week > 53) return null;
    const named = /^(?:epidemiological|epi|calendar|iso|reporting|surveillance)$/.test(m.word(m.from - 1));
    return named || m.has('year') ? { type: 'DATE', week, ...yearOf(m) } : null;
  }),
  pattern('year dash? quarter', (m) => ({ type: 'DATE', quarter: m.value('quarter')!, ...yearOf(m) })),
  pattern('quarter', (m) => ({ type: 'DATE', quarter: m.value('quarter')! })),
  pattern('halfyear comma? dash? of? [year short]', (m) => ({
    type: 'DATE',
    half: m.value('halfyear')!,
    ...yearOf(m),
  })),
  pattern('year dash? halfyear', (m) => ({ type: 'DATE', half: m.value('halfyear')!, ...yearOf(m) })),
  pattern(
    'the? fiscal? [ordinal dayth] dash? fiscal? unit (of fiscal? the? unit? [year short])?',
    ordinalQuarter,
  ),
  pattern('the? fiscal? [ordinal dayth] dash? unit [year short]', ordinalQuarter),
];

/** "the first half of" + a year, a month, a decade. */
export const HALF_PREFIXES = [
  prefix('the? [ordinal past] half of', (m, inner) => {
    const half = m.has('past') ? 2 : m.value('ordinal')!;
    if (half !== 1 && half !== 2) return null;
    // A year has its halves by name; of a century, a decade and a month they are parts.
    return isLongOrShort(inner) && !inner.phase
      ? { ...inner, phase: `${half}/2` }
      : { type: 'DATE', half, within: inner };
  }),
];

const isLongOrShort = ({ type, century, decade, shortDecade, month, day, unit, weekday }: Said): boolean =>
  type === 'DATE' &&
  (century !== undefined ||
    decade !== undefined ||
    shortDecade !== undefined ||
    (month !== undefined && day === undefined && weekday === undefined) ||
    unit === 'month' ||
    unit === 'decade' ||
    unit === 'century');

function ordinalQuarter(m: Match): Said | null {
  if (!/^(?:quarter|qtr)$/.test(m.word(m.index('unit')))) return null;
  // the second quarter of the match
  if (
    m.word(m.to) === 'of' &&
    /[ 'A]/.test(m.tokens.tags[m.to + (m.word(m.to + 1) === 'the' ? 2 : 1)] ?? ' ')
  )
    return null;
  const quarter = m.value('ordinal') ?? m.value('dayth')!;
  return quarter >= 1 && quarter <= 4 ? { type: 'DATE', quarter, ...yearOf(m) } : null;
}
