import { fitText, textWidth } from '../../scene/advances.ts';
import type { Box, Group, Mark, Text } from '../../scene/scene.ts';
import type { Theme } from '../../scene/theme.ts';
import { COUNT_SIZE, digits, namedOf } from '../titles.ts';

/** A column that is to be named, wherever the view stands. */
export interface NamedColumn {
  readonly key: string;
  readonly name: string;
  /** Left edge and width in the picture, px, and width of its first track. */
  readonly x: number;
  readonly width: number;
  readonly track: number;
  /** Whether it is a thin line. */
  readonly thin: boolean;
  /** Events in all of time. */
  readonly size: number;
}

/** Where a name stands. */
export interface NamePlace {
  /** Of the name; the count follows on the last of them, or below it. */
  readonly lines: readonly string[];
  /** Edge from which the name goes, px, and its first baseline from the top of the names. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  /** Whether it stands over its column; else a line leads from there to its side. */
  readonly over: boolean;
}

/** The names of all columns above the plot. */
export interface Names {
  /** Parallel to the columns. */
  readonly places: readonly NamePlace[];
  /** Of all of them together, px. */
  readonly height: number;
  /** How far right a name and its count go, px, parallel to the columns. */
  readonly right: readonly number[];
}

/** How far right any name goes between two heights, px from the top of the names; -∞ where there is none. */
export const reachBetween = ({ places, right }: Names, top: number, bottom: number): number =>
  Math.max(
    Number.NEGATIVE_INFINITY,
    ...places.map(({ lines, y, over }, i) =>
      y - LETTERS < bottom && y + (over ? lines.length * PITCH.wide : 0) > top
        ? right[i]!
        : Number.NEGATIVE_INFINITY,
    ),
  );

/** Height of letters above their baseline, px. */
const LETTERS = 10;

/** Size of a name, and from line to line, px. */
const SIZE = { wide: 12, narrow: 11 };
const PITCH = { wide: 15, narrow: 12 };
/** From the line that leads to a name to the name, px; from a name to its count; and what a name keeps clear. */
const FLAG = 5;
const GAP = 5;
const CLEAR = 3;
/** A name over its column has so many lines at most. */
const MOST_LINES = 3;
/** Below the last line there are the bars that say which columns are meant, px. */
const BAR = { gap: 4, height: 3 };
/** Above the first line, px. */
const TOP = 3;

/** Room for any count that a column can have, px: where names stand does not depend on the view. */
const countRoom = (size: number, locale: string): number =>
  textWidth(digits(size, locale), COUNT_SIZE, 400, true);

/** The least width at which a name stands over its column, px. */
export function widthOver(
  { name, size }: Pick<NamedColumn, 'name' | 'size'>,
  narrow: boolean,
  locale: string,
): number {
  const count = countRoom(size, locale);
  const letters = narrow ? SIZE.narrow : SIZE.wide;
  const words = name.split(/\s+/).map((word) => textWidth(word, letters, 650));
  let width = Math.ceil(Math.max(count, ...words));
  while ((linesOver(name, width, letters)?.length ?? MOST_LINES + 1) > MOST_LINES) width += 4;
  return width;
}

/** A name on as few lines as a width allows; null where a word is wider. */
function linesOver(name: string, width: number, size: number): readonly string[] | null {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size, 650) <= width) lines[lines.length - 1] = longer;
    else if (textWidth(word, size, 650) <= width) lines.push(word);
    else return null;
  }
  return lines;
}

/**
 * Finds a place for the name of each column, with its count. A column as wide as its name has it right above; the names
 * of the others stand to the right of a line that rises from their column, or to the left of it, those further out below
 * those further in, so that no line crosses a name:
 *
 *      Trade 30 ┐ ┌ Agreements 22
 *   Exercises 6 │ │ ┌ Conflicts 2
 *             │ │ │ │
 *
 * Depends on the sizes of the columns and not on what is seen of them. O(columns³), of which there are few.
 * @param columns from left to right. @param left edge within which names stand, px. @param right edge at which longer ones
 * are cut, px.
 */
