import { cut } from './language/pieces.ts';
import { type Shelf, shelfOf } from './language/shelf.ts';
import { tag } from './language/tagger.ts';
import type { Token } from './language/token.ts';

export { isPlainParticiple } from './language/forms.ts';
export { type VerbGroup, verbGroups } from './language/groups.ts';
export { isFiniteTense, type Tense } from './language/tense.ts';
export type { Pos, Token } from './language/token.ts';

/**
 * Cuts a stretch of text into tokens and tags them. Sentences are the right stretches: what stands before and after
 * decides about a tag. Hyphenated words, abbreviations with their period, web addresses and decimal numbers are one
 * token; a note number glued to a word, a unit glued to a number, `n’t` and `’s` are tokens of their own.
 * Answers are kept for the text last asked about, so that asking twice costs nothing. Linear.
 * @param start, end UTF-16 units into `text`, half-open, on token borders.
 * @returns ascending, without overlap, covering everything but white space.
 */
export function tokensOf(text: string, start: number, end: number): Token[] {
  if (!kept || text !== kept.text) kept = { text, shelf: shelfOf(text) };
  const known = kept.shelf.get(start, end);
  if (known) return known;
  const tokens = tag(cut(text, start, end));
  kept.shelf.put(start, end, tokens);
  return tokens;
}

/**
 * Lets go of the text last asked about. To be called when a document is done: its tokens are larger than itself, and
 * to tell a text from its equal takes long.
 */
export function forgetTokens(): void {
  kept = null;
}

let kept: { readonly text: string; readonly shelf: Shelf } | null = null;
