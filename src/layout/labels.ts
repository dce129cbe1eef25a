import type { Box } from '../scene/scene.ts';
import { GAP } from './marks.ts';

/** A mark in a row that would like a label. */
export interface LabelWish {
  /** The mark, px; marks of a row do not overlap. */
  readonly x0: number;
  readonly x1: number;
  /** Width of the label, px. */
  readonly width: number;
  /** Left edge of the label inside the mark, px, or null where it has no room there. */
  readonly inside: number | null;
  /** Left of the mark is tried before right of it. */
  readonly leftwards: boolean;
  /** Higher goes first. */
  readonly weight: number;
}

/** Between two labels of a row, and between a label and another event's mark, px. */
const APART = 9;
const CLEAR = 5;
/** Between a label and the edge of the plot, px. */
const EDGE = 4;

/**
 * Gives the marks of one row their labels: inside the bar, else to the right, else to the left. A label that would
 * leave the plot, or touch another label or another event's mark, is not placed. The heaviest choose first; of equals
 * the first in time. A label only ever stands in the room between two neighbours, so each try looks at those alone.
 * @param wishes in order of x0. @param plot no label leaves it.
 * @returns left edge of each label, px, or NaN where it has none; parallel to `wishes`.
 */
export function placeLabels(wishes: readonly LabelWish[], plot: Box): Float64Array {
  const placed = new Float64Array(wishes.length).fill(Number.NaN);
  const [low, high] = [plot.x + EDGE, plot.x + plot.width - EDGE];
  // What is taken at either side of each mark: the mark itself, or it and its label.
  const size = wishes.length;
  const from = new Float64Array(size);
  const to = new Float64Array(size);
  const order = new Array<number>(size);
  for (let i = 0; i < size; i++) {
    from[i] = wishes[i]!.x0;
    to[i] = wishes[i]!.x1;
    order[i] = i;
  }
  order.sort((a, b) => wishes[b]!.weight - wishes[a]!.weight || a - b);

  const isFree = (i: number, x: number, width: number): boolean => {
    if (x < low || x + width > high) return false;
    if (i > 0 && x < to[i - 1]! + (hasLabelRight(i - 1) ? APART : CLEAR)) return false;
    return !(i + 1 < size && x + width > from[i + 1]! - (hasLabelLeft(i + 1) ? APART : CLEAR));
  };
  const hasLabelRight = (i: number): boolean => to[i]! > wishes[i]!.x1;
  const hasLabelLeft = (i: number): boolean => from[i]! < wishes[i]!.x0;

  /** @returns whether the label stands there now. */
  const place = (i: number, x: number, width: number): boolean => {
    if (!isFree(i, x, width)) return false;
    placed[i] = x;
    from[i] = Math.min(from[i]!, x);
    to[i] = Math.max(to[i]!, x + width);
    return true;
  };
  for (let k = 0; k < size; k++) {
    const i = order[k]!;
    const { x0, x1, width, inside, leftwards } = wishes[i]!;
    const right = x1 + GAP;
    const left = x0 - GAP - width;
    if (leftwards && place(i, left, width)) continue;
    if (inside !== null && place(i, inside, width)) continue;
    if (place(i, right, width) || leftwards) continue;
    place(i, left, width);
  }
  return placed;
}
