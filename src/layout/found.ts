import type { EventStore } from '../store/store.ts';
import type { LaneFrame } from './lanes.ts';

/** Ids of events that a search found. */
export interface Found extends Iterable<string> {
  readonly size: number;
  has(id: string): boolean;
  /** 1 for the position of each event that was found, where that is known without asking for every id. */
  readonly positions?: Uint8Array;
}

const known = new WeakMap<Found, Map<LaneFrame['events'], Int32Array>>();

/** Indices of a lane's events that a search found, rising. Worked out once for each search. */
export function foundIn(lane: LaneFrame, store: EventStore, found: Found): Int32Array {
  const lanes = known.get(found) ?? new Map<LaneFrame['events'], Int32Array>();
  known.set(found, lanes);
  const before = lanes.get(lane.events);
  if (before) return before;
  const { positions } = store.columns(lane.key);
  let rising: Int32Array;
  if (found.positions) {
    const all = new Int32Array(positions.length);
    let size = 0;
    for (let i = 0; i < positions.length; i++) if (found.positions[positions[i]!]) all[size++] = i;
    rising = all.slice(0, size);
  } else {
    const indices = Array.from(found, (id) => lane.events.indexOf(id)).filter((index) => index >= 0);
    rising = Int32Array.from(indices).sort();
  }
  lanes.set(lane.events, rising);
  return rising;
}

/** Least distance between two found events at the foot of a ridge, px. */
const APART = 5;

/**
 * Of the found events those to be drawn along the foot of a ridge: the first in each few px, so that their number follows
 * from the width of the plot and not from how many were found.
 * @param from, to px of the plot. @param xOf px of an event's middle. @param counts whether a place in the picture and
 * the event there is one that a ridge counts.
 */
export function alongFoot(
  found: Int32Array,
  from: number,
  to: number,
  xOf: (index: number) => number,
  counts: (index: number) => boolean,
): number[] {
  const slots = new Int32Array(Math.max(Math.ceil((to - from) / APART), 1)).fill(-1);
  for (const index of found) {
    const x = xOf(index);
    if (!(x >= from && x < to)) continue;
    const slot = Math.floor((x - from) / APART);
    if (slots[slot] === -1 && counts(index)) slots[slot] = index;
  }
  const chosen: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const index of slots) {
    if (index < 0) continue;
    const x = xOf(index);
    if (x - last < APART) continue;
    chosen.push(index);
    last = x;
  }
  return chosen;
}
