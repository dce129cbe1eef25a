import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction, type ItsHelpers, type WinkMethods } from 'wink-nlp';
import { remembered } from '../memo.ts';
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
    tagPart(from === 0 && to === pieces.length ? pieces : pieces.slice(from, to), tokens);
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
  readonly words: (text: string) => Word;
  units: number;
}

let current: Tagger | null = null;

function tagger(units: number): Tagger {
  if (!current || current.units > UNITS_PER_TAGGER) {
    const nlp = winkNLP(model, ['pos']);
    const its = nlp.its;
    // The first unknown word gets the first number after the dictionary's: words of the dictionary have smaller ones.
    const size = nlp.readDoc('zqxjkvq').tokens().out(its.uniqueId)[0] as unknown as number;
    const isCommon = (lower: string): boolean => {
      const ids = nlp.readDoc(lower).tokens().out(its.uniqueId) as unknown as number[];
      return ids.length > 0 && ids.every((id) => id < size);
    };
    current = { nlp, its, words: remembered((text) => wordOf(text, isCommon)), units: 0 };
  }
  current.units += units;
  return current;
}

/** What a piece's text shows by itself, whatever stands beside it. */
interface Word {
  readonly text: string;
  /** With straight apostrophes, in lower case. */
  readonly lower: string;
  /** What the tagger is shown of it, and that in lower case. */
  readonly shown: string;
  readonly shownLower: string;
  readonly capital: boolean;
  readonly common: boolean;
  /** Two letters or more. */
  readonly isWord: boolean;
  /** A word of four letters or more. */
  readonly isLong: boolean;
  /** `43rd` is an adjective, other words that begin with a digit are numbers, if nothing else stands in them. */
  readonly digits: 'rank' | 'number' | 'other' | null;
}

function wordOf(text: string, isCommon: (lower: string) => boolean): Word {
  const lower = plain(text).toLowerCase();
  const seen = shown(text);
  const shownLower = seen.toLowerCase();
  const capital = /^\p{Lu}/u.test(text);
  const isWord = /^\p{L}{2,}/u.test(text);
  return {
    text,
    lower,
    shown: seen,
    shownLower,
    capital,
    common: !capital || isCommon(shownLower),
    isWord,
    isLong: isWord && text.length >= 4,
    digits: /^\d{1,4}(?:st|nd|rd|th)$/.test(lower)
      ? 'rank'
      : /^\d/.test(lower)
        ? /^\d[\d.,:½⅓⅔¼¾]*$/.test(lower)
          ? 'number'
          : 'other'
        : null,
  };
}

/** Longer stretches are tagged in parts, so that a file without a single period stays linear. */
const PIECES_PER_CALL = 400;

function tagPart(pieces: readonly Piece[], tokens: Token[]): void {
  let units = 0;
  for (const piece of pieces) units += piece.text.length;
  const by = tagger(units);
  const words = pieces.map((piece) => by.words(piece.text));
  const lowered = lowerForTagging(pieces, words);

  let line = '';
  let chunks = 0;
  for (let i = 0; i < pieces.length; i++) {
    const { shown, shownLower } = words[i]!;
    const apart = i === 0 || !pieces[i]!.glued;
    if (apart) chunks++;
    line += (i > 0 && apart ? ' ' : '') + (lowered[i] ? shownLower : shown);
  }
  const read = by.nlp.readDoc(line).tokens();
  const tags = read.out(by.its.pos) as Pos[];
  const lemmas = read.out(by.its.lemma as ItsFunction<string>) as string[];

  // The tagger cuts in its own way within a chunk, but chunks are parted by single spaces on both sides. Of as many
  // tokens as chunks each is one.
  const spaces = tags.length === chunks ? null : (read.out(by.its.precedingSpaces) as string[]);
  let sub = 0;
  for (let i = 0; i < pieces.length; ) {
    let next = i + 1;
    while (next < pieces.length && pieces[next]!.glued) next++;
    const firstSub = sub;
    sub++;
    while (spaces !== null && sub < tags.length && spaces[sub] === '') sub++;
    for (let k = i; k < next; k++) {
      const from = next - i === 1 || k === i ? firstSub : sub - 1;
      const to = next - i > 1 && k === i ? Math.max(firstSub + 1, sub - 1) : sub;
      tokens.push(toToken(pieces[k]!, words[k]!, tags, lemmas, from, to));
    }
    i = next;
  }
}

/**
 * Which words to show the tagger without their capital. It takes every capital for a name, but the first word of a
 * sentence and all words of a headline have one for another reason.
 */
function lowerForTagging(pieces: readonly Piece[], words: readonly Word[]): boolean[] {
  let longer = 0;
  let capitals = 0;
  for (let i = 0; i < pieces.length; i++) {
    if (!words[i]!.isLong || pieces[i]!.glued) continue;
    longer++;
    if (words[i]!.capital) capitals++;
  }
  const headline = longer >= 4 && capitals / longer > 0.75;
  const lowered = new Array<boolean>(pieces.length).fill(false);
  let first = true;
  for (let i = 0; i < pieces.length; i++) {
    const { text, glued } = pieces[i]!;
    const { isWord, capital, common } = words[i]!;
    if (!isWord || glued) {
      if (!glued && OPENS.has(text[0]!)) first = true;
      else if (isDigit(text.charCodeAt(0))) first = false;
      continue;
    }
    const next = words[i + 1];
    const nextIsName = next?.capital && next.isWord && !pieces[i + 1]!.glued && !headline;
    if (capital && common) lowered[i] = headline || (first && !nextIsName);
    first = false;
  }
  return lowered;
}

/** Marks behind which a sentence, a quotation or an aside begins. */
const OPENS: ReadonlySet<string> = new Set('.!?:“"‘(—');

/** Longer than any word: the tagger's cost grows with the square of a word's length. */
const LONGEST_WORD = 60;

/** What the tagger is shown of a piece. */
function shown(text: string): string {
  const word = plain(text);
  if (word.length <= LONGEST_WORD && !word.includes('://')) return word;
  return /^\p{L}+(?:-\p{L}+)*/u.exec(word.slice(0, LONGEST_WORD))?.[0] ?? 'x';
}

function toToken(
  { start, end, glued }: Piece,
  { text, lower, capital, common, digits }: Word,
  tags: readonly Pos[],
  lemmas: readonly string[],
  from: number,
  to: number,
): Token {
  const head = Math.max(0, Math.min(to, tags.length) - 1);
  let pos: Pos = tags[head] ?? 'X';
  let lemma = to - from === 1 ? (lemmas[head] ?? lower) : lower;
  if (to - from > 1 && lower.includes('-'))
    [pos, lemma] = compound(lower, tags.slice(from, to), lemmas.slice(from, to), capital);
  // A short stem would have doubled its last letter: "fined" is of "fine", not of "fin".
  if (pos === 'VERB' && SHORT_STEM.test(lemma) && (lower === `${lemma}ed` || lower === `${lemma}ing`))
    lemma += 'e';
  // "the Rev. Vos": what begins with a letter is no mark.
  if (pos === 'PUNCT' && /^\p{L}/u.test(text)) pos = capital ? 'PROPN' : 'NOUN';
  if (glued && NEGATION.test(lower)) [pos, lemma] = ['PART', 'not'];
  if (digits === 'rank') [pos, lemma] = ['ADJ', lower];
  else if (digits !== null) [pos, lemma] = [digits === 'number' ? 'NUM' : pos, lower];
  return { start, end, text, lower, pos, lemma, capital, common };
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
