import { isApostrophe, isDigit, isLetter } from './characters.ts';
import { HOLIDAY_WORDS } from './holidays.ts';
import { CLASSES, lookUp, numberOf, ordinalOf, wordsOfTime } from './lexicon.ts';
import { numberClass } from './numberTokens.ts';
import type { Row } from './row.ts';

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

const LONGEST_WORD = 14;
/** What a word can be: one look-up for all of it. */
const KNOWN = new Map(
  [...wordsOfTime(), ...HOLIDAY_WORDS.keys(), ...TWO_WORDS.keys(), 'couple'].map((word) => [
    word,
    {
      holidays: HOLIDAY_WORDS.get(word),
      ordinal: ordinalOf(word),
      number: numberOf(word),
      seconds: TWO_WORDS.get(word),
      entry: lookUp(word),
    },
  ]),
);

/** By the first two letters of the words that are known, and by the first and the last: a bit for each length. */
const [HEADS, EDGES] = [new Uint16Array(32 * 32), new Uint16Array(32 * 32)];
const slot = (a: number, b: number): number => ((a & 31) << 5) | (b & 31);
for (const word of KNOWN.keys()) {
  const head = slot(word.charCodeAt(0), word.charCodeAt(1));
  const edge = slot(word.charCodeAt(0), word.charCodeAt(word.length - 1));
  HEADS[head]! |= 1 << word.length;
  EDGES[edge]! |= 1 << word.length;
}

/** Whether letters may be a word that is known. Most are none, and that shows without cutting them out of the text. */
const mayBeKnown = (text: string, start: number, end: number): boolean => {
  const first = text.charCodeAt(start);
  const bit = 1 << (end - start);
  return (
    (HEADS[slot(first, text.charCodeAt(start + 1))]! & bit) !== 0 &&
    (EDGES[slot(first, text.charCodeAt(end - 1))]! & bit) !== 0
  );
};

