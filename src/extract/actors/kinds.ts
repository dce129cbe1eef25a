import { countryNamed, regionNamed } from '../countries.ts';
import { ALL_CAPITALS } from './acronyms.ts';
import { type Evidence, keyOf } from './evidence.ts';
import {
  type ActorKind,
  givenNames,
  hasOrganisationWord,
  hasThingWord,
  NOBLE,
  organisationWord,
} from './names.ts';
import { knownOrganisation } from './wellKnown.ts';

/** What a name is, from its words and from how the document uses it. */
export function kindOf(seen: Evidence, evidence: ReadonlyMap<string, Evidence>): ActorKind | null {
  const { words, name } = seen;
  if (knownOrganisation(name) !== null && !(seen.ordinary && seen.countries.size > 0)) return 'organisation';
  if (seen.noble) return 'person';
  const country = countryNamed(name);
  if (country) return country.as === 'demonym' ? null : 'country';
  if (seen.credit > 0 && seen.credit >= seen.count - 1) return null;
  const region = regionNamed(name);
  if (region)
    return region === 'people' || (ACTING_REGIONS.has(keyOf(name)) && seen.acts > 0) ? 'group' : null;
  const lower = words.map((w) => w.toLowerCase());
  if (seen.styled > 0) return 'person';
  // "Saint Petersburg", "St. James": towns and churches far more often than the saint.
  if (
    /^(?:saint|st\.?|san|santa|fort|port|mount|new|los|las)$/.test(lower[0]!) &&
    words.length > 1 &&
    seen.human === 0 &&
    !organisationWord(lower[lower.length - 1]!)
  )
    return null;
  // "the Prince of Wales"
  if (words[1] === 'of' && NOBLE.has(lower[0]!)) return 'person';
  if (hasOrganisationWord(lower)) return 'organisation';
  if (words.length > 1 && /^(?:AS|ASA|AB|OY|Oy|NV|BV|SpA|KK|SE|Pty)$/.test(words[words.length - 1]!))
    return 'organisation';
  if (seen.titled > 0 && !seen.ordinary) return 'person';
  // "Calle Mayor", "Rue Cler": streets of other languages.
  if (
    words.length > 1 &&
    /^(?:calle|rue|via|viale|rua|plaza|piazza|place|avenida|corso|ulitsa)$/.test(lower[0]!)
  )
    return null;
  // "Ekholm & Sons": a firm. "Harald the Red": a person.
  if (words.includes('&')) return 'organisation';
  if (words.length === 3 && words[1] === 'the') return 'person';
  if (lower.some((w) => hasThingWord(w))) return null;
  // "Chinese Warships": an adjective of a country before ordinary words.
  if (words.length > 1 && !seen.titled && isAdjectiveOnly(words)) return null;
  // "Acme UK", "Vodafone NZ": letters alone end no person's name.
  if (
    words.length > 1 &&
    /^\p{Lu}{2,}$/u.test(words[words.length - 1]!) &&
    !/^I{2,3}$|^IV$|^VI{0,3}$/.test(words[words.length - 1]!)
  ) {
    return seen.acts > 0 ? 'organisation' : null;
  }
  const capitals = ALL_CAPITALS.test(name);
  if (seen.body > 0 && (capitals || !seen.ordinary || words.length > 1)) return 'organisation';
  if (words.length === 1) return kindOfOne(seen, capitals);
  const long = words.filter((w) => /^\p{Lu}/u.test(w)).length;
  if (long > 4) return null;
  if (seen.ordinary)
    return givenNames.has(lower[0]!) &&
      (seen.human > 0 || seen.titled > 0 || (seen.acts > 0 && seen.strong > 0))
      ? 'person'
      : null;
  // "Xi Jinping Thought": a person's name with an ordinary word behind it.
  if (
    words.length > 2 &&
    evidence.has(keyOf(words.slice(0, 2).join(' '))) &&
    /^\p{Lu}\p{Ll}{3,}$/u.test(words[2]!)
  ) {
    if (seen.human === 0 && seen.titled === 0) return null;
  }
  if (seen.titled > 0) return 'person';
  if (capitals) return seen.acts > 0 ? 'organisation' : null;
  const initials = words.some((w, i) => i < words.length - 1 && /^(?:\p{Lu}\.)+$/u.test(w));
  if (givenNames.has(lower[0]!) || initials) return 'person';
  if (seen.placed * 2 >= seen.count) return null;
  if (long > 3) return seen.acts > 0 ? 'organisation' : null;
  // Two words that no dictionary has and that no article stands before are most often a person.
  const owns = seen.possessive > 0 && words.length === 2;
  return seen.human > 0 || seen.acts > 0 || (long === 2 && seen.the === 0 && (seen.unknown || owns))
    ? 'person'
    : null;
}

const isAdjectiveOnly = (words: readonly string[]): boolean =>
  (countryNamed(words[0]!)?.as === 'demonym' || regionNamed(words[0]!) === 'adjective') &&
  words.slice(1).every((w) => /^\p{Lu}\p{Ll}+s?$/u.test(w) && !givenNames.has(w.toLowerCase()));

/** Parts of the world that are said to act. */
const ACTING_REGIONS = new Set([
  'west',
  'europe',
  'western europe',
  'eastern europe',
  'africa',
  'latin america',
  'global south',
]);

function kindOfOne(seen: Evidence, capitals: boolean): ActorKind | null {
  if (seen.titled > 0 && !seen.ordinary) return 'person';
  if (capitals) {
    const speaks = seen.acts > 0 && seen.strong > 1;
    return speaks && seen.name.length > 2 && !/\d/.test(seen.name) ? 'organisation' : null;
  }
  const given = givenNames.has(seen.name.toLowerCase()) && seen.strong > 0;
  if (given && (seen.human > 0 || seen.acts > 0) && seen.placed === 0 && seen.the === 0) return 'person';
  if (seen.strong === 0 || seen.ordinary || (seen.placed - seen.human) * 2 >= seen.count) return null;
  if (seen.human > 0) return 'person';
  return seen.acts > 0 ? 'organisation' : null;
}
