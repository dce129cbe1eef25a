import type { Days } from '../model/days.ts';
import { readEdtf } from '../model/edtf.ts';
import type { TimelineEvent } from '../model/event.ts';
import { shapeOf } from '../model/when.ts';
import { mix } from '../scene/colour.ts';
import type { Box, Fade, Mark } from '../scene/scene.ts';
import type { Theme } from '../scene/theme.ts';

/** Radius of the dot of a day, px. */
export const DOT = 4.5;
/** Radius of the ring around the selected event, px. */
export const RING = 9.5;
/** From a mark to its label, px. */
export const GAP = 6;
/** From the end of a bar to a label inside it, px. */
export const INSET = 9;
/** Room between the dot of a vague bar and a label inside it, px. */
const BESIDE_DOT = 7;
/** Least width of a known span and of a vague one, px: both still read as what they are, and not as a dot. */
const LEAST_SPAN = 11;
const LEAST_VAGUE = 17;
/** How far an open end is drawn before it has faded away, px. */
const TAIL = 72;
/** A day that is wider than this, px, is drawn as the span it is, with the event somewhere in it. */
export const WIDE_DAY = 30;

/** What is known of an event's date, as far as drawing goes. */
export interface Glyph {
  /** `point`: one day or a time of day. `span`: known from start to end. `vague`: somewhere within. */
  readonly kind: 'point' | 'span' | 'vague';
  readonly start: Days;
  readonly end: Days;
  /** The instant that the mark stands at: the middle, the known end of an open span, or the time of day. */
  readonly at: Days;
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** One whole day. */
  readonly plain: boolean;
  /** A time of day is known. */
  readonly timed: boolean;
  readonly approximate: boolean;
  /** Not printed with the event, but taken from a heading, from the sentence before, or concluded. */
  readonly inferred: boolean;
  /** Has not happened: planned or hypothetical. */
  readonly hollow: boolean;
}

/** Reads off an event how it is to be drawn. */
export function glyphOf(event: Pick<TimelineEvent, 'time' | 'status'>): Glyph {
  const { time, status } = event;
  const { precision, edtf } = time;
  let { start, end } = time;
  // Nine events of ten are plain days, and most others last from day to day; both are told without parsing.
  const plain = precision === 'day' && end - start === 1 && !edtf.includes('/');
  const shape = plain ? PLAIN : precision === 'day' && isFromDayToDay(edtf) ? FROM_DAY_TO_DAY : shapeOf(time);
  const timed = precision === 'time' && shape.kind === 'point';
  if (precision === 'time' && !timed) [start, end] = hoursOf(edtf, start, end);
  const at = shape.openEnd
    ? start
    : shape.openStart
      ? end
      : timed
        ? start + minuteOf(edtf) / 1440
        : (start + end) / 2;
  return {
    kind: shape.kind,
    openStart: shape.openStart,
    openEnd: shape.openEnd,
    start,
    end,
    at,
    plain: shape.kind === 'point' && !timed,
    timed,
    approximate: time.approximate,
    inferred: time.how === 'heading' || time.how === 'inherited' || time.how === 'inferred',
    hollow: status === 'planned' || status === 'hypothetical',
  };
}

const PLAIN = { kind: 'point', openStart: false, openEnd: false } as const;
const FROM_DAY_TO_DAY = { kind: 'span', openStart: false, openEnd: false } as const;

/** Whether a date has the form of `2024-05-16/2024-06-01`. */
const isFromDayToDay = (edtf: string): boolean =>
  edtf.length === 21 &&
  edtf[4] === '-' &&
  edtf[7] === '-' &&
  edtf[10] === '/' &&
  edtf[15] === '-' &&
  edtf[18] === '-';

/** From time of day to time of day, where a span says them; a side that knows its day only counts whole. */
function hoursOf(edtf: string, start: Days, end: Days): [start: Days, end: Days] {
  const [low, high] = edtf.split('/').map((side) => readEdtf(side));
  const from = low && !('problem' in low) && low.minute !== undefined ? low.start + low.minute / 1440 : start;
  const to =
    high && !('problem' in high) && high.minute !== undefined ? high.start + high.minute / 1440 : end;
  return to > from ? [from, to] : [start, end];
}

function minuteOf(edtf: string): number {
  const span = readEdtf(edtf);
  return 'problem' in span ? 720 : (span.minute ?? 720);
}

/** How far a mark reaches to the left (≤ 0) and right (≥ 0) of `glyph.at`, px. @param scale px per day. */
export function markReach(glyph: Glyph, scale: number): readonly [left: number, right: number] {
  return [reachLeft(glyph, scale), reachRight(glyph, scale)];
}

/** One side of {@link markReach}, ≤ 0. */
export function reachLeft(glyph: Glyph, scale: number): number {
  if (glyph.openEnd) return -DOT;
  return glyph.openStart ? -TAIL : -halfOf(glyph, scale);
}

