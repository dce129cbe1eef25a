import { isApostrophe, isDigit, isLetter } from './characters.ts';
import { CLASSES, lookUp } from './lexicon.ts';
import type { Row } from './row.ts';

/** Also with a space behind them: $ 12 December. */
const MONEY = new Set(['$', '£', '€', '¥', '₹']);
const CURRENCY = new Set(['$', '£', '€', '¥', '#', '§', '№', '₹']);

/** Reads the number that begins at `start`, with what belongs to it. @returns its end. */
export function readNumber(text: string, start: number, end: number, row: Row): number {
  let i = start;
  while (i < end && isDigit(text.charCodeAt(i))) i++;
  const plain = i - start;
  let grouped = false;
  // 12,500,000
  while (
    plain <= 3 &&
    i + 3 < end + 0 &&
    text.charCodeAt(i) === 44 &&
    isDigit(text.charCodeAt(i + 1)) &&
    isDigit(text.charCodeAt(i + 2)) &&
    isDigit(text.charCodeAt(i + 3)) &&
    !isDigit(text.charCodeAt(i + 4))
  ) {
    i += 4;
    grouped = true;
  }
  const digits = i - start;
  const before = start > 0 ? text[start - 1]! : ' ';
  const next = text.charCodeAt(i);
  // Prices, identifiers, decimals, chains of numbers such as versions: not the number of a date.
  const glued =
    CURRENCY.has(before) ||
    (before === ' ' && digits <= 2 && MONEY.has(text[start - 2] ?? '')) ||
    isLetter(before.charCodeAt(0)) ||
    before === '_' ||
    before === '@';
  const dotted = next === 46 && plain <= 2 && !glued ? dottedDate(text, start) : null;
  if (dotted) {
    row.push(CLASSES.numeric, start, start + dotted.length, dotted.value);
    return start + dotted.length;
  }
  if (next === 46 && isDigit(text.charCodeAt(i + 1))) {
    const from = i + 1;
    i++;
    while (i < end && isDigit(text.charCodeAt(i))) i++;
    const decimals = i - from;
    if (text.charCodeAt(i) === 46 && isDigit(text.charCodeAt(i + 1))) {
      while (i < end && (isDigit(text.charCodeAt(i)) || text.charCodeAt(i) === 46)) i++;
      row.push(CLASSES.other, start, i, 0);
    } else if (glued || decimals > 3) row.push(CLASSES.other, start, i, 0);
    else row.push(CLASSES.dec, start, i, Number(text.slice(start, i)));
    return i;
  }
  if (glued || digits > 9 || next === 37 || next === 0xb0) {
    row.push(CLASSES.other, start, i, 0);
    return i;
  }
  const half = plain <= 2 ? /^ ?(?:1\/2|½)(?![\d/])/.exec(text.slice(i, i + 6)) : null;
  if (half && !grouped) {
    row.push(CLASSES.dec, start, i + half[0].length, Number(text.slice(start, i)) + 0.5);
    return i + half[0].length;
  }
  const value = grouped ? Number(text.slice(start, i).replaceAll(',', '')) : Number(text.slice(start, i));
  // 14:30, 14:30:05
  if (next === 58 && plain <= 2 && isDigit(text.charCodeAt(i + 1)) && isDigit(text.charCodeAt(i + 2))) {
    const minute = Number(text.slice(i + 1, i + 3));
    let to = i + 3;
    if (text.charCodeAt(to) === 58 && isDigit(text.charCodeAt(to + 1)) && isDigit(text.charCodeAt(to + 2)))
      to += 3;
    const fits = value <= 24 && minute < 60 && !isDigit(text.charCodeAt(to));
    row.push(fits ? CLASSES.clock : CLASSES.other, start, to, value * 60 + minute);
    return to;
  }
  if (isLetter(next)) return readNumberWithLetters(text, start, i, end, value, row);
  // 1980's
  if (isApostrophe(next) && text[i + 1] === 's' && !isLetter(text.charCodeAt(i + 2)) && value % 10 === 0) {
    if (plain === 4) row.push(CLASSES.decade, start, i + 2, value);
    else row.push(CLASSES.shortdecade, start, i + 2, value);
    return i + 2;
  }
  row.push(numberClass(value, plain, grouped), start, i, value);
  return i;
}

/** 16.05.2024: figures with full stops run from the day to the year, as they do in all countries that write them. */
function dottedDate(text: string, start: number): { readonly length: number; readonly value: number } | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.([12]\d{3})(?![\d.]*\d)/.exec(text.slice(start, start + 14));
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  return { length: match[0].length, value: year * 10_000 + month * 100 + day };
}

/** The class of a number by its size and how it is printed. */
export function numberClass(value: number, digits: number, grouped: boolean): string {
  if (grouped) return CLASSES.num;
  if (digits === 4 && value >= 1000 && value <= 2999) return CLASSES.year;
  if (digits <= 2 && value >= 1 && value <= 31) return CLASSES.day;
  return CLASSES.num;
}

