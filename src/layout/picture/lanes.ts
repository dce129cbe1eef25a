import { figuresLaneHeight } from '../figures.ts';
import { leastHeights } from '../lanes.ts';
import { NARROW } from '../narrow.ts';
import { layoutTimeline, type TimelineLayout } from '../timeline.ts';
import type { Arranged, Arrangement } from './arranged.ts';

/** Least height of a chart, px. */
export const LEAST_CHART = 160;

/** A picture that nobody gave a height grows so far for lanes that need it, px. */
const MOST = 12_000;

/** Time from left to right, once: the chart as it is on the screen. */
export function arrangeLanes(wanted: Arrangement): Arranged {
  const { store, lanes, width } = wanted;
  const count = (lanes?.store ?? store).categories.length;
  // Axis, figures and overview take a part of what the lanes need.
  const least = count * leastHeights(width < NARROW).open * 1.2 + 240;
  const room = wanted.fill ? wanted.room : Math.max(wanted.room, Math.min(least, MOST));
  let chart = chartOf(wanted, room);
  if (!wanted.fill) {
    const needed = neededHeight(chart, figuresLaneHeight(store));
    if (needed < room) chart = chartOf(wanted, needed);
  }
  return {
    marks: chart.scene.marks,
    height: chart.scene.height,
    drawn: new Set(chart.hits.map((hit) => hit.id)),
  };
}

const chartOf = (
  { store, categories, lanes, window, width, fill, theme, locale }: Arrangement,
  height: number,
): TimelineLayout =>
  layoutTimeline({
    store,
    categories,
    ...(lanes ? { lanes } : {}),
    view: { ...window, width, height },
    theme,
    selected: null,
    found: null,
    locale,
    previous: null,
    still: true,
    roomy: fill,
  });

/** Height of a chart that holds the lanes of one with room to spare, its figures and its overview, px. */
export function neededHeight({ lanes, plot, scene }: TimelineLayout, figures: number): number {
  const bottom = Math.max(...lanes.map((lane) => lane.y + lane.height), plot.y);
  const below = scene.height - plot.y - plot.height;
  return Math.max(LEAST_CHART, Math.ceil(bottom + figures + below));
}
