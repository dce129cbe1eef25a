import type { Days } from '../model/days.ts';
import type { Box, Mark } from '../scene/scene.ts';
import type { Stretch } from './crowd.ts';
import { countRidge, drawRidge, ridgeAt } from './density.ts';
import { LEFT, RIGHT } from './footprints.ts';
import { alongFoot, type Found, foundIn } from './found.ts';
import { inksOf, laneInk } from './inks.ts';
import { type LabelWish, placeLabels } from './labels.ts';
import type { LaneFrame } from './lanes.ts';
import { IN_RIDGE, NO_ROW } from './level.ts';
import { DOT, drawMark, insideAt, markReach, RING } from './marks.ts';
import { peakOf } from './peak.ts';
import { drawPiles, type Unplaced } from './piles.ts';
import { levelScale, toPx } from './scale.ts';
import { titleSelected } from './selectedTitle.ts';
import { drawRing, drawSmall, drawTitle, hitOf, type Single } from './single.ts';
import type { HitTarget, LaneSummary, TimelineInput } from './timeline.ts';
import { told } from './told.ts';

/** What a lane adds to the picture. */
export interface DrawnLane {
  readonly summary: LaneSummary;
  readonly ridge: readonly Mark[];
  /** Count at the ridge's full height and where that is, px; null where there is no ridge. */
  readonly peak: { readonly count: number; readonly y: number } | null;
  readonly events: readonly Mark[];
  readonly hits: readonly HitTarget[];
}

/** Height of the numbers of what found no row, at the foot of a lane, and a little air, px. */
const STRIP = 13;
/** What a search did not find is this opaque. */
const DIM = 0.22;
/** Weights above every salience: labels that have their place reserved, those of what a search found, and the selected event's. */
const RESERVED = 2;
const FOUND = 4;
const SELECTED = 8;

