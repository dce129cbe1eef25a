import type { Clause } from '../clauses.ts';
import type { Token } from '../language.ts';
import { range } from './length.ts';
import { spell } from './spelling.ts';

/** Words of an occasion at most. */
const MOST = 6;

/**
 * Where or on what occasion, by name, as the words before the subject say it: "At a session of the Orla Forum, Vos …" →
 * "at the Orla Forum". Empty where none is named there or it takes too many words.
 * @param hidden tokens that no title shows: a date is no occasion.
 */
export function occasionOf(tokens: readonly Token[], clause: Clause, hidden: ReadonlySet<number>): string {
  const subject = clause.subject;
  if (!subject || clause.borrowed || clause.kind !== 'main') return '';
  let comma = subject[0] - 1;
  if (tokens[comma]?.text !== ',') return '';
  while (hidden.has(comma - 1) && comma - 1 >= clause.first) comma--;
  let first = comma - 1;
  let named = 0;
  for (; first >= clause.first; first--) {
    const t = tokens[first];
    if (!t || hidden.has(first)) return '';
    // "meetings with Vos"
    const beside = /^(?:with|between)$/.test(t.lower) && GATHERING.has(tokens[first - 1]?.lemma ?? '');
    if (beside) continue;
    if (t.pos === 'ADP' && t.lower !== 'of') break;
    if (t.lower === 'of' && named > 0 && tokens[first + 1]?.pos === 'DET') break;
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(t.pos) && t.lower !== 'of' && !OWN.test(t.lower)) return '';
    if (t.pos === 'PROPN' && t.capital) named++;
  }
  const met = range(first + 1, comma - 1).some((i) => GATHERING.has(tokens[i]?.lemma ?? ''));
  if ((named === 0 && !met) || first < clause.first) return '';
  const opening = tokens[clause.first]?.lower ?? '';
  const own = tokens[first]?.lower ?? '';
  const lead = own === 'of' ? (PLACING.test(opening) ? 'at' : '') : own;
  if (!PLACING.test(lead)) return '';
  const words = range(withoutLength(tokens, first + 1), comma - 1).filter(
    (i, k) => k > 0 || !OWN.test(tokens[i]?.lower ?? ''),
  );
  return words.length <= MOST ? `${lead} ${spell(tokens, words)}` : '';
}

/** "three hours of talks" are talks. */
const withoutLength = (tokens: readonly Token[], first: number): number =>
  tokens[first]?.pos === 'NUM' && tokens[first + 2]?.lower === 'of' ? first + 3 : first;

const PLACING = /^(?:at|in|on|during|near|off)$/;

const OWN = /^(?:his|her|its|their)$/;

/** What is said or done there is done on an occasion. */
const GATHERING = new Set(
  'meeting summit talk conference congress session hearing speech address interview ceremony briefing'.split(
    ' ',
  ),
);
