import type { Days } from '../../model/days.ts';
import type { Box, Mark } from '../../scene/scene.ts';
import type { EventStore } from '../../store/store.ts';
import type { Lane } from '../arrangement.ts';
import { drawCollapsed } from '../collapsed.ts';
import { countRidge, drawRidge } from '../density.ts';
import { alongFoot, foundIn } from '../found.ts';
import { inksOf, laneInk } from '../inks.ts';
import { type LaneEvents, laneEvents } from '../laneEvents.ts';
import type { LaneFrame } from '../lanes.ts';
import { IN_RIDGE } from '../level.ts';
import { createLevels } from '../levels.ts';
import { DOT, drawMark, markReach, RING } from '../marks.ts';
import { rowsNeeded } from '../needs.ts';
import { peakOf } from '../peak.ts';
import { levelOf, levelScale, toPx } from '../scale.ts';
import { drawSmall } from '../single.ts';
import type { HitTarget, LaneSummary, TimelineInput } from '../timeline.ts';
import { told } from '../told.ts';
import { tracksOf } from './tracks.ts';

/** Width of a track, and what is free beside a column before the next one, px. */
export const TRACK = { wide: 14, narrow: 13 };
const BETWEEN = { wide: 4, narrow: 1 };
/** A lane has at most so many tracks. */
const MOST_TRACKS = 4;
/** Width of a column that is a thin line, px. */
const THIN = 17;
/** Height at which needs are judged, px: columns do not depend on how high the picture happens to be. */
const REFERENCE = 600;
/** What a search did not find is this opaque. */
const DIM = 0.22;

/** The least that a column takes, px. */
export const leastColumn = (narrow: boolean): number =>
  narrow ? TRACK.narrow + BETWEEN.narrow : TRACK.wide + BETWEEN.wide;

/** The columns of a chart whose time runs downwards: a lane each. `y` and `height` of a frame are across time. */
export interface Columns {
  readonly frames: readonly LaneFrame[];
  /** Of all of them together, px. */
  readonly width: number;
}

const memories = new WeakMap<EventStore, Map<string, Columns>>();
/** Widths come and go while a window is dragged, and each is asked for twice: with and without room for names. */
const KEPT = 8;

/** A lane's events where no title takes time: they stand in a column of their own. */
const untitled = (events: LaneEvents): LaneEvents => ({ ...events, width: () => 1 });

/** How columns are shared out. */
export interface ColumnsWish {
  /** Width that they may have, px; one track each is the least, whatever it says. */
  readonly width: number;
  readonly narrow: boolean;
  /** Keys of the lanes that are a thin line. */
  readonly thin: ReadonlySet<string>;
  /** Widths that columns have at least, px, by key, so that their names stand over them. */
  readonly least?: ReadonlyMap<string, number>;
}

/**
 * Shares out the width among the lanes that have events: to each as many tracks as its marks need at the scale where the
 * whole fits, the same number to all where that is too much. Depends on neither place nor zoom. Remembered.
 */
export function layoutColumns(store: EventStore, lanes: readonly Lane[], wish: ColumnsWish): Columns {
  const known = memories.get(store) ?? new Map<string, Columns>();
  memories.set(store, known);
  const { width, narrow, thin, least } = wish;
  const shown = lanes.map(({ key, name, colour }) => [key, name, colour, thin.has(key), least?.get(key)]);
  const question = JSON.stringify([width, narrow, shown]);
  const before = known.get(question);
  if (before) return before;
  const made = columnsOf(store, lanes, wish);
  if (known.size >= KEPT) known.delete(known.keys().next().value!);
  known.set(question, made);
  return made;
}