/** 1st, 1980s, 3pm, 5h30, 3Q: a number with letters glued to it. */
function readNumberWithLetters(
  text: string,
  start: number,
  digitsEnd: number,
  end: number,
  value: number,
  row: Row,
): number {
  // 2024-05-16T10:30: the day ends where its time begins.
  if (text[digitsEnd] === 'T' && digitsEnd - start === 2 && isDigit(text.charCodeAt(digitsEnd + 1))) {
    row.push(numberClass(value, 2, false), start, digitsEnd, value);
    return digitsEnd + 1;
  }
  let i = digitsEnd;
  while (i < end && isLetter(text.charCodeAt(i))) i++;
  const length = digitsEnd - start;
  if (length <= 2 && value >= 1 && value <= 31 && i - digitsEnd >= 3 && i - digitsEnd <= 9) {
    const to = readGluedMonth(text, start, digitsEnd, i, end, value, row);
    if (to > 0) return to;
  }
  const suffix = i - digitsEnd > 4 ? '' : text.slice(digitsEnd, i).toLowerCase();
  // the 3d of June, Feby 22d
  const old =
    suffix === 'd' && /^(?:2|3|22|23)$/.test(text.slice(start, digitsEnd)) && isBesideMonth(text, start, i);
  if (old || suffix === 'th' || suffix === 'st' || suffix === 'nd' || suffix === 'rd') {
    row.push(length <= 2 && value >= 1 && value <= 31 ? CLASSES.dayth : CLASSES.numth, start, i, value);
  } else if (suffix === 's' && value % 10 === 0 && (length === 4 || length === 3))
    row.push(CLASSES.decade, start, i, value);
  else if (suffix === 's' && value % 10 === 0 && length === 2) row.push(CLASSES.shortdecade, start, i, value);
  else if ((suffix === 'am' || suffix === 'pm') && length <= 2 && value <= 12) {
    row.push(CLASSES.day, start, digitsEnd, value);
    row.push(CLASSES.ampm, digitsEnd, i, suffix === 'pm' ? 12 : 0);
  } else if ((suffix === 'bc' || suffix === 'bce' || suffix === 'ad' || suffix === 'ce') && length <= 4) {
    row.push(numberClass(value, length, false), start, digitsEnd, value);
    row.push(CLASSES.era, digitsEnd, i, suffix.startsWith('b') ? -1 : 1);
  } else if (
    (suffix === 'q' && value >= 1 && value <= 4) ||
    (/^H$/.test(text.slice(digitsEnd, i)) && value <= 2 && /^[12]\d{3}(?!\d)/.test(text.slice(i, i + 5)))
  ) {
    row.push(suffix === 'q' ? CLASSES.quarter : CLASSES.halfyear, start, i, value);
    // 3Q20, 4Q2019, 1H2020
    const year = /^(?:\d{4}|\d\d)(?![\p{L}\d])/u.exec(text.slice(i, Math.min(end, i + 5)))?.[0];
    if (year) {
      row.push(year.length === 4 ? CLASSES.year : CLASSES.short, i, i + year.length, Number(year));
      return i + year.length;
    }
  } else {
    // Letters and digits in turns are an identifier; it is one token to its end.
    while (i < end && (isLetter(text.charCodeAt(i)) || isDigit(text.charCodeAt(i)))) i++;
    row.push(CLASSES.other, start, i, 0);
  }
  return i;
}

/** 12Oct2019, 5Aug16, 14april: the end of the last token, or 0 where the letters name no month. */
function readGluedMonth(
  text: string,
  start: number,
  digitsEnd: number,
  lettersEnd: number,
  end: number,
  day: number,
  row: Row,
): number {
  const entry = lookUp(text.slice(digitsEnd, lettersEnd).toLowerCase());
  if (entry?.tag !== CLASSES.month && entry?.tag !== CLASSES.mon) return 0;
  const year = /^(?:[12]\d{3}|\d\d)?(?![\p{L}\d])/u.exec(
    text.slice(lettersEnd, Math.min(end, lettersEnd + 5)),
  );
  if (!year) return 0;
  row.push(CLASSES.day, start, digitsEnd, day);
  row.push(entry.tag, digitsEnd, lettersEnd, entry.value);
  if (!year[0]) return lettersEnd;
  const to = lettersEnd + year[0].length;
  row.push(year[0].length === 4 ? CLASSES.year : CLASSES.short, lettersEnd, to, Number(year[0]));
  return to;
}

/** A month stands right before, or behind with or without its "of". */
function isBesideMonth(text: string, start: number, end: number): boolean {
  const isMonth = (word: string | undefined) => {
    const tag = word === undefined ? undefined : lookUp(word.toLowerCase())?.tag;
    return tag === CLASSES.month || tag === CLASSES.mon;
  };
  const before = /(\p{Lu}\p{Ll}{2,8})\.? $/u.exec(text.slice(Math.max(0, start - 12), start));
  const after = /^ (?:of )?(\p{Lu}\p{Ll}{2,8})/u.exec(text.slice(end, end + 14));
  return isMonth(before?.[1]) || isMonth(after?.[1]);
}
