import type { Clause } from '../clauses.ts';
import type { Token } from '../language.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { range } from './length.ts';
import { isNoun } from './phrase.ts';
import { particleOf } from './verb.ts';

/** What follows the verb, and for a verb of saying what is said. */
export function objectTokens(occurrence: Occurrence, clause: Clause, hidden: ReadonlySet<number>): number[] {
  const { tokens } = occurrence;
  const list: number[] = [];
  // Of several objects, each with its date, the occurrence's own.
  const own = occurrence.core[0] > clause.verb.last ? occurrence.core[0] : 0;
  const from = Math.max(own, clause.verb.last + (particleOf(tokens, clause) === '' ? 1 : 2));
  // "to be followed by the Orla in May and the Vale in June": what leads the first leads the others.
  if (own > 0) {
    let lead = clause.verb.last + 1;
    while (lead < own && /^(?:PART|AUX|VERB|ADP)$/.test(tokens[lead]?.pos ?? '') && !hidden.has(lead))
      list.push(lead++);
  }
  const until = causedEnd(occurrence, clause) ?? wholeEnd(occurrence, clause) ?? clause.last;
  for (let i = from; i <= until; i++) {
    // "in August and September": with both dates their conjunction goes.
    const joins =
      tokens[i]?.pos === 'CCONJ' && hidden.has(i - 1) && hidden.has(i + 1) && tokens[i + 1]?.pos !== 'ADV';
    // "eight ships in May and none in June": what follows the date has its own.
    const other = tokens[i]?.pos === 'CCONJ' && hidden.has(i - 1) && list.length > 0 && !joins;
    // "over the weekend measures 18 miles": behind a date no bare plural goes on.
    const bare = hidden.has(i - 1) && tokens[i]?.pos === 'NOUN' && tokens[i + 1]?.pos === 'NUM' && i > from;
    if (other || bare) break;
    if (!hidden.has(i) && !joins) list.push(i);
  }
  // "…, a year before a bomb fell", "left the day before": how long before belongs to the date.
  while (/^[,.;]$/.test(tokens[list.at(-1) ?? -1]?.text ?? '')) list.pop();
  const ends = /^(?:before|after|earlier|later)$/.test(tokens[list.at(-1) ?? -1]?.lower ?? '') ? 1 : 0;
  if (
    (ends === 1 || /^(?:before|after)$/.test(tokens[clause.last + 1]?.lower ?? '')) &&
    TIME_UNIT.test(tokens[list.at(-1 - ends) ?? -1]?.lower ?? '')
  ) {
    list.length -= 1 + ends;
    while (/^(?:NUM|DET|ADJ|PUNCT)$/.test(tokens[list.at(-1) ?? -1]?.pos ?? '')) list.pop();
  }
  const first = tokens[list[0] ?? -1];
  // "met with Vos": a headline says whom they meet.
  const whom = tokens[list[1] ?? -1];
  if (
    clause.verb.lemma === 'meet' &&
    first?.lower === 'with' &&
    (whom?.capital || /^(?:the|his|her|its|their)$/.test(whom?.lower ?? ''))
  )
    return named(tokens, list.slice(1));
  // "were killed, among them two sons": what a passive needs is said.
  if (first?.text === ',' && clause.verb.passive) return [];
  // "a cup that the club won with ten men": what it won stands before.
  const gap = first?.pos === 'ADP' && /^(?:which|that|whom)$/.test(tokens[clause.opening - 1]?.lower ?? '');
  if (gap && tokens[clause.opening - 2]?.pos !== 'ADP') {
    const what = described(tokens, clause);
    if (what) return [...what, ...list];
  }
  if (!first || first.pos === 'PUNCT')
    return described(tokens, clause) ?? list.filter((_, k) => k > 0 || first?.text !== ',');
  return named(tokens, list);
}

/**
 * "offers what the others refused", "placed the firm that runs the mine on its list": the object is not done before the
 * clause that belongs to it; else null.
 */
