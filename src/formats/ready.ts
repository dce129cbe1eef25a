import type { Category } from '../model/category.ts';
import type { NamedBytes } from './document.ts';
import { decode } from './encoding.ts';
import type { Sorter } from './ready/entries.ts';
import type { ReadyKind } from './ready/kind.ts';
import { kindOfEvents } from './ready/kind.ts';
import type { Saved } from './saved.ts';
import type { DateReader, TableChoice } from './table.ts';

export type { Sorter } from './ready/entries.ts';
export { kindOfEvents, type ReadyKind } from './ready/kind.ts';

export interface ReadyOptions {
  /** Reads dates in words. */
  readonly dates: DateReader;
  /** Categories whose names and colours are taken for the same names or keys. */
  readonly known: readonly Category[];
  /** For events that do not say of what kind they are; null where they are to be of one kind. */
  readonly sorter: Sorter | null;
  /** Of a table: what a person has chosen. */
  readonly choice?: TableChoice;
}

/**
 * Reads a file of ready events, whoever has written it: our own collection or list, a table, a calendar, TimelineJS. Its
 * parser is loaded when the first file needs it. Never throws for what the file holds.
 * @param kind as {@link kindOfEvents} tells it.
 */
export async function readReady(
  file: NamedBytes,
  options: ReadyOptions,
  kind: ReadyKind | null = kindOfEvents(file.name, file.bytes),
): Promise<Saved> {
  const { name } = file;
  try {
    return await read(file, options, kind);
  } catch (error) {
    // A parser's fault is the file's in the eyes of who opens it.
    return refused(name, `could not be read: ${(error as Error).message.slice(0, 300)}`);
  }
}

async function read(
  { name, bytes }: NamedBytes,
  options: ReadyOptions,
  kind: ReadyKind | null,
): Promise<Saved> {
  const { dates, known, sorter, choice } = options;
  if (kind === null)
    return refused(
      name,
      'found no list of events, expected .json, .csv, .tsv, .ndjson, .ics, .parquet or .svg',
    );
  if (kind === 'table' || kind === 'objects') {
    const { planTable, readTable } = await import('./table.ts');
    const plan = planTable(bytes, dates, choice);
    return 'problem' in plan ? refused(name, plan.problem) : readTable(name, plan, dates, known, sorter);
  }
  if (kind === 'parquet') {
    const [{ readParquet }, { savedList }] = await Promise.all([import('./parquet.ts'), import('./list.ts')]);
    return savedList(await readParquet(bytes, name), name, known);
  }
  const decoded = decode(bytes);
  if (!decoded) return refused(name, 'found binary data, expected text');
  const { text } = decoded;
  switch (kind) {
    case 'calendar': {
      const { readIcs } = await import('./ics.ts');
      return readIcs(text, name, known, sorter);
    }
    case 'timelinejs': {
      const { isTimelineJs, readTimelineJs } = await import('./timelinejs.ts');
      const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
      return isTimelineJs(value)
        ? readTimelineJs(value, name, known, sorter)
        : refused(name, 'found JSON of an unknown form, expected a timeline');
    }
    case 'list': {
      const { readSavedList } = await import('./list.ts');
      return readSavedList(text, name, known);
    }
    case 'picture': {
      const { readSvg } = await import('./svg.ts');
      return readSvg(text, name);
    }
    case 'page': {
      const { readInteractive } = await import('./interactive.ts');
      return readInteractive(text) ?? refused(name, 'found a page of Dateline without its data');
    }
    case 'saved': {
      const { readSavedJson } = await import('./saved.ts');
      return readSavedJson(text);
    }
  }
}

function refused(name: string, message: string): Saved {
  return {
    collection: null,
    problems: [{ code: 'file/event', message: `${name}: ${message}`, at: name, level: 'kept-out' }],
    leftOut: [],
  };
}
