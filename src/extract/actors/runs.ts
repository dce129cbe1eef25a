import type { TextSpan } from '../../model/document.ts';
import { type Country, countryNamed } from '../countries.ts';
import type { Token } from '../language.ts';
import type { Block } from '../reading.ts';
import {
  type ActorKind,
  bodyNoun,
  givenNames,
  hasThingWord,
  isActingVerb,
  isDoneToPersons,
  isHumanVerb,
  NOBLE,
  OFFICE_OF,
  organisationWord,
  ROLES,
  TITLES,
} from './names.ts';

/** A name as it stands, before it is known what it is, with what its surroundings say. */
export interface Run extends TextSpan {
  /** Words of the name, without the titles and adjectives of a country before it. */
  readonly words: readonly string[];
  /** Where each word starts. */
  readonly starts: readonly number[];
  readonly name: string;
  readonly block: Block;
  /** `president`, `foreign minister` … where an office stands before or behind it. */
  readonly role: string | null;
  /** Countries whose adjective or possessive stands before it. */
  readonly of: readonly Country[];
  /** `Queen`, `Pope`: part of the name. */
  readonly noble: string | null;
  readonly honorific: boolean;
  /** `the` stands before it, as it does before no person's name. */
  readonly the: boolean;
  /** A title with a capital stands before it, as before persons' names only. */
  readonly styled: boolean;
  /** The preposition right before it, or empty. */
  readonly after: string;
  /** It is the subject of a verb of doing. */
  readonly acts: boolean;
  /** It is the subject of what only persons do, or has an age. */
  readonly human: boolean;
  readonly possessive: boolean;
  /** The short name in brackets behind it: `WHO`. */
  readonly acronym: string | null;
  /** In a heading, or first in its sentence with ordinary words: proves nothing by itself. */
  readonly weak: boolean;
  /** Every word of it is in the dictionary. */
  readonly ordinary: boolean;
  /** None is. */
  readonly unknown: boolean;
  /** What the words beside it call it: "Carlsen, a Danish brewer". */
  readonly called: ActorKind | null;
  /** Names the paper or agency that a text is from. */
  readonly credit: boolean;
}

const words = (list: string): string[] => list.split(' ');

/** Small words inside names. */
const INSIDE = new Set(
  words(
    'of for de da do dos das del della di du la le les el al bin bint ibn ben van von der den ter ten zu af av y e & and the on in',
  ),
);
/** Of these, the ones that only names of bodies and offices have. */
const BODY_LINKS = new Set(words('of for and & the on in'));

/** Whether a token starts with a capital letter, as names do. */
export const isCapital = (t: Token | undefined): boolean =>
  t?.capital === true && /^\p{Lu}/u.test(t.text) && t.pos !== 'PUNCT';

/** Finds the runs of capitals in one block and appends them to `runs`. */
export function collectRuns(text: string, block: Block, tokens: readonly Token[], runs: Run[]): void {
  const heading = block.kind === 'heading';
  for (let i = 0; i < tokens.length; ) {
    if (!isCapital(tokens[i]) || !startsName(tokens, i, heading)) {
      i++;
      continue;
    }
    const last = runEnd(tokens, i, heading);
    addRun(text, block, tokens, i, last, runs);
    i = last + 1;
  }
}

const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|christmas|easter|ramadan|spring|summer|autumn|winter)\.?$/;
const NO_NAME =
  /^(?:i|ok|a\.m\.|p\.m\.|am|pm|bc|ad|bce|ce|gmt|utc|no|nos|fig|table|figure|chapter|section|article|page|note|source|photo|image|credit|caption|updated|published|written|posted)\.?$/;

