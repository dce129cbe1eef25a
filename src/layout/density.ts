import type { Days } from '../model/days.ts';
import type { Mark } from '../scene/scene.ts';
import type { EventStore } from '../store/store.ts';

/** Wanted width of a bin at its level's scale, px. */
const BIN = 3;

/** A ridge: how many events of a lane go on in each bin of time. */
export interface Ridge {
  /** Start of the first bin, and length of each, days. */
  readonly start: Days;
  readonly bin: Days;
  /** Smoothed counts. */
  readonly counts: Float64Array;
}

/**
 * Counts the events that meet each bin over a window, a little smoothed. Bins lie at whole multiples of their length,
 * whatever the window, so that panning moves the ridge and does not reshape it. O(bins · log n).
 * @param within the stretch of time that the ridge is for; it falls to nothing at its ends.
 * @param window what is looked at: beyond it nothing is counted.
 * @param scale px per day of the zoom level.
 */
export function countRidge(
  store: EventStore,
  category: string,
  within: readonly [from: Days, to: Days],
  window: { readonly start: Days; readonly end: Days },
  scale: number,
): Ridge {
  const bin = BIN / scale;
  const [low, high] = [Math.round(within[0] / bin), Math.round(within[1] / bin)];
  // Two bins more at either side, for the smoothing looks that far.
  const first = Math.max(low, Math.floor(window.start / bin) - 3) - 2;
  const last = Math.max(Math.min(high, Math.ceil(window.end / bin) + 3) + 2, first);
  const raw = new Float64Array(last - first);
  for (let i = 0; i < raw.length; i++) {
    const at = first + i;
    if (at < low || at >= high) continue;
    raw[i] = store.count(category, { start: at * bin, end: (at + 1) * bin });
  }
  return { start: first * bin, bin, counts: smooth(raw) };
}

/** Weights 1 4 6 4 1: what a bin has is shared with two neighbours at each side, and nothing is lost. */
function smooth(raw: Float64Array): Float64Array {
  const at = (i: number) => raw[i] ?? 0;
  return raw.map((n, i) => (at(i - 2) + 4 * at(i - 1) + 6 * n + 4 * at(i + 1) + at(i + 2)) / 16);
}

/**
 * Draws a ridge as an area with a line along its top.
 * @param toX px of an instant. @param base y of zero. @param height px of `most`. @param most count at full height, > 0.
 */
export function drawRidge(
  ridge: Ridge,
  toX: (days: Days) => number,
  base: number,
  height: number,
  most: number,
  colour: string,
  dim: number,
): Mark[] {
  const top: number[] = [];
  ridge.counts.forEach((n, i) => {
    top.push(toX(ridge.start + (i + 0.5) * ridge.bin), base - (Math.min(n, most) / most) * height);
  });
  if (top.length < 4) return [];
  return [
    {
      kind: 'polyline',
      points: [top[0]!, base, ...top, top[top.length - 2]!, base],
      closed: true,
      fill: colour,
      opacity: 0.26 * dim,
    },
    { kind: 'polyline', points: top, closed: false, stroke: colour, strokeWidth: 1.1, opacity: 0.9 * dim },
  ];
}

/** Height of a ridge at an instant, as a share of `most`. */
export function ridgeAt(ridge: Ridge, at: Days, most: number): number {
  const i = Math.min(Math.max(Math.floor((at - ridge.start) / ridge.bin), 0), ridge.counts.length - 1);
  return Math.min(ridge.counts[i] ?? 0, most) / most;
}
