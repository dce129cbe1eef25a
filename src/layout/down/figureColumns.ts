import { bisectLeft, bisectRight } from 'd3-array';
import type { Days } from '../../model/days.ts';
import { fitText, textWidth } from '../../scene/advances.ts';
import { inkOnTheme, mix, onTheme } from '../../scene/colour.ts';
import type { Box, Group, Mark, Text } from '../../scene/scene.ts';
import type { Theme } from '../../scene/theme.ts';
import { transpose } from '../../scene/transpose.ts';
import type { EventStore, Window } from '../../store/store.ts';
import { axisNumber, axisUnit } from '../amounts.ts';
import { niceAxis } from '../figures/axis.ts';
import { foremost } from '../figures/foremost.ts';
import { countOf, nameOf, wordsOf, wrap } from '../figures/heading.ts';
import { readFigures } from '../figures/reading.ts';
import { bracketAround, crowdOf, type Look, type Shape, shapeOf } from '../figures/shapes.ts';
import { isContested, type LeftOut, type Track, topOf, type Value } from '../figures/value.ts';
import { FIGURES_COLOUR } from '../figures.ts';
import type { HitTarget } from '../timeline.ts';
import { nameFigures } from './figureNames.ts';

/** Width of a column of figures: as little as it can be read in, as much as it likes, and where there is room to spare; px. */
const WIDTH = { wide: { least: 104, fair: 150, most: 210 }, narrow: { least: 46, fair: 50, most: 88 } };
/** Room beyond what it needs that all else has before columns get more than they like, px. */
const TO_SPARE = { wide: 180, narrow: 56 };
/** Free before each column, px. */
const BEFORE = { wide: 22, narrow: 8 };
/** At the right of the longest bar, px. */
const SPARE = { wide: 6, narrow: 3 };
/** Sizes of the heading, and from line to line, px. */
const NAME = 11;
const SMALL = 11;
const NUMBER = 10;
const PITCH = 13;
/** From the upper edge to the numbers of the axis with one line between, px. */
const HEAD = 26;
/** The name of what is measured has so many lines at most. */
const MOST_NAME = 2;

/** One unit with the column that shows its values. */
export interface FigureColumn {
  readonly track: Track;
  /** Left edge and width, px. */
  readonly x: number;
  readonly width: number;
}

/** The figures of a picture whose time runs downwards, as far as the width has room for them. */
export interface FigureColumns {
  readonly columns: readonly FigureColumn[];
  /** Of all of them with what is free before each, px. */
  readonly width: number;
  /** Values that no column shows. */
  readonly left: readonly LeftOut[];
}

/**
 * Which units have a column: those that say most, as many as there is room for, each as wide as the others. Follows from the
 * events of the store and from the width.
 * @param right edge of the last column, px. @param room for all of them, px.
 */
export function planFigures(store: EventStore, right: number, room: number, narrow: boolean): FigureColumns {
  const { tracks, others } = readFigures(store);
  const size = narrow ? 'narrow' : 'wide';
  const before = BEFORE[size];
  const count = Math.min(
    Math.max(Math.floor(room / (WIDTH[size].least + before)), 0),
    tracks.length,
    narrow ? 1 : 3,
  );
  const share = (of: number): number => Math.floor(of / Math.max(count, 1) - before);
  const fair = Math.min(share(room), WIDTH[size].fair);
  const width = count === 0 ? 0 : Math.min(Math.max(share(room - TO_SPARE[size]), fair), WIDTH[size].most);
  return {
    columns: tracks.slice(0, count).map((track, i) => ({
      track,
      width,
      x: right - (count - i) * (width + before) + before,
    })),
    width: count * (width + before),
    left: [...tracks.slice(count).map(({ unit, values }) => ({ unit, values: values.length })), ...others],
  };
}

/** What is drawn of figures. */
export interface DrawnFigures {
  /** The headings, from y = 0 to the height that was given. */
  readonly names: readonly Mark[];
  readonly marks: readonly Mark[];
  readonly hits: readonly HitTarget[];
}

/** Height of a heading with everything that it may have to say, px. */
export const headingHeight = (narrow: boolean): number =>
  ((narrow ? 3 : MOST_NAME + 2) - 1) * PITCH + HEAD + NUMBER - 2;

