import { DAYPARTS, FREQUENCIES, UNITS } from './lexicon.ts';
import { type Match, pattern } from './pattern.ts';

/** What happens again and again: `daily`, `every Friday`, `each year`. Typed, never drawn. */
export const SETS = [
  pattern('often', (m) => {
    // The Morning Daily and the Daily Courier are newspapers.
    const named = (at: number) => /^\p{Lu}/u.test(m.printed(at)) && m.tokens.tags[at] === ' ';
    const name = /^\p{Lu}/u.test(m.text) && (named(m.from - 1) || named(m.to));
    return name ? null : { type: 'SET', set: FREQUENCIES[m.value('often')!]! };
  }),
  pattern('every unit', (m) => ({
    type: 'SET',
    set: m.word(m.to - 1) === 'weekend' ? WEEKENDS : `P1${letter(m.value('unit')!)}`,
  })),
  // every other day, every third week
  pattern('every [more ordinal dayth] unit', (m) => {
    const nth = nthOf(m);
    return nth === null ? null : { type: 'SET', set: `P${nth}${letter(m.value('unit')!)}` };
  }),
  pattern('every [more ordinal dayth] [weekday wday]', (m) =>
    nthOf(m) === null ? null : { type: 'SET', set: weekly(m) },
  ),
  pattern('every [more ordinal dayth] [month mon]', (m) =>
    nthOf(m) === null
      ? null
      : { type: 'SET', set: `XXXX-${String(m.value('month') ?? m.value('mon')!).padStart(2, '0')}` },
  ),
  pattern('every [day word] [units]', (m) => ({
    type: 'SET',
    set: `P${m.value('day') ?? m.value('word')!}${letter(m.value('units')!)}`,
  })),
  pattern('every [weekday wday]', (m) => ({ type: 'SET', set: weekly(m) })),
  // Saturday mornings, every Monday evening
  pattern('every? [weekday wday] daypart', (m) =>
    m.has('every') || (m.word(m.to - 1).endsWith('s') && m.word(m.to - 1).length > 4)
      ? { type: 'SET', set: `${weekly(m)}T${DAYPARTS[m.value('daypart')!]!}` }
      : null,
  ),
  pattern('units', (m) => (m.word(m.from) === 'weekends' ? { type: 'SET', set: WEEKENDS } : null)),
  pattern('every [month mon]', (m) => ({
    type: 'SET',
    set: `XXXX-${String(m.value('month') ?? m.value('mon')!).padStart(2, '0')}`,
  })),
  pattern('every season', (m) => ({
    type: 'SET',
    set: `XXXX-${['SP', 'SU', 'FA', 'WI'][m.value('season')!]}`,
  })),
  pattern('every daypart', () => ({ type: 'SET', set: 'P1D' })),
  pattern('per unit', (m) => ({ type: 'DURATION', unit: UNITS[m.value('unit')!] as 'day', count: 1 })),
];

const WEEKENDS = 'XXXX-WXX-WE';

/** Every Friday, in TIMEX3 the fifth day of any week. */
const weekly = (m: Match): string => `XXXX-WXX-${(((m.value('weekday') ?? m.value('wday')!) + 6) % 7) + 1}`;

/** "every other" is every second; "every full moon" counts nothing. */
const nthOf = (m: Match): number | null =>
  m.has('more') ? (m.word(m.from + 1) === 'other' ? 2 : null) : (m.value('ordinal') ?? m.value('dayth')!);

const LETTERS = ['S', 'M', 'H', 'D', 'D', 'WE', 'W', '2W', 'M', 'Y', 'M', 'Y', 'DE', 'CE', 'ML'];
const letter = (unit: number) => LETTERS[unit]!;
