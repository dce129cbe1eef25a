import type { TimelineEvent } from '../model/event.ts';
import type { Columns, EventStore, Window } from './store.ts';
import { type SalienceTree, salienceTree } from './tree.ts';

/**
 * Indexes events in memory: typed arrays sorted by start, by end and by middle for each category, and a tree of last
 * ends and highest salience over blocks of them. Building costs O(n log n), O(n) when the events come in time order;
 * counting O(log n), a histogram O(bins · log n), the top k about O(k · log n).
 * @param events in any order, ids unique, start < end, all finite. Kept, not modified.
 */
export function createStore(events: readonly TimelineEvent[]): EventStore {
  const ordered = inOrder(events);
  const lanes = indexLanes(ordered);
  let ids: Map<string, number> | null = null;

  let extent: Window | null = null;
  for (const lane of lanes.values()) {
    const start = lane.starts[0]!;
    const end = lane.sortedEnds[lane.sortedEnds.length - 1]!;
    extent = extent
      ? { start: Math.min(extent.start, start), end: Math.max(extent.end, end) }
      : { start, end };
  }

  return {
    size: ordered.length,
    extent,
    categories: [...lanes.keys()].sort(),
    at(index) {
      const event = ordered[index];
      if (!event) throw new RangeError(`no event at ${index}, expected 0 to ${ordered.length - 1}`);
      return event;
    },
    indexOf(id) {
      // Made when first asked for: drawing alone never needs it.
      ids ??= new Map(ordered.map((event, index) => [event.id, index]));
      return ids.get(id) ?? -1;
    },
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

function indexLanes(ordered: readonly TimelineEvent[]): Map<string, Lane> {
  const sizes = new Map<string, number>();
  for (const { category } of ordered) sizes.set(category, (sizes.get(category) ?? 0) + 1);
  const open = new Map<string, { lane: Columns; middles: Float64Array; filled: number }>();
  for (const [category, size] of sizes) {
    const lane = {
      positions: new Int32Array(size),
      starts: new Float64Array(size),
      ends: new Float64Array(size),
      salience: new Float32Array(size),
    };
    open.set(category, { lane, middles: new Float64Array(size), filled: 0 });
  }
  ordered.forEach((event, position) => {
    const entry = open.get(event.category)!;
    const i = entry.filled++;
    const { start, end } = event.time;
    entry.lane.positions[i] = position;
    entry.lane.starts[i] = start;
    entry.lane.ends[i] = end;
    entry.lane.salience[i] = event.salience;
    entry.middles[i] = (start + end) / 2;
  });
  const lanes = new Map<string, Lane>();
  for (const [category, { lane, middles }] of open) {
    lanes.set(category, {
      ...lane,
      sortedEnds: lane.ends.slice().sort(),
      middles: middles.sort(),
      tree: salienceTree(lane.starts, lane.ends, lane.salience),
    });
  }
  return lanes;
}

function inOrder(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  for (let i = 1; i < events.length; i++) {
    if (inTime(events[i - 1]!, events[i]!) > 0) return events.slice().sort(inTime);
  }
  return events.slice();
}

function inTime(a: TimelineEvent, b: TimelineEvent): number {
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
