import type { Document } from '../model/document.ts';

/**
 * The text as its words alone: what is no word of the story is replaced by as many spaces, so that every offset
 * stays. For finding and reading only; quotations come from the text itself.
 *
 * Blanked are addresses (`https://…`), note marks (`[12]`, `¹²`) and, where they count up through the text, the
 * digits of notes glued to words (`alignment.3 One`, `in May 2017.14 The`, `Institute1`). In Markdown also marks of
 * emphasis, the targets of links, footnote references, quotation marks at line starts and HTML tags.
 * O(length). Line ends stay.
 * @returns a text of the same length.
 */
export function blankMarks(text: string, format: Document['format']): string {
  const plain = format === 'markdown' ? blankMarkdown(text) : text;
  const bare = plain
    .replace(/(?:https?:\/\/|\bwww\.)[^\s<>"”»]{1,2000}/gi, keepStop)
    .replace(/\[(?:\^?\d{1,3}|note \d{1,3})(?:[,–-]\s?\d{1,3}){0,4}\]|[¹²³⁰⁴-⁹]+/gu, blank);
  return blankNoteDigits(bare);
}

const blank = (found: string): string => found.replace(/[^\r\n]/g, ' ');

/** An address with the stop after it left standing. */
const keepStop = (found: string): string => {
  const stop = /[.,;:!?)\]]+$/.exec(found)?.[0] ?? '';
  return ' '.repeat(found.length - stop.length) + stop;
};

function blankMarkdown(text: string): string {
  return (
    text
      .replace(/\[\^[^\]\s]{1,40}\]/g, blank)
      // [words](target "title"), [words][id], ![words](target): the words stay.
      .replace(
        /(!?\[)([^[\]\n]{0,1000})(\]\([^()\s]{0,2000}(?:\([^()\s]*\)[^()\s]*)?(?:\s+"[^"\n]*")?\)|\]\[[^\]\n]{0,100}\])/g,
        (_, open, words, close) => blank(open) + words + blank(close),
      )
      .replace(/<\/?[a-z][^<>\n]{0,300}>/gi, blank)
      .replace(/(^|\n)([ \t]{0,3}(?:>[ \t]?)+)/g, (_, end, marks) => end + blank(marks))
      .replace(/\*{1,3}|`+|~~/g, blank)
      // An underscore inside a word is a character of it.
      .replace(/(?<![\p{L}\p{N}_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}_])/gu, blank)
  );
}

/**
 * Digits glued to a word's end or to a stop, which may be a note's. `m3`, `CO2`, `3.5` and `covid19` look alike, so a
 * number is a note only where it goes on from the note before.
 */
const GLUED =
  /(?<=[\p{Ll}\d)”"’][.,;:!?]["”’)]?|[\p{Ll}]{3}["”’)]?|[.!?,]?["”’)])\d{1,3}(?=[\s—–]|$|[.,;:](?:\s|$))/uy;

function blankNoteDigits(text: string): string {
  const found: { readonly index: number; readonly digits: string }[] = [];
  for (let i = 1; i < text.length; i++) {
    // Nearly all figures stand behind a space or another figure: only of the rest is it asked what they are.
    if (!isDigit(text.charCodeAt(i)) || standsFree(text.charCodeAt(i - 1))) continue;
    GLUED.lastIndex = i;
    const digits = GLUED.exec(text)?.[0];
    if (digits !== undefined && !isDecimal(text, i, digits.length)) found.push({ index: i, digits });
  }
  const notes = countingUp(found.map(({ digits }) => Number(digits)));
  let out = '';
  let at = 0;
  for (const [i, { index, digits }] of found.entries()) {
    if (!notes.has(i)) continue;
    out += text.slice(at, index) + ' '.repeat(digits.length);
    at = index + digits.length;
  }
  return out + text.slice(at);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Behind white space, a figure, a hyphen, a bracket or a slash stands no note. */
const standsFree = (before: number): boolean =>
  before <= 32 || isDigit(before) || before === 45 || before === 40 || before === 47;

/** `3.5`, `12,000`, `20:15`; but `2017.14` before a new sentence is a year and a note. */
function isDecimal(text: string, index: number, length: number): boolean {
  if (!/\d/.test(text[index - 2] ?? '') || !/[.,:]/.test(text[index - 1]!)) return false;
  const year = /(?:^|[^\d.,])(?:1[1-9]|20)\d\d$/.test(text.slice(Math.max(0, index - 6), index - 1));
  return !(
    year &&
    text[index - 1] === '.' &&
    /^(?:\s+[\p{Lu}“"(]|\s*$|\s*\n)/u.test(text.slice(index + length, index + length + 8))
  );
}

/** A gap in the count that a note in a heading, a table or a caption may leave. */
const GAP = 4;

/** Which of the numbers count up from 1 through the text: indices; none where fewer than three do. */
function countingUp(numbers: readonly number[]): ReadonlySet<number> {
  const chain = new Set<number>();
  let last = 0;
  for (const [i, n] of numbers.entries()) {
    if (n <= last || n > last + GAP) continue;
    chain.add(i);
    last = n;
  }
  return chain.size >= 3 ? chain : new Set();
}