export function planNames(
  columns: readonly NamedColumn[],
  left: number,
  right: number,
  narrow: boolean,
  locale: string,
): Names {
  const [over, beside] = [true, false].map((above) => plan(columns, left, right, narrow, locale, above));
  // Over its column a name is read at once: one more line is worth that.
  return over!.height <= beside!.height + PITCH.wide ? over! : beside!;
}

/** @param mayStandOver whether names stand over columns that are wide enough. */
function plan(
  columns: readonly NamedColumn[],
  left: number,
  right: number,
  narrow: boolean,
  locale: string,
  mayStandOver: boolean,
): Names {
  const size = narrow ? SIZE.narrow : SIZE.wide;
  const pitch = narrow ? PITCH.narrow : PITCH.wide;
  const fitting = columns.map((column) => {
    const lines = column.thin ? null : linesOver(column.name, column.width, size);
    const fits = countRoom(column.size, locale) <= column.width;
    return lines && fits && lines.length <= MOST_LINES ? lines : null;
  });
  // All of them alike, but for thin lines, which no name is as narrow as.
  const all = mayStandOver && columns.every(({ thin }, i) => thin || fitting[i]);
  const above = all ? fitting : columns.map(() => null);
  const flags = columns.flatMap((column, i): Flag[] => {
    if (above[i]) return [];
    const count = countRoom(column.size, locale);
    return [{ i, x: column.x + column.track / 2, name: textWidth(column.name, size, 650), count }];
  });
  const { rows, turn } = fewestRows(flags, left);
  const blocks = Math.max(0, ...above.map((lines) => (lines ? lines.length + 1 : 0)));
  const raised = rows.length > 0 ? Math.max(...rows) + 1 : 0;
  const text = TOP + (raised + blocks) * pitch;
  const height = text + BAR.gap + BAR.height;
  const places = columns.map((column, i): NamePlace => {
    const lines = above[i];
    if (lines) {
      return { lines, x: column.x, y: text - lines.length * pitch - 3, anchor: 'start', over: true };
    }
    const at = flags.findIndex((flag) => flag.i === i);
    const flag = flags[at]!;
    const leftwards = at < turn;
    const y = TOP + (raised - rows[at]!) * pitch - 3;
    if (leftwards) return { lines: [column.name], x: flag.x - FLAG, y, anchor: 'end', over: false };
    const room = right - flag.x - FLAG - GAP - flag.count;
    const name = flag.name <= room ? column.name : fitText(column.name, room, size, 650);
    return { lines: [name], x: flag.x + FLAG, y, anchor: 'start', over: false };
  });
  const reaches = columns.map(({ x, width, size: events }, i) => {
    const place = places[i]!;
    if (place.over) return x + width;
    if (place.anchor === 'end') return place.x;
    return place.x + textWidth(place.lines[0]!, size, 650) + GAP + countRoom(events, locale);
  });
  return { places, height, right: reaches };
}

/** A name beside the line that rises from its column. */
interface Flag {
  /** Place of the column. */
  readonly i: number;
  /** Of the line, px. */
  readonly x: number;
  /** Widths of name and count, px. */
  readonly name: number;
  readonly count: number;
}

/**
 * Rows of the names, 0 the lowest, and how many of the first ones stand to the left of their lines, so that there are as few
 * rows as can be. A name stands above all whose lines it would cross.
 */
