import type { Window } from '../../store/store.ts';
import type { LaneFrame } from '../lanes.ts';
import { markReach } from '../marks.ts';

/**
 * A track for each event of a column that meets a window, so that no mark covers another as long as there are tracks; where
 * all are taken, the one that is free next. For paper, where every event is marked. O(events × tracks).
 * @param scale px per day.
 * @returns the tracks by index of the event, in order of time.
 */
export function tracksOf(
  { events, rows }: LaneFrame,
  window: Window,
  scale: number,
): ReadonlyMap<number, number> {
  const of = new Map<number, number>();
  const free = new Array<number>(rows).fill(Number.NEGATIVE_INFINITY);
  const { starts, ends } = events;
  for (let i = 0; i < starts.length && starts[i]! < window.end; i++) {
    if (ends[i]! <= window.start) continue;
    const glyph = events.glyph(i);
    const [before, after] = markReach(glyph, scale);
    // From the window on, so that far years leave the pixels their digits.
    const at = (glyph.at - window.start) * scale;
    let track = free.findIndex((from) => from <= at + before);
    if (track < 0) track = free.indexOf(Math.min(...free));
    free[track] = Math.max(free[track]!, at + after + 1);
    of.set(i, track);
  }
  return of;
}
