import type { Collection, Edit } from './collection.ts';
import type { TimelineEvent } from './event.ts';

/**
 * The events as a person has left them: edits applied, dismissed ones gone. Sorted by time.start, then time.end, then
 * id, since an edit can move an event. Edits of events that are not there change nothing. O(n log n); nothing is
 * modified, and events without an edit are the same objects as in the collection.
 */
export function currentEvents(collection: Pick<Collection, 'events' | 'edits'>): TimelineEvent[] {
  const edits = new Map(collection.edits.map((edit) => [edit.event, edit]));
  if (edits.size === 0) return sorted(collection.events.slice());
  const events: TimelineEvent[] = [];
  for (const event of collection.events) {
    const edit = edits.get(event.id);
    if (!edit) events.push(event);
    else if (!edit.dismissed) events.push(applyEdit(event, edit));
  }
  return sorted(events);
}

/** Most come in order: looking takes less than sorting. */
function sorted(events: TimelineEvent[]): TimelineEvent[] {
  for (let i = 1; i < events.length; i++) {
    if (byTime(events[i - 1]!, events[i]!) > 0) return events.sort(byTime);
  }
  return events;
}

/** Order of events in a collection: time.start, then time.end, then id by code units. */
export function byTime(a: TimelineEvent, b: TimelineEvent): number {
  return a.time.start - b.time.start || a.time.end - b.time.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** An event with the fields of an edit in place of its own. `dismissed`, `confirmed` and `note` are not of the event. */
export function applyEdit(event: TimelineEvent, edit: Edit): TimelineEvent {
  return {
    ...event,
    title: edit.title ?? event.title,
    category: edit.category ?? event.category,
    status: edit.status ?? event.status,
    time: edit.time ?? event.time,
    actors: edit.actors ?? event.actors,
    place: edit.place === undefined ? event.place : edit.place,
    figures: edit.figures ?? event.figures,
  };
}
