import type { Collection } from './collection.ts';
import { byTime } from './current.ts';
import type { Document } from './document.ts';
import type { TimelineEvent } from './event.ts';

/**
 * Two collections as one: what a person made of the first stays as it is, and everything of the other that it does not
 * have yet comes to it. Documents and events whose ids are taken by others get a new one; the same document with the
 * same event is the same. Of a category that both have, the first's name and colour stay. Neither is modified.
 */
export function joinCollections(base: Collection, other: Collection): Collection {
  if (base.events.length === 0 && base.documents.length === 0)
    return { ...other, name: base.name || other.name, edits: [...base.edits, ...other.edits] };
  const documents = new Map(base.documents.map((document) => [document.id, document]));
  const renamed = new Map<string, string>();
  const added: Document[] = [];
  for (const document of other.documents) {
    const taken = documents.get(document.id);
    if (taken && taken.text === document.text) continue;
    const id = free(document.id, (each) => documents.has(each));
    if (id !== document.id) renamed.set(document.id, id);
    const own = id === document.id ? document : { ...document, id };
    documents.set(id, own);
    added.push(own);
  }
  const events = new Map(base.events.map((event) => [event.id, event]));
  const ids = new Map<string, string>();
  for (const event of other.events) {
    const sources = event.sources.map((source) => {
      const document = renamed.get(source.document);
      return document === undefined ? source : { ...source, document };
    });
    const placed: TimelineEvent = { ...event, sources };
    const taken = events.get(event.id);
    if (taken && isSame(taken, placed)) continue;
    const id = free(event.id, (each) => events.has(each));
    if (id !== event.id) ids.set(event.id, id);
    events.set(id, { ...placed, id });
  }
  const keys = new Set(base.categories.map(({ key }) => key));
  return {
    ...base,
    documents: [...base.documents, ...added],
    events: [...events.values()].sort(byTime),
    categories: [...base.categories, ...other.categories.filter(({ key }) => !keys.has(key))],
    problems: [...base.problems, ...other.problems],
  };
}

const isSame = (a: TimelineEvent, b: TimelineEvent): boolean =>
  a.title === b.title &&
  a.time.edtf === b.time.edtf &&
  a.sources.length === b.sources.length &&
  a.sources.every(
    ({ document, quote }, i) => document === b.sources[i]?.document && quote === b.sources[i]?.quote,
  );

function free(id: string, isTaken: (id: string) => boolean): string {
  let found = id;
  for (let n = 2; isTaken(found); n++) found = `${id} (${n})`;
  return found;
}
