import { byText, type EventChange, type SplitPart } from './edit.ts';
import type { Figure, Source, TimelineEvent } from './event.ts';

/** An event with what a person set in place of its own. `dismissed`, `confirmed` and `note` are not of the event. */
export function applyEdit(event: TimelineEvent, edit: EventChange): TimelineEvent {
  return {
    ...event,
    title: edit.title ?? event.title,
    category: edit.category ?? event.category,
    status: edit.status ?? event.status,
    time: edit.time ?? event.time,
    salience: edit.pinned ? 1 : event.salience,
    actors: edit.actors ?? event.actors,
    place: edit.place === undefined ? event.place : edit.place,
    figures: edit.figures ?? event.figures,
  };
}

/** Order of events in a collection: time.start, then time.end, then id by code units. */
export function byTime(a: TimelineEvent, b: TimelineEvent): number {
  return a.time.start - b.time.start || a.time.end - b.time.end || byText(a.id, b.id);
}

/**
 * Several events as one. Title, category, status and date are the first one's; actors, figures and passages are
 * everybody's, each once; the place is the first that is known; salience and confidence are the highest.
 * @param events at least one.
 */
export function mergeEvents(id: string, events: readonly TimelineEvent[]): TimelineEvent {
  const [lead] = events;
  if (!lead) throw new RangeError('found no event to merge, expected at least one');
  return {
    ...lead,
    id,
    confidence: Math.max(...events.map((event) => event.confidence)),
    salience: Math.max(...events.map((event) => event.salience)),
    actors: [...new Set(events.flatMap((event) => event.actors))],
    place: events.find((event) => event.place !== null)?.place ?? null,
    figures: unique(
      events.flatMap((event) => event.figures),
      figureKey,
    ),
    sources: unique(
      events.flatMap((event) => event.sources),
      sourceKey,
    ).sort(bySource),
  };
}

/** A part of an event, and whether the passages that it was given are still among the event's. */
export interface Part {
  readonly event: TimelineEvent;
  readonly found: boolean;
}

/**
 * One event as several: each has all of it but the passages, which are its own. A passage that no part names is the
 * first part's.
 */
export function splitEvent(event: TimelineEvent, parts: readonly SplitPart[]): Part[] {
  const named = new Set(parts.flatMap((part) => (part.passages ?? []).map(passageKey)));
  const all = parts.some((part) => part.passages === null);
  return parts.map((part, i) => {
    if (part.passages === null) return { event: { ...event, id: part.id }, found: true };
    const own = new Set(part.passages.map(passageKey));
    const isOwn = (source: Source): boolean =>
      own.has(passageKey(source)) || (i === 0 && !all && !named.has(passageKey(source)));
    const sources = event.sources.filter(isOwn);
    return { event: { ...event, id: part.id, sources }, found: sources.length > 0 || own.size === 0 };
  });
}

/** White space does not count: it changes when a file is read by another reader. */
export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

const passageKey = (passage: Pick<Source, 'document' | 'quote'>): string =>
  JSON.stringify([passage.document, squeeze(passage.quote)]);

const sourceKey = (source: Source): string => JSON.stringify([source.document, source.start, source.end]);

const figureKey = (figure: Figure): string =>
  JSON.stringify([figure.label, figure.value, figure.unit, figure.period, figure.bound ?? null]);

const bySource = (a: Source, b: Source): number =>
  byText(a.document, b.document) || a.start - b.start || a.end - b.end;

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const item of items) if (!seen.has(key(item))) seen.set(key(item), item);
  return [...seen.values()];
}
