import type { Category } from '../model/category.ts';
import type { Problem } from '../model/problem.ts';
import { decode } from './encoding.ts';
import { collectEntries, type Sorter } from './ready/entries.ts';
import { recogniseBytes } from './recognise.ts';
import type { Saved } from './saved.ts';
import { type Column, guessColumns, isHeadBy } from './table/columns.ts';
import { type DateReader, type Manner, mannerOf } from './table/dates.ts';
import { type RowRead, rowReader } from './table/entries.ts';
import { ROLES, type Role } from './table/roles.ts';
import { type ObjectRow, readRows, type Table, tableOfObjects } from './table/rows.ts';

export type { Column } from './table/columns.ts';
export type { DateReader } from './table/dates.ts';
export { ROLES, type Role } from './table/roles.ts';

/** What a person has chosen; what is not chosen is told from the table. */
export interface TableChoice {
  readonly delimiter?: string;
  /** Of each column, in their order. */
  readonly roles?: readonly Role[];
  /** By name of the column; a role that is given here is taken from what was guessed. */
  readonly columns?: Readonly<Partial<Record<Role, string>>>;
  readonly order?: Manner['order'];
}

/** A table as it would be read, for showing before it is. */
export interface TablePlan {
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly manner: Manner;
  /** Whether a date such as 3/4/2021 stands in it, and nothing tells which number is the day. */
  readonly unsure: boolean;
  /** Whether such a date stands in it at all. */
  readonly ordered: boolean;
  /** How the letters were encoded, where that had to be guessed; else null. */
  readonly encoding: string | null;
}

/** A larger table does not fit into memory with all that is read out of it. Bytes. */
export const LARGEST_TABLE = 60_000_000;

/**
 * Plans how a table is read: delimiter, columns and the order of day and month, as chosen or as told from its rows.
 * @returns the plan, or a sentence that says what is wrong with the file.
 */
export function planTable(
  bytes: Uint8Array,
  read: DateReader,
  choice: TableChoice = {},
): TablePlan | { readonly problem: string } {
  if (bytes.length > LARGEST_TABLE)
    return {
      problem: `found ${Math.round(bytes.length / 1e6)} MB, expected a table of ${LARGEST_TABLE / 1e6} MB at most`,
    };
  const other = recogniseBytes(bytes);
  if (other) return { problem: other.replace(/, expected .*$/, ', expected a table of text') };
  const decoded = decode(bytes);
  if (!decoded) return { problem: 'found binary data, expected a table of text' };
  const objects = objectsIn(decoded.text);
  const table = objects
    ? 'problem' in objects
      ? objects
      : tableOfObjects(objects.items)
    : readRows(decoded.text, isHeadBy(read), choice.delimiter);
  if ('problem' in table) return table;
  const encoding = decoded.sure || decoded.encoding === 'utf-8' ? null : decoded.encoding;
  return planOf(table, read, choice, encoding);
}

/** The same for a table that is read already. */
export function planOf(
  table: Table,
  read: DateReader,
  choice: TableChoice,
  encoding: string | null,
): TablePlan | { readonly problem: string } {
  const guessed = guessColumns(table, read);
  const chosen = chosenColumns(table, guessed, choice);
  if ('problem' in chosen) return chosen;
  const { columns } = chosen;
  const dating = columns.flatMap(({ role }, i) => (role === 'start' || role === 'end' ? [i] : []));
  const told = mannerOf(table.rows.flatMap(({ cells }) => dating.map((i) => cells[i] ?? '')));
  return {
    table,
    columns,
    manner: { order: choice.order ?? told.order, serial: told.serial },
    unsure: told.asked && !told.told,
    ordered: told.asked || told.told,
    encoding,
  };
}

function chosenColumns(
  { names }: Table,
  guessed: readonly Column[],
  { roles, columns }: TableChoice,
): { readonly columns: readonly Column[] } | { readonly problem: string } {
  if (roles) return { columns: guessed.map((column, i) => ({ ...column, role: roles[i] ?? 'ignored' })) };
  if (!columns) return { columns: guessed };
  const given = new Map<number, Role>();
  for (const [role, name] of Object.entries(columns) as [Role, string][]) {
    const folded = name.toLowerCase();
    let at = names.findIndex((other) => other.toLowerCase() === folded);
    if (at < 0 && /^\d{1,3}$/.test(name)) at = Number(name) - 1;
    if (at < 0 || at >= names.length)
      return { problem: `found no column "${name}", expected one of ${names.slice(0, 30).join(', ')}` };
    given.set(at, role);
  }
  const taken = new Set(given.values());
  const freed = guessed.map((column, i): Column => {
    const role = given.get(i) ?? (taken.has(column.role) ? 'ignored' : column.role);
    return { ...column, role };
  });
  return { columns: freed };
}

