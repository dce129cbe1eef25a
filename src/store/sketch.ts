import type { TimelineEvent } from '../model/event.ts';
import { createTableStore } from './memory.ts';
import type { Columns, EventStore, Window } from './store.ts';
import type { EventTable } from './table.ts';

/** Into so many bins time is cut for counting. */
const BINS = 4096;
/** Of each category about so many events, the most salient, are known singly. */
const KNOWN = 1500;
/** Shares of 0 … 1 into which saliences are sorted. */
const SHARES = 1024;

/**
 * A store to begin with, made in two passes over a table: while the whole is being indexed elsewhere, it answers
 * for the first views. It counts all events, exactly over all time and to a {@link BINS}th of it elsewhere, and knows the
 * most salient singly. O(n), a tenth of what an index takes.
 * @param table kept, not modified; not empty.
 */
export function sketchStore(table: EventTable): EventStore {
  const known = foremost(table);
  const few = createTableStore(known.table);
  const counts = countBins(table);
  const { extent } = counts;
  const lanes = new Map<string, Columns>();
  table.categories.forEach((key, place) => {
    if (counts.sizes[place] === 0) return;
    const { positions, starts, ends, salience, meeting, top } = few.columns(key);
    const count = (window: Window) => counts.meeting(place, window);
    lanes.set(key, { positions, starts, ends, salience, meeting, top, count });
  });
  return {
    size: table.starts.length,
    extent,
    ...(table.fold ? { fold: table.fold } : {}),
    categories: [...lanes.keys()].sort(),
    at: few.at,
    indexOf: few.indexOf,
    figured: few.figured,
    top: few.top,
    meeting: few.meeting,
    count: (category, window) => lanes.get(category)?.count(window) ?? 0,
    counts(category, edges) {
      const lane = lanes.get(category);
      const counts = new Uint32Array(edges.length - 1);
      if (!lane) return counts;
      for (let i = 0; i < counts.length; i++)
        counts[i] = lane.count({ start: edges[i]!, end: edges[i + 1]! });
      return counts;
    },
    histogram(category, window, bins) {
      const place = table.categories.indexOf(category);
      const out = new Array<number>(bins).fill(0);
      if (place < 0) return out;
      const width = (window.end - window.start) / bins;
      let low = counts.middlesBefore(place, window.start);
      for (let bin = 0; bin < bins; bin++) {
        const high = counts.middlesBefore(
          place,
          bin === bins - 1 ? window.end : window.start + width * (bin + 1),
        );
        out[bin] = high - low;
        low = high;
      }
      return out;
    },
    columns: (category) => lanes.get(category) ?? few.columns(category),
  };
}

/** The most salient events of each category as a table of their own, in the order of their rows. */
function foremost(table: EventTable): { readonly table: EventTable } {
  const { categories, category, salience, starts, ends } = table;
  const size = starts.length;
  const shareOf = (row: number) => Math.min(Math.max(Math.floor(salience[row]! * SHARES), 0), SHARES - 1);
  const shares = new Uint32Array(categories.length * SHARES);
  for (let row = 0; row < size; row++) shares[category[row]! * SHARES + shareOf(row)]!++;
  const least = categories.map((_, place) => {
    let [share, sum] = [SHARES, 0];
    while (share > 0 && sum < KNOWN) sum += shares[place * SHARES + --share]!;
    return share;
  });
  const rows: number[] = [];
  // A category whose events are all equally salient would be taken whole: twice as many are enough.
  const left = categories.map(() => 2 * KNOWN);
  for (let row = 0; row < size; row++) {
    const place = category[row]!;
    if (shareOf(row) < least[place]! || left[place] === 0) continue;
    left[place]!--;
    rows.push(row);
  }
  const places = new Map(rows.map((row, i) => [row, i]));
  return {
    table: {
      categories,
      category: Uint16Array.from(rows, (row) => category[row]!),
      starts: Float64Array.from(rows, (row) => starts[row]!),
      ends: Float64Array.from(rows, (row) => ends[row]!),
      salience: Float32Array.from(rows, (row) => salience[row]!),
      figured: table.figured.flatMap((row) => places.get(row) ?? []),
      event: (i): TimelineEvent => table.event(rows[i]!),
      rowOf: (id) => places.get(table.rowOf(id)) ?? -1,
    },
  };
}

interface Counts {
  readonly extent: Window;
  readonly sizes: readonly number[];
  /** Events of the category at a place that meet a window. */
  meeting(place: number, window: Window): number;
  /** Middles before an instant. */
  middlesBefore(place: number, instant: number): number;
}

function countBins({ categories, category, starts, ends }: EventTable): Counts {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < starts.length; row++) {
    if (starts[row]! < start) start = starts[row]!;
    if (ends[row]! > end) end = ends[row]!;
  }
  const perDay = BINS / (end - start);
  const binOf = (instant: number) => Math.min(Math.floor((instant - start) * perDay), BINS - 1);
  const [begun, ended, middles] = [0, 0, 0].map(() => new Uint32Array(categories.length * BINS)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const sizes = categories.map(() => 0);
  for (let row = 0; row < starts.length; row++) {
    const place = category[row]!;
    sizes[place]!++;
    begun[place * BINS + binOf(starts[row]!)]!++;
    ended[place * BINS + binOf(ends[row]!)]!++;
    middles[place * BINS + binOf((starts[row]! + ends[row]!) / 2)]!++;
  }
  for (const counts of [begun, ended, middles]) {
    for (let i = 1; i < counts.length; i++) if (i % BINS > 0) counts[i]! += counts[i - 1]!;
  }
  /** How many of the counted lie before an instant; within a bin they count as spread evenly. */
  const before = (counts: Uint32Array, place: number, instant: number): number => {
    const at = (instant - start) * perDay;
    if (at <= 0) return 0;
    if (at >= BINS) return sizes[place]!;
    const bin = Math.floor(at);
    const low = bin === 0 ? 0 : counts[place * BINS + bin - 1]!;
    return Math.round(low + (counts[place * BINS + bin]! - low) * (at - bin));
  };
  return {
    extent: { start, end },
    sizes,
    meeting: (place, window) =>
      window.end <= window.start
        ? 0
        : Math.max(before(begun, place, window.end) - before(ended, place, window.start), 0),
    middlesBefore: (place, instant) => before(middles, place, instant),
  };
}