/** Whether a word with a capital can begin a name where it stands. */
function startsName(tokens: readonly Token[], at: number, heading: boolean): boolean {
  const t = tokens[at]!;
  if (heading && isHeadlineWord(t)) return false;
  if (CALENDAR.test(t.lower) && !isPersonAfter(tokens, at)) return false;
  if (NO_NAME.test(t.lower)) return false;
  // "E-mails", "T-shirts"
  if (/^\p{Lu}-\p{Ll}+$/u.test(t.text)) return false;
  if (/^(?:DET|ADP|PRON|SCONJ|CCONJ|ADV|AUX|NUM|PART|INTJ)$/.test(t.pos)) return false;
  const pair = isCapital(tokens[at + 1]) ? countryNamed(`${t.text} ${tokens[at + 1]!.text}`) : null;
  if (pair) return true;
  if (t.pos === 'VERB' && t.common && isFirst(tokens, at)) return false;
  // "US-led", "Hague-based": an adjective before a name.
  if (/-(?:\p{Ll}+ed|born|run|style|like|wide|language|made)$/u.test(t.text)) return false;
  // First in its sentence, an ordinary word: only with a name right behind it.
  const next = tokens[at + 1];
  if (isFirst(tokens, at) && t.common && t.pos !== 'PROPN' && !countryNamed(t.text)) {
    const nextTo = next !== undefined && next.start - t.end === 1;
    if (nextTo && isCapital(next) && !CALENDAR.test(next.lower)) return t.pos !== 'ADJ' || next.common;
    if (nextTo && BODY_LINKS.has(next.lower) && isCapital(tokens[at + 2])) return organisationWord(t.lower);
    // It may yet be the family name of someone: "Park resigned".
    return t.pos === 'NOUN' && !/s$/.test(t.lower);
  }
  return true;
}

/** In a headline every word may have a capital: there an ordinary word is a name only as the name of a body's kind. */
const isHeadlineWord = (t: Token): boolean =>
  t.common && !organisationWord(t.lower) && !countryNamed(t.text) && titleOfOne(t.lower) === false;

const titleOfOne = (lower: string): boolean =>
  ROLES.has(lower) || TITLES.has(lower.replace(/\.$/, '')) || NOBLE.has(lower);

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