function columnsOf(store: EventStore, lanes: readonly Lane[], wish: ColumnsWish): Columns {
  const { width, narrow, thin, least } = wish;
  const { extent } = store;
  const size = narrow ? 'narrow' : 'wide';
  const [pitch, between] = [TRACK[size], BETWEEN[size]];
  const used = lanes.filter(({ key }) => store.columns(key).positions.length > 0);
  if (!extent || used.length === 0) return { frames: [], width: 0 };
  const base = levelOf(REFERENCE / ((extent.end - extent.start) * 1.08));
  const most = Math.min(Math.max(Math.floor((width / used.length - between) / pitch), 1), MOST_TRACKS);
  let y = 0;
  const frames = used.map(({ key, name, colour }): LaneFrame => {
    const events = untitled(laneEvents(store, key));
    const collapsed = thin.has(key);
    const rows = collapsed ? 0 : Math.min(Math.max(rowsNeeded(events, base, most), 1), most);
    const frame: LaneFrame = {
      key,
      name,
      colour,
      collapsed,
      events,
      levels: createLevels(events, rows, 0, base),
      y,
      height: Math.max(collapsed ? THIN : rows * pitch + between, least?.get(key) ?? 0),
      firstRow: pitch / 2,
      pitch,
      rows,
      titleRows: 0,
    };
    y += frame.height;
    return frame;
  });
  return { frames, width: y };
}

/** A column before it is turned: time runs along x. */
export interface DrawnColumn {
  readonly summary: LaneSummary;
  readonly ridge: readonly Mark[];
  readonly events: readonly { readonly id: string; readonly title: string | null; readonly marks: Mark[] }[];
  readonly hits: readonly HitTarget[];
  /** Where the mark of each event is across time, by id, px. */
  readonly across: ReadonlyMap<string, number>;
}

/**
 * Draws the marks of a column: all that are not counted by a ridge, and over a ridge those that are named.
 * @param strip where time runs, along x; across it are the columns. @param named ids of the events that have titles.
 * @param marked with no more events in view than that, none is counted by a ridge: each has its mark.
 */
