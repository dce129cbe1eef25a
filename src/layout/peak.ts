import type { Stretch } from './crowd.ts';
import { countRidge } from './density.ts';
import type { LaneFrame } from './lanes.ts';
import { levelScale } from './scale.ts';
import type { TimelineInput } from './timeline.ts';

const peaks = new WeakMap<LaneFrame, Map<string, number>>();
/** Width of the stretches of time for which the height of ridges is decided, px. */
const PEAK_TILE = 1536;

/**
 * The highest that the ridges of a lane get around the view. It is asked of whole stretches of time, so that panning
 * changes the scale of the ridge seldom, and never for what has just come into view.
 */
export function peakOf(
  lane: LaneFrame,
  { store, view }: Pick<TimelineInput, 'store' | 'view'>,
  crowded: readonly Stretch[],
  level: number,
): number {
  const known = peaks.get(lane) ?? new Map<string, number>();
  peaks.set(lane, known);
  const scale = levelScale(level);
  const tile = PEAK_TILE / scale;
  let highest = 1;
  for (let at = Math.floor(view.start / tile) - 1; at <= Math.floor(view.end / tile) + 1; at++) {
    const key = `${level}/${at}`;
    let most = known.get(key);
    if (most === undefined) {
      most = 1;
      const window = { start: at * tile, end: (at + 1) * tile };
      for (const stretch of crowded) {
        if (stretch[1] <= window.start || stretch[0] >= window.end) continue;
        const { counts } = countRidge(store, lane.key, stretch, window, scale);
        for (let i = 0; i < counts.length; i++) if (counts[i]! > most) most = counts[i]!;
      }
      known.set(key, most);
    }
    if (most > highest) highest = most;
  }
  return highest;
}
