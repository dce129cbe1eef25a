import data from '../../data/categories.json' with { type: 'json' };
import { readCell } from '../extract/cell.ts';
import { classifier } from '../extract/classify.ts';
import { kindOfEvents } from '../formats/ready/kind.ts';
import { readReady, type Sorter } from '../formats/ready.ts';
import type { Saved } from '../formats/saved.ts';
import type { TableChoice, TablePlan } from '../formats/table.ts';
import type { Category } from '../model/category.ts';
import type { TimelineEvent } from '../model/event.ts';
import { parseCategories } from '../model/parse.ts';
import { buffersOfDigest, digest } from '../store/digest.ts';
import type { ImportAnswer, ImportPlan, ImportTask, LeftOut, PlannedRow } from './importer.ts';
import { MANY } from './many.ts';

/** Rows that are shown, and named as left out, before anything is read. */
const SHOWN = 8;
const NAMED = 100;
/** So many rows are tried for the plan, and so long. Milliseconds. */
const TRIED = 20_000;
const LONGEST = 1500;
/** Events in one message: what a page takes over within a frame. */
const PIECE = 1000;

/** The file that is planned; of a table its plan, of another its events. */
let file: { readonly name: string; readonly bytes: Uint8Array } | null = null;
let plan: TablePlan | null = null;
let saved: Saved | null = null;
/** What was asked last: an answer to an earlier question is of no use. */
let asked = 0;

self.onmessage = ({ data: task }: MessageEvent<ImportTask>) => {
  const tell = (answer: ImportAnswer): void => self.postMessage(answer);
  perform(task, tell).catch((fault) =>
    // A fault of the program must reach the page as an error of the worker, not die as a rejection here.
    setTimeout(() => {
      throw fault;
    }),
  );
};

async function perform(task: ImportTask, tell: (answer: ImportAnswer) => void): Promise<void> {
  const { number, known } = task;
  asked = number;
  file = task.file ?? file;
  if (!file) throw new Error('found no file, expected one to be planned first');
  const kind = kindOfEvents(file.name, file.bytes);
  if (task.kind === 'plan') {
    const isTable = kind === 'table' || kind === 'objects';
    const planned = isTable ? await planOfTable(file.bytes, task.choice) : await planOfOther(file, known);
    if (asked === number) tell({ kind: 'planned', number, plan: planned });
    return;
  }
  const whole = plan ? (await tables()).readTable(file.name, plan, readCell, known, sorterOf(known)) : saved;
  if (!whole) throw new Error('found no plan, expected one before the events are read');
  const events = whole.collection?.events ?? [];
  const collection = whole.collection && { ...whole.collection, events: [] };
  tell({ kind: 'read', number, saved: { ...whole, collection }, events: events.length });
  if (events.length > MANY) {
    const made = digest(events);
    self.postMessage({ kind: 'digest', number, digest: made } satisfies ImportAnswer, {
      transfer: buffersOfDigest(made),
    });
  }
  for (let i = 0; i < events.length; i += PIECE)
    tell({ kind: 'events', number, events: events.slice(i, i + PIECE) });
}

/** Loaded when the first table is: calendars need none of it. */
const tables = () => import('../formats/table.ts');

async function planOfTable(bytes: Uint8Array, choice: TableChoice): Promise<ImportPlan> {
  const { planTable, rowsRead } = await tables();
  const made = planTable(bytes, readCell, choice);
  if ('problem' in made) {
    plan = null;
    return { problem: made.problem };
  }
  plan = made;
  const { table, columns, manner, unsure, encoding } = made;
  const rows: PlannedRow[] = [];
  const leftOut: LeftOut[] = [];
  let events = 0;
  let without = 0;
  let tried = 0;
  const began = performance.now();
  for (const row of rowsRead(made, readCell)) {
    if (tried >= TRIED || performance.now() - began > LONGEST) break;
    const cells = (table.rows[tried]?.cells ?? []).map((cell) => cell.slice(0, 200));
    tried++;
    if ('entry' in row) events++;
    else {
      without++;
      if (leftOut.length < NAMED) leftOut.push({ line: row.line, why: row.problem });
    }
    if (rows.length < SHOWN)
      rows.push({
        line: row.line,
        cells,
        ...('entry' in row
          ? { title: row.entry.title, edtf: row.entry.edtf, precision: row.entry.precision ?? null }
          : { why: row.problem }),
      });
  }
  return {
    table: {
      columns,
      delimiter: table.delimiter,
      order: manner.order,
      unsure,
      dayOrder: made.ordered,
      encoding,
    },
    rows,
    events,
    leftOut,
    without,
    total: table.rows.length + table.beyond,
    tried,
  };
}

async function planOfOther(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  known: readonly Category[],
): Promise<ImportPlan> {
  saved = await readReady({ name, bytes }, { dates: readCell, known, sorter: sorterOf(known) });
  const { collection, problems, leftOut } = saved;
  if (!collection) return { problem: problems.map(({ message }) => message).join('\n') || name };
  const { events } = collection;
  return {
    table: null,
    rows: events.slice(0, SHOWN).map((event: TimelineEvent, i) => ({
      line: i + 1,
      cells: [],
      title: event.title,
      edtf: event.time.edtf,
      precision: event.time.precision,
    })),
    events: events.length,
    leftOut: leftOut.slice(0, NAMED).map(({ message }) => ({ line: 0, why: message })),
    without: leftOut.filter(({ level }) => level === 'kept-out').length,
    total: events.length,
    tried: events.length,
  };
}

/** Sorts what says no kind itself into the categories that are open, where these have words, else into the default ones. */
function sorterOf(known: readonly Category[]): Sorter {
  const own = known.some(({ terms }) => Object.keys(terms).length > 0);
  const categories = own ? known : defaults();
  const classify = classifier(categories);
  return { categories, keyOf: (title, words) => classify({ head: '', title, clause: words }) };
}

function defaults(): readonly Category[] {
  const parsed = parseCategories(data);
  if (!parsed.categories) throw new Error(parsed.problems.map((problem) => problem.message).join('\n'));
  return parsed.categories;
}