/** Reads the word that begins at `start`, or the words that read as one. @returns their end. */
export function readWord(text: string, start: number, end: number, row: Row): number {
  let i = start + 1;
  while (i < end && isLetter(text.charCodeAt(i))) i++;
  if (isDigit(text.charCodeAt(i))) {
    const letters = text.slice(start, i);
    if (/^[QH]$/i.test(letters) && text[i]! >= '1' && text[i]! <= '4' && !isDigit(text.charCodeAt(i + 1))) {
      row.push(/q/i.test(letters) ? CLASSES.quarter : CLASSES.halfyear, start, i + 1, Number(text[i]));
      return i + 1;
    }
    if (letters === 'AD') {
      let to = i;
      while (to < end && isDigit(text.charCodeAt(to))) to++;
      if (to - i <= 4 && !isLetter(text.charCodeAt(to))) {
        row.push(CLASSES.era, start, i, 1);
        row.push(numberClass(Number(text.slice(i, to)), to - i, false), i, to, Number(text.slice(i, to)));
        return to;
      }
    }
    // c1870
    if (/^ca?$/.test(letters) && /^1\d{3}(?![\p{L}\d])/u.test(text.slice(i, i + 5))) {
      row.push(CLASSES.approx, start, i, 0);
      row.push(CLASSES.year, i, i + 4, Number(text.slice(i, i + 4)));
      return i + 4;
    }
    if (letters === 'FY') {
      row.push(CLASSES.fiscal, start, i, 0);
      let to = i;
      while (to < end && isDigit(text.charCodeAt(to))) to++;
      row.push(to - i === 4 ? CLASSES.year : CLASSES.short, i, to, Number(text.slice(i, to)));
      return to;
    }
    // Sept15, but not SEPT9, which is a gene
    const month = /^\p{Lu}\p{Ll}{2,8}$/u.test(letters) ? lookUp(letters.toLowerCase()) : undefined;
    const day = /^(?:[1-9]|[12]\d|3[01])(?=[,\s]|$)/.exec(text.slice(i, Math.min(end, i + 3)))?.[0];
    if (day && (month?.tag === CLASSES.month || month?.tag === CLASSES.mon)) {
      row.push(month.tag, start, i, month.value);
      row.push(CLASSES.day, i, i + day.length, Number(day));
      return i + day.length;
    }
    while (i < end && (isLetter(text.charCodeAt(i)) || isDigit(text.charCodeAt(i)))) i++;
    row.push(CLASSES.other, start, i, 0);
    return i;
  }
  if (i - start > LONGEST_WORD || (i - start > 1 && !mayBeKnown(text, start, i))) {
    row.push(CLASSES.other, start, i, 0);
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
      if (dotted[1]) row.push(CLASSES.ampm, start, to, dotted[1].toLowerCase() === 'p' ? 12 : 0);
      else row.push(CLASSES.era, start, to, dotted[2] || dotted[3] ? -1 : 1);
      return to;
    }
  }
  if (word === 'o' && isApostrophe(text.charCodeAt(i)) && /^clock\b/i.test(text.slice(i + 1, i + 7))) {
    row.push(CLASSES.oclock, start, i + 6, 0);
    return i + 6;
  }
  // to-day, to-morrow and to-night, as they were spelled for long
  if (word === 'to' && text.charCodeAt(i) === 45) {
    const rest = /^-(day|morrow|night)(?![\p{L}\d-])/iu.exec(text.slice(i, i + 8));
    const entry = rest && lookUp(`to${rest[1]!.toLowerCase()}`);
    if (entry) {
      row.push(entry.tag, start, i + rest[0].length, entry.value);
      return i + rest[0].length;
    }
  }
  const known = KNOWN.get(word);
  if (!known) {
    row.push(CLASSES.other, start, i, 0);
    return i;
  }
  const { holidays, ordinal, number, seconds, entry } = known;
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
      row.push(CLASSES.holiday, start, i + words.length, index);
      return i + words.length;
    }
  }
  if (ordinal !== undefined || number !== undefined) {
    return pushNumberWord(start, i, number, ordinal, row);
  }
  if (word === 'couple') {
    // "a couple of" counts two
    const of = /^ (?:of|(?=(?:second|minute|hour|day|week|month|year|decade)s\b))/.exec(text.slice(i, i + 9));
    const last = row.tags.length - 1;
    if (!of) row.push(CLASSES.other, start, i, 0);
    else if (last >= 0 && row.tags[last] === CLASSES.a && start - row.ends[last]! === 1) {
      row.tags[last] = CLASSES.word;
      row.ends[last] = i + of[0].trimEnd().length;
      row.values[last] = 2;
    } else row.push(CLASSES.word, start, i + of[0].trimEnd().length, 2);
    return i + (of?.[0].trimEnd().length ?? 0);
  }
  if (seconds) {
    const second = /^[ \n]+([a-z]{2,5})\b/.exec(text.slice(i, i + 8));
    const mod = second ? seconds.get(second[1]!) : undefined;
    if (second && mod !== undefined) {
      row.push(CLASSES.approx, start, i + second[0].length, mod);
      return i + second[0].length;
    }
  }
  if (!entry) {
    row.push(CLASSES.other, start, i, 0);
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
  row.push(tag, start, to, entry.value);
  return to;
}

/** twenty-one, three hundred, twenty-first: number words that stand together are one token. */
function pushNumberWord(
  start: number,
  end: number,
  number: number | undefined,
  ordinal: number | undefined,
  row: Row,
): number {
  const last = row.tags.length - 1;
  const gap = last >= 0 ? start - row.ends[last]! : 99;
  // The dash of twenty-one is a token of its own by now.
  const dashed =
    last >= 1 && row.tags[last] === CLASSES.dash && gap === 0 && row.ends[last - 1] === row.starts[last];
  const previous = dashed ? last - 1 : gap === 1 ? last : -1;
  if (previous >= 0 && row.tags[previous] === CLASSES.word) {
    const value = row.values[previous]!;
    let joined: number | null = null;
    const small = ordinal ?? number!;
    if (value >= 20 && value % 10 === 0 && value % 100 !== 0 && small >= 1 && small <= 9)
      joined = value + small;
    else if (!dashed && number === 100 && value < 100) joined = value * 100;
    else if (!dashed && number === 1000 && value < 1000) joined = value * 1000;
    else if (!dashed && value >= 100 && value % 100 === 0 && small < 100) joined = value + small;
    if (joined !== null) {
      if (dashed) {
        row.pop();
      }
      row.tags[previous] = ordinal === undefined ? CLASSES.word : CLASSES.ordinal;
      row.ends[previous] = end;
      row.values[previous] = joined;
      return end;
    }
  }
  if (number !== undefined) row.push(CLASSES.word, start, end, number);
  else row.push(CLASSES.ordinal, start, end, ordinal!);
  return end;
}
