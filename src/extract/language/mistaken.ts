import { CLAUSE_TAKERS, PAST_ONLY } from './forms.ts';
import { baseOfPast } from './stems.ts';
import { isPossessive, type Token } from './token.ts';

/** What a word is where the tagger takes it for another that looks the same; null where nothing speaks against the tag. */
export function mistaken(tokens: readonly Token[], i: number): Token | null {
  const token = tokens[i]!;
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  const as = (pos: Token['pos'], lemma: string): Token => ({ ...token, pos, lemma });
  // "from 5 to 21 May 1931": between numbers stands the month.
  if (token.text === 'May' && token.pos !== 'PROPN' && (isNumber(before) || isYear(next)))
    return as('PROPN', 'may');
  // "the Mark I went on sale", "George I died": behind a name the letter counts.
  if (token.text === 'I' && token.pos === 'PRON' && counts(tokens, i)) return as('PROPN', 'i');
  // "in her will of 1944", "the will was read"
  if (token.lower === 'will' && token.pos === 'AUX' && before && next?.pos !== 'VERB' && next?.lower !== 'be')
    if (before.pos === 'DET' || isPossessive(before)) return as('NOUN', 'will');
  // "a clerk, aged 19": how old, and no verb.
  if (token.lower === 'aged' && token.pos === 'VERB' && next?.pos === 'NUM') return as('ADJ', 'aged');
  // "a letter that papers printed": no `that` points at several.
  if (token.lower === 'that' && token.pos === 'DET' && isPlural(next)) return as('PRON', 'that');
  // "gutted", "relaid": the dictionary has no base form for every past.
  if (token.pos === 'VERB' && token.lower === token.lemma && isRegularPast(token.lower))
    return as('VERB', baseOfPast(token.lower));
  if (!token.capital && token.pos === 'ADJ' && isOnlyVerb(tokens, i))
    return as('VERB', baseOfPast(token.lower));
  // "The Ports (Lights) Act 1933": a capital behind a name or its bracket belongs to it.
  if (token.capital && token.pos === 'VERB' && before?.text === ')' && opensWithThe(tokens, i))
    return as('PROPN', token.lower);
  if (token.pos === 'VERB' && endsCompound(tokens, i)) return as('NOUN', token.lower);
  // "Launch slipped", "Ward 8 reopened": what opens a sentence before its verb is the subject.
  if (token.pos === 'VERB' && token.capital && isNamedBefore(tokens, i)) return as('NOUN', token.lower);
  // "Ward 7 remains closed"
  if (token.lower === 'remains' && token.pos === 'NOUN' && /^(?:NUM|PROPN)$/.test(before?.pos ?? ''))
    return next && next.pos !== 'PUNCT' && next.lower !== 'of' ? as('VERB', 'remain') : null;
  return null;
}

/** Whether a word in its base form with a capital stands right before a finite verb, or before its number and that. */
function isNamedBefore(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.lower !== token.lemma || (i > 0 && tokens[i - 1]!.pos !== 'PUNCT')) return false;
  const counted = tokens[i + 1]?.pos === 'NUM' && /^\d+$/.test(tokens[i + 1]!.text);
  const next = tokens[counted ? i + 2 : i + 1];
  if (!next) return false;
  const past = next.pos === 'VERB' && (isRegularPast(next.lower) || PAST_ONLY.has(next.lower));
  return past || /^(?:was|were|is|are|has|had|will|remains?)$/.test(next.lower);
}

const isNumber = (t: Token | undefined): boolean =>
  t !== undefined && /^\d{1,2}(?:st|nd|rd|th)?$/.test(t.lower);
const isYear = (t: Token | undefined): boolean => t !== undefined && /^\d{4}$/.test(t.text);

