import type { Box } from '../../scene/scene.ts';
import { workAhead } from '../ahead.ts';
import { NARROW } from '../narrow.ts';
import { layoutOverview, OVERVIEW } from '../overview.ts';
import { levelOf, pxPerDay } from '../scale.ts';
import type { TimelineInput, TimelineLayout } from '../timeline.ts';
import { calendarOf } from './axis.ts';
import { drawDown } from './chart.ts';
import { EDGE, frameOf, lookOf, MARGIN } from './frame.ts';
import { isOpenIn } from './lanes.ts';
import { placeTitles } from './titles.ts';

/**
 * Lays out a timeline whose time runs downwards, as it is on the screen: at the left the calendar, then a column of
 * tracks for each lane, date and title of as many events as have room, with thin lines between them, and at the right a
 * column for each unit of figures. The names of all columns stand above the plot, wherever it is looked at. Where marks
 * crowd, a ridge along the column counts them. The overview lies below, as it does when time runs to the right.
 *
 *     ┌──────┬─────────┬──────────────────┬─────────┐
 *     │      │ names of the columns                 │
 *     ├──────┼─────────┬──────────────────┬─────────┤
 *     │ axis │ columns │ dates and titles │ figures │
 *     ├──────┴─────────┴──────────────────┴─────────┤
 *     │ overview                                    │
 *     └─────────────────────────────────────────────┘
 *
 * A function of its argument. The rules are in `README.md` beside this folder.
 */
export function layoutDownwards(input: TimelineInput): TimelineLayout {
  const { store, categories, view, theme, locale, selected, found } = input;
  const { width, height } = view;
  const narrow = width < NARROW;
  const overviewHeight = height < OVERVIEW.from ? 0 : OVERVIEW[narrow ? 'narrow' : 'wide'];
  const plotOf = (top: number): Box => ({
    x: 0,
    y: top + EDGE.top,
    width,
    height: Math.max(height - top - EDGE.top - EDGE.bottom - overviewHeight, 1),
  });
  // How high the names are follows from the lanes and from the width; the scale of the calendar from what is left.
  const frame = frameOf(input, width, height - overviewHeight, narrow, (top) =>
    calendarOf(store, view, pxPerDay(view, plotOf(top).height), locale),
  );
  const { lanes } = frame;
  const plot = plotOf(frame.top);
  const scale = pxPerDay(view, plot.height);
  const level = levelOf(scale, input.previous ?? null);
  const titles = placeTitles(
    lanes.store,
    lanes.list.filter(({ key }) => !lanes.thin.has(key)).map(({ key }) => key),
    isOpenIn(lanes, input.lanes),
    view.start,
    scale,
    level,
    plot.height,
    lookOf(frame, locale),
    selected,
    found,
  );
  const chart = drawDown(input, frame, plot, scale, level, titles);
  workAhead(lanes.store, frame.columns.frames, view, level, scale);
  const marks = [...chart.marks];
  let overview: TimelineLayout['overview'] = null;
  if (overviewHeight > 0) {
    const sides = narrow ? MARGIN.narrow : MARGIN.wide;
    const gutter = narrow ? sides : 120;
    const box: Box = {
      x: gutter,
      y: height - overviewHeight + 12,
      width: Math.max(width - gutter - (narrow ? sides : 16), 1),
      height: overviewHeight - 12,
    };
    const over = layoutOverview(store, categories, view, box, theme, locale, input.still);
    marks.push(...over.marks);
    overview = { ...box, start: over.start, end: over.end };
  }
  return {
    scene: { width, height, background: theme.paper, marks },
    level,
    down: true,
    lanes: chart.lanes,
    hits: chart.hits,
    folds: chart.folds,
    plot,
    overview,
  };
}
