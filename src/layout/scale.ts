import type { Days } from '../model/days.ts';
import type { EventStore } from '../store/store.ts';
import type { View } from './timeline.ts';

/**
 * Days that stay free before and after everything when all of it is shown: a little, but a single day is shown in its
 * week. @param length of the extent, days, ≥ 1.
 */
export const airOf = (length: number): number => Math.max(length * 0.04, 3 / length);

/** CSS px per day of a view over a plot. @param width of the plot, px, > 0. */
export const pxPerDay = (view: Pick<View, 'start' | 'end'>, width: number): number =>
  width / (view.end - view.start);

/**
 * Where an instant lies, px. Subtracts first: far years times px per day would leave no room for the pixel in a double.
 * @param x left edge of the plot. @param scale px per day.
 */
export const toPx = (days: Days, start: Days, x: number, scale: number): number => x + (days - start) * scale;

/** All time that is shorter than this is told in hours, days. */
const HOURS = 3;

/**
 * The view that shows everything with a little air; the first year of the epoch when there is
 * nothing to show.
 * @param width of the whole picture, px. @param height of the whole picture, px.
 */
export function fitView(store: EventStore, width: number, height: number): View {
  let { start, end } = store.extent ?? { start: 0, end: 365 };
  // Some hours are shown in their days.
  if (!store.fold && end - start < HOURS) [start, end] = [Math.floor(start), Math.ceil(end)];
  const air = airOf(end - start);
  return { start: start - air, end: end + air, width, height };
}

/**
 * Zoom levels: the scale of level `k` is 2^(k/4) px per day, so a level is zoomed by 1.19. Whatever is decided for a
 * level (rows, detail) holds for every scale up to the next one.
 */
export const levelScale = (level: number): number => 2 ** (level / LEVELS);

/** Zoom levels in which the scale doubles. */
export const LEVELS = 4;

/** How far a scale may leave its level before the level changes, as a factor. Rows are laid out with this much to spare. */
export const SLACK = 1.04;

/**
 * The zoom level of a scale. Near a border it stays what it was, so that nothing flickers there.
 * @param scale px per day, > 0. @param previous level of the last picture; null for none.
 */
export function levelOf(scale: number, previous: number | null = null): number {
  if (
    previous !== null &&
    scale >= levelScale(previous) / SLACK &&
    scale < levelScale(previous + 1) * SLACK
  ) {
    return previous;
  }
  return Math.floor(LEVELS * Math.log2(scale));
}
