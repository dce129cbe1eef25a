import type { TextSpan } from '../../model/document.ts';
import { type Country, countryNamed, countryOfPart, LONGEST_NAME, regionNamed } from '../countries.ts';
import type { Token } from '../language.ts';
import { verbAfter } from './beside.ts';
import type { Cast } from './cast.ts';
import { keyOf, PLACE_PREPOSITIONS } from './evidence.ts';
import { isCapital } from './nameBounds.ts';
import { type ActorKind, hasThingWord, organisationWord, ROLES } from './names.ts';
import { HEADS, type Person } from './persons.ts';
import type { Run } from './runs.ts';

/** Words that speak of someone who acts. */
export interface ActorMention extends TextSpan {
  /** Canonical within the document: `Xi`, `Mr Xi` and `the Chinese leader` are all `Xi Jinping`. */
  readonly name: string;
  readonly kind: ActorKind;
  /** Where something happens or whose office someone holds, and not who acts: a country by its name or adjective. */
  readonly aside?: true;
}

/** What the reading of a document has reached: who was named last under a word. */
export interface Memory {
  /** Persons named in full in the block. The caller clears it between blocks. */
  readonly inBlock: Set<string>;
  /** Last body named of each kind: `university`. */
  readonly bodies: Map<string, string>;
  /** Canonical names so far. */
  readonly met: Set<string>;
}

/** Nouns that act for the country whose adjective stands before them: `Russian officials`. */
const ACTING_NOUN =
  /^(?:officials?|authorities|authority|government|governments|forces?|troops?|army|military|navy|police|soldiers?|warships?|ships?|vessels?|jets?|planes?|aircraft|submarines?|fleet|missiles?|drones?|diplomats?|ministers?|ministry|ministries|leaders?|leadership|lawmakers?|parliament|parliamentarians?|prosecutors?|courts?|judges?|president|premier|chancellor|king|queen|emperor|prime|foreign|defence|defense|envoys?|ambassadors?|delegations?|negotiators?|side|state|rulers?|commanders?|generals?|admirals?|coastguard|coast|border|regime|administration|cabinet|intelligence|security|banks?|companies|firms?|customs|investigators?|regulators?|scientists?|researchers?|voters?|citizens?|rebels?|settlers?|colonists|people|team|teams|players?|workers?|exporters?|importers?|buyers?|suppliers?|counterparts?|invasion|attack|offensive|relations|ties|talks|trade|summit|partnership|alliance|exercises?|drills?|flotillas?|bombers?|executives?|crews?|mercenar(?:y|ies)|fighters|guards?|submersibles?|icebreakers?|critics?|treasury|sanctions|tariffs|agency|agencies|hackers?|expeditions?|astronauts?|cosmonauts?|sailors?|cooperation|friendship|treaty|declaration|statement|agreement|exports|imports|economy)$/;

/** Verbs whose subject is a government when the name is a capital: `Moscow said`. */
const GOVERNING =
  /^(?:say|state|agree|urge|warn|claim|deny|accuse|announce|declare|insist|demand|want|hope|reject|refuse|condemn|criticise|criticize|call|seek|sign|ban|impose|sanction|vote|blacklist|ratify|veto|found|establish|create|retaliate|respond|vow|pledge|promise|offer|propose|invite|recognise|recognize|support|back|oppose|annex|invade|attack|threaten|deploy|dispatch|send|tighten|lift|expel|summon|recall|negotiate|hold|launch|withdraw|join|consider|believe|view|see|regard|fear|argue|maintain|admit|acknowledge|concede|approve|decide|plan|intend|press|push|help|describe|use|provide|deny|dismiss|protest|cancel|suspend|expand|cut|raise|buy|sell|stop|allow|block|have|need|depend|rely|share|face|strengthen|deepen)$/;

/** Things that governments have, not cities: `Beijing's proposals`. */
const GOVERNED =
  /^(?:proposals?|plans?|policy|policies|government|efforts?|demands?|allies|ally|ties|relations|support|help|claims?|stance|position|response|offensive|invasion|leaders?|leadership|backing|influence|concerns?|interests?|goals?|ambitions?|forces|troops|war|foreign|military|security|decision|decisions|ambassador|envoy|request|requests|aid|ban|sanctions|threats?|role|view|views|strategy|dependence|failures?)$/;

