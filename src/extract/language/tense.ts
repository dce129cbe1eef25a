import { BE, HAVE, isBe, MODAL, PARTICIPLE_ONLY, PAST_ONLY, SAME_FORM, WILL } from './forms.ts';
import type { VerbGroup } from './groups.ts';
import { isReduced } from './reduced.ts';
import type { Token } from './token.ts';

/** Tenses as far as a timeline asks for them; see {@link isFiniteTense}. */
export type Tense = 'past' | 'present' | 'future' | 'modal' | 'infinitive' | 'gerund' | 'participle';

/** Whether a tense needs a subject of its own. */
export const isFiniteTense = (tense: Tense): boolean =>
  tense === 'past' || tense === 'present' || tense === 'future' || tense === 'modal';

/** Tense of a group whose first word is this helper. */
export function tenseOf(finite: Token): Tense {
  const w = finite.lower;
  if (WILL.has(w)) return 'future';
  if (w === 'being' || w === 'having') return 'gerund';
  if (HAVE.has(w) || w === 'was' || w === 'were' || w === 'did') return 'past';
  if (MODAL.has(w)) return 'modal';
  if (BE.has(w) || isBe(finite) || w === 'do' || w === 'does') return 'present';
  return 'past';
}

/** Tense of a verb that has no auxiliary. */
export function tenseOfOne(tokens: readonly Token[], at: number, before: readonly VerbGroup[]): Tense {
  const t = tokens[at]!;
  const w = t.lower;
  if (WILL.has(w)) return 'future';
  if (MODAL.has(w)) return 'modal';
  if (w === 'been') return 'participle';
  if (w === 'be') return 'infinitive';
  if (PAST_ONLY.has(w) || w === 'was' || w === 'were') return 'past';
  if (BE.has(w) && w !== 'being') return 'present';
  if (/ing$/.test(w) && t.lemma !== w) return 'gerund';
  if (w === t.lemma || w === 'have' || w === 'has' || w === 'do' || w === 'does') {
    if (!SAME_FORM.has(w) || isPluralPresent(tokens, at)) return 'present';
    // "The goal, set by a decree, remains".
    return tokens[at - 1]?.text === ',' && tokens[at + 1]?.lower === 'by' ? 'participle' : 'past';
  }
  if (/s$/.test(w) && !/ss$/.test(w) && (w === `${t.lemma}s` || w.endsWith('es') || w.endsWith('ies')))
    return 'present';
  if (PARTICIPLE_ONLY.has(w)) return 'participle';
  return isReduced(tokens, at, before) ? 'participle' : 'past';
}

/** Pronouns that can stand before the verb they do. */
export const SUBJECT_PRONOUNS = new Set(
  'he she it they we i you who which that this these those there'.split(' '),
);

const isPluralPresent = (tokens: readonly Token[], at: number): boolean => {
  const subject = tokens[at - 1]?.lower;
  return subject === 'we' || subject === 'you' || subject === 'to';
};
