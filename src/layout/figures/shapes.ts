import type { Box, Group, Line, Mark } from '../../scene/scene.ts';
import type { Theme } from '../../scene/theme.ts';
import { isContested, type Track, topOf, type Value } from './value.ts';
import { wordsAbout } from './words.ts';

/** Opacity of bars, of what lies between both ends of a range, and of bars whose value is approximate. */
export const BAR_OPACITY = 0.25;
const BETWEEN_OPACITY = 0.12;
const ABOUT_OPACITY = 0.14;
/** Radius of rings, px. */
const RING = 3.5;
/** Bracket around what disagrees: from the bar's left edge, and length of its ends, px. */
const BRACKET = { inset: 5, ends: 4, least: 24 };
/** Side of a value that is one of a crowd, px. */
const DOT = 2;
/** Dots of a crowd of some size stand so far apart at least, px: more of them would say no more and take long. */
const APART = [
  { from: 1500, px: 7 },
  { from: 400, px: 4 },
  { from: 0, px: 2 },
];

/** Colours and language of a track. */
export interface Look {
  readonly theme: Theme;
  readonly locale: string;
  readonly bar: string;
  readonly ink: string;
  /** Ids of the events that a search found; what it did not find is dimmed. */
  readonly found?: { has(id: string): boolean } | null;
}

/** What a search did not find is this opaque, and its words twice as much. */
const DIM = 0.22;

/** How opaque values are that stand together: as the one of them that was found. */
export const opacityOf = (values: readonly Value[], { found }: Look): number =>
  !found || values.some(({ event }) => found.has(event.id)) ? 1 : DIM;

/** Marks that are less opaque. */
const faded = (marks: readonly Mark[], dim: number): readonly Mark[] =>
  dim === 1
    ? marks
    : marks.map((mark) => (mark.kind === 'group' ? mark : { ...mark, opacity: (mark.opacity ?? 1) * dim }));

/** Where a value is drawn, px. */
export interface Spot {
  /** Its edges in time; of a ring its middle twice. */
  readonly x0: number;
  readonly x1: number;
  /** Of the value, of a range's high end, and of zero. */
  readonly y: number;
  readonly top: number;
  readonly zero: number;
}

/** A value that is drawn, the shape that can be pointed at, and its height. */
export interface Shape {
  readonly value: Value;
  readonly group: Group;
  /** Of a bar all of it down to zero. */
  readonly bar: Box;
  /** Where its label stands; of a range the high end. */
  readonly y: number;
  readonly hit: Box;
}

/** A bar over the period, a ring where there is none, a dashed line for what disagrees with an earlier one. */
export function shapeOf(value: Value, spot: Spot, track: Track, look: Look): Shape {
  const { x0, y, top, zero } = spot;
  const gap = spot.x1 - x0 > 6 ? 1 : 0;
  const width = Math.max(3, spot.x1 - x0 - gap);
  const upper = Math.min(y, top, zero);
  const bar: Box = value.timed
    ? { x: x0, y: upper, width, height: Math.max(1, Math.max(y, top, zero) - upper) }
    : { x: x0 - 4, y: Math.min(y, top) - 4, width: 8, height: Math.abs(y - top) + 8 };
  const marks = !value.timed
    ? ringAt(value, spot, look)
    : value.dissents
      ? edges(value, { ...spot, x1: x0 + width }, look, [5, 3])
      : barAt(value, { ...spot, x1: x0 + width }, look);
  return {
    value,
    bar,
    y: topOf(value) === value.figure.value ? y : top,
    hit: value.dissents ? { ...bar, y: Math.min(y, top) - 4, height: Math.abs(y - top) + 8 } : bar,
    group: {
      kind: 'group',
      key: `figure-${value.event.id}-${value.place + 1}`,
      title: wordsAbout(value, track, look.locale).title,
      marks: faded(marks, opacityOf([value], look)),
    },
  };
}