/**
 * Draws a column for each unit: time runs down, the value to the right, so that a bar is as high as its period is long. All
 * else is as in figures where time runs to the right.
 * @param plot where time runs. @param scale px per day. @param top height of the headings above the plot, px.
 * @param free how far left the heading of the first column may begin between two heights, px.
 */
export function drawFigures(
  { columns, left }: FigureColumns,
  view: Window,
  plot: Pick<Box, 'y' | 'height'>,
  scale: number,
  top: number,
  free: (top: number, bottom: number) => number,
  narrow: boolean,
  theme: Theme,
  locale: string,
): DrawnFigures {
  const look = { theme, locale, bar: onTheme(FIGURES_COLOUR, theme), ink: inkOnTheme(FIGURES_COLOUR, theme) };
  const names: Mark[] = [];
  const marks: Mark[] = [];
  const hits: HitTarget[] = [];
  for (const [i, column] of columns.entries()) {
    const drawn = drawColumn(column, view, plot, scale, narrow, look);
    const last = i === columns.length - 1;
    names.push(headingOf(column, drawn, last ? left : [], free, top, narrow, look));
    marks.push(...drawn.marks);
    hits.push(...drawn.hits);
  }
  return { names, marks, hits };
}

interface DrawnColumn {
  readonly marks: readonly Mark[];
  readonly hits: readonly HitTarget[];
  readonly inView: number;
  readonly named: number;
}

/** Along the value: from zero, or what is lowest, to the highest. */
function axisOf({ track, x, width }: FigureColumn, narrow: boolean) {
  const axis = niceAxis(track.low, track.high, track.unit);
  const room = width - (narrow ? SPARE.narrow : SPARE.wide);
  const toX = (value: number): number => x + ((value - axis.from) / (axis.to - axis.from)) * room;
  return { ...axis, toX };
}

function drawColumn(
  column: FigureColumn,
  view: Window,
  plot: Pick<Box, 'y' | 'height'>,
  scale: number,
  narrow: boolean,
  look: Look,
): DrawnColumn {
  const { track, x, width } = column;
  const { theme } = look;
  const box: Box = { x, y: plot.y, width, height: plot.height };
  const bottom = plot.y + plot.height;
  const axis = axisOf(column, narrow);
  const toY = (days: Days): number => plot.y + (days - view.start) * scale;
  const grid = axis.ticks.map((value): Mark => {
    const at = Math.round(axis.toX(value)) + 0.5;
    return {
      kind: 'line',
      x1: at,
      y1: plot.y - 4,
      x2: at,
      y2: bottom,
      stroke: value === 0 ? mix(theme.rule, theme.ink, 0.2) : theme.rule,
    };
  });
  const isWhole = foremost(track, scale);
  // Drawn as where time runs to the right, with the value growing downwards, and turned.
  const shapes: Shape[] = [];
  const shapeFor = new Map<Value, Shape>();
  const crowd: { value: Value; x: number; y: number }[] = [];
  const after = bisectLeft(track.starts, view.end);
  for (let i = bisectRight(track.reach, view.start); i < after; i++) {
    const value = track.values[i]!;
    const middle = (value.start + value.end) / 2;
    const within = middle >= view.start && middle < view.end;
    if (value.timed ? !(value.start < view.end && value.end > view.start) : !within) continue;
    const y = axis.toX(value.figure.value);
    if (!isWhole(value)) {
      // The middle of a long period may lie outside the view.
      if (within) crowd.push({ value, x: toY(middle), y });
      continue;
    }
    const [from, to] = value.timed ? [value.start, value.end] : [middle, middle];
    const shape = shapeOf(
      value,
      {
        x0: value.timed ? Math.max(toY(from), plot.y) : toY(from),
        x1: value.timed ? Math.min(toY(to), bottom) : toY(to),
        y,
        top: axis.toX(topOf(value)),
        zero: axis.toX(Math.max(0, axis.from)),
      },
      track,
      look,
    );
    shapes.push(shape);
    shapeFor.set(value, shape);
  }
  const dots = crowdOf(crowd, look);
  const brackets = shapes
    .filter(({ value }) => isContested(value) && !value.dissents)
    .map(({ value }) => value.told.flatMap((one) => shapeFor.get(one) ?? []))
    .flatMap((told) => bracketAround(told, track, look) ?? []);
  const texts = nameFigures(shapes, box, track, narrow, look);
  return {
    marks: [
      ...grid,
      {
        kind: 'group',
        key: '',
        clip: { ...box, x: box.x - 6, width: box.width + 12 },
        marks: [
          ...dots.marks.map(transpose),
          ...shapes.map((shape) => transpose(shape.group)),
          ...brackets.map(transpose),
          ...texts,
        ],
      },
    ],
    // The last is on top.
    hits: [
      ...dots.hits.map(({ id, box: one }) => ({ id, ...within(one, box) })),
      ...shapes.map(({ value, hit }) => ({ id: value.event.id, ...within(hit, box) })),
    ],
    inView: shapes.length + crowd.length,
    named: texts.length,
  };
}

