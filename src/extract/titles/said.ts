import { type Clause, SAYING } from '../clauses.ts';
import type { Token } from '../language.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { count, range } from './length.ts';

/** With a capital at the head. */
export const capital = (text: string): string => (text[0] ?? '').toUpperCase() + text.slice(1);

/** What they say is not what they report. */
export const DENYING = new Set(['deny', 'doubt', 'dispute', 'reject']);

/** The tokens of what is said, where a verb of saying takes a clause; the words between ("in a statement") are left out. */
export function saidIn(
  { parse, tokens }: Occurrence,
  clause: Clause,
  hidden: ReadonlySet<number>,
): number[] | null {
  if (!SAYING.has(clause.verb.lemma) || clause.verb.passive) return null;
  const c = parse.clauses.indexOf(clause);
  const next = parse.clauses[c + 1];
  if (next?.kind !== 'content' || next.parent !== c) return null;
  // "tells the Chinese media that": whom stays, where and when goes.
  const between = range(clause.verb.last + 1, next.first - 1);
  const stop = between.findIndex((i) => tokens[i]?.pos === 'ADP' || hidden.has(i));
  const whom = (stop < 0 ? between : between.slice(0, stop)).filter((i) => tokens[i]?.pos !== 'PUNCT');
  return [...whom, ...range(next.first, tokens.length - 1)].filter((i) => !hidden.has(i));
}

/** Whether a phrase cut from `list` still has a verb and something behind it. */
export function hasVerb(tokens: readonly Token[], list: readonly number[], text: string): boolean {
  const length = count(text);
  let words = 0;
  for (const i of list) {
    const t = tokens[i];
    if (!t || t.pos === 'PUNCT') continue;
    words++;
    if ((t.pos === 'VERB' || (t.pos === 'AUX' && tokens[i + 1]?.pos !== 'VERB')) && words < length)
      return true;
    if (words >= length) return false;
  }
  return false;
}