/** The other side of it, ≥ 0. */
export function reachRight(glyph: Glyph, scale: number): number {
  if (glyph.openEnd) return TAIL;
  return glyph.openStart ? DOT : halfOf(glyph, scale);
}

/** Half the length of a mark without open ends, px. */
function halfOf(glyph: Glyph, scale: number): number {
  const length = (glyph.end - glyph.start) * scale;
  if (glyph.kind === 'point') return glyph.timed || scale < WIDE_DAY ? DOT : length / 2;
  return Math.max(length, glyph.kind === 'span' ? LEAST_SPAN : LEAST_VAGUE) / 2;
}

/** Whether a small dot in the middle says that the event lies somewhere within its bar. */
export const isSoft = (glyph: Glyph, scale: number): boolean =>
  glyph.kind === 'vague' || (glyph.kind === 'point' && !glyph.timed && scale >= WIDE_DAY);

/**
 * How far mark and label reach to one side when the label stands inside the bar, if it has room there, or else beside
 * the mark, on that side.
 * @param width of the label, px. @param leftwards the label goes left of the mark, and the left side is asked for.
 * @returns ≤ 0 on the left, else ≥ 0. On the other side mark and label reach as far as the mark.
 */
export function labelledReach(glyph: Glyph, width: number, scale: number, leftwards: boolean): number {
  const left = reachLeft(glyph, scale);
  const right = reachRight(glyph, scale);
  if (fitsInside(glyph, right - left, width, scale)) return leftwards ? left : right;
  if (leftwards) return left - GAP - width;
  return glyph.openEnd ? Math.max(right, DOT + GAP + width) : right + GAP + width;
}

/** Whether a label has room inside a bar `length` px long, beside the dot if there is one. */
export function fitsInside(glyph: Glyph, length: number, width: number, scale: number): boolean {
  if (glyph.openStart || glyph.openEnd || (glyph.kind === 'point' && !isSoft(glyph, scale))) return false;
  return isSoft(glyph, scale) ? length / 2 >= INSET + width + BESIDE_DOT : length >= INSET + width + INSET;
}

/** Where a label may stand inside a bar: its left edge, or null. Sticks to the left edge of the plot. */
export function insideAt(
  glyph: Glyph,
  x: number,
  reach: readonly [number, number],
  width: number,
  plot: Box,
  scale: number,
): number | null {
  const low = Math.max(x + reach[0], plot.x) + INSET;
  const high = Math.min(x + reach[1], plot.x + plot.width) - INSET;
  // Over the fading tail, beside the dot that marks the known end.
  if (glyph.openEnd) return x + DOT + GAP;
  if (!fitsInside(glyph, reach[1] - reach[0], width, scale)) return null;
  if (!isSoft(glyph, scale)) return low + width <= high ? low : null;
  if (low + width <= Math.min(high, x - BESIDE_DOT)) return low;
  const beside = Math.max(low, x + BESIDE_DOT);
  return beside + width <= high ? beside : null;
}

/**
 * Draws the mark of an event: a dot for a day, a firm bar for a known span, a soft bar with a dot for what lies
 * somewhere within. Open ends fade. What has not happened is dashed and hollow; what is inferred carries a lighter ring;
 * what is approximate is softer.
 * @param x where `glyph.at` lies, px. @param y middle of the row, px. @param scale px per day.
 * @param plot bars are cut a little outside of it.
 * @param colour of the category on this theme. @param dim factor on all opacities, 1 for none.
 */
