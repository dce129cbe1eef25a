import type { Days } from '../model/days.ts';
import type { TimelineEvent } from '../model/event.ts';
import { dateInWords } from '../model/words.ts';
import { fitText, textWidth } from '../scene/advances.ts';
import { onTheme } from '../scene/colour.ts';
import type { Box, Group, Mark } from '../scene/scene.ts';
import type { Stretch } from './crowd.ts';
import { countRidge, drawRidge, ridgeAt } from './density.ts';
import { LEFT, RIGHT } from './footprints.ts';
import { type LabelWish, placeLabels } from './labels.ts';
import { type LaneFrame, NARROW } from './lanes.ts';
import { IN_RIDGE, NO_ROW } from './level.ts';
import { DOT, drawMark, glyphOf, insideAt, markReach, RING } from './marks.ts';
import { levelScale, toPx } from './scale.ts';
import type { HitTarget, LaneSummary, TimelineInput } from './timeline.ts';
import { COUNT_SIZE, digits, NAME_SIZE, namedOf, PEAK_SIZE, TITLE_SIZE, titleWeight } from './titles.ts';

/** What a lane adds to the picture. */
export interface DrawnLane {
  readonly summary: LaneSummary;
  readonly ridge: readonly Mark[];
  /** Count at the ridge's full height and where that is, px; null where there is no ridge. */
  readonly peak: { readonly count: number; readonly y: number } | null;
  readonly events: readonly Mark[];
  readonly hits: readonly HitTarget[];
}

/** From the middle of a row to the baseline of its title, px. */
const BASELINE = 4.2;
/** What a search did not find is this opaque. */
const DIM = 0.22;
/** Least distance between two found events at the foot of a ridge, px. */
const FOUND_APART = 5;
/** Weights above every salience: labels that have their place reserved, and the selected event's. */
const RESERVED = 2;
const SELECTED = 8;

/** An event that is drawn singly. */
interface Single {
  readonly index: number;
  readonly event: TimelineEvent;
  /** The side on which the row has room for its title, or 0. */
  readonly side: number;
  readonly x: number;
  readonly y: number;
  readonly reach: readonly [number, number];
  /** Left edge of the title, px, or NaN. */
  label: number;
}

