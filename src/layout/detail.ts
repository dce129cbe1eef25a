import type { EventStore } from '../store/store.ts';
import { type Glyph, glyphOf, labelledReach, markReach } from './marks.ts';
import { createShelves, packRows, type Shelves } from './rows.ts';
import { levelScale, SLACK } from './scale.ts';
import { type Emphasis, emphasisOf, labelWidth } from './titles.ts';

/** How much of a lane is drawn singly. `density`: the top titles over a ridge that counts everything. */
export type Detail = 'bars' | 'dots' | 'density';

/** What is decided about a lane for one zoom level, over all its events. Parallel to the lane's columns. */
export interface LaneLevel {
  readonly detail: Detail;
  /** Row of each event, or -1: not drawn singly but counted. */
  readonly rows: Int8Array;
  /** 1 where the row has room for the label too. */
  readonly labelled: Uint8Array;
}

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

/** Below this many events a lane shows every mark; what finds no row is told as `+7`. */
const FEW = 40;
/** A lane becomes a ridge when more than this share of its marks would find no row. */
const CROWDED = 0.08;
/** Free room behind a label before the next mark of the row, px. */
const APART = 10;

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
 * @param rows that the lane has room for, ≥ 1. @param titleRows of them that hold titles when it is a ridge.
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
  if (before?.detail === 'bars') return before;
  const spans = footprints(events, level);
  const shelves = createShelves(rows);
  const answer = { rows: new Int8Array(events.size).fill(-1), labelled: new Uint8Array(events.size) };

  if (before) {
    for (let i = 0; i < events.size; i++) {
      if (before.labelled[i]) keep(i, before.rows[i]!);
    }
  }
  function keep(i: number, row: number): void {
    const [from, to] = spans.labelled(i);
    shelves.put(row, from, to);
    answer.rows[i] = row;
    answer.labelled[i] = 1;
  }

  const crowded = isCrowded(events, spans, rows);
  const title = (i: number, into: Shelves, most: number): number => {
    const [from, to] = spans.labelled(i);
    const last = before?.rows[i] ?? -1;
    const row = last >= 0 && last < most && into.fits(last, from, to) ? last : into.free(from, to, most);
    if (row >= 0) into.put(row, from, to);
    return row;
  };

  if (crowded) {
    for (const i of events.bySalience) {
      if (answer.labelled[i]) continue;
      const row = title(i, shelves, titleRows);
      if (row >= 0) {
        answer.rows[i] = row;
        answer.labelled[i] = 1;
      }
    }
    return { ...answer, detail: 'density' };
  }

  // Titles take room from marks. Try with all the titles that fit, and with fewer while marks are left without a row.
  let best: { rows: Int8Array; labelled: Uint8Array; left: number } | null = null;
  for (const share of [1, 0.5, 0.2, 0]) {
    const trial = shelves.copy();
    const [trialRows, trialLabelled] = [answer.rows.slice(), answer.labelled.slice()];
    const most = Math.ceil(events.size * share);
    for (let k = 0; k < most; k++) {
      const i = events.bySalience[k]!;
      if (trialLabelled[i]) continue;
      const row = title(i, trial, rows);
      if (row < 0) continue;
      trialRows[i] = row;
      trialLabelled[i] = 1;
    }
    let left = 0;
    for (let i = 0; i < events.size; i++) {
      if (trialLabelled[i]) continue;
      const [from, to] = spans.mark(i);
      const last = before?.rows[i] ?? -1;
      const row = last >= 0 && trial.fits(last, from, to) ? last : trial.free(from, to, rows);
      if (row >= 0) trial.put(row, from, to);
      else left++;
      trialRows[i] = row;
    }
    if (!best || left < best.left) best = { rows: trialRows, labelled: trialLabelled, left };
    if (left === 0) break;
  }
  const { left, ...found } = best!;
  const all = left === 0 && found.labelled.every((has) => has === 1);
  return { ...found, detail: all ? 'bars' : 'dots' };
}

/** Takes away what no longer fits when zoomed out beyond the coarsest level; what stays keeps its row. */
function thin(
  events: LaneEvents,
  base: LaneLevel,
  rows: number,
  titleRows: number,
  level: number,
): LaneLevel {
  const spans = footprints(events, level);
  const shelves = createShelves(rows);
  const answer = { rows: new Int8Array(events.size).fill(-1), labelled: new Uint8Array(events.size) };
  const crowded = isCrowded(events, spans, rows);
  for (const i of events.bySalience) {
    const row = base.rows[i]!;
    if (!base.labelled[i] || (crowded && row >= titleRows)) continue;
    const [from, to] = spans.labelled(i);
    if (!shelves.fits(row, from, to)) continue;
    shelves.put(row, from, to);
    answer.rows[i] = row;
    answer.labelled[i] = 1;
  }
  if (crowded) return { ...answer, detail: 'density' };
  for (let i = 0; i < events.size; i++) {
    if (answer.labelled[i]) continue;
    const [from, to] = spans.mark(i);
    const last = base.rows[i]!;
    const row = last >= 0 && shelves.fits(last, from, to) ? last : shelves.free(from, to, rows);
    if (row >= 0) shelves.put(row, from, to);
    answer.rows[i] = row;
  }
  return { ...answer, detail: answer.labelled.every((has) => has === 1) ? 'bars' : 'dots' };
}

interface Footprints {
  /** Time that a mark takes, days, at the least favourable scale of the level. */
  mark(i: number): readonly [from: number, to: number];
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
    mark: (i) => over(i, markReach, 1.5),
    labelled: (i) => over(i, (glyph, scale) => labelledReach(glyph, events.width(i), scale), APART),
  };
}

/** Whether so many marks would find no row that a ridge tells more. */
function isCrowded(events: LaneEvents, spans: Footprints, rows: number): boolean {
  if (events.size <= FEW) return false;
  return missing(events, spans, rows) > events.size * CROWDED;
}

function missing(events: LaneEvents, spans: Footprints, rows: number): number {
  const lastEnd = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY);
  let left = 0;
  for (let i = 0; i < events.size; i++) {
    const [from, to] = spans.mark(i);
    const row = lastEnd.findIndex((end) => end <= from);
    if (row < 0) left++;
    else lastEnd[row] = to;
  }
  return left;
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
