import { isPossessive } from '../language/token.ts';
import type { Token } from '../language.ts';

/** Words that open a clause of time. */
export const TIME = new Set([
  'after',
  'before',
  'when',
  'while',
  'since',
  'until',
  'till',
  'once',
  'as',
  'whenever',
]);

/** Words that open a condition. */
export const CONDITION = new Set(['if', 'unless', 'whether', 'provided', 'lest']);

/** Words that open a reason or a concession. */
export const GROUND = new Set(['because', 'although', 'though', 'whereas', 'so', 'albeit', 'except']);

/** Words that open a relative clause or a question within a sentence. */
export const RELATIVE = new Set(['who', 'which', 'whom', 'whose', 'where', 'that', 'what', 'how', 'why']);

/** Words that join clauses of one rank. */
export const COORDINATORS = new Set(['and', 'but', 'or', 'yet', 'nor']);

/** Marks at which every clause ends. */
export const HARD_STOPS = new Set([';', ':', '—', '–', '(', ')', '[', ']', '--', '…', '...']);

/** Quotation marks. */
export const QUOTES = new Set(['“', '”', '"', '„', '«', '»']);

/** Verbs (in base form) whose object is often a clause: what it says is said, not done. */
export const SAYING = new Set(
  (
    'say tell state claim argue assert maintain insist believe think note add announce report warn declare reiterate emphasize emphasise ' +
    'stress explain predict suggest contend affirm recall admit acknowledge deny hope expect fear estimate reckon write observe remark ' +
    'promise vow reply respond comment boast profess show reveal find indicate learn know hear see agree conclude assess relate confirm ' +
    'describe opine speculate allege testify complain caution mention recommend feel doubt ask wonder'
  ).split(' '),
);

/** No token says a date. */
export const NO_DATES: ReadonlySet<number> = new Set();

/** Verbs without a passive: their past form is never a participle behind a noun. */
export const INTRANSITIVE = new Set(
  'die arrive come go fall rise happen occur appear disappear emerge retire resign vanish collapse depart expire erupt live sit stand lie stay remain sleep'.split(
    ' ',
  ),
);

/** "a Dash 8-300": a hyphen without spaces belongs to the word. */
export const isGlued = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.text === '-' &&
  tokens[i - 1]?.end === tokens[i]?.start &&
  tokens[i]?.end === tokens[i + 1]?.start;

/** First token of the noun phrase that ends right before `verb`, or null. */
export function nounPhraseBefore(tokens: readonly Token[], verb: number, floor: number): number | null {
  let i = verb - 1;
  while (i >= floor && tokens[i]?.pos === 'ADV') i--;
  let first: number | null = null;
  for (; i >= floor; i--) {
    const t = tokens[i];
    if (!t || !isNominal(t)) break;
    first = i;
    if (t.pos === 'DET' || isPossessive(t) || (t.pos === 'PRON' && t.lemma !== t.lower)) break;
  }
  return first;
}

/** Whether a token can stand in a noun phrase. */
export const isNominal = (t: Token): boolean =>
  t.pos === 'NOUN' ||
  t.pos === 'PROPN' ||
  t.pos === 'PRON' ||
  t.pos === 'DET' ||
  t.pos === 'ADJ' ||
  t.pos === 'NUM' ||
  t.lower === "'s" ||
  t.lower === "'";

/** Pronouns that are a subject and nothing else, and `it` and `there`. */
export const SUBJECT_PRONOUN = new Set(['he', 'she', 'it', 'they', 'we', 'i', 'there']);
