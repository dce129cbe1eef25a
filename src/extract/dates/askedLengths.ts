import type { Found } from './find.ts';
import { numberOf, numberWords } from './lexicon.ts';
import type { Said, SpanUnit } from './pattern.ts';

const UNIT =
  '(?<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|fortnights?|months?|quarters?|years?|yrs?|decades?)';
const UNITS: Readonly<Record<string, SpanUnit>> = {
  s: 'second',
  mi: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  f: 'fortnight',
  mo: 'month',
  q: 'quarter',
  y: 'year',
  de: 'decade',
};
const unitOf = (word: string): SpanUnit => {
  const lower = word.toLowerCase();
  return UNITS[lower.slice(0, 2)] ?? UNITS[lower[0]!]!;
};
const COUNT = `(?<count>an?|\\d+(?:\\.\\d+)?|${numberWords(1, 12)})`;
const length = (source: string) => new RegExp(`(?<![\\w./-])${source}\\b`, 'gi');

const AMOUNTS: readonly (readonly [RegExp, (count: number) => number])[] = [
  // two and a half hours, an hour and a half, one and a quarter years
  [length(`${COUNT},? and (?:an? )?half(?: of)? ${UNIT}`), (n) => n + 0.5],
  [length(`${COUNT} and a quarter ${UNIT}`), (n) => n + 0.25],
  [length(`${COUNT} ${UNIT} and a half`), (n) => n + 0.5],
  // half an hour, 1/2 hour, 3/4 h, a quarter of an hour
  [length(`(?:half(?: an?)?|1 ?/ ?2|½) ?${UNIT}`), () => 0.5],
  [length(`(?:(?:a )?quarter of an?|1 ?/ ?4|¼) ?${UNIT}`), () => 0.25],
  [length(`(?:three[- ]quarters of an?|3 ?/ ?4|¾) ?${UNIT}`), () => 0.75],
  [length(`${COUNT} more ${UNIT}`), (n) => n],
  [length(`(?:a )?couple(?: of)? ${UNIT}`), () => 2],
  [length(`another ${UNIT}`), () => 1],
  // 2h, 30mins, 10D, 2W
  [/(?<![\w./-])(?<count>\d+(?:\.\d+)?) ?(?<unit>h|hrs?|mins?|secs?)\b(?!\.?\d)/gi, (n) => n],
  [/(?<![\w./-])(?<count>\d+)(?<unit>[DWY])\b/g, (n) => n],
];

/** Lengths with fractions, and with letters for units. */
export function amountsOf(text: string, found: readonly Found[]): Found[] {
  const amounts: Found[] = [];
  for (const [regex, change] of AMOUNTS) {
    for (const match of text.matchAll(regex)) {
      const { count = '0', unit = '' } = match.groups ?? {};
      const said: Said = { type: 'DURATION', unit: unitOf(unit), count: change(countOf(count)) };
      const start = match.index;
      const each: Found = { start, end: start + match[0].length, said, tie: null };
      // "14h" is a time of day, unless something counts from it or to it.
      if (/^\d{4} ?h/i.test(match[0])) continue;
      const counted = /\b(?:in|for|within|after|every|of|next|last)\s+$/i.test(text.slice(0, start));
      if (/^\d+ ?h$/i.test(match[0]) && !counted) continue;
      // "an hour from now" of "half an hour from now" was read without its half.
      const reaches = (other: Found) =>
        other.start < each.start || (other.end > each.end && other.said.from !== 'speech');
      if (found.some((other) => overlaps(other, each) && reaches(other))) continue;
      if (!amounts.some((other) => overlaps(other, each))) amounts.push(each);
    }
  }
  return amounts;
}

const overlaps = (a: Found, b: Found) => a.start < b.end && b.start < a.end;
const countOf = (word: string): number =>
  /^\d/.test(word) ? Number(word) : (numberOf(word.toLowerCase()) ?? 1);

/** "a few" and "several" of a request are three or so. */
export function someAre(text: string, each: Found): Found {
  const { said } = each;
  if (said.count !== null || said.unit === undefined || said.stretch) return each;
  return /\b(?:few|several)\b/i.test(text.slice(each.start, each.end))
    ? { ...each, said: { ...said, count: 3 } }
    : each;
}

/** A length with a number, not tied to the calendar. */
export const isLength = (said: Said) =>
  said.type === 'DURATION' && !said.stretch && typeof said.count === 'number' && said.set === undefined;

/** From long to short; a length is joined with a shorter one of its own row. */
const DAY_LETTERS: Readonly<Record<string, string>> = { hour: 'H', minute: 'M', second: 'S' };
const YEAR_LETTERS: Readonly<Record<string, string>> = { year: 'Y', month: 'M', week: 'W', day: 'D' };

/** "one hour and thirty minutes" is one length, and so is "two years and three months". */
export function joinLengths(text: string, found: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const each of found) {
    const before = joined.at(-1);
    const gap = before ? text.slice(before.end, each.start) : '';
    const value = before && /^(?:,? and |,? )$/.test(gap) ? together(before.said, each.said, gap) : null;
    if (before && value !== null) {
      joined[joined.length - 1] = { ...before, end: each.end, said: { type: 'DURATION', set: value } };
    } else joined.push(each);
  }
  return joined;
}

/** TIMEX3 value of two lengths, the second of a shorter unit; null for two that do not add up to one. */
function together(first: Said, second: Said, gap: string): string | null {
  if (!isLength(first) || !isLength(second) || first.within || second.within) return null;
  for (const [letters, prefix] of [
    [DAY_LETTERS, 'PT'],
    [YEAR_LETTERS, 'P'],
  ] as const) {
    // Years and months with a comma alone between them are a list.
    if (prefix === 'P' && gap === ', ') return null;
    const order = Object.keys(letters);
    const [a, b] = [order.indexOf(first.unit!), order.indexOf(second.unit!)];
    if (a >= 0 && b > a)
      return `${prefix}${first.count}${letters[first.unit!]}${second.count}${letters[second.unit!]}`;
  }
  return null;
}
