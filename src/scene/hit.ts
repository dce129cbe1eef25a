import type { Box } from './scene.ts';

/** Side of a cell of the grid, px: about the height of a row. */
const CELL = 24;

/** Finds what lies under a pointer. */
export interface HitIndex<T extends Box> {
  /**
   * The target nearest to a point, at most `tolerance` px away; 0 away is inside. Of several equally near ones the
   * topmost, which is the last of the list. Edges belong to a box. @param tolerance ≥ 0, for a finger about 12.
   */
  at(x: number, y: number, tolerance: number): T | null;
}

/**
 * Sorts boxes into a grid once, so that a moving pointer asks a few of them only. A target without area can be found
 * too. O(targets and the cells they cover); targets are expected to lie in a picture, not to be light-years wide.
 * @param targets in painting order, finite. Not modified; kept by reference.
 */
export function indexHits<T extends Box>(targets: readonly T[]): HitIndex<T> {
  const cells = new Map<string, number[]>();
  targets.forEach((box, order) => {
    for (let row = cellOf(box.y); row <= cellOf(box.y + box.height); row++) {
      for (let column = cellOf(box.x); column <= cellOf(box.x + box.width); column++) {
        const key = `${column} ${row}`;
        const cell = cells.get(key);
        if (cell) cell.push(order);
        else cells.set(key, [order]);
      }
    }
  });
  return {
    at(x, y, tolerance) {
      let best = -1;
      let nearest = tolerance;
      for (let row = cellOf(y - tolerance); row <= cellOf(y + tolerance); row++) {
        for (let column = cellOf(x - tolerance); column <= cellOf(x + tolerance); column++) {
          for (const order of cells.get(`${column} ${row}`) ?? []) {
            const box = targets[order];
            if (!box) continue;
            const away = distance(box, x, y);
            if (away < nearest || (away === nearest && order > best)) {
              best = order;
              nearest = away;
            }
          }
        }
      }
      return targets[best] ?? null;
    },
  };
}

/** From a point to the nearest of a box's points, px; 0 inside. */
export function distance(box: Box, x: number, y: number): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(dx, dy);
}

const cellOf = (value: number): number => Math.floor(value / CELL);
