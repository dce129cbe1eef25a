import type { LaneIndex, TableIndex } from './index.ts';
import { inRisingOrder } from './rising.ts';
import { growTree } from './tree.ts';

/**
 * The index of some rows of a table, out of the index of all. What is sorted by start stays sorted, and ends and middles
 * do where their orders are known; else they are sorted again: in any case much less than indexing anew.
 * @param keep 1 for each row that stays, else 0; parallel to the table.
 * @returns an index for the same table, of as many events as are kept.
 */
export function narrowIndex({ order, lanes }: TableIndex, keep: Uint8Array): TableIndex {
  const size = keep.length;
  let kept = 0;
  for (let row = 0; row < size; row++) kept += keep[row]!;
  /** Rows that stay, by their new position. */
  const rows = new Int32Array(kept);
  /** New position, by position among all; -1 for what is left out. */
  const after = new Int32Array(size);
  let filled = 0;
  for (let position = 0; position < size; position++) {
    const row = order ? order[position]! : position;
    if (keep[row]) {
      after[position] = filled;
      rows[filled++] = row;
    } else after[position] = -1;
  }
  return { order: rows, lanes: lanes.map((lane) => narrowLane(lane, after)) };
}

function narrowLane(lane: LaneIndex, after: Int32Array): LaneIndex {
  const size = lane.positions.length;
  /** 1 for each of the lane that stays. */
  const stays = new Uint8Array(size);
  let kept = 0;
  for (let i = 0; i < size; i++) {
    if (after[lane.positions[i]!]! < 0) continue;
    stays[i] = 1;
    kept++;
  }
  // A lane that is kept whole, as all but one are when a category is hidden, is sorted already.
  if (kept === size) return { ...lane, positions: lane.positions.map((position) => after[position]!) };
  const columns = {
    positions: new Int32Array(kept),
    starts: new Float64Array(kept),
    ends: new Float64Array(kept),
    salience: new Float32Array(kept),
  };
  for (let i = 0, k = 0; i < size; i++) {
    if (!stays[i]) continue;
    columns.positions[k] = after[lane.positions[i]!]!;
    columns.starts[k] = lane.starts[i]!;
    columns.ends[k] = lane.ends[i]!;
    columns.salience[k] = lane.salience[i]!;
    k++;
  }
  return { ...columns, ...sortedOf(lane, columns, stays, kept), tree: growTree(columns) };
}

/** Ends and middles of what stays of a lane, rising. */
function sortedOf(
  { byEnd, byMiddle, sortedEnds, middles }: LaneIndex,
  { starts, ends }: Pick<LaneIndex, 'starts' | 'ends'>,
  stays: Uint8Array,
  kept: number,
): Pick<LaneIndex, 'sortedEnds' | 'middles'> {
  if (byEnd && byMiddle) {
    return {
      sortedEnds: those(sortedEnds, byEnd, stays, kept),
      middles: those(middles, byMiddle, stays, kept),
    };
  }
  const between = new Float64Array(kept);
  for (let k = 0; k < kept; k++) between[k] = (starts[k]! + ends[k]!) / 2;
  return {
    sortedEnds: inRisingOrder(ends, starts, ends),
    middles: inRisingOrder(between, starts, ends),
  };
}

/** The values that stay. @param order places of the values; both parallel. */
function those(values: Float64Array, order: Int32Array, stays: Uint8Array, kept: number): Float64Array {
  const out = new Float64Array(kept);
  for (let i = 0, k = 0; k < kept; i++) if (stays[order[i]!]) out[k++] = values[i]!;
  return out;
}
