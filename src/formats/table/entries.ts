import { readEdtf } from '../../model/edtf.ts';
import { tidy } from '../parts.ts';
import type { Entry } from '../ready/entries.ts';
import type { Column } from './columns.ts';
import { type CellDate, cellReader, type DateReader, isOpenEnd, type Manner } from './dates.ts';
import type { Role } from './roles.ts';
import type { Row, Table } from './rows.ts';

/** What a row is read as: an event, or why it is none. */
export type RowRead = { readonly entry: Entry } | { readonly problem: string };

/** Makes a reader of the rows of a table. @param columns parallel to the table's names. */
export function rowReader(
  { names }: Table,
  columns: readonly Column[],
  read: DateReader,
  manner: Manner,
): (row: Row) => RowRead {
  const dates = cellReader(read, manner);
  const all = (role: Role): number[] => columns.flatMap((column, i) => (column.role === role ? [i] : []));
  const first = new Map(columns.map(({ role }, i) => [role, i] as const).reverse());
  const described = all('description');
  const acting = all('actors');

  return (row) => {
    if (row.broken !== undefined) return { problem: row.broken };
    const at = (role: Role): string => (row.cells[first.get(role) ?? -1] ?? '').trim();
    const told = timeOf(at, dates);
    if ('problem' in told) return told;
    const [description = ''] = described.map((i) => tidy(row.cells[i] ?? '')).filter((cell) => cell !== '');
    const title = tidy(at('title')) || firstWords(description);
    if (title === '')
      return { problem: `found no ${nameOf('title', names, first)}, expected the words of an event` };
    const words = columns.map(({ role }, i) => (role === 'ignored' ? '' : (row.cells[i] ?? '')));
    const dated = columns.findIndex(({ role }, i) => DATING.has(role) && (row.cells[i] ?? '').trim() !== '');
    const cell = columns
      .flatMap(({ role }, i) => (DATING.has(role) ? [tidy(row.cells[i] ?? '')] : []))
      .filter((part) => part !== '')
      .join(' ');
    return {
      entry: {
        title,
        edtf: told.edtf,
        ...(told.precision === undefined ? {} : { precision: told.precision }),
        category: tidy(at('category')),
        place: tidy(at('place')),
        actors: acting.flatMap((i) =>
          (row.cells[i] ?? '')
            .split(/[;|\n]/)
            .map(tidy)
            .filter((name) => name !== ''),
        ),
        words,
        dated,
        how: `row ${row.line}: ${cell}${told.note}`,
      },
    };
  };
}

const DATING: ReadonlySet<Role> = new Set(['start', 'year', 'month', 'day']);

/** For a person: the column that is meant, as it is called. */
const nameOf = (role: Role, names: readonly string[], first: ReadonlyMap<Role, number>): string => {
  const name = names[first.get(role) ?? -1];
  return name === undefined ? role : `${role} in the column "${name}"`;
};

interface Told {
  readonly edtf: string;
  readonly precision?: NonNullable<CellDate['precision']>;
  /** What a person should know of how it was reached. */
  readonly note: string;
}

function timeOf(at: (role: Role) => string, dates: DateReader): Told | { readonly problem: string } {
  const from = pointOf(at, dates, ['start', 'year', 'month', 'day', 'time']);
  if (from === null) return { problem: 'found no date, expected one' };
  if ('problem' in from) return from;
  const ending = at('end') || at('endYear');
  if (ending === '') return from;
  // An end that is a range of its own, or a start that is one, has said the other end already.
  if (isOpenEnd(ending)) return { edtf: `${from.edtf.split('/')[0]}/..`, note: `, end: ${ending}` };
  const to = pointOf(at, dates, ['end', 'endYear', 'endMonth', 'endDay', 'endTime']);
  if (to === null) return from;
  if ('problem' in to) return { problem: `end: ${to.problem}` };
  const [first = ''] = from.edtf.split('/');
  const last = to.edtf.split('/').at(-1) ?? '';
  if (first === last) return from;
  const edtf = `${first}/${last}`;
  if ('problem' in readEdtf(edtf))
    return { problem: `found the end ${last} before the start ${first}, expected it after` };
  return { edtf, note: ` – ${ending}` };
}

type Point = readonly [whole: Role, year: Role, month: Role, day: Role, time: Role];

/** A date in one cell or spread over several. null where all are empty. */
function pointOf(
  at: (role: Role) => string,
  dates: DateReader,
  [whole, year, month, day, time]: Point,
): Told | { readonly problem: string } | null {
  const [cell, y, m, d] = [at(whole), at(year), at(month), at(day)];
  if (cell === '' && y === '') return null;
  let found: CellDate | null = cell === '' ? null : dates(cell);
  if (!found && cell !== '' && y !== '') found = dates(`${cell} ${y}`);
  if (!found && y !== '') {
    if (m === '') found = dates(y);
    else if (/^\d{1,2}$/.test(m) && /^-?\d{1,4}$/.test(y)) {
      const base = dates(y)?.edtf;
      const two = (n: string): string => n.padStart(2, '0');
      const edtf = base && `${base}-${two(m)}${/^\d{1,2}$/.test(d) ? `-${two(d)}` : ''}`;
      found = edtf && !('problem' in readEdtf(edtf)) ? { edtf, whole: true } : null;
    } else found = dates(`${d} ${m} ${y}`);
  }
  if (!found) {
    const words = [cell, d, m, y].filter((part) => part !== '').join(' ');
    return { problem: `found "${words.slice(0, 60)}", expected a date` };
  }
  const clock = /^(\d{1,2})[:.](\d\d)(?::\d\d)?\s*([ap]\.?m\.?)?$/i.exec(at(time));
  const hour = clock ? (Number(clock[1]) % (clock[3] ? 12 : 24)) + (/^p/i.test(clock[3] ?? '') ? 12 : 0) : 0;
  const edtf =
    clock && /^\d{4}-\d\d-\d\d$/.test(found.edtf)
      ? `${found.edtf}T${String(hour).padStart(2, '0')}:${clock[2]}`
      : found.edtf;
  return {
    edtf,
    ...(found.precision === undefined ? {} : { precision: found.precision }),
    note: '',
  };
}

/** A title for an event that has none: the first words of what is said of it. */
function firstWords(text: string): string {
  const sentence = /^.{1,140}?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  return sentence.split(' ').slice(0, 14).join(' ');
}
