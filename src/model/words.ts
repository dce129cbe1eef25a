import { type Civil, toCivil, toDays } from './days.ts';
import { coarseness, type EdtfSpan, readEdtf } from './edtf.ts';
import type { When } from './when.ts';

/**
 * A date as a person would write it: `16–17 May 2024`, `summer 2023`, `late October 2023`, `about 1900`, `1980s`,
 * `17th century`, `44 BC`, `since July 2023`, `week of 6 May 2024`. Days, months and years are written through Intl;
 * the connecting words are English in every locale but German.
 * @param time needs no more than its EDTF and precision. Text that is not EDTF comes back as it is.
 * @param locale BCP 47 tag.
 */
export function dateInWords(time: Pick<When, 'edtf' | 'precision'>, locale = 'en'): string {
  const span = readEdtf(time.edtf);
  if ('problem' in span) return time.edtf;
  const words = wordsOf(locale);
  if (!span.interval) return single(time.edtf, span, words);
  const [left = '', right = ''] = time.edtf.split('/');
  if (span.openStart) return words.until(endOf(right, words));
  if (span.openEnd) return words.since(endOf(left, words));
  const vague = coarseness(time.precision) > coarseness(span.precision);
  return (
    wholeOf(span, words) ??
    (vague ? partOf(span, time.precision, words) : null) ??
    range(left, right, vague ? words.between : words.fromTo, words)
  );
}

/** How one language puts dates. `d`, `m` and `y` are ready to print. */
interface Words {
  readonly locale: string;
  readonly day: (d: string, m: string, y: string) => string;
  readonly days: (d: string, d2: string, m: string, y: string) => string;
  readonly dayMonth: (d: string, m: string) => string;
  readonly seasons: readonly [winter: string, spring: string, summer: string, autumn: string];
  readonly ordinal: (n: number) => string;
  readonly parts: readonly [early: string, mid: string, late: string];
  readonly quarter: (n: number, y: string) => string;
  readonly half: (n: number, y: string) => string;
  readonly week: (date: string) => string;
  readonly decade: (y: string) => string;
  readonly century: (n: string) => string;
  readonly millennium: (n: string) => string;
  readonly bc: (text: string) => string;
  readonly ad: (text: string) => string;
  readonly about: (date: string) => string;
  readonly uncertain: (date: string) => string;
  readonly since: (date: string) => string;
  readonly until: (date: string) => string;
  readonly between: (a: string, b: string) => string;
  readonly fromTo: (a: string, b: string) => string;
}

const ENGLISH_ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const nth = (n: number): string => `${n}${ENDINGS[ENGLISH_ORDINALS.select(n)] ?? 'th'}`;
const FIRST_TO_FOURTH = ['first', 'second', 'third', 'fourth'];

const ENGLISH: Words = {
  locale: 'en-GB',
  day: (d, m, y) => `${d} ${m} ${y}`,
  days: (d, d2, m, y) => `${d}–${d2} ${m} ${y}`,
  dayMonth: (d, m) => `${d} ${m}`,
  seasons: ['winter', 'spring', 'summer', 'autumn'],
  ordinal: nth,
  parts: ['early', 'mid', 'late'],
  quarter: (n, y) => `${FIRST_TO_FOURTH[n - 1]} quarter of ${y}`,
  half: (n, y) => `${FIRST_TO_FOURTH[n - 1]} half of ${y}`,
  week: (date) => `week of ${date}`,
  decade: (y) => `${y}s`,
  century: (n) => `${n} century`,
  millennium: (n) => `${n} millennium`,
  bc: (text) => `${text} BC`,
  ad: (text) => `AD ${text}`,
  about: (date) => `about ${date}`,
  uncertain: (date) => `${date} (uncertain)`,
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  between: (a, b) => `between ${a} and ${b}`,
  fromTo: (a, b) => (/ /.test(a + b) ? `${a} – ${b}` : `${a}–${b}`),
};

const GERMAN: Words = {
  locale: 'de',
  day: (d, m, y) => `${d}. ${m} ${y}`,
  days: (d, d2, m, y) => `${d}.–${d2}. ${m} ${y}`,
  dayMonth: (d, m) => `${d}. ${m}`,
  seasons: ['Winter', 'Frühling', 'Sommer', 'Herbst'],
  ordinal: (n) => `${n}.`,
  parts: ['Anfang', 'Mitte', 'Ende'],
  quarter: (n, y) => `${n}. Quartal ${y}`,
  half: (n, y) => `${n}. Halbjahr ${y}`,
  week: (date) => `Woche vom ${date}`,
  decade: (y) => `${y}er`,
  century: (n) => `${n} Jahrhundert`,
  millennium: (n) => `${n} Jahrtausend`,
  bc: (text) => `${text} v. Chr.`,
  ad: (text) => `${text} n. Chr.`,
  about: (date) => `um ${date}`,
  uncertain: (date) => `${date} (unsicher)`,
  since: (date) => `seit ${date}`,
  until: (date) => `bis ${date}`,
  between: (a, b) => `zwischen ${a} und ${b}`,
  fromTo: ENGLISH.fromTo,
};

