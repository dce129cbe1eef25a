import type { Window } from '../store/store.ts';
import { BLOCKED, block, crowdedAt, meets, PIECE, shared } from './crowd.ts';
import { footprints, LEFT, MARK, RIGHT } from './footprints.ts';
import type { LaneEvents } from './laneEvents.ts';
import { IN_RIDGE, type LaneLevel, NO_ROW } from './level.ts';
import { membersOf, TITLES } from './members.ts';
import { createShelves } from './rows.ts';
import { airOf, levelScale } from './scale.ts';
import { foremost, inTurn } from './turns.ts';

/** What does not change from level to level of a lane. */
export interface Ground {
  readonly rows: number;
  /** Of the rows, those that hold titles over a ridge. */
  readonly titleRows: number;
  /** What lasts so long is placed before anything short, days. */
  readonly lasting: number;
  /** Whether the lane is decided over all of its events at once. */
  readonly whole: boolean;
}

/**
 * Decides a level of a lane, or of a region of it, on the ground of the level before. What was named keeps its row;
 * then the foremost choose, what lasts long, the others by salience, and last the marks without a title.
 * @param before null for the level from which rows grow.
 */
export function grow(
  events: LaneEvents,
  before: LaneLevel | null,
  { rows, titleRows, lasting, whole }: Ground,
  level: number,
  region: Window,
): LaneLevel {
  const found = crowdedAt(events, rows, level, region);
  const crowded = before ? shared(found, before.crowded) : found;
  const members = membersOf(events, before, crowded, level, region, whole);
  const spans = footprints(events, members, level);
  const earlier = rowsBefore(before, members);
  const shelves = createShelves(rows);
  block(shelves, crowded, titleRows, rows);
  const answer = {
    rows: new Int8Array(members.length).fill(NO_ROW),
    labelled: new Uint8Array(members.length),
  };
  const unnamed: number[] = [];
  for (let m = 0; m < members.length; m++) {
    if (!earlier.labelled[m]) {
      unnamed.push(m);
      continue;
    }
    const side = earlier.labelled[m]!;
    shelves.put(earlier.rows[m]!, spans.from(m, side), spans.to(m, side), m);
    answer.rows[m] = earlier.rows[m]!;
    answer.labelled[m] = earlier.labelled[m]!;
  }
  const { start, end } = events.extent;
  const air = airOf(events.extent);
  /** Whether a label at a side stays within all time that is shown. Where neither does, it is too long for both. */
  const staysIn = (m: number, side: number): boolean =>
    side === RIGHT ? spans.to(m, RIGHT) <= end + air : spans.from(m, LEFT) >= start - air;
  // A label that once found room only on the left goes right as soon as it can, where people look for it.
  for (let m = 0; m < members.length; m++) {
    if (answer.labelled[m] !== LEFT || !staysIn(m, RIGHT)) continue;
    const from = spans.from(m, RIGHT);
    const to = spans.to(m, RIGHT);
    if (!shelves.widen(answer.rows[m]!, from, to, m)) continue;
    shelves.shrink(answer.rows[m]!, from, to);
    answer.labelled[m] = RIGHT;
  }
  /** The row of the level before, if it is free: what has a place keeps it. */
  const last = (m: number, from: number, to: number): number => {
    const row = earlier.rows[m]!;
    return row >= 0 && shelves.fits(row, from, to) ? row : -1;
  };
  const { heads, lengths } = inTurn(events, members, unnamed, rows);
  /** Names a member with its label at a side, if that side has room in its row, or in any where it has none. */
  const nameAt = (m: number, side: number, least: number): boolean => {
    if (!staysIn(m, side)) return false;
    const from = spans.from(m, side);
    const to = spans.to(m, side);
    if (answer.rows[m]! >= 0) {
      if (!shelves.widen(answer.rows[m]!, from, to, m)) return false;
    } else {
      let row = last(m, from, to);
      if (row < 0) row = shelves.free(from, to, rows, least);
      if (row < 0) row = shelves.free(from, to, least);
      if (row < 0) return false;
      shelves.put(row, from, to, m);
      answer.rows[m] = row;
    }
    answer.labelled[m] = side;
    return true;
  };
  /** On the right if it can be. @param least row to take; a lower one only if none of these is free. */
  const name = (m: number, least = 0): boolean => nameAt(m, RIGHT, least) || nameAt(m, LEFT, least);

  const first = foremost(events, members, level);
  for (let h = 0; h < heads.length; h++) {
    const head = heads[h]!;
    if (lengths[head] === 1 && first.has(unnamed[head]!)) name(unnamed[head]!);
  }
  // What lasts long finds no gap among what is short, so it goes next, into the lower half: the upper rows are for titles.
  const lasts = (m: number): number => events.ends[members[m]!]! - events.starts[members[m]!]!;
  const long = unnamed.filter(
    (m) => !answer.labelled[m] && lasts(m) >= lasting && events.glyph(members[m]!).kind !== 'point',
  );
  for (const m of long.sort((a, b) => lasts(b) - lasts(a) || b - a)) {
    const from = spans.from(m, MARK);
    const to = spans.to(m, MARK);
    if (meets(crowded, from, to)) continue;
    let row = last(m, from, to);
    for (let r = rows - 1; r * 2 >= rows - 1 && row < 0; r--) if (shelves.fits(r, from, to)) row = r;
    if (row < 0) continue;
    shelves.put(row, from, to, m);
    answer.rows[m] = row;
  }
  const tried = new Map<number, number>();
  const scale = levelScale(level);
  /** Whether so many have tried for a title over this piece of a ridge that the rest need not. */
  const isHopeless = (m: number): boolean => {
    if (crowded.length === 0) return false;
    const i = members[m]!;
    const middle = (events.starts[i]! + events.ends[i]!) / 2;
    if (!meets(crowded, middle, middle)) return false;
    const piece = Math.floor((middle * scale) / (PIECE * 4));
    const tries = (tried.get(piece) ?? 0) + 1;
    tried.set(piece, tries);
    return tries > TITLES * 4;
  };
  for (let h = 0; h < heads.length; h++) {
    const head = heads[h]!;
    const length = lengths[head]!;
    let least = 0;
    for (let k = head; k < head + length; k++) {
      const m = unnamed[k]!;
      if (!answer.labelled[m] && !isHopeless(m)) name(m, least);
      if (length > 1 && answer.labelled[m]) least = Math.min(answer.rows[m]! + 1, rows - 1);
    }
  }
  for (let k = 0; k < unnamed.length; k++) {
    const m = unnamed[k]!;
    if (answer.rows[m]! >= 0) continue;
    const from = spans.from(m, MARK);
    const to = spans.to(m, MARK);
    if (meets(crowded, from, to)) {
      answer.rows[m] = IN_RIDGE;
      continue;
    }
    let row = last(m, from, to);
    if (row < 0) row = shelves.roomiest(from, to, spans.to(m, RIGHT) - to, rows);
    if (row < 0) row = makeRoom(from, to);
    if (row >= 0) shelves.put(row, from, to, m);
    answer.rows[m] = row;
  }

  // Marks that lost their title, or never had one, may find room for it in another row now that all stand.
  for (let h = 0; h < heads.length; h++) {
    const head = heads[h]!;
    for (let k = head; k < head + lengths[head]!; k++) {
      const m = unnamed[k]!;
      const row = answer.rows[m]!;
      if (row < 0 || answer.labelled[m]) continue;
      const from = spans.from(m, MARK);
      shelves.remove(row, from);
      answer.rows[m] = NO_ROW;
      if (name(m)) continue;
      shelves.put(row, from, spans.to(m, MARK), m);
      answer.rows[m] = row;
    }
  }

  /**
   * A mark goes before a title: takes away the titles that stand in its way in one row, new and least salient first.
   * Only the foremost stay, so that every lane says what it is about however narrow the picture.
   */
  function makeRoom(from: number, to: number): number {
    let best = -1;
    let price = Number.POSITIVE_INFINITY;
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (const m of shelves.within(row, from, to)) {
        const fixed = m === BLOCKED || !answer.labelled[m] || first.has(m);
        sum =
          fixed || (spans.from(m, MARK) < to && spans.to(m, MARK) > from)
            ? Number.POSITIVE_INFINITY
            : sum + 1 + (earlier.labelled[m] ? 1 : 0) + events.salience[members[m]!]!;
      }
      if (sum >= price) continue;
      best = row;
      price = sum;
    }
    if (best < 0) return -1;
    for (const m of shelves.within(best, from, to)) {
      answer.labelled[m] = 0;
      shelves.shrink(best, spans.from(m, MARK), spans.to(m, MARK));
    }
    return best;
  }
  return { ...answer, members, crowded };
}

/** What the level before says of these members. */
function rowsBefore(before: LaneLevel | null, members: Int32Array): Pick<LaneLevel, 'rows' | 'labelled'> {
  if (before?.members === members) return before;
  const rows = new Int8Array(members.length).fill(NO_ROW);
  const labelled = new Uint8Array(members.length);
  if (!before) return { rows, labelled };
  for (let m = 0, b = 0; m < members.length; m++) {
    while (b < before.members.length && before.members[b]! < members[m]!) b++;
    if (before.members[b] !== members[m]) continue;
    rows[m] = before.rows[b]!;
    labelled[m] = before.labelled[b]!;
  }
  return { rows, labelled };
}
