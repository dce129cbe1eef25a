import table from '../../data/countries.json' with { type: 'json' };
import { remembered } from './memo.ts';

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
export const countryNamed: (name: string) => CountryName | null = remembered((name) => {
  const found = byName.get(keyOf(name));
  if (!found) return null;
  // "US" but not "Us" or "us"; "Polish" but not "polish".
  if (DOUBTFUL.has(keyOf(name)) && name !== name.toUpperCase() && !/^\p{Lu}\p{Ll}/u.test(name)) return null;
  if (keyOf(name) === 'us' && name !== 'US') return null;
  return found;
});

/** The country in one half of a joint adjective such as `Sino-Russian`, or null. */
export function countryOfPart(part: string): Country | null {
  const prefix = PREFIXES[part.toLowerCase()];
  const named = countryNamed(prefix ?? part);
  return named && named.as !== 'government' ? named.country : null;
}

/** Parts of the world, and peoples that no country's table names. */
const REGIONS = new Set(
  [
    'europe, asia, africa, america, oceania, antarctica, arctic, eurasia, middle east, far east, near east, west, east, north, south, global south, global north',
    'latin america, central america, south america, north america, central asia, southeast asia, south asia, east asia, western europe, eastern europe, central europe, scandinavia, balkans, caucasus, south caucasus, caribbean, levant, maghreb, sahel, horn of africa, indo-pacific, asia-pacific, pacific, atlantic, mediterranean, christendom, gaza, west bank, crimea, siberia, kurdistan, tibet, catalonia, bavaria',
  ]
    .join(', ')
    .split(', '),
);
const PEOPLES = new Set(
  'europeans asians africans arabs westerners kurds jews muslims christians catholics protestants orthodox hindus sikhs buddhists tatars uyghurs uighurs rohingya tibetans chechens basques catalans bavarians saxons normans vikings mongols huns goths franks celts gauls romans spartans athenians persians aztecs incas mayas maya zulus cossacks bolsheviks mensheviks nazis communists'.split(
    ' ',
  ),
);
const REGIONAL =
  /^(?:european|asian|african|arab|western|eastern|northern|southern|central|latin|nordic|baltic|balkan|arctic|eurasian|kurdish|jewish|muslim|christian|islamic|catholic|protestant|korean|indo|scandinavian|mediterranean|caribbean|pacific|atlantic|siberian|tibetan|roman|mongol|nazi|communist|white|black|hispanic|latino)$/;

/** What a name that is no country's says of the world: a `region`, a `people`, an adjective of either, or null. */
export function regionNamed(name: string): 'region' | 'people' | 'adjective' | null {
  const key = keyOf(name);
  if (REGIONS.has(key)) return 'region';
  if (PEOPLES.has(key) || (key.includes(' ') && PEOPLES.has(key.slice(key.lastIndexOf(' ') + 1))))
    return 'people';
  return REGIONAL.test(key.split(/[ -]/).pop() ?? '') ? 'adjective' : null;
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/^the /, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{L}{2})\.$/u, '');
}