/** Whether the `I` at `i` stands right behind a capital word and before what it does. */
function counts(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  if (!before?.capital || before.text === 'I' || i < 1) return false;
  if (!/^(?:PROPN|NOUN|VERB)$/.test(before.pos) || before.end + 1 !== tokens[i]!.start) return false;
  const third = /(?:[^s]s|ed)$/.test(next?.lower ?? '') || PAST_ONLY.has(next?.lower ?? '');
  return !next || next.pos === 'PUNCT' || next.pos === 'ADP' || next.pos === 'NOUN' || third;
}

const isPlural = (t: Token | undefined): boolean =>
  t?.pos === 'NOUN' && t.lower !== t.lemma && /s$/.test(t.lower);

/** Base forms that end as the past does. */
const BASE_IN_ED =
  /^(?:need|feed|bleed|breed|speed|seed|weed|heed|exceed|proceed|succeed|embed|wed|shed|shred|impede|concede)$/;

const isRegularPast = (lower: string): boolean => /^\p{Ll}{3,}ed$/u.test(lower) && !BASE_IN_ED.test(lower);

/** "Ana Ruiz retired in 2014.", "The jury retired on 3 March.": a sentence has a verb, and nothing else in it can be one. */
function isOnlyVerb(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const token = tokens[i]!;
  const next = tokens[i + 1];
  if (!/^\p{Ll}{3,}ed$/u.test(token.lower)) return false;
  // A list or a headline may go without any: a sentence opens with its subject and ends with a stop.
  const common = before?.pos === 'NOUN' && tokens[0]?.pos === 'DET' && tokens.at(-1)?.text === '.';
  if (before?.pos !== 'PROPN' && !common) return false;
  if (next && !/^(?:ADP|ADV|NUM)$/.test(next.pos) && next.text !== '.') return false;
  return !tokens.some((t, k) => k !== i && (t.pos === 'VERB' || t.pos === 'AUX'));
}

const CAUSES = new Set('let make see watch hear feel help have bid get'.split(' '));
/** Nouns that are many without an ending. */
const MANY = new Set('people police men women children staff crew team cattle public media'.split(' '));

/** Whether the noun phrase that ends at `i` begins with `the`; its words have capitals or stand in brackets. */
function opensWithThe(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0 && i - k < LONGEST_NAME; k--) {
    const t = tokens[k]!;
    if (t.lower === 'the') return true;
    if (!t.capital && !/^[()]$/.test(t.text) && t.lower !== 'and' && t.lower !== 'of') return false;
  }
  return false;
}
const LONGEST_NAME = 10;

/**
 * "on the test stand", "in the drill shed": behind a preposition, an article and a noun a base form ends the noun, where
 * the sentence has its verb and no word opens another clause. "moved the Carrick buoy": behind a verb and a singular too.
 */
function endsCompound(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  const last = tokens[i - 1];
  if (token.lower !== token.lemma || !last || !/^(?:NOUN|PROPN)$/.test(last.pos)) return false;
  const next = tokens[i + 1];
  if (next && !/^(?:PUNCT|ADP|CCONJ|NUM)$/.test(next.pos)) return false;
  let k = i - 1;
  while (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[k]?.pos ?? '')) k--;
  const article = tokens[k];
  if (article?.pos !== 'DET' && !/^(?:his|her|its|their|our|my)$/.test(article?.lower ?? '')) return false;
  const before = tokens[k - 1];
  // "let the crowd pass", "said the bus left": there a verb may follow.
  if (before?.pos === 'VERB' && !CAUSES.has(before.lemma) && !CLAUSE_TAKERS.has(before.lemma))
    return !/s$/.test(last.lower) && !MANY.has(last.lower) && token.lower !== 'set';
  if (before?.pos !== 'ADP' || last.pos !== 'NOUN' || next?.pos === 'NUM') return false;
  for (let n = k - 2; n >= 0; n--) {
    const t = tokens[n]!;
    if (t.pos === 'VERB' || t.pos === 'AUX') return true;
    if (t.pos === 'PUNCT' || t.pos === 'SCONJ' || t.pos === 'CCONJ') return false;
  }
  return false;
}
