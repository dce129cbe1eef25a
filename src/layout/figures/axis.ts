import { nice, ticks } from 'd3-array';

/** The ends of a track's axis and what is marked on it. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** Rising, between both ends. */
  readonly ticks: readonly number[];
}

/** Steps that an axis aims at. */
const STEPS = 3;

/** From a round number up in two to five round steps; shares from 0 to 100 where they lie there. */
export function niceAxis(low: number, high: number, unit: string): Axis {
  if (unit === '%' && low >= 0 && high <= 100) return { from: 0, to: 100, ticks: [0, 50, 100] };
  const top = high > low ? high : low + 1;
  const [from] = nice(low, top, STEPS);
  // The last tick may lie below the highest value: the chart ends where the values do.
  return { from, to: top, ticks: ticks(from, top, STEPS) };
}