const wordsOf = (locale: string): Words => (/^de\b/i.test(locale) ? GERMAN : ENGLISH);

/** Month names of a language, January first; made once. */
const monthNames = new Map<string, readonly string[]>();

function monthName(month: number, words: Words): string {
  let names = monthNames.get(words.locale);
  if (!names) {
    const format = new Intl.DateTimeFormat(words.locale, { month: 'long', timeZone: 'UTC' });
    names = Array.from({ length: 12 }, (_, i) => format.format(Date.UTC(2000, i, 1)));
    monthNames.set(words.locale, names);
  }
  return names[month - 1] ?? '';
}

/** A year without its era: from five digits on with separators, since 12024 is hard to read. */
function bareYear(year: number, words: Words): string {
  const count = year > 0 ? year : 1 - year;
  return count < 10_000 ? String(count) : new Intl.NumberFormat(words.locale).format(count);
}

function yearInWords(year: number, words: Words): string {
  const text = bareYear(year, words);
  if (year <= 0) return words.bc(text);
  return year < 100 ? words.ad(text) : text;
}

/** One date, with its `~`, `?` or `%` said. */
function single(text: string, span: EdtfSpan, words: Words): string {
  let date = plain(text, span, words);
  if (span.approximate) date = words.about(date);
  return span.uncertain ? words.uncertain(date) : date;
}

const endOf = (text: string, words: Words): string => {
  const span = readEdtf(text);
  return 'problem' in span ? text : single(text, span, words);
};

const clockOf = ({ minute = 0 }: EdtfSpan): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

function plain(text: string, span: EdtfSpan, words: Words): string {
  const first = toCivil(span.start);
  const year = yearInWords(first.year, words);
  const code = Number(/[^-]-(\d\d)[~?%]?$/.exec(text)?.[1] ?? 0);
  switch (span.precision) {
    case 'time': {
      return `${words.day(String(first.day), monthName(first.month, words), year)}, ${clockOf(span)}`;
    }
    case 'month':
      return `${monthName(first.month, words)} ${year}`;
    case 'season':
      return seasonInWords(code, first.year, words);
    case 'quarter':
      return words.quarter(code - 32, year);
    case 'half':
      return code >= 40 ? words.half(code - 39, year) : months(span, words);
    case 'year':
      return year;
    case 'decade':
    case 'century':
    case 'millennium':
      return wholeOf(span, words) ?? years(span, words);
    default:
      return words.day(String(first.day), monthName(first.month, words), year);
  }
}

const two = (n: number): string => String(n).padStart(2, '0');

function seasonInWords(code: number, year: number, words: Words): string {
  const name = words.seasons[code % 4];
  // The northern winter and the southern summer (28, 24, 30) reach into the next year.
  const across = code === 24 || code === 28 || code === 30;
  if (!across || year < 100) return `${name} ${yearInWords(year, words)}`;
  const next = (year + 1) % 100;
  return `${name} ${yearInWords(year, words)}–${next === 0 ? bareYear(year + 1, words) : two(next)}`;
}

/** `January–April 2024` for a span of whole months within a year. */
function months(span: EdtfSpan, words: Words): string {
  const first = toCivil(span.start);
  const last = toCivil(span.end - 1);
  const names = [first, last].map((end) => monthName(end.month, words));
  return `${names.join('–')} ${yearInWords(first.year, words)}`;
}

/** `50–41 BC` for a span of whole years. */
function years(span: EdtfSpan, words: Words): string {
  const first = toCivil(span.start).year;
  const last = toCivil(span.end - 1).year;
  if (first <= 0 && last <= 0) return words.bc(`${bareYear(first, words)}–${bareYear(last, words)}`);
  return words.fromTo(yearInWords(first, words), yearInWords(last, words));
}

/** A span of whole years that has a name of its own: decade, century, millennium; else null. */
function wholeOf(span: EdtfSpan, words: Words): string | null {
  const first = toCivil(span.start);
  const after = toCivil(span.end);
  if (span.approximate || span.uncertain || !startsYear(first) || !startsYear(after)) {
    return span.interval ? null : nameOfYears(first.year, after.year, words);
  }
  // 1980/1989 written out is a range to its author; only years counted as centuries are (1601/1700) get the name.
  if (span.interval && !(after.year - first.year >= 100 && mod(first.year, 100) === 1)) return null;
  return nameOfYears(first.year, after.year, words);
}

const startsYear = (date: Civil): boolean => date.month === 1 && date.day === 1;
const mod = (a: number, b: number): number => ((a % b) + b) % b;

