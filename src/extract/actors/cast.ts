import organisations from '../../../data/organisations.json' with { type: 'json' };
import { countryNamed, regionNamed } from '../countries.ts';
import { remembered } from '../memo.ts';
import {
  type ActorKind,
  givenNames,
  hasOrganisationWord,
  hasThingWord,
  NOBLE,
  organisationWord,
} from './names.ts';
import type { Run } from './runs.ts';

/** A person of the document. */
export interface Person {
  readonly name: string;
  readonly words: readonly string[];
  /** How often the document names the person in full. */
  count: number;
  /** Offices that stand beside the name, and how often. */
  readonly roles: Map<string, number>;
  /** Canonical names of countries that stand beside the office. */
  readonly countries: Map<string, number>;
}

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

/** Names are the same when their keys are. */
export const keyOf: (name: string) => string = remembered((name) =>
  name.toLowerCase().replace(/’/g, "'").replace(/\./g, '').replace(/^the /, ''),
);

/** Prepositions behind which places stand. */
export const PLACE_PREPOSITIONS: ReadonlySet<string> = new Set(
  'in at near to from outside across around into through via off toward towards throughout inside within'.split(
    ' ',
  ),
);

const KNOWN = new Map<string, string>();
for (const { name, others } of organisations) for (const each of [name, ...others]) KNOWN.set(each, name);

/** Canonical name of a well-known organisation, or null. Letter case counts: `WHO` is one, `who` is none. */
export const knownOrganisation = (name: string): string | null => KNOWN.get(name) ?? null;

