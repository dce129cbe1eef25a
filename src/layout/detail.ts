import type { EventStore } from '../store/store.ts';
import { type Glyph, glyphOf, labelledReach, markReach } from './marks.ts';
import { createShelves, packRows, type Shelves } from './rows.ts';
import { levelScale, SLACK } from './scale.ts';
import { type Emphasis, emphasisOf, labelWidth } from './titles.ts';

/**
 * What is decided about a lane for one zoom level, over all its events. `rows` and `labelled` are parallel to the lane's
 * columns.
 */
export interface LaneLevel {
  /** Row of each event, or -1: not drawn singly but counted. */
  readonly rows: Int8Array;
  /** 1 where the row has room for the label too. */
  readonly labelled: Uint8Array;
  /** Stretches of time in which a ridge stands for the marks, days; rising, apart. */
  readonly crowded: readonly Stretch[];
}

/** [from, to) in days. */
export type Stretch = readonly [from: number, to: number];

/** The lane's events as they are drawn, read off when first asked for. Indices are those of the lane's columns. */
export interface LaneEvents {
  readonly size: number;
  glyph(i: number): Glyph;
  /** Width of the title, px. */
  width(i: number): number;
  emphasis(i: number): Emphasis;
  readonly salience: Float32Array;
  /** Indices, most salient first, then earliest. */
  readonly bySalience: Uint32Array;
}

/** Lanes of at most so many events have no ridge: every mark is shown, and what finds no row is told as `+7`. */
const FEW = 40;
/** Time is judged crowded or not in pieces of this width, px, by how many marks in it find no row. */
const PIECE = 96;
const TOO_MANY = 3;
/** Room to the right that a mark takes in that judgement, px: dots that touch tell nothing more. */
const BREATH = 14;
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
 * @param rows that the lane has room for, ≥ 1. @param titleRows of them that hold titles over a ridge.
 * @param base level from which rows grow.
 */
export function createLevels(
  events: LaneEvents,
  rows: number,
  titleRows: number,
  base: number,
): (level: number) => LaneLevel {
  const made = new Map<number, LaneLevel>();
  const get = (level: number): LaneLevel => {
    const known = made.get(level);
    if (known) return known;
    const made1 =
      level < base
        ? thin(events, get(base), rows, titleRows, level)
        : grow(events, level === base ? null : get(level - 1), rows, titleRows, level);
    made.set(level, made1);
    return made1;
  };
  return (level) => {
    // From the coarsest up, so that the recursion stays shallow however far one zooms in.
    for (let at = base; at < level; at++) get(at);
    return get(level);
  };
}

function grow(
  events: LaneEvents,
  before: LaneLevel | null,
  rows: number,
  titleRows: number,
  level: number,
): LaneLevel {
  if (before?.crowded.length === 0 && before.labelled.every((has) => has === 1)) return before;
  const spans = footprints(events, level);
  const found = crowdedAt(events, spans, rows, level);
  const crowded = before ? shared(found, before.crowded) : found;
  const shelves = createShelves(rows);
  block(shelves, crowded, titleRows, rows);
  const answer = { rows: new Int8Array(events.size).fill(-1), labelled: new Uint8Array(events.size) };
  if (before) {
    for (let i = 0; i < events.size; i++) {
      if (!before.labelled[i]) continue;
      const [from, to] = spans.labelled(i);
      shelves.put(before.rows[i]!, from, to, i);
      answer.rows[i] = before.rows[i]!;
      answer.labelled[i] = 1;
    }
  }
  /** The row of the level before, if it is free: what has a place keeps it. */
  const last = (i: number, from: number, to: number): number => {
    const row = before?.rows[i] ?? -1;
    return row >= 0 && shelves.fits(row, from, to) ? row : -1;
  };
  for (const i of events.bySalience) {
    if (answer.labelled[i]) continue;
    const [from, to] = spans.labelled(i);
    let row = last(i, from, to);
    if (row < 0) row = shelves.free(from, to, rows);
    if (row < 0) continue;
    shelves.put(row, from, to, i);
    answer.rows[i] = row;
    answer.labelled[i] = 1;
  }
  for (let i = 0; i < events.size; i++) {
    if (answer.labelled[i]) continue;
    const [from, to] = spans.mark(i);
    if (meets(crowded, from, to)) continue;
    let row = last(i, from, to);
    if (row < 0) row = shelves.roomiest(from, to, spans.labelled(i)[1] - to, rows);
    if (row < 0) row = makeRoom(from, to);
    if (row >= 0) shelves.put(row, from, to, i);
    answer.rows[i] = row;
  }

  /** A mark goes before a title: takes away the titles that stand in its way in one row, new and least salient first. */
  function makeRoom(from: number, to: number): number {
    let [best, price] = [-1, Number.POSITIVE_INFINITY];
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (const i of shelves.within(row, from, to)) {
        const [low, high] = i === BLOCKED || !answer.labelled[i] ? EVERYWHERE : spans.mark(i);
        const kept = before?.labelled[i] ? 1 : 0;
        sum = low < to && high > from ? Number.POSITIVE_INFINITY : sum + 1 + kept + events.salience[i]!;
      }
      if (sum < price) [best, price] = [row, sum];
    }
    if (best < 0) return -1;
    for (const i of shelves.within(best, from, to)) {
      answer.labelled[i] = 0;
      shelves.shrink(best, ...spans.mark(i));
    }
    return best;
  }
  return { ...answer, crowded };
}

