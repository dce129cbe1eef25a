import { isFiniteTense, type Token, type VerbGroup } from '../language.ts';
import { parenthesisStart } from './starts.ts';
import { isNominal, nounPhraseBefore, QUOTES, SAYING, SUBJECT_PRONOUN } from './words.ts';

/** Whether the past form at `at` describes the noun before it and is no verb of its own. */
export function isParticiple(
  tokens: readonly Token[],
  at: number,
  before: VerbGroup | undefined,
  finiteBefore: boolean,
  finiteAfter: boolean,
): boolean {
  const next = tokens[at + 1];
  const agent = next?.lower === 'by' || (next?.pos === 'ADJ' && tokens[at + 2]?.lower === 'by');
  const previous = tokens[at - 1] && QUOTES.has(tokens[at - 1]!.text) ? tokens[at - 2] : tokens[at - 1];
  if (!previous || followsRelative(tokens, at)) return false;
  // "and, ten days later, applied for a stay": the conjunction joins the verbs.
  if (previous.text === ',' && finiteBefore && parenthesisStart(tokens, at - 1, 0) >= 0) return false;
  if (agent && finiteAfter && isNominal(previous)) return true;
  // ", appointed on 1 July": no subject, no conjunction, and the sentence has its verb.
  if (previous.text === ',' && finiteBefore && next?.pos === 'ADP' && !conjunctionAhead(tokens, at))
    return true;
  // ", elected mayor in 1983,", ", a trick first tried in 1987": a comma alone joins no two verbs.
  if (finiteBefore && !conjunctionAhead(tokens, at)) {
    const verb = tokens[at]?.lemma ?? '';
    if (
      previous.text === ',' &&
      /^(?:appoint|elect|name|call|dub|crown)$/.test(verb) &&
      /^(?:NOUN|ADJ|DET|PROPN)$/.test(next?.pos ?? '')
    )
      return true;
    if (next?.pos === 'ADP' && behindApposition(tokens, at)) return true;
  }
  const phrase = nounPhraseBefore(tokens, at, before ? before.last + 1 : 0);
  if (phrase === null) return false;
  const led =
    tokens[phrase - 1]?.pos === 'ADP' &&
    /^(?:in|on|at|of|for|to|with|by|from|about|over|under|into)$/.test(tokens[phrase - 1]?.lower ?? '');
  if (led && finiteAfter && noSubjectBehindComma(tokens, phrase - 1, before ? before.last + 1 : 0))
    return true;
  // "In an interview published on Monday, he said".
  const opens =
    phrase === 1 && (tokens[1]?.pos === 'DET' || tokens[1]?.pos === 'PRON') && next?.pos === 'ADP';
  if (led && opens && finiteAfter) return true;
  // "defend the statement on the war issued in May": the noun already is an object.
  if (!before || !isFiniteTense(before.tense) || SAYING.has(before.lemma)) return false;
  for (let k = before.last + 1; k < at; k++) {
    const t = tokens[k];
    if (!t || !(isNominal(t) || t.pos === 'ADP' || t.pos === 'ADV' || QUOTES.has(t.text) || t.text === '-'))
      return false;
    if (t.pos === 'PRON' && SUBJECT_PRONOUN.has(t.lower)) return false;
  }
  return next?.pos === 'ADP';
}

/** ", a trick first": a comma, an indefinite article, and nothing but a noun and adverbs up to `at`. */
function behindApposition(tokens: readonly Token[], at: number): boolean {
  let k = at - 1;
  while (/^(?:NOUN|ADJ|ADV)$/.test(tokens[k]?.pos ?? '')) k--;
  return k < at - 1 && /^(?:a|an)$/.test(tokens[k]?.lower ?? '') && tokens[k - 1]?.text === ',';
}

/** "a team that competed", "the letter that papers printed": a relative clause has a verb of its own. */
function followsRelative(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= 0; k--) {
    const t = tokens[k];
    if (t?.lower === 'that' && t.pos === 'PRON') return true;
    if (!t || !/^(?:NOUN|ADJ|NUM|ADV|PROPN)$/.test(t.pos)) return false;
  }
  return false;
}

const conjunctionAhead = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(at + 1)
    .some((t, k, rest) => t.pos === 'CCONJ' && (rest[k + 1]?.pos === 'VERB' || rest[k + 1]?.pos === 'AUX'));

/** ", in an interview published …": between the comma and the preposition stands nothing that could be a subject. */
function noSubjectBehindComma(tokens: readonly Token[], from: number, floor: number): boolean {
  for (let k = from - 1; k >= floor; k--) {
    const t = tokens[k];
    if (t?.text === ',' || t?.text === '—' || t?.text === '–') return true;
    if (t && (t.pos === 'NOUN' || t.pos === 'PROPN' || t.pos === 'PRON')) return false;
  }
  return false;
}