/** Everything the document says about one name. */
interface Evidence {
  readonly name: string;
  readonly words: readonly string[];
  readonly ordinary: boolean;
  /** None of its words is in the dictionary. */
  readonly unknown: boolean;
  count: number;
  strong: number;
  acts: number;
  human: number;
  placed: number;
  titled: number;
  styled: number;
  the: number;
  possessive: number;
  credit: number;
  body: number;
  noble: string | null;
  readonly roles: Map<string, number>;
  readonly countries: Map<string, number>;
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

/**
 * Lets words inside a long name speak of the person where no first or last word does: "Lula" of "Luiz Inácio Lula da
 * Silva". Of three words the middle one is a second given name, which nobody is called by.
 */
function enterMiddles(persons: ReadonlyMap<string, Person>, byWord: Map<string, Person[]>): void {
  for (const person of persons.values()) {
    if (person.words.length < 4) continue;
    for (const word of person.words.slice(1, -1)) {
      if (/^\p{Lu}\p{L}{3,}$/u.test(word) && !byWord.has(keyOf(word))) byWord.set(keyOf(word), [person]);
    }
  }
}

const PUBLIC_SECOND =
  /^(?:University|College|School|Hospital|Police|Council|Court|Museum|City|County|State|Library|Airport|Port|Club)$/;

function weigh(runs: readonly Run[]): Map<string, Evidence> {
  const evidence = new Map<string, Evidence>();
  for (const run of runs) {
    const key = keyOf(run.name);
    let seen = evidence.get(key);
    if (!seen) {
      seen = {
        name: run.name,
        words: run.words,
        ordinary: run.ordinary,
        unknown: run.unknown,
        count: 0,
        strong: 0,
        acts: 0,
        human: 0,
        placed: 0,
        titled: 0,
        styled: 0,
        the: 0,
        possessive: 0,
        credit: 0,
        body: 0,
        noble: null,
        roles: new Map(),
        countries: new Map(),
      };
      evidence.set(key, seen);
    }
    seen.count++;
    if (!run.weak) seen.strong++;
    if (run.acts) seen.acts++;
    if (run.human) seen.human++;
    if (PLACE_PREPOSITIONS.has(run.after)) seen.placed++;
    if (run.role || run.honorific || run.noble) seen.titled++;
    if (run.styled) seen.styled++;
    if (run.the) seen.the++;
    if (run.possessive) seen.possessive++;
    if (run.credit) seen.credit++;
    if (run.called === 'organisation') seen.body++;
    seen.noble ??= run.noble;
    if (run.role) bump(seen.roles, run.role);
    if (run.noble) bump(seen.roles, run.noble.toLowerCase());
    for (const country of run.of) bump(seen.countries, country.name);
  }
  return evidence;
}

const bump = (map: Map<string, number>, key: string, by = 1): void =>
  void map.set(key, (map.get(key) ?? 0) + by);

const ALL_CAPITALS = /^\p{Lu}[\p{Lu}\d&.-]+$/u;

/** Acronyms: those in brackets behind their long name, and those whose letters begin the words of one. */
function shortNames(runs: readonly Run[], evidence: ReadonlyMap<string, Evidence>): Map<string, Part> {
  const short = new Map<string, Part>();
  for (const [i, run] of runs.entries()) {
    if (!run.acronym || short.has(run.acronym)) continue;
    // "United Nations Mission in Serra (UNMIS)": the body stands before the place.
    const before = runs[i - 1];
    if (
      before?.block === run.block &&
      run.start - before.end < 10 &&
      PLACE_PREPOSITIONS.has(run.after) &&
      hasOrganisationWord(before.words.map((w) => w.toLowerCase())) &&
      isAcronymOf(run.acronym, before.words)
    ) {
      short.set(run.acronym, { name: before.name, kind: 'organisation' });
      continue;
    }
    if (!isAcronymOf(run.acronym, run.words)) continue;
    const body = hasOrganisationWord(run.words.map((w) => w.toLowerCase())) || KNOWN.has(run.acronym);
    const thing = run.words.some((w) => hasThingWord(w.toLowerCase()));
    const name = KNOWN.get(run.acronym) ?? run.name;
    if (body) short.set(run.acronym, { name, kind: 'organisation' });
    else
      short.set(run.acronym, {
        name,
        kind: thing || countryNamed(run.name) || run.words.length < 2 ? null : 'organisation',
      });
  }
  const byInitials = new Map<string, string>();
  for (const long of evidence.values()) {
    if (long.words.length < 2 || !hasOrganisationWord(long.words.map((w) => w.toLowerCase()))) continue;
    const initials = initialsOf(long.words);
    if (!byInitials.has(initials)) byInitials.set(initials, long.name);
  }
  for (const seen of evidence.values()) {
    if (
      seen.words.length !== 1 ||
      !ALL_CAPITALS.test(seen.name) ||
      seen.name.replace(/\P{L}/gu, '').length < 3
    )
      continue;
    if (short.has(seen.name) || KNOWN.has(seen.name) || countryNamed(seen.name)) continue;
    const long = byInitials.get(seen.name.toLowerCase().replace(/\P{L}/gu, ''));
    if (long !== undefined) short.set(seen.name, { name: long, kind: 'organisation' });
  }
  return short;
}

const initialsOf = (words: readonly string[]): string =>
  words
    .filter((w) => /^\p{Lu}/u.test(w))
    .map((w) => w[0]!.toLowerCase())
    .join('');

/** `WHO` of `World Health Organization`, `BRI` of "Belt and [Road Initiative]": its letters begin the words. */
function isAcronymOf(acronym: string, words: readonly string[]): boolean {
  const letters = acronym.replace(/[^\p{L}]/gu, '').toLowerCase();
  const initials = initialsOf(words);
  if (letters.length < 2 || initials.length < 2) return false;
  return (
    letters === initials || letters.startsWith(initials.slice(0, 2)) || letters.endsWith(initials.slice(-2))
  );
}

/**
 * "Security Council" is the world's best known one, unless the document names another by its full name and the known
 * one nowhere: then it is that.
 */
function ownBody(seen: Evidence, all: readonly Evidence[]): string | null {
  const known = KNOWN.get(seen.name);
  if (known === undefined || known === seen.name || seen.words.length < 2 || !seen.ordinary) return null;
  const longer = all.filter(
    ({ name, words }) => words.length > seen.words.length && name.endsWith(` ${seen.name}`),
  );
  const own = longer.filter(({ name }) => KNOWN.get(name) === undefined);
  return own.length === 1 && longer.length === 1 ? own[0]!.name : null;
}

/** "Russia's Defence Ministry" is the Russian one: ordinary words alone name every country's. */
function canonicalBody(seen: Evidence): string {
  const [country] = seen.countries.size === 1 && seen.ordinary ? seen.countries.keys() : [];
  const adjective = country ? countryNamed(country)?.country.demonyms[0] : undefined;
  if (adjective) return `${adjective} ${seen.name}`;
  return KNOWN.get(seen.name) ?? seen.name.replace(/^The /, '');
}

/** Adds a person, or joins the name to one who is there already. */
function castPerson(seen: Evidence, persons: Map<string, Person>, byWord: Map<string, Person[]>): string {
  // "Maria S. Curie" and "Maria Curie" are one.
  const words = seen.words.filter((w, i) => !(i > 0 && i < seen.words.length - 1 && /^\p{Lu}\.?$/u.test(w)));
  const name = `${seen.noble ? `${seen.noble} ` : ''}${words.join(' ')}`;
  const same = persons.get(name) ?? variantOf(words, byWord);
  if (same) {
    same.count += seen.count;
    for (const [role, n] of seen.roles) bump(same.roles, role, n);
    for (const [country, n] of seen.countries) bump(same.countries, country, n);
    if (same.name !== name) enter(same, words, byWord);
    return same.name;
  }
  const person: Person = { name, words, count: seen.count, roles: seen.roles, countries: seen.countries };
  persons.set(name, person);
  enter(person, words, byWord);
  return name;
}

function enter(person: Person, words: readonly string[], byWord: Map<string, Person[]>): void {
  for (const word of new Set([words[0]!, words[words.length - 1]!])) {
    const key = keyOf(word);
    const there = byWord.get(key) ?? [];
    if (/^(?:jr|sr|ii|iii|iv)$/.test(key) || key.length < 2 || there.includes(person)) continue;
    byWord.set(key, [...there, person]);
  }
}

/** The same given name, and a family name that is spelt otherwise by a letter or two: Zelensky, Zelenskiy. */
function variantOf(
  words: readonly string[],
  byWord: ReadonlyMap<string, readonly Person[]>,
): Person | undefined {
  const family = words[words.length - 1]!;
  if (words.length < 2 || family.length < 6) return undefined;
  return byWord
    .get(keyOf(words[0]!))
    ?.find((p) => p.words.length === words.length && areClose(p.words[p.words.length - 1]!, family));
}

/** Equal up to the last two letters, or but for one letter. */
function areClose(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  let n = 0;
  while (n < a.length - i && n < b.length - i && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  const changed = Math.max(a.length, b.length) - i - n;
  return changed <= 1 || (i >= 5 && Math.max(a.length, b.length) - i <= 2);
}

/** What a name is, from its words and from how the document uses it. */
function kindOf(seen: Evidence, evidence: ReadonlyMap<string, Evidence>): ActorKind | null {
  const { words, name } = seen;
  if (KNOWN.has(name) && !(seen.ordinary && seen.countries.size > 0)) return 'organisation';
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

/** Offices that lead a state: "the Chinese leader" is its president. */
export const HEADS: ReadonlySet<string> = new Set([
  'leader',
  'president',
  'prime minister',
  'chancellor',
  'king',
  'queen',
  'emperor',
  'dictator',
  'ruler',
]);

function holdersOf(persons: ReadonlyMap<string, Person>): Map<string, Person[]> {
  const holders = new Map<string, Person[]>();
  for (const person of persons.values()) {
    const held = new Set(person.roles.keys());
    if ([...held].some((role) => HEADS.has(role))) held.add('head');
    for (const role of held) holders.set(role, [...(holders.get(role) ?? []), person]);
  }
  return holders;
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
