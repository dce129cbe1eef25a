import { type ActorIndex, actorsIn } from '../actors.ts';
import { countryNamed } from '../countries.ts';
import type { Token } from '../language.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { range } from './length.ts';
import { spell } from './spelling.ts';

/**
 * The occurrence with states written as headlines write them: "the Republic of Chile" → "Chile", "Oslo’s envoy", where
 * the government is meant, → "Norway’s envoy". Tokens keep their places; those no longer said have no text, see `hide`.
 */
export function withShortStates(occurrence: Occurrence, actors: ActorIndex): Occurrence {
  const { tokens, passage } = occurrence;
  let short: Token[] | null = null;
  tokens.forEach((t, i) => {
    const found = t.capital && STATE.test(t.text) ? stateAround(tokens, i) : null;
    if (!found) return;
    short ??= [...tokens];
    const { first, last, name } = found;
    for (let k = first; k < last; k++) short[k] = { ...tokens[k]!, text: '', lower: '' };
    short[last] = { ...tokens[last]!, text: name, lower: name.toLowerCase(), pos: 'PROPN', capital: true };
  });
  tokens.forEach((t, i) => {
    // "Oslo’s invasion" is not the invasion of Oslo.
    if (!t.capital || !/^['’]s?$/.test(tokens[i + 1]?.text ?? '') || countryNamed(t.text)?.as !== 'capital')
      return;
    const who = actorsIn(actors, passage).find(
      ({ start, end, kind }) => start === t.start && end <= t.end + 2 && kind === 'country',
    );
    if (!who) return;
    short ??= [...tokens];
    short[i] = { ...t, text: who.name };
  });
  return short ? { ...occurrence, tokens: short } : occurrence;
}

/** The official name of a state around the word that says what kind of state it is, with its article; else null. */
function stateAround(
  tokens: readonly Token[],
  at: number,
): { readonly first: number; readonly last: number; readonly name: string } | null {
  let first = at;
  while (PART.test(tokens[first - 1]?.text ?? '')) first--;
  const ends = tokens[at + 1]?.lower === 'of' ? [at + 4, at + 3, at + 2] : [at];
  if (ends[0] === at) first = Math.max(0, at - 1);
  for (const last of ends) {
    // "the Republic of Chile Bank" is no state.
    const next = tokens[last + 1];
    if (!tokens[last]?.capital || (next?.capital && /^(?:PROPN|NOUN)$/.test(next.pos))) continue;
    const whole = countryNamed(spell(tokens, range(first, last)));
    const named = whole ?? (last > at ? countryNamed(spell(tokens, range(at + 2, last))) : null);
    if (named?.as !== 'name' || named.country.name.split(' ').length > last - first) continue;
    const article = /^the$/i.test(tokens[first - 1]?.text ?? '') ? 1 : 0;
    return { first: first - article, last, name: named.country.name };
  }
  return null;
}

const STATE = /^(?:Republic|Federation|Kingdom|Emirate|Confederation|Sultanate|Principality)$/;
const PART = /^(?:People|['’]s|Democratic|Islamic|Federal|Socialist|Arab|Hellenic)$/;