const EVERYWHERE = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
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
  const spans = footprints(events, level);
  const crowded = crowdedAt(events, spans, rows, level);
  const shelves = createShelves(rows);
  block(shelves, crowded, titleRows, rows);
  const answer = { rows: new Int8Array(events.size).fill(-1), labelled: new Uint8Array(events.size) };
  for (const i of events.bySalience) {
    if (!base.labelled[i]) continue;
    const row = base.rows[i]!;
    const [from, to] = spans.labelled(i);
    if (!shelves.fits(row, from, to)) continue;
    shelves.put(row, from, to, i);
    answer.rows[i] = row;
    answer.labelled[i] = 1;
  }
  for (let i = 0; i < events.size; i++) {
    if (answer.labelled[i]) continue;
    const [from, to] = spans.mark(i);
    if (meets(crowded, from, to)) continue;
    const last = base.rows[i]!;
    const row = last >= 0 && shelves.fits(last, from, to) ? last : shelves.free(from, to, rows);
    if (row >= 0) shelves.put(row, from, to, i);
    answer.rows[i] = row;
  }
  return { ...answer, crowded };
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

/** Where so many marks would find no row that a ridge tells more. */
function crowdedAt(events: LaneEvents, spans: Footprints, rows: number, level: number): Stretch[] {
  if (events.size <= FEW) return [];
  const piece = PIECE / levelScale(level);
  const missing = new Map<number, number>();
  const lastEnd = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < events.size; i++) {
    const [from, to] = spans.mark(i, BREATH);
    const row = lastEnd.findIndex((end) => end <= from);
    if (row >= 0) {
      lastEnd[row] = to;
    } else {
      const at = Math.floor(events.glyph(i).at / piece);
      missing.set(at, (missing.get(at) ?? 0) + 1);
    }
  }
  const pieces = [...missing].filter(([, n]) => n >= TOO_MANY).map(([at]) => at);
  const stretches: [from: number, to: number][] = [];
  for (const at of pieces.sort((a, b) => a - b)) {
    const before = stretches[stretches.length - 1];
    // A single quiet piece between two crowded ones is no clearing.
    if (before && at - before[1] <= 1) before[1] = at + 1;
    else stretches.push([at, at + 1]);
  }
  return stretches.map(([from, to]) => [from * piece, to * piece]);
}

interface Footprints {
  /** Time that a mark takes, days, at the least favourable scale of the level. @param air free room behind it, px. */
  mark(i: number, air?: number): readonly [from: number, to: number];
  /** The same with its label at its first choice. */
  labelled(i: number): readonly [from: number, to: number];
}

/** A level is used from a little below its scale to a little above the next one's: both must hold. */
function footprints(events: LaneEvents, level: number): Footprints {
  const scales = [levelScale(level) / SLACK, levelScale(level + 1) * SLACK];
  const over = (
    i: number,
    reachAt: (glyph: Glyph, scale: number) => readonly [number, number],
    air: number,
  ): readonly [number, number] => {
    const glyph = events.glyph(i);
    // A day counts as the whole day also where it is still a dot: it becomes a bar on a finer level.
    const day = glyph.kind === 'point' && !glyph.timed;
    let [from, to] = day ? [glyph.start - glyph.at, glyph.end - glyph.at] : [0, 0];
    for (const scale of scales) {
      const [left, right] = reachAt(glyph, scale);
      from = Math.min(from, (left - 1.5) / scale);
      to = Math.max(to, (right + air) / scale);
    }
    return [glyph.at + from, glyph.at + to];
  };
  return {
    mark: (i, air = 1.5) => over(i, markReach, air),
    labelled: (i) => over(i, (glyph, scale) => labelledReach(glyph, events.width(i), scale), APART),
  };
}

/**
 * How many rows a lane would take if every event were named at a level; at most `most`. For lanes of many thousands
 * the answer is `most` without looking.
 */
export function rowsNeeded(events: LaneEvents, level: number, most: number): number {
  if (events.size > 5000) return most;
  const spans = footprints(events, level);
  const places = Array.from({ length: events.size }, (_, i) => spans.labelled(i)).sort((a, b) => a[0] - b[0]);
  const rows = packRows(
    places.map(([from]) => from),
    places.map(([, to]) => to),
    most,
  );
  return rows.reduce((deepest, row) => Math.max(deepest, row < 0 ? most : row + 1), 1);
}

/** The events of a category as a lane draws them. */
export function laneEvents(store: EventStore, category: string): LaneEvents {
  const { positions, salience } = store.columns(category);
  const size = positions.length;
  const glyphs = new Array<Glyph | undefined>(size);
  const widths = new Float32Array(size);
  const emphasis = emphasisOf(store);
  let order: Uint32Array | null = null;
  return {
    size,
    salience,
    glyph(i) {
      glyphs[i] ??= glyphOf(store.at(positions[i]!));
      return glyphs[i]!;
    },
    width(i) {
      if (widths[i] === 0) widths[i] = labelWidth(store.at(positions[i]!).title, emphasis(salience[i]!));
      return widths[i]!;
    },
    emphasis: (i) => emphasis(salience[i]!),
    get bySalience() {
      order ??= Uint32Array.from({ length: size }, (_, i) => i).sort(
        (a, b) => salience[b]! - salience[a]! || a - b,
      );
      return order;
    },
  };
}
