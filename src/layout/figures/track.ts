import { bisectLeft, bisectRight } from 'd3-array';
import type { Days } from '../../model/days.ts';
import { textWidth } from '../../scene/advances.ts';
import { mix } from '../../scene/colour.ts';
import type { Box, Mark } from '../../scene/scene.ts';
import { axisNumber, axisUnit } from '../amounts.ts';
import type { HitTarget, View } from '../timeline.ts';
import { niceAxis } from './axis.ts';
import { foremost } from './foremost.ts';
import { type AxisNumber, fitsBeside, heading } from './heading.ts';
import { nameValues } from './names.ts';
import { bracketAround, crowdOf, type Look, type Shape, shapeOf } from './shapes.ts';
import { isContested, type LeftOut, type Track, topOf, type Value } from './value.ts';

/** Least room left of the box for names and axis numbers, px. */
export const LEAST_GUTTER = 84;
/** Above the highest value, for its label; below the axis. */
const HEADROOM = 18;
const FOOTROOM = 10;

/** Draws the values of one unit on an axis of their own. @param left what no track shows, to be told in this one. */
export function layoutTrack(
  track: Track,
  view: View,
  box: Box,
  left: readonly LeftOut[],
  look: Look,
  folds: readonly Box[],
): { readonly marks: Mark[]; readonly hits: HitTarget[] } {
  const { theme, locale } = look;
  const scale = box.width / (view.end - view.start);
  const toX = (days: Days) => box.x + (days - view.start) * scale;
  const axis = niceAxis(track.low, track.high, track.unit);
  const gutter = box.x >= LEAST_GUTTER;
  const low = box.y + box.height - FOOTROOM;
  const high = box.y + (gutter ? HEADROOM : 2 * HEADROOM);
  const toY = (value: number) => low - ((value - axis.from) / (axis.to - axis.from)) * (low - high);
  const unit = axisUnit(Math.max(-track.low, track.high), track.unit, locale);

  const all = axis.ticks.map((value) => ({
    value,
    y: toY(value),
    width: textWidth(axisNumber(value / unit.factor, locale), 10, 400, true),
  }));
  // Where the name of the track needs the room, its axis does with fewer numbers.
  const numbers = gutter ? besideName(all, track, box, locale) : all;
  const grid: Mark[] = [];
  // Without a gutter they stand where bars may be: over these, so that they can be read.
  const over: Mark[] = [];
  let lastNumber = Number.POSITIVE_INFINITY;
  for (const value of axis.ticks) {
    const y = Math.round(toY(value)) + 0.5;
    grid.push({
      kind: 'line',
      x1: box.x,
      y1: y,
      x2: box.x + box.width,
      y2: y,
      stroke: value === 0 ? mix(theme.rule, theme.ink, 0.15) : theme.rule,
    });
    // Without a gutter the heading stands at the top.
    if (
      (!gutter && y < box.y + 26) ||
      lastNumber - y < 13 ||
      !numbers.some((number) => number.value === value)
    )
      continue;
    lastNumber = y;
    (gutter ? grid : over).push({
      kind: 'text',
      x: gutter ? box.x - 8 : box.x + 4,
      y: y + (gutter ? 3.5 : -3),
      text: axisNumber(value / unit.factor, locale),
      size: 10,
      weight: 400,
      fill: theme.muted,
      anchor: gutter ? 'end' : 'start',
      tabular: true,
      ...(gutter ? {} : { halo: theme.paper }),
    });
  }
  const isWhole = foremost(track, scale);
  const shapes: Shape[] = [];
  const shapeFor = new Map<Value, Shape>();
  const crowd: { value: Value; x: number; y: number }[] = [];
  const after = bisectLeft(track.starts, view.end);
  for (let i = bisectRight(track.reach, view.start); i < after; i++) {
    const value = track.values[i] as Value;
    if (!isInView(value, view)) continue;
    const middle = (value.start + value.end) / 2;
    const y = toY(value.figure.value);
    if (!isWhole(value)) {
      // The middle of a long period may lie outside the view.
      if (middle >= view.start && middle < view.end) crowd.push({ value, x: toX(middle), y });
      continue;
    }
    const [from, to] = value.timed ? [value.start, value.end] : [middle, middle];
    const shape = shapeOf(
      value,
      {
        x0: value.timed ? Math.max(toX(from), box.x) : toX(from),
        x1: value.timed ? Math.min(toX(to), box.x + box.width) : toX(to),
        y,
        top: toY(topOf(value)),
        zero: toY(0),
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
  const room = gutter ? box : { ...box, y: box.y + HEADROOM, height: box.height - HEADROOM };
  const names = nameValues(shapes, room, track, look);
  return {
    marks: [
      ...grid,
      {
        kind: 'group',
        key: '',
        clip: { ...box, x: box.x - 1, width: box.width + 2 },
        marks: [...dots.marks, ...shapes.map((shape) => shape.group), ...brackets, ...names.texts],
      },
      ...over,
      ...heading(
        track,
        unit.name,
        shapes.length + crowd.length,
        names.named,
        box,
        gutter ? numbers : null,
        left,
        look,
        folds,
      ),
    ],
    // The last is on top.
    hits: [
      ...dots.hits.map(({ id, box }) => ({ id, ...box })),
      ...shapes.map(({ value, hit }) => ({ id: value.event.id, ...hit })),
    ],
  };
}

/** The axis numbers that leave room for the track's name, from below, two at least; all where none would do. */
function besideName<T extends AxisNumber>(
  numbers: readonly T[],
  track: Track,
  box: Box,
  locale: string,
): readonly T[] {
  for (let count = numbers.length; count > 1; count--) {
    const kept = numbers.slice(0, count);
    if (fitsBeside(track, box, kept, locale)) return kept;
  }
  return numbers;
}

function isInView(value: Value, view: View): boolean {
  if (value.timed) return value.start < view.end && value.end > view.start;
  const middle = (value.start + value.end) / 2;
  return middle >= view.start && middle < view.end;
}
