import type { TimelineEvent } from '../model/event.ts';
import type { EventStore, Window } from '../store/store.ts';
import { DOT, GAP, type Glyph, glyphOf, isSoft, labelledReach, markReach, WIDE_DAY } from './marks.ts';
import { createShelves, packRows, type Shelves } from './rows.ts';
import { airOf, LEVELS, levelScale, SLACK } from './scale.ts';
import { type Emphasis, emphasisOf, labelWidth } from './titles.ts';

/** What is decided about a lane, or about a long stretch of a very full one, for one zoom level. */
export interface LaneLevel {
  /** Indices of the events that were looked at, rising. All others stand where it is crowded. */
  readonly members: Int32Array;
  /** Row of each member, or {@link NO_ROW}, or {@link IN_RIDGE}. */
  readonly rows: Int8Array;
  /** Where the row has room for the member's label too: {@link RIGHT} of the mark or inside it, or {@link LEFT}; else 0. */
  readonly labelled: Uint8Array;
  /** Stretches of time in which a ridge stands for the marks, days; rising, apart. */
  readonly crowded: readonly Stretch[];
}

/** Instead of a row: there is none left, so the event is told as a number where it lies. */
export const NO_ROW = -1;
/** Instead of a row: a ridge counts the event. */
export const IN_RIDGE = -2;

/** Sides on which a row has room for a label. */
export const RIGHT = 1;
export const LEFT = 2;

/** [from, to) in days. */
export type Stretch = readonly [from: number, to: number];

/** The lane's events as they are drawn, read off when first asked for. Indices are those of the lane's columns. */
export interface LaneEvents {
  readonly size: number;
  /** First start and last end of the whole store. */
  readonly extent: Window;
  readonly salience: Float32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  glyph(i: number): Glyph;
  event(i: number): TimelineEvent;
  /** Width of the title, px. */
  width(i: number): number;
  emphasis(i: number): Emphasis;
  /** Index of an event of this lane by id, or -1. */
  indexOf(id: string): number;
  /** How many meet a window. */
  count(window: Window): number;
  /** All that meet a window, and the most salient of them. */
  meeting(window: Window): readonly number[];
  top(window: Window, limit: number): readonly number[];
}

/** Lanes of at most so many events have no ridge: every mark is shown, and what finds no row is told as `+7`. */
const FEW = 40;
/** Lanes of at most so many events are decided over all of them at once; larger ones around the view. */
const WHOLE = 1200;
/** Least width of the tiles of time around which a very full lane is decided, px: two of them lie beyond the view. */
const TILE = 2048;
/**
 * Time is judged crowded or not in pieces of this width, px. A piece alone among quiet ones keeps its marks, and what
 * finds no row there is told as a number too.
 */
const PIECE = 96;
/** So many quiet pieces between two crowded ones are no clearing yet. */
const CLEARING = 2;
/** Width that a mark takes of a row in that judgement, px: dots that touch tell nothing more than a ridge. */
const BREATH = 24;
/** In each stretch of this width one title goes first and stays, px, even where marks then find no row. */
const FOREMOST = 320;
/** What is at least this long at the coarsest level, px, is placed before anything short. */
const LASTING = 2;
/** Of a crowded piece only so many, the most salient, are tried as titles; reckoned over four pieces together. */
const TITLES = 6;
/** Less than can be seen, but more than what arithmetic loses: by so much soft ends may overlap, px. */
const TOUCH = 0.01;
/** Free room behind a label before the next mark of the row, px. */
const APART = 12;