/** Draws one lane. @param scale px per day. @param level zoom level, for which rows are decided. */
export function drawLane(
  lane: LaneFrame,
  input: TimelineInput,
  plot: Box,
  scale: number,
  level: number,
): DrawnLane {
  const { store, view, theme, selected, found } = input;
  const colour = onTheme(lane.colour, theme);
  const window = { start: view.start, end: view.end };
  const at = lane.levels.at(level, window);
  const top = plot.y + lane.y;
  const rowY = (row: number) => top + lane.firstRow + row * lane.pitch;
  const inView = store.count(lane.key, window);
  const toX = (days: Days) => toPx(days, view.start, plot.x, scale);

  const crowded = at.crowded.filter(([from, to]) => from < view.end && to > view.start);
  const chosenIndex = selected === null ? -1 : lane.events.indexOf(selected);
  const rows: Single[][] = Array.from({ length: lane.rows }, () => []);
  const left: Single[] = [];
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
      left.push(single(index, 0, 0));
    }
  }

  const peakY = rowY(lane.titleRows) - lane.pitch / 2 + 5;
  const base = top + lane.height - 7;
  const most = crowded.length > 0 ? peakOf(lane, input, at.crowded, level) : 0;
  const ridges = crowded.map((stretch) => countRidge(store, lane.key, stretch, view, levelScale(level)));
  const singles: Single[] = [];
  const ridgeBoxes = crowded.map(([from, to]) => [toX(from), toX(to)] as const);
  for (const [n, row] of rows.entries()) {
    row.sort((a, b) => a.x + a.reach[0] - (b.x + b.reach[0]));
    labelRow(row, n < lane.titleRows ? [] : ridgeBoxes, lane, plot, scale, selected);
    // Over a ridge, which counts it already, a mark without its title would say nothing.
    singles.push(
      ...row.filter(({ index, label, event }) => {
        const { at: instant } = lane.events.glyph(index);
        return !Number.isNaN(label) || event.id === selected || stretchAt(crowded, instant) < 0;
      }),
    );
  }
  if (chosen) {
    // The selected event is always seen: on the ridge that counts it, or in the strip where the rest is told in numbers.
    const on = ridgeBoxes.find(([from, to]) => chosen!.x >= from && chosen!.x < to);
    chosen = { ...chosen, y: on ? Math.max(peakY + RING, base - 12) : top + lane.height - 2 };
    if (on) {
      const [from, to] = [Math.max(on[0], plot.x), Math.min(on[1], plot.x + plot.width)];
      labelRow([chosen], [], lane, { ...plot, x: from, width: to - from }, scale, selected);
    }
    singles.push(chosen);
  }

  if (found && crowded.length > 0) singles.push(...foundOnRidge());

  /** What a search found under a ridge is seen as small dots along its foot, as many as stand apart. */
  function foundOnRidge(): Single[] {
    const shown = new Set(singles.map(({ index }) => index));
    const dots: Single[] = [];
    for (const id of found!) {
      const index = lane.events.indexOf(id);
      if (index < 0 || shown.has(index) || starts[index]! >= view.end || ends[index]! <= view.start) continue;
      const dot = single(index, 0, 0);
      if (stretchAt(crowded, lane.events.glyph(index).at) >= 0) dots.push({ ...dot, y: base });
    }
    dots.sort((a, b) => a.x - b.x || a.index - b.index);
    let last = Number.NEGATIVE_INFINITY;
    return dots.filter(({ x }) => {
      if (x - last < FOUND_APART) return false;
      last = x;
      return true;
    });
  }

  const events: Mark[] = [];
  const hits: HitTarget[] = [];
  let named = 0;
  for (const single of singles) {
    const { event, x, y } = single;
    const dim = found && !found.has(event.id) ? DIM : 1;
    const marks: Mark[] = [];
    const { at: instant } = lane.events.glyph(single.index);
    const small = single.y === base;
    const under = single === chosen || small ? -1 : stretchAt(crowded, instant);
    if (under >= 0) {
      const foot = base - ridgeAt(ridges[under]!, instant, most) * (base - peakY);
      marks.push({ kind: 'line', x1: x, y1: y + DOT, x2: x, y2: foot, stroke: colour, opacity: 0.45 * dim });
    }
    if (small) {
      marks.push({ kind: 'circle', cx: x, cy: y, r: 3, fill: colour, stroke: theme.paper, strokeWidth: 1 });
    } else {
      marks.push(...drawMark(lane.events.glyph(single.index), x, y, scale, plot, colour, theme, dim));
    }
    if (event.id === selected) marks.push(ring(single, plot, colour));
    if (!Number.isNaN(single.label)) {
      named++;
      marks.push(title(single, lane, input, dim));
    }
    events.push({
      kind: 'group',
      key: `event-${event.id}`,
      ...(input.told === false ? {} : { title: `${event.title} — ${words(event, input.locale)}` }),
      marks,
    });
    hits.push(hitOf(single, lane, plot));
  }
  const piles = drawPiles(left, lane, plot, top + lane.height, colour, input);
  return {
    summary: {
      key: lane.key,
      name: lane.name,
      inView,
      named,
      single: singles.length,
      counted: inView - singles.length,
      detail: crowded.length > 0 ? 'density' : named < inView ? 'dots' : 'bars',
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
const stretchAt = (stretches: readonly Stretch[], instant: Days): number =>
  stretches.findIndex(([from, to]) => instant >= from && instant < to);

/** @param row in order of x. @param taken what no label may stand on, px; marks keep clear of it. */
function labelRow(
  row: readonly Single[],
  taken: readonly (readonly [from: number, to: number])[],
  lane: LaneFrame,
  plot: Box,
  scale: number,
  selected: string | null,
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
      weight: lane.events.salience[index]! + (event.id === selected ? SELECTED : side > 0 ? RESERVED : 0),
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

function title(
  single: Single,
  lane: LaneFrame,
  { theme, selected, found }: TimelineInput,
  dim: number,
): Mark {
  const emphasis = lane.events.emphasis(single.index);
  const inside = single.label > single.x + single.reach[0] && single.label < single.x + single.reach[1];
  // Muted letters are hard to read on a bar.
  const loud = inside || emphasis !== 'faint' || single.event.id === selected || found?.has(single.event.id);
  // Left of its mark a title hangs from its end: in another font it is longer or shorter on the side away from it.
  const flipped = single.label < single.x + single.reach[0];
  return {
    kind: 'text',
    x: flipped ? single.label + lane.events.width(single.index) : single.label,
    y: single.y + BASELINE,
    text: single.event.title,
    size: TITLE_SIZE,
    weight: titleWeight(emphasis),
    fill: loud ? theme.ink : theme.muted,
    anchor: flipped ? 'end' : 'start',
    ...(inside ? {} : { halo: theme.paper }),
    ...(dim < 1 ? { opacity: dim * 2 } : {}),
  };
}

function ring({ x, y, reach }: Single, plot: Box, colour: string): Mark {
  const low = Math.max(x + reach[0], plot.x - 24);
  const high = Math.min(x + reach[1], plot.x + plot.width + 24);
  const height = Math.min(2 * RING, 2 * RING);
  const grown = RING - DOT;
  return {
    kind: 'rect',
    x: low - grown,
    y: y - height / 2,
    width: high - low + 2 * grown,
    height,
    radius: RING,
    stroke: colour,
    strokeWidth: 1.6,
  };
}

function hitOf(single: Single, lane: LaneFrame, plot: Box): HitTarget {
  const { x, y, reach, label, index, event } = single;
  const width = lane.events.width(index);
  const low = Math.max(Math.min(x + reach[0] - 2, Number.isNaN(label) ? x : label), plot.x);
  const high = Math.min(
    Math.max(x + reach[1] + 2, Number.isNaN(label) ? x : label + width),
    plot.x + plot.width,
  );
  const height = Math.min(lane.pitch, 20);
  return { id: event.id, x: low, y: y - height / 2, width: Math.max(high - low, 1), height };
}

/** What found no row in a lane of few events is told as `+7` under where it lies. */
function drawPiles(
  left: readonly Single[],
  lane: LaneFrame,
  plot: Box,
  bottom: number,
  colour: string,
  { locale }: TimelineInput,
): Mark[] {
  const marks: Mark[] = [];
  const inOrder = [...left].sort((a, b) => a.x - b.x);
  for (let i = 0; i < inOrder.length; ) {
    let last = i;
    while (last + 1 < inOrder.length && inOrder[last + 1]!.x - inOrder[i]!.x < 26) last++;
    const count = last - i + 1;
    const middle = (inOrder[i]!.x + inOrder[last]!.x) / 2;
    const text = `+${digits(count, locale)}`;
    const half = textWidth(text, 10, 550) / 2;
    marks.push({
      kind: 'group',
      key: `more-${lane.key}-${marks.length}`,
      title: inOrder
        .slice(i, last + 1)
        .map(({ event }) => event.title)
        .join('\n'),
      marks: [
        {
          kind: 'text',
          x: Math.min(Math.max(middle, plot.x + half), plot.x + plot.width - half),
          y: bottom - 1.5,
          text,
          size: 10,
          weight: 550,
          fill: colour,
          anchor: 'middle',
        },
      ],
    });
    i = last + 1;
  }
  return marks;
}

/** The dotted line through the plot at the selected event. */
export function drawSelectedLine(input: TimelineInput, plot: Box, scale: number): Mark[] {
  const { store, selected, view, categories, theme } = input;
  const index = selected === null ? -1 : store.indexOf(selected);
  if (index < 0) return [];
  const event = store.at(index);
  const x = toPx(glyphOf(event).at, view.start, plot.x, scale);
  if (x < plot.x || x > plot.x + plot.width) return [];
  const category = categories.find(({ key }) => key === event.category);
  return [
    {
      kind: 'line',
      x1: x,
      y1: plot.y,
      x2: x,
      y2: plot.y + plot.height,
      stroke: category ? onTheme(category.colour, theme) : theme.muted,
      strokeWidth: 1.1,
      dash: [1.6, 3.2],
    },
  ];
}

/** Name and count of a lane: left of its rows, or above them in a narrow picture. */
export function nameLane(
  lane: LaneFrame,
  { summary, peak }: DrawnLane,
  input: TimelineInput,
  plot: Box,
): Group {
  const { theme, view, locale } = input;
  const narrow = view.width < NARROW;
  const x = narrow ? plot.x + 4 : 24;
  const top = summary.y;
  const count = namedOf(summary.named, summary.inView, locale);
  const room = narrow ? plot.width * 0.6 : plot.x - x - 8;
  const name = fitText(summary.name, room, NAME_SIZE, 650);
  const marks: Mark[] = [];
  const nameY = top + Math.min(narrow ? 15 : 19, summary.height * 0.75);
  if (summary.height >= 12) {
    marks.push({
      kind: 'text',
      x,
      y: nameY,
      text: name,
      size: NAME_SIZE,
      weight: 650,
      fill: theme.ink,
      anchor: 'start',
    });
    const beside = narrow || summary.height < 37;
    const countX = beside ? x + textWidth(name, NAME_SIZE, 650) + 8 : x;
    if (!beside || narrow || countX + textWidth(count, COUNT_SIZE, 400) < plot.x - 4) {
      marks.push({
        kind: 'text',
        x: countX,
        y: beside ? nameY : nameY + 16,
        text: count,
        size: COUNT_SIZE,
        weight: 400,
        fill: theme.muted,
        anchor: 'start',
        tabular: true,
      });
    }
  }
  if (peak && peak.count > 0 && !narrow) {
    marks.push({
      kind: 'line',
      x1: plot.x - 8,
      y1: peak.y,
      x2: plot.x - 3,
      y2: peak.y,
      stroke: theme.muted,
    });
    marks.push({
      kind: 'text',
      x: plot.x - 11,
      y: peak.y + 3.6,
      text: digits(peak.count, locale),
      size: PEAK_SIZE,
      weight: 400,
      fill: theme.muted,
      anchor: 'end',
      tabular: true,
    });
  }
  return { kind: 'group', key: `lane-${lane.key}`, title: `${summary.name}: ${count}`, marks };
}

const peaks = new WeakMap<LaneFrame, Map<string, number>>();
/** Width of the stretches of time for which the height of ridges is decided, px. */
const PEAK_TILE = 1536;

/**
 * The highest that the ridges of a lane get around the view. It is asked of whole stretches of time, so that panning
 * changes the scale of the ridge seldom, and never for what has just come into view.
 */
function peakOf(
  lane: LaneFrame,
  { store, view }: TimelineInput,
  crowded: readonly Stretch[],
  level: number,
): number {
  const known = peaks.get(lane) ?? new Map<string, number>();
  peaks.set(lane, known);
  const scale = levelScale(level);
  const tile = PEAK_TILE / scale;
  let highest = 1;
  for (let at = Math.floor(view.start / tile) - 1; at <= Math.floor(view.end / tile) + 1; at++) {
    const key = `${level}/${at}`;
    let most = known.get(key);
    if (most === undefined) {
      most = 1;
      const window = { start: at * tile, end: (at + 1) * tile };
      for (const stretch of crowded) {
        if (stretch[1] <= window.start || stretch[0] >= window.end) continue;
        for (const n of countRidge(store, lane.key, stretch, window, scale).counts) if (n > most) most = n;
      }
      known.set(key, most);
    }
    if (most > highest) highest = most;
  }
  return highest;
}

const spoken = new WeakMap<TimelineEvent, { readonly locale: string; readonly words: string }>();

/** The date in words, remembered: writing it costs more than drawing the event. */
function words(event: TimelineEvent, locale: string): string {
  const known = spoken.get(event);
  if (known?.locale === locale) return known.words;
  const said = dateInWords(event.time, locale);
  spoken.set(event, { locale, words: said });
  return said;
}
