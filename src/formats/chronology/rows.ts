import type { Collection } from '../../model/collection.ts';
import { currentEvents } from '../../model/current.ts';
import type { Document } from '../../model/document.ts';
import type { Source } from '../../model/event.ts';
import { dateInWords } from '../../model/words.ts';
import { wayInWords } from '../../texts/ways.ts';
import { type ChronologyWords, chronologyWords } from './words.ts';

/** One event as a line of a table. */
export interface Row {
  /** In words. */
  readonly date: string;
  readonly title: string;
  /** Planned, hypothetical …; empty for what happened. */
  readonly status: string;
  readonly category: string;
  readonly place: string;
  /** Numbers of its notes. */
  readonly notes: readonly number[];
}

/** A passage that reports events, as a note. */
export interface Note {
  /** From 1. */
  readonly number: number;
  /** Title of the document, or its name. */
  readonly document: string;
  /** File name and date of the document, as far as they say more. */
  readonly about: string;
  readonly quote: string;
  /** The words of the date and how the date was reached; empty where nobody knows. */
  readonly reached: string;
}

/** A collection as a table with notes, for people to read and cite. */
export interface Chronology {
  readonly title: string;
  readonly counts: string;
  readonly rows: readonly Row[];
  /** In the order of their first mention. */
  readonly notes: readonly Note[];
  readonly words: ChronologyWords;
}

/**
 * The events of a collection as corrected, in time order, each with numbers of the passages that report it. A passage
 * that is cited again, read in the same way, keeps its number. O(events + sources).
 * @param locale BCP 47, of dates and words.
 */
export function chronologyOf(collection: Collection, locale: string): Chronology {
  const words = chronologyWords(locale);
  const names = new Map(collection.categories.map(({ key, name }) => [key, name]));
  const documents = new Map(collection.documents.map((document) => [document.id, document]));
  const notes: Note[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (source: Source): number => {
    const { document, start, end, quote, mention } = source;
    const key = JSON.stringify([document, start, end, quote, mention]);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = notes.length + 1;
    numbers.set(key, number);
    notes.push(noteOf(number, source, documents.get(document), locale));
    return number;
  };
  const events = currentEvents(collection);
  const rows = events.map((event): Row => {
    const cited = event.sources.map(numberOf);
    return {
      date: dateInWords(event.time, locale),
      title: event.title,
      status: event.status === 'happened' ? '' : words.statuses[event.status],
      category: names.get(event.category) ?? event.category,
      place: event.place ?? '',
      notes: cited.filter((number, i) => cited.indexOf(number) === i),
    };
  });
  return {
    title: collection.name || words.untitled,
    counts: `${words.events(events.length)} · ${words.documents(collection.documents.length)}`,
    rows,
    notes,
    words,
  };
}

function noteOf(number: number, source: Source, document: Document | undefined, locale: string): Note {
  const name = document?.title || document?.name || source.document;
  const about: string[] = [];
  if (name !== source.document) about.push(source.document);
  if (document?.date) about.push(dateInWords({ edtf: document.date.edtf, precision: 'day' }, locale));
  const { mention } = source;
  return {
    number,
    document: name,
    about: about.join(', '),
    quote: source.quote.replace(/\s+/g, ' ').trim(),
    reached: mention ? reachedBy(mention.text, wayInWords(mention.how, mention.text, locale)) : '',
  };
}

/** The way to the date usually begins with the words it was read from. */
function reachedBy(text: string, how: string): string {
  if (how === '') return text;
  return text === '' || how.startsWith(text) ? how : `${text} → ${how}`;
}
