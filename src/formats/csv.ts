import { csvFormatRow, csvParseRows } from 'd3-dsv';
import { toCivil } from '../model/days.ts';
import { edtfDate, readEdtf } from '../model/edtf.ts';
import type { TimelineEvent } from '../model/event.ts';
import { type EventList, type Line, readEvents } from './events.ts';
import { inPieces } from './pieces.ts';

/**
 * Columns, in order. `first` and `last` are whole days for programs that know no EDTF; `document`, `quote` and
 * `reached` tell the first source for people. These five follow from the others and are not read back.
 */
const COLUMNS = [
  'id',
  'title',
  'category',
  'status',
  'edtf',
  'first',
  'last',
  'precision',
  'approximate',
  'how',
  'confidence',
  'salience',
  'actors',
  'place',
  'document',
  'quote',
  'reached',
  'figures',
  'sources',
  'alternatives',
] as const;
type Column = (typeof COLUMNS)[number];

/** Columns without which a row is no event. `start` and `end` are computed from `edtf`. */
const NEEDED: readonly Column[] = ['id', 'title', 'category', 'edtf'];

/**
 * Events as CSV (RFC 4180, with a header row and a final newline). Lists are separated by `; `, with `\;` for a
 * semicolon within; figures, sources and alternative dates are JSON. A cell that a spreadsheet would run as a formula (`=`, `+`, `-`,
 * `@`, tab or return in front) gets a `'` before it; {@link readCsv} takes it away again.
 */
export const writeCsv = (events: readonly TimelineEvent[]): string => [...csvPieces(events)].join('');

/** The text of {@link writeCsv} in pieces, made as they are asked for, so that it may be longer than a text can be. */
export const csvPieces = (events: readonly TimelineEvent[]): Generator<string> => inPieces(rowsOf(events));

function* rowsOf(events: readonly TimelineEvent[]): Generator<string> {
  yield `${COLUMNS.join(',')}\n`;
  for (const event of events) {
    const cells = cellsOf(event);
    yield `${csvFormatRow(COLUMNS.map((column) => guard(cells[column])))}\n`;
  }
}

/**
 * Reads events back from the columns of {@link writeCsv}, in any order; unknown columns are passed over.
 * @param name of the file, for messages. Line numbers count rows, the header being 1.
 */
export function readCsv(text: string, name: string): EventList {
  const [header = [], ...rows] = csvParseRows(text.replace(/^\uFEFF/, ''));
  const index = new Map(header.map((column, i) => [column.trim().toLowerCase(), i]));
  const missing = NEEDED.filter((column) => !index.has(column));
  if (missing.length > 0) {
    const problem = `found no column ${missing.join(', ')}, expected ${NEEDED.join(', ')}`;
    return readEvents([{ line: 1, problem }], name);
  }
  const lines = rows.map((row, i): Line => {
    const cell = (column: Column) => unguard(row[index.get(column) ?? -1] ?? '');
    return { line: i + 2, ...eventIn(cell) };
  });
  return readEvents(
    lines.filter((_, i) => rows[i]?.some((cell) => cell !== '')),
    name,
  );
}

function cellsOf(event: TimelineEvent): Record<Column, string> {
  const { time } = event;
  const source = event.sources[0];
  return {
    id: event.id,
    title: event.title,
    category: event.category,
    status: event.status,
    edtf: time.edtf,
    first: dayText(time.start),
    last: dayText(time.end - 1),
    precision: time.precision,
    approximate: String(time.approximate),
    how: time.how,
    confidence: String(event.confidence),
    salience: String(event.salience),
    actors: event.actors.map((actor) => actor.replace(/[\\;]/g, '\\$&')).join('; '),
    place: event.place ?? '',
    document: source?.document ?? '',
    quote: source?.quote ?? '',
    reached: source?.mention?.how ?? '',
    figures: event.figures.length > 0 ? JSON.stringify(event.figures) : '',
    sources: event.sources.length > 0 ? JSON.stringify(event.sources) : '',
    alternatives: time.alternatives ? JSON.stringify(time.alternatives) : '',
  };
}

function dayText(days: number): string {
  const { year, month, day } = toCivil(days);
  return edtfDate(year, month, day);
}

/** The row as an event to be, or what is wrong with a cell. Absent cells take what a ready event has by nature. */
function eventIn(
  cell: (column: Column) => string,
): { readonly value: unknown } | { readonly problem: string } {
  const edtf = cell('edtf');
  const span = readEdtf(edtf);
  const time = 'problem' in span ? { start: 0, end: 1, precision: 'day', approximate: false } : span;
  const json: Partial<Record<Column, unknown>> = {};
  for (const column of ['figures', 'sources', 'alternatives'] as const) {
    try {
      json[column] = JSON.parse(cell(column) || '[]');
    } catch (error) {
      return {
        problem: `${column}: found text that is not JSON (${(error as Error).message}), expected a list`,
      };
    }
  }
  const { alternatives, ...lists } = json;
  const value = {
    id: cell('id'),
    title: cell('title'),
    category: cell('category'),
    status: cell('status') || 'happened',
    time: {
      edtf,
      start: time.start,
      end: time.end,
      precision: cell('precision') || time.precision,
      approximate: time.approximate,
      how: cell('how') || 'explicit',
      ...(cell('alternatives') === '' ? {} : { alternatives }),
    },
    confidence: numberOf(cell('confidence'), 1),
    salience: numberOf(cell('salience'), 0.5),
    actors: listOf(cell('actors')),
    place: cell('place') || null,
    ...lists,
  };
  return { value };
}

/** A number, or the text itself so that the check can show what was found. */
function numberOf(text: string, absent: number): number | string {
  if (text === '') return absent;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}

/** Splits at `;`, not at `\;`. */
function listOf(text: string): string[] {
  if (text === '') return [];
  const items = text.match(/(?:\\.|[^\\;])+/gs) ?? [];
  return items.map((item, i) => (i > 0 ? item.replace(/^ /, '') : item).replace(/\\(.)/gs, '$1'));
}

const FORMULA = /^'*[=+\-@\t\r]/;

const guard = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
const unguard = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);
