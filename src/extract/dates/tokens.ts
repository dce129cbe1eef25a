import type { TextSpan } from '../../model/document.ts';
import { HOLIDAY_WORDS } from './holidays.ts';
import { CLASSES, lookUp, numberOf, ordinalOf, wordsOfTime } from './lexicon.ts';

/** A stretch of text as classes of words. All arrays are parallel; offsets are into the whole text. */
export interface Tokens {
  /** One character of {@link CLASSES} per token. */
  readonly tags: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** What the token says, by its class: the number, the month, the unit's index. 0 where a class has none. */
  readonly values: readonly number[];
}

const MONTH_LIKE = new Set(['march', 'may', 'august']);
/** Abbreviations that are words of their own when nothing beside them is a number. */
const WEAK = new Set([
  'mar',
  'jan',
  'dec',
  'sat',
  'sun',
  'mon',
  'wed',
  'sep',
  'jun',
  'fri',
  'thu',
  'apr',
  'nov',
]);
/** Words of two that read as one. The value is the index in `MODS`. */
const TWO_WORDS = new Map<string, ReadonlyMap<string, number>>(
  Object.entries({
    at: { least: 3, most: 4 },
    more: { than: 1 },
    less: { than: 2 },
    fewer: { than: 2 },
    up: { to: 4 },
    just: { over: 1, under: 2 },
    well: { over: 1 },
    close: { to: 0 },
  }).map(([word, seconds]) => [word, new Map(Object.entries(seconds))]),
);

/**
 * Cuts a stretch of text into words, numbers and marks and classifies each. One pass, linear in the length whatever
 * the text: a run of digits or letters is one token however long it is.
 * @param text the whole text. @param start @param end UTF-16 units, half-open, within the text.
 */
export function tokenise(text: string, { start, end }: TextSpan): Tokens {
  const tags: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const values: number[] = [];
  const push = (tag: string, from: number, to: number, value: number) => {
    tags.push(tag);
    starts.push(from);
    ends.push(to);
    values.push(value);
  };
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === 10 || code === 13 || code === 9 || code === 160) {
      i++;
    } else if (isDigit(code)) {
      i = readNumber(text, i, end, push);
    } else if (isLetter(code)) {
      i = readWord(text, i, end, push, tags, starts, ends, values);
    } else {
      i = readMark(text, i, end, code, push);
    }
  }
  return { tags: tags.join(''), starts, ends, values };
}

type Push = (tag: string, from: number, to: number, value: number) => void;

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code !== 0xd7 && code < 0x2000);
const isApostrophe = (code: number) => code === 39 || code === 0x2019 || code === 0x2018;

/** Also with a space behind them: $ 12 December. */
const MONEY = new Set(['$', '£', '€', '¥', '₹']);
const CURRENCY = new Set(['$', '£', '€', '¥', '#', '§', '№', '₹']);

function readNumber(text: string, start: number, end: number, push: Push): number {
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
    push(CLASSES.numeric, start, start + dotted.length, dotted.value);
    return start + dotted.length;
  }
  if (next === 46 && isDigit(text.charCodeAt(i + 1))) {
    const from = i + 1;
    i++;
    while (i < end && isDigit(text.charCodeAt(i))) i++;
    const decimals = i - from;
    if (text.charCodeAt(i) === 46 && isDigit(text.charCodeAt(i + 1))) {
      while (i < end && (isDigit(text.charCodeAt(i)) || text.charCodeAt(i) === 46)) i++;
      push(CLASSES.other, start, i, 0);
    } else if (glued || decimals > 3) push(CLASSES.other, start, i, 0);
    else push(CLASSES.dec, start, i, Number(text.slice(start, i)));
    return i;
  }
  if (glued || digits > 9 || next === 37 || next === 0xb0) {
    push(CLASSES.other, start, i, 0);
    return i;
  }
  const half = plain <= 2 ? /^ ?(?:1\/2|½)(?![\d/])/.exec(text.slice(i, i + 6)) : null;
  if (half && !grouped) {
    push(CLASSES.dec, start, i + half[0].length, Number(text.slice(start, i)) + 0.5);
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
    push(fits ? CLASSES.clock : CLASSES.other, start, to, value * 60 + minute);
    return to;
  }
  if (isLetter(next)) return readNumberWithLetters(text, start, i, end, value, push);
  // 1980's
  if (isApostrophe(next) && text[i + 1] === 's' && !isLetter(text.charCodeAt(i + 2)) && value % 10 === 0) {
    if (plain === 4) push(CLASSES.decade, start, i + 2, value);
    else push(CLASSES.shortdecade, start, i + 2, value);
    return i + 2;
  }
  push(numberClass(value, plain, grouped), start, i, value);
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

