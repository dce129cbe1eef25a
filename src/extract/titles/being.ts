import type { Clause } from '../clauses.ts';
import type { Token } from '../language.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { ENOUGH_WORDS, MOST_WORDS, range } from './length.ts';
import { objectTokens } from './objects.ts';
import { phrase } from './phrase.ts';
import { tidy } from './spelling.ts';

/**
 * "The last flood was in 1953", "The nineties were worse", "In 2019 it was 31 million": of a mere being the subject is the
 * headline where only a date follows; where the date is the subject, what it was; where neither is named, nothing is.
 * @returns null for any other verb.
 */
export function datedBeing(
  occurrence: Occurrence,
  clause: Clause,
  hidden: ReadonlySet<number>,
): string | null {
  const { tokens, core, parse } = occurrence;
  const { verb, subject } = clause;
  if (verb.lemma !== 'be' || verb.passive || tokens[verb.first - 1]?.lower === 'there') return null;
  if (verb.first === verb.last && subject && core[0] <= verb.last && hidden.has(verb.last + 1)) {
    const rest = range(verb.last + 1, clause.last).find((i) => !hidden.has(i));
    if (rest === undefined || tokens[rest]?.pos === 'PUNCT') {
      const borrowed = clause.borrowed && parse.clauses.indexOf(clause) > 0;
      const before = range(borrowed ? 0 : subject[0], verb.first - 1).filter((i) => !hidden.has(i));
      while (tokens[before[0] ?? -1]?.pos === 'DET') before.shift();
      return tidy(phrase(tokens, before, MOST_WORDS, ENOUGH_WORDS));
    }
  }
  const after = tokens[verb.last + 1];
  const it = subject && subject[0] === subject[1] && tokens[subject[0]]?.lower === 'it';
  if (it && after?.pos === 'NUM') return '';
  const [first, last] = subject ?? [clause.first, verb.first - 1];
  const unnamed = range(first, last).every(
    (i) => hidden.has(i) || /^(?:DET|PUNCT)$/.test(tokens[i]?.pos ?? ''),
  );
  if (!unnamed || last < first) return null;
  const what = objectTokens(occurrence, clause, hidden);
  if (tokens[what[0] ?? -1]?.pos !== 'DET') return '';
  return tidy(phrase(tokens, what.slice(1), MOST_WORDS, ENOUGH_WORDS));
}

/** "was the first among several guests to speak": "first to speak". Empty for anything else. */
export function firstTo(tokens: readonly Token[], { verb, last }: Clause): number[] {
  const at = verb.last + 2;
  const ranked = /^(?:first|last|only)$/.test(tokens[at]?.lower ?? '');
  if (verb.lemma !== 'be' || tokens[at - 1]?.lower !== 'the' || !ranked) return [];
  const to = range(at + 1, last).find((i) => tokens[i]?.lower === 'to' && tokens[i + 1]?.pos === 'VERB');
  if (to === undefined || tokens[at + 1]?.pos === 'NOUN') return [];
  return [at, ...range(to, last)];
}
