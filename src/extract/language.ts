import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction, type ItsHelpers, type PartOfSpeech, type WinkMethods } from 'wink-nlp';

/** Universal part of speech (universaldependencies.org/u/pos). */
export type Pos = Exclude<PartOfSpeech, 'SPACE'>;

/** A word, number or mark where it stands. Offsets are UTF-16 units of the text it was cut from, half-open. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** `text.slice(start, end)`, never empty, without white space. */
  readonly text: string;
  /** Lower case, with straight apostrophes. */
  readonly lower: string;
  readonly pos: Pos;
  /** Dictionary form in lower case: `held` → `hold`, `n’t` → `not`. */
  readonly lemma: string;
  /** Starts with a capital letter. */
  readonly capital: boolean;
  /** Its lower-case form is a word of the dictionary: `Students` is, `Leeds` is not. Only asked of capitals; else true. */
  readonly common: boolean;
}

export type Tense = 'past' | 'present' | 'future' | 'modal' | 'infinitive' | 'gerund' | 'participle';

/** A verb with its auxiliaries: `has not yet been signed`. */
export interface VerbGroup {
  /** Index of its first token: the auxiliary, `to`, or the verb itself. */
  readonly first: number;
  /** Index of its last token, the verb that carries the meaning. */
  readonly last: number;
  /** Lemma of the last token; `be` or `have` for a copula alone. */
  readonly lemma: string;
  /**
   * `past`, `present`, `future`, `modal` are finite: such a group has a subject. `was due to open` is `modal`, `is due
   * to open` is `future`. `participle`: a past participle without auxiliary ("the bridge opened by the mayor").
   */
  readonly tense: Tense;
  readonly passive: boolean;
  readonly negated: boolean;
  /** `has opened`, `had opened`, `will have opened`. Then `past` is the tense of the first two. */
  readonly perfect: boolean;
  /** `is opening`. */
  readonly progressive: boolean;
}

/** Whether a tense needs a subject of its own. */
export const isFiniteTense = (tense: Tense): boolean =>
  tense === 'past' || tense === 'present' || tense === 'future' || tense === 'modal';

/**
 * Cuts a stretch of text into tokens and tags them. Sentences are the right stretches: what stands before and after
 * decides about a tag. Hyphenated words, abbreviations with their period, web addresses and decimal numbers are one
 * token; a note number glued to a word, a unit glued to a number, `n’t` and `’s` are tokens of their own.
 * Answers are kept for the text last asked about, so that asking twice costs nothing. Linear.
 * @param start, end UTF-16 units into `text`, half-open, on token borders.
 * @returns ascending, without overlap, covering everything but white space.
 */
export function tokensOf(text: string, start: number, end: number): Token[] {
  if (text !== keptText) {
    keptText = text;
    kept.clear();
  }
  const key = `${start}-${end}`;
  const known = kept.get(key);
  if (known) return known;
  const tokens = tag(cut(text, start, end));
  kept.set(key, tokens);
  return tokens;
}

/** Finds the groups of verbs in the tokens of one sentence: sorted, without overlap. Linear in practice. */
export function verbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let i = 0;
  while (i < tokens.length) {
    const group = groupAt(tokens, i, groups);
    if (group) groups.push(group);
    i = group ? group.last + 1 : i + 1;
  }
  return groups;
}

let keptText = '';
const kept = new Map<string, Token[]>();

/* ---- cutting ---- */

interface Piece {
  start: number;
  end: number;
  text: string;
  /** Belongs to the piece before for the tagger: `n’t`, `’s`. */
  glued: boolean;
}

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

