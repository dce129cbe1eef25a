import type { Days } from '../model/days.ts';
import type { EventStore, Window } from '../store/store.ts';
import type { View } from './timeline.ts';

/**
 * Days that stay free before and after everything when all of it is shown: a little, but a single day is shown in its
 * week. What begins or ends within a day is told by the clock, and shown as near as that: in three hours at least.
 * @param extent of everything, start < end.
 */
export function airOf({ start, end }: Window): number {
  const length = end - start;
  if (Number.isInteger(start) && Number.isInteger(end)) return Math.max(length * AIR, 3 / length);
  return Math.max(length * (length < FEW ? AIR_OF_HOURS : AIR), (LEAST - length) / 2);
}

/** Shares of the length. Where it is hours, titles beside its last mark would have no room in less. */
const AIR = 0.04;
const AIR_OF_HOURS = 0.08;
/** Days: so few are told in hours, and so long everything is shown to be at least. */
const FEW = 3;
const LEAST = 1 / 8;

/** CSS px per day of a view over a plot. @param width of the plot, px, > 0. */
export const pxPerDay = (view: Pick<View, 'start' | 'end'>, width: number): number =>
  width / (view.end - view.start);

/**
 * Where an instant lies, px. Subtracts first: far years times px per day would leave no room for the pixel in a double.
 * @param x left edge of the plot. @param scale px per day.
 */
export const toPx = (days: Days, start: Days, x: number, scale: number): number => x + (days - start) * scale;

/**
 * The view that shows everything with a little air; the first year of the epoch when there is
 * nothing to show.
 * @param width of the whole picture, px. @param height of the whole picture, px.
 */
export function fitView(store: EventStore, width: number, height: number): View {
  const { start, end } = store.extent ?? { start: 0, end: 365 };
  const air = airOf({ start, end });
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