function barAt(value: Value, spot: Spot, look: Look): Mark[] {
  const { x0, x1, y, top, zero } = spot;
  const rect = (from: number, to: number, opacity: number): Mark => ({
    kind: 'rect',
    x: x0,
    y: Math.min(from, to),
    width: x1 - x0,
    height: Math.max(1, Math.abs(from - to)),
    fill: look.bar,
    opacity,
  });
  const soft = value.figure.approximate ? ABOUT_OPACITY : BAR_OPACITY;
  const lines = edges(value, spot, look, value.figure.scaleAssumed ? [2, 2] : undefined);
  return value.upTo === null
    ? [rect(y, zero, soft), ...lines]
    : [rect(y, zero, soft), rect(y, top, BETWEEN_OPACITY), ...lines];
}

/** A line at the value, or one at both ends of a range. */
function edges(value: Value, { x0, x1, y, top }: Spot, look: Look, dash?: readonly number[]): Line[] {
  const at = (height: number): Line => ({
    kind: 'line',
    x1: x0,
    y1: height,
    x2: x1,
    y2: height,
    stroke: look.bar,
    strokeWidth: 2,
    ...(dash ? { dash } : {}),
  });
  return value.upTo === null ? [at(y)] : [at(y), at(top)];
}

function ringAt(value: Value, { x0, y, top }: Spot, look: Look): Mark[] {
  const ring = (cy: number): Mark => ({
    kind: 'circle',
    cx: x0,
    cy,
    r: RING,
    fill: look.theme.paper,
    stroke: look.bar,
    strokeWidth: 2,
  });
  if (value.upTo === null) return [ring(y)];
  const bond: Line = { kind: 'line', x1: x0, y1: y, x2: x0, y2: top, stroke: look.bar, strokeWidth: 2 };
  return [bond, ring(y), ring(top)];
}

/**
 * The bracket that holds together what sources say differently about one thing and period, or null where a bar is too
 * narrow or the values too close for one.
 * @param shapes of all that is told, of which the first is the solid bar.
 */
export function bracketAround(shapes: readonly Shape[], track: Track, look: Look): Group | null {
  const [head] = shapes;
  if (!head || shapes.length < 2 || !isContested(head.value) || head.bar.width < BRACKET.least) return null;
  const heights = shapes.map((shape) => shape.y);
  const [upper, lower] = [Math.min(...heights), Math.max(...heights)];
  if (lower - upper < 3) return null;
  const x = head.bar.x + BRACKET.inset;
  const line = (x1: number, y1: number, x2: number, y2: number): Line => ({
    kind: 'line',
    x1,
    y1,
    x2,
    y2,
    stroke: look.ink,
    strokeWidth: 1.5,
  });
  return {
    kind: 'group',
    key: `disagree-${head.value.event.id}-${head.value.place + 1}`,
    title: wordsAbout(head.value, track, look.locale).title,
    marks: faded(
      [line(x, upper, x, lower), ...heights.map((y) => line(x, y, x + BRACKET.ends, y))],
      opacityOf(head.value.told, look),
    ),
  };
}

/** Values that crowd, each a small square at its height and the middle of its time; one for all that fall together. */
export function crowdOf(
  values: readonly { readonly value: Value; readonly x: number; readonly y: number }[],
  look: Look,
): { readonly marks: Mark[]; readonly hits: { readonly id: string; readonly box: Box }[] } {
  const taken = new Set<number>();
  const apart = APART.find(({ from }) => values.length >= from)?.px ?? DOT;
  const marks: Mark[] = [];
  const hits: { id: string; box: Box }[] = [];
  for (const { value, x, y } of values) {
    const cell = Math.round(x / apart) * 65_536 + Math.round(y / apart);
    if (taken.has(cell)) continue;
    taken.add(cell);
    const box = { x: x - DOT / 2, y: y - DOT / 2, width: DOT, height: DOT };
    marks.push({ kind: 'rect', ...box, fill: look.bar, opacity: 0.45 * opacityOf([value], look) });
    hits.push({ id: value.event.id, box: { x: x - 3, y: y - 3, width: 6, height: 6 } });
  }
  return { marks, hits };
}
