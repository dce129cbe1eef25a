import organisations from '../../data/organisations.json' with { type: 'json' };
import type { TextSpan } from '../model/document.ts';
import { type Country, countriesIn, countryNamed, LONGEST_NAME } from './countries.ts';
import type { Token } from './language.ts';
import {
  type ActorKind,
  givenNames,
  hasOrganisationWord,
  hasThingWord,
  isActingVerb,
  isHumanVerb,
  NOBLE,
  organisationWord,
  ROLES,
  TITLES,
} from './names.ts';
import type { Block, Reading } from './reading.ts';

export type { ActorKind } from './names.ts';

/** Words that speak of someone who acts. */
export interface ActorMention extends TextSpan {
  /** Canonical within the document: `Xi`, `Mr Xi` and `the Chinese leader` are all `Xi Jinping`. */
  readonly name: string;
  readonly kind: ActorKind;
}

/** The actors of one document. */
export interface ActorIndex {
  /** Sorted by start, without overlap. */
  readonly mentions: readonly ActorMention[];
  /** How often each canonical name is mentioned. */
  readonly counts: ReadonlyMap<string, number>;
  /** Names with a capital that are no actors, as far as can be told: places, things. Sorted, without overlap. */
  readonly others: readonly (TextSpan & { readonly name: string })[];
}

/**
 * Finds persons, organisations and countries, and gives each one name within the document. Two passes: the first
 * collects names with their surroundings and decides what each is, the second marks every mention. Linear.
 * @param tokensOfBlock the tokens of a block's sentences in order.
 */
export function findActors(reading: Reading, tokensOfBlock: (block: Block) => readonly Token[]): ActorIndex {
  const text = reading.document.text;
  const runs: Run[] = [];
  for (const block of reading.blocks) {
    if (block.kind === 'note' || block.kind === 'navigation' || block.kind === 'byline') continue;
    collectRuns(text, block, tokensOfBlock(block), runs);
  }
  const cast = castOf(runs);
  return resolve(text, reading, tokensOfBlock, runs, cast);
}

/** The mentions that overlap a span, in order. O(log n + answer). */
export function actorsIn(index: ActorIndex, span: TextSpan): ActorMention[] {
  const { mentions } = index;
  const found: ActorMention[] = [];
  for (let i = firstEndingAfter(mentions, span.start); i < mentions.length; i++) {
    const mention = mentions[i]!;
    if (mention.start >= span.end) break;
    found.push(mention);
  }
  return found;
}

