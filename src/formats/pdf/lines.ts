import { raised } from '../parts.ts';
import { joinSpanningRows, oneLine, rowsOf } from './spanning.ts';

/** A run of letters where a PDF draws it. Points; y grows upwards. */
export interface Run {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  /** Size of the letters. */
  readonly size: number;
  readonly text: string;
}

/** A line of a column, as words. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** A line in its column. */
export interface ColumnLine extends PdfLine {
  /** Where most lines of its column end; points from the left. */
  readonly columnEnd: number;
}

/** Letters that stand so much higher than their neighbours, and are so much smaller, are raised. */
const RAISED = 0.12;
const SMALLER = 0.86;
/** A gap of so many letter sizes parts what stands on one height: a gutter, or the columns of a table. */
const GAP = 1.5;
/** So near stand the parts of one word, or its neighbours, that the file draws apart. */
const TOUCH = 0.4;
/** Both sides of a gutter hold this many lines of so many letters at least, or they are the columns of a table. */
const LEAST_LINES = 4;
const LEAST_LETTERS = 18;
/** Cuts within cuts; no page is laid out deeper. */
const DEEPEST = 24;

/**
 * The lines of a page in the order in which they are read: columns one after the other, what spans them before and
 * between. By cutting the page recursively at its white gutters (Nagy's X-Y cut), columns first where prose stands on
 * both sides. Rows of tables stay rows.
 * @param segments of one page, in any order; see {@link segmentsOf}. Not modified.
 * @param known where other pages have their gutter: it is this page's too where nothing runs over it; null where there is none.
 */
export function linesOf(segments: readonly PdfLine[], known: number | null = null): ColumnLine[] {
  const whole = known === null ? segments : joinSpanningRows(segments, known);
  return cut(whole, 0, known).flatMap((region) => {
    const rows = rowsOf(region).map(oneLine);
    const ends = rows.map(({ right }) => right).sort((a, b) => a - b);
    // A line that hangs over is not what the others run to.
    const columnEnd = ends[Math.floor(ends.length * 0.9)] ?? 0;
    return rows.map((row) => ({ ...row, columnEnd }));
  });
}

/** The gutter that most pages of text have in common; null where they have none. Points from the left. */
export function gutterOfPages(pages: readonly (readonly PdfLine[])[]): number | null {
  const found: number[] = [];
  for (const segments of pages) collectGutters(segments, 0, found);
  if (found.length === 0) return null;
  const sorted = found.sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1]!;
  const near = sorted.filter((each) => Math.abs(each - middle) < 12).length;
  return near * 2 > pages.length || near * 2 > sorted.length ? middle : null;
}

function collectGutters(segments: readonly PdfLine[], depth: number, found: number[]): void {
  if (depth > 2 || segments.length < 2 * LEAST_LINES) return;
  const gutter = gutterOf(segments);
  if (gutter !== null) {
    found.push(gutter);
    return;
  }
  const split = splitOf(segments, null);
  if (split === null) return;
  collectGutters(
    segments.filter(({ y }) => y >= split),
    depth + 1,
    found,
  );
  collectGutters(
    segments.filter(({ y }) => y < split),
    depth + 1,
    found,
  );
}

/**
 * Runs that follow each other, left to right on one height, with digits of notes raised. First as the file has them,
 * which keeps narrow columns apart; then what touches though the file has it elsewhere.
 */
export function segmentsOf(runs: readonly Run[]): PdfLine[] {
  const segments: Run[][] = [];
  for (const run of runs) {
    if (run.text.trim() === '') continue;
    const last = segments.at(-1);
    const before = last?.at(-1);
    const gap = before ? run.x - (before.x + before.width) : 0;
    const reach = before ? Math.max(run.size, before.size) : 0;
    if (last && before && last.some((other) => onOneHeight(run, other)) && gap > -reach && gap < GAP * reach)
      last.push(run);
    else segments.push([run]);
  }
  const sorted = segments.sort((a, b) => b[0]!.y - a[0]!.y || a[0]!.x - b[0]!.x);
  const touching: Run[][] = [];
  for (const segment of sorted) {
    const [first] = segment;
    const left = touching.slice(-8).findLast((other) => {
      const end = other.at(-1)!;
      const gap = first!.x - (end.x + end.width);
      return (
        onOneHeight(first!, end) && gap > -0.3 * end.size && gap < TOUCH * Math.max(end.size, first!.size)
      );
    });
    if (left) left.push(...segment);
    else touching.push([...segment]);
  }
  return touching.map(lineOf);
}

