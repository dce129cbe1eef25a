import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { TimelineEvent } from '../model/event.ts';
import { type EventList, type Line, readEvents } from './events.ts';

type Value = string | number | bigint | boolean | Date | readonly string[] | null;

interface Column {
  readonly name: string;
  readonly schema: readonly SchemaElement[];
  readonly value: (event: TimelineEvent) => Value;
}

const column = (
  name: string,
  type: Omit<SchemaElement, 'name' | 'repetition_type'>,
  value: Column['value'],
  optional = false,
): Column => ({
  name,
  schema: [{ name, repetition_type: optional ? 'OPTIONAL' : 'REQUIRED', ...type }],
  value,
});

const STRING = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;
const DATE = { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } } as const;

/** Days since 1970 that a date of 32 bits and other programs' calendars hold: the years 1 to 9999. */
const CALENDAR = { first: -719_162, last: 2_932_896 };
const MS_PER_DAY = 86_400_000;

const dateOf = (day: number): Date | null =>
  day < CALENDAR.first || day > CALENDAR.last ? null : new Date(day * MS_PER_DAY);

/**
 * Columns, in order. `start_day` and `end_day` count days since 1970-01-01, the end being the day after the last;
 * `first` and `last` are the same as dates, where a date can hold them. What has an inner form is JSON.
 */
const COLUMNS: readonly Column[] = [
  column('id', STRING, ({ id }) => id),
  column('title', STRING, ({ title }) => title),
  column('category', STRING, ({ category }) => category),
  column('status', STRING, ({ status }) => status),
  column('edtf', STRING, ({ time }) => time.edtf),
  column('first', DATE, ({ time }) => dateOf(time.start), true),
  column('last', DATE, ({ time }) => dateOf(time.end - 1), true),
  column('start_day', { type: 'INT64' }, ({ time }) => BigInt(time.start)),
  column('end_day', { type: 'INT64' }, ({ time }) => BigInt(time.end)),
  column('precision', STRING, ({ time }) => time.precision),
  column('approximate', { type: 'BOOLEAN' }, ({ time }) => time.approximate),
  column('how', STRING, ({ time }) => time.how),
  column('alternatives', STRING, ({ time }) => jsonOf(time.alternatives), true),
  column('confidence', { type: 'DOUBLE' }, ({ confidence }) => confidence),
  column('salience', { type: 'DOUBLE' }, ({ salience }) => salience),
  {
    name: 'actors',
    schema: [
      { name: 'actors', repetition_type: 'REQUIRED', num_children: 1, converted_type: 'LIST' },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', repetition_type: 'REQUIRED', ...STRING },
    ],
    value: ({ actors }) => actors,
  },
  column('place', STRING, ({ place }) => place, true),
  column('document', STRING, ({ sources }) => sources[0]?.document ?? null, true),
  column('quote', STRING, ({ sources }) => sources[0]?.quote ?? null, true),
  column('figures', STRING, ({ figures }) => JSON.stringify(figures)),
  column('sources', STRING, ({ sources }) => JSON.stringify(sources)),
];

const jsonOf = (list: readonly unknown[] | undefined): string | null =>
  list === undefined ? null : JSON.stringify(list);

/** Rows that are written together: a reader that wants some of them need not unpack all. */
const ROWS = 50_000;

/**
 * Events as a Parquet file for data frames and databases, a row for each and a type for each column; compressed by
 * Snappy. The same events give the same bytes. O(events).
 */
export function writeParquet(events: readonly TimelineEvent[]): Uint8Array {
  const writer = new ByteWriter();
  const schema: SchemaElement[] = [
    { name: 'events', num_children: COLUMNS.length },
    ...COLUMNS.flatMap((each) => each.schema),
  ];
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'dateline' });
  parquet.write({
    columnData: COLUMNS.map(({ name, value }) => ({ name, data: events.map(value) })),
    rowGroupSize: ROWS,
  });
  parquet.finish();
  return writer.getBytes();
}

/**
 * Reads events back from the columns of {@link writeParquet}; those that follow from others are not looked at.
 * @param name of the file, for messages. Lines count rows from 1.
 */
export async function readParquet(bytes: Uint8Array, name: string): Promise<EventList> {
  const refuse = (problem: string): EventList => readEvents([{ line: 1, problem }], name);
  const file = new Uint8Array(bytes).buffer;
  try {
    const { schema } = parquetMetadata(file);
    const found = new Set(schema.map((element) => element.name));
    const missing = NEEDED.filter((each) => !found.has(each));
    if (missing.length > 0)
      return refuse(`found no column ${missing.join(', ')}, expected ${NEEDED.join(', ')}`);
    const columns = COLUMNS.map((each) => each.name).filter((each) => found.has(each));
    const rows = await parquetReadObjects({ file, columns });
    return readEvents(
      rows.map((row, i): Line => ({ line: i + 1, ...eventIn(row) })),
      name,
    );
  } catch (error) {
    return refuse(`found a file that cannot be read (${(error as Error).message}), expected Parquet`);
  }
}

/** Columns without which a row is no event of ours. */
const NEEDED = ['id', 'title', 'category', 'status', 'edtf', 'start_day', 'end_day', 'precision', 'how'];

function eventIn(
  row: Readonly<Record<string, unknown>>,
): { readonly value: unknown } | { readonly problem: string } {
  try {
    const parsed = (field: string): unknown => JSON.parse(String(row[field] ?? '[]'));
    return {
      value: {
        id: row.id,
        title: row.title,
        category: row.category,
        status: row.status,
        time: {
          edtf: row.edtf,
          start: Number(row.start_day),
          end: Number(row.end_day),
          precision: row.precision,
          approximate: row.approximate,
          how: row.how,
          ...(row.alternatives == null ? {} : { alternatives: parsed('alternatives') }),
        },
        confidence: row.confidence,
        salience: row.salience,
        actors: row.actors ?? [],
        place: row.place ?? null,
        figures: parsed('figures'),
        sources: parsed('sources'),
      },
    };
  } catch (error) {
    return { problem: `found text that is not JSON (${(error as Error).message}), expected a list` };
  }
}
