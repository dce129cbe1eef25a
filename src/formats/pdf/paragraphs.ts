import type { BlockKind } from '../../model/document.ts';
import type { Layout } from '../parts.ts';
import { type ColumnLine, gutterOfPages, linesOf, type PdfLine } from './lines.ts';

/** A page as what stands together on it, in any order, and how high it is. Points. */
export interface Page {
  readonly height: number;
  readonly segments: readonly PdfLine[];
}

interface Block {
  kind: BlockKind;
  level: number;
  text: string;
  readonly page: number;
  /** Whether its last line runs to the end of its column. */
  full: boolean;
  /** Whether it stops far short of it, as an entry of a list does. */
  short: boolean;
  lines: number;
}

/** Where running heads and page numbers stand: within this share of the height from the top and the foot. */
const EDGE = 0.11;
/** A line of letters so much larger than those of the text is a heading; so much smaller, at the foot, a note. */
const LARGER = 1.12;
const SMALLER = 0.93;
const LONGEST_HEADING = 220;

/**
 * Lays out pages as headings, paragraphs, items and notes: running heads and page numbers gone, lines joined to
 * paragraphs, words and sentences joined over lines, columns and pages. Notes of all pages stand at the end, so that
 * none stands in the middle of a sentence.
 */
export function layPages(pages: readonly Page[], layout: Layout): void {
  const body = bodySize(pages);
  const running = runningHeads(pages, titleOf(pages, body));
  const bare = pages.map((page) => withoutHeads(page, running));
  const gutter = gutterOfPages(bare.map(({ segments }) => segments));
  const sizes = headingSizes(pages, body);
  const blocks: Block[] = [];
  const notes: Block[] = [];
  for (const [number, page] of bare.entries()) {
    const lines = linesOf(page.segments, gutter);
    const { top, foot } = reachOf(page);
    let before: ColumnLine | null = null;
    /** The size of the note that goes on; notes end a column, and a column begins above where the last one ended. */
    let noted: number | null = null;
    const step = median(gapsOf(lines));
    for (const line of lines) {
      if (before && line.y > before.y) noted = null;
      const small = line.size < body * SMALLER && line.y < foot + (top - foot) * 0.5;
      const note: boolean =
        RAISED_FIRST.test(line.text) ||
        (small && (startsNote(line) || notes.at(-1)?.page === number)) ||
        (noted !== null && line.size <= noted * 1.05);
      if (note) noted ??= line.size;
      const list = note ? notes : blocks;
      const last: Block | undefined = list.at(-1);
      const kind = note ? 'note' : kindOf(line, body);
      const level = kind === 'heading' ? Math.min(6, 1 + sizes.indexOf(round(line.size))) : 0;
      const full = line.right > line.columnEnd - line.size * 4;
      const short = line.right - line.x < (line.columnEnd - line.x) * 0.65;
      if (last && goesOn(last, line, before, { kind, level, step, number })) {
        last.text = joinedLine(last.text, line.text);
        last.full = full;
        last.short = short;
        last.lines++;
      } else list.push({ kind, level, text: line.text, page: number, full, short, lines: 1 });
      before = line;
    }
  }
  for (const { kind, level, text } of [...blocks, ...notes])
    layout.add(kind === 'list' ? 'list' : kind, kind === 'list' ? text.replace(BULLET, '') : text, level);
}

interface Around {
  readonly kind: BlockKind;
  readonly level: number;
  /** From line to line, where paragraphs are not parted. */
  readonly step: number;
  readonly number: number;
}

/** Whether a line goes on with the block before it. */
function goesOn(
  last: Block,
  line: PdfLine,
  before: PdfLine | null,
  { kind, level, step, number }: Around,
): boolean {
  if (last.kind === 'heading' || kind === 'heading') {
    return (
      last.kind === kind &&
      last.level === level &&
      last.page === number &&
      before !== null &&
      before.y - line.y > 0 &&
      before.y - line.y < line.size * 1.6
    );
  }
  if (kind === 'list') return false;
  if (kind === 'note' && startsNote(line)) return false;
  if (/ \| /.test(line.text) || / \| /.test(last.text)) return false;
  const ended = /[.!?…:]["”’»)\]]*[¹²³⁰⁴-⁹]*$/.test(last.text);
  const turned = last.page !== number || before === null || line.y > before.y;
  if (turned) return !ended && (last.full || !last.short || /^\p{Ll}/u.test(line.text));
  const gap = before.y - line.y;
  if (gap > Math.max(step, line.size) * 1.45) return false;
  // An indented line begins a paragraph, and a line that stops short ends one.
  const indented = line.x - before.x > line.size * 0.8 && line.x - before.x < line.size * 5;
  if (indented && ended && last.kind !== 'list') return false;
  if (last.lines === 1 && DATED.test(last.text) && DATED.test(line.text)) return false;
  if (last.short && /^[\p{Lu}\d]/u.test(line.text)) return false;
  return last.full || !ended;
}

/** How an entry of a chronology, or a row of a table, begins. */
const DATED =
  /^(?:\d{1,2}\.? \p{Lu}\p{L}{2,8}\.?|\d{4}(?:-\d\d){0,2}|\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4})(?![\p{L}\d])/u;