/** Who a run speaks of: nobody, one, or several inside it. `memory` is brought up to date. */
export function mentionsOf(run: Run, cast: Cast, memory: Memory, tokens: readonly Token[]): ActorMention[] {
  const found = find(run, cast, memory, tokens);
  for (const { name } of found) memory.met.add(name);
  return found;
}

function find(run: Run, cast: Cast, memory: Memory, tokens: readonly Token[]): ActorMention[] {
  const { start, end } = run;
  const full = cast.byName.get(keyOf(run.name));
  if (full?.kind === 'person') {
    if (run.words.length > 1) memory.inBlock.add(full.name);
    return [{ start, end, name: full.name, kind: 'person' }];
  }
  if (full?.kind === 'group' && PLACE_PREPOSITIONS.has(run.after) && regionNamed(run.name) === 'region')
    return [];
  // "the Sound of Ardale" is no place of Ardale Lines.
  if (full?.kind === 'organisation' && full.name.startsWith(`${run.name} `) && isPartOfPlace(run, tokens))
    return [];
  if (full?.kind === 'organisation' || full?.kind === 'group') {
    for (const word of full.name.toLowerCase().split(' ')) {
      if (organisationWord(word)) memory.bodies.set(word, full.name);
    }
    return [{ start, end, name: full.name, kind: full.kind }];
  }
  if (run.words.length === 1) {
    const one = personOf(run.name, cast, memory) ?? bodyOf(run, cast, memory, tokens);
    if (one) return [{ start, end, ...one }];
    const parts = run.name.split(/[-\u2010\u2011–]/);
    if (parts.length > 1) return joined(run, parts, cast, memory, tokens);
  }
  const named = countryNamed(run.name);
  if (!named) return lookInside(run, cast);
  const country = countryActs(run, tokens, cast) ? named.country.name : null;
  const group = named.as === 'demonym' && country !== null && isPeople(run, tokens);
  if (country === null) return [];
  const aside = isAside(run, tokens) ? { aside: true as const } : {};
  return [{ start, end, name: country, kind: group ? 'group' : 'country', ...aside }];
}

/** Prepositions behind which a country is where, whoever does it. Behind `to` and `from` it is often a party. */
const WHERE = new Set(
  'in near outside across around into through via off toward towards throughout inside within over along'.split(
    ' ',
  ),
);

/** Verbs behind which `to` and `from` a country is where, and of which it is the object: "left Iceland". */
const GOING =
  /^(?:go|come|travel|fly|sail|move|return|arrive|flee|emigrate|migrate|drive|march|deport|exile|escape|leave|reach|visit|enter|cross|tour|evacuate|retreat|withdraw|relocate|lead|bring|carry|take|follow|back|home|trip|visit|journey|voyage|flight|way|route|path|road|passage)$/;

/** The preposition before a name, or before the row of countries that it ends, and where that stands. */
function leading(run: Run, tokens: readonly Token[], first: number): readonly [string, number] {
  if (run.after !== '') return [run.after, first - 1];
  let k = first - 1;
  while (
    k > 0 &&
    (/^(?:,|and|or|the)$/.test(tokens[k]!.lower) || countryNamed(tokens[k]!.text)?.as === 'name')
  )
    k--;
  const alone = k === first - 1 || tokens[k + 1]?.text === ',' || tokens[k + 1]?.lower === 'and';
  return alone || tokens[k]?.pos !== 'ADP' ? ['', first] : [tokens[k]!.lower, k];
}

