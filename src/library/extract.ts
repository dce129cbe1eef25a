import categoriesData from '../../data/categories.json' with { type: 'json' };
import type { NamedBytes } from '../formats/document.ts';
import type { Category } from '../model/category.ts';
import { COLLECTION_VERSION, type Collection } from '../model/collection.ts';
import type { Document } from '../model/document.ts';
import { joinCollections } from '../model/join.ts';
import type { Problem } from '../model/problem.ts';

/** A text that is no file, or not any more. */
export interface NamedText {
  /** As people know it; its ending says whether it is Markdown. */
  readonly name: string;
  readonly text: string;
}

/** How documents are read. */
export interface ExtractOptions {
  /** Of the collection; the first document's where absent. */
  readonly name?: string;
  /** EDTF: the day from which the documents speak; it wins over what they print. */
  readonly date?: string;
  /** Kinds of event to look for; {@link defaultCategories} where absent. */
  readonly categories?: readonly Category[];
  /** Called after each document: how many are read, and the id of the one just read. */
  readonly onProgress?: (done: number, id: string) => void;
}

/** The kinds of event that Dateline looks for where nothing else is said. */
export const defaultCategories: readonly Category[] = categoriesData;

/** Known to every platform that this runs on; the layer knows no platform's types. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Reads documents and finds the dated events in them. Files of every kind that the command line reads (text, Markdown,
 * HTML, PDF, Word, mail, zip archives of them) are given as bytes, texts as they are, and documents that were read
 * before as they came. Ready events, as `readEvents` reads them, are put beside what is found. Parsers and the words of the language, some megabytes, are loaded when they are needed first.
 * The same input gives the same collection, in every time zone; nothing is asked of the network.
 * @returns everything that was read; `problems` says what was kept out and why. It does not throw for what a file holds.
 */
export async function extract(
  files: readonly (NamedBytes | NamedText | Document)[],
  options: ExtractOptions = {},
): Promise<Collection> {
  const { categories = defaultCategories, date, onProgress } = options;
  const [{ extract: find }, { nameDocuments }, { openFile }, { kindOfEvents }] = await Promise.all([
    import('../extract/pipeline.ts'),
    import('../formats/document.ts'),
    import('../formats/open.ts'),
    import('../formats/ready/kind.ts'),
  ]);
  const documents: Document[] = [];
  const ready: Collection[] = [];
  const unread: Problem[] = [];
  const take = async (file: NamedBytes): Promise<void> => {
    const { readEvents } = await import('./formats.ts');
    const saved = await readEvents(file, { categories });
    unread.push(...saved.problems, ...saved.leftOut);
    if (saved.collection) ready.push(saved.collection);
  };
  for (const file of files) {
    if ('format' in file) {
      documents.push(file);
      continue;
    }
    const named = 'bytes' in file ? file : { name: file.name, bytes: utf8(file.text) };
    if (kindOfEvents(named.name, named.bytes) !== null) {
      await take(named);
      continue;
    }
    const opened = await openFile(named);
    documents.push(...opened.documents);
    unread.push(...opened.problems);
    for (const inner of opened.ready) await take(inner);
  }
  const found = find(nameDocuments(documents), {
    categories,
    ...(date === undefined ? {} : { date }),
    ...(onProgress ? { onProgress } : {}),
  });
  const problems = [...unread, ...found.problems];
  const read: Collection = {
    dateline: COLLECTION_VERSION,
    name: options.name ?? found.documents[0]?.title ?? '',
    documents: found.documents,
    events: found.events,
    categories: ready.length > 0 && documents.length === 0 ? [] : categories,
    edits: [],
    problems,
  };
  return ready.length === 0 ? read : { ...ready.reduce(joinCollections, read), problems };
}
