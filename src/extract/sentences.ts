import type { TextSpan } from '../model/document.ts';

/** Words that a full stop shortens and that never end a sentence: a name, a title's bearer or a number follows. */
const LEADS_ON = new Set(
  (
    'mr mrs ms mx dr prof sen rep gov gen maj col lt sgt cpl pvt capt cmdr adm brig rev hon pres amb fr messrs mme mlle supt insp ' +
    'st ste mt ft v vs cf e.g i.e viz approx ca esp incl resp nr al hr herr sra dna'
  ).split(' '),
);
/** Shortened words that lead on only to a number: `No. 3`, `pp. 4`, `Oct. 17`. */
const LEADS_TO_NUMBER = new Set(
  (
    'no nos fig figs eq vol vols art arts sec secs ch chs chap p pp par para col ed eds est ref c b d r fl ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun'
  ).split(' '),
);
/** Shortened words after which a sentence may end; it does when the next word is one that opens sentences. */
const MAY_END = new Set(
  'inc ltd co corp plc llc bros jr sr esq etc dept univ assn ave blvd rd bn mn tn u.s u.k u.n e.u d.c a.m p.m b.c a.d b.c.e c.e ph.d'.split(
    ' ',
  ),
);
/** American states as newspapers shorten them. As names: `He was ill.` ends a sentence. */
const STATES = new Set(
  'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo'.split(
    ' ',
  ),
);
/** Words that open a sentence far more often than they go on in a name. */
const OPENERS = new Set(
  (
    'the a an in on at by for from to of he she it they we you i his her its their our my this that these those there here then but and or ' +
    'so yet nor however meanwhile after before as when while where if since until with without although though despite during under over ' +
    'between among according both some many most all each every one two three four five several few also now today yesterday last next ' +
    'earlier later such no not what who why how only even still instead because once soon others nearly about another either neither ' +
    'officials critics analysts experts police investigators researchers'
  ).split(' '),
);
/** Note marks in a row: `[12]`, `[3][4]`, `[3] [4]`, `[a]`, `¹²`, with a page as encyclopaedias write it: `[7]:114–16`. */
const MARK =
  '(?:\\[(?:\\^?\\d{1,3}|[a-z]|note \\d+)(?:[,–-]\\s?\\d{1,3})*\\]|[¹²³⁰⁴-⁹]+)(?:[:]\\d{1,4}(?:[–-]\\d{1,4})?)?';
const MARKS = new RegExp(`^${MARK}(?: ?${MARK}){0,8}`, 'u');
const MONTHS =
  /^(?:jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)|^(?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)/iu;