/** What each row of a table is read as, in order. */
export function* rowsRead(
  { table, columns, manner }: TablePlan,
  read: DateReader,
): Generator<{ readonly line: number } & RowRead> {
  const reader = rowReader(table, columns, read, manner);
  for (const row of table.rows) yield { line: row.line, ...reader(row) };
}

/** Reads the events of a table as planned. A row that is none is kept out and named. */
export function readTable(
  name: string,
  plan: TablePlan,
  read: DateReader,
  known: readonly Category[],
  sorter: Sorter | null,
): Saved {
  const problems: Problem[] = [];
  const keptOut = (at: string, message: string): void => {
    problems.push({ code: 'file/event', message: `${at}: ${message}`, at, level: 'kept-out' });
  };
  const entries = [];
  for (const row of rowsRead(plan, read)) {
    if ('entry' in row) entries.push(row.entry);
    else keptOut(`${name}:${row.line}`, row.problem);
  }
  const { beyond } = plan.table;
  if (beyond > 0)
    keptOut(
      name,
      `found ${beyond} rows more than the ${plan.table.rows.length} that were read, expected fewer; split it into parts`,
    );
  const above = plan.columns.flatMap(({ name: column, role }) => (role === 'ignored' ? [] : [column]));
  const title = name.replace(/^.*\//, '').replace(/\.\w+$/, '');
  return collectEntries(
    entries,
    { name, title, above: plan.table.headed ? above : [], known, sorter },
    problems,
  );
}

/** Objects of a JSON list or of JSON line by line; null where the text is neither. */
function objectsIn(
  text: string,
): { readonly items: readonly ObjectRow[] } | { readonly problem: string } | null {
  const head = text.replace(/^\uFEFF/, '').trimStart();
  if (!/^[[{]/.test(head)) return null;
  const whole = parsed(head);
  const list = Array.isArray(whole) ? whole : whole === undefined ? null : listIn(whole);
  const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (list) {
    const items = list.map((value, i): ObjectRow => {
      const line = i + 1;
      return isObject(value) ? { line, value } : { line, broken: 'found no object, expected an event' };
    });
    return items.some((item) => 'value' in item)
      ? { items }
      : { problem: 'found JSON without a list of objects, expected events' };
  }
  if (!head.startsWith('{')) return { problem: 'found JSON that is broken, expected a list of events' };
  const items = text.split('\n').flatMap((line, i): ObjectRow[] => {
    if (line.trim() === '') return [];
    const value = parsed(line.replace(/^\uFEFF/, ''));
    const broken = 'found text that is no JSON object, expected an event';
    return [isObject(value) ? { line: i + 1, value } : { line: i + 1, broken }];
  });
  return items.some((item) => 'value' in item)
    ? { items }
    : { problem: 'found JSON that is broken, expected events' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The longest list of objects in an object: `{"items": […]}`. */
function listIn(value: unknown): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null) return null;
  const lists = Object.values(value).filter((field): field is readonly unknown[] => Array.isArray(field));
  const [longest] = lists.sort((a, b) => b.length - a.length);
  return longest?.some((item) => typeof item === 'object' && item !== null) ? longest : [value];
}

/** The choice that `title=Headline,start=When` makes, or a sentence that says what is wrong with it. */
export function columnsOf(words: string): NonNullable<TableChoice['columns']> | { readonly problem: string } {
  const columns: Partial<Record<Role, string>> = {};
  for (const pair of words.split(',')) {
    const [, role, name] = /^\s*(\w+)\s*=\s*(.+?)\s*$/.exec(pair) ?? [];
    const known = ROLES.find((one) => one.toLowerCase() === role?.toLowerCase());
    if (!known || !name)
      return { problem: `found "${pair}", expected ROLE=COLUMN with a role of ${ROLES.join(', ')}` };
    columns[known] = name;
  }
  return columns as NonNullable<TableChoice['columns']>;
}
