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

/** Rows into which spans are put one after the other in any order. */
export interface Shelves {
  /** The lowest of the first `most` rows that is free over [from, to), or -1. */
  free(from: number, to: number, most: number): number;
  /** Whether a row is free over [from, to). */
  fits(row: number, from: number, to: number): boolean;
  /** Takes [from, to) of a row, which must be free there. */
  put(row: number, from: number, to: number): void;
  /** A copy that can be filled on its own. */
  copy(): Shelves;
}

/** @param rows how many there are. Looking up costs O(log n) a row; putting is cheap in rising order. */
export function createShelves(rows: number): Shelves {
  return shelvesOver(Array.from({ length: rows }, () => ({ from: [], to: [] })));
}

interface Shelf {
  /** Rising, and so is `to`, for the spans of a row do not overlap. */
  readonly from: number[];
  readonly to: number[];
}

function shelvesOver(shelves: readonly Shelf[]): Shelves {
  const fits = (row: number, from: number, to: number): boolean => {
    const shelf = shelves[row];
    if (!shelf) return false;
    const next = firstEndingAfter(shelf.to, from);
    return next === shelf.from.length || shelf.from[next]! >= to;
  };
  return {
    fits,
    free(from, to, most) {
      for (let row = 0; row < Math.min(most, shelves.length); row++) if (fits(row, from, to)) return row;
      return -1;
    },
    put(row, from, to) {
      const shelf = shelves[row]!;
      const at = firstEndingAfter(shelf.to, from);
      if (at === shelf.from.length) {
        shelf.from.push(from);
        shelf.to.push(to);
      } else {
        shelf.from.splice(at, 0, from);
        shelf.to.splice(at, 0, to);
      }
    },
    copy: () => shelvesOver(shelves.map(({ from, to }) => ({ from: from.slice(), to: to.slice() }))),
  };
}

/** Index of the first value > `limit` in a rising list. */
function firstEndingAfter(rising: readonly number[], limit: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (rising[mid]! <= limit) low = mid + 1;
    else high = mid;
  }
  return low;
}