/** Draws one lane. @param scale px per day. @param level zoom level, for which rows are decided. */
export function drawLane(
  lane: LaneFrame,
  input: TimelineInput,
  plot: Box,
  scale: number,
  level: number,
): DrawnLane {
  const { store, view, theme, selected, found } = input;
  const colour = laneInk(lane, input);
  const inkOf = inksOf(lane, input);
  const window = { start: view.start, end: view.end };
  const at = lane.levels.at(level, window);
  const top = plot.y + lane.y;
  const rowY = (row: number) => top + lane.firstRow + row * lane.pitch;
  const inView = store.count(lane.key, window);
  const toX = (days: Days) => toPx(days, view.start, plot.x, scale);

  const crowded = at.crowded.filter(([from, to]) => from < view.end && to > view.start);
  const chosenIndex = selected === null ? -1 : lane.events.indexOf(selected);
  const rows: Single[][] = Array.from({ length: lane.rows }, () => []);
  const left: Unplaced[] = [];
  const { starts, ends } = lane.events;
  const single = (index: number, row: number, side: number): Single => {
    const glyph = lane.events.glyph(index);
    return {
      index,
      event: lane.events.event(index),
      side,
      x: toX(glyph.at),
      y: rowY(Math.max(row, 0)),
      reach: markReach(glyph, scale),
      label: Number.NaN,
    };
  };
  let chosen: Single | null =
    chosenIndex >= 0 && starts[chosenIndex]! < view.end && ends[chosenIndex]! > view.start
      ? single(chosenIndex, 0, RIGHT)
      : null;
  for (let m = 0; m < at.members.length; m++) {
    const row = at.rows[m]!;
    if (row === IN_RIDGE) continue;
    const index = at.members[m]!;
    if (starts[index]! >= view.end) break;
    if (ends[index]! <= view.start) continue;
    if (row !== NO_ROW) {
      rows[row]!.push(single(index, row, at.labelled[m]!));
      if (index === chosenIndex) chosen = null;
    } else if (index !== chosenIndex) {
      left.push({ index, x: toX(lane.events.glyph(index).at) });
    }
  }

  const peakY = rowY(lane.titleRows) - lane.pitch / 2 + 5;
  const base = top + lane.height - 7;
  const most = crowded.length > 0 ? peakOf(lane, input, at.crowded, level) : 0;
  const ridges = crowded.map((stretch) => countRidge(store, lane.key, stretch, view, levelScale(level)));
  const singles: Single[] = [];
  const ridgeBoxes = crowded.map(([from, to]) => [toX(from), toX(to)] as const);
  let shown: Single | null = null;
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n]!;
    if (row.length === 0) continue;
    row.sort((a, b) => a.x + a.reach[0] - (b.x + b.reach[0]));
    labelRow(row, n < lane.titleRows ? [] : ridgeBoxes, lane, plot, scale, selected, found);
    if (chosenIndex >= 0) shown ??= row.find(({ index }) => index === chosenIndex) ?? null;
  }
  if (shown) nameSelected(shown);
  for (const row of rows) {
    for (const one of row) {
      // Over a ridge, which counts it already, a mark without its title would say nothing.
      const told = !Number.isNaN(one.label) || one.event.id === selected;
      if (told || stretchAt(crowded, lane.events.glyph(one.index).at) < 0) singles.push(one);
    }
  }
  if (chosen) {
    // The selected event is always seen: on the ridge that counts it, or in the strip where the rest is told in numbers.
    const on = ridgeBoxes.find(([from, to]) => chosen!.x >= from && chosen!.x < to);
    chosen = { ...chosen, y: on ? Math.max(peakY + RING, base - 12) : top + lane.height - 2 };
    if (on) {
      const [from, to] = [Math.max(on[0], plot.x), Math.min(on[1], plot.x + plot.width)];
      labelRow([chosen], [], lane, { ...plot, x: from, width: to - from }, scale, selected, found);
    }
    nameSelected(chosen);
    singles.push(chosen);
  }

  /** Where its own row has no room for the title of the selected event, another has. */
  function nameSelected(one: Single): void {
    if (!Number.isNaN(one.label)) return;
    const places = rows.map((row, n) => ({
      y: rowY(n),
      singles: row,
      taken: n < lane.titleRows ? [] : ridgeBoxes,
    }));
    titleSelected(one, places, lane.events.width(one.index), ({ index }) => lane.events.width(index), plot);
  }

  if (found && crowded.length > 0) singles.push(...foundOnRidge());

  /** What a search found under a ridge is seen as small dots along its foot, as many as stand apart. */
  function foundOnRidge(): Single[] {
    const shown = new Set(singles.map(({ index }) => index));
    const middle = (index: number): Days => (starts[index]! + ends[index]!) / 2;
    return alongFoot(
      foundIn(lane, store, found!),
      plot.x,
      plot.x + plot.width,
      (index) => toX(middle(index)),
      (index) => !shown.has(index) && stretchAt(crowded, lane.events.glyph(index).at) >= 0,
    ).map((index) => ({ ...single(index, 0, 0), y: base }));
  }

  const events: Mark[] = [];
  const hits: HitTarget[] = [];
  let named = 0;
  for (const single of singles) {
    const { event, x, y } = single;
    const dim = found && !found.has(event.id) ? DIM : 1;
    const ink = inkOf(event);
    const marks: Mark[] = [];
    const { at: instant } = lane.events.glyph(single.index);
    const small = single.y === base;
    const under = single === chosen || small ? -1 : stretchAt(crowded, instant);
    if (under >= 0) {
      const foot = base - ridgeAt(ridges[under]!, instant, most) * (base - peakY);
      marks.push({ kind: 'line', x1: x, y1: y + DOT, x2: x, y2: foot, stroke: ink, opacity: 0.45 * dim });
    }
    if (small) {
      marks.push(drawSmall(x, y, ink, theme));
    } else {
      marks.push(...drawMark(lane.events.glyph(single.index), x, y, scale, plot, ink, theme, dim));
    }
    if (event.id === selected) marks.push(drawRing(single, plot, ink));
    if (!Number.isNaN(single.label)) {
      named++;
      marks.push(drawTitle(single, lane, input, dim));
    }
    events.push({
      kind: 'group',
      key: `event-${event.id}`,
      ...(input.told === false ? {} : { title: told(event, input.locale) }),
      marks,
    });
    hits.push(hitOf(single, lane, plot));
  }
  const bottom = top + lane.height;
  const ringed = chosen ?? shown;
  // Where the ring of the selected event reaches into the strip of the numbers, these stand beside it.
  const taken: [number, number] | null =
    ringed && ringed.y + RING > bottom - STRIP
      ? [ringed.x + ringed.reach[0] - (RING - DOT) - 1, ringed.x + ringed.reach[1] + (RING - DOT) + 1]
      : null;
  const piles = drawPiles(left, lane.events.event, lane.key, plot, bottom, colour, taken, input);
  return {
    summary: {
      key: lane.key,
      name: lane.name,
      inView,
      named,
      single: singles.length,
      counted: inView - singles.length,
      detail: crowded.length > 0 ? 'density' : named < inView ? 'dots' : 'bars',
      collapsed: false,
      y: top,
      height: lane.height,
    },
    ridge: ridges.map((ridge, i) => ({
      kind: 'group',
      key: `ridge-${lane.key}-${i}`,
      title: `${lane.name}: ${inView}`,
      marks: drawRidge(ridge, toX, base, base - peakY, most, colour, found ? 0.5 : 1),
    })),
    peak: most > 0 ? { count: Math.round(most), y: peakY } : null,
    events: [...events, ...piles],
    hits,
  };
}

/** Index of the stretch that holds an instant, or -1. */
function stretchAt(stretches: readonly Stretch[], instant: Days): number {
  for (let i = 0; i < stretches.length; i++) {
    if (instant >= stretches[i]![0] && instant < stretches[i]![1]) return i;
  }
  return -1;
}

/** @param row in order of x. @param taken what no label may stand on, px; marks keep clear of it. */
function labelRow(
  row: readonly Single[],
  taken: readonly (readonly [from: number, to: number])[],
  lane: LaneFrame,
  plot: Box,
  scale: number,
  selected: string | null,
  found: Found | null,
): void {
  if (row.length === 0) return;
  const wishes = row.map((single): LabelWish & { single?: Single } => {
    const { index, x, reach, event, side } = single;
    const width = lane.events.width(index);
    const inside = insideAt(lane.events.glyph(index), x, reach, width, plot, scale);
    const grown = event.id === selected ? RING - DOT : 0;
    return {
      single,
      x0: x + reach[0] - grown,
      x1: x + reach[1] + grown,
      width,
      inside,
      leftwards: side === LEFT && (inside === null || lane.events.glyph(index).openEnd),
      weight:
        lane.events.salience[index]! +
        (event.id === selected ? SELECTED : found?.has(event.id) ? FOUND : side > 0 ? RESERVED : 0),
    };
  });
  for (const [x0, x1] of taken) {
    wishes.push({ x0, x1, width: Number.POSITIVE_INFINITY, inside: null, leftwards: false, weight: -1 });
  }
  wishes.sort((a, b) => a.x0 - b.x0);
  placeLabels(wishes, plot).forEach((x, i) => {
    const { single } = wishes[i]!;
    if (single) single.label = x;
  });
}
