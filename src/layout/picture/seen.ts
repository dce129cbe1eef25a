import type { Category } from '../../model/category.ts';
import type { Document } from '../../model/document.ts';
import type { TimelineEvent } from '../../model/event.ts';
import type { EventStore, Window } from '../../store/store.ts';

/** How many events of the categories meet a window. O(categories · log n). */
export const countSeen = (store: EventStore, categories: readonly Category[], window: Window): number =>
  categories.reduce((sum, { key }) => sum + store.count(key, window), 0);

/**
 * Documents that an event in a window is from, in their own order. Ends as soon as all of them are found, which with
 * very many events is early.
 */
export function citedBy(
  store: EventStore,
  categories: readonly Category[],
  window: Window,
  documents: readonly Document[],
): readonly Document[] {
  const cited = new Set<string>();
  const known = new Set(documents.map(({ id }) => id));
  for (const { key } of categories) {
    const { positions, starts, ends } = store.columns(key);
    for (let i = 0; i < positions.length && cited.size < known.size; i++) {
      if (starts[i]! >= window.end) break;
      if (ends[i]! <= window.start) continue;
      for (const { document } of store.at(positions[i]!).sources)
        if (known.has(document)) cited.add(document);
    }
  }
  return documents.filter(({ id }) => cited.has(id));
}

/** The events that meet a window, in time order; where there are more than `most`, those of them that are drawn singly. */
export function listSeen(
  store: EventStore,
  categories: readonly Category[],
  window: Window,
  most: number,
  drawn: ReadonlySet<string>,
): readonly TimelineEvent[] {
  const positions =
    countSeen(store, categories, window) <= most
      ? categories.flatMap(({ key }) => store.meeting(key, window))
      : Array.from(drawn, (id) => store.indexOf(id)).filter((position) => position >= 0);
  return positions.sort((a, b) => a - b).map((position) => store.at(position));
}