/** A word that is broken at a line's end is whole again. */
function joinedLine(text: string, next: string): string {
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next;
  return /[\u2010-\u2014/-]$/.test(text) && !/\s[\u2010-\u2014-]$/.test(text)
    ? text + next
    : `${text} ${next}`;
}

const BULLET = /^(?:[•‣▪●◦○■□►▶➤·∙\uf0b7]|[-–—*](?=\s))\s*/;

function kindOf(line: PdfLine, body: number): BlockKind {
  if (BULLET.test(line.text) || / \| /.test(line.text)) return 'list';
  if (line.size > body * LARGER && line.text.length <= LONGEST_HEADING && /\p{L}|\d{4}/u.test(line.text))
    return 'heading';
  return 'paragraph';
}

const startsNote = ({ text }: PdfLine): boolean => /^(?:[¹²³⁰⁴-⁹]+|\d{1,3}[.)]?\s|[*∗†‡§])\s*\S/.test(text);

/** A line that begins with a raised number is a note: in a text the number stands behind a word. */
const RAISED_FIRST = /^[¹²³⁰⁴-⁹]{1,3}\s*\S/;

/** The text of a running head, with its numbers alike: `14 The mill` and `15 The mill`. */
const shape = (text: string): string =>
  text
    .replace(/\d+|\b[ivxlc]+\b/gi, '#')
    .replace(/\s+/g, ' ')
    .trim();

/** Rows at the edge of a page, each with what stands on one height. */
function edgeRows(page: Page): readonly (readonly PdfLine[])[] {
  const { top, foot } = reachOf(page);
  const isEdge = ({ y, size }: PdfLine): boolean =>
    y > page.height * (1 - EDGE) || y < page.height * EDGE || y > top - size * 1.5 || y < foot + size * 1.5;
  const rows: PdfLine[][] = [];
  for (const segment of [...page.segments].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - segment.y) < segment.size * 0.3) row.push(segment);
    else rows.push([segment]);
  }
  return rows.filter((row) => isEdge(row[0]!));
}

const wordsOf = (row: readonly PdfLine[]): string => row.map(({ text }) => text).join(' ');

/** What stands at the edge of several pages, or says the title again with a number. */
function runningHeads(pages: readonly Page[], title: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const shapes = new Set(edgeRows(page).map((row) => shape(wordsOf(row))));
    for (const each of shapes) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const least = pages.length < 4 ? 2 : 3;
  const again = (each: string): boolean =>
    title !== '' && each !== title && each.replace(/\s*#\s*/g, '') === title.replace(/\s*#\s*/g, '');
  return new Set([...counts].flatMap(([each, count]) => (count >= least || again(each) ? [each] : [])));
}

/** A page without its running heads and page numbers. */
function withoutHeads(page: Page, running: ReadonlySet<string>): Page {
  const gone = new Set(
    edgeRows(page).flatMap((row) => {
      const words = wordsOf(row);
      return running.has(shape(words)) || PAGE_NUMBER.test(words) ? row : [];
    }),
  );
  return gone.size === 0 ? page : { ...page, segments: page.segments.filter((each) => !gone.has(each)) };
}

const PAGE_NUMBER =
  /^(?:page\s*)?[-–—[(]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—\])]?(?:\s*(?:of|\/)\s*\d{1,4})?$/i;

/** The largest words of the first page, as the shape of a running head. */
function titleOf([first]: readonly Page[], body: number): string {
  const size = Math.max(0, ...(first?.segments.map((line) => line.size) ?? []));
  if (!first || size <= body * LARGER) return '';
  const lines = first.segments.filter((line) => line.size > size * 0.97).sort((a, b) => b.y - a.y);
  return shape(wordsOf(lines));
}

/** Heights of the first and the last line. */
function reachOf({ segments, height }: Page): { readonly top: number; readonly foot: number } {
  let [top, foot] = [0, height];
  for (const { y } of segments) {
    top = Math.max(top, y);
    foot = Math.min(foot, y);
  }
  return { top, foot };
}

/** The size in which most of the text stands. */
function bodySize(pages: readonly Page[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flatMap(({ segments }) => segments))
    letters.set(round(size), (letters.get(round(size)) ?? 0) + text.length);
  let best: [number, number] = [0, -1];
  for (const each of letters) if (each[1] > best[1]) best = each;
  return best[0];
}

/** Sizes of headings, the largest first. */
const headingSizes = (pages: readonly Page[], body: number): readonly number[] =>
  [
    ...new Set(
      pages.flatMap(({ segments }) =>
        segments.filter((line) => kindOf(line, body) === 'heading').map(({ size }) => round(size)),
      ),
    ),
  ].sort((a, b) => b - a);

const round = (size: number): number => Math.round(size * 2) / 2;

const gapsOf = (lines: readonly PdfLine[]): number[] =>
  lines.slice(1).flatMap((line, i) => {
    const gap = lines[i]!.y - line.y;
    return gap > 0 && gap < line.size * 3 ? [gap] : [];
  });

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
