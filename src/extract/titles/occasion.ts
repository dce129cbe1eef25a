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
    if (t.pos === 'ADP' && t.lower !== 'of') break;
    if (t.lower === 'of' && named > 0 && tokens[first + 1]?.pos === 'DET') break;
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(t.pos) && t.lower !== 'of') return '';
    if (t.pos === 'PROPN' && t.capital) named++;
  }
  if (named === 0 || first < clause.first) return '';
  const opening = tokens[clause.first]?.lower ?? '';
  const own = tokens[first]?.lower ?? '';
  const lead = own === 'of' ? (PLACING.test(opening) ? 'at' : '') : own;
  if (!PLACING.test(lead)) return '';
  const words = range(first + 1, comma - 1);
  return words.length <= MOST ? `${lead} ${spell(tokens, words)}` : '';
}

const PLACING = /^(?:at|in|on|during|near|off)$/;
