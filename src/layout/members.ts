import type { Window } from '../store/store.ts';
import { PIECE, type Stretch } from './crowd.ts';
import type { LaneEvents } from './laneEvents.ts';
import type { LaneLevel } from './level.ts';
import { LEVELS, levelScale } from './scale.ts';

/** Of a crowded piece only so many, the most salient, are tried as titles; reckoned over four pieces together. */
export const TITLES = 8;
/** Of a chunk of time, which is up to two pieces long, so many are asked for: of events worth the same, some everywhere. */
const FOREMOST = 8;

/**
 * The events to find rows for: all of a small lane; of a large one those of the quiet pieces of the region, the most
 * salient of the crowded ones, and what was named before. The most salient are asked for in chunks of time that stay
 * the same for the levels in which the scale doubles, and lie at whole multiples wherever the region begins: what was
 * asked for one level and region is known for the next.
 * @param whole whether the lane is decided over all of its events at once.
 */
export function membersOf(
  events: LaneEvents,
  before: LaneLevel | null,
  crowded: readonly Stretch[],
  level: number,
  region: Window,
  whole: boolean,
): Int32Array {
  if (whole && (crowded.length === 0 || events.size <= SMALL)) return events.all();
  const chosen: number[] = [];
  if (before) {
    const { members, labelled } = before;
    for (let m = 0; m < members.length; m++) {
      const i = members[m]!;
      if (labelled[m] && events.starts[i]! < region.end && events.ends[i]! > region.start) chosen.push(i);
    }
  }
  let quiet = region.start;
  const chunk = PIECE / levelScale(Math.floor(level / LEVELS) * LEVELS);
  let cut = Number.NEGATIVE_INFINITY;
  for (const [from, to] of [...crowded, [region.end, region.end] as const]) {
    // A mark is a little wider than its event: what touches the quiet from within the crowd is looked at too.
    for (const i of events.meeting({ start: quiet, end: from })) chosen.push(i);
    quiet = to;
    for (let at = Math.max(Math.floor(from / chunk), cut); at * chunk < to; at++) {
      for (const i of foremostOf(events, chunk, at)) chosen.push(i);
      cut = at + 1;
    }
  }
  const sorted = Int32Array.from(chosen).sort();
  let size = 0;
  for (let k = 0; k < sorted.length; k++) {
    if (k === 0 || sorted[k] !== sorted[k - 1]) sorted[size++] = sorted[k]!;
  }
  return sorted.slice(0, size);
}

/** A lane of so many events is decided over all of them also where they crowd: choosing would cost more. */
const SMALL = 200;
/** Chunks kept for a lane: those of the levels on the way to some places. */
const MOST_KEPT = 2000;

const asked = new WeakMap<LaneEvents, Map<string, readonly number[]>>();

function foremostOf(events: LaneEvents, chunk: number, at: number): readonly number[] {
  const chunks = asked.get(events) ?? new Map<string, readonly number[]>();
  asked.set(events, chunks);
  const key = `${chunk}/${at}`;
  const known = chunks.get(key);
  if (known) return known;
  const found = events.top({ start: at * chunk, end: (at + 1) * chunk }, FOREMOST);
  if (chunks.size >= MOST_KEPT) chunks.delete(chunks.keys().next().value!);
  chunks.set(key, found);
  return found;
}
