import type { NamedBytes } from '../formats/document.ts';
import type { Saved } from '../formats/saved.ts';
import type { TableChoice } from '../formats/table.ts';
import type { DataKey } from '../formats/write.ts';
import type { Category } from '../model/category.ts';
import type { Collection } from '../model/collection.ts';
import { defaultCategories } from './extract.ts';

/** How ready events are read. */
export interface ReadEventsOptions {
  /** Kinds of event for what does not say of what kind it is; {@link defaultCategories} where absent. */
  readonly categories?: readonly Category[];
  /** Of a table: what its columns are, where their names and what stands in them do not tell. */
  readonly columns?: TableChoice['columns'];
}

/**
 * Reads ready events of any form, whoever has written them: our JSON, CSV, NDJSON, SVG, HTML and Parquet, tables of others,
 * calendars, TimelineJS. The kind is told by the file's name and first bytes; its parser is loaded when it is needed.
 * @returns a collection, or null and why not; `leftOut` says what in the file is no event. Never throws for what it holds.
 */
export async function readEvents(file: NamedBytes, options: ReadEventsOptions = {}): Promise<Saved> {
  const { categories = defaultCategories, columns } = options;
  const [{ readReady }, { readCell }, { classifier }] = await Promise.all([
    import('../formats/ready.ts'),
    import('../extract/cell.ts'),
    import('../extract/classify.ts'),
  ]);
  const classify = classifier(categories);
  const keyOf = (title: string, words: string): string => classify({ head: '', title, clause: words });
  return readReady(file, {
    dates: readCell,
    known: categories,
    sorter: { categories, keyOf },
    choice: columns ? { columns } : {},
  });
}

/**
 * Writes a collection in a format that needs no picture, with the same bytes as the command line and the page; for pictures
 * see {@link svgOf}. Its writer is loaded when it is needed. What a format cannot hold, {@link lacksIn} says.
 * @param locale BCP 47, of dates and words in formats for people.
 * @returns text, or bytes: Parquet, and an archive of several documents as TimeML.
 * @throws RangeError where the text would be longer than the engine allows, half a gigabyte in V8.
 */
export async function write(
  collection: Collection,
  format: DataKey,
  locale = 'en',
): Promise<string | Uint8Array> {
  const { writeData } = await import('../formats/write.ts');
  const content = await writeData(format, collection, {
    locale,
    timexes: async (document) => (await import('../extract/timexes.ts')).timexesOf(document),
  });
  return typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join('');
}
