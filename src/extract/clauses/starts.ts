import type { Token, VerbGroup } from '../language.ts';
import {
  CONDITION,
  COORDINATORS,
  GROUND,
  HARD_STOPS,
  isNominal,
  nounPhraseBefore,
  QUOTES,
  RELATIVE,
  SAYING,
  SUBJECT_PRONOUN,
  TIME,
} from './words.ts';

/** Where the clause of `g` begins. */
export function startOf(
  tokens: readonly Token[],
  g: VerbGroup,
  before: VerbGroup | undefined,
  heads: readonly VerbGroup[],
): number {
  const floor = before ? before.last + 1 : 0;
  if (g.tense === 'participle') return g.first;
  const bracket = openingBefore(tokens, g.first, floor);
  if (bracket >= 0) return startOf(tokens, g, heads.filter((h) => h.last < bracket).at(-1), heads);
  if (g.tense === 'gerund') return gerundStart(tokens, g.first, floor);
  // A verb before this comma or conjunction, on the same side of every harder stop, makes it a border.
  let depth = 0;
  for (let i = g.first - 1; i >= floor; i--) {
    const t = tokens[i];
    if (!t) break;
    if (t.text === ')' || t.text === ']') depth++;
    if (depth > 0) {
      if (t.text === '(' || t.text === '[') depth--;
      continue;
    }
    if (HARD_STOPS.has(t.text) || isDash(tokens, i)) return i + 1;
    if (isOpener(tokens, i, g.first)) return withAdverb(tokens, i, floor);
    if (!before) continue;
    if (t.pos === 'CCONJ' && COORDINATORS.has(t.lower)) {
      const comma = subjectComma(tokens, i, g.first, floor, SAYING.has(before.lemma));
      if (comma < 0) return i;
      i = comma + 1;
    }
    if (t.text !== ',') continue;
    const and = parenthesisStart(tokens, i, floor);
    if (and >= 0 && isAdverbs(tokens, i + 1, g.first)) return and;
    const apposition = isAdverbs(tokens, i + 1, g.first) ? appositionStart(tokens, i, floor) : -1;
    if (apposition < 0) return i + 1;
    i = apposition;
  }
  if (!before) return 0;
  const contact = SAYING.has(before.lemma) ? -1 : contactAt(tokens, g.first, floor);
  if (contact >= 0) return contact;
  const phrase = nounPhraseBefore(tokens, g.first, floor);
  if (phrase === null) return g.first;
  if (SAYING.has(before.lemma)) return floor;
  return tokens[phrase - 1]?.pos === 'ADP' ? g.first : phrase;
}

/** "the record it set in May": the pronoun right behind a noun that opens a clause without `which`, or -1. */
export function contactAt(tokens: readonly Token[], verb: number, floor: number): number {
  let i = verb - 1;
  while (i > floor && tokens[i]?.pos === 'ADV') i--;
  const noun = tokens[i - 1];
  const own = tokens[i];
  const opens = own?.pos === 'PRON' && !own.capital && SUBJECT_PRONOUN.has(own.lower) && i > floor;
  return opens && /^(?:NOUN|PROPN|ADJ)$/.test(noun?.pos ?? '') ? i : -1;
}

/** `after`, `which`, `if` … before a verb; prepositions and demonstratives look alike. */
export function isOpener(tokens: readonly Token[], i: number, verb: number): boolean {
  const t = tokens[i];
  if (!t) return false;
  const next = tokens[i + 1];
  if (CONDITION.has(t.lower) || GROUND.has(t.lower)) return t.pos !== 'ADV' || t.lower !== 'so';
  if (t.lower === 'that')
    return (
      t.pos === 'SCONJ' || t.pos === 'PRON' || i + 1 === verb || t.pos === 'ADP' || followsSaying(tokens, i)
    );
  // The WHO is nobody's relative clause.
  if (RELATIVE.has(t.lower)) return t.text.length < 2 || t.text !== t.text.toUpperCase();
  if (!TIME.has(t.lower)) return false;
  if (t.lower === 'when' || t.lower === 'while' || t.lower === 'once') return true;
  // "after the war ended" against "after the war, peace came": only the first has no comma before its verb.
  if (t.lower === 'as' && next?.pos === 'DET')
    return next.lower === 'the' && tokens.slice(i + 1, verb).every(isNominal) && verb > i + 2;
  // "until her retirement she edited": a phrase, then the clause.
  const own = tokens[verb - 1];
  if (own && i + 1 < verb - 1 && own.pos === 'PRON' && SUBJECT_PRONOUN.has(own.lower)) return false;
  let commas = 0;
  for (let k = i + 1; k < verb; k++) {
    if (tokens[k]?.text === ',') commas++;
    // "after a fall in 1931 the total reached": the year ends the phrase.
    if (/^\d{4}$/.test(tokens[k - 1]?.text ?? '') && tokens[k]?.pos === 'DET' && tokens[k - 2]?.pos === 'ADP')
      return false;
    // "two days before the surrender the mayor fled": a second article begins the subject.
    if (
      k > i + 2 &&
      /^(?:a|an|the)$/.test(tokens[k]?.lower ?? '') &&
      /^(?:NOUN|PROPN)$/.test(tokens[k - 1]?.pos ?? '')
    )
      return false;
  }
  // Two commas set off an apposition: "after Vos, the owner, resigned".
  if (commas === 1) return false;
  return t.pos !== 'ADV';
}

