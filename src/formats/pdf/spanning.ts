import type { PdfLine } from './lines.ts';

/** Edges so near each other are one column of a table, points. */
const NEAR = 3;
/** Something runs over a gutter that lies so far within it, points. */
const WITHIN = 2;
/** Rows further apart than this, in sizes of their letters, are not of one table. */
const LEADING = 2.6;

/**
 * Makes one line of each row of a table that lies across the gutter of its page, so that it is not cut there: some of its
 * cells end before the gutter by chance, and their rows would be read as columns of prose. A table is told by two rows
 * at least, of several cells, with a cell that runs over the gutter and others that stand under each other; its other
 * rows are those next to them with cells in the same places. O(n log n).
 * @param segments of one page, in any order. Not modified.
 */
export function joinSpanningRows(segments: readonly PdfLine[], gutter: number): PdfLine[] {
  const rows = rowsOf(segments);
  const runsOver = (row: readonly PdfLine[]): boolean =>
    row.length > 1 && row.some(({ x, right }) => x < gutter - WITHIN && right > gutter + WITHIN);
  const joined = new Set<number>();
  for (const [i, row] of rows.entries()) {
    if (!runsOver(row) || joined.has(i)) continue;
    const block = [i];
    for (const step of [-1, 1]) {
      for (let at = i + step; at >= 0 && at < rows.length; at += step) {
        const [one, last] = [rows[at]!, rows[at - step]!];
        const apart = Math.abs(one[0]!.y - last[0]!.y) / Math.max(one[0]!.size, last[0]!.size);
        if (apart > LEADING || !block.some((other) => sharedColumns(one, rows[other]!) > 1)) break;
        block.push(at);
      }
    }
    if (block.filter((at) => runsOver(rows[at]!)).length > 1) for (const at of block) joined.add(at);
  }
  return rows.flatMap((row, i) => (joined.has(i) ? [oneLine(row)] : row));
}

/** Segments on one height, from the left; from the top. */
export function rowsOf(segments: readonly PdfLine[]): PdfLine[][] {
  const rows: PdfLine[][] = [];
  for (const segment of [...segments].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - segment.y) < segment.size * 0.3) row.push(segment);
    else rows.push([segment]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
}

/** How many cells of two rows begin, end or are centred in one place. */
const sharedColumns = (a: readonly PdfLine[], b: readonly PdfLine[]): number =>
  a.filter((one) =>
    b.some(
      (other) =>
        Math.abs(one.x - other.x) < NEAR ||
        Math.abs(one.right - other.right) < NEAR ||
        Math.abs(one.x + one.right - other.x - other.right) < 2 * NEAR,
    ),
  ).length;

/** Cells side by side as one line. */
export function oneLine(cells: readonly PdfLine[]): PdfLine {
  const first = cells[0]!;
  return {
    text: cells.map(({ text }) => text).join(' | '),
    x: first.x,
    right: Math.max(...cells.map(({ right }) => right)),
    y: first.y,
    size: first.size,
  };
}
