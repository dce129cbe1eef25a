import { type ActorIndex, actorsIn } from '../actors.ts';
import { countryNamed } from '../countries.ts';
import type { Token } from '../language.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { range } from './length.ts';
import { spell } from './spelling.ts';

/**
 * The occurrence with states written as headlines write them: "the Republic of Chile" → "Chile", "Oslo’s envoy", where
 * the government is meant, → "Norway’s envoy".
 * Tokens keep their places; those that are no longer said have no text, see `hide`.
 */
export function withShortStates(occurrence: Occurrence, actors: ActorIndex): Occurrence {
  const { tokens, passage } = occurrence;
  let short: Token[] | null = null;
  for (const { name: known, kind, start, end } of actorsIn(actors, passage)) {
    if (kind !== 'country') continue;
    const last = tokens.findLastIndex((t) => t.end <= end);
    let first = tokens.findIndex((t) => t.start >= start);
    // The mention may be no more than the end of the name.
    while (first > 0 && PART.test(tokens[first - 1]?.text ?? '')) first--;
    const words = tokens.slice(first, last + 1);
    const named = countryNamed(spell(tokens, range(first, last)));
    const name = named?.as === 'name' ? named.country.name : known;
    // "Oslo’s invasion" is not the invasion of Oslo.
    const owns = first === last && /^['’]s?$/.test(tokens[last + 1]?.text ?? '');
    if (owns && countryNamed(tokens[last]?.text ?? '')?.as === 'capital') {
      short ??= [...tokens];
      short[last] = { ...tokens[last]!, text: known };
      continue;
    }
    if (words.length <= name.split(' ').length || !words.some((t) => STATE.test(t.text))) continue;
    if (first < 0 || continues(tokens[last + 1])) continue;
    short ??= [...tokens];
    short[last] = { ...tokens[last]!, text: name, lower: name.toLowerCase(), pos: 'PROPN', capital: true };
    if (/^the$/i.test(tokens[first - 1]?.text ?? '')) first--;
    for (let i = first; i < last; i++) short[i] = { ...tokens[i]!, text: '', lower: '' };
  }
  return short ? { ...occurrence, tokens: short } : occurrence;
}

const STATE = /^(?:Republic|Federation|Kingdom|Emirate|Confederation|Sultanate|Principality)$/;
const PART = /^(?:People|['’]s|Democratic|Islamic|Federal|Socialist|Arab|Hellenic|Republic|Kingdom|of)$/;

/** "the Republic of Chile Bank" is no state. */
const continues = (next: Token | undefined): boolean =>
  next?.capital === true && /^(?:PROPN|NOUN)$/.test(next.pos);
