import type { DateReader } from './dates.ts';
import { cellReader, isOpenEnd, mannerOf } from './dates.ts';
import { isSingle, type Role, roleByName } from './roles.ts';
import type { IsHead, Table } from './rows.ts';

/** A column and what it is taken for. */
export interface Column {
  readonly name: string;
  readonly role: Role;
}

/** So many rows are looked at to tell what a column holds. */
const SAMPLE = 60;
/** A column of dates has so many cells that are dates and nothing else. */
const DATED = 0.7;

/** What stands in a column. */
interface Contents {
  /** Share of filled cells that are a date and nothing else; bare numbers that may be years. */
  readonly dates: number;
  readonly years: number;
  /** Share of cells that are filled, of these that are different, and that are addresses of pages. */
  readonly filled: number;
  readonly distinct: number;
  readonly links: number;
  readonly letters: number;
  /** Share that is a time of day alone. */
  readonly clocks: number;
  /** Middle length of the filled ones. */
  readonly length: number;
  /** First cells that are dates, as EDTF, by row; for finding starts and ends. */
  readonly starts: readonly (string | null)[];
}

/**
 * What the columns of a table hold, by their names and by what stands in them: dates, starts with their ends, titles,
 * kinds, places, descriptions, sources. Each role is given once where only one column can have it.
 */
export function guessColumns(table: Table, read: DateReader): Column[] {
  const contents = table.names.map((_, i) => contentsOf(table, i, read));
  const roles: Role[] = table.names.map(() => 'ignored');
  const taken = new Set<Role>();
  const give = (i: number, role: Role): void => {
    roles[i] = role;
    taken.add(role);
  };
  const named = table.headed
    ? table.names
        .map((name, i) => ({ i, found: roleByName(name) }))
        .flatMap(({ i, found }) => (found ? [{ i, ...found }] : []))
        .sort((a, b) => a.rank - b.rank || a.i - b.i)
    : [];
  for (const { i, role: told } of named) {
    // `Start time` may be a day with its time, or the time alone.
    const role =
      contents[i]!.clocks < 0.5 ? told : told === 'start' ? 'time' : told === 'end' ? 'endTime' : told;
    if (roles[i] !== 'ignored' || !fits(role, contents[i]!)) continue;
    if (role === 'description' || role === 'source' || role === 'actors') give(i, role);
    else if (!taken.has(role)) give(i, role);
    // `Start` and `Date`: the first by rank is the start. A second name for a title tells more of it.
    else if (role === 'title' && contents[i]!.letters > 0) give(i, 'description');
  }
  for (const { i, role } of named)
    if (contents[i]!.filled === 0 && roles[i] === 'ignored' && !taken.has(role)) give(i, role);
  const dated = contents.flatMap(({ dates }, i) => (dates >= DATED && roles[i] === 'ignored' ? [i] : []));
  const hasStart = (): boolean => taken.has('start') || taken.has('year');
  if (!hasStart()) {
    const [first, second] = dated;
    if (first !== undefined) give(first, 'start');
    if (
      first !== undefined &&
      second !== undefined &&
      !taken.has('end') &&
      isPair(contents[first]!, contents[second]!)
    )
      give(second, 'end');
  }
  if (!hasStart()) {
    const year = contents.findIndex(({ years }, i) => years >= 0.9 && roles[i] === 'ignored');
    if (year >= 0) give(year, 'start');
  }
  if (!hasStart()) {
    // Dates with words beside them are still dates.
    const best = contents
      .map(({ dates }, i) => ({ i, dates: roles[i] === 'ignored' ? dates : 0 }))
      .reduce((a, b) => (b.dates > a.dates ? b : a), { i: -1, dates: 0.3 });
    if (best.i >= 0) give(best.i, 'start');
  }
  const free = () => contents.map((each, i) => ({ ...each, i })).filter(({ i }) => roles[i] === 'ignored');
  if (!taken.has('title')) {
    const words = free().filter(
      ({ letters, filled, links, dates }) => letters > 0.5 && filled > 0.5 && links < 0.5 && dates < DATED,
    );
    const title =
      words.find(({ length, distinct }) => length >= 6 && length <= 120 && distinct > 0.5) ??
      words.find(({ distinct }) => distinct > 0.5) ??
      words[0];
    const described = roles.indexOf('description');
    if (title) give(title.i, 'title');
    else if (described >= 0) give(described, 'title');
  }
  for (const { i, links, letters, distinct, length, filled } of free()) {
    if (links > 0.5) give(i, 'source');
    else if (letters <= 0.5 || filled === 0) continue;
    else if (!taken.has('category') && distinct <= 0.34 && length <= 40 && table.rows.length >= 6)
      give(i, 'category');
    else if (length > 40) give(i, 'description');
  }
  return table.names.map((name, i) => ({ name, role: roles[i]! }));
}

