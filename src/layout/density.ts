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
 * whatever the window, so that panning moves the ridge and does not reshape it. O(bins · log n), O(bins) for what has
 * been counted before.
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
  const raw = new Float64Array(last - first + 2 * REACH);
  for (let at = Math.max(first, low); at < Math.min(last, high); ) {
    const tile = Math.floor(at / TILE);
    const counts = countTile(store, category, bin, tile);
    for (const end = Math.min((tile + 1) * TILE, last, high); at < end; at++) {
      raw[REACH + at - first] = counts[at - tile * TILE]!;
    }
  }
  return { start: first * bin, bin, counts: smooth(raw) };
}

/** Bins that are counted and kept together. */
const TILE = 128;
/** Tiles kept for a store: those of some zoom levels of all lanes, 512 bytes each. */
const MOST_KEPT = 2000;

const counted = new WeakMap<EventStore, Map<string, Uint32Array>>();

/** How many events meet each bin of a tile. */
function countTile(store: EventStore, category: string, bin: number, tile: number): Uint32Array {
  const tiles = counted.get(store) ?? new Map<string, Uint32Array>();
  counted.set(store, tiles);
  const key = `${bin}/${tile}/${category}`;
  const known = tiles.get(key);
  if (known) return known;
  const edges = new Float64Array(TILE + 1);
  for (let i = 0; i <= TILE; i++) edges[i] = (tile * TILE + i) * bin;
  const counts = store.counts(category, edges);
  if (tiles.size >= MOST_KEPT) tiles.delete(tiles.keys().next().value!);
  tiles.set(key, counts);
  return counts;
}

/** How many neighbours at each side a bin is smoothed with. */
const REACH = 2;

/**
 * Weights 1 4 6 4 1: what a bin has is shared with two neighbours at each side, and nothing is lost.
 * @param raw with {@link REACH} empty bins more at either end, which the answer has not.
 */
function smooth(raw: Float64Array): Float64Array {
  const out = new Float64Array(raw.length - 2 * REACH);
  for (let i = 0; i < out.length; i++) {
    out[i] = (raw[i]! + 4 * raw[i + 1]! + 6 * raw[i + 2]! + 4 * raw[i + 3]! + raw[i + 4]!) / 16;
  }
  return out;
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
  const { counts, start, bin } = ridge;
  if (counts.length < 2) return [];
  const top: number[] = [];
  const area: number[] = [toX(start + 0.5 * bin), base];
  for (let i = 0; i < counts.length; i++) {
    const x = toX(start + (i + 0.5) * bin);
    const y = base - (Math.min(counts[i]!, most) / most) * height;
    top.push(x, y);
    area.push(x, y);
  }
  area.push(top[top.length - 2]!, base);
  return [
    {
      kind: 'polyline',
      points: area,
      closed: true,
      fill: colour,
      opacity: 0.26 * dim,
    },
    // Just 1 px: canvases draw a wider line of so many points at many times the cost.
    { kind: 'polyline', points: top, closed: false, stroke: colour, opacity: 0.9 * dim },
  ];
}

/** Height of a ridge at an instant, as a share of `most`. */
export function ridgeAt(ridge: Ridge, at: Days, most: number): number {
  const i = Math.min(Math.max(Math.floor((at - ridge.start) / ridge.bin), 0), ridge.counts.length - 1);
  return Math.min(ridge.counts[i] ?? 0, most) / most;
}