/** @param first astronomical year of the first day. @param after year after the last. */
function nameOfYears(first: number, after: number, words: Words): string | null {
  const length = after - first;
  if (length === 10 && first > 0 && first % 10 === 0) return words.decade(yearInWords(first, words));
  const name = length === 100 ? words.century : length === 1000 ? words.millennium : null;
  if (!name) return null;
  // 17XX and 1701/1800 are both the 18th century: half a unit later both lie well inside it.
  const middle = first + length / 2;
  if (middle > 0) return name(words.ordinal(Math.floor(middle / length) + 1));
  return words.bc(name(words.ordinal(Math.floor(-middle / length) + 1)));
}

/**
 * The name of a stretch within which something lies: `early 1980s`, `late October 2023`, `week of 6 May 2024`.
 * null when the stretch is no usual part of the unit.
 */
function partOf(span: EdtfSpan, unit: When['precision'], words: Words): string | null {
  if (span.approximate || span.uncertain) return null;
  const first = toCivil(span.start);
  const last = toCivil(span.end - 1);
  const length = span.end - span.start;
  if (unit === 'week') {
    if (length !== 7) return null;
    return words.week(
      words.day(String(first.day), monthName(first.month, words), yearInWords(first.year, words)),
    );
  }
  const whole = unitAround(first, unit, words);
  if (!whole || last.year >= whole.after.year + (whole.after.month > 1 ? 1 : 0)) return null;
  const from = toDays(whole.first.year, whole.first.month);
  const to = toDays(whole.after.year, whole.after.month);
  if (span.end > to) return null;
  const share = length / (to - from);
  if (share > 0.999) return whole.name;
  if (share > 0.5) return null;
  const middle = (span.start + length / 2 - from) / (to - from);
  // February to May is no early part of a year: one that is called so begins with it.
  const part = span.start === from ? 0 : span.end === to ? 2 : Math.abs(middle - 0.5) <= MIDDLE ? 1 : null;
  return part === null ? null : `${words.parts[part]} ${whole.name}`;
}

/** How far from the middle of its unit the middle of its mid part may lie, as a share of it: 1994–96, 11–20 February. */
const MIDDLE = 0.06;

interface NamedUnit {
  readonly first: Civil;
  readonly after: Civil;
  readonly name: string;
}

function unitAround(date: Civil, unit: When['precision'], words: Words): NamedUnit | null {
  if (unit === 'month') {
    return {
      first: { ...date, day: 1 },
      after: toCivil(toDays(date.year, date.month + 1)),
      name: `${monthName(date.month, words)} ${yearInWords(date.year, words)}`,
    };
  }
  const length = unit === 'year' ? 1 : unit === 'decade' ? 10 : unit === 'century' ? 100 : 1000;
  if (unit !== 'year' && unit !== 'decade' && unit !== 'century' && unit !== 'millennium') return null;
  // Centuries BC end with a hundred: the 5th is 500 to 401 BC, astronomical -499 to -400.
  const shift = date.year <= 0 && length >= 100 ? 1 : 0;
  const year = Math.floor((date.year - shift) / length) * length + shift;
  const name = length === 1 ? yearInWords(year, words) : nameOfYears(year, year + length, words);
  if (!name) return null;
  return { first: { year, month: 1, day: 1 }, after: { year: year + length, month: 1, day: 1 }, name };
}

/** Both ends, what they share said once: `28 April – 3 May 2024`. */
function range(left: string, right: string, join: Words['fromTo'], words: Words): string {
  const a = readEdtf(left);
  const b = readEdtf(right);
  if ('problem' in a || 'problem' in b) return `${left}/${right}`;
  const marked = a.approximate || a.uncertain || b.approximate || b.uncertain;
  const [c, d] = [toCivil(a.start), toCivil(b.start)];
  const year = yearInWords(d.year, words);
  if (!marked && a.precision === b.precision && left !== right) {
    const between = join === words.between;
    if (a.precision === 'year' && c.year <= 0 && d.year <= 0) {
      return words.bc(join(bareYear(c.year, words), bareYear(d.year, words)));
    }
    if (c.year === d.year && a.precision === 'month') {
      return `${join(monthName(c.month, words), monthName(d.month, words))} ${year}`;
    }
    if (a.precision === 'time' && a.start === b.start && !between) {
      // Of one day both times, the day once.
      return join(single(left, a, words), clockOf(b));
    }
    if (c.year === d.year && a.precision === 'day') {
      const month = monthName(d.month, words);
      if (c.month === d.month && !between) return words.days(String(c.day), String(d.day), month, year);
      return join(
        words.dayMonth(String(c.day), monthName(c.month, words)),
        words.day(String(d.day), month, year),
      );
    }
  }
  return left === right ? single(left, a, words) : join(single(left, a, words), single(right, b, words));
}
