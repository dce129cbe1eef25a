import type { LaneEvents } from './laneEvents.ts';
import { levelScale } from './scale.ts';

/** In each stretch of this width one title goes first and stays, px, even where marks then find no row. */
const FOREMOST = 320;

/** Who is named after whom. */
export interface Turns {
  /** Places in the list of the unnamed at which each turn begins, first turn first. */
  readonly heads: Int32Array;
  /** How many take the turn that begins at a place together. */
  readonly lengths: Int32Array;
}

/**
 * Whose turn it is to be named: the most salient first. Events of the same time take their turn together, in the order
 * of the text and downwards, when there are rows enough for all of them.
 * @param unnamed members, rising.
 */
export function inTurn(
  events: LaneEvents,
  members: Int32Array,
  unnamed: readonly number[],
  rows: number,
): Turns {
  const lengths = new Int32Array(unnamed.length).fill(1);
  const salience = new Float32Array(unnamed.length);
  const heads = new Int32Array(unnamed.length);
  let count = 0;
  for (let k = 0; k < unnamed.length; ) {
    const first = members[unnamed[k]!]!;
    let next = k + 1;
    while (next < unnamed.length && sameTime(events, first, members[unnamed[next]!]!)) next++;
    const together = next - k <= rows;
    if (together) {
      lengths[k] = next - k;
      heads[count++] = k;
    }
    for (let j = k; j < next; j++) {
      const own = events.salience[members[unnamed[j]!]!]!;
      if (!together) heads[count++] = j;
      const head = together ? k : j;
      if (own > salience[head]!) salience[head] = own;
    }
    k = next;
  }
  return { heads: foremostFirst(heads.subarray(0, count), salience), lengths };
}

/** Places, of fewer than two million, in the order of falling salience; of the same, as they come. @param places rising. */
function foremostFirst(places: Int32Array, salience: Float32Array): Int32Array {
  // The bits of numbers that are not negative stand in their order: with the place behind them they are sorted as plain
  // numbers, which takes a fifth of the time of comparing.
  const bits = new Int32Array(salience.buffer);
  const keys = new Float64Array(places.length);
  for (let k = 0; k < keys.length; k++) keys[k] = (MOST - bits[places[k]!]!) * PLACES + places[k]!;
  keys.sort();
  const sorted = new Int32Array(keys.length);
  for (let k = 0; k < keys.length; k++) sorted[k] = keys[k]! % PLACES;
  return sorted;
}

const MOST = 0x7fffffff;
const PLACES = 2 ** 21;

const sameTime = (events: LaneEvents, i: number, j: number): boolean =>
  events.starts[i] === events.starts[j] && events.ends[i] === events.ends[j];

/** The most salient of each stretch of time that is as wide as a phone, of those whose title fits on one. */
export function foremost(events: LaneEvents, members: Int32Array, level: number): Set<number> {
  const { starts, ends, salience } = events;
  const stretch = FOREMOST / levelScale(level);
  const best = new Map<number, number>();
  for (let m = 0; m < members.length; m++) {
    const i = members[m]!;
    const at = Math.floor((starts[i]! + ends[i]!) / 2 / stretch);
    const other = best.get(at);
    if (other !== undefined && salience[i]! <= salience[members[other]!]!) continue;
    // Asked last: measuring a title costs more than all the rest.
    if (events.width(i) <= FOREMOST * 0.8) best.set(at, m);
  }
  return new Set(best.values());
}
