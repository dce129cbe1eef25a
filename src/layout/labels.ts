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
  const from = wishes.map((wish) => wish.x0);
  const to = wishes.map((wish) => wish.x1);
  const order = wishes.map((_, i) => i).sort((a, b) => wishes[b]!.weight - wishes[a]!.weight || a - b);

  const isFree = (i: number, x: number, width: number): boolean => {
    if (x < low || x + width > high) return false;
    if (i > 0 && x < to[i - 1]! + (hasLabelRight(i - 1) ? APART : CLEAR)) return false;
    return !(i + 1 < wishes.length && x + width > from[i + 1]! - (hasLabelLeft(i + 1) ? APART : CLEAR));
  };
  const hasLabelRight = (i: number): boolean => to[i]! > wishes[i]!.x1;
  const hasLabelLeft = (i: number): boolean => from[i]! < wishes[i]!.x0;

  for (const i of order) {
    const { x0, x1, width, inside, leftwards } = wishes[i]!;
    const [right, left] = [x1 + GAP, x0 - GAP - width];
    const choices = leftwards ? [left, inside, right] : [inside, right, left];
    for (const x of choices) {
      if (x === null || !isFree(i, x, width)) continue;
      placed[i] = x;
      from[i] = Math.min(from[i]!, x);
      to[i] = Math.max(to[i]!, x + width);
      break;
    }
  }
  return placed;
}
