import type { TimelineEvent } from '../model/event.ts';

/** Lower case without accents, so that `Xi'an`, `xi’an` and `Xi´an` find each other. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[‐-―]/g, '-')
    .toLowerCase();

/** What of an event is searched, folded. Remembered, since the same events are searched at every letter. */
const texts = new WeakMap<TimelineEvent, string>();

function textOf(event: TimelineEvent): string {
  const known = texts.get(event);
  if (known !== undefined) return known;
  const parts = [event.title, event.time.edtf, event.place ?? '', ...event.actors];
  for (const source of event.sources) parts.push(source.quote, source.mention?.text ?? '');
  const text = fold(parts.join('\n'));
  texts.set(event, text);
  return text;
}

/**
 * Ids of the events that hold every word of the query somewhere in title, date, actors, place or quotes.
 * @returns null when the query has no words: nothing is searched.
 */
export function searchEvents(events: readonly TimelineEvent[], query: string): ReadonlySet<string> | null {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const found = new Set<string>();
  for (const event of events) {
    const text = textOf(event);
    if (words.every((word) => text.includes(word))) found.add(event.id);
  }
  return found;
}