/** "in Kenya", "in Bali, Indonesia", "sailed to Greenland", "left Iceland", "Kenyan president Ana Otieno". */
function isAside(run: Run, tokens: readonly Token[]): boolean {
  const first = tokenAt(tokens, run.start);
  const last = tokenAt(tokens, run.end - 1);
  const as = countryNamed(run.name)?.as;
  if (as === 'demonym' || (as === 'name' && run.possessive)) {
    // The office, and who holds it, who is an actor alone.
    let k = last + 1;
    if (tokens[k]?.lower === "'s" || tokens[k]?.text === '’') k++;
    for (let steps = 0; steps < 4 && tokens[k]; steps++, k++) {
      if (!/^(?:ADJ|NOUN|PROPN)$/.test(tokens[k]!.pos)) break;
      if (ROLES.has(tokens[k]!.lower) && isCapital(tokens[k + 1]) && !countryNamed(tokens[k + 1]!.text))
        return true;
    }
    if (as === 'demonym') return false;
  }
  if (as !== 'name') return false;
  const [after, at] = leading(run, tokens, first);
  if (WHERE.has(after)) return true;
  if (after === 'to' || after === 'from') {
    for (let k = at - 1; k >= Math.max(0, at - 7); k--) {
      if (GOING.test(tokens[k]!.lemma)) return true;
      if (/^[.;:]$/.test(tokens[k]!.text)) break;
    }
    return false;
  }
  const before = tokens[first - (tokens[first - 1]?.lower === 'the' ? 2 : 1)];
  if (before?.pos === 'VERB' && GOING.test(before.lemma) && after === '') return true;
  // "Reykjavik, Iceland, on Monday": behind a town and a comma, with a comma or the end behind.
  const town = tokens[first - 2];
  const behind = tokens[last + 1];
  return (
    before?.text === ',' &&
    isCapital(town) &&
    countryNamed(town!.text)?.as !== 'name' &&
    (behind === undefined || /^(?:[,.;:)]|[—–-]+)$/.test(behind.text) || behind.pos === 'ADP') &&
    !(behind?.text === ',' && isCapital(tokens[last + 2]) && countryNamed(tokens[last + 2]!.text) !== null)
  );
}

/** "the mayor of Lund", "the town of Lund": what towns have and firms have not. */
const isOfPlaces = (t: Token | undefined): boolean =>
  /^(?:mayor|bishop|archbishop|governor|sheriff|city|town|village|port|people|citizens|streets|outskirts|siege|fall|sack)$/.test(
    t?.lower ?? '',
  );

/** Whether a name is behind a preposition of place, or behind `of` and a capital or what towns have. */
function isPartOfPlace(run: Run, tokens: readonly Token[]): boolean {
  const at = tokenAt(tokens, run.start);
  return (
    PLACE_PREPOSITIONS.has(run.after) ||
    (run.after === 'of' && (isCapital(tokens[at - 2]) || isOfPlaces(tokens[at - 2])))
  );
}

/**
 * Whom one word of a name means. Where several persons have it: the only one who is named in full in this block, else
 * the one the document tells most of, which in a life is whose life it is.
 */
function personOf(word: string, cast: Cast, memory: Memory): { name: string; kind: ActorKind } | null {
  const key = keyOf(word);
  const persons = cast.byWord.get(key);
  if (!persons || persons.length === 0 || countryNamed(word)) return null;
  const here = persons.filter((person) => memory.inBlock.has(person.name));
  const person = here.length === 1 ? here[0]! : persons.reduce((a, b) => (b.count > a.count ? b : a));
  return { name: person.name, kind: 'person' };
}

/** "the University": the body of that kind that the document tells most of, if it was named before. */
function bodyOf(
  run: Run,
  cast: Cast,
  memory: Memory,
  tokens: readonly Token[],
): { name: string; kind: ActorKind } | null {
  const word = run.name.toLowerCase();
  if (!organisationWord(word)) return null;
  const at = tokenAt(tokens, run.start);
  if (!isCapital(tokens[at]) || (at > 0 && tokens[at - 1]!.lower !== 'the')) return null;
  const all = cast.bodies.get(word) ?? [];
  const name = all.find((body) => memory.met.has(body)) ?? memory.bodies.get(word);
  return name === undefined ? null : { name, kind: 'organisation' };
}