/** Whether a token is the first word of a sentence, a quotation or a bracket. */
export function isFirst(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || /^(?:[.!?:;…]+|["“‘”(—–])$/.test(before.text);
}

/** Index of the last token of the run that starts at `first`. */
function runEnd(tokens: readonly Token[], first: number, heading: boolean): number {
  let last = first;
  let body = organisationWord(tokens[first]!.lower);
  for (let k = first + 1; k < tokens.length; k++) {
    const t = tokens[k]!;
    if (t.start - tokens[k - 1]!.end > 1) break;
    if (isCapital(t)) {
      if (CALENDAR.test(t.lower) && !isNameToo(tokens, k)) break;
      const plain = t.common && t.text !== t.text.toUpperCase();
      if (plain && /^(?:DET|PRON|SCONJ|ADP|AUX|CCONJ)$/.test(t.pos)) break;
      if (heading && isHeadlineWord(t)) break;
      last = k;
      body = body || organisationWord(t.lower);
      continue;
    }
    // "the People's Republic of China", "the People's Bank"
    if (/^['’]s?$/.test(t.text) && tokens[k - 1]!.text === 'People' && isCapital(tokens[k + 1])) continue;
    if (!INSIDE.has(t.lower)) break;
    if (BODY_LINKS.has(t.lower) && !links(tokens, first, last, k, body)) break;
    // "University of the Arts": up to two small words, then a capital.
    let n = k + 1;
    const second = tokens[n];
    if (second && INSIDE.has(second.lower) && !isCapital(second) && second.start - t.end === 1) n++;
    const far = tokens[n];
    if (!far || !isCapital(far) || CALENDAR.test(far.lower) || far.start - tokens[n - 1]!.end !== 1) break;
    k = n;
    last = n;
  }
  return last;
}

/** "Convention on Biological Diversity" */
const PAPER = /^(?:charter|convention|conference|treaty|agreement|protocol|declaration)$/;

/** The epithets of rulers and saints: "Harald the Red". */
const EPITHET =
  /^(?:great|red|bald|elder|younger|conqueror|terrible|magnificent|wise|good|bold|fat|short|pious|confessor|lion|fair|black|white|blind|navigator|apostate|hammer|brave|simple|stammerer|impaler|lawgiver|baptist|theologian|evangelist)$/;

/** "Ana May", "Dong Jun said": a month that goes on with a name and that no number follows. */
const isNameToo = (tokens: readonly Token[], at: number): boolean =>
  /^(?:may|march|august|june|april)$/.test(tokens[at]!.lower) ||
  (/^(?:jun|jan)$/.test(tokens[at]!.lower) && !/^\d/.test(tokens[at + 1]?.text ?? ''));

/** Whether `of`, `for`, `and` … at `k` go on with the name: "Bank of England", "Secretary of State Ann Lee". */
function links(tokens: readonly Token[], first: number, last: number, k: number, body: boolean): boolean {
  const lower = tokens[k]!.lower;
  const head = tokens[last]!.lower;
  // "the Prince of Wales"
  if (lower === 'of' && NOBLE.has(head)) return true;
  if (lower === 'of' && ROLES.has(head)) return OFFICE_OF.has(tokens[k + 1]?.lower ?? '');
  if (lower === 'of' && (hasThingWord(head) || organisationWord(head))) return true;
  // "Ekholm & Sons"
  if (lower === '&') return true;
  if (lower === 'the' && first === last && (!tokens[first]!.common || givenNames.has(tokens[first]!.lower)))
    return EPITHET.test(tokens[k + 1]?.lower ?? '');
  if (lower === 'on' && PAPER.test(head)) return true;
  if (lower === 'and' && tokens[k - 2]?.lower === 'on' && PAPER.test(tokens[k - 3]?.lower ?? ''))
    return tokens[k - 1]!.common && tokens[k + 1]?.common === true;
  if (!body) return false;
  if (lower === 'and' || lower === '&' || lower === 'on' || lower === 'in')
    return continuesBody(tokens, first, k);
  return true;
}

/** "Department of Health and Care" goes on; "Bank of England and Treasury" are two. */
function continuesBody(tokens: readonly Token[], first: number, at: number): boolean {
  const next = tokens[at + 1];
  if (!next || !isCapital(next) || organisationWord(next.lower) || countryNamed(next.text)) return false;
  if (tokens[at]!.lower === '&') return true;
  if (tokens[at]!.lower !== 'and')
    return tokens[at]!.lower === 'on' && organisationWord(tokens[at - 1]!.lower);
  for (let k = first; k < at; k++) {
    if (tokens[k]!.lower === 'of' || tokens[k]!.lower === 'for') return tokens[at - 1]!.common && next.common;
  }
  return false;
}

function addRun(
  text: string,
  block: Block,
  tokens: readonly Token[],
  first: number,
  last: number,
  runs: Run[],
): void {
  const title = titleOf(tokens, first, last);
  const { from } = title;
  // "US President Joe Biden", "Institute Director Kirill Babaev": what stands before the office is a name of its own.
  if (title.body >= 0) addRun(text, block, tokens, first, title.body, runs);
  const before = tokens[first - 1];
  const next = tokens[last + 1];
  const [roleBeside, countries] = roleBefore(tokens, first);
  const role = title.role ?? roleBeside ?? roleBehind(tokens, last);
  const of = [...title.of, ...countries, ...possessor(tokens, first)];
  // "the president of Russia", "Vladimir Putin of Russia"
  const behind = next?.lower === 'of' && role ? countryNamed(tokens[last + 2]?.text ?? '') : null;
  if (behind) of.push(behind.country);
  const bracket = tokens[last + 2];
  const inBrackets = next?.text === '(' && bracket && tokens[last + 3]?.text === ')';
  const after =
    before?.pos === 'ADP' || /^(?:to|near|outside|off)$/.test(before?.lower ?? '')
      ? before!.lower
      : before?.lower === 'the' && tokens[first - 2]?.pos === 'ADP'
        ? tokens[first - 2]!.lower
        : '';
  const verb =
    after === '' || after === 'since' ? (verbAfter(tokens, last) ?? sharedVerb(tokens, last)) : null;
  const own = tokens.slice(from, last + 1);
  const ordinary = own.every((t) => t.common);
  runs.push({
    start: tokens[from]!.start,
    end: tokens[last]!.end,
    words: own.map((t) => t.text),
    starts: own.map((t) => t.start),
    name: text.slice(tokens[from]!.start, tokens[last]!.end).replace(/\s+/g, ' '),
    block,
    role,
    of,
    noble: title.noble,
    honorific: title.honorific,
    the: before?.lower === 'the' && from === first,
    styled: from > first && (title.honorific || title.role !== null),
    after,
    // "bought by Halden": who does it stands behind.
    acts: verb !== null ? isActingVerb(verb.lemma) : after === 'by' && isDone(tokens, first - 2),
    human:
      (verb !== null && isHumanVerb(verb.lemma)) ||
      isAgeAfter(tokens, last) ||
      (/^(?:|to|by|with|for|of|against)$/.test(after) && isHeOrShe(tokens, last)) ||
      (before?.pos === 'VERB' && isDoneToPersons(before.lemma)),
    possessive: next?.lower === "'s" || (next?.text === '’' && next.start === tokens[last]!.end),
    acronym: inBrackets && /^\p{Lu}[\p{L}\d.&-]{1,7}$/u.test(bracket.text) ? bracket.text : null,
    weak:
      block.kind === 'heading' ||
      (isFirst(tokens, first) && ordinary && !own.every((t) => t.pos === 'PROPN')),
    ordinary,
    unknown: own.every((t) => !t.common),
    called: calledAfter(tokens, last) ?? calledBefore(tokens, first),
    credit: isCredit(tokens, first, last, block),
  });
}

/** Whether a participle stands at `at`: "was bought", "led". */
const isDone = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.pos === 'VERB' && /(?:ed|en|t|d|n)$/.test(tokens[at]!.lower);

/** "Russia's Defence Ministry": the country that has it. */
function possessor(tokens: readonly Token[], first: number): Country[] {
  const mark = tokens[first - 1];
  if (mark?.lower !== "'s" && mark?.text !== '’') return [];
  const named = countryNamed(tokens[first - 2]?.text ?? '');
  return named ? [named.country] : [];
}

/** A pronoun for a person close behind, with no other name between: "Lenin, who", "Napoleon lost his". */
function isHeOrShe(tokens: readonly Token[], last: number): boolean {
  for (let k = last + 1; k < Math.min(tokens.length, last + 16); k++) {
    const t = tokens[k]!;
    if (/^(?:he|she|his|her|him|himself|herself)$/.test(t.lower)) return true;
    if (t.lower === 'who') return k <= last + 2;
    // "Bergen, where he"
    if (/^(?:where|which)$/.test(t.lower)) return false;
    if (/^[.!?;:]$/.test(t.text) || (isCapital(t) && !isFirst(tokens, k) && !CALENDAR.test(t.lower)))
      return false;
  }
  return false;
}

interface Title {
  /** Index of the first token of the name itself. */
  readonly from: number;
  readonly role: string | null;
  readonly honorific: boolean;
  readonly noble: string | null;
  readonly of: readonly Country[];
  /** Index of the last token of a body named before the office, or -1. */
  readonly body: number;
}

/** Reads the titles at the head of a run, and the countries and bodies they belong to. */
function titleOf(tokens: readonly Token[], first: number, last: number): Title {
  let from = first;
  let role: string | null = null;
  let honorific = false;
  let noble: string | null = null;
  let body = -1;
  const of: Country[] = [];
  for (let k = first; k < last; ) {
    // "Space and Major Disasters": behind a small word begins no title.
    const joined = k > first && !isCapital(tokens[k - 1]);
    const length = joined ? 0 : titleLength(tokens, k, last);
    if (length === 0 || k + length > last) {
      // "Chief Minister" at the end of a name is none; "Bank Governor Ueda" has its office inside.
      if (k - from >= 5) break;
      k++;
      continue;
    }
    for (let n = from; n < k; n++) {
      const named = countryNamed(tokens[n]!.text);
      if (named) of.push(named.country);
      else if (organisationWord(tokens[n]!.lower) || !tokens[n]!.common) body = k - 1;
    }
    const said = tokens.slice(k, k + length).map((w) => w.lower.replace(/\.$/, ''));
    const own = NOBLE.has(said[0]!);
    if (own && tokens[k + length]?.lower === 'of') break;
    // "General Motors", "Prince Edward Island", "King Abdullah University": the whole is another name.
    if (k === first && organisationWord(tokens[last]!.lower) && !isStyle(said.join(' '))) break;
    if (k === first && hasThingWord(tokens[last]!.lower) && (own || k + length === last)) {
      if (!isStyle(said.join(' '))) break;
    }
    if (own) noble = tokens[k]!.text;
    else if (isStyle(said.join(' '))) honorific = true;
    else role = ROLES.get(said.join(' ')) ?? said.join(' ');
    k += length;
    from = k;
  }
  if (from === first) return { from, role: null, honorific: false, noble: null, of: [], body: -1 };
  return { from, role, honorific, noble, of, body };
}

/** `Mr`, `Dr`, `Sen`: before persons and before nothing else. */
const isStyle = (joined: string): boolean => TITLES.has(joined) && !ROLES.has(joined);

/** How many tokens from `at` are a title: `Prime Minister`, `Secretary of State`, `Mr.`; 0 when none. */
function titleLength(tokens: readonly Token[], at: number, last: number): number {
  for (let length = Math.min(5, last - at + 1); length > 0; length--) {
    const said: string[] = [];
    for (let k = at; k < at + length; k++) said.push(tokens[k]!.lower.replace(/\.$/, ''));
    const joined = said.join(' ');
    if (TITLES.has(joined) || ROLES.has(joined) || NOBLE.has(joined)) return length;
    // "Minister of Health", "Superintendent of Education"
    if (length > 2 && said[1] === 'of' && ROLES.has(said[0]!) && OFFICE_OF.has(said[2]!) && length <= 5) {
      if (length === 3 || (length === 5 && said[3] === 'and')) return length;
    }
  }
  return 0;
}

/** An office in lower case before a name, with the country it is of: "China's leader, Xi". */
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
    const named = word.capital ? countryNamed(word.text) : null;
    if (named) of.push(named.country);
    if (word.lower !== "'s" && word.text !== '’' && word.pos !== 'ADJ' && word.pos !== 'NOUN') break;
  }
  return [role, of];
}

/** "Ana Silva, the chief executive, …", "Ana Silva, 54, president of". */
function roleBehind(tokens: readonly Token[], last: number): string | null {
  if (tokens[last + 1]?.text !== ',') return null;
  for (let k = last + 2; k < Math.min(tokens.length, last + 8); k++) {
    const t = tokens[k]!;
    if (t.pos === 'PUNCT' || t.pos === 'VERB' || t.pos === 'AUX' || t.pos === 'PRON') return null;
    const two = tokens[k + 1] ? `${t.lower} ${tokens[k + 1]!.lower}` : '';
    const role = ROLES.get(two) ?? ROLES.get(t.lower);
    // "the king's castle", "a president who": only the office itself.
    if (role) return tokens[k + 1]?.lower === "'s" ? null : role;
  }
  return null;
}

/** "Orsted, a Danish energy group," tells what it is. */
function calledAfter(tokens: readonly Token[], last: number): ActorKind | null {
  // "Kyodo news agency"
  for (let k = last + 1; k < Math.min(tokens.length, last + 4) && tokens[k]!.pos === 'NOUN'; k++) {
    if (bodyNoun(tokens[k]!.lower)) return 'organisation';
  }
  if (tokens[last + 1]?.text !== ',') return null;
  if (!/^(?:a|an|the|one|\p{Lu}.*)$/u.test(tokens[last + 2]?.text ?? '')) return null;
  for (let k = last + 2; k < Math.min(tokens.length, last + 10); k++) {
    const t = tokens[k]!;
    if (t.text === ',' || t.pos === 'VERB' || t.pos === 'AUX' || t.pos === 'ADP') return null;
    if (bodyNoun(t.lower) && tokens[k + 1]?.pos !== 'NOUN') return 'organisation';
  }
  return null;
}

/** "the oil company Total", "state-owned bank Sber". */
function calledBefore(tokens: readonly Token[], first: number): ActorKind | null {
  const t = tokens[first - 1];
  return t && !t.capital && bodyNoun(t.lower) && tokens[first]!.start - t.end === 1 ? 'organisation' : null;
}

/** The verb that a name is the subject of, if it stands close behind. */
export function verbAfter(tokens: readonly Token[], last: number): Token | null {
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

/** "Mann, Bradley and Hughes wrote": the verb that names in a row share. */
function sharedVerb(tokens: readonly Token[], last: number): Token | null {
  let k = last + 1;
  let joined = false;
  for (; k < Math.min(tokens.length, last + 12); k++) {
    const t = tokens[k]!;
    if (t.lower === 'and') joined = true;
    else if (t.text !== ',' && !isCapital(t)) break;
  }
  return joined && isCapital(tokens[k - 1]) ? verbAfter(tokens, k - 1) : null;
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