export function drawMark(
  glyph: Glyph,
  x: number,
  y: number,
  scale: number,
  plot: Box,
  colour: string,
  theme: Theme,
  dim: number,
): Mark[] {
  const [left, right] = markReach(glyph, scale);
  if (glyph.openStart || glyph.openEnd) {
    return [drawTail(glyph, x, y, colour, dim), ...drawDot(glyph, x, y, colour, theme, dim)];
  }
  if (glyph.kind === 'point' && !isSoft(glyph, scale)) return drawDot(glyph, x, y, colour, theme, dim);
  const length = right - left;
  const height = Math.min(16, Math.max(2 * DOT, 2 * DOT + (length - 40) / 6));
  // Beyond the plot nothing is seen, and coordinates far outside are beyond what painters can draw.
  const low = Math.max(x + left, plot.x - MARGIN);
  const high = Math.min(x + right, plot.x + plot.width + MARGIN);
  const box = { x: low, y: y - height / 2, width: Math.max(high - low, 0.5), height, radius: height / 2 };
  const within = (from: number, to: number) =>
    [(low - (x + from)) / (to - from), (high - (x + from)) / (to - from)] as const;
  const soft = isSoft(glyph, scale);
  const marks: Mark[] = [];

  if (glyph.hollow) {
    marks.push({
      kind: 'rect',
      ...box,
      fill: mix(theme.paper, colour, 0.08),
      stroke: colour,
      strokeWidth: 1.1,
      dash: [3.5, 2.5],
      opacity: dim * (soft ? 0.8 : 1),
    });
  } else if (soft) {
    const strong = glyph.approximate ? 0.28 : 0.4;
    marks.push({
      kind: 'rect',
      ...box,
      fill: fade(
        colour,
        [
          { at: 0, opacity: 0 },
          { at: 0.3, opacity: strong },
          { at: 0.7, opacity: strong },
          { at: 1, opacity: 0 },
        ],
        within(left, right),
      ),
      opacity: dim,
    });
  } else {
    // A short span is as firm as a dot; a long one pales so that ink is read on it.
    const firm = Math.min(1, Math.max(0.3, 1 - (length - 16) / 40));
    marks.push(
      glyph.approximate
        ? {
            kind: 'rect',
            ...box,
            fill: fade(
              colour,
              [
                { at: 0, opacity: 0.1 },
                { at: 0.15, opacity: firm * 0.8 },
                { at: 0.85, opacity: firm * 0.8 },
                { at: 1, opacity: 0.1 },
              ],
              within(left, right),
            ),
            opacity: dim,
          }
        : {
            kind: 'rect',
            ...box,
            fill: mix(theme.paper, colour, firm),
            stroke: glyph.inferred ? mix(theme.paper, colour, 0.55) : colour,
            strokeWidth: 1.2,
            opacity: dim,
          },
    );
  }
  if (soft && x > plot.x - MARGIN && x < plot.x + plot.width + MARGIN) {
    const ring = glyph.inferred || glyph.hollow;
    marks.push({
      kind: 'circle',
      cx: x,
      cy: y,
      r: 2.4,
      ...(ring ? { fill: theme.paper, stroke: colour, strokeWidth: 1.2 } : { fill: colour }),
      opacity: dim,
    });
  }
  return marks;
}

/** How far outside the plot bars are drawn, px: rounded ends and strokes stay out of sight. */
const MARGIN = 24;

/** From the known end into the open: nobody says how far. */
function drawTail(glyph: Glyph, x: number, y: number, colour: string, dim: number): Mark {
  const [near, far] = [glyph.hollow ? 0.25 : 0.55, 0];
  return {
    kind: 'rect',
    x: glyph.openEnd ? x : x - TAIL,
    y: y - DOT,
    width: TAIL,
    height: 2 * DOT,
    fill: {
      colour,
      stops: [
        { at: 0, opacity: glyph.openEnd ? near : far },
        { at: 1, opacity: glyph.openEnd ? far : near },
      ],
    },
    opacity: dim,
  };
}

function drawDot(glyph: Glyph, cx: number, cy: number, colour: string, theme: Theme, dim: number): Mark[] {
  if (glyph.hollow) {
    return [
      {
        kind: 'circle',
        cx,
        cy,
        r: DOT,
        fill: theme.paper,
        stroke: colour,
        strokeWidth: 1.3,
        dash: [2.2, 1.6],
        opacity: dim,
      },
    ];
  }
  const marks: Mark[] = [];
  if (glyph.approximate || glyph.inferred) {
    marks.push({
      kind: 'circle',
      cx,
      cy,
      r: DOT,
      fill: mix(theme.paper, colour, glyph.approximate ? 0.3 : 0.16),
      ...(glyph.approximate ? {} : { stroke: mix(theme.paper, colour, 0.6), strokeWidth: 1.1 }),
      opacity: dim,
    });
    marks.push({ kind: 'circle', cx, cy, r: 2.4, fill: colour, opacity: dim });
  } else {
    marks.push({ kind: 'circle', cx, cy, r: DOT, fill: colour, opacity: dim });
  }
  return marks;
}

/**
 * A fade over the visible part of a bar.
 * @param stops over the whole bar. @param part the visible part of it, as shares of its length.
 */
function fade(
  colour: string,
  stops: readonly { readonly at: number; readonly opacity: number }[],
  part: readonly [from: number, to: number],
): Fade {
  const [from, to] = [Math.max(0, part[0]), Math.min(1, part[1])];
  const opacityAt = (at: number): number => {
    const next = stops.findIndex((stop) => stop.at >= at);
    if (next <= 0) return stops[next === 0 ? 0 : stops.length - 1]!.opacity;
    const [a, b] = [stops[next - 1]!, stops[next]!];
    return a.opacity + ((b.opacity - a.opacity) * (at - a.at)) / (b.at - a.at || 1);
  };
  const length = Math.max(to - from, 1e-9);
  const between = stops.filter((stop) => stop.at > from && stop.at < to);
  return {
    colour,
    stops: [
      { at: 0, opacity: opacityAt(from) },
      ...between.map((stop) => ({ at: (stop.at - from) / length, opacity: stop.opacity })),
      { at: 1, opacity: opacityAt(to) },
    ],
  };
}
