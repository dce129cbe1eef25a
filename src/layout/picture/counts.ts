import type { Category } from '../../model/category.ts';
import type { Days } from '../../model/days.ts';
import type { Document } from '../../model/document.ts';
import { dateInWords } from '../../model/words.ts';
import { fitText } from '../../scene/advances.ts';
import type { EventStore, Window } from '../../store/store.ts';
import { calendarNames } from '../calendar.ts';
import { NOTE } from './footer.ts';
import type { LegendEntry } from './header.ts';
import { type Words, wordsOf } from './words.ts';

/** Categories with events in the window, with their counts. */
export function legendOf(
  categories: readonly Category[],
  store: EventStore,
  window: Window,
  locale: string,
): readonly LegendEntry[] {
  const count = numberFormat(locale);
  return categories
    .map(({ key, name, colour }) => ({ name, colour, events: store.count(key, window) }))
    .filter(({ events }) => events > 0)
    .map(({ name, colour, events }) => ({ name, colour, count: count.format(events) }));
}

const numberFormat = (locale: string): Intl.NumberFormat => {
  try {
    return new Intl.NumberFormat(locale);
  } catch {
    return new Intl.NumberFormat('en');
  }
};

/** `37 of 87 events · 5 documents · 2021 – 2025`. */
export function countsInWords(
  inView: number,
  all: number,
  documents: number,
  store: EventStore,
  window: Window,
  /** Whether the edges of the window were asked for. */
  framed: boolean,
  locale: string,
): string {
  const words = wordsOf(locale);
  const count = numberFormat(locale);
  const parts = [
    inView === all
      ? words.events(count.format(all), all)
      : words.eventsOf(count.format(inView), count.format(all)),
  ];
  if (documents > 0) parts.push(words.documents(count.format(documents), documents));
  const { toReal = (days: Days) => days } = store.fold ?? {};
  const seen = framed ? window : store.extent;
  const span = seen && { start: Math.floor(toReal(seen.start)), end: Math.ceil(toReal(seen.end)) };
  if (span) {
    const [from, to] = calendarNames(locale).extent(span.start, span.end);
    parts.push(from === to ? from : `${from} – ${to}`);
  }
  return parts.join(' · ');
}

/** `Sources: First title (16 May 2024)`, `Second title`, … */
export function sourceNote(documents: readonly Document[], words: Words, locale: string): readonly string[] {
  return documents.map(({ title, name, date }, i) => {
    const heading = fitText(title || name, 320, NOTE, 400);
    const day = date ? ` (${dateInWords({ edtf: date.edtf, precision: 'day' }, locale)})` : '';
    return `${i === 0 ? `${words.sources}: ` : ''}${heading}${day}`;
  });
}