/** Index of the first token behind the words that open a clause. */
export function skipOpening(tokens: readonly Token[], first: number, verb: number): number {
  let i = first;
  while (i < verb) {
    const t = tokens[i];
    if (!t) break;
    const opens =
      (TIME.has(t.lower) && isOpener(tokens, i, verb)) ||
      CONDITION.has(t.lower) ||
      GROUND.has(t.lower) ||
      (RELATIVE.has(t.lower) && t.pos !== 'DET' && t.text !== t.text.toUpperCase()) ||
      t.pos === 'CCONJ' ||
      t.text === ',' ||
      QUOTES.has(t.text);
    if (!opens && !(t.pos === 'ADV' && TIME.has(tokens[i + 1]?.lower ?? ''))) break;
    i++;
  }
  return i;
}

/** A hyphen with a space on both sides is a dash. */
const isDash = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.text === '-' &&
  (tokens[i - 1]?.end ?? 0) < (tokens[i]?.start ?? 0) &&
  (tokens[i]?.end ?? 0) < (tokens[i + 1]?.start ?? 0);

/** "the college (as it was called) operated": where the bracket opens that closes between `floor` and the verb, or -1. */
function openingBefore(tokens: readonly Token[], verb: number, floor: number): number {
  let depth = 0;
  let closed = false;
  for (let i = verb - 1; i >= 0; i--) {
    const t = tokens[i]?.text;
    if (t === ')') {
      if (i >= floor) closed = true;
      depth++;
    }
    if (t === '(') {
      depth--;
      if (depth < 0) return -1;
      if (depth === 0 && closed) return i < floor ? i : -1;
    }
    if (i < floor && !closed) return -1;
  }
  return -1;
}

/** "said on Tuesday that damage": between a verb of saying and its `that` stands no noun but a name or a date. */
function followsSaying(tokens: readonly Token[], that: number): boolean {
  for (let k = that - 1; k >= 0 && k > that - REACH_OF_THAT; k--) {
    const t = tokens[k];
    if (t?.pos === 'VERB') return SAYING.has(t.lemma);
    if (!t || !/^(?:ADP|PROPN|NUM|ADV)$/.test(t.pos)) return false;
  }
  return false;
}

const REACH_OF_THAT = 6;

/** "Immediately after replacing": with the words that lead the gerund. */
function gerundStart(tokens: readonly Token[], verb: number, floor: number): number {
  let i = verb;
  while (i - 1 >= floor && (TIME.has(tokens[i - 1]?.lower ?? '') || tokens[i - 1]?.lower === 'by')) i--;
  return i < verb ? withAdverb(tokens, i, floor) : i;
}

/** "shortly after", "days before": the measure belongs to the word that opens the clause. */
function withAdverb(tokens: readonly Token[], opener: number, floor: number): number {
  let i = opener;
  if (tokens[i - 1]?.pos === 'ADP' && RELATIVE.has(tokens[i]?.lower ?? '')) i--;
  while (i - 1 >= floor && tokens[i - 1]?.pos === 'ADV' && tokens[i - 1]?.lower !== 'not') i--;
  return i;
}

/**
 * Whether `and` joins two subjects, as in "…, Ruiz and Vos met", and not two clauses: then the index of the comma
 * before the first of them, else -1. So for "that Ruiz and Vos met", and behind a verb of saying, "said Ruiz and Vos met":
 * then the index of `that`, or of the verb.
 */
function subjectComma(
  tokens: readonly Token[],
  and: number,
  verb: number,
  floor: number,
  said: boolean,
): number {
  const next = tokens[and + 1];
  if (!next || and + 1 >= verb || next.pos === 'ADV' || next.pos === 'PRON') return -1;
  for (let k = and - 1; k >= floor; k--) {
    const t = tokens[k];
    if (t?.text === ',' || (t && isOpener(tokens, k, verb))) return k === and - 1 ? -1 : k;
    if (!t || !isNominal(t)) return -1;
  }
  return said ? floor - 1 : -1;
}

/** ", Ana Ruiz," before its verb: the index of the first comma, or -1 where more than a noun phrase stands there. */
function appositionStart(tokens: readonly Token[], comma: number, floor: number): number {
  for (let k = comma - 1; k >= floor; k--) {
    const t = tokens[k];
    if (t?.text === ',') return k < comma - 1 ? k : -1;
    if (!t || !(isNominal(t) || t.pos === 'ADP' || t.pos === 'CCONJ')) return -1;
  }
  return -1;
}

/** "and, ten days later, applied": the conjunction before the phrase in commas that ends at `comma`, or -1. */
export function parenthesisStart(tokens: readonly Token[], comma: number, floor: number): number {
  for (let k = comma - 1; k > floor && k >= comma - LONGEST_PARENTHESIS; k--) {
    const t = tokens[k];
    if (t?.text !== ',') {
      if (!t || t.pos === 'VERB' || t.pos === 'AUX') return -1;
      continue;
    }
    const and = tokens[k - 1];
    return and?.pos === 'CCONJ' && COORDINATORS.has(and.lower) && k < comma - 1 ? k - 1 : -1;
  }
  return -1;
}
const LONGEST_PARENTHESIS = 8;

function isAdverbs(tokens: readonly Token[], from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (tokens[k]?.pos !== 'ADV') return false;
  return true;
}
