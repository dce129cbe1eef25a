import { inRisingOrder, risingOrder } from './rising.ts';
import { growTree, type Tree } from './tree.ts';

/** What of a table is indexed; parallel. */
export interface Indexed {
  /** Place of the category in the table's list. */
  readonly category: Uint16Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly salience: Float32Array;
}

/** The events of a category, in time order. */
export interface LaneIndex {
  /** Positions in the whole, rising. */
  readonly positions: Int32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly salience: Float32Array;
  /** The ends and the middles again, each rising. */
  readonly sortedEnds: Float64Array;
  readonly middles: Float64Array;
  /**
   * Places of the events in the order of their ends, and of their middles, where those are known: then some of the events
   * are put in that order without sorting.
   */
  readonly byEnd?: Int32Array;
  readonly byMiddle?: Int32Array;
  readonly tree: Tree;
}

/** Plain arrays only, so that it can be made on another thread and handed over. About 50 bytes an event, and 8 for the orders. */
export interface TableIndex {
  /** Rows in order of start, end and row; null when that is how they come. */
  readonly order: Int32Array | null;
  /** By place of the category; some may be empty. */
  readonly lanes: readonly LaneIndex[];
}

/**
 * Sorts a table by time, category by category. O(n log n); where rows come in order of start nothing long is sorted
 * but ends and middles.
 * @param categories how many there are. @param orders whether the orders of ends and middles are wanted.
 */
export function indexTable(table: Indexed, categories: number, orders = false): TableIndex {
  const { category, starts, ends, salience } = table;
  const order = inTime(table);
  const sizes = new Int32Array(categories);
  for (let row = 0; row < category.length; row++) sizes[category[row]!]!++;
  const open = Array.from(sizes, (size) => ({
    positions: new Int32Array(size),
    starts: new Float64Array(size),
    ends: new Float64Array(size),
    salience: new Float32Array(size),
    middles: new Float64Array(size),
  }));
  const filled = new Int32Array(categories);
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
  return {
    order,
    lanes: open.map((lane) => ({
      ...lane,
      ...(orders ? inOrders(lane) : sorted(lane)),
      tree: growTree(lane),
    })),
  };
}

type Spans = Pick<LaneIndex, 'starts' | 'ends' | 'middles'>;

const sorted = ({ starts, ends, middles }: Spans) => ({
  middles: inRisingOrder(middles, starts, ends),
  sortedEnds: inRisingOrder(ends, starts, ends),
});

function inOrders({ starts, ends, middles }: Spans) {
  const byEnd = risingOrder(ends, starts, ends);
  const byMiddle = risingOrder(middles, starts, ends);
  return { byEnd, byMiddle, sortedEnds: picked(ends, byEnd), middles: picked(middles, byMiddle) };
}

function picked(values: Float64Array, order: Int32Array): Float64Array {
  const out = new Float64Array(order.length);
  for (let i = 0; i < out.length; i++) out[i] = values[order[i]!]!;
  return out;
}

/** The memory of an index, for handing it over without a copy. */
export const buffersOf = ({ order, lanes }: TableIndex): ArrayBuffer[] =>
  [
    ...(order ? [order] : []),
    ...lanes.flatMap((lane) => [
      lane.positions,
      lane.starts,
      lane.ends,
      lane.salience,
      lane.sortedEnds,
      lane.middles,
      ...(lane.byEnd ? [lane.byEnd] : []),
      ...(lane.byMiddle ? [lane.byMiddle] : []),
      lane.tree.lastEnd,
      lane.tree.highest,
    ]),
  ].map((array) => array.buffer as ArrayBuffer);

/** Runs of what starts together are sorted by inserting up to this length. */
const SHORT = 48;

function inTime({ starts, ends }: Indexed): Int32Array | null {
  const size = starts.length;
  let [rising, sorted] = [true, true];
  for (let row = 1; row < size && rising; row++) {
    const by = starts[row]! - starts[row - 1]!;
    if (by < 0) rising = false;
    else if (by === 0 && ends[row]! < ends[row - 1]!) sorted = false;
  }
  if (rising && sorted) return null;
  const order = new Int32Array(size);
  for (let row = 0; row < size; row++) order[row] = row;
  const compare = (a: number, b: number) => starts[a]! - starts[b]! || ends[a]! - ends[b]! || a - b;
  if (!rising) return order.sort(compare);
  // Only what starts together is still to be sorted: many short runs, which is much less to do.
  for (let from = 0; from < size; ) {
    let to = from + 1;
    while (to < size && starts[to] === starts[from]) to++;
    if (to - from > SHORT) order.subarray(from, to).sort(compare);
    else if (to - from > 1) insert(order, ends, from, to);
    from = to;
  }
  return order;
}

/** Sorts a short run by end; of the same end the earlier row stays first. */
function insert(order: Int32Array, ends: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const row = order[i]!;
    const end = ends[row]!;
    let at = i;
    for (; at > from && ends[order[at - 1]!]! > end; at--) order[at] = order[at - 1]!;
    order[at] = row;
  }
}
