import { type Match, pattern, type Said } from './pattern.ts';

/** Decades and centuries: `the 1980s`, `the nineties`, `the 19th century`, `fifth century BC`. */
export const DECADES = [
  pattern('the? decade', (m) => {
    const value = m.value('decade')!;
    // "1980's" is a decade behind an article, "2030's goals" are a year's.
    const own =
      /['’]/.test(m.printed(m.index('decade'))) &&
      !m.has('the') &&
      !/^(?:early|late|mid|and|-)$/.test(m.word(m.from - 1));
    if (own) return null;
    return tenYears(value);
  }),
  // the 480s BC: 489 to 480
  pattern('the? decade era', (m) => {
    const value = m.value('decade')!;
    return { type: 'DATE', decade: m.value('era')! < 0 ? -value - 8 : value };
  }),
  pattern('the? shortdecade', (m) => {
    // temperatures in the 80s
    if (isDegrees(m)) return null;
    const before = m.word(m.from - 1);
    const loud = /^(?:roaring|swinging|hungry|gay|booming)$/.test(before);
    if (
      !m.has('the') &&
      !loud &&
      /^\p{Ll}/u.test(m.printed(m.from)) &&
      !/^(?:in|of|early|late|mid|-)$/.test(before)
    )
      return null;
    // in his 30s, in her late twenties; "your dreadful 90s songs" are of that decade
    if (/^(?:his|her|their|my|your|our)$/.test(before)) return null;
    if (/^(?:early|mid|late|-)$/.test(before) && isOwned(m)) return null;
    const known = before === 'roaring' ? 1920 : before === 'swinging' ? 1960 : null;
    return known !== null && known % 100 === m.value('shortdecade')
      ? { type: 'DATE', decade: known }
      : { type: 'DATE', shortDecade: m.value('shortdecade')! };
  }),
  pattern('the? decade [and dash to or] the? [decade shortdecade]', (m) => {
    const second = m.index('decade', 1);
    const at = second >= 0 ? second : m.index('shortdecade');
    const from = m.tokens.tags[at - 1] === 'T' ? at - 1 : at;
    const value = m.tokens.values[at]!;
    const decade = second >= 0 ? value : Math.floor(m.value('decade')! / 100) * 100 + value;
    return [
      { from: m.from, to: m.index('decade') + 1, said: beside(m.value('decade')!, decade) },
      { from, to: m.to, said: beside(decade, m.value('decade')!) },
    ];
  }),
  pattern('the? [dayth ordinal] dash? [unit units] era?', century),
  // the 5th c. BC
  pattern('the? [dayth ordinal] approx era?', (m) => {
    const ordinal = m.value('dayth') ?? m.value('ordinal')!;
    if (!/^c\.?$/i.test(m.word(m.index('approx'))) || ordinal > 30) return null;
    return { type: 'DATE', century: firstYear(ordinal, m.value('era') ?? 1) };
  }),
  // the 12th- and 13th-century keep, the 17th, 18th and 19th centuries
  pattern(
    'the? [dayth ordinal] (dash? [dash and to or comma] and? the? [dayth ordinal])+ dash? [unit units] era?',
    (m) => {
      const unit = m.word(m.index('unit') >= 0 ? m.index('unit') : m.index('units'));
      if (!/^centur/.test(unit)) return null;
      const ordinals: number[] = [];
      for (let i = m.from; i < m.to; i++) if (/[op]/.test(m.tokens.tags[i]!)) ordinals.push(i);
      const era = m.value('era') ?? 1;
      return ordinals.map((at, i) => ({
        from: i === 0 ? m.from : m.tokens.tags[at - 1] === 'T' ? at - 1 : at,
        to: i === ordinals.length - 1 ? m.to : at + 1,
        said: { type: 'DATE' as const, century: firstYear(m.tokens.values[at]!, era) },
      }));
    },
  ),
];

/** In her late twenties, in his mid-30s. */
const isOwned = (m: Match): boolean =>
  [m.from - 2, m.from - 3].some((at) => /^(?:his|her|their|my|your|our)$/.test(m.word(at)));

const isDegrees = (m: Match): boolean => {
  for (let i = m.from - 1; i >= m.from - 6; i--)
    if (/^(?:temperatures?|degrees?|highs?|lows?|fahrenheit)$/.test(m.word(i))) return true;
  return /^(?:f|fahrenheit|°|degrees)$/.test(m.word(m.to));
};

/** "the 1800s" are a century, which TIMEX3 writes 18; "the 1980s" and "the 2000s" ten years. */
const tenYears = (value: number): Said =>
  value % 100 === 0 && value !== 2000 ? { type: 'DATE', century: value } : { type: 'DATE', decade: value };

/** "the 1900s and 1910s" are twenty years. */
const beside = (value: number, other: number): Said =>
  other % 100 === 0 ? tenYears(value) : { type: 'DATE', decade: value };

const firstYear = (ordinal: number, era: number) => (era < 0 ? -ordinal * 100 + 1 : (ordinal - 1) * 100);

function century(m: Match): Said | null {
  const at = m.index('unit') >= 0 ? m.index('unit') : m.index('units');
  const unit = m.word(at);
  const ordinal = m.value('dayth') ?? m.value('ordinal')!;
  const era = m.value('era') ?? 1;
  if (/^centur/.test(unit)) {
    if (unit === 'centuries' || ordinal > 30 || ordinal < 1) return null;
    return { type: 'DATE', century: firstYear(ordinal, era) };
  }
  if (unit === 'millennium' && ordinal <= 10) {
    return { type: 'DATE', millennium: era < 0 ? -ordinal * 1000 + 1 : (ordinal - 1) * 1000 };
  }
  return null;
}
