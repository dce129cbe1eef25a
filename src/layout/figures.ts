import { inkOnTheme, onTheme } from '../scene/colour.ts';
import type { Box, Mark } from '../scene/scene.ts';
import type { Theme } from '../scene/theme.ts';
import type { EventStore } from '../store/store.ts';
import { leftOutBeside, leftOutWithin } from './figures/heading.ts';
import { readFigures } from './figures/reading.ts';
import { LEAST_GUTTER, layoutTrack } from './figures/track.ts';
import type { HitTarget, View } from './timeline.ts';

export interface FiguresLayout {
  readonly marks: Mark[];
  readonly hits: HitTarget[];
}

/** Colour of the figures, as for light paper. */
export const FIGURES_COLOUR = '#2f8a63';

const TRACK_HEIGHT = 104;
/** A track lower than this shows nothing that can be read; without room at its left it has to hold its name too. */
const LEAST_TRACK = { beside: 56, within: 78 };
/** Height of a strip that only says how many figures there are, px: two lines left of the box, or one. */
const STRIP = { lines: 38, line: 18 };
/** A chart lower than this has room for one line only, px. */
const LOW = 160;
/** Least height of a line, px. */
const LINE = 16;

/**
 * Height that the figures of all events deserve, px: a track for each of the units that say most. A single value is no
 * chart, nor are counts of things that have nothing to do with each other: what is counted (`ships`) needs two values
 * of one name, what is measured (money, shares, tonnes) two values. Where no unit has them, the answer is 0.
 */
export function figuresLaneHeight(store: EventStore): number {
  return readFigures(store).tracks.length * TRACK_HEIGHT;
}

/**
 * Height that figures take of what they are offered, px: all of it when a track has room, else that of a strip which says
 * how many there are, so that the lanes have the rest.
 * @param beside whether there is room left of the box. @param whole height of lanes and figures, px.
 */
export function figuresHeightIn(offered: number, beside: boolean, whole: number): number {
  if (!(offered > 0)) return 0;
  const strip = beside && whole >= LOW ? STRIP.lines : STRIP.line;
  return offered >= (beside ? LEAST_TRACK.beside : LEAST_TRACK.within) ? offered : Math.min(strip, whole / 2);
}

/**
 * Values that the texts report, over the period each is for: a track for each unit with an axis of its own, never a
 * common one. A value whose period the text gives is a bar; one without is a ring at its event; a range is drawn from
 * its low end to its high one. Where sources disagree about the same thing and period, the first is drawn solid and
 * each other as a dashed line, a bracket holds them together, and all have value and source. Where values crowd, the
 * foremost are drawn so and the others as dots. Figures in units without a track are counted in words.
 * @param box where time runs; names and axis numbers go left of it, or inside when there is no room.
 * @param colour of the bars, `#rrggbb`, as for light paper.
 * @param folds bands of folded time, px: words within the box keep clear of them.
 * @param found ids of the events that a search found; the values of others are dimmed.
 */
export function layoutFigures(
  store: EventStore,
  view: View,
  box: Box,
  theme: Theme,
  locale: string,
  colour: string,
  folds: readonly Box[] = [],
  found: { has(id: string): boolean } | null = null,
): FiguresLayout {
  const { tracks, others } = readFigures(store);
  if (tracks.length === 0 || !(view.end > view.start)) return { marks: [], hits: [] };
  const least = box.x >= LEAST_GUTTER ? LEAST_TRACK.beside : LEAST_TRACK.within;
  const shown = tracks.slice(0, Math.max(0, Math.floor(box.height / least)));
  const left = [
    ...tracks.slice(shown.length).map((t) => ({ unit: t.unit, values: t.values.length })),
    ...others,
  ];
  const look = { theme, locale, bar: onTheme(colour, theme), ink: inkOnTheme(colour, theme), found };
  if (shown.length === 0) {
    const words =
      box.x >= LEAST_GUTTER ? leftOutBeside(left, box, look) : leftOutWithin(left, box, folds, look);
    return { marks: box.height < LINE ? [] : words, hits: [] };
  }
  const height = box.height / shown.length;
  const painted = shown.map((track, i) =>
    layoutTrack(
      track,
      view,
      { ...box, y: box.y + i * height, height },
      i === shown.length - 1 ? left : [],
      look,
      folds,
    ),
  );
  return {
    marks: [{ kind: 'group', key: 'figures', marks: painted.flatMap((p) => p.marks) }],
    hits: painted.flatMap((p) => p.hits),
  };
}
