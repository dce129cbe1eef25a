import type { Token } from '../language.ts';
import type { Clause, ClauseKind } from './clause.ts';
import { subjectIn } from './subjects.ts';
import { isGlued, isNominal, NO_DATES, QUOTES } from './words.ts';

/** The subject of a clause that has none of its own. */
export function borrow(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  kind: ClauseKind,
  first: number,
): readonly [number, number] | null {
  const before = clauses.at(-1);
  // "A widow in Leith, who liked it, died": `who` is a person, not the place.
  const who =
    kind === 'relative' && !before && tokens[first]?.lower === 'who' && tokens[first - 1]?.text === ',';
  if (who) {
    const person = subjectIn(tokens, 0, { first: first - 1, lemma: '' }, NO_DATES);
    if (person) return person;
  }
  // "a fund, which the mayor had opened and which stood at £300": both describe the same.
  if (kind === 'relative' && before?.kind === 'relative' && tokens[first - 1]?.pos === 'CCONJ')
    return before.borrowed ? before.subject : borrow(tokens, clauses.slice(0, -1), 'relative', before.first);
  const copula = kind === 'relative' && before ? predicateOf(tokens, before, first) : null;
  if (copula) return copula;
  if (kind === 'relative' || kind === 'reduced') {
    // What it describes stands right before it.
    if (kind === 'reduced' && tokens[first - 1]?.text === ',') {
      const whole = phraseBeforeComma(tokens, first - 2);
      if (whole) return whole;
    }
    let i = first - 1;
    while (
      i >= 0 &&
      (/^[,(—–-]$/.test(tokens[i]?.text ?? '') ||
        tokens[i]?.pos === 'ADP' ||
        // "a policy first issued in 2003"
        (kind === 'reduced' && /^(?:first|originally|newly|once)$/.test(tokens[i]?.lower ?? '')))
    )
      i--;
    const end = i;
    for (; i >= 0; i--) {
      const t = tokens[i];
      if (
        !t ||
        !(
          isNominal(t) ||
          QUOTES.has(t.text) ||
          isGlued(tokens, i) ||
          t.pos === 'SYM' ||
          links(tokens, i, kind)
        )
      )
        break;
      if (t.pos === 'DET' && !(i > 0 && links(tokens, i - 1, kind))) {
        i--;
        break;
      }
    }
    return i + 1 <= end ? [i + 1, end] : null;
  }
  if (!before) return null;
  // "Anna Berg, a nurse whose book made her famous, died": what the clause between commas describes is the subject.
  // "The book, with the map that she drew, appeared": it is the book.
  const aside = clauses[0]?.kind === 'relative' ? asideStart(tokens, clauses[0].first) : -1;
  const opens = aside > 0;
  const goesOn = tokens[first]?.pos !== 'CCONJ' && clauses.slice(1).every((c) => c.borrowed);
  if (
    kind === 'main' &&
    tokens[first - 1]?.text === ',' &&
    (clauses.every((c) => c.kind === 'relative') || (opens && goesOn))
  ) {
    const start = aside > 0 ? aside : (clauses[0]?.first ?? 0);
    const described = subjectIn(tokens, 0, { ...before.verb, first: start }, NO_DATES);
    if (described) return described;
  }
  const resumes = clauses.at(-2);
  // "The firm, as its rivals like to say, failed": the clause between commas is over.
  const inserted = /^(?:time|condition|ground)$/.test(before.kind) && tokens[before.first - 1]?.text === ',';
  if (kind === 'main' && inserted && tokens[first - 1]?.text === ',' && resumes) return resumes.subject;
  // "She, who said it was cold and left": the tense tells whose verb goes on after what was said.
  if (before.kind === 'content' && kind === 'main' && resumes) return resumes.subject;
  // "Ruiz, in an interview published on Wednesday, said": the subject stands before the phrase in commas.
  const led = (before.subject?.[0] ?? 0) - 1;
  if (before.kind === 'reduced' && tokens[led]?.pos === 'ADP' && tokens[led - 1]?.text === ',') {
    const far = phraseBeforeComma(tokens, led - 2);
    if (far) return far;
  }
  return before.subject;
}

/** "The Orla was a ferry that ran from 1909 to 1917": it is the Orla that ran. Only for a name. */
function predicateOf(
  tokens: readonly Token[],
  { verb, subject, kind }: Clause,
  first: number,
): readonly [number, number] | null {
  if (kind !== 'main' || verb.lemma !== 'be' || verb.first !== verb.last || !subject) return null;
  if (!/^(?:a|an|the|one)$/.test(tokens[verb.last + 1]?.lower ?? '') || tokens[subject[1]]?.pos !== 'PROPN')
    return null;
  const plain = tokens.slice(verb.last + 2, first).every((t) => /^(?:ADJ|NOUN|PROPN|VERB)$/.test(t.pos));
  return plain && /^(?:that|which|who)$/.test(tokens[first]?.lower ?? '') ? subject : null;
}

/** The comma that opens what holds a relative clause: right before it, or before its preposition; else -1. */
function asideStart(tokens: readonly Token[], relative: number): number {
  if (tokens[relative - 1]?.text === ',') return relative - 1;
  const comma = tokens.findIndex((t) => t.text === ',');
  return comma > 0 &&
    comma < relative &&
    /^(?:with|in|by|for|to|from|on|at|of)$/.test(tokens[comma + 1]?.lower ?? '')
    ? comma
    : -1;
}

/** "The treaty of friendship and trade, renewed in 2021,": all back to the verb, comma or bracket before it. */
function phraseBeforeComma(tokens: readonly Token[], last: number): readonly [number, number] | null {
  let i = last;
  while (i >= 0) {
    const t = tokens[i];
    if (
      !t ||
      !(isNominal(t) || t.pos === 'CCONJ' || (t.lower === 'of' && i > 0) || (t.lower === 'for' && i > 0))
    )
      break;
    i--;
  }
  const first = tokens[i + 1]?.pos === 'CCONJ' ? i + 2 : i + 1;
  return first <= last &&
    (i < 0 ||
      /^[,([“"–—]$/.test(tokens[i]?.text ?? '') ||
      tokens[i]?.pos === 'VERB' ||
      tokens[i]?.pos === 'AUX')
    ? [first, last]
    : null;
}

/** "the statement on the war issued in May": prepositions that tie two nouns into one phrase. */
function links(tokens: readonly Token[], i: number, kind: ClauseKind): boolean {
  const before = tokens[i - 1];
  if (!before || (before.pos !== 'NOUN' && before.pos !== 'PROPN')) return false;
  const word = tokens[i]?.lower ?? '';
  return word === 'of' || (kind === 'reduced' && /^(?:on|for|between|against|with)$/.test(word));
}
