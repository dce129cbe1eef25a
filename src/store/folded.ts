import type { Fold } from './fold.ts';
import type { LaneIndex, TableIndex } from './index.ts';
import type { EventTable } from './table.ts';
import { growTree } from './tree.ts';

/**
 * The same events in folded time. A store over it answers in that time, and says so; its events keep their dates. O(n).
 * @param table in real time. @param fold null: the table itself.
 */
export const foldTable = (table: EventTable, fold: Fold | null): EventTable =>
  fold
    ? {
        ...table,
        fold,
        starts: table.starts.map(fold.toFolded),
        ends: table.ends.map(fold.toFolded),
      }
    : table;

/**
 * The index of a folded table, out of that of the table: a fold rises everywhere, so what was sorted by start stays so.
 * Much less than indexing anew.
 */
export const foldIndex = (index: TableIndex, fold: Fold | null): TableIndex =>
  fold ? { order: index.order, lanes: index.lanes.map((lane) => foldLane(lane, fold)) } : index;

function foldLane(lane: LaneIndex, { toFolded }: Fold): LaneIndex {
  const columns = {
    positions: lane.positions,
    starts: lane.starts.map(toFolded),
    ends: lane.ends.map(toFolded),
    salience: lane.salience,
  };
  // The middle of what lasts over a gap is another one now.
  const middles = columns.starts.map((start, i) => (start + columns.ends[i]!) / 2).sort();
  return { ...columns, sortedEnds: lane.sortedEnds.map(toFolded), middles, tree: growTree(columns) };
}
