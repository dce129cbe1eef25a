import type { LaneIndex, TableIndex } from './index.ts';
import { inRisingOrder } from './rising.ts';
import { growTree } from './tree.ts';

/**
 * The index of some rows of a table, out of the index of all. What is sorted by start stays sorted, so only ends and
 * middles are sorted again: much less than indexing anew.
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
    after[position] = keep[row] ? filled : -1;
    if (keep[row]) rows[filled++] = row;
  }
  return { order: rows, lanes: lanes.map((lane) => narrowLane(lane, after)) };
}

function narrowLane(lane: LaneIndex, after: Int32Array): LaneIndex {
  const size = lane.positions.length;
  let kept = 0;
  for (let i = 0; i < size; i++) if (after[lane.positions[i]!]! >= 0) kept++;
  // A lane that is kept whole, as all but one are when a category is hidden, is sorted already.
  if (kept === size) return { ...lane, positions: lane.positions.map((position) => after[position]!) };
  const columns = {
    positions: new Int32Array(kept),
    starts: new Float64Array(kept),
    ends: new Float64Array(kept),
    salience: new Float32Array(kept),
  };
  const middles = new Float64Array(kept);
  for (let i = 0, k = 0; i < size; i++) {
    const position = after[lane.positions[i]!]!;
    if (position < 0) continue;
    columns.positions[k] = position;
    columns.starts[k] = lane.starts[i]!;
    columns.ends[k] = lane.ends[i]!;
    columns.salience[k] = lane.salience[i]!;
    middles[k] = (lane.starts[i]! + lane.ends[i]!) / 2;
    k++;
  }
  return {
    ...columns,
    sortedEnds: inRisingOrder(columns.ends, columns.starts, columns.ends),
    middles: inRisingOrder(middles, columns.starts, columns.ends),
    tree: growTree(columns),
  };
}
