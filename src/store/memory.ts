import type { TimelineEvent } from '../model/event.ts';
import type { Fold } from './fold.ts';
import { foldTable } from './folded.ts';
import { indexTable, type LaneIndex, type TableIndex } from './index.ts';
import type { Columns, EventStore, Window } from './store.ts';
import { type EventTable, tableOf } from './table.ts';
import { meeting, top } from './tree.ts';

/**
 * Indexes events in memory: {@link createTableStore} over their columns.
 * @param events in any order, ids unique, start < end, all finite. Kept, not modified.
 * @param keyOf what an event is of where that is not its category. Positions are the same whatever it says.
 * @param fold of time; null for none.
 */
export const createStore = (
  events: readonly TimelineEvent[],
  keyOf?: (event: TimelineEvent) => string,
  fold?: Fold | null,
): EventStore => createTableStore(foldTable(tableOf(inOrder(events), keyOf), fold ?? null));

/**
 * Answers from typed arrays sorted by start, by end and by middle for each category, and a tree of last ends and
 * highest salience over blocks of them: counting costs O(log n), a histogram O(bins · log n), the top k about
 * O(k · log n). No event is asked for.
 * @param table kept, not modified.
 * @param index of this table, or of some of its rows, where it has been made already.
 */
export function createTableStore(
  table: EventTable,
  index: TableIndex = indexTable(table, table.categories.length),
): EventStore {
  const { order } = index;
  const rowAt = (position: number): number => (order ? order[position]! : position);
  const lanes = new Map<string, Lane>();
  table.categories.forEach((key, place) => {
    const lane = index.lanes[place]!;
    if (lane.positions.length > 0) lanes.set(key, laneOf(lane));
  });
  const size = order ? order.length : table.starts.length;
  let positions: Int32Array | null = null;

  let extent: Window | null = null;
  for (const lane of lanes.values()) {
    const start = lane.starts[0]!;
    const end = lane.sortedEnds[lane.sortedEnds.length - 1]!;
    extent = extent
      ? { start: Math.min(extent.start, start), end: Math.max(extent.end, end) }
      : { start, end };
  }

  return {
    size,
    extent,
    ...(table.fold ? { fold: table.fold } : {}),
    categories: [...lanes.keys()].sort(),
    at(position) {
      if (!(position >= 0 && position < size))
        throw new RangeError(`no event at ${position}, expected 0 to ${size - 1}`);
      return table.event(rowAt(position));
    },
    indexOf(id) {
      const row = table.rowOf(id);
      if (row < 0 || !order) return row;
      positions ??= inverse(order, table.starts.length);
      return positions[row]!;
    },
    figured: figuredIn(table, order),
    top(category, window, limit) {
      const lane = lanes.get(category);
      return lane ? lane.top(window, limit).map((i) => lane.positions[i]!) : [];
    },
    meeting(category, window) {
      const lane = lanes.get(category);
      return lane ? lane.meeting(window).map((i) => lane.positions[i]!) : [];
    },
    count: (category, window) => lanes.get(category)?.count(window) ?? 0,
    counts(category, edges) {
      const lane = lanes.get(category);
      return lane ? countBetween(lane.starts, lane.sortedEnds, edges) : new Uint32Array(edges.length - 1);
    },
    histogram(category, window, bins) {
      const counts = new Array<number>(bins).fill(0);
      const lane = lanes.get(category);
      if (!lane) return counts;
      const width = (window.end - window.start) / bins;
      let low = before(lane.middles, window.start);
      for (let bin = 0; bin < bins; bin++) {
        const edge = bin === bins - 1 ? window.end : window.start + width * (bin + 1);
        const high = before(lane.middles, edge);
        counts[bin] = high - low;
        low = high;
      }
      return counts;
    },
    columns: (category) => lanes.get(category) ?? NOTHING,
  };
}

interface Lane extends Columns {
  readonly sortedEnds: Float64Array;
  readonly middles: Float64Array;
}

const NOTHING: Columns = {
  positions: new Int32Array(0),
  starts: new Float64Array(0),
  ends: new Float64Array(0),
  salience: new Float32Array(0),
  count: () => 0,
  meeting: () => [],
  top: () => [],
};

