/**
 * How many spans share an instant, at most: as many rows hold them all without an overlap, and no fewer do (Kleinberg &
 * Tardos, Algorithm Design, §4.1). Spans are half-open, so one may begin where another ends. O(n log n).
 * @param from @param to where spans begin and end, in any order; both are sorted in place.
 */
export function mostAtOnce(from: Float64Array, to: Float64Array): number {
  from.sort();
  to.sort();
  let most = 0;
  let over = 0;
  for (let k = 0; k < from.length; k++) {
    while (to[over]! <= from[k]!) over++;
    if (k + 1 - over > most) most = k + 1 - over;
  }
  return most;
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
  return new Rows(rows);
}

class Rows implements Shelves {
  readonly #rows: number;
  readonly #shelves: readonly Shelf[];

  constructor(rows: number) {
    this.#rows = rows;
    this.#shelves = Array.from({ length: rows }, () => ({ from: [], to: [], names: [] }));
  }

  fits(row: number, from: number, to: number): boolean {
    const shelf = this.#shelves[row];
    if (!shelf) return false;
    const next = ended(shelf.to, from);
    return next === shelf.from.length || shelf.from[next]! >= to;
  }

  free(from: number, to: number, most: number, least = 0): number {
    const end = Math.min(most, this.#rows);
    for (let row = least; row < end; row++) if (this.fits(row, from, to)) return row;
    return -1;
  }

  roomiest(from: number, to: number, enough: number, most: number): number {
    let best = -1;
    let room = -1;
    for (let row = 0; row < Math.min(most, this.#rows) && room < enough; row++) {
      const shelf = this.#shelves[row]!;
      const next = ended(shelf.to, from);
      const start = next < shelf.from.length ? shelf.from[next]! : Number.POSITIVE_INFINITY;
      const behind = Math.min(start - to, enough);
      if (behind < 0 || behind <= room) continue;
      best = row;
      room = behind;
    }
    return best;
  }

  within(row: number, from: number, to: number): number[] {
    const shelf = this.#shelves[row]!;
    const found: number[] = [];
    for (let i = ended(shelf.to, from); i < shelf.from.length && shelf.from[i]! < to; i++) {
      found.push(shelf.names[i]!);
    }
    return found;
  }

  put(row: number, from: number, to: number, name: number): void {
    const shelf = this.#shelves[row]!;
    const at = ended(shelf.to, from);
    if (at === shelf.from.length) {
      shelf.from.push(from);
      shelf.to.push(to);
      shelf.names.push(name);
    } else {
      shelf.from.splice(at, 0, from);
      shelf.to.splice(at, 0, to);
      shelf.names.splice(at, 0, name);
    }
  }

  remove(row: number, from: number): void {
    const shelf = this.#shelves[row]!;
    const at = ended(shelf.to, from);
    shelf.from.splice(at, 1);
    shelf.to.splice(at, 1);
    shelf.names.splice(at, 1);
  }

  widen(row: number, from: number, to: number, name: number): boolean {
    const shelf = this.#shelves[row]!;
    const at = ended(shelf.to, from);
    if (shelf.names[at] !== name) return false;
    if (at + 1 < shelf.from.length && shelf.from[at + 1]! < to) return false;
    shelf.from[at] = Math.min(from, shelf.from[at]!);
    shelf.to[at] = Math.max(to, shelf.to[at]!);
    return true;
  }

  shrink(row: number, from: number, to: number): void {
    const shelf = this.#shelves[row]!;
    const at = ended(shelf.to, from);
    shelf.from[at] = from;
    shelf.to[at] = to;
  }
}

/** How many of the spans of a row end at or before an instant. @param to where they end, rising. */
function ended(to: readonly number[], instant: number): number {
  let low = 0;
  let high = to.length;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (to[mid]! <= instant) low = mid + 1;
    else high = mid;
  }
  return low;
}

interface Shelf {
  /** Rising, and so is `to`, for the spans of a row do not overlap. */
  readonly from: number[];
  readonly to: number[];
  readonly names: number[];
}
