import table from '../../data/countries.json' with { type: 'json' };

/** A state, a former state, or a part of one that acts by itself. */
export interface Country {
  /** Canonical name: `United Kingdom`. */
  readonly name: string;
  /** ISO 3166 code; null for states that ended before there was one. */
  readonly code: string | null;
  /** `Russian`, `Russians`: adjectives and people. */
  readonly demonyms: readonly string[];
  /** The seat of government first, then older spellings and other seats. */
  readonly capitals: readonly string[];
  /** `UK`, `Britain`, older names. */
  readonly others: readonly string[];
  /** Places that stand for the government and for nothing else: `Kremlin`, `Downing Street`. */
  readonly governments: readonly string[];
}

/** How a name speaks of a country. */
export type Naming = 'name' | 'demonym' | 'capital' | 'government';

export interface CountryName {
  readonly country: Country;
  readonly as: Naming;
}

export const COUNTRIES: readonly Country[] = table;

/** First halves of `Sino-Russian` and the like. */
const PREFIXES: Readonly<Record<string, string>> = {
  sino: 'China',
  russo: 'Russia',
  anglo: 'United Kingdom',
  franco: 'France',
  indo: 'India',
  austro: 'Austria',
  greco: 'Greece',
  italo: 'Italy',
  luso: 'Portugal',
  turco: 'Turkey',
  soviet: 'Soviet Union',
};

/** Written like a name and yet a word of its own, or a person's: only with more than this is a country meant. */
const DOUBTFUL = new Set([
  'emirates',
  'beehive',
  'number 10',
  'polish',
  'pole',
  'poles',
  'finn',
  'dane',
  'turk',
  'us',
]);

const byName = new Map<string, CountryName>();
let longest = 1;
for (const country of COUNTRIES) {
  const groups: [readonly string[], Naming][] = [
    [[country.name, ...country.others], 'name'],
    [country.demonyms, 'demonym'],
    [country.governments, 'government'],
    [country.capitals, 'capital'],
  ];
  for (const [names, as] of groups) {
    for (const name of names) {
      const key = keyOf(name);
      if (!byName.has(key)) byName.set(key, { country, as });
      longest = Math.max(longest, key.split(' ').length);
    }
  }
}

/** Most words that a name in the table has. */
export const LONGEST_NAME: number = longest;

/**
 * The country that a name, demonym, capital or seat of government speaks of, or null. Letter case counts only where
 * the lower-case word is another one (`us`).
 */
export function countryNamed(name: string): CountryName | null {
  const found = byName.get(keyOf(name));
  if (!found) return null;
  // "US" but not "Us" or "us"; "Polish" but not "polish".
  if (DOUBTFUL.has(keyOf(name)) && name !== name.toUpperCase() && !/^\p{Lu}\p{Ll}/u.test(name)) return null;
  if (keyOf(name) === 'us' && name !== 'US') return null;
  return found;
}

/** The countries of a joint adjective such as `Sino-Russian` or `US-led`; empty when it is none. */
export function countriesIn(compound: string): readonly Country[] {
  const parts = compound.split(/[-\u2010\u2011–]/);
  if (parts.length < 2) return [];
  const found: Country[] = [];
  for (const part of parts) {
    const prefix = PREFIXES[part.toLowerCase()];
    const named = prefix ? countryNamed(prefix) : countryNamed(part);
    if (named && !found.includes(named.country)) found.push(named.country);
  }
  return found;
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/^the /, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{L}{2})\.$/u, '');
}
