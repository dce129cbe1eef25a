import type { Days } from '../model/days.ts';
import { mix } from '../scene/colour.ts';
import type { Box, Line, Mark, Text } from '../scene/scene.ts';
import type { Theme } from '../scene/theme.ts';
import { type Fold, piecesOf } from '../store/fold.ts';
import { realOf, ticksIn } from './bins.ts';
import { calendarNames } from './calendar.ts';
import { type Folds, NO_FOLDS } from './fold.ts';
import type { TickUnit } from './tickUnits.ts';
import { COARSE_GAP, COARSE_SIZE, chooseTiers, FINE_SIZE, labelWidth } from './tiers.ts';
import type { View } from './timeline.ts';

/** Height above the plot that the two tiers of labels take, px. */
export const AXIS_HEIGHT = 44;

/** From a grid line to its label. */
const INDENT = 6;

/** Labels keep this far from the edges of the picture. */
const MARGIN = 4;

/**
 * The axis: grid lines down the plot, and above it a coarse unit in bold over a fine one. The coarse label of what is
 * at the left edge stays there until the next pushes it out. Which units are used depends on the scale alone (and on
 * how long names of years get beyond four digits), so panning changes no unit.
 * Labels of a tier never touch; a label that would leave the picture is left out, its line stays.
 * Where time is folded, each stretch between folds has its own ticks and its own coarse label, as if it were alone.
 * @param plot the box in which time runs; the labels take {@link AXIS_HEIGHT} above it, and may use the room left of it.
 * @param fold of the view's time. @param folds what is drawn of it: its words stand among the fine labels.
 * @param pushes whether a coarse label is pushed out to the left of the plot; where not, it goes when it has no room.
 * @returns grid first, then labels. Nothing for an empty or unordered view.
 */
export function layoutTicks(
  view: View,
  plot: Box,
  theme: Theme,
  locale: string,
  fold?: Fold,
  folds: Folds = NO_FOLDS,
  pushes = true,
): Mark[] {
  const scale = plot.width / (view.end - view.start);
  if (!(Number.isFinite(scale) && scale > 0)) return [];
  const names = calendarNames(locale);
  const pieces = piecesOf(view, fold);
  const tiers = chooseTiers(realOf(view, fold), scale, names);
  const toPx = (days: Days) => plot.x + (days - view.start) * scale;
  const crisp = (x: number) => Math.round(x) + 0.5;
  const top = plot.y - AXIS_HEIGHT;
  const bottom = plot.y + plot.height;
  const fineInk = theme.rule;
  const coarseInk = mix(theme.rule, theme.ink, 0.1);
  const line = (x: number, y1: number, y2: number, stroke: string, opacity?: number): Line => ({
    kind: 'line',
    x1: crisp(x),
    y1,
    x2: crisp(x),
    y2,
    stroke,
    ...(opacity === undefined ? {} : { opacity }),
  });

  const ticksOf = (unit: TickUnit) => pieces.flatMap((piece) => ticksIn(unit, piece));
  const coarseTicks = ticksOf(tiers.coarse);
  const fineTicks = ticksOf(tiers.fine);
  const coarseAt = new Set(coarseTicks.map(({ real }) => real));
  const fineAt = new Set(fineTicks.map(({ real }) => real));
  const grid: Line[] = [];
  for (const { at, real } of tiers.minor ? ticksOf(tiers.minor) : []) {
    if (!fineAt.has(real) && !coarseAt.has(real)) grid.push(line(toPx(at), plot.y - 5, plot.y, fineInk));
  }
  for (const { at, real } of fineTicks)
    if (!coarseAt.has(real)) grid.push(line(toPx(at), plot.y - 14, bottom, fineInk, 0.7));
  for (const { at } of coarseTicks) grid.push(line(toPx(at), top + 4, bottom, coarseInk));

  const labels: Mark[] = [];
  const text = (x: number, y: number, words: string, coarse: boolean): Text => ({
    kind: 'text',
    x,
    y,
    text: words,
    size: coarse ? COARSE_SIZE : FINE_SIZE,
    weight: coarse ? 650 : 400,
    fill: coarse ? theme.ink : theme.muted,
    anchor: 'start',
    tabular: true,
  });
  labels.push(...coarseLabels());
  let free = -Infinity;
  for (const { at, real } of fineTicks) {
    const x = toPx(at) + INDENT;
    const words = tiers.fine.label(real);
    const width = labelWidth(words, false);
    if (x < free || x + width > view.width - MARGIN) continue;
    // Nothing stands on a torn edge.
    if (folds.taken.some(([from, to]) => x < to && x + width > from)) continue;
    if (folds.boxes.some((box) => x < box.x && x + width > box.x)) continue;
    labels.push(text(x, plot.y - 8, words, false));
    free = x + width + MARGIN;
  }
  const rule: Line = {
    kind: 'line',
    x1: Math.max(0, plot.x - INDENT * 2),
    y1: Math.round(plot.y) + 0.5,
    x2: plot.x + plot.width,
    y2: Math.round(plot.y) + 0.5,
    stroke: theme.rule,
  };
  return [
    { kind: 'group', key: 'grid', clip: gridClip(plot, top, bottom), marks: [...grid, ...folds.ground] },
    { kind: 'group', key: 'axis-labels', marks: [rule, ...labels, ...folds.labels] },
  ];

  function coarseLabels(): Text[] {
    const baseline = plot.y - 26;
    const out: Text[] = [];
    // From the right, so that the label held at the left edge knows how much room is left to it.
    let limit = view.width - MARGIN;
    for (const piece of pieces.toReversed()) {
      const ticks = ticksIn(tiers.coarse, piece);
      for (const { at, real } of ticks.toReversed()) {
        const words = tiers.coarse.label(real);
        const width = labelWidth(words, true);
        const x = toPx(at) + INDENT;
        if (x + width > limit) continue;
        out.push(text(x, baseline, words, true));
        limit = x - COARSE_GAP;
      }
      // The first tick in view may lie a hair inside it: then its own label is the one at the edge.
      const current = tiers.coarse.at(piece.start - piece.later);
      if (coarseAt.has(current)) continue;
      const words = tiers.coarse.label(current);
      const width = labelWidth(words, true);
      const next = ticks[0];
      const room = Math.min(limit, next === undefined ? Infinity : toPx(next.at) - MARGIN);
      // At the left edge of the picture the next one pushes it out; after a fold there is nowhere to go.
      const wish = toPx(piece.start) + INDENT;
      const atEdge = pushes && piece.start === view.start;
      const x = Math.min(wish, room - width);
      if (x < (atEdge ? MARGIN : wish)) continue;
      out.push(text(x, baseline, words, true));
      limit = x - COARSE_GAP;
    }
    return out.reverse();
  }
}

/** Lines are cut at the sides only, half a pixel generously. */
const gridClip = (plot: Box, top: number, bottom: number): Box => ({
  x: plot.x - 1,
  y: top,
  width: plot.width + 2,
  height: bottom - top,
});