/**
 * Decides rows for every zoom level, each when first asked for and then kept.
 *
 * Levels are nested: an event that has a row with room for its label keeps that row on all finer levels, for footprints
 * measured in days only shrink when zooming in. So zooming in adds titles and moves none. On the coarsest level, and
 * for what is new on a level, the most salient choose first, each the topmost free row; the marks without a label
 * follow in the order of time. Beyond the coarsest level (`base`), zooming out only takes titles away.
 *
 *     level    base-1 ◀─thin── base ──grow──▶ base+1 ──grow──▶ base+2 …
 *
 * Where more marks come together than the rows can hold, a ridge takes the lower rows over that stretch of time, and
 * titles alone the upper ones. Stretches, too, only shrink when zooming in:
 *
 *     row 0   ● title        ● title     ● title   ● title
 *     row 1      ● title          ● title     ● title
 *     row 2   ●──── title     ╱╲__╱╲╱▔▔╲   ● title
 *     row 3     ● ● title   _╱          ╲_    ● ●
 *                           └─ crowded ──┘
 *
 * A lane of many thousands is decided for three tiles of time around the view, each at least as wide as the view; what
 * lies two widths away has no say in what is seen.
 * @param rows that the lane has room for, ≥ 1. @param titleRows of them that hold titles over a ridge.
 * @param base level from which rows grow.
 */
export function createLevels(events: LaneEvents, rows: number, titleRows: number, base: number): Levels {
  const made = new Map<string, LaneLevel>();
  const lasting = LASTING / levelScale(base);
  const isWhole = (level: number): boolean => events.size <= WHOLE || level <= base;
  const keyOf = (level: number, tile: number, size: number): string =>
    isWhole(level) ? String(level) : `${level}/${size}/${tile}`;
  const get = (level: number, tile: number, size: number): LaneLevel => {
    const whole = isWhole(level);
    const key = keyOf(level, tile, size);
    const known = made.get(key);
    if (known) return known;
    const days = tileDays(level, size);
    const region = whole ? events.extent : { start: (tile - 1) * days, end: (tile + 2) * days };
    let answer: LaneLevel;
    if (level < base) {
      answer = thin(events, get(base, 0, size), rows, titleRows, level);
    } else if (level === base) {
      answer = grow(events, null, rows, titleRows, level, region, lasting);
    } else {
      // Tiles halve when the scale doubles: the tile above is the same one or the one that holds it.
      const above = tileDays(level - 1, size) === days ? tile : Math.floor(tile / 2);
      answer = grow(events, get(level - 1, above, size), rows, titleRows, level, region, lasting);
    }
    if (made.size >= MOST_KEPT) made.delete(made.keys().next().value!);
    made.set(key, answer);
    return answer;
  };
  const place = (level: number, view: Window): readonly [tile: number, size: number] => {
    const width = (view.end - view.start) * levelScale(level + 1);
    const size = TILE * 2 ** Math.max(0, Math.ceil(Math.log2(width / TILE)));
    return [Math.floor((view.start + view.end) / 2 / tileDays(level, size)), size];
  };
  return {
    at: (level, view) => get(level, ...place(level, view)),
    has: (level, view) => made.has(keyOf(level, ...place(level, view))),
  };
}

/** The levels of a lane, each decided when first asked for. */
export interface Levels {
  /** What holds for a view at a level. */
  at(level: number, view: Window): LaneLevel;
  /** Whether that has been decided already. */
  has(level: number, view: Window): boolean;
}

/** Regions kept for a lane: enough for all levels on the way to any place, and some places. */
const MOST_KEPT = 400;

/** Length of a tile, days; the same for the levels in which the scale doubles. @param size px at the first of them. */
const tileDays = (level: number, size: number): number =>
  size / levelScale(Math.floor(level / LEVELS) * LEVELS);

