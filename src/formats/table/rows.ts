import { dsvFormat } from 'd3-dsv';

/** A row of a table as it stands in the file. */
export interface Row {
  /** The first row of a file is 1; of a list of objects, the first object. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why nothing in it can be read. */
  readonly broken?: string;
}

/** A table of words. */
export interface Table {
  /** What the columns are called; `Column 3` where nothing names it. As many as the longest row has cells. */
  readonly names: readonly string[];
  readonly rows: readonly Row[];
  /** What parts the cells: `,`, `;`, a tab, `|`; empty where the file is no text of cells. */
  readonly delimiter: string;
  /** Whether the first row names the columns. */
  readonly headed: boolean;
  /** Rows that are not read, since there are too many. */
  readonly beyond: number;
}

/** A table with more columns is data of machines. */
export const MOST_COLUMNS = 500;
/** With more rows what is made of it is too long to be saved as one text, which must stay below half a gigabyte. */
export const MOST_ROWS = 250_000;
/** Nobody writes as much into one cell: a quotation mark is missing. UTF-16 units. */
const LONGEST_CELL = 200_000;

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** So much of a file is looked at to tell what parts its cells. UTF-16 units. */
const SAMPLE = 60_000;

/** Whether a row names the columns, by what stands in it and under it. */
export type IsHead = (first: readonly string[], others: readonly (readonly string[])[]) => boolean;

/**
 * Reads comma- and otherwise separated values: RFC 4180 with whatever parts the cells. Empty rows are passed over.
 * @param delimiter told from the first rows where it is not given.
 * @returns the table, or a sentence that says what is wrong with it.
 */
export function readRows(
  text: string,
  isHead: IsHead,
  delimiter?: string,
): Table | { readonly problem: string } {
  const words = text.replace(/^\uFEFF/, '');
  // Spreadsheets write what parts the cells into a line of its own.
  const said = /^sep=(.)\r?\n/i.exec(words);
  const body = said ? words.slice(said[0].length) : words;
  const by = delimiter ?? said?.[1] ?? delimiterOf(body);
  const rows: Row[] = [];
  let beyond = 0;
  let widest = 0;
  let broken: number | null = null;
  dsvFormat(by).parseRows(body, (cells, i) => {
    const line = i + 1 + (said ? 1 : 0);
    if (cells.every((cell) => cell.trim() === '')) return null;
    if (cells.some((cell) => cell.length > LONGEST_CELL)) broken ??= line;
    widest = Math.max(widest, cells.length);
    if (rows.length > MOST_ROWS || widest > MOST_COLUMNS) beyond++;
    else rows.push({ line, cells });
    return null;
  });
  if (broken !== null)
    return {
      problem: `row ${broken}: found a cell of more than ${LONGEST_CELL} characters, expected fewer; a quotation mark may be missing`,
    };
  if (widest > MOST_COLUMNS) return { problem: tooWide(widest) };
  return headedTable(rows, widest, by, beyond, isHead);
}

/** What stands in tables of too many columns. */
export const tooWide = (columns: number): string =>
  `found ${columns} columns, expected ${MOST_COLUMNS} at most`;

/** @param rows with the head, where there is one. */
function headedTable(
  rows: readonly Row[],
  widest: number,
  delimiter: string,
  beyond: number,
  isHead: IsHead,
): Table | { readonly problem: string } {
  const [first, ...others] = rows;
  if (!first) return { problem: 'found no row, expected a table with a row for each event' };
  const headed = isHead(
    first.cells,
    others.slice(0, 100).map(({ cells }) => cells),
  );
  const names = Array.from({ length: widest }, (_, i) => (headed ? (first.cells[i] ?? '').trim() : ''));
  return { names: named(names), rows: headed ? others : rows, delimiter, headed, beyond };
}

/** An object of a list, or why it is none. */
export type ObjectRow = { readonly line: number } & (
  | { readonly value: Readonly<Record<string, unknown>> }
  | { readonly broken: string }
);

/**
 * A list of objects as a table: a column for each name that one of them uses, in the order in which they come. Objects
 * within are opened one level deep (`start.date`); lists are joined with `; `.
 */
export function tableOfObjects(objects: readonly ObjectRow[]): Table | { readonly problem: string } {
  const columns = new Map<string, number>();
  const rows: Row[] = [];
  for (const object of objects.slice(0, MOST_ROWS)) {
    const { line } = object;
    if ('broken' in object) {
      rows.push({ line, cells: [], broken: object.broken });
      continue;
    }
    const cells: string[] = [];
    for (const [name, cell] of cellsOf(object.value)) {
      const at = columns.get(name) ?? columns.size;
      columns.set(name, at);
      if (at >= MOST_COLUMNS) return { problem: tooWide(columns.size) };
      cells[at] = cell;
    }
    rows.push({ line, cells: Array.from(cells, (cell) => cell ?? '') });
  }
  if (rows.length === 0) return { problem: 'found an empty list, expected events' };
  return {
    names: named([...columns.keys()]),
    rows,
    delimiter: '',
    headed: true,
    beyond: Math.max(0, objects.length - MOST_ROWS),
  };
}

function* cellsOf(value: Readonly<Record<string, unknown>>): Generator<[string, string]> {
  for (const [name, field] of Object.entries(value)) {
    if (typeof field === 'object' && field !== null && !Array.isArray(field)) {
      for (const [inner, deep] of Object.entries(field)) yield [`${name}.${inner}`, wordsOf(deep)];
    } else yield [name, wordsOf(field)];
  }
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number'))
    return value.join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Names that are all there and all different. */
function named(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, i) => {
    const wanted = name || `Column ${i + 1}`;
    let free = wanted;
    for (let n = 2; taken.has(free); n++) free = `${wanted} (${n})`;
    taken.add(free);
    return free;
  });
}

/** The sign that parts most rows into the same number of cells, and that into two at least. */
function delimiterOf(text: string): string {
  const cut = text.length > SAMPLE ? text.slice(0, text.lastIndexOf('\n', SAMPLE) + 1 || SAMPLE) : text;
  let best = { by: ',', score: 0 };
  for (const by of DELIMITERS) {
    const widths = new Map<number, number>();
    let rows = 0;
    dsvFormat(by).parseRows(cut, (cells) => {
      if (cells.length === 1 && cells[0]?.trim() === '') return null;
      rows++;
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
      return null;
    });
    for (const [width, count] of widths) {
      // Alike rows count most; among equals, more columns do.
      const score = width < 2 ? 0 : (count / rows) * 10 + Math.min(width, 20) / 20;
      if (score > best.score) best = { by, score };
    }
  }
  return best.by;
}
