import { block, crowdedAt, meets } from './crowd.ts';
import { footprints, MARK } from './footprints.ts';
import type { LaneEvents } from './laneEvents.ts';
import { IN_RIDGE, type LaneLevel, NO_ROW } from './level.ts';
import { createShelves } from './rows.ts';

/** Takes away what no longer fits when zoomed out beyond the coarsest level; what stays keeps its row. */
export function thin(
  events: LaneEvents,
  base: LaneLevel,
  rows: number,
  titleRows: number,
  level: number,
): LaneLevel {
  const crowded = crowdedAt(events, rows, level, events.extent);
  const { members } = base;
  const spans = footprints(events, members, level);
  const shelves = createShelves(rows);
  block(shelves, crowded, titleRows, rows);
  const answer = {
    rows: new Int8Array(members.length).fill(NO_ROW),
    labelled: new Uint8Array(members.length),
  };
  const bySalience = Array.from(members, (_, m) => m)
    .filter((m) => base.labelled[m])
    .sort((a, b) => events.salience[members[b]!]! - events.salience[members[a]!]! || a - b);
  for (const m of bySalience) {
    const side = base.labelled[m]!;
    const [from, to] = [spans.from(m, side), spans.to(m, side)];
    if (!shelves.fits(base.rows[m]!, from, to)) continue;
    shelves.put(base.rows[m]!, from, to, m);
    answer.rows[m] = base.rows[m]!;
    answer.labelled[m] = base.labelled[m]!;
  }
  for (let m = 0; m < members.length; m++) {
    if (answer.labelled[m]) continue;
    const [from, to] = [spans.from(m, MARK), spans.to(m, MARK)];
    if (meets(crowded, from, to)) {
      answer.rows[m] = IN_RIDGE;
      continue;
    }
    const last = base.rows[m]!;
    const row = last >= 0 && shelves.fits(last, from, to) ? last : shelves.free(from, to, rows);
    if (row >= 0) shelves.put(row, from, to, m);
    answer.rows[m] = row;
  }
  return { ...answer, members, crowded };
}
