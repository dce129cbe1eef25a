import { daysInMonth } from '../../model/days.ts';
import { edtfDate, type Precision, readEdtf } from '../../model/edtf.ts';
import { englishDate } from './months.ts';

/** A date that a cell says. */
export interface CellDate {
  readonly edtf: string;
  /** Where the date lies somewhere within what `edtf` writes; see `When.precision`. */
  readonly precision?: Precision;
  /** Whether the cell says nothing else. */
  readonly whole: boolean;
}

/** Reads a date in words, such as `late May 1940`; the extractor's own reader, handed in. */
export type DateReader = (words: string) => CellDate | null;

/** How numbers are to be understood where they do not tell: `3/4/2021`, and 44596 as a day or a year. */
export interface Manner {
  /** Which number comes first, the day or the month. */
  readonly order: 'dmy' | 'mdy';
  /** What large whole numbers count: days since 1900 as spreadsheets do, or nothing. */
  readonly serial: boolean;
}

const ISO =
  /^(-?\d{4})-(\d\d)-(\d\d)(?:[T ]+(\d\d?):(\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(?:Z|UTC|[+-]\d\d:?\d\d)?)?$/i;
const TRIPLE = /^(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{1,4})(?:,?[T ]+(\d\d?):(\d\d)(?::\d\d)?\s*([ap]m)?)?$/i;
const APPROXIMATE =
  /^(?:circa|about|around|approx(?:imately|\.)?|ca?\.?(?=[\s\d])|c\.|um|etwa|ungefähr|gegen|vers|environ|hacia|~|≈)\s*/i;
const BEFORE = /^(?:before|until|till|by|up to|vor(?! ?\d+ (?:jahr|tag))|bis|avant|antes de|<|≤|-(?=\s))\s*/i;
const AFTER = /^(?:after|since|from|nach|seit|ab|depuis|après|desde|después de|>|≥)\s*/i;
const OPEN =
  /^(?:present|now|today|ongoing|current(?:ly)?|to date|date|heute|jetzt|laufend|andauernd|gegenwart|aujourd'hui|présent|hoy|actualidad|\.\.|…)$/i;
const BETWEEN = /\s+(?:to|until|through|thru|bis|jusqu'à|au|hasta)\s+|\s+[-–—]\s+|\s*[–—]\s*|\s*\/\s*/i;

/** Whether the words say that something has not ended. */
export const isOpenEnd = (words: string): boolean => OPEN.test(words.trim());

/**
 * Makes a reader of cells: what is written in numbers is read here, in one manner for the whole column, what is written
 * in words by `read`. What was read once is remembered.
 */
export function cellReader(read: DateReader, manner: Manner): DateReader {
  const known = new Map<string, CellDate | null>();
  return (cell) => {
    const words = cell.replace(/[\s\u00a0]+/g, ' ').trim();
    if (words === '') return null;
    const before = known.get(words);
    if (before !== undefined) return before;
    const found = dateOf(words, read, manner);
    const checked = found && 'problem' in readEdtf(found.edtf) ? null : found;
    // Cells of days repeat; of a million different ones none is asked for again.
    if (known.size < 50_000) known.set(words, checked);
    return checked;
  };
}

function dateOf(words: string, read: DateReader, manner: Manner): CellDate | null {
  const numbers = numeric(words, manner);
  if (numbers !== null) return { edtf: numbers, whole: true };
  const short = /^(\d{1,2})[- ](\p{L}{3,12})\.?[- ](\d\d)$/u.exec(words);
  if (short) return read(englishDate(`${short[1]} ${short[2]} ${twoDigits(Number(short[3]))}`));
  const open = /^(.*?)\s*[-–—/]\s*$/.exec(words)?.[1];
  if (open) {
    const from = dateOf(open, read, manner);
    return from && !from.edtf.includes('/') ? { edtf: `${from.edtf}/..`, whole: from.whole } : from;
  }
  const marked = modified(words, read, manner);
  if (marked) return marked;
  const both = interval(words, manner);
  if (both) return both;
  const english = englishDate(words);
  return read(english) ?? (english === words ? null : read(words));
}

/** `about`, `before`, `?` and what they stand at. */
function modified(words: string, read: DateReader, manner: Manner): CellDate | null {
  for (const [sign, make] of [
    [APPROXIMATE, (edtf: string) => marked(edtf, '~')],
    [BEFORE, (edtf: string) => (edtf.includes('/') ? edtf : `../${edtf}`)],
    [AFTER, (edtf: string) => (edtf.includes('/') ? edtf : `${edtf}/..`)],
  ] as const) {
    const rest = words.replace(sign, '');
    if (rest === words || rest === '') continue;
    const date = dateOf(rest, read, manner);
    if (date) return { ...date, edtf: make(date.edtf) };
  }
  const doubted = /^[[(]?(.*?\S)\s*\(?\?\)?[\])]?$/.exec(words)?.[1];
  const date = doubted === undefined ? null : dateOf(doubted, read, manner);
  if (date) return { ...date, edtf: marked(date.edtf, '?') };
  const bracketed = /^[[(](.+)[\])]$/.exec(words)?.[1];
  return bracketed === undefined ? null : dateOf(bracketed, read, manner);
}

/** Both ends of an interval are marked. */
const marked = (edtf: string, mark: '~' | '?'): string =>
  edtf
    .split('/')
    .map((end) => (end === '' || end === '..' || /[~?%]$/.test(end) ? end : end + mark))
    .join('/');

/** Two dates in numbers with something between them. */
function interval(words: string, manner: Manner): CellDate | null {
  const found = BETWEEN.exec(words);
  if (!found) return null;
  const [left, right] = [words.slice(0, found.index), words.slice(found.index + found[0].length)];
  const from = numeric(left, manner);
  if (from === null) return null;
  if (isOpenEnd(right)) return { edtf: `${from}/..`, whole: true };
  const to = numeric(right, manner);
  // Of `1939/45` the reader of words knows more.
  if (to === null || (/^\d{1,4}$/.test(right) && right.length !== left.length)) return null;
  return { edtf: `${from}/${to}`, whole: true };
}

/** A date in numbers alone as EDTF, or null. */
function numeric(words: string, { order, serial }: Manner): string | null {
  const iso = ISO.exec(words);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]), clockOf(iso[4], iso[5]));
  const triple = TRIPLE.exec(words);
  if (triple) return tripleOf(triple, order);
  const month = /^(\d{1,2})[./-](\d{4})$/.exec(words);
  if (month && Number(month[1]) >= 1 && Number(month[1]) <= 12)
    return `${month[2]}-${month[1]!.padStart(2, '0')}`;
  const compact = /^(1\d{3}|20\d\d)(\d\d)(\d\d)$/.exec(words);
  if (compact) {
    const found = day(Number(compact[1]), Number(compact[2]), Number(compact[3]));
    if (found !== null) return found;
  }
  // Before Christ there is no year without a sign; `-44` is 44 BC to who writes it so, the year -0044 that before it.
  if (/^[-−]\d{1,3}$|^[-−][1-9]\d{3,5}$/.test(words)) return yearOf(1 - Number(words.slice(1)));
  if (/^\d{1,4}$/.test(words)) return yearOf(Number(words));
  if (serial && /^\d{5}(?:\.\d+)?$/.test(words)) return ofDays(Math.floor(Number(words)) - 25_569);
  if (/^\d{10}$|^\d{13}$/.test(words))
    return ofDays(Math.floor(Number(words) / (words.length === 13 ? 86_400_000 : 86_400)));
  // `1920-21` are two years to whoever knows no codes of seasons.
  if (/^\d\d(\d\d)-([2-9]\d)$/.test(words) && words.slice(2, 4) < words.slice(5)) return null;
  return /^-?\d{4}/.test(words) && !('problem' in readEdtf(words)) ? words : null;
}

