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
  if (kind === 'relative' || kind === 'reduced') {
    // What it describes stands right before it.
    if (kind === 'reduced' && tokens[first - 1]?.text === ',') {
      const whole = phraseBeforeComma(tokens, first - 2);
      if (whole) return whole;
    }
    let i = first - 1;
    while (i >= 0 && (/^[,(—–-]$/.test(tokens[i]?.text ?? '') || tokens[i]?.pos === 'ADP')) i--;
    const end = i;
    for (; i >= 0; i--) {
      const t = tokens[i];
      if (!t || !(isNominal(t) || QUOTES.has(t.text) || isGlued(tokens, i) || links(tokens, i, kind))) break;
      if (t.pos === 'DET' && !(i > 0 && links(tokens, i - 1, kind))) {
        i--;
        break;
      }
    }
    return i + 1 <= end ? [i + 1, end] : null;
  }
  if (!before) return null;
  // "Anna Berg, a nurse whose book made her famous, died": what the clause between commas describes is the subject.
  if (kind === 'main' && tokens[first - 1]?.text === ',' && clauses.every((c) => c.kind === 'relative')) {
    const start = clauses[0]?.first ?? 0;
    const described = subjectIn(tokens, 0, { ...before.verb, first: start, last: start }, NO_DATES);
    if (described) return described;
  }
  const resumes = clauses.at(-2);
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
