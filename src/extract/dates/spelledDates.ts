import { type Match, pattern, type Said } from './pattern.ts';

/** Dates whose numbers are spelled out: `May twenty nine`, `fifteen August nineteen ninety three`. */
export const SPELLED_DATES = [
  pattern('[month mon may] the? word', (m) => {
    const day = m.value('word')!;
    // "in March two regiments" counts something
    return isDay(day) && !counts(m) ? { type: 'DATE', month: monthOf(m), day } : null;
  }),
  pattern('word of? [month mon]', (m) => {
    const day = m.value('word')!;
    return isDay(day) && m.word(m.from - 1) !== 'of' ? { type: 'DATE', month: monthOf(m), day } : null;
  }),
  pattern('[month mon may] (the? [word day dayth ordinal])? comma? (of|in)? word (and? word)?', dated),
  pattern('the? [word day dayth ordinal] of? [month mon] comma? (of|in)? word (and? word)?', dated),
  // Dec/2018
  pattern('[month mon may] slash year', (m) =>
    m.tight() ? { type: 'DATE', month: monthOf(m), year: m.value('year')! } : null,
  ),
  // Monday the twenty-first
  pattern('[weekday wday] comma? the ordinal', (m) =>
    counts(m)
      ? null
      : { type: 'DATE', weekday: m.value('weekday') ?? m.value('wday')!, day: m.value('ordinal')! },
  ),
  // in nineteen eighty-six, around twenty sixteen
  pattern('word word', (m) => {
    const year = yearOf(wordsOf(m, m.from, m.to));
    const cued = /^(?:in|since|by|until|from|to|of|year|around|about|circa|before|after)$/.test(
      m.word(m.from - 1),
    );
    const free =
      !/[UVw-]/.test(m.tokens.tags[m.to] ?? '') &&
      (!/^\p{L}/u.test(m.printed(m.to)) || PRONOUN.test(m.word(m.to)));
    return year !== null && year >= 1100 && cued && free ? { type: 'DATE', year } : null;
  }),
  pattern('word and word', (m) => {
    const [first, second] = wordsOf(m, m.from, m.to);
    const cued = /^(?:in|since|by|until|year)$/.test(m.word(m.from - 1));
    return first === 2000 && second! < 100 && cued && !counts(m)
      ? { type: 'DATE', year: first + second! }
      : null;
  }),
];

const PRONOUN = /^(?:i|we|he|she|they|it|you|the|a|an|when|and|but|or|to|was|were|is|at|on|with)$/;

/** A noun behind the number is what it counts. */
const counts = (m: Match): boolean =>
  /[UVw]/.test(m.tokens.tags[m.to] ?? '') || (m.tokens.tags[m.to] === ' ' && /^\p{L}/u.test(m.printed(m.to)));
const isDay = (value: number) => value >= 1 && value <= 31;
const monthOf = (m: Match): number => m.value('month') ?? m.value('mon') ?? m.value('may')!;

function wordsOf(m: Match, from: number, to: number): number[] {
  const values: number[] = [];
  for (let i = from; i < to; i++) if (m.tokens.tags[i] === 'w') values.push(m.tokens.values[i]!);
  return values;
}

function dated(m: Match): Said | null {
  const at = [...'Mmv'].map((tag) => m.tokens.tags.indexOf(tag, m.from)).filter((i) => i >= 0 && i < m.to);
  const month = Math.min(...at);
  const words = wordsOf(m, month, m.to);
  const before = wordsOf(m, m.from, month);
  const printed = m.value('day') ?? m.value('dayth') ?? m.value('ordinal');
  let day = before[0] ?? printed;
  // The first word behind the month is its day unless it must be the year.
  if (day === undefined && words.length > 1 && isDay(words[0]!) && yearOf(words.slice(1)) !== null)
    day = words.shift()!;
  const year = yearOf(words);
  if (year === null || (day !== undefined && !isDay(day))) return null;
  return { type: 'DATE', month: monthOf(m), ...(day === undefined ? {} : { day }), year };
}

/** Nineteen eighty six, two thousand and five, seventeen hundred thirty three. */
function yearOf(words: readonly number[]): number | null {
  const [first = 0, second] = words;
  if (second === undefined) return first >= 1100 && first < 2100 ? first : null;
  if (words.length > 2) return null;
  if (first >= 11 && first <= 20 && second >= 10 && second < 100) return first * 100 + second;
  return first === 2000 && second < 100 ? first + second : null;
}
