import type { TextSpan } from '../model/document.ts';
import { organisationWord, ROLES } from './actors/names.ts';
import type { ActorIndex } from './actors.ts';
import { countryNamed, countryOfPart, regionNamed } from './countries.ts';
import type { Token } from './language.ts';
import type { Block, Reading } from './reading.ts';

/** A place where it is named. */
export interface FoundPlace extends TextSpan {
  /** As in the text, or the country's canonical name: `Jeddah`, `United Kingdom`. */
  readonly name: string;
  /** Canonical name of the country it lies in, where the text or the table of capitals says so. */
  readonly country?: string;
  /** The preposition that makes it one: `in`, `near`, `to`. */
  readonly by: string;
}

/** Where something happens, from the surest on; behind `to` and `from` it only leads there. */
const WEIGHT: Readonly<Record<string, number>> = {
  in: 5,
  at: 4,
  near: 4,
  off: 4,
  outside: 4,
  around: 3,
  across: 3,
  on: 3,
  over: 3,
  along: 3,
  throughout: 3,
  inside: 4,
  within: 3,
  through: 2,
  to: 2,
  into: 2,
  for: 1,
  from: 1,
  via: 1,
  toward: 1,
  towards: 1,
  visit: 4,
  tour: 4,
  enter: 2,
  reach: 2,
  leave: 1,
};

/** Verbs whose object is where someone goes: "visited Oslo". */
const GONE_TO = new Set(['visit', 'reach', 'enter', 'tour', 'leave']);

/** Nouns that are places by themselves, before or behind their name: `Sea of Japan`, `Kerch Strait`. */
const LAND =
  /^(?:sea|ocean|river|lake|bay|gulf|strait|straits|channel|canal|island|islands|isle|isles|peninsula|mountain|mountains|mount|hill|hills|valley|desert|coast|cape|street|road|avenue|square|park|bridge|palace|castle|airport|station|port|harbour|harbor|stadium|province|county|district|region|territory|city|town|village|campus|heights|beach|forest|plateau|delta|reef|glacier|fjord|border|wall|point|house|hall|building|buildings|site|base|camp|prison|field|fields|plant|mine|mines|dam|tower|abbey|cathedral|university|college|hospital|school|museum)$/;

/** Behind a preposition of place and yet none. */
const NOT_A_PLACE =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|english|french|german|spanish|latin|greek|arabic|russian|chinese|japanese|hindi|portuguese|italian|parliament|congress|christmas|easter|michaelmas|whitsun|pentecost|lent|advent|ramadan|earth|god|internet|twitter|facebook|youtube|xinhua|netflix|parkinson|covid.*|part|chapter|section|article|figure|table|appendix|act|phase|world war.*|.*\bwar\b.*|.*\b(?:act|treaty|agreement|olympics|summit|forum|conference|initiative|campaign|award|prize|session|department|reform|programme|program|plan|games|cup|championships?)\b.*)$/i;

/**
 * Finds places: countries, capitals that do not stand for their government, and names behind a preposition of place
 * that are no actors. `Lyon, France` is one place. Linear.
 * @returns sorted by start, without overlap.
 */
export function findPlaces(
  reading: Reading,
  actors: ActorIndex,
  tokensOfBlock: (block: Block) => readonly Token[],
): FoundPlace[] {
  const text = reading.words;
  const taken = new Map<number, ActorIndex['mentions'][number]>();
  for (const mention of actors.mentions) taken.set(mention.start, mention);
  const places: FoundPlace[] = [];
  for (const block of reading.blocks) {
    // A headline's capitals tell nothing.
    if (block.kind === 'note' || block.kind === 'navigation' || block.kind === 'byline') continue;
    const tokens = tokensOfBlock(block);
    for (let i = 0; i < tokens.length; i++) {
      const by = tokens[i]!.lower;
      const going = tokens[i]!.pos === 'VERB' && GONE_TO.has(tokens[i]!.lemma);
      const before =
        WEIGHT[by] !== undefined &&
        (/^(?:ADP|PART|SCONJ)$/.test(tokens[i]!.pos) || by === 'near' || by === 'outside' || by === 'off');
      // "in Via Larga": a capital inside a sentence belongs to a name.
      if ((!going && !before) || (tokens[i]!.capital && i > 0 && tokens[i - 1]!.pos === 'ADP')) continue;
      const found = placeAfter(text, tokens, i, going ? tokens[i]!.lemma : by, taken);
      if (!found) continue;
      places.push(found.place);
      i = found.last;
    }
  }
  return places;
}

