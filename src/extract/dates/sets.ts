import { FREQUENCIES, UNITS } from './lexicon.ts';
import { pattern } from './pattern.ts';

/** What happens again and again: `daily`, `every Friday`, `each year`. Typed, never drawn. */
export const SETS = [
  pattern('often', (m) => {
    // The Morning Daily is a newspaper.
    const name =
      /^\p{Lu}/u.test(m.text) && /^\p{Lu}/u.test(m.printed(m.from - 1)) && m.tokens.tags[m.from - 1] === ' ';
    return name ? null : { type: 'SET', set: FREQUENCIES[m.value('often')!]! };
  }),
  pattern('every unit', (m) => ({ type: 'SET', set: `P1${letter(m.value('unit')!)}` })),
  pattern('every [day word] [units]', (m) => ({
    type: 'SET',
    set: `P${m.value('day') ?? m.value('word')!}${letter(m.value('units')!)}`,
  })),
  pattern('every [weekday wday]', (m) => ({
    type: 'SET',
    set: `XXXX-WXX-${(((m.value('weekday') ?? m.value('wday')!) + 6) % 7) + 1}`,
  })),
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

const LETTERS = ['S', 'M', 'H', 'D', 'D', 'WE', 'W', '2W', 'M', 'Y', 'M', 'Y', 'DE', 'CE', 'ML'];
const letter = (unit: number) => LETTERS[unit]!;
