import type { Collection } from '../model/collection.ts';
import { currentEvents } from '../model/current.ts';
import type { Document } from '../model/document.ts';
import type { Edit } from '../model/edit.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import type { Outcome } from '../worker/client.ts';

/**
 * A collection with what was read.
 * @param kept events that stay whatever was read. @param edits by which documents have dates. @param name where the
 * collection has none and the documents give none.
 */
export function taken(
  base: Collection,
  kept: readonly TimelineEvent[],
  outcome: Outcome,
  edits: readonly Edit[],
  name: string,
): Collection {
  const found = new Set(outcome.events.map((event) => event.id));
  const events = [...outcome.events, ...kept.filter((event) => !found.has(event.id))];
  const known = new Set(base.documents.map((document) => document.id));
  const keys = new Set(outcome.categories.map((category) => category.key));
  const first = outcome.documents.find((document) => document.id === outcome.added[0]);
  return {
    ...base,
    name: base.name || (outcome.added.length === 1 && (first?.title || first?.name)) || name,
    documents: [
      ...withRead(base.documents, outcome, edits),
      ...outcome.documents.filter((document) => !known.has(document.id)),
    ],
    events: currentEvents({ events, edits: [] }),
    categories: [...outcome.categories, ...base.categories.filter((category) => !keys.has(category.key))],
    problems: [
      ...base.problems.filter((p) => !outcome.problems.some((q) => same(p, q))),
      ...outcome.problems,
    ],
  };
}

/** Documents as reading has left them, each with its own date and not with the one that a person set. */
export function withRead(
  documents: readonly Document[],
  outcome: Outcome,
  edits: readonly Edit[],
): readonly Document[] {
  const read = new Map(outcome.documents.map((document) => [document.id, document]));
  const set = new Set(edits.flatMap((edit) => (edit.kind === 'date' ? [edit.document] : [])));
  return documents.map((document) => {
    const now = read.get(document.id);
    if (!now || now.text !== document.text) return document;
    return set.has(document.id) ? { ...now, date: document.date } : now;
  });
}

/** A collection without a document, its passages, and the events that it alone tells. */
export function withoutDocument(collection: Collection, id: string): Collection {
  const events = collection.events.flatMap((event): TimelineEvent[] => {
    const sources = event.sources.filter((source) => source.document !== id);
    if (sources.length === event.sources.length) return [event];
    return sources.length > 0 ? [{ ...event, sources }] : [];
  });
  const documents = collection.documents.filter((document) => document.id !== id);
  const problems = collection.problems.filter((problem) => problem.at !== id);
  return { ...collection, documents, events, problems };
}

const same = (a: Problem, b: Problem): boolean =>
  a.code === b.code && a.at === b.at && a.message === b.message;
