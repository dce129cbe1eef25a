import type { LaneIndex, TableIndex } from './index.ts';
import { growTree } from './tree.ts';

/**
 * The index of some rows of a table, out of the index of all. What is sorted by start stays sorted, so only ends and
 * middles are sorted again: much less than indexing anew.
 * @param keep 1 for each row that stays, else 0; parallel to the table.
 * @returns an index for the same table, of as many events as are kept.
 */
export function narrowIndex({ order, lanes }: TableIndex, keep: Uint8Array): TableIndex {
  let kept = 0;
  /** Position among the kept, by position among all; those left out have the next one's. */
  const after = new Int32Array(keep.length);
  for (let position = 0; position < keep.length; position++) {
    after[position] = kept;
    if (keep[order ? order[position]! : position]) kept++;
  }
  const rows = new Int32Array(kept);
  for (let position = 0; position < keep.length; position++) {
    const row = order ? order[position]! : position;
    if (keep[row]) rows[after[position]!] = row;
  }
  return {
    order: rows,
    lanes: lanes.map((lane) =>
      narrowLane(lane, (position) => keep[order ? order[position]! : position] === 1, after),
    ),
  };
}

function narrowLane(lane: LaneIndex, keeps: (position: number) => boolean, after: Int32Array): LaneIndex {
  const size = lane.positions.length;
  const chosen = new Int32Array(size);
  let kept = 0;
  for (let i = 0; i < size; i++) if (keeps(lane.positions[i]!)) chosen[kept++] = i;
  // A lane that is kept whole, as all but one are when a category is hidden, is sorted already.
  if (kept === size) return { ...lane, positions: lane.positions.map((position) => after[position]!) };
  const columns = {
    positions: new Int32Array(kept),
    starts: new Float64Array(kept),
    ends: new Float64Array(kept),
    salience: new Float32Array(kept),
  };
  const middles = new Float64Array(kept);
  for (let k = 0; k < kept; k++) {
    const i = chosen[k]!;
    columns.positions[k] = after[lane.positions[i]!]!;
    columns.starts[k] = lane.starts[i]!;
    columns.ends[k] = lane.ends[i]!;
    columns.salience[k] = lane.salience[i]!;
    middles[k] = (lane.starts[i]! + lane.ends[i]!) / 2;
  }
  return {
    ...columns,
    sortedEnds: columns.ends.slice().sort(),
    middles: middles.sort(),
    tree: growTree(columns),
  };
}
