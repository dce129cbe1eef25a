import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction, type ItsHelpers, type WinkMethods } from 'wink-nlp';
import { mend } from './mend.ts';
import { isDigit, NEGATION, type Piece, plain } from './pieces.ts';
import { SHORT_STEM } from './stems.ts';
import type { Pos, Token } from './token.ts';

/** Tags pieces, and mends the tags that the words beside them rule out. One token a piece, in order. Linear. */
export function tag(pieces: readonly Piece[]): Token[] {
  const tokens: Token[] = [];
  for (let from = 0; from < pieces.length; ) {
    let to = Math.min(pieces.length, from + PIECES_PER_CALL);
    while (to < pieces.length && pieces[to]!.glued) to++;
    tagPart(pieces.slice(from, to), tokens);
    from = to;
  }
  return mend(tokens);
}

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
  // "the Rev. Vos": what begins with a letter is no mark.
  if (pos === 'PUNCT' && /^\p{L}/u.test(piece.text)) pos = capital ? 'PROPN' : 'NOUN';
  if (piece.glued && NEGATION.test(lower)) [pos, lemma] = ['PART', 'not'];
  if (/^\d{1,4}(?:st|nd|rd|th)$/.test(lower)) [pos, lemma] = ['ADJ', lower];
  else if (/^\d/.test(lower)) [pos, lemma] = [/^\d[\d.,:½⅓⅔¼¾]*$/.test(lower) ? 'NUM' : pos, lower];
  return { start: piece.start, end: piece.end, text: piece.text, lower, pos, lemma, capital, common };
}

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