function wholeEnd({ parse, tokens }: Occurrence, clause: Clause): number | null {
  const next = parse.clauses[parse.clauses.indexOf(clause) + 1];
  if (!next || next.first !== clause.last + 1) return null;
  const opening = tokens[next.first]?.lower ?? '';
  if (clause.last === clause.verb.last && /^(?:what|whatever)$/.test(opening)) {
    const end = range(next.first, next.last).find((i) => /^[,:;—–]$/.test(tokens[i]?.text ?? ''));
    return end === undefined ? next.last : end - 1;
  }
  const small = /^(?:forward|up|down|out|aside)$/.test(tokens[clause.verb.last + 1]?.lower ?? '');
  const puts =
    !small &&
    PUTTING.has(clause.verb.lemma) &&
    /^(?:that|who|which)$/.test(opening) &&
    isNoun(tokens[clause.last]);
  return puts ? next.last : null;
}

/** Verbs that must say where to. */
const PUTTING = new Set('place put add move return transfer hand bring'.split(' '));

/** "had the handle removed": the participle belongs to what was had; else null. */
function causedEnd({ parse, tokens }: Occurrence, clause: Clause): number | null {
  const next = parse.clauses[parse.clauses.indexOf(clause) + 1];
  if (clause.verb.lemma !== 'have' || !next?.borrowed || next.first !== clause.last + 1) return null;
  const caused = next.verb.first === next.first && /^(?:past|participle)$/.test(next.verb.tense);
  if (!caused || clause.verb.last >= clause.last) return null;
  return next.verb.last + (/^(?:up|down|out|off)$/.test(tokens[next.verb.last + 1]?.lower ?? '') ? 1 : 0);
}

/** "met his Danish counterpart, Ana Ruiz, in Oslo": the name in commas stands for what describes it. */
function named(tokens: readonly Token[], list: readonly number[]): number[] {
  const comma = list.findIndex((i) => tokens[i]?.text === ',');
  let last = comma + 1;
  while (tokens[list[last] ?? -1]?.pos === 'PROPN' && tokens[list[last] ?? -1]?.capital) last++;
  const after = tokens[list[last] ?? -1];
  if (comma < 1 || last === comma + 1 || (after && after.text !== ',')) return [...list];
  // "found one of them, Jan Vos, guilty"
  if (comma === 1 || (comma === 3 && tokens[list[1] ?? -1]?.lower === 'of')) {
    if (tokens[list[0] ?? -1]?.lower === 'one')
      return [...list.slice(comma + 1, last), ...list.slice(last + 1)];
  }
  if (comma < 2) return [...list];
  let first = comma - 1;
  while (first > 0 && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(tokens[list[first] ?? -1]?.pos ?? '')) first--;
  const lead = tokens[list[first] ?? -1];
  const personal = /^(?:his|her|its|their)$/.test(lead?.lower ?? '');
  if (tokens[list[comma - 1] ?? -1]?.pos !== 'NOUN' || !(personal || lead?.lower === 'the')) return [...list];
  return [...list.slice(0, first), ...list.slice(comma + 1, last), ...list.slice(after ? last + 1 : last)];
}

const TIME_UNIT = /^(?:second|minute|hour|day|week|month|year|decade)s?$/;

/** "a firm that it bought": the object stands before the clause; of "Orla, a firm" the name. */
function described(tokens: readonly Token[], clause: Clause): number[] | null {
  if (clause.kind !== 'relative' || clause.borrowed || clause.verb.passive) return null;
  if (tokens[clause.subject?.[0] ?? -1]?.lower === 'whose' || tokens[clause.opening - 1]?.lower === 'whose')
    return null;
  let last = clause.first - 1;
  while (tokens[last]?.text === ',') last--;
  let first = last;
  while (first > 0 && /^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(tokens[first - 1]?.pos ?? '')) first--;
  if (tokens[first]?.pos === 'DET' && tokens[first - 1]?.text === ',' && tokens[first - 2]?.pos === 'PROPN') {
    last = first - 2;
    first = last;
    while (tokens[first - 1]?.pos === 'PROPN') first--;
  }
  // "the all-time high it hit"
  const head = isNoun(tokens[last]) || (tokens[last]?.pos === 'ADJ' && isNoun(tokens[last - 1]));
  return last >= first && head ? range(first, last) : null;
}
