import type { When } from '../../model/when.ts';
import { stemOf } from '../words.ts';
import { isKnownDeed } from './deeds.ts';
import { idIn } from './ids.ts';
import type { Telling } from './telling.ts';

/**
 * Tellings made ready to be compared: every word, name, place and day is a number, and weighs by how rare it is. Rare
 * is what few dates have, not what few tellings have: that a hundred papers tell one event makes its words no commoner.
 */
export interface Comparable {
  readonly tellings: readonly Telling[];
  /** Features of each telling, ascending. */
  readonly features: readonly Int32Array[];
  /** By feature. */
  readonly weight: Float64Array;
  /** Rarity by feature, 0 … 1. */
  readonly rarity: Float64Array;
  /** Whether a feature says of whom or what: a word, an actor, a place, not a day nor a deed. */
  readonly names: readonly boolean[];
  /** By telling: what its features weigh together. */
  readonly sum: Float64Array;
}

/** What the same exact day counts, as against one rare word. */
const DAY_COUNTS = 1;
/** Prefix of a feature that is a day, an actor, a place, a deed, an amount for a period. */
const [DAY, ACTOR, PLACE, DEED, AMOUNT] = ['=', '@', '#', '!', '~'];

export function comparable(tellings: readonly Telling[]): Comparable {
  const ids = new Map<string, number>();
  const dates = new Map<string, number>();
  const features = tellings.map((telling) =>
    Int32Array.from(known(telling), (name) => idIn(ids, name)).sort(),
  );
  for (const { time } of tellings) idIn(dates, time.edtf);
  const names = [...ids.keys()];
  const days = names.map((name) => name.startsWith(DAY));
  const seen = datesOf(tellings, features, days, dates);
  const n = Math.max(2, dates.size);
  const rarity = Float64Array.from(seen, (count) => Math.min(1, Math.log(1 + n / count) / Math.log(1 + n)));
  const weight = Float64Array.from(rarity, (r, id) => (days[id] ? r * DAY_COUNTS : r));
  return {
    tellings,
    features,
    weight,
    rarity,
    names: names.map((name) => ![DAY, DEED, AMOUNT].some((kind) => name.startsWith(kind))),
    sum: Float64Array.from(features, (list) => {
      let total = 0;
      for (let k = 0; k < list.length; k++) total += weight[list[k]!] ?? 0;
      return total;
    }),
  };
}

/**
 * By feature, how many dates have it; a day itself is as common as there are tellings of it.
 * @param days by feature: whether it is a day.
 */
function datesOf(
  tellings: readonly Telling[],
  features: readonly Int32Array[],
  days: readonly boolean[],
  dates: ReadonlyMap<string, number>,
): Int32Array {
  const entries: number[] = [];
  const span = dates.size + tellings.length;
  tellings.forEach(({ time }, i) => {
    const date = dates.get(time.edtf) ?? 0;
    for (const id of features[i] ?? []) entries.push(id * span + (days[id] ? dates.size + i : date));
  });
  const sorted = Float64Array.from(entries).sort();
  const counts = new Int32Array(days.length);
  sorted.forEach((entry, k) => {
    const id = Math.floor(entry / span);
    if (k === 0 || sorted[k - 1] !== entry) counts[id] = (counts[id] ?? 0) + 1;
  });
  return counts;
}

/** The features of tellings that were compared before: a collection grows document by document. */
const before = new WeakMap<Telling, readonly string[]>();
function known(telling: Telling): readonly string[] {
  const list = before.get(telling) ?? featuresOf(telling);
  before.set(telling, list);
  return list;
}

function featuresOf({ words, actors, place, time, deed, figures }: Telling): string[] {
  const seen = new Set<string>(words);
  for (const actor of actors) seen.add(`${ACTOR}${actor}`);
  if (place) seen.add(`${PLACE}${place}`);
  if (deed !== '') seen.add(`${DEED}${deed}`);
  // Two sources may disagree about the number, and tell of the same: so much money for that year.
  for (const { unit, period } of figures)
    if (period !== null && MONEY.test(unit)) seen.add(`${AMOUNT}${unit} ${period}`);
  if (time.end - time.start === 1) seen.add(`${DAY}${time.start}`);
  return [...seen];
}

const MONEY = /^[A-Z]{3}$/;