/** `Sino-Russian`, `Xi-Putin`: one mention for each half, when every half is an actor and a noun follows. */
function joined(
  run: Run,
  parts: readonly string[],
  cast: Cast,
  memory: Memory,
  tokens: readonly Token[],
): ActorMention[] {
  const after = tokens[tokenAt(tokens, run.end - 1) + 1];
  if (after?.pos !== 'NOUN' && after?.pos !== 'ADJ' && after?.pos !== 'PROPN') return [];
  const found: ActorMention[] = [];
  let start = run.start;
  for (const part of parts) {
    const country = countryOfPart(part);
    const full = cast.byName.get(keyOf(part));
    const who: { name: string; kind: ActorKind } | null = country
      ? { name: country.name, kind: 'country' }
      : full?.kind
        ? { name: full.name, kind: full.kind }
        : personOf(part, cast, memory);
    if (!who) return [];
    found.push({ start, end: start + part.length, ...who });
    start += part.length + 1;
  }
  return found;
}

const isSpokenOf = ({ name, others, demonyms, governments }: Country, cast: Cast): boolean =>
  [name, ...others, ...demonyms, ...governments].some((said) => cast.byName.has(keyOf(said)));

/** Whether the name of a country, a people, a capital or a seat of government acts where it stands. */
function countryActs(run: Run, tokens: readonly Token[], cast: Cast): boolean {
  const named = countryNamed(run.name);
  if (!named) return false;
  const lastToken = tokenAt(tokens, run.end - 1);
  if (named.as === 'name' || named.as === 'government') return true;
  if (named.as === 'demonym') {
    if (isPeople(run, tokens)) return true;
    let k = lastToken + 1;
    for (
      let steps = 0;
      steps < 4 && tokens[k] && /^(?:ADJ|NOUN|PROPN|CCONJ|NUM)$/.test(tokens[k]!.pos);
      steps++, k++
    ) {
      if (ACTING_NOUN.test(tokens[k]!.lower)) return true;
    }
    return false;
  }
  // A capital: who governs, or where.
  if (PLACE_PREPOSITIONS.has(run.after)) return false;
  const verb = verbAfter(tokens, lastToken);
  if (verb && GOVERNING.test(verb.lemma)) return true;
  if (run.possessive) {
    for (let k = lastToken + 2; k < Math.min(tokens.length, lastToken + 6); k++) {
      if (GOVERNED.test(tokens[k]!.lower)) return true;
      if (tokens[k]!.pos === 'VERB' || tokens[k]!.pos === 'PUNCT') break;
    }
    return false;
  }
  // "with Rome": in a document that speaks of no Italy, the city.
  if (/^(?:between|with|against|by|on)$/.test(run.after)) return isSpokenOf(named.country, cast);
  // "Moscow and Beijing agreed": the pair acts.
  const pair = tokens[lastToken + 1]?.lower === 'and' ? tokens[lastToken + 2] : undefined;
  if (pair && countryNamed(pair.text)) {
    const both = verbAfter(tokens, lastToken + 2);
    if (both && GOVERNING.test(both.lemma)) return true;
  }
  return false;
}

