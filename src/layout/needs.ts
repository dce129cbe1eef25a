import { footprints, RIGHT } from './footprints.ts';
import type { LaneEvents } from './laneEvents.ts';
import { packRows } from './rows.ts';

/**
 * How many rows a lane would take if every event were named at a level; at most `most`. For lanes of many thousands
 * the answer is `most` without looking.
 */
export function rowsNeeded(events: LaneEvents, level: number, most: number): number {
  if (events.size > 5000) return most;
  // Where the most come together, a few often need more than there are: then the others need not be measured.
  const few = most * 4;
  if (events.size > few) {
    const first = densest(events.starts, few);
    if (packLabelled(events, level, first, few, most) === null) return most;
  }
  return packLabelled(events, level, 0, events.size, most) ?? most;
}

/** Rows that `count` events take from `first` on, each with its label; null when that is more than `most`. */
function packLabelled(
  events: LaneEvents,
  level: number,
  first: number,
  count: number,
  most: number,
): number | null {
  const members = Int32Array.from({ length: count }, (_, m) => first + m);
  const spans = footprints(events, members, level);
  const order = Array.from(members, (_, m) => m).sort((a, b) => spans.from(a, RIGHT) - spans.from(b, RIGHT));
  const rows = packRows(
    order.map((m) => spans.from(m, RIGHT)),
    order.map((m) => spans.to(m, RIGHT)),
    most,
  );
  let deepest = 0;
  for (const row of rows) {
    if (row < 0) return null;
    deepest = Math.max(deepest, row + 1);
  }
  return deepest;
}

/** Where `count` values of a rising list, fewer than it has, lie closest together: index of the first. */
function densest(rising: Float64Array, count: number): number {
  let best = 0;
  for (let i = 0; i + count <= rising.length; i++) {
    if (rising[i + count - 1]! - rising[i]! < rising[best + count - 1]! - rising[best]!) best = i;
  }
  return best;
}