/** A box turned, as far as it lies in the column. */
function within(one: Box, { y, height }: Box): Box {
  const from = Math.max(one.x, y);
  return {
    x: one.y,
    y: from,
    width: one.height,
    height: Math.max(Math.min(one.x + one.width, y + height) - from, 1),
  };
}

/** What is measured, in which unit, how much of it is written, and the numbers of the axis. */
function headingOf(
  column: FigureColumn,
  { inView, named }: DrawnColumn,
  left: readonly LeftOut[],
  free: (top: number, bottom: number) => number,
  top: number,
  narrow: boolean,
  { theme, locale }: Look,
): Group {
  const { track, x, width } = column;
  const say = wordsOf(locale);
  const unit = axisUnit(Math.max(-track.low, track.high), track.unit, locale);
  const name = nameOf(track, locale);
  const count = named < inView ? `${named} ${say.of} ${inView} ${say.named}` : '';
  const rest = left.length === 0 ? '' : `+ ${countOf(left, locale)}`;
  const kinds = track.series > 1 ? `${unit.name}, ${track.series} ${say.kinds}` : unit.name;
  const foot = top - NUMBER + 2;
  const most = foot < HEAD ? 0 : Math.floor((foot - HEAD) / PITCH) + 1;
  // On a phone the heading is wider than its column, and hangs from its right end at the top, beside the shorter names.
  const first = (lines: number): number => (narrow ? HEAD - PITCH : foot - NUMBER - 5 - (lines - 1) * PITCH);
  const roomAt = (y: number): number => (narrow ? x + width - Math.min(free(y - NAME, y + 3), x) : width);
  const text = (words: string, y: number, size: number, bold: boolean): Text => ({
    kind: 'text',
    x: narrow ? x + width : x,
    y,
    text: fitText(words, roomAt(y), size, bold ? 650 : 400),
    size,
    weight: bold ? 650 : 400,
    fill: bold ? theme.ink : theme.muted,
    anchor: narrow ? 'end' : 'start',
  });
  const wrapped = wrap(name, roomAt(first(1)), NAME);
  // The last is about what has no column: it is said in any case where there is room for two.
  const small = [kinds, ...(rest ? [rest] : []), ...(!narrow && count ? [count] : [])];
  const lines = [
    ...wrapped
      .slice(0, Math.max(most - Math.min(small.length, 2), 1))
      .map((words) => ({ words, bold: true })),
    ...small.map((words) => ({ words, bold: false })),
  ].slice(0, most);
  const axis = axisOf(column, narrow);
  const numbers: Text[] = [];
  let taken = Number.NEGATIVE_INFINITY;
  for (const value of axis.ticks) {
    const words = axisNumber(value / unit.factor, locale);
    const wide = textWidth(words, NUMBER, 400, true);
    // Within the column, so that it touches neither neighbour.
    const at = Math.min(Math.max(axis.toX(value) - wide / 2, x), x + width - wide);
    if (at < taken) continue;
    taken = at + wide + 6;
    numbers.push({
      kind: 'text',
      x: at,
      y: foot,
      text: words,
      size: NUMBER,
      weight: 400,
      fill: theme.muted,
      anchor: 'start',
      tabular: true,
    });
  }
  const begin = first(lines.length);
  return {
    kind: 'group',
    key: `figures-${track.unit}`,
    title: [name, kinds, count, rest].filter(Boolean).join(' · '),
    marks: [
      ...lines.map(({ words, bold }, i) => text(words, begin + i * PITCH, bold ? NAME : SMALL, bold)),
      ...numbers,
    ],
  };
}