function laneOf(lane: LaneIndex): Lane {
  const { starts, ends, sortedEnds, salience, positions, middles, tree } = lane;
  return {
    positions,
    starts,
    ends,
    salience,
    sortedEnds,
    middles,
    // Every event that ended by window.start also started before window.end.
    count: (window) =>
      window.end <= window.start ? 0 : before(starts, window.end) - upTo(sortedEnds, window.start),
    meeting: (window) => meeting(lane, tree, window),
    top: (window, limit) => top(lane, tree, window, limit),
  };
}

/** Positions by row; -1 for rows that are left out. */
function inverse(order: Int32Array, rows: number): Int32Array {
  const positions = new Int32Array(rows).fill(-1);
  for (let position = 0; position < order.length; position++) positions[order[position]!] = position;
  return positions;
}

function figuredIn({ figured, starts }: EventTable, order: Int32Array | null): readonly number[] {
  if (!order || figured.length === 0) return figured;
  const positions = inverse(order, starts.length);
  return figured
    .map((row) => positions[row]!)
    .filter((position) => position >= 0)
    .sort((a, b) => a - b);
}

/** Events in the order of time; of the same time, in the order in which they are told. The same list where it is that. */
export function inOrder(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const order = orderTold(events);
  return order ? Array.from(order, (i) => events[i]!) : events;
}

/** Places in a list of events, in the order of {@link inOrder}; null where they come in it. O(n) where time rises. */
export function orderTold(events: readonly TimelineEvent[]): Int32Array | null {
  let [sorted, rising] = [true, true];
  for (let i = 1; i < events.length && rising; i++) {
    const [a, b] = [events[i - 1]!, events[i]!];
    rising = (a.time.start - b.time.start || a.time.end - b.time.end) <= 0;
    sorted &&= compareTold(a, b) <= 0;
  }
  if (rising && sorted) return null;
  const order = new Int32Array(events.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  const compare = (i: number, j: number): number => compareTold(events[i]!, events[j]!);
  if (!rising) return order.sort(compare);
  // Only what is of the same time is still to be sorted.
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && sameTime(events[from]!, events[to]!)) to++;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    from = to;
  }
  return order;
}

const sameTime = (a: TimelineEvent, b: TimelineEvent): boolean =>
  a.time.start === b.time.start && a.time.end === b.time.end;

function compareTold(a: TimelineEvent, b: TimelineEvent): number {
  return a.time.start - b.time.start || a.time.end - b.time.end || inText(a, b) || compare(a.id, b.id);
}

/** What one document tells of the same day stays in the order in which it is told. */
function inText(a: TimelineEvent, b: TimelineEvent): number {
  const [p, q] = [a.sources[0], b.sources[0]];
  return p && q ? compare(p.document, q.document) || p.start - q.start : 0;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many meet each window between two edges. The edges rise as both lists do: each place is sought from the last one on. */
function countBetween(starts: Float64Array, sortedEnds: Float64Array, edges: Float64Array): Uint32Array {
  const counts = new Uint32Array(edges.length - 1);
  let begun = 0;
  let over = 0;
  for (let i = 0; i < counts.length; i++) {
    const start = edges[i]!;
    const end = edges[i + 1]!;
    begun = before(starts, end, begun, reach(starts, end, begun));
    over = upTo(sortedEnds, start, over, reach(sortedEnds, start, over));
    if (end > start) counts[i] = begun - over;
  }
  return counts;
}

/** A place behind `from` whose value is beyond a limit, or the end: not much further than the first such. */
function reach(rising: Float64Array, limit: number, from: number): number {
  let place = from;
  for (let step = 1; place < rising.length && rising[place]! <= limit; step *= 2) place += step;
  return Math.min(place, rising.length);
}

/** How many values of a rising array are < `limit`. @param low, high bounds of the answer, where they are known. */
function before(rising: Float64Array, limit: number, low = 0, high = rising.length): number {
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (rising[mid]! < limit) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** How many values of a rising array are ≤ `limit`. @param low, high as above. */
function upTo(rising: Float64Array, limit: number, low = 0, high = rising.length): number {
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (rising[mid]! <= limit) low = mid + 1;
    else high = mid;
  }
  return low;
}