/** "the French", "Russians": people, not an adjective. */
function isPeople(run: Run, tokens: readonly Token[]): boolean {
  const at = tokenAt(tokens, run.start);
  const after = tokens[tokenAt(tokens, run.end - 1) + 1];
  if (after?.pos === 'NOUN' || after?.pos === 'PROPN' || after?.pos === 'ADJ') return false;
  return /[^s]s$/.test(run.name) || tokens[at - 1]?.lower === 'the';
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

/** Before a name they make another one: "North Pole", "New England". */
const REGION = /^(?:north|south|east|west|northern|southern|eastern|western|new|saint|st)$/;

/** A name within a run that as a whole is none: `Georgetown experiment`, `Russia Watcher`. */
function lookInside(run: Run, cast: Cast): ActorMention[] {
  if (run.words.length < 2) return [];
  const found: ActorMention[] = [];
  // "Svalbard Treaty", "Battle of Britain", "Indian Ocean Tsunami": no country acts in these, and no Pole at the North Pole.
  const [head = '', link] = run.words.map((word) => word.toLowerCase());
  const isThing =
    hasThingWord(run.words.at(-1)!.toLowerCase()) ||
    (link === 'of' && hasThingWord(head)) ||
    REGION.test(head);
  for (let i = 0; i < run.words.length; ) {
    let taken = 0;
    for (let length = Math.min(LONGEST_NAME, run.words.length - i); length > 0; length--) {
      const name = run.words.slice(i, i + length).join(' ');
      const span = {
        start: run.starts[i]!,
        end: run.starts[i + length - 1]! + run.words[i + length - 1]!.length,
      };
      const named = countryNamed(name);
      const full = named ? undefined : cast.byName.get(keyOf(name));
      if (named && isThing) continue;
      if (full?.kind && length < run.words.length) found.push({ ...span, name: full.name, kind: full.kind });
      else if (named?.as === 'name' || (named?.as === 'demonym' && run.ordinary))
        found.push({ ...span, name: named.country.name, kind: 'country' });
      else continue;
      taken = length;
      break;
    }
    i += Math.max(1, taken);
  }
  return found;
}

/**
 * Finds `the Chinese leader`, `the president`, `the company`: an office that one person of the cast holds, a kind of
 * body that was named before. Appends to `mentions`, which gives way where the country was found alone.
 * @param from index of the first mention of this block.
 */
export function addDescriptions(
  tokens: readonly Token[],
  cast: Cast,
  memory: Memory,
  mentions: ActorMention[],
  from: number,
): void {
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.lower !== 'the') continue;
    let k = i + 1;
    const named = tokens[k]?.capital ? countryNamed(tokens[k]!.text) : null;
    if (named?.as === 'demonym') k++;
    const two = tokens[k + 1] ? `${tokens[k]!.lower} ${tokens[k + 1]!.lower}` : '';
    const role = ROLES.get(two) ?? ROLES.get(tokens[k]?.lower ?? '');
    if (!role) {
      const body = named ? null : describedBody(tokens, k, cast, mentions);
      if (body !== null)
        mentions.push({ start: tokens[i]!.start, end: tokens[k]!.end, name: body, kind: 'organisation' });
      continue;
    }
    const last = ROLES.has(two) ? k + 1 : k;
    // "the president of France", "the Russian leader Vladimir Putin": said by the name.
    const after = tokens[last + 1];
    if (after && (isCapital(after) || after.lower === 'of' || after.lower === 'who' || after.pos === 'NOUN'))
      continue;
    const fits = (cast.holders.get(named && HEADS.has(role) ? 'head' : role) ?? []).filter(
      (person) =>
        memory.met.has(person.name) &&
        (!named || (person.countries.has(named.country.name) && holds(person, role))),
    );
    if (fits.length !== 1) continue;
    const start = tokens[named ? i + 1 : i]!.start;
    if (named) {
      let at = from;
      while (at < mentions.length && mentions[at]!.start !== start) at++;
      mentions.splice(at, 1);
    }
    mentions.push({ start, end: tokens[last]!.end, name: fits[0]!.name, kind: 'person' });
  }
}

const PUBLIC =
  /\b(?:university|college|school|court|ministry|department|council|commission|committee|parliament|congress|senate|government|union|nations|army|navy|police|party|church|hospital|agency|office|board)\b/i;
const isPublic = (name: string): boolean => PUBLIC.test(name);

/** "the company", "the ministry": the last body of that kind before it, or null. */
function describedBody(
  tokens: readonly Token[],
  at: number,
  cast: Cast,
  mentions: readonly ActorMention[],
): string | null {
  const t = tokens[at];
  const after = tokens[at + 1];
  if (!t || t.capital || after?.pos === 'NOUN' || after?.lower === 'of' || after?.lower === 'that')
    return null;
  const firm = /^(?:company|firm|business)$/.test(t.lower);
  if (!firm && !cast.bodies.has(t.lower)) return null;
  for (let m = mentions.length - 1; m >= 0 && t.start - mentions[m]!.start < FAR; m--) {
    const { kind, name, start } = mentions[m]!;
    if (kind !== 'organisation' || start >= t.start) continue;
    if (firm ? !isPublic(name) : name.toLowerCase().split(' ').includes(t.lower)) return name;
  }
  return null;
}

/** Beyond so many characters a bare description means nobody in particular. */
const FAR = 600;

/** "the Chinese leader" is the president; "the French president" is not the prime minister. */
function holds(person: Person, role: string): boolean {
  for (const held of person.roles.keys()) {
    if (held === role || (HEADS.has(held) && HEADS.has(role) && (held === 'leader' || role === 'leader')))
      return true;
  }
  return false;
}
