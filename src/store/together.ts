import type { TimelineEvent } from '../model/event.ts';
import type { Columns, EventStore, Window } from './store.ts';

/**
 * The same events where some categories are one: what is asked about it is asked of all of them. Positions are the
 * same. O(n) once, beside 8 bytes an event; a question costs as much as asking each.
 * @param store kept, not modified. @param keys of the categories that are one; not all of them need have events.
 * @param key of what they are together; no other category has it.
 */
export function together(store: EventStore, keys: readonly string[], key: string): EventStore {
  const members = new Set(keys.filter((one) => store.categories.includes(one)));
  const columns = joined(
    store.size,
    [...members].map((one) => store.columns(one)),
  );
  const sum = (window: Window): number => {
    let all = 0;
    for (const one of members) all += store.count(one, window);
    return all;
  };
  return {
    size: store.size,
    extent: store.extent,
    ...(store.fold ? { fold: store.fold } : {}),
    categories: [...store.categories.filter((one) => !members.has(one)), key].sort(),
    at: (index): TimelineEvent => store.at(index),
    indexOf: (id) => store.indexOf(id),
    figured: store.figured,
    top: (category, window, limit) =>
      category === key
        ? columns.top(window, limit).map((i) => columns.positions[i]!)
        : store.top(category, window, limit),
    meeting: (category, window) =>
      category === key
        ? columns.meeting(window).map((i) => columns.positions[i]!)
        : store.meeting(category, window),
    count: (category, window) => (category === key ? sum(window) : store.count(category, window)),
    counts(category, edges) {
      if (category !== key) return store.counts(category, edges);
      const counts = new Uint32Array(edges.length - 1);
      for (const one of members) {
        const own = store.counts(one, edges);
        for (let i = 0; i < counts.length; i++) counts[i]! += own[i]!;
      }
      return counts;
    },
    histogram(category, window, bins) {
      if (category !== key) return store.histogram(category, window, bins);
      const counts = new Array<number>(bins).fill(0);
      for (const one of members) {
        const own = store.histogram(one, window, bins);
        for (let bin = 0; bin < bins; bin++) counts[bin]! += own[bin]!;
      }
      return counts;
    },
    columns: (category) => (category === key ? columns : store.columns(category)),
  };
}

const byPlace = (a: number, b: number): number => a - b;

/** @param size positions that there are. @param parts columns that have no position in common. */
function joined(size: number, parts: readonly Columns[]): Columns {
  const whole = parts.reduce((sum, { positions }) => sum + positions.length, 0);
  const positions = new Int32Array(whole);
  const starts = new Float64Array(whole);
  const ends = new Float64Array(whole);
  const salience = new Float32Array(whole);
  /** Which part each position is of, from 1. */
  const partOf = new Uint16Array(size);
  for (const [part, columns] of parts.entries()) {
    for (const position of columns.positions) partOf[position] = part + 1;
  }
  /** Places in the whole, by place in the part. */
  const places = parts.map((columns) => new Int32Array(columns.positions.length));
  const next = new Int32Array(parts.length);
  for (let position = 0, i = 0; position < size; position++) {
    const part = partOf[position]! - 1;
    if (part < 0) continue;
    const own = next[part]!++;
    const columns = parts[part]!;
    places[part]![own] = i;
    positions[i] = position;
    starts[i] = columns.starts[own]!;
    ends[i] = columns.ends[own]!;
    salience[i] = columns.salience[own]!;
    i++;
  }
  const asked = (ask: (columns: Columns) => readonly number[]): number[] =>
    parts.flatMap((columns, part) => ask(columns).map((own) => places[part]![own]!));
  return {
    positions,
    starts,
    ends,
    salience,
    count: (window) => parts.reduce((sum, columns) => sum + columns.count(window), 0),
    meeting: (window) => asked((columns) => columns.meeting(window)).sort(byPlace),
    top: (window, limit) =>
      asked((columns) => columns.top(window, limit))
        .sort((a, b) => salience[b]! - salience[a]! || a - b)
        .slice(0, limit),
  };
}