export function drawColumn(
  lane: LaneFrame,
  input: TimelineInput,
  strip: Box,
  scale: number,
  level: number,
  named: ReadonlySet<string>,
  marked = 0,
): DrawnColumn {
  if (lane.collapsed) return drawThin(lane, input, strip, scale, level, named);
  const { store, view, theme, selected, found, locale } = input;
  const window = { start: view.start, end: view.end };
  const toX = (days: Days): number => toPx(days, view.start, strip.x, scale);
  const inView = store.count(lane.key, window);
  const at = inView > marked ? lane.levels.at(level, window) : null;
  const crowded = (at?.crowded ?? []).filter(([from, to]) => from < view.end && to > view.start);
  const inkOf = inksOf(lane, input);
  const left = strip.y + lane.y;
  const base = left + lane.rows * lane.pitch;
  const { starts, ends } = lane.events;
  const events: { id: string; title: string | null; marks: Mark[] }[] = [];
  const hits: HitTarget[] = [];
  const across = new Map<string, number>();
  const drawn = new Set<number>();
  let titles = 0;

  const draw = (index: number, row: number): void => {
    const event = lane.events.event(index);
    const glyph = lane.events.glyph(index);
    const [x, y] = [toX(glyph.at), left + lane.firstRow + row * lane.pitch];
    const dim = found && !found.has(event.id) ? DIM : 1;
    const ink = inkOf(event);
    const marks = drawMark(glyph, x, y, scale, strip, ink, theme, dim).map((mark) =>
      slim(mark, y, lane.pitch - 1),
    );
    const [before, after] = markReach(glyph, scale);
    const [low, high] = [Math.max(x + before, strip.x - 24), Math.min(x + after, strip.x + strip.width + 24)];
    if (event.id === selected) {
      const grown = RING - DOT;
      marks.push({
        kind: 'rect',
        x: low - grown,
        y: y - RING,
        width: high - low + 2 * grown,
        height: 2 * RING,
        radius: RING,
        stroke: ink,
        strokeWidth: 1.6,
      });
    }
    drawn.add(index);
    if (named.has(event.id)) titles++;
    across.set(event.id, y);
    events.push({ id: event.id, title: input.told === false ? null : told(event, locale), marks });
    const from = Math.max(low - 2, strip.x);
    const width = Math.max(Math.min(high + 2, strip.x + strip.width) - from, 1);
    hits.push({ id: event.id, x: from, y: y - lane.pitch / 2, width, height: lane.pitch });
  };

  if (!at) for (const [index, track] of tracksOf(lane, window, scale)) draw(index, track);
  for (let m = 0; at && m < at.members.length; m++) {
    const index = at.members[m]!;
    if (starts[index]! >= view.end) break;
    if (ends[index]! <= view.start) continue;
    const row = at.rows[m]!;
    if (row === IN_RIDGE) continue;
    // What finds no track free stands on another's mark: rarely, since what crowds is a ridge.
    draw(index, row < 0 ? index % lane.rows : row);
  }
  // Over a ridge only what is told beside it, or looked at.
  for (const id of named) {
    const index = lane.events.indexOf(id);
    if (index >= 0 && !drawn.has(index) && starts[index]! < view.end && ends[index]! > view.start) {
      draw(index, 0);
    }
  }
  if (found && crowded.length > 0) {
    const middle = (index: number): Days => (starts[index]! + ends[index]!) / 2;
    const lit = alongFoot(
      foundIn(lane, store, found),
      strip.x,
      strip.x + strip.width,
      (index) => toX(middle(index)),
      (index) => !drawn.has(index),
    );
    for (const index of lit) {
      const event = lane.events.event(index);
      const x = toX(middle(index));
      drawn.add(index);
      events.push({ id: event.id, title: null, marks: [drawSmall(x, base, inkOf(event), theme)] });
      hits.push({ id: event.id, x: x - 3, y: base - 3, width: 6, height: 6 });
    }
  }

  const most = at && crowded.length > 0 ? peakOf(lane, input, at.crowded, level) : 0;
  const ink = laneInk(lane, input);
  return {
    summary: {
      key: lane.key,
      name: lane.name,
      inView,
      named: titles,
      single: drawn.size,
      counted: inView - drawn.size,
      detail: crowded.length > 0 ? 'density' : titles < inView ? 'dots' : 'bars',
      collapsed: false,
      y: strip.x,
      height: strip.width,
      x: left,
      width: lane.height,
    },
    ridge: crowded.flatMap((stretch) => {
      const ridge = countRidge(store, lane.key, stretch, view, levelScale(level));
      return drawRidge(ridge, toX, base, lane.rows * lane.pitch - 2, most, ink, found ? 0.5 : 1);
    }),
    events,
    hits,
    across,
  };
}

/** A column that somebody has put away: a thin line with its density, as a collapsed lane is. */
function drawThin(
  lane: LaneFrame,
  input: TimelineInput,
  strip: Box,
  scale: number,
  level: number,
  named: ReadonlySet<string>,
): DrawnColumn {
  const { summary, ridge, events, hits } = drawCollapsed(lane, input, strip, scale, level);
  return {
    summary: {
      ...summary,
      // Only who is looked at has a title there.
      named: hits.filter(({ id }) => named.has(id)).length,
      y: strip.x,
      height: strip.width,
      x: summary.y,
      width: lane.height,
    },
    ridge,
    events: events.flatMap((group) =>
      group.kind === 'group'
        ? [{ id: group.key.slice(EVENT.length), title: group.title ?? null, marks: [...group.marks] }]
        : [],
    ),
    hits,
    across: new Map(hits.map(({ id, y, height }) => [id, y + height / 2])),
  };
}

/** What the key of an event's group begins with. */
const EVENT = 'event-';

/** A mark no wider than its track: the bars of what lasts long grow with their length, and would cover their neighbours. */
function slim(mark: Mark, middle: number, most: number): Mark {
  if (mark.kind !== 'rect' || mark.height <= most) return mark;
  return { ...mark, y: middle - most / 2, height: most, radius: most / 2 };
}
