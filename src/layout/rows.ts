import { bisectRight } from 'd3-array';

/**
 * Packs spans into the fewest rows in which they do not overlap: each takes the lowest row whose last span has ended.
 * Greedy by start, which is optimal (Kleinberg & Tardos, Algorithm Design, §4.1). O(n · rows).
 * @param from rising. @param to parallel, > from; a span is half-open, so one may begin where another ends.
 * @param most rows there are; a span that finds none free gets -1.
 * @returns the row of each span, parallel to `from`; 0 is the topmost.
 */
export function packRows(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  most: number = Number.POSITIVE_INFINITY,
): number[] {
  const lastEnd: number[] = [];
  const rows: number[] = [];
  for (let i = 0; i < from.length; i++) {
    let row = lastEnd.findIndex((end) => end <= from[i]!);
    if (row < 0) row = lastEnd.length < most ? lastEnd.length : -1;
    if (row >= 0) lastEnd[row] = to[i]!;
    rows.push(row);
  }
  return rows;
}

/** Rows into which spans are put one after the other in any order. Each span carries a number that names it. */
export interface Shelves {
  /** The topmost row of `least` … `most - 1` that is free over [from, to), or -1. */
  free(from: number, to: number, most: number, least?: number): number;
  /**
   * Of the first `most` rows that are free over [from, to), the one that stays free longest behind it, so that a label
   * may find room there; room beyond `enough` does not count. -1 if none is free.
   */
  roomiest(from: number, to: number, enough: number, most: number): number;
  /** Whether a row is free over [from, to). */
  fits(row: number, from: number, to: number): boolean;
  /** What stands in a row over [from, to), in order. */
  within(row: number, from: number, to: number): number[];
  /** Takes [from, to) of a row, which must be free there. */
  put(row: number, from: number, to: number, name: number): void;
  /** Frees what a span takes of a row. @param from where it begins, or any place within it. */
  remove(row: number, from: number): void;
  /** Gives a span wider bounds if its row is free there but for itself; says whether it did. */
  widen(row: number, from: number, to: number, name: number): boolean;
  /** Gives a span of a row that begins at or before `from` and ends at or after `to` these narrower bounds. */
  shrink(row: number, from: number, to: number): void;
}

/** @param rows how many there are. Looking up costs O(log n) a row; putting is cheap in rising order. */
export function createShelves(rows: number): Shelves {
  const shelves: readonly Shelf[] = Array.from({ length: rows }, () => ({ from: [], to: [], names: [] }));
  const fits = (row: number, from: number, to: number): boolean => {
    const shelf = shelves[row];
    if (!shelf) return false;
    const next = bisectRight(shelf.to, from);
    return next === shelf.from.length || shelf.from[next]! >= to;
  };
  return {
    fits,
    free(from, to, most, least = 0) {
      for (let row = least; row < Math.min(most, rows); row++) if (fits(row, from, to)) return row;
      return -1;
    },
    roomiest(from, to, enough, most) {
      let [best, room] = [-1, -1];
      for (let row = 0; row < Math.min(most, rows) && room < enough; row++) {
        const shelf = shelves[row]!;
        const next = bisectRight(shelf.to, from);
        const start = shelf.from[next] ?? Number.POSITIVE_INFINITY;
        const behind = Math.min(start - to, enough);
        if (behind >= 0 && behind > room) [best, room] = [row, behind];
      }
      return best;
    },
    within(row, from, to) {
      const shelf = shelves[row]!;
      const found: number[] = [];
      for (let i = bisectRight(shelf.to, from); i < shelf.from.length && shelf.from[i]! < to; i++) {
        found.push(shelf.names[i]!);
      }
      return found;
    },
    put(row, from, to, name) {
      const shelf = shelves[row]!;
      const at = bisectRight(shelf.to, from);
      if (at === shelf.from.length) {
        shelf.from.push(from);
        shelf.to.push(to);
        shelf.names.push(name);
      } else {
        shelf.from.splice(at, 0, from);
        shelf.to.splice(at, 0, to);
        shelf.names.splice(at, 0, name);
      }
    },
    remove(row, from) {
      const shelf = shelves[row]!;
      const at = bisectRight(shelf.to, from);
      shelf.from.splice(at, 1);
      shelf.to.splice(at, 1);
      shelf.names.splice(at, 1);
    },
    widen(row, from, to, name) {
      const shelf = shelves[row]!;
      const at = bisectRight(shelf.to, from);
      if (shelf.names[at] !== name || (shelf.from[at + 1] ?? to) < to) return false;
      shelf.from[at] = Math.min(from, shelf.from[at]!);
      shelf.to[at] = Math.max(to, shelf.to[at]!);
      return true;
    },
    shrink(row, from, to) {
      const shelf = shelves[row]!;
      const at = bisectRight(shelf.to, from);
      shelf.from[at] = from;
      shelf.to[at] = to;
    },
  };
}

interface Shelf {
  /** Rising, and so is `to`, for the spans of a row do not overlap. */
  readonly from: number[];
  readonly to: number[];
  readonly names: number[];
}
