import type { Days } from '../../model/days.ts';
import type { Box, Mark } from '../../scene/scene.ts';
import type { EventStore } from '../../store/store.ts';
import type { Lane } from '../arrangement.ts';
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

/** Width of a track, and of a column that is never a ridge's only, px. */
export const TRACK = 14;
/** A lane has at most so many tracks. */
const MOST_TRACKS = 4;
/** Of each track of the columns this is free beside the next column, px. */
const BETWEEN = 4;
/** Height at which needs are judged, px: columns do not depend on how high the picture happens to be. */
const REFERENCE = 600;
/** What a search did not find is this opaque. */
const DIM = 0.22;

/** The columns of a chart whose time runs downwards: a lane each. `y` and `height` of a frame are across time. */
export interface Columns {
  readonly frames: readonly LaneFrame[];
  /** Of all of them together, px. */
  readonly width: number;
}

const memories = new WeakMap<EventStore, Map<string, Columns>>();
/** Widths come and go while a window is dragged. */
const KEPT = 4;

/** A lane's events where no title takes time: they stand in a column of their own. */
const untitled = (events: LaneEvents): LaneEvents => ({ ...events, width: () => 1 });

/**
 * Shares out the width among the lanes that have events: to each as many tracks as its marks need at the scale where the
 * whole fits, the same number to all where that is too much. Depends on neither place nor zoom. Remembered.
 * @param width that columns may have, px; one track each is the least, whatever it says.
 */
export function layoutColumns(store: EventStore, lanes: readonly Lane[], width: number): Columns {
  const known = memories.get(store) ?? new Map<string, Columns>();
  memories.set(store, known);
  const question = JSON.stringify([width, lanes.map(({ key, colour }) => [key, colour])]);
  const before = known.get(question);
  if (before) return before;
  const made = columnsOf(store, lanes, width);
  if (known.size >= KEPT) known.delete(known.keys().next().value!);
  known.set(question, made);
  return made;
}

function columnsOf(store: EventStore, lanes: readonly Lane[], width: number): Columns {
  const { extent } = store;
  const used = lanes.filter(({ key }) => store.columns(key).positions.length > 0);
  if (!extent || used.length === 0) return { frames: [], width: 0 };
  const base = levelOf(REFERENCE / ((extent.end - extent.start) * 1.08));
  const most = Math.min(Math.max(Math.floor((width / used.length - BETWEEN) / TRACK), 1), MOST_TRACKS);
  let y = 0;
  const frames = used.map(({ key, name, colour }): LaneFrame => {
    const events = untitled(laneEvents(store, key));
    const rows = Math.min(Math.max(rowsNeeded(events, base, most), 1), most);
    const frame: LaneFrame = {
      key,
      name,
      colour,
      collapsed: false,
      events,
      levels: createLevels(events, rows, 0, base),
      y,
      height: rows * TRACK + BETWEEN,
      firstRow: TRACK / 2,
      pitch: TRACK,
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
 */
export function drawColumn(
  lane: LaneFrame,
  input: TimelineInput,
  strip: Box,
  scale: number,
  level: number,
  named: ReadonlySet<string>,
): DrawnColumn {
  const { store, view, theme, selected, found, locale } = input;
  const window = { start: view.start, end: view.end };
  const toX = (days: Days): number => toPx(days, view.start, strip.x, scale);
  const at = lane.levels.at(level, window);
  const crowded = at.crowded.filter(([from, to]) => from < view.end && to > view.start);
  const inkOf = inksOf(lane, input);
  const left = strip.y + lane.y;
  const base = left + lane.rows * TRACK;
  const { starts, ends } = lane.events;
  const inView = store.count(lane.key, window);
  const events: { id: string; title: string | null; marks: Mark[] }[] = [];
  const hits: HitTarget[] = [];
  const across = new Map<string, number>();
  const drawn = new Set<number>();
  let titles = 0;

  const draw = (index: number, row: number): void => {
    const event = lane.events.event(index);
    const glyph = lane.events.glyph(index);
    const [x, y] = [toX(glyph.at), left + lane.firstRow + row * TRACK];
    const dim = found && !found.has(event.id) ? DIM : 1;
    const ink = inkOf(event);
    const marks = drawMark(glyph, x, y, scale, strip, ink, theme, dim);
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
    hits.push({ id: event.id, x: from, y: y - TRACK / 2, width, height: TRACK });
  };

  for (let m = 0; m < at.members.length; m++) {
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

  const most = crowded.length > 0 ? peakOf(lane, input, at.crowded, level) : 0;
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
    },
    ridge: crowded.flatMap((stretch) => {
      const ridge = countRidge(store, lane.key, stretch, view, levelScale(level));
      return drawRidge(ridge, toX, base, lane.rows * TRACK - 2, most, ink, found ? 0.5 : 1);
    }),
    events,
    hits,
    across,
  };
}