function onOneHeight(a: Run, b: Run): boolean {
  const size = Math.max(a.size, b.size);
  const apart = Math.abs(a.y - b.y);
  // The lowered E of a logo is on the line; two lines are never so near.
  if (apart < size * 0.25) return true;
  // Smaller letters beside larger ones may be raised by half a line.
  const near = a.x < b.x + b.width + size && b.x < a.x + a.width + size;
  return near && Math.min(a.size, b.size) < size * SMALLER && apart < size * 0.6;
}

function lineOf(runs: readonly Run[]): PdfLine {
  const size = mainSize(runs);
  const base = runs.find((run) => run.size >= size * 0.95)?.y ?? runs[0]!.y;
  let text = '';
  let right = runs[0]!.x;
  for (const run of runs) {
    const high = run.size < size * SMALLER && run.y - base > size * RAISED;
    const gap = run.x - right;
    if (text !== '' && gap > run.size * 0.18 && !/\s$/.test(text) && !/^\s/.test(run.text)) text += ' ';
    text += high ? raised(run.text) : run.text;
    right = Math.max(right, run.x + run.width);
  }
  return { text: text.trim(), x: runs[0]!.x, right, y: base, size };
}

/** The size in which most letters stand. */
function mainSize(runs: readonly Run[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of runs) letters.set(size, (letters.get(size) ?? 0) + text.trim().length);
  return [...letters].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

function cut(segments: readonly PdfLine[], depth: number, known: number | null): (readonly PdfLine[])[] {
  if (segments.length < 2 || depth > DEEPEST) return segments.length > 0 ? [segments] : [];
  const gutter = gutterOf(segments) ?? knownGutter(segments, known);
  if (gutter !== null) {
    const left = segments.filter((each) => each.right <= gutter);
    const right = segments.filter((each) => each.right > gutter);
    return [...cut(left, depth + 1, null), ...cut(right, depth + 1, null)];
  }
  // A title over two columns hides their gutter: try below each line from the top, then above each from the foot.
  const split = splitOf(segments, known);
  if (split === null) return [segments];
  return [
    ...cut(
      segments.filter((each) => each.y >= split),
      depth + 1,
      known,
    ),
    ...cut(
      segments.filter((each) => each.y < split),
      depth + 1,
      known,
    ),
  ];
}

/** The gutter of other pages, where nothing of this one runs over it and both of its sides hold something. */
function knownGutter(segments: readonly PdfLine[], known: number | null): number | null {
  if (known === null) return null;
  let [left, right] = [0, 0];
  for (const segment of segments) {
    if (segment.right <= known) left++;
    else if (segment.x >= known) right++;
    else return null;
  }
  return left > 0 && right > 0 ? known : null;
}

/** Where a gutter runs through all segments with prose on both sides: the middle of the widest. */
function gutterOf(segments: readonly PdfLine[]): number | null {
  const sorted = [...segments].sort((a, b) => a.x - b.x);
  let right = sorted[0]!.right;
  let best: { at: number; width: number } | null = null;
  for (const [i, segment] of sorted.entries()) {
    const width = segment.x - right;
    if (
      width > segment.size * 0.8 &&
      (!best || width > best.width) &&
      isProse(sorted.slice(0, i)) &&
      isProse(sorted.slice(i))
    )
      best = { at: (right + segment.x) / 2, width };
    right = Math.max(right, segment.right);
  }
  return best?.at ?? null;
}

/** Cells of a row count together: a column may hold a table beside its prose. */
function isProse(segments: readonly PdfLine[]): boolean {
  if (segments.length < LEAST_LINES) return false;
  const rows = new Set(segments.map(({ y }) => Math.round(y / 2))).size;
  const letters = segments.reduce((sum, { text }) => sum + text.length, 0);
  return rows >= LEAST_LINES && letters >= rows * LEAST_LETTERS;
}

/** A height at which a line that spans columns ends: above or below it the rest has a gutter. */
function splitOf(segments: readonly PdfLine[], known: number | null): number | null {
  const gutterIn = (each: readonly PdfLine[]): number | null => gutterOf(each) ?? knownGutter(each, known);
  const sorted = [...segments].sort((a, b) => b.y - a.y);
  const heights = [...new Set(sorted.map(({ y }) => y))];
  const under = (y: number) => sorted.filter((each) => each.y < y - 0.01);
  for (const y of heights.slice(0, 40)) {
    const below = under(y);
    if (below.length >= 2 && gutterIn(below) !== null) return y - 0.01;
  }
  // The tallest first. What spans the columns above them, such as a title, is cut off in its turn.
  for (const y of heights.slice(1).reverse().slice(0, 60)) {
    for (const top of heights.slice(0, 4)) {
      const band = sorted.filter((each) => each.y >= y - 0.01 && each.y <= top);
      if (band.length < 2 || gutterIn(band) === null) continue;
      if (under(y).length > 0) return y - 0.01;
    }
  }
  return null;
}
