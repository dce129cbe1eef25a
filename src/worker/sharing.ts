import type { TimelineEvent } from '../model/event.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const NOTHING: readonly never[] = [];

/**
 * Lets events that came from another thread share what they have in common: each arrives with words of its own, also for
 * its category or its place, and of a million those are ten million things for the page to look after.
 * @returns what changes the events that it is given, and knows the words of those before.
 */
export function sharing(): (events: readonly TimelineEvent[]) => void {
  const known = new Map<string, string>();
  const one = <T extends string>(word: T): T => {
    const same = known.get(word);
    if (same !== undefined) return same as T;
    known.set(word, word);
    return word;
  };
  return (events) => {
    for (const event of events as readonly Writable<TimelineEvent>[]) {
      event.category = one(event.category);
      event.status = one(event.status);
      if (event.place !== null) event.place = one(event.place);
      if (event.actors.length > 0) event.actors = event.actors.map(one);
      else event.actors = NOTHING;
      if (event.figures.length === 0) event.figures = NOTHING;
      const time = event.time as Writable<TimelineEvent['time']>;
      time.precision = one(time.precision);
      time.how = one(time.how);
      for (const source of event.sources) {
        (source as Writable<typeof source>).document = one(source.document);
      }
    }
  };
}
