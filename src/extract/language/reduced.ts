import { CLAUSE_TAKERS, PAST_ONLY } from './forms.ts';
import type { VerbGroup } from './groups.ts';
import { isFiniteTense, SUBJECT_PRONOUNS } from './tense.ts';
import { isName, isVerb, type Token } from './token.ts';

/**
 * Whether a form such as `opened` is a participle here, not the past: "the line opened in 1901 carries coal", "Founded
 * in 1901, the firm …", ", built by Eiffel,".
 */
export function isReduced(tokens: readonly Token[], at: number, before: readonly VerbGroup[]): boolean {
  const t = tokens[at]!;
  let p = at - 1;
  while (p >= 0 && tokens[p]!.pos === 'ADV') p--;
  // "more than doubled"
  if (/^than$/.test(tokens[p]?.lower ?? '') && /^(?:more|less)$/.test(tokens[p - 1]?.lower ?? ''))
    return false;
  const previous = tokens[p];
  const next = tokens[at + 1];
  if (!previous) return commaThenSubject(tokens, at);
  if (SUBJECT_PRONOUNS.has(previous.lower) || WITHOUT_PASSIVE.test(t.lower)) return false;
  if (previous.pos === 'DET' || previous.lower === "'s" || previous.pos === 'ADP') return true;
  const finiteBefore = before.some((g) => isFiniteTense(g.tense));
  if (previous.pos === 'PUNCT' && previous.text === ',') {
    if (next?.lower === 'by') return true;
    if (!finiteBefore) return finiteAfterComma(tokens, at);
    return next?.pos === 'ADP' && PASSIVE_TASTE.has(t.lemma);
  }
  if (!isName(previous) && previous.pos !== 'NUM') return false;
  if (CLAUSE_TAKERS.has(t.lemma)) return false;
  // "held two men", "raised €3 million": who has an object is active.
  if (next && /^(?:DET|NUM|SYM|PRON|PROPN|NOUN|ADJ)$/.test(next.pos) && !TWO_OBJECTS.has(t.lemma))
    return false;
  if (next?.lower === 'by' && (finiteBefore || finiteFollows(tokens, at))) return true;
  if (next?.pos === 'ADP' && isObject(tokens, p, before)) return true;
  return finiteFollows(tokens, at);
}

/** Past forms of verbs that nothing can be done with: nobody is sat or stood. */
const WITHOUT_PASSIVE =
  /^(?:sat|stood|slept|died|arrived|happened|occurred|appeared|emerged|vanished|lasted)$/;

/** Passives that keep an object: "the boy named Sue", "a man given the post". */
const TWO_OBJECTS = new Set([
  'name',
  'call',
  'give',
  'grant',
  'award',
  'offer',
  'show',
  'tell',
  'pay',
  'elect',
  'dub',
]);

/** Whether the noun at `at` already is the object of the verb before it: "arrested two men accused of theft". */
function isObject(tokens: readonly Token[], at: number, before: readonly VerbGroup[]): boolean {
  const last = before[before.length - 1];
  if (!last || last.tense === 'participle' || CLAUSE_TAKERS.has(last.lemma)) return false;
  for (let k = last.last + 1; k < at; k++) {
    if (!/^(?:DET|ADJ|NUM|NOUN|PROPN|PART|ADV)$/.test(tokens[k]!.pos)) return false;
  }
  return at > last.last;
}

/** Verbs whose bare participle after a comma describes what stands before it. */
const PASSIVE_TASTE = new Set(
  'found base locate lead name call know bear hold follow compare build design write publish own sponsor fund back describe make produce direct headquarter commission surround accompany'.split(
    ' ',
  ),
);

/** "Founded in 1901, the firm": a comma, then something that can be a subject. */
function commaThenSubject(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < tokens.length; k++) {
    if (tokens[k]!.text !== ',') continue;
    const after = tokens[k + 1];
    // "Reached the town, a place of few souls." has no other verb.
    return (
      after !== undefined &&
      /^(?:DET|PROPN|NOUN|PRON|ADJ|NUM)$/.test(after.pos) &&
      tokens.slice(k + 2).some((t) => t.pos === 'VERB' || t.pos === 'AUX')
    );
  }
  return false;
}

function finiteAfterComma(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < tokens.length; k++) {
    // "signed at Orla on December 10, 1982, gave": the comma before a year ends nothing.
    if (tokens[k]!.text === ',' && tokens[k + 1]?.pos !== 'NUM')
      return tokens[k + 1] !== undefined && isVerb(tokens[k + 1]!);
  }
  return false;
}

/** Another finite verb before the next comma, conjunction or pronoun: then this one was not the sentence's verb. */
function finiteFollows(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < tokens.length; k++) {
    const t = tokens[k]!;
    if (t.pos === 'PUNCT' && t.text !== '-' && !/^[’'“”"()]$/.test(t.text)) return false;
    if (
      t.pos === 'CCONJ' ||
      t.pos === 'SCONJ' ||
      t.pos === 'PRON' ||
      t.lower === 'that' ||
      t.lower === 'which'
    )
      return false;
    if (t.pos === 'PART' && t.lower === 'to') return false;
    if (t.pos === 'AUX' && !/^(?:be|been|being|have|having)$/.test(t.lower)) return true;
    if (
      t.pos === 'VERB' &&
      (PAST_ONLY.has(t.lower) || (/(?:ed|[^s]s)$/.test(t.lower) && t.lower !== t.lemma))
    ) {
      const p = tokens[k - 1]!;
      return isName(p) || p.pos === 'NUM' || p.pos === 'ADV';
    }
  }
  return false;
}