/** Whether the first row names the columns: its cells are no dates where others are, nor long, nor the same. */
export const isHeadBy =
  (read: DateReader): IsHead =>
  (first, others) => {
    if (others.length === 0) return first.some((cell) => roleByName(cell) !== null);
    if (first.every((cell) => /^[-\d.,:/\s]*$/.test(cell))) return false;
    const known = first.filter((cell) => roleByName(cell) !== null && cell.length < 40).length;
    const reader = cellReader(read, { order: 'dmy', serial: false });
    const datesIn = (cells: readonly string[]): number =>
      cells.filter((cell) => cell.length < 40 && /\d/.test(cell) && reader(cell)?.whole).length;
    if (datesIn(first) > 0) return known > datesIn(first) && known > 1;
    return (
      known > 0 ||
      others.slice(0, 10).some((cells) => datesIn(cells) > 0) ||
      new Set(first).size === first.length
    );
  };

function contentsOf(table: Table, column: number, read: DateReader): Contents {
  const step = Math.max(1, Math.floor(table.rows.length / SAMPLE));
  const cells = table.rows
    .filter((_, i) => i % step === 0)
    .slice(0, SAMPLE)
    .map((row) => (row.cells[column] ?? '').trim());
  const filled = cells.filter((cell) => cell !== '');
  const share = (fits: (cell: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(fits).length / filled.length;
  const reader = cellReader(read, { ...mannerOf(filled), serial: false });
  const isYear = (cell: string): boolean => /^-?\d{3,4}$/.test(cell) && Math.abs(Number(cell)) < 2200;
  const asDate = (cell: string) =>
    /^-?\d{1,4}$|^\d{10,13}$/.test(cell) || !/[\d\p{L}]/u.test(cell) ? null : reader(cell);
  const lengths = filled.map(({ length }) => length).sort((a, b) => a - b);
  return {
    dates: share((cell) => asDate(cell)?.whole ?? false),
    years: share(isYear),
    filled: cells.length === 0 ? 0 : filled.length / cells.length,
    distinct: filled.length === 0 ? 0 : new Set(filled).size / filled.length,
    links: share((cell) => /^(?:https?:\/\/|www\.)\S+$/i.test(cell)),
    clocks: share((cell) => /^\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?$/i.test(cell)),
    letters: share((cell) => /\p{L}/u.test(cell)),
    length: lengths[lengths.length >> 1] ?? 0,
    starts: cells.map((cell) =>
      cell === '' ? null : (reader(cell)?.edtf ?? (isOpenEnd(cell) ? '9999' : null)),
    ),
  };
}

/** Whether what stands in a column can be what its name promises. */
function fits(role: Role, { dates, years, filled, letters, length, starts }: Contents): boolean {
  // What is empty must not stand in the way of another column of such a name.
  if (filled === 0) return !isSingle(role);
  switch (role) {
    case 'start':
    case 'end':
      return (
        dates + years > 0.3 || starts.filter((start) => start !== null).length > 0.3 * starts.length * filled
      );
    case 'year':
    case 'endYear':
      return years > 0.5 || dates > 0.5 || starts.some((start) => start !== null);
    case 'month':
    case 'endMonth':
      return length <= 12;
    case 'day':
    case 'endDay':
      // Many call a whole date the day of it.
      return length <= 12 && dates < DATED;
    case 'time':
    case 'endTime':
      return length <= 24;
    case 'title':
      return letters > 0.3 && dates < DATED;
    case 'category':
      return length <= 60 && dates < DATED;
    default:
      return true;
  }
}

/** Whether the second of two columns of dates is the end of what begins in the first. */
function isPair(a: Contents, b: Contents): boolean {
  let ordered = 0;
  let both = 0;
  a.starts.forEach((start, i) => {
    const end = b.starts[i];
    if (!start || !end) return;
    both++;
    if (start <= end) ordered++;
  });
  return both > 0 && ordered / both > 0.9;
}