function tripleOf(found: RegExpExecArray, order: Manner['order']): string | null {
  const [, a = '', , b = '', c = '', hour, minute, half] = found;
  const clock = clockOf(hour, minute, half);
  if (a.length > 2) return c.length > 2 ? null : day(Number(a), Number(b), Number(c), clock);
  if (c.length === 3 || c.length === 1) return null;
  const year = c.length === 4 ? Number(c) : twoDigits(Number(c));
  const [first, second] = [Number(a), Number(b)];
  // A cell that tells by itself is believed against its column.
  const monthFirst = first > 12 ? false : second > 12 ? true : order === 'mdy';
  return monthFirst ? day(year, first, second, clock) : day(year, second, first, clock);
}

/** As spreadsheets have it: 30 … 99 are of the last century. */
const twoDigits = (year: number): number => (year < 30 ? 2000 : 1900) + year;

function clockOf(hour?: string, minute?: string, half?: string): string {
  if (hour === undefined || minute === undefined) return '';
  const n = (Number(hour) % (half ? 12 : 24)) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  // Midnight is what programs write where only the day is known.
  return n === 0 && Number(minute) === 0 ? '' : `T${String(n).padStart(2, '0')}:${minute}`;
}

function day(year: number, month: number, date: number, clock = ''): string | null {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  return `${edtfDate(year, month, date)}${clock}`;
}

const yearOf = (year: number): string =>
  year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');

/** @param days since 1970-01-01. */
function ofDays(days: number): string {
  const date = new Date(days * 86_400_000);
  return date.toISOString().slice(0, 10);
}

/** What a column of cells tells of how its numbers are to be read, and whether it does. */
export function mannerOf(
  cells: readonly string[],
): Manner & { readonly told: boolean; readonly asked: boolean } {
  let [dayFirst, monthFirst, dots, serials, filled] = [0, 0, 0, 0, 0];
  let asked = 0;
  for (const cell of cells) {
    const words = cell.trim();
    if (words === '') continue;
    filled++;
    if (/^[1-6]\d{4}(?:\.\d+)?$/.test(words)) serials++;
    const [, a = '', sign, b = ''] = TRIPLE.exec(words) ?? [];
    if (a === '' || a.length > 2) continue;
    if (sign === '.') dots++;
    if (Number(a) > 12 && Number(b) <= 12) dayFirst++;
    else if (Number(b) > 12 && Number(a) <= 12) monthFirst++;
    else if (Number(a) <= 12) asked++;
  }
  return {
    order: monthFirst > dayFirst ? 'mdy' : 'dmy',
    told: dayFirst + monthFirst + dots > 0,
    asked: asked > 0,
    serial: serials > 0.5 * filled,
  };
}
