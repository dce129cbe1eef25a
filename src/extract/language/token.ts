/** Universal part of speech (universaldependencies.org/u/pos). */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

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

/** `his`, `their` … */
export const isPossessive = (t: Token): boolean => /^(?:his|her|its|their|our|my)$/.test(t.lower);

/** Whether it is a verb or a helper of one. */
export const isVerb = (t: Token): boolean => t.pos === 'VERB' || t.pos === 'AUX';

/** Whether it is a noun or a name. */
export const isName = (t: Token | undefined): boolean =>
  t !== undefined && (t.pos === 'NOUN' || t.pos === 'PROPN');