const CLOSERS = /["”’'»)\]」』）】›]/u;
const OPENING = /["“‘'«([「『（【‹¿¡*_]/u;
const WIDE_STOPS = '。！？｡';
/** One of `.!?…` or a wide stop. */
const isStop = (code: number): boolean =>
  code === 46 || code === 33 || code === 63 || (code >= 0x2026 && WIDE_OR_DOTS.has(code));
const WIDE_OR_DOTS: ReadonlySet<number> = new Set([...`…${WIDE_STOPS}`].map((stop) => stop.charCodeAt(0)));
/** Looking back or ahead further than this for one word is pointless and would make a line of megabytes slow. */
const REACH = 64;

/**
 * Cuts a block into its sentences, in one pass without a grammar: a stop ends a sentence unless it belongs to a
 * shortened word, an initial, a number or an address, or the text goes on in lower case. Note marks that follow a
 * stop (`alignment.3 One`, `policy. [4] The`) stay with the sentence that they annotate. Line ends mean nothing.
 * O(end − start).
 * @param start @param end UTF-16 units of `text`, half-open.
 * @returns spans in order, without white space at their ends; together they hold every character of the block that
 * is no white space. Empty for a block of white space.
 */
export function splitSentences(text: string, start: number, end: number): TextSpan[] {
  const sentences: TextSpan[] = [];
  let from = skipSpace(text, start, end);
  let at = from;
  while (at < end) {
    if (!isStop(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const stop = stopEnd(text, at, end);
    const after = endOfSentence(text, from, at, stop, end);
    if (after < 0) {
      at = stop;
      continue;
    }
    pushSentence(text, sentences, from, after);
    from = skipSpace(text, after, end);
    at = from;
  }
  if (from < end) pushSentence(text, sentences, from, trimEnd(text, from, end));
  return sentences;
}

/** Adds [from, to); a piece without a letter or digit, such as a lone `…`, belongs to the sentence before it. */
function pushSentence(text: string, sentences: TextSpan[], from: number, to: number): void {
  const last = sentences.at(-1);
  if (last && to - from <= REACH && !/[\p{L}\p{N}]/u.test(text.slice(from, to))) {
    sentences[sentences.length - 1] = { start: last.start, end: to };
  } else if (to > from) {
    sentences.push({ start: from, end: to });
  }
}

/** End of the run of stops that begins at `at`: `?!`, `...`, `. . .` as one. */
function stopEnd(text: string, at: number, end: number): number {
  let i = at + 1;
  while (i < end && isStop(text.charCodeAt(i))) i++;
  return i;
}

/** Where the sentence ends that the stops [at, stop) may close, or -1 where they close none. */
function endOfSentence(text: string, from: number, at: number, stop: number, end: number): number {
  let i = stop;
  while (i < end && CLOSERS.test(text[i]!) && !opensNext(text, i, stop)) i++;
  i = pastEmphasis(text, i, end);
  if (i >= end) return end;
  if (WIDE_STOPS.includes(text[stop - 1]!)) return skipMarks(text, i, end);

  const marks = skipMarks(text, i, end);
  const note = marks > i ? marks : noteDigits(text, at, i, end);
  if (note >= end) return end;
  if (!isSpace(text[note]!)) return note === i && startsGlued(text, at, i, end) ? i : -1;

  // `policy. [4] The`: a mark after a space goes with what it annotates.
  let after = note;
  const spaced = skipSpace(text, note, end);
  if (text[spaced] === '[') {
    const withMark = skipMarks(text, spaced, end);
    if (withMark > spaced && (withMark >= end || isSpace(text[withMark]!))) after = withMark;
  }
  const next = nextWord(text, skipSpace(text, after, end), end);
  if (next.at >= end) return after;
  if (next.lower) return -1;
  if (text[at] === '.' && stop === at + 1 && i === stop && note === i) {
    return leadsOn(text, from, at, next, text.slice(after, next.at)) ? -1 : after;
  }
  return after;
}

/** `**Cause.** The valve`: the marks that close an emphasis go with the sentence that they close. */
function pastEmphasis(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && i - at < LONGEST_EMPHASIS && (text[i] === '*' || text[i] === '_')) i++;
  return i >= end || isSpace(text[i]!) ? i : at;
}
const LONGEST_EMPHASIS = 3;

/** Whether the quotation mark at `i` opens what follows instead of closing: there is a space before it. */
const opensNext = (text: string, i: number, stop: number): boolean => i > stop && isSpace(text[i - 1]!);

interface NextWord {
  /** Where its first letter or digit stands; `end` when there is none. */
  readonly at: number;
  readonly word: string;
  readonly lower: boolean;
}

/** The word at or after `at`, past opening quotation marks, dashes and dots. */
function nextWord(text: string, at: number, end: number): NextWord {
  let i = at;
  const limit = Math.min(end, at + REACH);
  while (i < limit && !/[\p{L}\p{N}]/u.test(text[i]!)) {
    // A new opening mark is a new start; anything else (a dash, dots) may carry the sentence on.
    if (!isSpace(text[i]!) && !OPENING.test(text[i]!) && !/[-–—…./•[$€£¥#@&+]/u.test(text[i]!)) break;
    i++;
  }
  let to = i;
  while (to < limit && /[\p{L}\p{N}’'.]/u.test(text[to]!)) to++;
  const word = text.slice(i, to);
  const first = word[0] ?? '';
  return {
    at: to > i || i < end ? i : end,
    word,
    lower: /\p{Ll}/u.test(first) && !/^(?:i[A-Z]|e[A-Z])/.test(word),
  };
}

/** Whether the full stop at `at` belongs to a shortened word, an initial or a number, so that the sentence goes on. */
function leadsOn(text: string, from: number, at: number, next: NextWord, between: string): boolean {
  const token = wordBefore(text, from, at);
  const plain = token.replace(/^[^\p{L}\p{N}]+/u, '');
  if (plain === '') return false;
  const key = plain.toLowerCase();
  // 39.8 °C. is a measure and no initial.
  if (token.includes('°')) return false;
  const first = next.word[0] ?? '';
  const number = /\p{N}/u.test(first);
  // A dateline's dash goes on whatever word follows: `MACON, Ga. — The`.
  const opener = OPENERS.has(next.word.toLowerCase()) && !/[–—_]/.test(between);
  if (LEADS_ON.has(key)) return true;
  if (LEADS_TO_NUMBER.has(key) && (number || /^[IVXLC]+\b/.test(next.word))) return true;
  // An item's number at the head of the block, or a day as German writes it.
  if (/^\(?\p{N}{1,3}$|^[a-zA-Z]$|^[ivxIVX]{1,5}$/u.test(plain) && at - token.length <= from) return true;
  if (/^\d{1,2}$/.test(plain) && MONTHS.test(next.word)) return true;
  // Initials: `V. Putin`, `С.В. Лавров`; but `World War I. The`.
  if (/^\p{Lu}$|(?:^|[.-])\p{Lu}\p{Ll}?$/u.test(plain) && plain.length <= 4) {
    if (/^(?:a\.m|p\.m)$/i.test(key)) return /^(?:mon|tue|wed|thu|fri|sat|sun)|^[A-Z]{2,4}$/i.test(next.word);
    return !opener;
  }
  if (/^[ap]\.m$/.test(key))
    return !/^\p{Lu}/u.test(first) || /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|[A-Z]{2,4}\b)/.test(next.word);
  if (MAY_END.has(key) || STATES.has(plain) || /^(?:\p{L}\.)+\p{L}$/u.test(plain)) return number || !opener;
  return false;
}

/** The unspaced characters before `at`, not before `from`. */
function wordBefore(text: string, from: number, at: number): string {
  let i = at;
  const limit = Math.max(from, at - REACH);
  while (i > limit && !isSpace(text[i - 1]!) && !/[—–/“”"]/u.test(text[i - 1]!)) i--;
  return text.slice(i, at);
}

/** After `[12]`, `[a]`, `[3][4]`, `¹²` at `i`, or `i`. */
function skipMarks(text: string, i: number, end: number): number {
  const ahead = text.slice(i, Math.min(end, i + REACH));
  const marks = MARKS.exec(ahead);
  return i + (marks?.[0].length ?? 0);
}

/** After the digits of a note glued to a stop (`alignment.3 One`, `“no limits.”12 Two`), or `i`. */
function noteDigits(text: string, at: number, i: number, end: number): number {
  const ahead = text.slice(i, Math.min(end, i + 16));
  const digits = /^\d{1,3}(?:[,–-]\s?\d{1,3}){0,3}(?=\s|$)/u.exec(ahead)?.[0];
  if (!digits) return i;
  // `3.5`, `12.30`: a number with a point, unless the number before it is a year that ends the sentence.
  if (
    /\d/.test(text[at - 1] ?? '') &&
    i === at + 1 &&
    !/(?:^|\D)(?:1\d|20)\d\d$/.test(text.slice(Math.max(0, at - 5), at))
  )
    return i;
  if (LEADS_TO_NUMBER.has(wordBefore(text, 0, at).toLowerCase())) return i;
  const after = i + digits.length;
  const next = nextWord(text, skipSpace(text, after, end), end);
  return next.at >= end || !next.lower ? after : i;
}

/** Whether a sentence starts at `i` with no space after the stop: `for years.During the war`. */
function startsGlued(text: string, at: number, i: number, end: number): boolean {
  const next = text.slice(i, Math.min(end, i + 3));
  if (!/^[“"(]?\p{Lu}(?:\p{Ll}|\s)/u.test(next)) return false;
  const before = wordBefore(text, 0, at);
  if (!/(?:\p{Ll}{3}|\d{3}|[)”"’])$/u.test(i > at + 1 ? text.slice(at - 3, i) : before)) return false;
  if (/[@:]|www|^\p{Lu}\p{Ll}*$/u.test(before) && i === at + 1) return /^\p{Lu}\p{Ll}{2,}$/u.test(before);
  return !/^(?:Com|Org|Net|Gov|Edu|Js)\b/.test(text.slice(i, i + 4));
}

function skipSpace(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isSpace(text[i]!)) i++;
  return i;
}

function trimEnd(text: string, from: number, end: number): number {
  let i = end;
  while (i > from && isSpace(text[i - 1]!)) i--;
  return i;
}

const isSpace = (c: string): boolean =>
  c <= ' ' || c === '\u00a0' || (c > '\u1fff' && /\s|\u200b/u.test(c)) || c === '\ufeff';