/** Canonical names in a span, each once: by how often the span names them, then in the order of the text. */
export function namesIn(index: ActorIndex, span: TextSpan): string[] {
  const counts = new Map<string, number>();
  for (const { name } of actorsIn(index, span)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/**
 * The last actor that is mentioned before `offset`, whom a pronoun there most likely means.
 * @param within do not look before this offset. @param kind only actors of these kinds.
 */
export function nearestActor(
  index: ActorIndex,
  offset: number,
  { kind, within = 0 }: { readonly kind?: ActorKind | readonly ActorKind[]; readonly within?: number } = {},
): ActorMention | null {
  const kinds = kind === undefined ? null : typeof kind === 'string' ? [kind] : kind;
  let i = firstEndingAfter(index.mentions, offset);
  // A mention that reaches beyond the offset is not before it.
  for (i = i - 1; i >= 0; i--) {
    const mention = index.mentions[i]!;
    if (mention.start < within) return null;
    if (mention.end <= offset && (!kinds || kinds.includes(mention.kind))) return mention;
  }
  return null;
}

/** Which kinds a pronoun can mean; null for words that are no personal pronoun. */
export function kindsOfPronoun(lower: string): readonly ActorKind[] | null {
  if (/^(?:he|she|him|her|his|hers|himself|herself)$/.test(lower)) return ['person'];
  if (/^(?:it|its|itself)$/.test(lower)) return ['organisation', 'country'];
  if (/^(?:they|them|their|theirs|themselves)$/.test(lower))
    return ['group', 'organisation', 'country', 'person'];
  return null;
}

function firstEndingAfter(spans: readonly TextSpan[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/* ---- first pass: runs of capitals ---- */

/** Names as they stand, before it is known what they are. */
interface Run extends TextSpan {
  /** Words of the name, without the titles and adjectives of a country before it. */
  readonly words: readonly string[];
  /** Where each word starts. */
  readonly starts: readonly number[];
  readonly name: string;
  readonly block: Block;
  /** `president`, `minister` … in lower case, where a title stands before it. */
  readonly role: string | null;
  /** Countries whose adjective or possessive stands before it. */
  readonly of: readonly Country[];
  /** `Queen`, `Pope`: part of the name. */
  readonly noble: string | null;
  readonly honorific: boolean;
  /** The preposition right before it, or empty. */
  readonly after: string;
  readonly acts: boolean;
  readonly human: boolean;
  readonly possessive: boolean;
  /** The short name in brackets behind it: `WHO`. */
  readonly acronym: string | null;
  /** In a heading, or first in its sentence with an ordinary word: proves nothing by itself. */
  readonly weak: boolean;
  /** Names the paper or agency that a text is from. */
  readonly credit: boolean;
}

const INSIDE = new Set([
  'of',
  'for',
  'de',
  'da',
  'do',
  'dos',
  'das',
  'del',
  'della',
  'di',
  'du',
  'la',
  'le',
  'les',
  'el',
  'al',
  'bin',
  'bint',
  'ibn',
  'ben',
  'van',
  'von',
  'der',
  'den',
  'ter',
  'ten',
  'zu',
  'af',
  'av',
  'y',
  'e',
  '&',
  'and',
  'the',
  'on',
  'in',
]);
/** Of the words within names, those that only names of bodies have. */
const BODY_LINKS = new Set(['of', 'for', 'and', '&', 'the', 'on', 'in']);

const isCapital = (t: Token | undefined): boolean =>
  t?.capital === true && /^\p{Lu}/u.test(t.text) && t.pos !== 'PUNCT';

function collectRuns(text: string, block: Block, tokens: readonly Token[], runs: Run[]): void {
  const weak = block.kind === 'heading';
  let i = 0;
  while (i < tokens.length) {
    const t = tokens[i]!;
    if (!isCapital(t) || !startsName(tokens, i)) {
      i++;
      continue;
    }
    const last = runEnd(tokens, i);
    addRun(text, block, tokens, i, last, weak, runs);
    i = last + 1;
  }
}

const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|christmas|easter|ramadan|spring|summer|autumn|winter)\.?$/;
const NO_NAME =
  /^(?:i|i'm|i've|i'd|i'll|ok|a\.m\.|p\.m\.|am|pm|bc|ad|bce|ce|gmt|utc|mr|mrs|ms|dr|no|nos|fig|table|figure|chapter|section|article|page|note|source|photo|image|credit|caption|updated|published|written|posted)\.?$/;

/** Whether a word with a capital can begin a name where it stands. */
function startsName(tokens: readonly Token[], at: number): boolean {
  const t = tokens[at]!;
  if (CALENDAR.test(t.lower) && !isPersonAfter(tokens, at)) return false;
  if (NO_NAME.test(t.lower) && !/^(?:mr|mrs|ms|dr)\.?$/.test(t.lower)) return false;
  if (/^(?:DET|ADP|PRON|SCONJ|CCONJ|ADV|AUX|NUM|PART|INTJ)$/.test(t.pos)) return false;
  // First in its sentence, an ordinary word: only with a name right behind it.
  const next = tokens[at + 1];
  if (isFirst(tokens, at) && t.common && t.pos !== 'PROPN') {
    if (countryNamed(t.text)) return true;
    const joins = next && next.start - t.end === 1;
    if (!joins) return false;
    if (isCapital(next) && !CALENDAR.test(next.lower)) return true;
    return BODY_LINKS.has(next.lower) && isCapital(tokens[at + 2]) && organisationWord(t.lower);
  }
  return true;
}

/** "April Jones", "May Chen": a month before a word that only names have. */
function isPersonAfter(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    /^(?:april|june|may|august|summer)$/.test(tokens[at]!.lower) &&
    isCapital(next) &&
    !next!.common &&
    !countryNamed(next!.text) &&
    next!.start - tokens[at]!.end === 1 &&
    tokens[at - 1]?.pos !== 'NUM'
  );
}

function isFirst(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || /^(?:[.!?:;…]+|["“‘”(—–])$/.test(before.text);
}

function runEnd(tokens: readonly Token[], first: number): number {
  let last = first;
  let body = organisationWord(tokens[first]!.lower);
  for (let k = first + 1; k < tokens.length; k++) {
    const t = tokens[k]!;
    if (t.start - tokens[k - 1]!.end > 1) break;
    if (isCapital(t)) {
      if (CALENDAR.test(t.lower) && !/^(?:may|march|august|june|april)$/.test(t.lower)) break;
      if (/^(?:DET|PRON|SCONJ|ADP)$/.test(t.pos) && t.common && t.text.length > 1 && !/\./.test(t.text))
        break;
      last = k;
      body = body || organisationWord(t.lower);
      continue;
    }
    if (!INSIDE.has(t.lower)) break;
    if (BODY_LINKS.has(t.lower)) {
      // "Bank of England", "Department of Health and Care", "Queen of Spain"; never "Smith and Jones", "Paris in May".
      if (!body && !(t.lower === 'of' && hasThingWord(tokens[last]!.lower))) break;
      if (
        (t.lower === 'and' || t.lower === '&' || t.lower === 'on' || t.lower === 'in') &&
        !continuesBody(tokens, first, k)
      )
        break;
    }
    // "University of the Arts": up to two small words, then a capital.
    let n = k + 1;
    if (tokens[n] && INSIDE.has(tokens[n]!.lower) && !isCapital(tokens[n]) && tokens[n]!.start - t.end === 1)
      n++;
    if (
      !isCapital(tokens[n]) ||
      CALENDAR.test(tokens[n]!.lower) ||
      tokens[n]!.start - tokens[n - 1]!.end !== 1
    )
      break;
    k = n;
    last = n;
  }
  return last;
}

/** "Department of Health and Care" goes on; "Bank of England and Treasury" are two. */
function continuesBody(tokens: readonly Token[], first: number, at: number): boolean {
  const next = tokens[at + 1];
  if (!isCapital(next) || organisationWord(next!.lower) || countryNamed(next!.text)) return false;
  if (tokens[at]!.lower === 'in' || tokens[at]!.lower === 'on') return false;
  for (let k = first; k < at; k++)
    if (tokens[k]!.lower === 'of' || tokens[k]!.lower === 'for')
      return tokens[at - 1]!.common && next!.common;
  return false;
}

function addRun(
  text: string,
  block: Block,
  tokens: readonly Token[],
  first: number,
  last: number,
  weak: boolean,
  runs: Run[],
): void {
  let from = first;
  let role: string | null = null;
  let honorific = false;
  let noble: string | null = null;
  const of: Country[] = [];
  // Adjectives of countries, then titles: "Chinese Foreign Minister Wang Yi".
  for (;;) {
    const rest = last - from;
    const t = tokens[from]!;
    const demonym = countryNamed(t.text);
    const two = rest > 1 ? countryNamed(`${t.text} ${tokens[from + 1]!.text}`) : null;
    if (two?.as === 'demonym') {
      of.push(two.country);
      from += 2;
    } else if (rest > 0 && demonym?.as === 'demonym' && titleLength(tokens, from + 1, last) > 0) {
      of.push(demonym.country);
      from++;
    } else {
      const length = titleLength(tokens, from, last);
      if (length === 0 || from + length > last) break;
      const words = tokens.slice(from, from + length).map((w) => w.lower.replace(/\.$/, ''));
      if (NOBLE.has(words[0]!)) noble = tokens[from]!.text;
      else if (TITLES.has(words[0]!) && words.length === 1 && !ROLES.has(words[0]!)) honorific = true;
      else role = roleOf(words.join(' '));
      from += length;
    }
  }
  const before = tokens[first - 1];
  // "professor Feng", "China's leader, Xi": a role in lower case before it.
  const [plainRole, roleCountries] = roleBefore(tokens, first);
  if (!role && plainRole) role = plainRole;
  of.push(...roleCountries);
  // "of Russia" behind a president.
  const behind = tokens[last + 1]?.lower === 'of' && role ? countryNamed(tokens[last + 2]?.text ?? '') : null;
  if (behind) of.push(behind.country);

  const next = tokens[last + 1];
  const acronym =
    next?.text === '(' &&
    tokens[last + 3]?.text === ')' &&
    /^\p{Lu}[\p{L}\d.&-]{1,7}$/u.test(tokens[last + 2]!.text)
      ? tokens[last + 2]!.text
      : null;
  const verb = verbAfter(tokens, last);
  const words = tokens.slice(from, last + 1).map((t) => t.text);
  const ordinary = tokens.slice(from, last + 1).every((t) => t.common);
  runs.push({
    start: tokens[from]!.start,
    end: tokens[last]!.end,
    words,
    starts: tokens.slice(from, last + 1).map((t) => t.start),
    name: text.slice(tokens[from]!.start, tokens[last]!.end).replace(/\s+/g, ' '),
    block,
    role,
    of,
    noble,
    honorific,
    after:
      before?.pos === 'ADP' || before?.lower === 'to'
        ? before.lower
        : before?.lower === 'the' && tokens[first - 2]?.pos === 'ADP'
          ? tokens[first - 2]!.lower
          : '',
    acts: verb !== null && isActingVerb(verb.lemma),
    human: (verb !== null && isHumanVerb(verb.lemma)) || isAgeAfter(tokens, last),
    possessive: next?.lower === "'s" || next?.text === '’',
    acronym,
    weak: weak || (isFirst(tokens, first) && ordinary),
    credit: isCredit(tokens, first, last, block),
  });
}

/** How many tokens from `at` are a title: `Prime Minister`, `Secretary of State`, `Mr.`; 0 when none. */
function titleLength(tokens: readonly Token[], at: number, last: number): number {
  for (let length = Math.min(5, last - at + 1); length > 0; length--) {
    const words: string[] = [];
    for (let k = at; k < at + length; k++) words.push(tokens[k]!.lower.replace(/\.$/, ''));
    const joined = words.join(' ');
    if (TITLES.has(joined) || ROLES.has(joined) || NOBLE.has(joined)) return length;
  }
  return 0;
}

function roleOf(words: string): string {
  return ROLES.get(words) ?? words;
}

/** A role in lower case before a name, with the country it is a role of: "China's leader, Xi". */
function roleBefore(tokens: readonly Token[], first: number): [string | null, Country[]] {
  let k = first - 1;
  if (tokens[k]?.text === ',') k--;
  const t = tokens[k];
  if (!t || t.capital) return [null, []];
  const two = tokens[k - 1] ? `${tokens[k - 1]!.lower} ${t.lower}` : '';
  const role = ROLES.get(two) ?? ROLES.get(t.lower) ?? null;
  if (!role) return [null, []];
  k -= ROLES.has(two) ? 2 : 1;
  const of: Country[] = [];
  for (let steps = 0; steps < 4 && k >= 0; steps++, k--) {
    const word = tokens[k]!;
    if (word.lower === "'s" || word.text === '’' || word.pos === 'ADJ' || word.pos === 'NOUN') {
      const named = word.capital ? countryNamed(word.text) : null;
      if (named) of.push(named.country);
      continue;
    }
    const named = word.capital ? countryNamed(word.text) : null;
    if (named) of.push(named.country);
    break;
  }
  return [role, of];
}

/** The verb that a name is the subject of, if it stands close behind. */
function verbAfter(tokens: readonly Token[], last: number): Token | null {
  let k = last + 1;
  // Over an aside in commas: "Ana Silva, a nurse, said".
  if (tokens[k]?.text === ',' || tokens[k]?.text === '(') {
    const close = tokens[k]!.text === '(' ? ')' : ',';
    let n = k + 1;
    while (n < tokens.length && n - k < 25 && tokens[n]!.text !== close && !/^[.;]$/.test(tokens[n]!.text))
      n++;
    if (tokens[n]?.text === close) k = n + 1;
  }
  let seen: Token | null = null;
  for (let steps = 0; steps < 6 && k < tokens.length; steps++, k++) {
    const t = tokens[k]!;
    if (t.pos === 'AUX') seen = t;
    else if (t.pos === 'VERB') return t;
    else if (t.pos !== 'ADV' && t.pos !== 'PART') break;
  }
  return seen;
}

const isAgeAfter = (tokens: readonly Token[], last: number): boolean =>
  (tokens[last + 1]?.text === ',' &&
    /^\d{1,2}$/.test(tokens[last + 2]?.lower ?? '') &&
    tokens[last + 3]?.text === ',') ||
  (tokens[last + 1]?.text === '(' && /^(?:born|b|\d{4})\.?$/.test(tokens[last + 2]?.lower ?? ''));

/** "(Reuters) –", "CNN —" at the head of a paragraph. */
function isCredit(tokens: readonly Token[], first: number, last: number, block: Block): boolean {
  if (tokens[first]!.start - block.start > 60) return false;
  const inBrackets = tokens[first - 1]?.text === '(' && tokens[last + 1]?.text === ')';
  if (inBrackets && tokens[first - 1]!.start - block.start < 40) return true;
  return (
    tokens[first]!.start === block.start &&
    /^[—–-]+$/.test(tokens[last + 1]?.text ?? '') &&
    tokens[last + 1]!.start > tokens[last]!.end
  );
}

/* ---- the cast: what each name is, and what it is called ---- */

interface Cast {
  /** Canonical name and kind by key of a full name. */
  readonly byName: ReadonlyMap<string, { readonly name: string; readonly kind: ActorKind | null }>;
  /** Persons by one word of their name. */
  readonly byWord: ReadonlyMap<string, readonly Person[]>;
  readonly persons: readonly Person[];
  /** Canonical organisation by acronym. */
  readonly acronyms: ReadonlyMap<string, string>;
}

interface Person {
  readonly name: string;
  readonly words: readonly string[];
  readonly roles: Map<string, number>;
  readonly countries: Map<string, number>;
}

interface Evidence {
  readonly name: string;
  readonly words: readonly string[];
  count: number;
  strong: number;
  acts: number;
  human: number;
  placed: number;
  titled: number;
  possessive: number;
  credit: number;
  noble: string | null;
  readonly roles: Map<string, number>;
  readonly countries: Map<string, number>;
}

const keyOf = (name: string): string =>
  name.toLowerCase().replace(/’/g, "'").replace(/\./g, '').replace(/^the /, '');

const KNOWN = new Map<string, string>();
for (const { name, others } of organisations) for (const each of [name, ...others]) KNOWN.set(each, name);

const PLACE_PREPOSITIONS = new Set([
  'in',
  'at',
  'near',
  'to',
  'from',
  'outside',
  'across',
  'around',
  'into',
  'through',
  'via',
  'off',
  'toward',
  'towards',
  'throughout',
  'inside',
  'within',
]);

function castOf(runs: readonly Run[]): Cast {
  const evidence = new Map<string, Evidence>();
  const acronyms = new Map<string, string>();
  for (const run of runs) {
    const key = keyOf(run.name);
    let seen = evidence.get(key);
    if (!seen) {
      seen = {
        name: run.name,
        words: run.words,
        count: 0,
        strong: 0,
        acts: 0,
        human: 0,
        placed: 0,
        titled: 0,
        possessive: 0,
        credit: 0,
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
    if (run.possessive) seen.possessive++;
    if (run.credit) seen.credit++;
    seen.noble ??= run.noble;
    if (run.role) bump(seen.roles, run.role);
    for (const country of run.of) bump(seen.countries, country.name);
    if (run.acronym && isAcronymOf(run.acronym, run.words)) acronyms.set(run.acronym, run.name);
  }

  const byName = new Map<string, { name: string; kind: ActorKind | null }>();
  const persons: Person[] = [];
  const byWord = new Map<string, Person[]>();
  // Full names first, so that single words can be understood by them.
  const all = [...evidence.values()].sort((a, b) => b.words.length - a.words.length || b.count - a.count);
  for (const seen of all) {
    if (seen.words.length < 2 && !seen.noble) continue;
    const kind = kindOf(seen, acronyms);
    if (kind === 'person') addPerson(seen, persons, byWord, byName);
    else byName.set(keyOf(seen.name), { name: KNOWN.get(seen.name) ?? seen.name, kind });
  }
  for (const seen of all) {
    if (seen.words.length !== 1 || seen.noble) continue;
    const key = keyOf(seen.name);
    const known = byWord.get(key);
    if (known && known.length > 0 && !countryNamed(seen.name)) continue;
    const kind = kindOf(seen, acronyms);
    if (kind === 'person') addPerson(seen, persons, byWord, byName);
    else byName.set(key, { name: acronyms.get(seen.name) ?? KNOWN.get(seen.name) ?? seen.name, kind });
  }
  return { byName, byWord, persons, acronyms };
}

const bump = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);

/** `WHO` of `World Health Organization`: its letters begin the words, in order. */
function isAcronymOf(acronym: string, words: readonly string[]): boolean {
  const letters = acronym.replace(/[^\p{L}]/gu, '').toLowerCase();
  const initials = words
    .filter((w) => /^\p{Lu}/u.test(w))
    .map((w) => w[0]!.toLowerCase())
    .join('');
  return (
    letters.length >= 2 &&
    (initials.startsWith(letters.slice(0, 2)) || initials === letters || letters[0] === initials[0])
  );
}

function addPerson(
  seen: Evidence,
  persons: Person[],
  byWord: Map<string, Person[]>,
  byName: Map<string, { name: string; kind: ActorKind | null }>,
): void {
  // "Vladimir V. Putin" and "Vladimir Putin" are one; so are "Maria Curie" and "Maria S. Curie".
  const words = seen.words.filter((w, i) => !(i > 0 && i < seen.words.length - 1 && /^\p{Lu}\.?$/u.test(w)));
  const name = `${seen.noble ? `${seen.noble} ` : ''}${words.join(' ')}`;
  const same = persons.find((p) => p.name === name);
  const person = same ?? { name, words, roles: seen.roles, countries: seen.countries };
  if (same) {
    for (const [role, n] of seen.roles) same.roles.set(role, (same.roles.get(role) ?? 0) + n);
    for (const [country, n] of seen.countries)
      same.countries.set(country, (same.countries.get(country) ?? 0) + n);
  } else {
    persons.push(person);
    for (const word of new Set([words[0]!, words[words.length - 1]!])) {
      const key = keyOf(word);
      if (/^(?:jr|sr|ii|iii|iv)$/.test(key)) continue;
      byWord.set(key, [...(byWord.get(key) ?? []), person]);
    }
  }
  byName.set(keyOf(seen.name), { name: person.name, kind: 'person' });
}

/** What a name is, from its words and from how the document uses it. */
function kindOf(seen: Evidence, acronyms: ReadonlyMap<string, string>): ActorKind | null {
  const { words, name } = seen;
  if (KNOWN.has(name) || acronyms.has(name)) return 'organisation';
  const country = countryNamed(name);
  if (country) return country.as === 'demonym' ? null : 'country';
  if (seen.credit > 0 && seen.credit >= seen.count - 1) return null;
  const lower = words.map((w) => w.toLowerCase());
  if (hasOrganisationWord(lower)) return 'organisation';
  if (lower.some((w) => hasThingWord(w))) return null;
  if (seen.titled > 0 || seen.noble) return 'person';
  const all = /^[\p{Lu}\d&.-]+$/u.test(name) && name.length > 1;
  if (words.length === 1) {
    if (all)
      return seen.acts + seen.possessive > 0 && seen.strong > 1 && name.length > 2 && !/\d/.test(name)
        ? 'organisation'
        : null;
    if (seen.strong === 0) return null;
    if (seen.human > 0 && seen.placed * 2 < seen.count) return 'person';
    if (seen.acts > 0 && seen.placed * 2 < seen.count) return 'organisation';
    return null;
  }
  if (words.length > 4) return null;
  if (givenNames.has(lower[0]!) && !all) return 'person';
  if (
    words.some((w, i) => i > 0 && i < words.length - 1 && /^\p{Lu}\.$/u.test(w)) ||
    /^\p{Lu}\.$/u.test(words[0]!)
  )
    return 'person';
  if (seen.human > 0 && seen.placed === 0) return 'person';
  if (seen.acts > 0 && seen.placed * 2 < seen.count) return 'organisation';
  return null;
}

/* ---- second pass: mentions ---- */

/** Nouns that act for the country whose adjective stands before them: `Russian officials`. */
const ACTING_NOUN =
  /^(?:officials?|authorities|authority|government|governments|forces?|troops?|army|military|navy|police|soldiers?|warships?|ships?|vessels?|jets?|planes?|aircraft|submarines?|fleet|missiles?|drones?|diplomats?|ministers?|ministry|ministries|leaders?|leadership|lawmakers?|parliament|parliamentarians?|prosecutors?|courts?|judges?|president|premier|chancellor|king|queen|emperor|prime|foreign|defence|defense|envoys?|ambassadors?|delegations?|negotiators?|side|state|rulers?|commanders?|generals?|admirals?|coastguard|coast|border|regime|administration|cabinet|intelligence|security|banks?|companies|firms?|customs|investigators?|regulators?|scientists?|researchers?|voters?|citizens?|rebels?|settlers?|colonists|people|team|teams|players?|workers?|exporters?|importers?|buyers?|suppliers?|counterparts?|invasion|attack|offensive|relations|ties|talks|trade|summit|partnership|alliance|exercises?|drills?|cooperation|friendship|treaty|declaration|statement|agreement|exports|imports|economy)$/;

/** Verbs whose subject is a government when the name is a capital: `Moscow said`. */
const GOVERNING =
  /^(?:say|state|agree|urge|warn|claim|deny|accuse|announce|declare|insist|demand|want|hope|reject|refuse|condemn|criticise|criticize|call|seek|sign|ban|impose|sanction|retaliate|respond|vow|pledge|promise|offer|propose|invite|recognise|recognize|support|back|oppose|annex|invade|attack|threaten|deploy|dispatch|send|tighten|lift|expel|summon|recall|negotiate|hold|launch|withdraw|join|consider|believe|view|see|regard|fear|argue|maintain|admit|acknowledge|concede|approve|decide|plan|intend|press|push|help|describe|use|provide|deny|dismiss|protest|cancel|suspend|expand|cut|raise|buy|sell|stop|allow|block|have|need|depend|rely|share|face|strengthen|deepen)$/;

/** Things that governments have, not cities: `Beijing's proposals`. */
const GOVERNED =
  /^(?:proposals?|plans?|policy|policies|government|efforts?|demands?|allies|ally|ties|relations|support|help|claims?|stance|position|response|offensive|invasion|leaders?|leadership|backing|influence|concerns?|interests?|goals?|ambitions?|forces|troops|war|foreign|military|security|decision|decisions|ambassador|envoy|request|requests|aid|ban|sanctions|threats?|role|view|views|strategy|dependence|failures?)$/;

function resolve(
  text: string,
  reading: Reading,
  tokensOfBlock: (block: Block) => readonly Token[],
  runs: readonly Run[],
  cast: Cast,
): ActorIndex {
  const mentions: ActorMention[] = [];
  const others: (TextSpan & { name: string })[] = [];
  const recent = new Map<string, Person>();
  let next = 0;
  for (const block of reading.blocks) {
    if (block.kind === 'note' || block.kind === 'navigation' || block.kind === 'byline') continue;
    const tokens = tokensOfBlock(block);
    const taken = mentions.length;
    while (next < runs.length && runs[next]!.block === block) {
      const run = runs[next]!;
      next++;
      if (run.credit) continue;
      const mention = mentionOf(run, cast, recent, tokens);
      if (Array.isArray(mention)) mentions.push(...mention);
      else if (mention) mentions.push(mention);
      else others.push({ start: run.start, end: run.end, name: run.name });
    }
    addDescriptions(text, tokens, cast, mentions, taken);
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: ActorMention[] = [];
  for (const mention of mentions) {
    const last = apart[apart.length - 1];
    if (!last || mention.start >= last.end) apart.push(mention);
  }
  const counts = new Map<string, number>();
  for (const { name } of apart) bump(counts, name);
  return { mentions: apart, counts, others };
}

function mentionOf(
  run: Run,
  cast: Cast,
  recent: Map<string, Person>,
  tokens: readonly Token[],
): ActorMention | ActorMention[] | null {
  const { start, end } = run;
  const key = keyOf(run.name);
  const full = cast.byName.get(key);
  if (full?.kind === 'person') {
    const person = cast.persons.find((p) => p.name === full.name);
    if (person) for (const word of person.words) recent.set(keyOf(word), person);
    return { start, end, name: full.name, kind: 'person' };
  }
  if (full?.kind === 'organisation') return { start, end, name: full.name, kind: 'organisation' };
  if (run.words.length === 1) {
    const persons = cast.byWord.get(key);
    if (persons && persons.length > 0 && !countryNamed(run.name)) {
      const person = recent.get(key) ?? persons[0]!;
      recent.set(key, person);
      return { start, end, name: person.name, kind: 'person' };
    }
  }
  const country = countryMention(run, tokens);
  if (country !== undefined) return country;
  return lookInside(run, cast);
}

/** undefined: no country in it. null: one, but not acting here. */
function countryMention(
  run: Run,
  tokens: readonly Token[],
): ActorMention | ActorMention[] | null | undefined {
  const { start, end } = run;
  const at = tokenAt(tokens, start);
  const lastToken = tokenAt(tokens, end - 1);
  const joint = countriesIn(run.name);
  if (joint.length > 0 && run.words.length === 1) {
    const after = tokens[lastToken + 1];
    if (after?.pos !== 'NOUN') return null;
    // Two countries, one word: both mentions share out its halves.
    const cut = start + Math.max(1, run.name.search(/[-\u2010\u2011–]/));
    if (joint.length === 1) return { start, end, name: joint[0]!.name, kind: 'country' };
    return [
      { start, end: cut, name: joint[0]!.name, kind: 'country' },
      { start: cut + 1, end, name: joint[1]!.name, kind: 'country' },
    ];
  }
  const named = countryNamed(run.name);
  if (!named) return undefined;
  const after = tokens[lastToken + 1];
  if (named.as === 'name' || named.as === 'government')
    return { start, end, name: named.country.name, kind: 'country' };
  if (named.as === 'demonym') {
    const plural = /s$/.test(run.name) && !/ss$/.test(run.name);
    const people = plural || (tokens[at - 1]?.lower === 'the' && after?.pos !== 'NOUN');
    if (people && after?.pos !== 'NOUN') return { start, end, name: named.country.name, kind: 'group' };
    let k = lastToken + 1;
    for (
      let steps = 0;
      steps < 4 && tokens[k] && /^(?:ADJ|NOUN|PROPN|CCONJ)$/.test(tokens[k]!.pos);
      steps++, k++
    ) {
      if (ACTING_NOUN.test(tokens[k]!.lower))
        return { start, end, name: named.country.name, kind: 'country' };
    }
    return null;
  }
  // A capital: who governs, or where.
  if (PLACE_PREPOSITIONS.has(run.after)) return null;
  const verb = verbAfter(tokens, lastToken);
  if (verb && GOVERNING.test(verb.lemma)) return { start, end, name: named.country.name, kind: 'country' };
  if (run.possessive) {
    for (let k = lastToken + 2; k < Math.min(tokens.length, lastToken + 6); k++) {
      if (GOVERNED.test(tokens[k]!.lower)) return { start, end, name: named.country.name, kind: 'country' };
      if (tokens[k]!.pos === 'VERB' || tokens[k]!.pos === 'PUNCT') break;
    }
    return null;
  }
  if (/^(?:between|with|against|by|on)$/.test(run.after))
    return { start, end, name: named.country.name, kind: 'country' };
  // "Moscow and Beijing agreed": the pair acts.
  const pair = tokens[lastToken + 1]?.lower === 'and' ? tokens[lastToken + 2] : undefined;
  if (pair && countryNamed(pair.text)) {
    const both = verbAfter(tokens, lastToken + 2);
    if (both && GOVERNING.test(both.lemma)) return { start, end, name: named.country.name, kind: 'country' };
  }
  return null;
}

function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A name within a run that as a whole is none: `Georgetown experiment`, `Russia Watcher`. */
function lookInside(run: Run, cast: Cast): ActorMention[] | null {
  if (run.words.length < 2) return null;
  const found: ActorMention[] = [];
  for (let i = 0; i < run.words.length; ) {
    let taken = 0;
    for (let length = Math.min(LONGEST_NAME, run.words.length - i); length > 0; length--) {
      const name = run.words.slice(i, i + length).join(' ');
      const span = {
        start: run.starts[i]!,
        end: run.starts[i + length - 1]! + run.words[i + length - 1]!.length,
      };
      const full = cast.byName.get(keyOf(name));
      const named = countryNamed(name);
      if (full?.kind && length < run.words.length) found.push({ ...span, name: full.name, kind: full.kind });
      else if (named && named.as !== 'capital')
        found.push({ ...span, name: named.country.name, kind: 'country' });
      else continue;
      taken = length;
      break;
    }
    i += Math.max(1, taken);
  }
  return found.length > 0 ? found : null;
}

/** `the Chinese leader`, `the president`: a role that only one person of the cast has. */
function addDescriptions(
  text: string,
  tokens: readonly Token[],
  cast: Cast,
  mentions: ActorMention[],
  from: number,
): void {
  void text;
  const starts = new Set(mentions.slice(from).map((m) => m.start));
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.lower !== 'the') continue;
    let k = i + 1;
    const named = tokens[k]?.capital ? countryNamed(tokens[k]!.text) : null;
    if (named?.as === 'demonym') k++;
    const two = tokens[k + 1] ? `${tokens[k]!.lower} ${tokens[k + 1]!.lower}` : '';
    const role = ROLES.get(two) ?? ROLES.get(tokens[k]?.lower ?? '');
    if (!role) continue;
    const last = ROLES.has(two) ? k + 1 : k;
    // "the president of France", "the Russian leader Vladimir Putin": said by the name.
    const after = tokens[last + 1];
    if (after && (isCapital(after) || after.lower === 'of' || after.pos === 'NOUN')) continue;
    const fits = cast.persons.filter((p) => {
      if (named && !p.countries.has(named.country.name)) return false;
      return named ? [...p.roles.keys()].some((r) => sameRole(r, role)) : p.roles.has(role);
    });
    if (fits.length !== 1) continue;
    const start = tokens[named ? i + 1 : i]!.start;
    // The country's own mention gives way to the person's.
    if (named && starts.has(start)) {
      const at = mentions.findIndex((m, n) => n >= from && m.start === start);
      if (at >= 0) mentions.splice(at, 1);
    }
    mentions.push({ start, end: tokens[last]!.end, name: fits[0]!.name, kind: 'person' });
  }
}

const HEADS = new Set([
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
const sameRole = (a: string, b: string): boolean =>
  a === b || (HEADS.has(a) && HEADS.has(b) && (a === 'leader' || b === 'leader'));
