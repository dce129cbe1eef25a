import { bisectLeft } from 'd3-array';
import type { EventStore } from '../store/store.ts';

/** A lane as an item of the list beside the chart. */
export interface OutlineLane {
  readonly key: string;
  readonly name: string;
  /** Of its events in the store, in time order; read-only. */
  readonly positions: Int32Array;
}

/** A place in the list: the lane, and its event; -1 is the name of the lane itself. */
export interface Place {
  readonly lane: number;
  readonly event: number;
}

/**
 * The lanes that have events, with what is in them.
 * @param listed in their order; those of the store that are not among them come last, under their key.
 */
export function outlineOf(
  store: EventStore,
  listed: readonly { readonly key: string; readonly name: string }[],
): readonly OutlineLane[] {
  const keys = new Set(listed.map(({ key }) => key));
  const others = store.categories.filter((key) => !keys.has(key)).map((key) => ({ key, name: key }));
  return [...listed, ...others]
    .map(({ key, name }) => ({ key, name, positions: store.columns(key).positions }))
    .filter((lane) => lane.positions.length > 0);
}

/** Where an event is. @param position in the store. @returns null when no lane has it. O(lanes × log n). */
export function placeOf(lanes: readonly OutlineLane[], position: number): Place | null {
  if (position < 0) return null;
  for (const [lane, { positions }] of lanes.entries()) {
    const event = bisectLeft(positions, position);
    if (positions[event] === position) return { lane, event };
  }
  return null;
}