/**
 * How alike two tellings are, 0 … 1; symmetric. Words, names, place, deed and day in common, by rarity, over those of
 * both; the same verb, kind and date speak for it, other names, places and deeds against.
 */
export function likeness(all: Comparable, i: number, j: number): number {
  const a = all.tellings[i];
  const b = all.tellings[j];
  if (!a || !b || a.headline !== b.headline) return 0;
  if (isOnce(a, b)) return 1;
  const shared = inCommon(all, i, j);
  if (shared === 0) return 0;
  const x = all.sum[i] ?? 0;
  const y = all.sum[j] ?? 0;
  let score = 0.55 * ((2 * shared) / (x + y)) + 0.3 * (shared / Math.min(x, y));
  if (a.deed === b.deed && a.deed !== '') score += SAME_DEED;
  else if (a.deed !== '' && b.deed !== '')
    score -= OTHER_VERB + OTHER_DEED * ((isKnownDeed(a.deed) ? 1 : 0) + (isKnownDeed(b.deed) ? 1 : 0));
  score += a.category === b.category ? 0.06 : -0.06;
  if (a.time.start === b.time.start && a.time.end === b.time.end) score += 0.06;
  if (a.names.size > 0 && b.names.size > 0 && !meets(a, b) && !meets(b, a)) score -= OTHER_NAMES;
  if (a.place && b.place && a.place !== b.place) score -= OTHER_PLACE;
  if (a.headline) score -= 0.15;
  else if (isStep(a, b)) score -= OTHER_STEP;
  else if (isNear(a, b)) score += NEAR;
  return Math.max(0, Math.min(1, score));
}

/** What two tellings share by weight; 0 where it is only a day and a deed, and nothing says of whom or what. */
function inCommon({ features, weight, names }: Comparable, i: number, j: number): number {
  const x = features[i] ?? NONE;
  const y = features[j] ?? NONE;
  let p = 0;
  let q = 0;
  let shared = 0;
  let named = 0;
  while (p < x.length && q < y.length) {
    const f = x[p] ?? 0;
    const g = y[q] ?? 0;
    if (f === g) {
      shared += weight[f] ?? 0;
      if (names[f]) named++;
      p++;
      q++;
    } else if (f < g) p++;
    else q++;
  }
  return named === 0 ? 0 : shared;
}
const NONE = new Int32Array(0);

/** Nobody is born or dies twice. */
export const isOnce = (a: Telling, b: Telling): boolean =>
  a.deed === b.deed && happensOnce(a.deed) && a.actors[0] !== undefined && a.actors[0] === b.actors[0];
export const happensOnce = (deed: string): boolean => deed === 'die' || deed === 'bear';

const SAME_DEED = 0.12;
/** What tellings of two deeds lose, and for each that is known: a forum is not the talks beside it. */
const OTHER_VERB = 0.04;
const OTHER_DEED = 0.06;
/** What tellings lose that name none of the same names: two summits of one month are two. */
const OTHER_NAMES = 0.3;
const OTHER_PLACE = 0.1;

/** Whether one telling has a name of the other, as a name or, at the start of a sentence, as any word. */
const meets = (a: Telling, b: Telling): boolean => {
  for (const name of a.names) if (b.names.has(name) || b.words.has(stemOf(name))) return true;
  return false;
};

/** What sentences next to each other with the same date gain: a text goes on about what it tells. */
const NEAR = 0.1;
const isNear = (a: Telling, b: Telling): boolean =>
  a.sources[0]?.document === b.sources[0]?.document &&
  Math.abs(a.at - b.at) <= 2 &&
  a.time.start === b.time.start &&
  a.time.end === b.time.end;

/** What two deeds lose of which the text told one after the other: "She struck a rock. She sank." */
const OTHER_STEP = 0.3;
const isStep = (a: Telling, b: Telling): boolean =>
  a.sources[0]?.document === b.sources[0]?.document &&
  a.deed !== b.deed &&
  (a.time.how === 'inherited' || b.time.how === 'inherited');

/** Whether two dates can mean the same: they overlap, and the coarser is not so coarse that it proves nothing. */
export function canBeSame(a: When, b: When): boolean {
  if (Math.min(a.end, b.end) <= Math.max(a.start, b.start)) return false;
  const [short, long] = a.end - a.start < b.end - b.start ? [a, b] : [b, a];
  return long.end - long.start <= 366 || (long.end - long.start) / (short.end - short.start) <= 3;
}
