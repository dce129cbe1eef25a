import { minIndex } from 'd3-array';
import type { TimelineEvent } from '../model/event.ts';

/** Shares of the events that may make up the core, one within the other. */
const SHARES = [0.8, 0.65, 0.5];
/** Fewer events than these would leave most of the picture empty: with them only strays are left aside. */
const ENOUGH = 20;
/** A core is worth showing by itself when it takes at most this share of the time around it. */
const SHORT = 1 / 3;

/** A stretch of time, days. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretch of time that most events crowd in; from first start to last end of those in it. A history that mentions
 * the Romans once should not open on two empty millennia, nor a decade of news with roots in the century before on a
 * century. So the shortest stretch with four fifths of the events is taken where it is short, and within it that with
 * two thirds, and with half, where they are shorter again by as much.
 * @returns null when the events are spread so evenly that the whole is better. O(n log n).
 */
export function coreOf(events: readonly TimelineEvent[]): Stretch | null {
  if (events.length < 5) return null;
  const starts = Float64Array.from(events, (event) => event.time.start);
  const ends = Float64Array.from(events, (event) => event.time.end);
  const middles = starts.map((start, i) => (start + ends[i]!) / 2).sort();
  let core: Stretch | null = null;
  let around = within(starts, ends, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  for (const share of SHARES) {
    const count = Math.ceil(middles.length * share);
    if (share < Math.max(...SHARES) && count < ENOUGH) break;
    const found = crowd(starts, ends, middles, count);
    if (found.end - found.start > (around.end - around.start) * SHORT) continue;
    core = found;
    around = found;
  }
  return core;
}

/** First start and last end of those whose middle lies between two instants. */
function within(starts: Float64Array, ends: Float64Array, from: number, to: number): Stretch {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < starts.length; i++) {
    const middle = (starts[i]! + ends[i]!) / 2;
    if (middle < from || middle > to) continue;
    if (starts[i]! < start) start = starts[i]!;
    if (ends[i]! > end) end = ends[i]!;
  }
  return { start, end };
}

/** The shortest stretch with `count` events. @param middles of all events, rising. */
function crowd(starts: Float64Array, ends: Float64Array, middles: Float64Array, count: number): Stretch {
  const first = minIndex(middles.subarray(count - 1), (last, i) => last - (middles[i] ?? 0));
  const from = middles[first] ?? 0;
  const to = middles[first + count - 1] ?? from;
  const inside = within(starts, ends, from, to);
  // What lasts far beyond the others would stretch the core to all the time again.
  const reach = Math.max(to - from, 30) / 4;
  return { start: Math.max(inside.start, from - reach), end: Math.min(inside.end, to + reach) };
}
