import { countryNamed } from '../countries.ts';
import { shortNames } from './acronyms.ts';
import { bump, type Evidence, keyOf, weigh } from './evidence.ts';
import { kindOf } from './kinds.ts';
import { type ActorKind, organisationWord } from './names.ts';
import { castPerson, enterMiddles, holdersOf, type Person } from './persons.ts';
import type { Run } from './runs.ts';
import { knownOrganisation } from './wellKnown.ts';

/** What a name is called, and what it is; null for what does not act. */
export interface Part {
  readonly name: string;
  readonly kind: ActorKind | null;
}

/** Who is who in a document. */
export interface Cast {
  readonly byName: ReadonlyMap<string, Part>;
  /** Persons by the first and the last word of their name. */
  readonly byWord: ReadonlyMap<string, readonly Person[]>;
  readonly persons: ReadonlyMap<string, Person>;
  /** Persons by the office they hold; those who lead a state also under `head`. */
  readonly holders: ReadonlyMap<string, readonly Person[]>;
  /** Canonical organisations by the kind of body that their name tells: `university`. Most mentioned first. */
  readonly bodies: ReadonlyMap<string, readonly string[]>;
}

/** Decides what each name of a document is, by its words and by all its surroundings together. */
export function castOf(runs: readonly Run[]): Cast {
  const evidence = weigh(runs);
  const short = shortNames(runs, evidence);
  const byName = new Map<string, Part>();
  const persons = new Map<string, Person>();
  const byWord = new Map<string, Person[]>();
  // Full names first, so that single words can be understood by them.
  const all = [...evidence.values()].sort((a, b) => b.words.length - a.words.length || b.count - a.count);
  // `Toyota` of "Toyota Motor Corporation", the most mentioned; `Lula` of "Luiz Inácio Lula da Silva".
  const longNames = new Map<string, string>();
  const most = new Map<string, number>();
  const middles = new Set<string>();
  for (const seen of all) {
    const key = keyOf(seen.name);
    const whole = short.get(seen.name);
    if (whole !== undefined) {
      byName.set(key, whole);
      continue;
    }
    if (seen.words.length === 1 && !seen.noble && !countryNamed(seen.name)) {
      if (byWord.has(key)) continue;
      const long = seen.ordinary ? undefined : longNames.get(seen.name);
      // "Victoria College" does not make a college of the town.
      const fits = long !== undefined && (seen.acts > 0 || !PUBLIC_SECOND.test(long.split(' ')[1]!));
      if (fits || middles.has(key)) {
        if (fits) byName.set(key, { name: long, kind: 'organisation' });
        continue;
      }
    }
    const kind = kindOf(seen, evidence);
    const name =
      kind === 'person' ? castPerson(seen, persons, byWord) : (ownBody(seen, all) ?? canonicalBody(seen));
    byName.set(key, { name, kind });
    const [first, second] = seen.words;
    if (kind === 'person' && seen.words.length > 3)
      for (const word of seen.words.slice(1, -1)) middles.add(keyOf(word));
    if (
      kind === 'organisation' &&
      second !== undefined &&
      second !== 'of' &&
      seen.count > (most.get(first!) ?? 0)
    ) {
      longNames.set(first!, name);
      most.set(first!, seen.count);
    }
  }
  enterMiddles(persons, byWord);
  return { byName, byWord, persons, holders: holdersOf(persons), bodies: bodiesOf(all, byName) };
}

const PUBLIC_SECOND =
  /^(?:University|College|School|Hospital|Police|Council|Court|Museum|City|County|State|Library|Airport|Port|Club)$/;

/**
 * "Security Council" is the world's best known one, unless the document names another by its full name and the known
 * one nowhere: then it is that.
 */
function ownBody(seen: Evidence, all: readonly Evidence[]): string | null {
  const known = knownOrganisation(seen.name);
  if (known === null || known === seen.name || seen.words.length < 2 || !seen.ordinary) return null;
  const longer = all.filter(
    ({ name, words }) => words.length > seen.words.length && name.endsWith(` ${seen.name}`),
  );
  const own = longer.filter(({ name }) => knownOrganisation(name) === null);
  return own.length === 1 && longer.length === 1 ? own[0]!.name : null;
}

/** "Russia's Defence Ministry" is the Russian one: ordinary words alone name every country's. */
function canonicalBody(seen: Evidence): string {
  const [country] = seen.countries.size === 1 && seen.ordinary ? seen.countries.keys() : [];
  const adjective = country ? countryNamed(country)?.country.demonyms[0] : undefined;
  if (adjective) return `${adjective} ${seen.name}`;
  return knownOrganisation(seen.name) ?? seen.name.replace(/^The /, '');
}

/** For "the University": which bodies of a kind there are, most mentioned first, acronyms counted. */
function bodiesOf(all: readonly Evidence[], byName: ReadonlyMap<string, Part>): Map<string, string[]> {
  const counts = new Map<string, Map<string, number>>();
  const total = new Map<string, number>();
  for (const seen of all) {
    const part = byName.get(keyOf(seen.name));
    if (part?.kind === 'organisation') bump(total, part.name, seen.count);
  }
  for (const [name, count] of total) {
    if (!name.includes(' ')) continue;
    for (const word of new Set(name.toLowerCase().split(' '))) {
      if (!organisationWord(word)) continue;
      const kind = counts.get(word) ?? new Map<string, number>();
      counts.set(word, kind);
      kind.set(name, count);
    }
  }
  return new Map(
    [...counts].map(([word, kind]) => [word, [...kind].sort((a, b) => b[1] - a[1]).map(([name]) => name)]),
  );
}
