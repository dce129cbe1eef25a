import { byTime } from './combine.ts';
import type { TimelineEvent } from './event.ts';
import { evidenceOf, findAgain } from './evidence.ts';

/** What reading again has changed. */
export interface Comparison {
  /** Events that were not there before, in time order. */
  readonly appeared: readonly TimelineEvent[];
  /** Events that are there no longer, in time order. */
  readonly gone: readonly TimelineEvent[];
  /** Events of which something that is seen is different, in time order as it is now. */
  readonly changed: readonly { readonly before: TimelineEvent; readonly after: TimelineEvent }[];
}

/** Compares events that were read at two times; those with other ids are found by what their passages say. */
export function compareEvents(before: readonly TimelineEvent[], after: readonly TimelineEvent[]): Comparison {
  const now = new Map(after.map((event) => [event.id, event]));
  const then = new Set(before.map((event) => event.id));
  const missing = before.filter((event) => !now.has(event.id));
  const fresh = after.filter((event) => !then.has(event.id));
  const found = findAgain(
    missing.map((event) => ({ id: event.id, about: evidenceOf(event, before) })),
    fresh,
  );
  const met = new Set(found.values());
  const changed = before.flatMap((event) => {
    const same = now.get(found.get(event.id) ?? event.id);
    return same && seen(event) !== seen(same) ? [{ before: event, after: same }] : [];
  });
  return {
    appeared: fresh.filter((event) => !met.has(event.id)),
    gone: missing.filter((event) => !found.has(event.id)),
    changed: changed.sort((a, b) => byTime(a.after, b.after)),
  };
}

/** What a person sees of an event, apart from where its passages stand and how sure the reader is. */
const seen = (event: TimelineEvent): string =>
  JSON.stringify([
    event.title,
    event.category,
    event.status,
    event.time.edtf,
    event.time.precision,
    event.actors,
    event.place,
    event.figures,
    event.sources.map((source) => source.quote),
  ]);
