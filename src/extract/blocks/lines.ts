import type { TextSpan } from '../../model/document.ts';
import { dateHead, isDateLine } from './dateLine.ts';

/** A line of the text, or several that an editor wrapped, without the white space around it. */
export interface Line extends TextSpan {
  /** `text.slice(start, end)`. */
  readonly text: string;
  /** Units of white space before it on its own line; a tab counts as four. */
  readonly indent: number;
  /** A blank line, a rule or the beginning of the text stands before it. */
  readonly apart: boolean;
  /** A line of `===` or `---` stands right below it: 1 or 2; else 0. */
  readonly underline: 0 | 1 | 2;
}

const BREAK = /\r\n|[\n\r\u2028\u2029\f\v\u0085]/g;
/** Share of the width from which on a line of wrapped text counts as full where it ends in mid-sentence. */
const RAGGED = 0.8;
/** No wrapped text is wider than this; a longer line is a paragraph. */
const WIDEST = 130;

/**
 * Cuts text into its lines. Blank lines and rules are dropped and leave `apart` behind. A short date that is glued
 * to the end of a paragraph (`… said on Friday.4 August`) is a heading that lost its line break: it becomes a line.
 * O(length of `text`).
 * @param from where to begin, UTF-16 units.
 */
export function cutLines(text: string, from = 0): Line[] {
  const lines: Line[] = [];
  let apart = true;
  const add = (start: number, end: number) => {
    const raw = text.slice(start, end);
    const clean = raw.trim();
    if (clean === '') {
      apart = true;
      return;
    }
    const first = start + raw.indexOf(clean[0]!);
    const last = lines.at(-1);
    if (clean.length >= 3 && /^([=\-_*~#])(?:\s?\1)*$/.test(clean.slice(0, 200))) {
      const mark = clean[0];
      if (last && !apart && (mark === '=' || mark === '-') && last.text.length <= WIDEST) {
        lines[lines.length - 1] = { ...last, underline: mark === '=' ? 1 : 2 };
      }
      apart = true;
      return;
    }
    const indent = raw.slice(0, Math.min(first - start, 40)).replaceAll('\t', '    ').length;
    const glued = gluedDate(clean);
    const cut = first + clean.length - glued;
    lines.push({ start: first, end: cut, text: text.slice(first, cut), indent, apart, underline: 0 });
    if (glued > 0) {
      const end = first + clean.length;
      lines.push({ start: cut, end, text: text.slice(cut, end), indent, apart: false, underline: 0 });
    }
    apart = false;
  };
  let start = from;
  BREAK.lastIndex = from;
  for (let found = BREAK.exec(text); found; found = BREAK.exec(text)) {
    add(start, found.index);
    start = found.index + found[0].length;
  }
  add(start, text.length);
  return lines;
}

/** Length of the date glued to the end of the line, or 0. */
function gluedDate(line: string): number {
  if (line.length < 30) return 0;
  const tail = line.slice(-44);
  const found = /[\p{L}\p{N}][.!?…]["”’)\]]?(\S.{2,32})$/u.exec(tail);
  const date = found?.[1];
  if (!date || !/\p{L}/u.test(date)) return 0;
  // A note's digits and a year are not a heading: a month or a weekday must be said.
  return isDateLine(date) && /\p{L}{3}/u.test(date) ? date.length : 0;
}

/** Marks that begin an item of a list. */
export const ITEM =
  /^(?:[-–—•*·‣▪●◦○■□►▶➤+]\s+|(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s+|\((?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)\s+|\[\d{1,3}\]\s*)/;

/** Whether a text or heading ends as a sentence does, note marks aside. */
export const endsSentence = (line: string): boolean =>
  /[.!?…。！？]["”’'»)\]」』*_]*(?:\d{1,4}(?:,\s?\d{1,3})*|\s?(?:\[[^\]]{1,8}\])+)?$/u.test(line.slice(-40));

/**
 * Joins the lines that an editor wrapped at a width into paragraphs, and leaves lines that are paragraphs alone.
 * The width is read off the text: a line is full when the next line's first word would not have fitted.
 * @param soft a line end without a stop before it means nothing, as in Markdown.
 */
export function joinWrapped(text: string, lines: readonly Line[], soft = false): Line[] {
  const width = wrapWidth(lines);
  const joined: Line[] = [];
  let open: { first: Line; last: Line } | null = null;
  const close = () => {
    if (!open) return;
    const { first, last } = open;
    joined.push(
      first === last
        ? first
        : { ...first, end: last.end, text: text.slice(first.start, last.end), underline: last.underline },
    );
  };
  for (const line of lines) {
    if (
      open &&
      !line.apart &&
      open.last.underline === 0 &&
      goesOn(text, open.first, open.last, line, width, soft)
    ) {
      open.last = line;
      continue;
    }
    close();
    open = { first: line, last: line };
  }
  close();
  return joined;
}

function goesOn(text: string, first: Line, a: Line, b: Line, width: number, soft: boolean): boolean {
  if (ITEM.test(b.text) || (isDateLine(a.text) && a === first)) return false;
  if (isRow(first.text) && isRow(b.text) && !HANGING.test(a.text)) return false;
  const stopped = endsSentence(a.text);
  // Nothing ends in "of the" or "on 1": such a line goes on whatever the next begins with.
  if (a.text.length <= WIDEST && (HANGING.test(a.text) || breaksDate(a.text, b.text))) return true;
  const full = width > 0 && a.indent + a.text.length + 1 + firstWord(b.text) > width - 2;
  if (full) {
    // An indented first line begins a paragraph; under an item's mark it is where the text hangs.
    if (stopped && b.indent > a.indent + 1 && !ITEM.test(first.text)) return false;
    return !(stopped && isDateLine(b.text));
  }
  // Two spaces at a line's end keep the break.
  if (soft) return !text.startsWith('  ', a.end) && !stopped && !a.text.endsWith(':') && !isDateLine(b.text);
  // A ragged line of wrapped text: nearly as wide as the rest and in mid-sentence.
  const ragged = width > 0 && a.indent + a.text.length >= width * RAGGED && !stopped && !a.text.endsWith(':');
  if (ragged && !isDateLine(b.text) && dateHead(b.text.slice(0, 60)) === 0) return true;
  // A line end in mid-clause: only lines of a width that people wrap at.
  return !stopped && a.text.length <= WIDEST && /^\p{Ll}/u.test(b.text) && /[\p{L}\p{N},;–—-]$/u.test(a.text);
}

/**
 * A line of a chronology: it opens with a year, a day or a time of day and says what happened then. Two of them below
 * each other are two lines, however long the first is.
 */
const isRow = (line: string): boolean => {
  const head = line.slice(0, 60);
  if (/^(?:(?:1\d|20)\d\d(?:[-–/]\d{2,4})?|[012]?\d[.:h][0-5]\d)(?:\s?[:–—-])?\s+["“‘]?\p{Lu}/u.test(head))
    return true;
  const date = dateHead(head);
  return date > 3 && /^\s*(?::|–|—|-\s|\|)\s*\S/.test(head.slice(date, date + 6));
};

/** Words and marks that no paragraph, title or item ends with. */
const HANGING =
  /(?:^|\s)(?:[Tt]he|an?|of|for|at|from|with|by|and|or|nor|but|into|onto|than|their|its|his|between|during|against|including|Mr\.?|Mrs\.?|Dr\.?|St\.?)$|\p{L},$/u;

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DAY_AT_END =
  /(?:^|\s)(?:on|On|from|From|until|since|by|before|after|to|the|of|and|between)\s+\d{1,2}(?:st|nd|rd|th)?$/;
const MONTH_AT_END = new RegExp(`(?:^|\\s)\\d{1,2}(?:st|nd|rd|th)? ${MONTH},?$`);
const MONTH_FIRST = new RegExp(`^${MONTH}\\b`);

/** A date that the line end cuts in two: "on 8 / May 2019", "on 8 May / 2019". */
const breaksDate = (a: string, b: string): boolean =>
  (DAY_AT_END.test(a) && MONTH_FIRST.test(b)) ||
  (MONTH_AT_END.test(a) && /^[12]\d{3}\b(?!\s?[–—:-])/.test(b));

const firstWord = (line: string): number => {
  const space = line.search(/\s/);
  return space < 0 ? line.length : space;
};

/** The width at which the text was wrapped, or 0 where it was not. */
function wrapWidth(lines: readonly Line[]): number {
  const pairs: [Line, Line][] = [];
  let long = 0;
  for (let i = 1; i < lines.length; i++) {
    const a = lines[i - 1]!;
    const b = lines[i]!;
    if (b.apart) continue;
    if (a.indent + a.text.length > WIDEST) long++;
    else pairs.push([a, b]);
  }
  if (pairs.length < 2 || long > pairs.length / 10) return 0;
  const lengths = pairs.map(([a]) => a.indent + a.text.length).sort((x, y) => x - y);
  // The few longest may hold a word or an address that could not be broken.
  const width = lengths[Math.floor((lengths.length - 1) * 0.97)]!;
  if (width < 40) return 0;
  const full = pairs.filter(([a, b]) => a.indent + a.text.length + 1 + firstWord(b.text) > width - 2);
  const broken = full.filter(([a]) => !endsSentence(a.text));
  return full.length >= pairs.length * 0.4 && broken.length >= full.length * 0.5 ? width : 0;
}
