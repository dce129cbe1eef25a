/** What the text is cut into before it is tagged. Offsets as in a token. */
export interface Piece {
  start: number;
  end: number;
  text: string;
  /** Belongs to the piece before for the tagger: `n’t`, `’s`. */
  glued: boolean;
}

/** Cuts `text` from `start` to `end`, half-open, into pieces; everything but white space is in one of them. Linear. */
export function cut(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const plainly = plainEnd(text, at, end);
    if (plainly > at) {
      pieces.push({ start: at, end: plainly, text: text.slice(at, plainly), glued: false });
      at = plainly;
      continue;
    }
    PIECE.lastIndex = at;
    const found = PIECE.exec(text);
    const groups = found?.groups ?? {};
    let stop = Math.min(end, at + (found?.[0].length ?? 1));
    if (
      groups.short &&
      ENDS_SENTENCES.has(groups.short.toLowerCase()) &&
      groups.short === groups.short.toLowerCase()
    ) {
      stop = at + groups.short.length - 1;
    }
    if (groups.word) stop = cutWord(text, at, stop, pieces);
    else pieces.push({ start: at, end: stop, text: text.slice(at, stop), glued: false });
    at = stop;
  }
  return pieces;
}

/**
 * Where a piece ends that needs no second look: letters of English before a space, comma or bracket, or such a mark by
 * itself. Most of a text is that, and the pattern for all pieces would find the same at ten times the cost.
 * @returns `at` where it is none.
 */
function plainEnd(text: string, at: number, end: number): number {
  let i = at;
  let code = text.charCodeAt(i);
  if (ALONE.has(code)) return at + 1;
  while (i < end && ((code >= 97 && code <= 122) || (code >= 65 && code <= 90))) code = text.charCodeAt(++i);
  return i < end && i > at && (code === 32 || code === 10 || ALONE.has(code)) ? i : at;
}

/** Marks that are a piece whatever stands beside them. */
const ALONE: ReadonlySet<number> = new Set([...',;()"“”'].map((mark) => mark.charCodeAt(0)));

/** What hangs on a verb and denies it. */
export const NEGATION = /n['’]t$/i;

/** Whether a UTF-16 unit is 0 … 9. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** With straight apostrophes and hyphens, as the tagger knows them. */
export const plain = (text: string): string => text.replace(/[’ʼ]/g, "'").replace(/[\u2010\u2011]/g, '-');

const ABBREVIATIONS =
  'mr|mrs|ms|dr|prof|st|mt|gen|lt|col|capt|cmdr|adm|sgt|maj|brig|rev|hon|sen|rep|gov|pres|messrs|jr|sr|inc|ltd|co|corp|bros|dept|est|vs|etc|approx|ca|cf|al|no|nos|vol|fig|figs|ed|eds|pp|op|cit|ft|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|a\\.m|p\\.m|e\\.g|i\\.e|ph\\.d|b\\.c|a\\.d';

/** One piece at a time, the first alternative that matches. Sticky: never looks back, so it is linear. */
const PIECE = new RegExp(
  [
    String.raw`(?<web>(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]]|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)`,
    String.raw`(?<short>(?:\p{Lu}\.){2,}|(?:${ABBREVIATIONS})\.(?=\s+\p{L}|\s+\d|[,;:)]|\s*$)|\p{Lu}\.(?=\s+\p{Lu}))`,
    // Money signs with their country: US$, A$, C$, HK$.
    String.raw`(?<money>(?:US|AU|A|CA|C|NZ|HK|S|R|NT)?\$|[£€¥₽₹₩₺₴₪])`,
    String.raw`(?<number>\d{1,4}(?:st|nd|rd|th)(?!\p{L})|\d{3,4}s(?!\p{L})|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.:]\d+)*[½⅓⅔¼¾]?|[½⅓⅔¼¾])`,
    // Words; hyphens, apostrophes and ampersands inside. A hyphen must not end it.
    String.raw`(?<word>\p{L}[\p{L}\p{M}]*(?:['’\u2010\u2011&-](?=[\p{L}\d])[\p{L}\p{M}\d]+)*)`,
    String.raw`(?<mark>\.{2,}|-{2,}|[\s\S])`,
  ].join('|'),
  'iuy',
);

/** What an abbreviation may look like is asked without regard to case; that `no.` and `sun.` end sentences too is not. */
const ENDS_SENTENCES = new Set([
  'no.',
  'sun.',
  'sat.',
  'mar.',
  'co.',
  'al.',
  'fig.',
  'ed.',
  'est.',
  'mon.',
  'wed.',
]);

const CLITIC = /['’](?:s|re|ve|ll|d|m)$/i;

/** A word and what hangs on it. `10-year` and `G20` continue in digits; `alignment3` is a word and a note. */
function cutWord(text: string, start: number, end: number, pieces: Piece[]): number {
  let stop = end;
  const word = text.slice(start, end);
  const hanging = NEGATION.exec(word) ?? CLITIC.exec(word);
  if (hanging && hanging.index > 0) {
    const border = start + hanging.index;
    pieces.push({ start, end: border, text: text.slice(start, border), glued: false });
    pieces.push({ start: border, end, text: text.slice(border, end), glued: true });
    return end;
  }
  // Names of things carry their number: G20, COVID19, MH370, H1N1. A lower-case word does not, unless it is a unit.
  if (/^[ckd]?m$/.test(word) && /^[23]$/.test(text[stop] ?? '') && !isDigit(text.charCodeAt(stop + 1)))
    stop++;
  else if (isDigit(text.charCodeAt(stop)) && /^\p{Lu}[\p{Lu}-]*$/u.test(word)) {
    while (stop < text.length && /[\p{Lu}\d]/u.test(text[stop]!)) stop++;
  }
  pieces.push({ start, end: stop, text: text.slice(start, stop), glued: false });
  return stop;
}

const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0x85 ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff;