function fewestRows(
  flags: readonly Flag[],
  left: number,
): { readonly rows: readonly number[]; readonly turn: number } {
  const width = (flag: Flag): number => FLAG + flag.name + GAP + flag.count;
  let best: readonly number[] = [];
  let turn = -1;
  for (let split = 0; split <= flags.length; split++) {
    const last = flags[split - 1];
    if (last && last.x - width(last) < left) break;
    const rows = new Array<number>(flags.length).fill(0);
    for (let i = 0; i < split; i++) {
      const from = flags[i]!.x - width(flags[i]!) - CLEAR;
      for (let j = 0; j < i; j++) if (flags[j]!.x > from) rows[i] = Math.max(rows[i]!, rows[j]! + 1);
    }
    for (let i = flags.length - 1; i >= split; i--) {
      const to = flags[i]!.x + width(flags[i]!) + CLEAR;
      for (let j = i + 1; j < flags.length; j++)
        if (flags[j]!.x < to) rows[i] = Math.max(rows[i]!, rows[j]! + 1);
    }
    if (turn < 0 || Math.max(...rows) < Math.max(...best)) [best, turn] = [rows, split];
  }
  return { rows: best, turn: Math.max(turn, 0) };
}

/** What is told of a column that is seen. */
export interface ToldColumn {
  readonly inView: number;
  readonly named: number;
  readonly collapsed: boolean;
  /** Of its marks, `#rrggbb` on the theme. */
  readonly ink: string;
}

/**
 * The names with their counts, from y = 0 on, and the box of each, px.
 * @param told parallel to the columns. @param tracks width of the tracks of each, px.
 */
export function drawNames(
  names: Names,
  columns: readonly NamedColumn[],
  told: readonly ToldColumn[],
  narrow: boolean,
  theme: Theme,
  locale: string,
): { readonly marks: readonly Group[]; readonly boxes: readonly Box[] } {
  const size = narrow ? SIZE.narrow : SIZE.wide;
  const pitch = narrow ? PITCH.narrow : PITCH.wide;
  const boxes: Box[] = [];
  const marks = columns.map((column, i): Group => {
    const { lines, x, y, anchor, over } = names.places[i]!;
    const { inView, named, collapsed, ink } = told[i]!;
    const count = digits(inView, locale);
    const counted = textWidth(count, COUNT_SIZE, 400, true);
    const widths = lines.map((line) => textWidth(line, size, 650));
    const foot = names.height - BAR.height;
    const line = column.x + column.track / 2;
    const shapes: Mark[] = [];
    if (!over)
      shapes.push({
        kind: 'polyline',
        points: [line, foot, line, y - 4, anchor === 'start' ? x - 1 : x + 1, y - 4],
        closed: false,
        stroke: ink,
      });
    shapes.push({
      kind: 'rect',
      x: column.x + 1,
      y: foot,
      width: Math.max(column.width - 2, 4),
      height: BAR.height,
      radius: BAR.height / 2,
      fill: ink,
      ...(collapsed ? { opacity: 0.45 } : {}),
    });
    // A name that goes to the left has its count at its line, as far from it as the others from theirs.
    const end = anchor === 'end' ? x - counted - GAP : x;
    const words: Text[] = lines.map((text, n) => ({
      kind: 'text',
      x: end,
      y: y + n * pitch,
      text,
      size,
      weight: 650,
      fill: collapsed ? theme.muted : theme.ink,
      anchor,
    }));
    const beside = anchor === 'end' ? x : x + (over ? 0 : widths[0]! + GAP);
    words.push({
      kind: 'text',
      x: beside,
      y: over ? y + lines.length * pitch : y,
      text: count,
      size: COUNT_SIZE,
      weight: 400,
      fill: theme.muted,
      anchor,
      tabular: true,
    });
    const width = over ? Math.max(counted, ...widths) : widths[0]! + GAP + counted;
    boxes.push({
      x: anchor === 'end' ? x - width : x,
      y: y - pitch + 3,
      width,
      height: (over ? lines.length + 1 : 1) * pitch,
    });
    return {
      kind: 'group',
      key: `lane-${column.key}`,
      title: `${column.name}: ${namedOf(collapsed ? inView : named, inView, locale)}`,
      marks: [...shapes, ...words],
    };
  });
  return { marks, boxes };
}
