import { footprints, RIGHT } from './footprints.ts';
import type { LaneEvents } from './laneEvents.ts';
import { mostAtOnce } from './rows.ts';

/**
 * How many rows a lane would take if every event were named at a level; at most `most`. For lanes of many thousands
 * the answer is `most` without looking.
 */
export function rowsNeeded(events: LaneEvents, level: number, most: number): number {
  if (events.size > 5000) return most;
  // Where the most come together, a few often need more than there are: then the others need not be measured.
  for (const few of [most + 1, most * 4]) {
    if (events.size <= few) break;
    if (deepest(events, level, densest(events.starts, few), few) > most) return most;
  }
  return Math.min(deepest(events, level, 0, events.size), most);
}

/** How many of `count` events from `first` on, each with its label, are in each other's way at once, at most. */
function deepest(events: LaneEvents, level: number, first: number, count: number): number {
  const spans = footprints(events, events.all(), level);
  const from = new Float64Array(count);
  const to = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    from[k] = spans.from(first + k, RIGHT);
    to[k] = spans.to(first + k, RIGHT);
  }
  return mostAtOnce(from, to);
}

/** Where `count` values of a rising list, fewer than it has, lie closest together: index of the first. */
function densest(rising: Float64Array, count: number): number {
  let best = 0;
  for (let i = 0; i + count <= rising.length; i++) {
    if (rising[i + count - 1]! - rising[i]! < rising[best + count - 1]! - rising[best]!) best = i;
  }
  return best;
}