/**
 * The place that a passage most likely happens at: behind `in` and `at` before `to` and `from`, a town before its
 * country, then the last, which is nearest to the verb's end. null when it names none.
 */
export function placeOf(places: readonly FoundPlace[], span: TextSpan): FoundPlace | null {
  let best: FoundPlace | null = null;
  let most = 0;
  for (let i = firstFrom(places, span.start); i < places.length; i++) {
    const place = places[i]!;
    if (place.start >= span.end) break;
    const country = countryNamed(place.name)?.as === 'name';
    const weight = (WEIGHT[place.by] ?? 1) + (country ? 0 : 0.6);
    if (weight > most) {
      best = place;
      most = weight;
    }
  }
  return best;
}

function firstFrom(places: readonly TextSpan[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeAfter(
  text: string,
  tokens: readonly Token[],
  at: number,
  by: string,
  taken: ReadonlyMap<number, ActorIndex['mentions'][number]>,
): { place: FoundPlace; last: number } | null {
  let first = at + 1;
  const the = tokens[first]?.lower === 'the';
  // "in The Economist": a title.
  if (the && tokens[first]!.capital) return null;
  if (the) first++;
  // "in the Black Sea port of Odesa", "in the city of Lyon", "in eastern Ukraine", "at the port of Dover"
  let k = first;
  while (
    tokens[k] &&
    k - first < 6 &&
    !isNamePart(tokens[k]!) &&
    /^(?:ADJ|NOUN|ADP|DET|NUM)$/.test(tokens[k]!.pos)
  ) {
    if (tokens[k]!.pos === 'ADP' && (tokens[k]!.lower !== 'of' || !LAND.test(tokens[k - 1]?.lower ?? '')))
      return null;
    if (
      tokens[k]!.pos === 'NOUN' &&
      !LAND.test(tokens[k]!.lower) &&
      !/^(?:capital|north|south|east|west|northern|southern|eastern|western|centre|center|middle|area|outskirts|suburb|suburbs|state|kingdom|republic)$/.test(
        tokens[k]!.lower,
      )
    )
      return null;
    k++;
  }
  first = k;
  if (!tokens[first] || !isNamePart(tokens[first]!)) return null;
  let last = first;
  while (last + 1 < tokens.length) {
    const next = tokens[last + 1]!;
    if (next.start - tokens[last]!.end > 1) break;
    if (isNamePart(next)) {
      last++;
      continue;
    }
    const after = tokens[last + 2];
    const link = /^(?:of|de|del|la|le|upon|am|an|der|do|da|sur)$/.test(next.lower);
    if (!link || !after) break;
    const far = after.lower === 'the' ? tokens[last + 3] : after;
    if (!far || !isNamePart(far) || (next.lower === 'of' && !LAND.test(tokens[last]!.lower))) break;
    last += after.lower === 'the' ? 3 : 2;
  }
  let name = text.slice(tokens[first]!.start, tokens[last]!.end).replace(/\s+/g, ' ');
  const mention = taken.get(tokens[first]!.start);
  if (mention && mention.kind !== 'country' && mention.end >= tokens[last]!.end) {
    // A university or a museum is a place when something happens at it.
    if (mention.kind !== 'organisation' || by !== 'at' || !LAND.test(tokens[last]!.lower)) return null;
  }
  if (mention && mention.kind === 'person') return null;
  if (NOT_A_PLACE.test(name) || /^\d/.test(name)) return null;
  const possessed =
    tokens[last + 1]?.lower === "'s" ||
    (tokens[last + 1]?.text === '’' && tokens[last + 1]!.start === tokens[last]!.end);
  const named = countryNamed(name);
  if (named?.as === 'demonym' || named?.as === 'government') return null;
  if (!named && !isPlaceName(tokens, first, last, mention !== undefined, by)) return null;
  if (named && /^(?:for|on|over|at|of)$/.test(by) && !(by === 'at' && named.as === 'capital')) return null;
  // "in Germany's parliament": the country still tells where; "at Putin's request" does not.
  if (possessed && !named) return null;
  // "in China trade talks"
  const behind = tokens[last + 1];
  if (behind?.pos === 'NOUN' && !named && !LAND.test(behind.lower)) return null;
  if (by === 'to' || by === 'for' || by === 'from' || by === 'on' || by === 'over' || by === 'of') {
    // Persons and things stand behind these as often as places, and a chair passes to a country: only what is known to be one.
    const land = LAND.test(tokens[last]!.lower) || LAND.test(tokens[first]!.lower);
    if (by === 'to' || by === 'from') {
      if (!land && !isMotionBefore(tokens, at)) return null;
    } else if (!named && !land) return null;
  }
  let country: string | undefined = named ? named.country.name : undefined;
  if (named?.as === 'name') name = named.country.name;
  // "Lyon, France"
  const comma = tokens[last + 1];
  const beyond = tokens[last + 2];
  if (comma?.text === ',' && beyond && isNamePart(beyond)) {
    for (let length = 3; length > 0; length--) {
      const end = tokens[last + 1 + length];
      if (!end) continue;
      const outer = countryNamed(text.slice(beyond.start, end.end).replace(/\s+/g, ' '));
      // "in China, Russia and India" is a list.
      if (outer?.as !== 'name' || named?.as === 'name' || (named && outer.country !== named.country))
        continue;
      country = outer.country.name;
      break;
    }
  }
  const place: FoundPlace = {
    start: tokens[first]!.start,
    end: tokens[last]!.end,
    name,
    by,
    ...(country === undefined ? {} : { country }),
  };
  return { place, last };
}

/** Whether words that no table knows can be a place: not ordinary ones, not an office, a firm or an acronym. */
function isPlaceName(
  tokens: readonly Token[],
  first: number,
  last: number,
  actor: boolean,
  by: string,
): boolean {
  const own = tokens.slice(first, last + 1);
  // "in Ocean-2024", "at Expo 2020"
  if (/\d/.test(tokens[last]!.text)) return false;
  const land = own.some((t) => LAND.test(t.lower));
  if (regionNamed(own.map((t) => t.text).join(' ')) === 'region') return own.length > 1 || !own[0]!.common;
  if (own.some((t) => ROLES.has(t.lower))) return false;
  // "near Aarhus", "in Reading, England": behind these stand no ordinary words.
  const sure = /^(?:near|off|outside)$/.test(by) || isCountryBehind(tokens, last);
  if (own.every((t) => t.common) && !land && !sure) return false;
  if (own.length === 1) {
    const one = own[0]!;
    if (land || regionNamed(one.text) !== null) return false;
    if (
      /^\p{Lu}[\p{Lu}\d&.]+$/u.test(one.text) ||
      one.text.split('-').every((part) => countryOfPart(part) !== null)
    )
      return false;
  }
  if (countryNamed(own[0]!.text)?.as === 'demonym' && !land) return false;
  if (!actor && !land && own.some((t) => organisationWord(t.lower))) return false;
  // "at Ito taking over": a name that does something.
  return tokens[last + 1]?.pos !== 'VERB' || !/ing$/.test(tokens[last + 1]!.lower);
}

const MOTION = new Set(
  'go travel fly sail move return come arrive send march ship flee emigrate drive walk ride take bring carry deport exile transfer evacuate lead run extend stretch escape migrate leave retreat advance withdraw relocate commute voyage trip invite back home visit tour mission expedition pilgrimage journey flight passage road railway line pipeline'.split(
    ' ',
  ),
);

/** Whether something moves before `to` or `from`: behind other verbs stand persons and firms as often as places. */
function isMotionBefore(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - 7); k--) {
    // "took over from Denmark"
    const moves = tokens[k]!.lemma !== 'take' || tokens[at]!.lower === 'to';
    if (moves && MOTION.has(tokens[k]!.lemma)) return true;
    if (tokens[k]!.pos === 'PUNCT' && tokens[k]!.text !== ',') return false;
  }
  return false;
}

const isCountryBehind = (tokens: readonly Token[], last: number): boolean =>
  tokens[last + 1]?.text === ',' && countryNamed(tokens[last + 2]?.text ?? '')?.as === 'name';

const isNamePart = (t: Token): boolean =>
  t.capital &&
  (t.pos === 'PROPN' || !t.common || t.pos === 'NOUN' || t.pos === 'ADJ') &&
  !/^(?:i|the|a|an|this|that)$/.test(t.lower);
