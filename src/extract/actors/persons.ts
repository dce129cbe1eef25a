import { bump, type Evidence, keyOf } from './evidence.ts';

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

/**
 * Lets words inside a long name speak of the person where no first or last word does: "Lula" of "Luiz Inácio Lula da
 * Silva". Of three words the middle one is a second given name, which nobody is called by.
 */
export function enterMiddles(persons: ReadonlyMap<string, Person>, byWord: Map<string, Person[]>): void {
  for (const person of persons.values()) {
    if (person.words.length < 4) continue;
    for (const word of person.words.slice(1, -1)) {
      if (/^\p{Lu}\p{L}{3,}$/u.test(word) && !byWord.has(keyOf(word))) byWord.set(keyOf(word), [person]);
    }
  }
}

/** Adds a person, or joins the name to one who is there already. */
export function castPerson(
  seen: Evidence,
  persons: Map<string, Person>,
  byWord: Map<string, Person[]>,
): string {
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

/** Persons by the office they hold, and by `head` who leads a state. */
export function holdersOf(persons: ReadonlyMap<string, Person>): Map<string, Person[]> {
  const holders = new Map<string, Person[]>();
  for (const person of persons.values()) {
    const held = new Set(person.roles.keys());
    if ([...held].some((role) => HEADS.has(role))) held.add('head');
    for (const role of held) holders.set(role, [...(holders.get(role) ?? []), person]);
  }
  return holders;
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