function cut(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
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

const NEGATION = /n['’]t$/i;
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

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
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

/* ---- tagging ---- */

/**
 * The tagger keeps every word it has ever seen, in a table of 20 bits. A new one is made long before that is full, so
 * that memory stays steady over thousands of documents. Tags do not depend on what was read before.
 */
const UNITS_PER_TAGGER = 8_000_000;

interface Tagger {
  readonly nlp: WinkMethods;
  readonly its: ItsHelpers;
  /** Words of the dictionary have smaller numbers than this. */
  readonly size: number;
  readonly known: Map<string, boolean>;
  units: number;
}

let current: Tagger | null = null;

function tagger(units: number): Tagger {
  if (!current || current.units > UNITS_PER_TAGGER) {
    const nlp = winkNLP(model, ['pos']);
    const its = nlp.its;
    // The first unknown word gets the first number after the dictionary's.
    const size = nlp.readDoc('zqxjkvq').tokens().out(its.uniqueId)[0] as unknown as number;
    current = { nlp, its, size, known: new Map(), units: 0 };
  }
  current.units += units;
  return current;
}

function isCommon(lower: string, by: Tagger): boolean {
  const known = by.known.get(lower);
  if (known !== undefined) return known;
  const ids = by.nlp.readDoc(lower).tokens().out(by.its.uniqueId) as unknown as number[];
  const common = ids.length > 0 && ids.every((id) => id < by.size);
  by.known.set(lower, common);
  return common;
}

/** Longer stretches are tagged in parts, so that a file without a single period stays linear. */
const PIECES_PER_CALL = 400;

function tag(pieces: readonly Piece[]): Token[] {
  const tokens: Token[] = [];
  for (let from = 0; from < pieces.length; ) {
    let to = Math.min(pieces.length, from + PIECES_PER_CALL);
    while (to < pieces.length && pieces[to]!.glued) to++;
    tagPart(pieces.slice(from, to), tokens);
    from = to;
  }
  return mend(tokens);
}

function tagPart(pieces: readonly Piece[], tokens: Token[]): void {
  let units = 0;
  for (const piece of pieces) units += piece.text.length;
  const by = tagger(units);
  const capital = pieces.map((piece) => /^\p{Lu}/u.test(piece.text));
  const common = pieces.map((piece, i) => !capital[i] || isCommon(shown(piece.text).toLowerCase(), by));
  const lowered = lowerForTagging(pieces, capital, common);

  let line = '';
  for (let i = 0; i < pieces.length; i++) {
    const word = shown(pieces[i]!.text);
    line += (i > 0 && !pieces[i]!.glued ? ' ' : '') + (lowered[i] ? word.toLowerCase() : word);
  }
  const read = by.nlp.readDoc(line).tokens();
  const spaces = read.out(by.its.precedingSpaces) as string[];
  const tags = read.out(by.its.pos) as Pos[];
  const lemmas = read.out(by.its.lemma as ItsFunction<string>) as string[];

  // The tagger cuts in its own way within a chunk, but chunks are parted by single spaces on both sides.
  let sub = 0;
  for (let i = 0; i < pieces.length; ) {
    let next = i + 1;
    while (next < pieces.length && pieces[next]!.glued) next++;
    const firstSub = sub;
    sub++;
    while (sub < tags.length && spaces[sub] === '') sub++;
    for (let k = i; k < next; k++) {
      const subs: [number, number] =
        next - i === 1
          ? [firstSub, sub]
          : k === i
            ? [firstSub, Math.max(firstSub + 1, sub - 1)]
            : [sub - 1, sub];
      tokens.push(toToken(pieces[k]!, tags, lemmas, subs, capital[k]!, common[k]!));
    }
    i = next;
  }
}

/**
 * Which words to show the tagger without their capital. It takes every capital for a name, but the first word of a
 * sentence and all words of a headline have one for another reason.
 */
function lowerForTagging(
  pieces: readonly Piece[],
  capital: readonly boolean[],
  common: readonly boolean[],
): boolean[] {
  const words = pieces.map((piece) => /^\p{L}{2,}/u.test(piece.text) && !piece.glued);
  let longer = 0;
  let capitals = 0;
  for (let i = 0; i < pieces.length; i++) {
    if (!words[i] || pieces[i]!.text.length < 4) continue;
    longer++;
    if (capital[i]) capitals++;
  }
  const headline = longer >= 4 && capitals / longer > 0.75;
  const lowered = pieces.map(() => false);
  let first = true;
  for (let i = 0; i < pieces.length; i++) {
    if (!words[i]) {
      if (/^[.!?:“"‘(—]/u.test(pieces[i]!.text) && !pieces[i]!.glued) first = true;
      else if (isDigit(pieces[i]!.text.charCodeAt(0))) first = false;
      continue;
    }
    const nextIsName = i + 1 < pieces.length && capital[i + 1]! && words[i + 1]! && !headline;
    if (capital[i] && common[i]) lowered[i] = headline || (first && !nextIsName);
    first = false;
  }
  return lowered;
}

/** Longer than any word: the tagger's cost grows with the square of a word's length. */
const LONGEST_WORD = 60;

/** What the tagger is shown of a piece. */
function shown(text: string): string {
  const word = plain(text);
  if (word.length <= LONGEST_WORD && !word.includes('://')) return word;
  return /^\p{L}+(?:-\p{L}+)*/u.exec(word.slice(0, LONGEST_WORD))?.[0] ?? 'x';
}

const plain = (text: string): string => text.replace(/[’ʼ]/g, "'").replace(/[\u2010\u2011]/g, '-');

function toToken(
  piece: Piece,
  tags: readonly Pos[],
  lemmas: readonly string[],
  [from, to]: readonly [number, number],
  capital: boolean,
  common: boolean,
): Token {
  const lower = plain(piece.text).toLowerCase();
  const head = Math.max(0, Math.min(to, tags.length) - 1);
  let pos: Pos = tags[head] ?? 'X';
  let lemma = to - from === 1 ? (lemmas[head] ?? lower) : lower;
  if (to - from > 1 && lower.includes('-'))
    [pos, lemma] = compound(lower, tags.slice(from, to), lemmas.slice(from, to), capital);
  // A short stem would have doubled its last letter: "fined" is of "fine", not of "fin".
  if (pos === 'VERB' && SHORT_STEM.test(lemma) && (lower === `${lemma}ed` || lower === `${lemma}ing`))
    lemma += 'e';
  if (piece.glued && NEGATION.test(lower)) [pos, lemma] = ['PART', 'not'];
  if (/^\d{1,4}(?:st|nd|rd|th)$/.test(lower)) [pos, lemma] = ['ADJ', lower];
  else if (/^\d/.test(lower)) [pos, lemma] = [/^\d[\d.,:½⅓⅔¼¾]*$/.test(lower) ? 'NUM' : pos, lower];
  return { start: piece.start, end: piece.end, text: piece.text, lower, pos, lemma, capital, common };
}

const SHORT_STEM = /^[^aeiou]*[aeiou][bdfgklmnprstvz]$/;

/** Words that are verbs with what stands before the hyphen: `re-elected`, `co-founded`. */
const VERB_PREFIX = /^(?:re|co|de|un|pre|over|under|out|mis|counter|cross)-/;

function compound(
  lower: string,
  tags: readonly Pos[],
  lemmas: readonly string[],
  capital: boolean,
): [Pos, string] {
  const last = tags[tags.length - 1]!;
  if (tags.every((tag) => tag === 'NUM' || tag === 'PUNCT' || tag === 'SYM') && tags.includes('NUM'))
    return ['NUM', lower];
  if (capital && tags.includes('PROPN') && last !== 'VERB' && last !== 'ADJ') return ['PROPN', lower];
  if (last === 'VERB') {
    if (!VERB_PREFIX.test(lower)) return ['ADJ', lower];
    return ['VERB', lower.slice(0, lower.lastIndexOf('-') + 1) + lemmas[lemmas.length - 1]!];
  }
  if (last === 'NOUN' && (tags[0] === 'NUM' || tags[0] === 'ADJ')) return ['ADJ', lower];
  if (last === 'NOUN' || last === 'ADJ' || last === 'PROPN' || last === 'ADV') return [last, lower];
  return [tags[0] === 'VERB' || tags[0] === 'NOUN' ? 'NOUN' : 'ADJ', lower];
}

const DO = new Set(['do', 'does', 'did']);
const WILL = new Set(['will', 'shall', "'ll", 'wo', 'sha']);
const MODAL = new Set(['would', 'could', 'may', 'might', 'should', 'can', 'must', 'ca', 'ought', "'d"]);

/** Verbs that look like an adjective or adverb behind their auxiliary: "will close". */
const OTHERWISE_VERB = new Set([
  'close',
  'open',
  'slow',
  'clear',
  'free',
  'dry',
  'cool',
  'warm',
  'empty',
  'lower',
  'back',
  'double',
  'triple',
]);

/** Whatever the tagger says, they stand for a noun. */
const INDEFINITE = /^(?:every|some|any|no)(?:thing|one|body)$/;

/** Mends tags that the words beside them rule out. */
function mend(tokens: Token[]): Token[] {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    // "312 confirmed cases", "the sunken ship": between a determiner and its noun stands no verb.
    const before = tokens[i - 1];
    if (
      token.pos === 'VERB' &&
      token.lower !== token.lemma &&
      before &&
      (before.pos === 'DET' || before.pos === 'NUM' || before.pos === 'ADJ' || before.lower === "'s") &&
      tokens[i + 1]?.pos === 'NOUN' &&
      /(?:ed|en|ing|wn|lt|nt|id|st|ght|ung)$/.test(token.lower)
    ) {
      tokens[i] = { ...token, pos: 'ADJ', lemma: token.lower };
      continue;
    }
    if (token.pos !== 'PRON' && INDEFINITE.test(token.lower)) {
      tokens[i] = { ...token, pos: 'PRON', lemma: token.lower };
      continue;
    }
    const next = tokens[i + 1];
    const verb1 = hiddenVerb(tokens, i);
    if (verb1 !== null) {
      tokens[i] = { ...token, pos: 'VERB', lemma: verb1 };
      continue;
    }
    if (isNounInAll(tokens, i)) {
      tokens[i] = { ...token, pos: 'NOUN' };
      continue;
    }
    // "exports exceeded", "visits were": what looks like a verb before a verb is its subject.
    if (
      token.pos === 'VERB' &&
      /[^s]s$/.test(token.lower) &&
      before?.pos !== 'PRON' &&
      before?.pos !== 'NOUN' &&
      before?.pos !== 'PROPN' &&
      next &&
      (next.pos === 'AUX' || (next.pos === 'VERB' && /ed$/.test(next.lower)) || PAST_ONLY.has(next.lower))
    ) {
      tokens[i] = { ...token, pos: 'NOUN' };
      continue;
    }
    // "the road cost 2 billion"
    if (
      token.lower === 'cost' &&
      token.pos === 'NOUN' &&
      (before?.pos === 'NOUN' || before?.pos === 'PROPN' || before?.pos === 'PRON') &&
      (next?.pos === 'NUM' || next?.pos === 'SYM' || next?.lower === 'about' || next?.lower === 'nearly')
    ) {
      tokens[i] = { ...token, pos: 'VERB' };
      continue;
    }
    // "two counts", "40 votes": a number before it makes it a plural.
    if (
      token.pos === 'VERB' &&
      /[^s]s$/.test(token.lower) &&
      token.lower !== token.lemma &&
      before?.pos === 'NUM' &&
      !/^\d{4}$|^one$/.test(before.lower) &&
      !/^\d/.test(tokens[i + 1]?.lower ?? '')
    ) {
      tokens[i] = { ...token, pos: 'NOUN' };
      continue;
    }
    // "did not open", "will open": what follows the auxiliary is its verb, whatever else the word can be.
    const helps =
      DO.has(token.lower) || (token.pos === 'AUX' && (WILL.has(token.lower) || MODAL.has(token.lower)));
    if (!helps) continue;
    let k = i + 1;
    while (
      k < tokens.length &&
      (tokens[k]!.pos === 'PART' || (tokens[k]!.pos === 'ADV' && !OTHERWISE_VERB.has(tokens[k]!.lower)))
    )
      k++;
    const verb = tokens[k];
    if (!verb || verb.capital || !/^(?:ADJ|NOUN|ADV)$/.test(verb.pos)) continue;
    const negated = k > i + 1 || OTHERWISE_VERB.has(verb.lower);
    const after = tokens[k + 1]?.pos;
    const plural = /[^s]s$/.test(verb.lower);
    if (
      !plural &&
      (negated ||
        after === 'DET' ||
        after === 'PROPN' ||
        after === 'ADP' ||
        after === 'NUM' ||
        after === 'PRON')
    ) {
      tokens[k] = { ...verb, pos: 'VERB', lemma: verb.lower };
    }
  }
  return tokens;
}

/** Verbs whose plural present the tagger may take for a noun. */
const PLAIN_VERBS = new Set(
  'sign launch open visit host form plan back attack strike win lead name order ban start end file report demand test land join found sack elect raid halt'.split(
    ' ',
  ),
);

/** Past forms of verbs that the tagger may take for nouns or adjectives, with their base form. */
const IRREGULAR_PAST: ReadonlyMap<string, string> = new Map([
  ['fed', 'feed'],
  ['led', 'lead'],
  ['met', 'meet'],
  ['shot', 'shoot'],
  ['bound', 'bind'],
  ['wound', 'wind'],
  ['ground', 'grind'],
  ['dealt', 'deal'],
  ['struck', 'strike'],
  ['wed', 'wed'],
  ['cast', 'cast'],
  ['cut', 'cut'],
  ['hit', 'hit'],
  ['set', 'set'],
  ['split', 'split'],
  ['shut', 'shut'],
  ['beat', 'beat'],
]);

/**
 * "She married the pianist", "the raid fed the quarrel": between what can be a subject and the determiner of an object
 * stands a verb, whatever else the word can be. Its base form, or null.
 */
function hiddenVerb(tokens: readonly Token[], i: number): string | null {
  const [before, token, next] = [tokens[i - 1], tokens[i]!, tokens[i + 1]];
  if (!before || !next || token.capital || (token.pos !== 'ADJ' && token.pos !== 'NOUN')) return null;
  const object = next.pos === 'DET' || next.pos === 'PROPN' || next.pos === 'NUM' || isPossessive(next);
  if (!object) return null;
  const irregular = IRREGULAR_PAST.get(token.lower);
  const subject = /^(?:NOUN|PROPN|NUM)$/.test(before.pos) || SUBJECT_PRONOUNS.has(before.lower);
  // "Norway and Chile sign a treaty": no verb stands before it.
  if (
    token.pos === 'NOUN' &&
    PLAIN_VERBS.has(token.lower) &&
    /^(?:a|an|the)$/.test(next.lower) &&
    (before.pos === 'PROPN' || (before.pos === 'NOUN' && /[^s]s$/.test(before.lower))) &&
    !tokens.slice(0, i).some((t) => t.pos === 'VERB' || t.pos === 'AUX')
  )
    return token.lower;
  if (irregular !== undefined)
    return subject && (next.pos === 'DET' || isPossessive(next)) ? irregular : null;
  if (token.pos !== 'ADJ' || !/^\p{Ll}{3,}ed$/u.test(token.lower)) return null;
  if (!subject && before.pos !== 'CCONJ') return null;
  return baseOfPast(token.lower);
}

const isPossessive = (t: Token): boolean => /^(?:his|her|its|their|our|my)$/.test(t.lower);

/** Base form of a regular past: `carried` → `carry`, `planned` → `plan`, `paved` → `pave`. */
function baseOfPast(past: string): string {
  const stem = past.slice(0, -2);
  if (/[^aeiou]i$/.test(stem)) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return SHORT_STEM.test(stem) || /(?:[cvuz]|[aeiou]s|at|dg|ng|[^aeiou]l)$/.test(stem) ? `${stem}e` : stem;
}

/** What looks like a verb and cannot be one here. */
function isNounInAll(tokens: readonly Token[], i: number): boolean {
  const [before, token, next] = [tokens[i - 1], tokens[i]!, tokens[i + 1]];
  if (token.pos !== 'VERB' || !next) return false;
  // "Fighting resumes": what is done is the subject.
  const finite = next.pos === 'AUX' || (next.pos === 'VERB' && /(?:[^s]s|ed)$/.test(next.lower));
  if (!before) return /^\p{Lu}?\p{Ll}{3,}ing$/u.test(token.text) && finite;
  // "on transfer deadline day": a preposition takes no base form.
  const base = token.lower === token.lemma && next.pos === 'NOUN';
  if (base && before.pos === 'ADP' && before.lower !== 'to') return true;
  // "the Kourou launch site"
  if (base && before.pos === 'PROPN' && tokens[i - 2]?.lower === 'the') return true;
  // "built its first sewage works.": the object's last noun, not one more verb.
  if (next.pos !== 'PUNCT' || !/[^s]s$/.test(token.lower) || before.pos !== 'NOUN') return false;
  for (let k = i - 1; k >= 0; k--) {
    const t = tokens[k]!;
    if (t.pos === 'VERB') return k < i - 2;
    if (!/^(?:NOUN|ADJ|DET|NUM)$/.test(t.pos) && !isPossessive(t)) return false;
  }
  return false;
}

/* ---- verbs ---- */

/** Whether a form can only be a participle: `stolen`, `known`. Without an auxiliary it is no sentence's verb. */
export const isPlainParticiple = (lower: string): boolean => PARTICIPLE_ONLY.has(lower);

/** Past tense without a doubt: the participle has another form. */
const PAST_ONLY = new Set(
  'arose ate awoke became began bit blew broke chose came did drank drew drove fell flew forbade forgave forgot froze gave went grew hid knew lay overcame overthrew overtook rang ran rode rose saw sang sank shook shrank spoke sprang stole stank strove swam swore swung took threw tore underwent undertook withdrew woke wore wove wrote was were had'.split(
    ' ',
  ),
);
/** Participles without a doubt. */
const PARTICIPLE_ONLY = new Set(
  'arisen eaten awoken begun bitten blown broken chosen drunk drawn driven fallen flown forbidden forgiven forgotten frozen given gone grown hidden known lain overthrown overtaken rung ridden risen seen sung sunk shaken shown shrunk spoken sprung stolen striven swum sworn taken thrown torn undergone undertaken withdrawn woken worn woven written done been born proven sewn sown mown'.split(
    ' ',
  ),
);
/** Verbs whose past is their base form. In a text that tells dates it is the past. */
const SAME_FORM = new Set(
  'bet bid broadcast burst cast cost cut forecast hit hurt let offset put quit read rid set shed shut slit split spread thrust upset'.split(
    ' ',
  ),
);
/** What is said, thought or shown follows such a verb as a clause of its own, often without `that`. */
const CLAUSE_TAKERS = new Set(
  'say tell think believe claim report announce hope note warn insist argue add know find show suggest state declare confirm deny admit agree promise predict estimate fear explain reveal feel see hear mean understand learn discover decide reply vow'.split(
    ' ',
  ),
);
/** `is due to open` is a plan. */
const PROSPECTIVE = new Set(
  'set due scheduled expected going planned likely poised slated about supposed projected forecast bound meant hoping planning preparing aiming'.split(
    ' ',
  ),
);
const BE = new Set(['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being', "'m", "'re"]);
const HAVE = new Set(['have', 'has', 'had', "'ve", 'having']);

const isBe = (t: Token): boolean => BE.has(t.lower) || t.lemma === 'be';
const isVerb = (t: Token): boolean => t.pos === 'VERB' || t.pos === 'AUX';
const isName = (t: Token | undefined): boolean => t !== undefined && (t.pos === 'NOUN' || t.pos === 'PROPN');

function groupAt(tokens: readonly Token[], first: number, before: readonly VerbGroup[]): VerbGroup | null {
  const head = tokens[first]!;
  if (head.pos === 'PART' && head.lower === 'to') return infinitiveAt(tokens, first);
  if (!isVerb(head)) return null;

  let last = first;
  let negated = false;
  let k = first + 1;
  while (k < tokens.length) {
    const t = tokens[k]!;
    const chain = tokens[last]!.pos === 'AUX' || isHelper(tokens[last]!);
    if (!chain) break;
    if (t.lemma === 'not' || t.lower === 'never') {
      negated = true;
      k++;
    } else if (t.pos === 'ADV' || /^(?:since|last|first)$/.test(t.lower)) k++;
    else if (isVerb(t)) {
      last = k;
      k++;
    } else break;
  }
  const before1 = tokens[first - 1];
  if (before1?.lower === 'never' || before1?.lemma === 'not') negated = true;
  // "is due to open", "has to go": the plan's verb carries the meaning.
  const planned = prospectiveEnd(tokens, first, last);
  const words = tokens.slice(first, last + 1).filter(isVerb);
  const finite = words[0]!;
  const verb = words[words.length - 1]!;
  if (planned > last) {
    const was =
      finite.lower === 'was' || finite.lower === 'were' || finite.lower === 'had' || MODAL.has(finite.lower);
    const inner = infinitiveAt(tokens, planned - 1) ?? null;
    const end = inner ? inner.last : planned;
    return {
      first,
      last: end,
      lemma: tokens[end]!.lemma,
      tense: was ? 'modal' : 'future',
      passive: inner?.passive ?? false,
      negated,
      perfect: false,
      progressive: false,
    };
  }
  const auxiliaries = words.slice(0, -1);
  const previous = auxiliaries[auxiliaries.length - 1];
  const ing = /ing$/.test(verb.lower) && verb.lemma !== verb.lower;
  const passive = previous !== undefined && isBe(previous) && !ing && !isBe(verb);
  return {
    first,
    last,
    lemma: verb.lemma,
    tense: auxiliaries.length === 0 ? tenseOfOne(tokens, first, before) : tenseOf(finite),
    passive,
    negated,
    perfect: auxiliaries.some((t) => HAVE.has(t.lower)),
    progressive: previous !== undefined && isBe(previous) && ing,
  };
}

/** Helpers that the tagger may call verbs. */
const isHelper = (t: Token): boolean =>
  BE.has(t.lower) || HAVE.has(t.lower) || WILL.has(t.lower) || DO.has(t.lower);

function tenseOf(finite: Token): Tense {
  const w = finite.lower;
  if (WILL.has(w)) return 'future';
  if (w === 'being' || w === 'having') return 'gerund';
  if (HAVE.has(w) || w === 'was' || w === 'were' || w === 'did') return 'past';
  if (MODAL.has(w)) return 'modal';
  if (BE.has(w) || isBe(finite) || w === 'do' || w === 'does') return 'present';
  return 'past';
}

function infinitiveAt(tokens: readonly Token[], first: number): VerbGroup | null {
  let k = first + 1;
  while (k < tokens.length && tokens[k]!.pos === 'ADV') k++;
  if (k >= tokens.length || !isVerb(tokens[k]!)) return null;
  const words: Token[] = [tokens[k]!];
  let last = k;
  while (k + 1 < tokens.length && (isHelper(tokens[last]!) || tokens[last]!.pos === 'AUX')) {
    const t = tokens[k + 1]!;
    if (isVerb(t)) {
      words.push(t);
      last = k + 1;
    } else if (t.pos !== 'ADV') break;
    k++;
  }
  const verb = words[words.length - 1]!;
  const previous = words[words.length - 2];
  const ing = /ing$/.test(verb.lower);
  return {
    first,
    last,
    lemma: verb.lemma,
    tense: 'infinitive',
    passive: previous !== undefined && isBe(previous) && !ing,
    negated: tokens[first - 1]?.lemma === 'not',
    perfect: words.slice(0, -1).some((t) => HAVE.has(t.lower)),
    progressive: previous !== undefined && isBe(previous) && ing,
  };
}

/** Index of the verb in `is due to VERB`, `has to VERB`; else -1. */
function prospectiveEnd(tokens: readonly Token[], first: number, last: number): number {
  const head = tokens[first]!;
  let k = last;
  if (isBe(head) || tokens[last]!.pos === 'AUX') {
    if (last === first) {
      k = last + 1;
      while (tokens[k]?.pos === 'ADV' && !PROSPECTIVE.has(tokens[k]!.lower)) k++;
      // "is to open"
      if (isBe(head) && k === last + 1 && tokens[k]?.lower === 'to' && tokens[k + 1]?.pos === 'VERB')
        return k + 1;
    }
    if (!PROSPECTIVE.has(tokens[k]?.lower ?? '')) return -1;
    return tokens[k + 1]?.lower === 'to' && tokens[k + 2] && isVerb(tokens[k + 2]!) ? k + 2 : -1;
  }
  return -1;
}

/** Tense of a verb that has no auxiliary. */
function tenseOfOne(tokens: readonly Token[], at: number, before: readonly VerbGroup[]): Tense {
  const t = tokens[at]!;
  const w = t.lower;
  if (WILL.has(w)) return 'future';
  if (MODAL.has(w)) return 'modal';
  if (w === 'been') return 'participle';
  if (w === 'be') return 'infinitive';
  if (PAST_ONLY.has(w) || w === 'was' || w === 'were') return 'past';
  if (BE.has(w) && w !== 'being') return 'present';
  if (/ing$/.test(w) && t.lemma !== w) return 'gerund';
  if (w === t.lemma || w === 'have' || w === 'has' || w === 'do' || w === 'does') {
    return SAME_FORM.has(w) && !isPluralPresent(tokens, at) ? 'past' : 'present';
  }
  if (/s$/.test(w) && !/ss$/.test(w) && (w === `${t.lemma}s` || w.endsWith('es') || w.endsWith('ies')))
    return 'present';
  if (PARTICIPLE_ONLY.has(w)) return 'participle';
  return isReduced(tokens, at, before) ? 'participle' : 'past';
}

const isPluralPresent = (tokens: readonly Token[], at: number): boolean => {
  const subject = tokens[at - 1]?.lower;
  return subject === 'we' || subject === 'you' || subject === 'to';
};

const SUBJECT_PRONOUNS = new Set('he she it they we i you who which that this these those there'.split(' '));

/**
 * Whether a form such as `opened` is a participle here, not the past: "the line opened in 1901 carries coal", "Founded
 * in 1901, the firm …", ", built by Eiffel,".
 */
function isReduced(tokens: readonly Token[], at: number, before: readonly VerbGroup[]): boolean {
  const t = tokens[at]!;
  let p = at - 1;
  while (p >= 0 && tokens[p]!.pos === 'ADV') p--;
  // "more than doubled"
  if (/^than$/.test(tokens[p]?.lower ?? '') && /^(?:more|less)$/.test(tokens[p - 1]?.lower ?? ''))
    return false;
  const previous = tokens[p];
  const next = tokens[at + 1];
  if (!previous) return commaThenSubject(tokens, at);
  if (SUBJECT_PRONOUNS.has(previous.lower)) return false;
  if (previous.pos === 'DET' || previous.lower === "'s" || previous.pos === 'ADP') return true;
  const finiteBefore = before.some((g) => isFiniteTense(g.tense));
  if (previous.pos === 'PUNCT' && previous.text === ',') {
    if (next?.lower === 'by') return true;
    if (!finiteBefore) return finiteAfterComma(tokens, at);
    return next?.pos === 'ADP' && PASSIVE_TASTE.has(t.lemma);
  }
  if (!isName(previous) && previous.pos !== 'NUM') return false;
  if (CLAUSE_TAKERS.has(t.lemma)) return false;
  // "held two men": who has an object is active.
  if (next && /^(?:DET|NUM|PRON|PROPN|NOUN|ADJ)$/.test(next.pos) && !TWO_OBJECTS.has(t.lemma)) return false;
  if (next?.lower === 'by' && (finiteBefore || finiteFollows(tokens, at))) return true;
  if (next?.pos === 'ADP' && isObject(tokens, p, before)) return true;
  return finiteFollows(tokens, at);
}

/** Passives that keep an object: "the boy named Sue", "a man given the post". */
const TWO_OBJECTS = new Set([
  'name',
  'call',
  'give',
  'grant',
  'award',
  'offer',
  'show',
  'tell',
  'pay',
  'elect',
  'dub',
]);

/** Whether the noun at `at` already is the object of the verb before it: "arrested two men accused of theft". */
function isObject(tokens: readonly Token[], at: number, before: readonly VerbGroup[]): boolean {
  const last = before[before.length - 1];
  if (!last || last.tense === 'participle' || CLAUSE_TAKERS.has(last.lemma)) return false;
  for (let k = last.last + 1; k < at; k++) {
    if (!/^(?:DET|ADJ|NUM|NOUN|PROPN|PART|ADV)$/.test(tokens[k]!.pos)) return false;
  }
  return at > last.last;
}

/** Verbs whose bare participle after a comma describes what stands before it. */
const PASSIVE_TASTE = new Set(
  'found base locate lead name call know bear hold follow compare build design write publish own sponsor fund back describe make produce direct headquarter commission surround accompany'.split(
    ' ',
  ),
);

/** "Founded in 1901, the firm": a comma, then something that can be a subject. */
function commaThenSubject(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < tokens.length; k++) {
    if (tokens[k]!.text !== ',') continue;
    const after = tokens[k + 1];
    return after !== undefined && /^(?:DET|PROPN|NOUN|PRON|ADJ|NUM)$/.test(after.pos);
  }
  return false;
}

function finiteAfterComma(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < tokens.length; k++) {
    if (tokens[k]!.text === ',') return tokens[k + 1] !== undefined && isVerb(tokens[k + 1]!);
  }
  return false;
}

/** Another finite verb before the next comma, conjunction or pronoun: then this one was not the sentence's verb. */
function finiteFollows(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < tokens.length; k++) {
    const t = tokens[k]!;
    if (t.pos === 'PUNCT' && t.text !== '-' && !/^[’'“”"()]$/.test(t.text)) return false;
    if (
      t.pos === 'CCONJ' ||
      t.pos === 'SCONJ' ||
      t.pos === 'PRON' ||
      t.lower === 'that' ||
      t.lower === 'which'
    )
      return false;
    if (t.pos === 'PART' && t.lower === 'to') return false;
    if (t.pos === 'AUX' && !/^(?:be|been|being|have|having)$/.test(t.lower)) return true;
    if (
      t.pos === 'VERB' &&
      (PAST_ONLY.has(t.lower) || (/(?:ed|[^s]s)$/.test(t.lower) && t.lower !== t.lemma))
    ) {
      const p = tokens[k - 1]!;
      return isName(p) || p.pos === 'NUM' || p.pos === 'ADV';
    }
  }
  return false;
}