function grow(
  events: LaneEvents,
  before: LaneLevel | null,
  rows: number,
  titleRows: number,
  level: number,
  region: Window,
  lasting: number,
): LaneLevel {
  const found = crowdedAt(events, rows, level, region);
  const crowded = before ? shared(found, before.crowded) : found;
  const members = membersOf(events, before, crowded, level, region);
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
  // A label that once found room only on the left goes right as soon as it can, where people look for it.
  for (let m = 0; m < members.length; m++) {
    if (answer.labelled[m] !== LEFT || sidesOf(events, m, spans)[0] !== RIGHT) continue;
    const [from, to] = [spans.from(m, RIGHT), spans.to(m, RIGHT)];
    if (!shelves.widen(answer.rows[m]!, from, to, m)) continue;
    shelves.shrink(answer.rows[m]!, from, to);
    answer.labelled[m] = RIGHT;
  }
  /** The row of the level before, if it is free: what has a place keeps it. */
  const last = (m: number, from: number, to: number): number => {
    const row = earlier.rows[m]!;
    return row >= 0 && shelves.fits(row, from, to) ? row : -1;
  };
  const order = inTurn(events, members, unnamed, rows);
  /** @param least row to take; a lower one only if none of these is free. */
  const name = (m: number, least = 0): void => {
    for (const side of sidesOf(events, m, spans)) {
      const [from, to] = [spans.from(m, side), spans.to(m, side)];
      if (answer.rows[m]! >= 0) {
        if (!shelves.widen(answer.rows[m]!, from, to, m)) continue;
      } else {
        let row = last(m, from, to);
        if (row < 0) row = shelves.free(from, to, rows, least);
        if (row < 0) row = shelves.free(from, to, least);
        if (row < 0) continue;
        shelves.put(row, from, to, m);
        answer.rows[m] = row;
      }
      answer.labelled[m] = side;
      break;
    }
  };

  const first = foremost(events, members, level);
  for (const turn of order) if (turn.length === 1 && first.has(turn[0]!)) name(turn[0]!);
  // What lasts long finds no gap among what is short, so it goes next, into the lower half: the upper rows are for titles.
  const lasts = (m: number): number => events.ends[members[m]!]! - events.starts[members[m]!]!;
  const long = unnamed.filter(
    (m) => !answer.labelled[m] && lasts(m) >= lasting && events.glyph(members[m]!).kind !== 'point',
  );
  for (const m of long.sort((a, b) => lasts(b) - lasts(a) || b - a)) {
    const [from, to] = [spans.from(m, MARK), spans.to(m, MARK)];
    if (meets(crowded, from, to)) continue;
    let row = last(m, from, to);
    for (let r = rows - 1; r * 2 >= rows - 1 && row < 0; r--) if (shelves.fits(r, from, to)) row = r;
    if (row < 0) continue;
    shelves.put(row, from, to, m);
    answer.rows[m] = row;
  }
  const tried = new Map<number, number>();
  /** Whether so many have tried for a title over this piece of a ridge that the rest need not. */
  const isHopeless = (m: number): boolean => {
    const i = members[m]!;
    const middle = (events.starts[i]! + events.ends[i]!) / 2;
    if (!meets(crowded, middle, middle)) return false;
    const piece = Math.floor((middle * levelScale(level)) / (PIECE * 4));
    const tries = (tried.get(piece) ?? 0) + 1;
    tried.set(piece, tries);
    return tries > TITLES * 4;
  };
  for (const turn of order) {
    let least = 0;
    for (const m of turn) {
      if (!answer.labelled[m] && !isHopeless(m)) name(m, least);
      if (turn.length > 1 && answer.labelled[m]) least = Math.min(answer.rows[m]! + 1, rows - 1);
    }
  }
  for (const m of unnamed) {
    if (answer.rows[m]! >= 0) continue;
    const [from, to] = [spans.from(m, MARK), spans.to(m, MARK)];
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
  for (const turn of order) {
    for (const m of turn) {
      const row = answer.rows[m]!;
      if (row < 0 || answer.labelled[m]) continue;
      const [from, to] = [spans.from(m, MARK), spans.to(m, MARK)];
      shelves.remove(row, from);
      answer.rows[m] = NO_ROW;
      name(m);
      if (answer.labelled[m]) continue;
      shelves.put(row, from, to, m);
      answer.rows[m] = row;
    }
  }

  /**
   * A mark goes before a title: takes away the titles that stand in its way in one row, new and least salient first.
   * Only the foremost stay, so that every lane says what it is about however narrow the picture.
   */
  function makeRoom(from: number, to: number): number {
    let [best, price] = [-1, Number.POSITIVE_INFINITY];
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (const m of shelves.within(row, from, to)) {
        const fixed = m === BLOCKED || !answer.labelled[m] || first.has(m);
        sum =
          fixed || (spans.from(m, MARK) < to && spans.to(m, MARK) > from)
            ? Number.POSITIVE_INFINITY
            : sum + 1 + (earlier.labelled[m] ? 1 : 0) + events.salience[members[m]!]!;
      }
      if (sum < price) [best, price] = [row, sum];
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

/**
 * The sides to try for a label, better first: left for what would stand beyond the end of all time that is shown. None
 * where the title is too long for either side.
 */
function sidesOf(events: LaneEvents, m: number, spans: Footprints): readonly number[] {
  const { start, end } = events.extent;
  const air = airOf(end - start);
  const left = spans.from(m, LEFT) >= start - air;
  if (spans.to(m, RIGHT) <= end + air) return left ? RIGHT_FIRST : RIGHT_ONLY;
  return left ? LEFT_ONLY : NEITHER;
}

const RIGHT_FIRST = [RIGHT, LEFT] as const;
const RIGHT_ONLY = [RIGHT] as const;
const LEFT_ONLY = [LEFT] as const;
const NEITHER = [] as const;

/**
 * Whose turn it is to be named: the most salient first. Events of the same time take their turn together, in the order
 * of the text and downwards, when there are rows enough for all of them.
 */
function inTurn(
  events: LaneEvents,
  members: Int32Array,
  unnamed: readonly number[],
  rows: number,
): number[][] {
  const turns: { readonly members: number[]; salience: number }[] = [];
  for (let k = 0; k < unnamed.length; ) {
    let next = k + 1;
    while (next < unnamed.length && sameTime(events, members[unnamed[k]!]!, members[unnamed[next]!]!)) next++;
    const together = unnamed.slice(k, next);
    for (const part of together.length > rows ? together.map((m) => [m]) : [together]) {
      turns.push({
        members: part,
        salience: part.reduce((most, m) => Math.max(most, events.salience[members[m]!]!), 0),
      });
    }
    k = next;
  }
  return turns
    .sort((a, b) => b.salience - a.salience || a.members[0]! - b.members[0]!)
    .map((turn) => turn.members);
}

const sameTime = (events: LaneEvents, i: number, j: number): boolean =>
  events.starts[i] === events.starts[j] && events.ends[i] === events.ends[j];

/** The most salient of each stretch of time that is as wide as a phone, of those whose title fits on one. */
function foremost(events: LaneEvents, members: Int32Array, level: number): Set<number> {
  const { starts, ends, salience } = events;
  const stretch = FOREMOST / levelScale(level);
  const best = new Map<number, number>();
  for (let m = 0; m < members.length; m++) {
    const i = members[m]!;
    const at = Math.floor((starts[i]! + ends[i]!) / 2 / stretch);
    const other = best.get(at);
    if (other !== undefined && salience[i]! <= salience[members[other]!]!) continue;
    // Asked last: measuring a title costs more than all the rest.
    if (events.width(i) <= FOREMOST * 0.8) best.set(at, m);
  }
  return new Set(best.values());
}

/** Names a stretch in which a row is kept free. */
const BLOCKED = -1;

/** Takes away what no longer fits when zoomed out beyond the coarsest level; what stays keeps its row. */
function thin(
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

/**
 * The events to find rows for: all of a small lane; of a large one those of the quiet pieces of the region, the most
 * salient of the crowded ones, and what was named before.
 */
function membersOf(
  events: LaneEvents,
  before: LaneLevel | null,
  crowded: readonly Stretch[],
  level: number,
  region: Window,
): Int32Array {
  if (events.size <= WHOLE) return before?.members ?? Int32Array.from({ length: events.size }, (_, i) => i);
  const chosen = new Set<number>();
  before?.members.forEach((i, m) => {
    if (before.labelled[m] && events.starts[i]! < region.end && events.ends[i]! > region.start) chosen.add(i);
  });
  let quiet = region.start;
  // Cut at whole multiples, wherever the region begins, so that neighbouring regions choose the same.
  const chunk = (PIECE * 4) / levelScale(level);
  let cut = Number.NEGATIVE_INFINITY;
  for (const [from, to] of [...crowded, [region.end, region.end] as const]) {
    // A mark is a little wider than its event: what touches the quiet from within the crowd is looked at too.
    for (const i of events.meeting({ start: quiet, end: from })) chosen.add(i);
    quiet = to;
    for (let at = Math.max(Math.floor(from / chunk), cut); at * chunk < to; at++) {
      for (const i of events.top({ start: at * chunk, end: (at + 1) * chunk }, TITLES * 4)) chosen.add(i);
      cut = at + 1;
    }
  }
  return Int32Array.from(chosen).sort();
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

/** Keeps the rows below the titles free for ridges. */
function block(shelves: Shelves, crowded: readonly Stretch[], titleRows: number, rows: number): void {
  for (const [from, to] of crowded) {
    for (let row = titleRows; row < rows; row++) shelves.put(row, from, to, BLOCKED);
  }
}

/** Whether [from, to) meets one of the stretches. */
export function meets(stretches: readonly Stretch[], from: number, to: number): boolean {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (stretches[mid]![1] <= from) low = mid + 1;
    else high = mid;
  }
  return low < stretches.length && stretches[low]![0] < to;
}

/** What two lists of stretches have in common. */
function shared(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  const both: Stretch[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [p, q] = [a[i]!, b[j]!];
    const [from, to] = [Math.max(p[0], q[0]), Math.min(p[1], q[1])];
    if (from < to) both.push([from, to]);
    if (p[1] < q[1]) i++;
    else j++;
  }
  return both;
}

/** Where so many marks come together that a ridge tells more. */
function crowdedAt(events: LaneEvents, rows: number, level: number, region: Window): Stretch[] {
  if (events.size <= FEW) return [];
  const piece = PIECE / levelScale(level);
  const most = Math.max((rows * PIECE) / BREATH, 4);
  const first = Math.floor(Math.max(region.start, events.extent.start) / piece);
  const last = Math.ceil(Math.min(region.end, events.extent.end) / piece);
  const stretches: [from: number, to: number][] = [];
  for (let at = first; at < last; at++) {
    if (events.count({ start: at * piece, end: (at + 1) * piece }) <= most) continue;
    const before = stretches[stretches.length - 1];
    if (before && at - before[1] <= CLEARING) before[1] = at + 1;
    else stretches.push([at, at + 1]);
  }
  const wide = stretches.filter(([from, to]) => to - from > 1);
  // Nor is what lies between a crowd and where the lane begins or ends.
  const begin = Math.floor(events.starts[0]! / piece);
  const end = Math.ceil(events.extent.end / piece);
  const [head, tail] = [wide[0], wide[wide.length - 1]];
  if (head && head[0] - begin <= CLEARING) head[0] = Math.min(begin, head[0]);
  if (tail && end - tail[1] <= CLEARING) tail[1] = Math.max(end, tail[1]);
  return wide.map(([from, to]) => [from * piece, to * piece]);
}

/** Instead of a side: the mark without its label. */
const MARK = 0;

/** Time that a member takes at the least favourable scale of a level, days. */
interface Footprints {
  /** Of its mark alone ({@link MARK}), or with its label at a side, or inside where that is possible. */
  from(m: number, side: number): number;
  to(m: number, side: number): number;
}

/**
 * A level is used from a little below its scale to a little above the next one's: both must hold. Each footprint is
 * measured when first asked for and kept, since rows are tried many times.
 */
function footprints(events: LaneEvents, members: ArrayLike<number>, level: number): Footprints {
  const [low, high] = [levelScale(level) / SLACK, levelScale(level + 1) * SLACK];
  const wide = Math.max((DOT + 1.5) / low, 0.5);
  /** from, to of the mark; of it with a label on the right; with one on the left. NaN: not measured yet. */
  const known = new Float64Array(members.length * 6).fill(Number.NaN);

  function measure(m: number, side: number, place: number): void {
    const i = members[m]!;
    const glyph = events.glyph(i);
    const width = side === MARK ? 0 : events.width(i);
    const { at } = glyph;
    // Most events by far are days that are dots at both scales; for them there is nothing to compare.
    if (glyph.plain && high < WIDE_DAY) {
      const far = side === MARK ? wide : Math.max((DOT + GAP + width + APART) / low, wide);
      known[place] = at - (side === LEFT ? far : wide);
      known[place + 1] = at + (side === RIGHT ? far : wide);
      return;
    }
    // A day counts as the whole day also where it is still a dot: it becomes a bar on a finer level.
    let [from, to] = glyph.plain ? [-0.5 + TOUCH / low, 0.5 - TOUCH / low] : [0, 0];
    for (const scale of [low, high]) {
      const [markLeft, markRight] = markReach(glyph, scale);
      const [left, right] =
        side === MARK ? [markLeft, markRight] : labelledReach(glyph, width, scale, side === LEFT);
      // Soft ends may touch, so that days and months that follow each other share a row.
      const air = isSoft(glyph, scale) ? -TOUCH : 1.5;
      from = Math.min(from, (left - (left < markLeft ? APART : air)) / scale);
      to = Math.max(to, (right + (right > markRight ? APART : air)) / scale);
    }
    known[place] = at + from;
    known[place + 1] = at + to;
  }

  const ask = (m: number, side: number, end: number): number => {
    const place = m * 6 + side * 2;
    if (Number.isNaN(known[place])) measure(m, side, place);
    return known[place + end]!;
  };
  return { from: (m, side) => ask(m, side, 0), to: (m, side) => ask(m, side, 1) };
}

/**
 * How many rows a lane would take if every event were named at a level; at most `most`. For lanes of many thousands
 * the answer is `most` without looking.
 */
export function rowsNeeded(events: LaneEvents, level: number, most: number): number {
  if (events.size > 5000) return most;
  // Where the most come together, a few often need more than there are: then the others need not be measured.
  const few = most * 4;
  if (events.size > few) {
    const first = densest(events.starts, few);
    if (packLabelled(events, level, first, few, most) === null) return most;
  }
  return packLabelled(events, level, 0, events.size, most) ?? most;
}

/** Rows that `count` events take from `first` on, each with its label; null when that is more than `most`. */
function packLabelled(
  events: LaneEvents,
  level: number,
  first: number,
  count: number,
  most: number,
): number | null {
  const members = Int32Array.from({ length: count }, (_, m) => first + m);
  const spans = footprints(events, members, level);
  const order = Array.from(members, (_, m) => m).sort((a, b) => spans.from(a, RIGHT) - spans.from(b, RIGHT));
  const rows = packRows(
    order.map((m) => spans.from(m, RIGHT)),
    order.map((m) => spans.to(m, RIGHT)),
    most,
  );
  let deepest = 0;
  for (const row of rows) {
    if (row < 0) return null;
    deepest = Math.max(deepest, row + 1);
  }
  return deepest;
}

/** Where `count` values of a rising list, fewer than it has, lie closest together: index of the first. */
function densest(rising: Float64Array, count: number): number {
  let best = 0;
  for (let i = 0; i + count <= rising.length; i++) {
    if (rising[i + count - 1]! - rising[i]! < rising[best + count - 1]! - rising[best]!) best = i;
  }
  return best;
}

/** The events of a category as a lane draws them. @param store not empty. */
export function laneEvents(store: EventStore, category: string): LaneEvents {
  const { positions, salience, starts, ends } = store.columns(category);
  const size = positions.length;
  const glyphs = new Array<Glyph | undefined>(size);
  const widths = new Float32Array(size);
  const emphasis = emphasisOf(store);
  const event = (i: number): TimelineEvent => store.at(positions[i]!);
  const here = (position: number): number => indexIn(positions, position);
  return {
    size,
    extent: store.extent!,
    salience,
    starts,
    ends,
    event,
    glyph(i) {
      glyphs[i] ??= glyphOf(event(i));
      return glyphs[i]!;
    },
    width(i) {
      if (widths[i] === 0) widths[i] = labelWidth(event(i).title, emphasis(salience[i]!));
      return widths[i]!;
    },
    emphasis: (i) => emphasis(salience[i]!),
    indexOf(id) {
      const position = store.indexOf(id);
      const i = position < 0 ? -1 : here(position);
      return positions[i] === position ? i : -1;
    },
    count: (window) => store.count(category, window),
    meeting: (window) => store.meeting(category, window).map(here),
    top: (window, limit) => store.top(category, window, limit).map(here),
  };
}

/** Index of a value in a rising array that holds it. */
function indexIn(rising: Int32Array, value: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (rising[mid]! < value) low = mid + 1;
    else high = mid;
  }
  return low;
}