function numberClass(value: number, digits: number, grouped: boolean): string {
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
  push: Push,
): number {
  // 2024-05-16T10:30: the day ends where its time begins.
  if (text[digitsEnd] === 'T' && digitsEnd - start === 2 && isDigit(text.charCodeAt(digitsEnd + 1))) {
    push(numberClass(value, 2, false), start, digitsEnd, value);
    return digitsEnd + 1;
  }
  let i = digitsEnd;
  while (i < end && isLetter(text.charCodeAt(i))) i++;
  const length = digitsEnd - start;
  if (length <= 2 && value >= 1 && value <= 31 && i - digitsEnd >= 3 && i - digitsEnd <= 9) {
    const to = readGluedMonth(text, start, digitsEnd, i, end, value, push);
    if (to > 0) return to;
  }
  const suffix = i - digitsEnd > 4 ? '' : text.slice(digitsEnd, i).toLowerCase();
  // the 3d of June, Feby 22d
  const old =
    suffix === 'd' && /^(?:2|3|22|23)$/.test(text.slice(start, digitsEnd)) && isBesideMonth(text, start, i);
  if (old || suffix === 'th' || suffix === 'st' || suffix === 'nd' || suffix === 'rd') {
    push(length <= 2 && value >= 1 && value <= 31 ? CLASSES.dayth : CLASSES.numth, start, i, value);
  } else if (suffix === 's' && value % 10 === 0 && (length === 4 || length === 3))
    push(CLASSES.decade, start, i, value);
  else if (suffix === 's' && value % 10 === 0 && length === 2) push(CLASSES.shortdecade, start, i, value);
  else if ((suffix === 'am' || suffix === 'pm') && length <= 2 && value <= 12) {
    push(CLASSES.day, start, digitsEnd, value);
    push(CLASSES.ampm, digitsEnd, i, suffix === 'pm' ? 12 : 0);
  } else if ((suffix === 'bc' || suffix === 'bce' || suffix === 'ad' || suffix === 'ce') && length <= 4) {
    push(numberClass(value, length, false), start, digitsEnd, value);
    push(CLASSES.era, digitsEnd, i, suffix.startsWith('b') ? -1 : 1);
  } else if (
    (suffix === 'q' && value >= 1 && value <= 4) ||
    (/^H$/.test(text.slice(digitsEnd, i)) && value <= 2 && /^[12]\d{3}(?!\d)/.test(text.slice(i, i + 5)))
  ) {
    push(suffix === 'q' ? CLASSES.quarter : CLASSES.halfyear, start, i, value);
    // 3Q20, 4Q2019, 1H2020
    const year = /^(?:\d{4}|\d\d)(?![\p{L}\d])/u.exec(text.slice(i, Math.min(end, i + 5)))?.[0];
    if (year) {
      push(year.length === 4 ? CLASSES.year : CLASSES.short, i, i + year.length, Number(year));
      return i + year.length;
    }
  } else {
    // Letters and digits in turns are an identifier; it is one token to its end.
    while (i < end && (isLetter(text.charCodeAt(i)) || isDigit(text.charCodeAt(i)))) i++;
    push(CLASSES.other, start, i, 0);
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
  push: Push,
): number {
  const entry = lookUp(text.slice(digitsEnd, lettersEnd).toLowerCase());
  if (entry?.tag !== CLASSES.month && entry?.tag !== CLASSES.mon) return 0;
  const year = /^(?:[12]\d{3}|\d\d)?(?![\p{L}\d])/u.exec(
    text.slice(lettersEnd, Math.min(end, lettersEnd + 5)),
  );
  if (!year) return 0;
  push(CLASSES.day, start, digitsEnd, day);
  push(entry.tag, digitsEnd, lettersEnd, entry.value);
  if (!year[0]) return lettersEnd;
  const to = lettersEnd + year[0].length;
  push(year[0].length === 4 ? CLASSES.year : CLASSES.short, lettersEnd, to, Number(year[0]));
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

const LONGEST_WORD = 14;
/** One look-up is enough for the many words that say nothing about time. */
const KNOWN = new Set<string>([
  ...wordsOfTime(),
  ...HOLIDAY_WORDS.keys(),
  ...TWO_WORDS.keys(),
  'a',
  'b',
  'c',
  'p',
  'o',
  'couple',
]);

function readWord(
  text: string,
  start: number,
  end: number,
  push: Push,
  tags: string[],
  starts: number[],
  ends: number[],
  values: number[],
): number {
  let i = start + 1;
  while (i < end && isLetter(text.charCodeAt(i))) i++;
  if (isDigit(text.charCodeAt(i))) {
    const letters = text.slice(start, i);
    if (/^[QH]$/i.test(letters) && text[i]! >= '1' && text[i]! <= '4' && !isDigit(text.charCodeAt(i + 1))) {
      push(/q/i.test(letters) ? CLASSES.quarter : CLASSES.halfyear, start, i + 1, Number(text[i]));
      return i + 1;
    }
    if (letters === 'AD') {
      let to = i;
      while (to < end && isDigit(text.charCodeAt(to))) to++;
      if (to - i <= 4 && !isLetter(text.charCodeAt(to))) {
        push(CLASSES.era, start, i, 1);
        push(numberClass(Number(text.slice(i, to)), to - i, false), i, to, Number(text.slice(i, to)));
        return to;
      }
    }
    // c1870
    if (/^ca?$/.test(letters) && /^1\d{3}(?![\p{L}\d])/u.test(text.slice(i, i + 5))) {
      push(CLASSES.approx, start, i, 0);
      push(CLASSES.year, i, i + 4, Number(text.slice(i, i + 4)));
      return i + 4;
    }
    if (letters === 'FY') {
      push(CLASSES.fiscal, start, i, 0);
      let to = i;
      while (to < end && isDigit(text.charCodeAt(to))) to++;
      push(to - i === 4 ? CLASSES.year : CLASSES.short, i, to, Number(text.slice(i, to)));
      return to;
    }
    // Sept15, but not SEPT9, which is a gene
    const month = /^\p{Lu}\p{Ll}{2,8}$/u.test(letters) ? lookUp(letters.toLowerCase()) : undefined;
    const day = /^(?:[1-9]|[12]\d|3[01])(?=[,\s]|$)/.exec(text.slice(i, Math.min(end, i + 3)))?.[0];
    if (day && (month?.tag === CLASSES.month || month?.tag === CLASSES.mon)) {
      push(month.tag, start, i, month.value);
      push(CLASSES.day, i, i + day.length, Number(day));
      return i + day.length;
    }
    while (i < end && (isLetter(text.charCodeAt(i)) || isDigit(text.charCodeAt(i)))) i++;
    push(CLASSES.other, start, i, 0);
    return i;
  }
  if (i - start > LONGEST_WORD) {
    push(CLASSES.other, start, i, 0);
    return i;
  }
  const printed = text.slice(start, i);
  const first = printed.charCodeAt(0);
  const capital = first < 97;
  const word = capital || first > 122 ? printed.toLowerCase() : printed;

  // a.m., B.C., B.C.E., A.D.
  if (i - start === 1 && text.charCodeAt(i) === 46) {
    const dotted = /^(?:([ap])\. ?m\b\.?|(b)\. ?c\.(?: ?e\b\.?)?|(b)\. ?c\b|(a)\. ?d\b\.?|(c)\. ?e\.)/i.exec(
      text.slice(start, start + 9),
    );
    if (dotted) {
      const to = start + dotted[0].length;
      if (dotted[1]) push(CLASSES.ampm, start, to, dotted[1].toLowerCase() === 'p' ? 12 : 0);
      else push(CLASSES.era, start, to, dotted[2] || dotted[3] ? -1 : 1);
      return to;
    }
  }
  if (word === 'o' && isApostrophe(text.charCodeAt(i)) && /^clock\b/i.test(text.slice(i + 1, i + 7))) {
    push(CLASSES.oclock, start, i + 6, 0);
    return i + 6;
  }
  // to-day, to-morrow and to-night, as they were spelled for long
  if (word === 'to' && text.charCodeAt(i) === 45) {
    const rest = /^-(day|morrow|night)(?![\p{L}\d-])/iu.exec(text.slice(i, i + 8));
    const entry = rest && lookUp(`to${rest[1]!.toLowerCase()}`);
    if (entry) {
      push(entry.tag, start, i + rest[0].length, entry.value);
      return i + rest[0].length;
    }
  }
  if (!KNOWN.has(word)) {
    push(CLASSES.other, start, i, 0);
    return i;
  }
  const holidays = HOLIDAY_WORDS.get(word);
  // "new year" and "saint patrick" alone are too much else to be read in lower case.
  if (holidays) {
    const rest = text
      .slice(i, Math.min(end, i + 24))
      .toLowerCase()
      .replaceAll('’', "'");
    for (const [words, index] of holidays) {
      if (!rest.startsWith(words) || isLetter(text.charCodeAt(i + words.length))) continue;
      if (
        !capital &&
        (words === ' year' || (words === ' patrick' && !isDigit(text.charCodeAt(i + words.length + 1))))
      )
        continue;
      push(CLASSES.holiday, start, i + words.length, index);
      return i + words.length;
    }
  }
  const ordinal = ordinalOf(word);
  const number = numberOf(word);
  if (ordinal !== undefined || number !== undefined) {
    return pushNumberWord(start, i, number, ordinal, push, tags, starts, ends, values);
  }
  if (word === 'couple') {
    // "a couple of" counts two
    const of = /^ (?:of|(?=(?:second|minute|hour|day|week|month|year|decade)s\b))/.exec(text.slice(i, i + 9));
    const last = tags.length - 1;
    if (!of) push(CLASSES.other, start, i, 0);
    else if (last >= 0 && tags[last] === CLASSES.a && start - ends[last]! === 1) {
      tags[last] = CLASSES.word;
      ends[last] = i + of[0].trimEnd().length;
      values[last] = 2;
    } else push(CLASSES.word, start, i + of[0].trimEnd().length, 2);
    return i + (of?.[0].trimEnd().length ?? 0);
  }
  const seconds = TWO_WORDS.get(word);
  if (seconds) {
    const second = /^[ \n]+([a-z]{2,5})\b/.exec(text.slice(i, i + 8));
    const mod = second ? seconds.get(second[1]!) : undefined;
    if (second && mod !== undefined) {
      push(CLASSES.approx, start, i + second[0].length, mod);
      return i + second[0].length;
    }
  }
  const entry = lookUp(word);
  if (!entry) {
    push(CLASSES.other, start, i, 0);
    return i;
  }
  let { tag } = entry;
  let to = i;
  if (tag === CLASSES.mon) {
    if (text.charCodeAt(i) === 46) to = i + 1;
    if (!capital) tag = CLASSES.may;
    else if (to === i && WEAK.has(word)) tag = CLASSES.may;
  } else if (tag === CLASSES.month && !capital && MONTH_LIKE.has(word)) tag = CLASSES.may;
  else if (tag === CLASSES.wday) {
    if (text.charCodeAt(i) === 46) to = i + 1;
    if (!capital && WEAK.has(word)) tag = CLASSES.other;
  } else if (tag === CLASSES.era) {
    if (printed !== printed.toUpperCase() && word.startsWith('a')) tag = CLASSES.other;
  } else if (tag === CLASSES.approx && (word === 'c' || word === 'ca')) {
    // 39.8 °C. is a temperature.
    if (text.charCodeAt(i) === 46 && text[start - 1] !== '°') to = i + 1;
    else tag = CLASSES.other;
  } else if (word === 'once') tag = CLASSES.other;
  push(tag, start, to, entry.value);
  return to;
}

/** twenty-one, three hundred, twenty-first: number words that stand together are one token. */
function pushNumberWord(
  start: number,
  end: number,
  number: number | undefined,
  ordinal: number | undefined,
  push: Push,
  tags: string[],
  starts: number[],
  ends: number[],
  values: number[],
): number {
  const last = tags.length - 1;
  const gap = last >= 0 ? start - ends[last]! : 99;
  // The dash of twenty-one is a token of its own by now.
  const dashed = last >= 1 && tags[last] === CLASSES.dash && gap === 0 && ends[last - 1] === starts[last];
  const previous = dashed ? last - 1 : gap === 1 ? last : -1;
  if (previous >= 0 && tags[previous] === CLASSES.word) {
    const value = values[previous]!;
    let joined: number | null = null;
    const small = ordinal ?? number!;
    if (value >= 20 && value % 10 === 0 && value % 100 !== 0 && small >= 1 && small <= 9)
      joined = value + small;
    else if (!dashed && number === 100 && value < 100) joined = value * 100;
    else if (!dashed && number === 1000 && value < 1000) joined = value * 1000;
    else if (!dashed && value >= 100 && value % 100 === 0 && small < 100) joined = value + small;
    if (joined !== null) {
      if (dashed) {
        tags.pop();
        starts.pop();
        ends.pop();
        values.pop();
      }
      tags[previous] = ordinal === undefined ? CLASSES.word : CLASSES.ordinal;
      ends[previous] = end;
      values[previous] = joined;
      return end;
    }
  }
  if (number !== undefined) push(CLASSES.word, start, end, number);
  else push(CLASSES.ordinal, start, end, ordinal!);
  return end;
}

function readMark(text: string, start: number, end: number, code: number, push: Push): number {
  const next = text.charCodeAt(start + 1);
  if (isApostrophe(code)) {
    if (
      start > 0 &&
      isLetter(text.charCodeAt(start - 1)) &&
      text[start + 1] === 's' &&
      !isLetter(text.charCodeAt(start + 2))
    ) {
      push(CLASSES.possessive, start, start + 2, 0);
      return start + 2;
    }
    // '94, '80s
    if (isDigit(next) && isDigit(text.charCodeAt(start + 2)) && !isDigit(text.charCodeAt(start + 3))) {
      const value = Number(text.slice(start + 1, start + 3));
      const after = text.charCodeAt(start + 3);
      if (text[start + 3] === 's' && value % 10 === 0) {
        push(CLASSES.shortdecade, start, start + 4, value);
        return start + 4;
      }
      if (isApostrophe(after) && text[start + 4] === 's' && value % 10 === 0) {
        push(CLASSES.shortdecade, start, start + 5, value);
        return start + 5;
      }
      if (!isLetter(after) && start + 3 <= end) {
        push(CLASSES.short, start, start + 3, value);
        return start + 3;
      }
    }
    push(CLASSES.other, start, start + 1, 0);
    return start + 1;
  }
  const tag =
    code === 45 || code === 0x2013 || code === 0x2010 || code === 0x2011 || code === 0x2012
      ? CLASSES.dash
      : code === 44
        ? CLASSES.comma
        : code === 47
          ? CLASSES.slash
          : code === 40
            ? CLASSES.open
            : code === 38
              ? CLASSES.and
              : CLASSES.other;
  push(tag, start, start + 1, 0);
  return start + 1;
}
