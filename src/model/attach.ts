import { byText, type Edit, refsOf } from './edit.ts';
import type { TimelineEvent } from './event.ts';
import { findAgain, type Sought } from './evidence.ts';
import { Kept } from './kept.ts';

/** Looks for the events whose ids are not there by what is known of them. */
export function attach(
  edits: readonly Edit[],
  events: readonly TimelineEvent[],
  known: (id: string) => boolean,
): ReadonlyMap<string, string> {
  const sought = new Map<string, Sought>();
  const use = { event: new Set<string>(), merge: new Set<string>() };
  /** Ids that are named directly, by what is wanted of them. */
  const named = { event: new Set<string>(), merge: new Set<string>() };
  for (const edit of edits) {
    const kind = edit.kind === 'event' ? 'event' : edit.kind === 'story' ? null : 'merge';
    for (const { event, about } of refsOf(edit)) {
      if (known(event)) {
        if (kind) named[kind].add(event);
        continue;
      }
      if (kind) use[kind].add(event);
      const before = sought.get(event);
      // Of two things that are known of it, the choice must not depend on their order.
      if (about && (!before || JSON.stringify(about) < JSON.stringify(before.about))) {
        sought.set(event, { id: event, about });
      }
    }
  }
  if (sought.size === 0) return NOTHING_FOUND;
  const wanted = [...sought.values()].sort((a, b) => byText(a.id, b.id));
  const key = JSON.stringify([
    wanted,
    [...named.event].sort(),
    [...named.merge].sort(),
    [...use.event].sort(),
    [...use.merge].sort(),
  ]);
  return keptFound.get(events, key, () =>
    findAgain(
      wanted,
      events,
      (id, event) =>
        (use.event.has(id) && named.event.has(event.id)) || (use.merge.has(id) && named.merge.has(event.id)),
    ),
  );
}

const NOTHING_FOUND: ReadonlyMap<string, string> = new Map();

const keptFound = new Kept<ReadonlyMap<string, string>>();
