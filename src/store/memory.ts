import type { TimelineEvent } from '../model/event.ts';
import type { Columns, EventStore, Window } from './store.ts';
import { type EventTable, tableOf } from './table.ts';
import { type SalienceTree, salienceTree } from './tree.ts';

/**
 * Indexes events in memory: {@link createTableStore} over their columns.
 * @param events in any order, ids unique, start < end, all finite. Kept, not modified.
 */
export const createStore = (events: readonly TimelineEvent[]): EventStore =>
  createTableStore(tableOf(inOrder(events)));

/**
 * Indexes a table in memory: typed arrays sorted by start, by end and by middle for each category, and a tree of last
 * ends and highest salience over blocks of them. Building costs O(n log n), O(n) when the rows come in time order;
 * counting O(log n), a histogram O(bins · log n), the top k about O(k · log n). About 70 bytes an event beside the table's
 * own; no event is asked for.
 * @param table kept, not modified.
 */
export function createTableStore(table: EventTable): EventStore {
  const order = inTime(table);
  const rowAt = (position: number): number => (order ? order[position]! : position);
  const lanes = indexLanes(table, order);
  const size = table.starts.length;
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
    categories: [...lanes.keys()].sort(),
    at(index) {
      if (!(index >= 0 && index < size))
        throw new RangeError(`no event at ${index}, expected 0 to ${size - 1}`);
      return table.event(rowAt(index));
    },
    indexOf(id) {
      const row = table.rowOf(id);
      if (row < 0 || !order) return row;
      positions ??= inverse(order);
      return positions[row]!;
    },
    figured: figuredIn(table, order),
    top(category, window, limit) {
      const lane = lanes.get(category);
      if (!lane || limit <= 0) return [];
      return lane.tree.top(window, limit).map((i) => lane.positions[i]!);
    },
    meeting(category, window) {
      const lane = lanes.get(category);
      return lane ? lane.tree.meeting(window).map((i) => lane.positions[i]!) : [];
    },
    count(category, window) {
      const lane = lanes.get(category);
      if (!lane || window.end <= window.start) return 0;
      // Every event that ended by window.start also started before window.end.
      return before(lane.starts, window.end) - upTo(lane.sortedEnds, window.start);
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
  readonly tree: SalienceTree;
}

const NOTHING: Columns = {
  positions: new Int32Array(0),
  starts: new Float64Array(0),
  ends: new Float64Array(0),
  salience: new Float32Array(0),
};

function indexLanes(table: EventTable, order: Int32Array | null): Map<string, Lane> {
  const { categories, category, starts, ends, salience } = table;
  const sizes = new Int32Array(categories.length);
  for (let row = 0; row < category.length; row++) sizes[category[row]!]!++;
  const open = categories.map((_, place) => ({
    positions: new Int32Array(sizes[place]!),
    starts: new Float64Array(sizes[place]!),
    ends: new Float64Array(sizes[place]!),
    salience: new Float32Array(sizes[place]!),
    middles: new Float64Array(sizes[place]!),
  }));
  const filled = new Int32Array(categories.length);
  for (let position = 0; position < category.length; position++) {
    const row = order ? order[position]! : position;
    const place = category[row]!;
    const lane = open[place]!;
    const i = filled[place]!++;
    lane.positions[i] = position;
    lane.starts[i] = starts[row]!;
    lane.ends[i] = ends[row]!;
    lane.salience[i] = salience[row]!;
    lane.middles[i] = (starts[row]! + ends[row]!) / 2;
  }
  const lanes = new Map<string, Lane>();
  open.forEach(({ middles, ...lane }, place) => {
    if (lane.positions.length === 0) return;
    lanes.set(categories[place]!, {
      ...lane,
      sortedEnds: lane.ends.slice().sort(),
      middles: middles.sort(),
      tree: salienceTree(lane.starts, lane.ends, lane.salience),
    });
  });
  return lanes;
}

/** The rows in order of start, end and row; null when that is how they come. */
function inTime({ starts, ends }: EventTable): Int32Array | null {
  const size = starts.length;
  let [rising, sorted] = [true, true];
  for (let row = 1; row < size && rising; row++) {
    const by = starts[row]! - starts[row - 1]!;
    if (by < 0) rising = false;
    else if (by === 0 && ends[row]! < ends[row - 1]!) sorted = false;
  }
  if (rising && sorted) return null;
  const order = Int32Array.from({ length: size }, (_, row) => row);
  const compare = (a: number, b: number) => starts[a]! - starts[b]! || ends[a]! - ends[b]! || a - b;
  if (!rising) return order.sort(compare);
  // Only what starts together is still to be sorted: many short runs, which is much less to do.
  for (let from = 0; from < size; ) {
    let to = from + 1;
    while (to < size && starts[to] === starts[from]) to++;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    from = to;
  }
  return order;
}

function inverse(order: Int32Array): Int32Array {
  const positions = new Int32Array(order.length);
  for (let position = 0; position < order.length; position++) positions[order[position]!] = position;
  return positions;
}

function figuredIn({ figured }: EventTable, order: Int32Array | null): readonly number[] {
  if (!order || figured.length === 0) return figured;
  const positions = inverse(order);
  return figured.map((row) => positions[row]!).sort((a, b) => a - b);
}

/** Events in the order of time; of the same time, in the order in which they are told. */
function inOrder(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  for (let i = 1; i < events.length; i++) {
    if (compareTold(events[i - 1]!, events[i]!) > 0) return events.slice().sort(compareTold);
  }
  return events.slice();
}

function compareTold(a: TimelineEvent, b: TimelineEvent): number {
  return a.time.start - b.time.start || a.time.end - b.time.end || inText(a, b) || compare(a.id, b.id);
}

/** What one document tells of the same day stays in the order in which it is told. */
function inText(a: TimelineEvent, b: TimelineEvent): number {
  const [p, q] = [a.sources[0], b.sources[0]];
  return p && q ? compare(p.document, q.document) || p.start - q.start : 0;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many values of a rising array are < `limit`. */
function before(rising: Float64Array, limit: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (rising[mid]! < limit) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** How many values of a rising array are ≤ `limit`. */
function upTo(rising: Float64Array, limit: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (rising[mid]! <= limit) low = mid + 1;
    else high = mid;
  }
  return low;
}
