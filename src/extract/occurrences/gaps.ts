import type { Clause } from '../clauses.ts';
import type { Token } from '../language.ts';
import type { Place } from './dating.ts';

/** One of several things that a verb said once tells, each with a date of its own. */
export interface Share {
  readonly place: Place;
  readonly clause: Clause;
  /** Tokens that tell it, [first, last]. */
  readonly core: readonly [number, number];
}

/** Tokens between two dates in which the second thing stands. */
const REACH = 14;

/**
 * "She won the Gold Medal in 1909 and a chair at Oslo in 1911", "The defence was served in July, and a reply in August":
 * the verb is said once and means both. What stands between is the second object, or the second subject of a verb that has
 * no object.
 * @param group the dates of the clause, in order. @returns all shares, or none where the verb is not left out.
 */
export function sharesOf(tokens: readonly Token[], clause: Clause, group: readonly Place[]): Share[] {
  const first = group[0];
  if (!first || group.length < 2) return [];
  if (first.at[0] < clause.verb.last) return dateFirst(tokens, clause, group);
  const shares: Share[] = [];
  const object = objectOf(tokens, clause, first);
  if (object === 'led') return [];
  for (const [k, place] of group.entries()) {
    const before = group[k - 1];
    if (!before) continue;
    const part = between(tokens, before.at[1] + 1, place.at[0] - 1, object === 'none');
    if (!part) continue;
    const whole: Clause =
      object === 'some' ? clause : { ...clause, subject: part, borrowed: false, opening: part[0] };
    shares.push({
      place,
      clause: { ...whole, last: place.at[1] },
      core: [object === 'some' ? part[0] : place.at[0], place.at[1]],
    });
  }
  if (shares.length === 0) return [];
  return [
    { place: first, clause: { ...clause, last: first.at[1] }, core: [clause.first, first.at[1]] },
    ...shares,
  ];
}

/** Whether an object stands between verb and date; `led` where a preposition leads what stands there. */
function objectOf(tokens: readonly Token[], { verb }: Clause, date: Place): 'some' | 'none' | 'led' {
  if (verb.passive) return 'none';
  const lead = date.lead === '' ? date.at[0] : date.at[0] - 1;
  const inside = tokens.slice(verb.last + 1, lead);
  if (inside.every((t) => t.pos === 'ADV' || t.pos === 'ADJ' || t.pos === 'PUNCT')) return 'none';
  return inside[0]?.pos === 'ADP' ? 'led' : 'some';
}

/**
 * "In 1910 the team won six games and in 1911 nine.": the date stands before what the verb means a second time, up to
 * the end of the sentence.
 */
function dateFirst(tokens: readonly Token[], clause: Clause, group: readonly Place[]): Share[] {
  const [first, second] = group;
  if (!first || !second || group.length > 2 || second.at[0] <= clause.verb.last || clause.verb.passive)
    return [];
  let and = second.at[0] - 1;
  if (tokens[and]?.lower !== second.lead || second.lead !== first.lead) return [];
  if (!/^(?:and|but)$/.test(tokens[--and]?.lower ?? '')) return [];
  const from = second.at[1] + 1;
  let end = from;
  while (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tokens[end]?.pos ?? '')) end++;
  const ends = tokens[end] === undefined || /^[.;]$/.test(tokens[end]?.text ?? '');
  if (end === from || !ends || end - from > REACH) return [];
  return [
    { place: first, clause: { ...clause, last: and - 1 }, core: [clause.first, and - 1] },
    { place: second, clause: { ...clause, last: end - 1 }, core: [from, end - 1] },
  ];
}

/**
 * The noun phrase behind "and" that fills a stretch up to the next date, without its last preposition; or null.
 * @param bare a comma alone may part the two: "A road came in 1767, the canal in 1794".
 */
function between(
  tokens: readonly Token[],
  from: number,
  to: number,
  bare: boolean,
): readonly [number, number] | null {
  let i = from;
  const comma = tokens[i]?.text === ',';
  if (comma) i++;
  const joined = /^(?:and|but)$/.test(tokens[i]?.lower ?? '');
  if (!joined && !(bare && comma)) return null;
  if (joined) i++;
  let last = to;
  while (last > i && tokens[last]?.pos === 'ADP') last--;
  // "running water not until 1951"
  if (tokens[last]?.lower === 'not' && tokens[last + 1]?.lower === 'until') last--;
  if (last < i || to - i > REACH || !/^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[i]?.pos ?? '')) return null;
  const inside = tokens.slice(i, last + 1);
  const plain = inside.every((t) => /^(?:DET|ADJ|NOUN|PROPN|NUM|ADP)$/.test(t.pos) || t.lower === "'s");
  // "and a third on the 29th", "and another in May"
  const counts = last - i <= 1 && NEXT.test(tokens[last]?.lower ?? '');
  const noun = tokens[last]?.pos === 'NOUN' || tokens[last]?.pos === 'PROPN' || counts;
  const known = inside[0]?.pos === 'DET' || inside[0]?.pos === 'PROPN' || (bare && inside[0]?.pos === 'NOUN');
  return plain && noun && known ? [i, last] : null;
}

const NEXT = /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|another|others|more|last)$/;
