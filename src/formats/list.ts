import type { Category } from '../model/category.ts';
import { COLLECTION_VERSION, type Collection } from '../model/collection.ts';
import type { Document } from '../model/document.ts';
import type { Source, TimelineEvent } from '../model/event.ts';
import { parseCollection } from '../model/parse.ts';
import { readCsv } from './csv.ts';
import type { EventList } from './events.ts';
import { readNdjson } from './ndjson.ts';
import type { Saved } from './saved.ts';

/** Colours of the categories that a list names and nobody knows; each 3:1 on light paper at least. */
const COLOURS = ['#3e6fb5', '#c25a2b', '#2f8a63', '#7d5fb2', '#b3324c', '#a9831a', '#3f8a92', '#8a8f98'];

/**
 * Gives each category that nobody knows a colour that no other one has, as long as there are such.
 * @param known categories that keep their own.
 */
export function withColours(
  categories: readonly Category[],
  known: readonly Category[],
): readonly Category[] {
  const own = new Set(known);
  const taken = new Set(categories.filter((one) => own.has(one)).map(({ colour }) => colour));
  const left = COLOURS.filter((colour) => !taken.has(colour));
  const free = left.length > 0 ? left : COLOURS;
  let next = 0;
  return categories.map((one) =>
    own.has(one) ? one : { ...one, colour: free[next++ % free.length] as string },
  );
}

/** Reads a file that is a list, by its name. */
export const readList = (text: string, name: string): EventList =>
  /\.csv$/i.test(name) ? readCsv(text, name) : readNdjson(text, name);

/**
 * A list of events as a collection. A list has no documents, only passages of them: each document it names is made of
 * its passages where they stand, with empty lines between, so that every offset stays true.
 * @param known categories whose names and colours are taken for the same keys; others are named by their key.
 */
export function listCollection(
  name: string,
  events: readonly TimelineEvent[],
  known: readonly Category[],
): Collection {
  const keys = [...new Set(events.map((event) => event.category))];
  const sources = new Map<string, Source[]>();
  for (const event of events) {
    for (const source of event.sources) {
      const known = sources.get(source.document);
      if (known) known.push(source);
      else sources.set(source.document, [source]);
    }
  }
  return {
    dateline: COLLECTION_VERSION,
    name: name.replace(/\.\w+$/, ''),
    documents: [...sources].map(([id, passages]) => documentOf(id, passages)),
    events,
    categories: withColours(
      keys.map(
        (key): Category =>
          known.find((category) => category.key === key) ?? {
            key,
            name: key.charAt(0).toUpperCase() + key.slice(1),
            about: `Events that ${name} calls ${key}.`,
            colour: '',
            terms: {},
          },
      ),
      known,
    ),
    edits: [],
    problems: [],
  };
}

const documentOf = (id: string, passages: readonly Source[]): Document => ({
  id,
  name: id,
  title: '',
  text: textOfPassages(passages),
  format: 'text',
  date: null,
});

/** A text in which passages of a document stand where they stood, with line breaks for what is not known between them. */
export function textOfPassages(passages: readonly Source[]): string {
  const pieces = passages
    .flatMap(({ start, quote, mention }) => [
      { start, text: quote },
      ...(mention ? [{ start: mention.start, text: mention.text }] : []),
    ])
    .sort((a, b) => a.start - b.start);
  let text = '';
  for (const piece of pieces) {
    text = text.padEnd(piece.start, '\n');
    // Passages may overlap: what stands there already is theirs too.
    text += piece.text.slice(Math.max(0, text.length - piece.start));
  }
  return text;
}

/**
 * Reads a list of events as a collection; it must hold what is asked of any.
 * @param name of the file. @param known categories whose names and colours are taken for the same keys.
 */
export const readSavedList = (text: string, name: string, known: readonly Category[]): Saved =>
  savedList(readList(text, name), name, known);

/** The same for a list that is read already. */
export function savedList(
  { events, problems: leftOut }: EventList,
  name: string,
  known: readonly Category[],
): Saved {
  if (events.length === 0) return { collection: null, problems: leftOut, leftOut: [] };
  const { collection, problems } = parseCollection(listCollection(name, events, known));
  return { collection: collection ?? null, problems, leftOut };
}
