import type { TimelineEvent } from '../../model/event.ts';
import { textWidth } from '../../scene/advances.ts';
import { mix, onTheme } from '../../scene/colour.ts';
import type { Box, Group, Mark, Polyline, Text } from '../../scene/scene.ts';
import { shift } from '../../scene/shift.ts';
import { transpose } from '../../scene/transpose.ts';
import { countOf as countFigures, wordsOf } from '../figures/heading.ts';
import { glyphIn } from '../fold.ts';
import { DOT } from '../marks.ts';
import type { HitTarget, LaneSummary, TimelineInput } from '../timeline.ts';
import { COUNT_SIZE, namedOf, TITLE_SIZE, titleWeight } from '../titles.ts';
import { drawCalendar } from './axis.ts';
import { drawNames } from './columnNames.ts';
import { type DrawnColumn, drawColumn } from './columns.ts';
import { drawFigures } from './figureColumns.ts';
import { EDGE, type Frame } from './frame.ts';
import { loudness, titleMarks } from './titleMarks.ts';
import { BETWEEN, type PlacedTitle } from './titles.ts';

/** A title of what a search did not find is this opaque. */
const DIM = 0.44;

/** A chart whose time runs downwards, without what is around it. */
export interface DownChart {
  readonly marks: readonly Mark[];
  readonly hits: readonly HitTarget[];
  readonly lanes: readonly LaneSummary[];
  readonly folds: readonly Box[];
  /** Ids of the events that are drawn as marks of their own. */
  readonly drawn: ReadonlySet<string>;
}

/**
 * Draws everything that stands in a frame: the calendar, the columns with their names, the titles with the lines that lead to
 * them, the figures, and below how many of all are named. For the screen and for paper alike.
 * @param input whose store tells events apart by category. @param plot where time runs. @param scale px per day.
 * @param level zoom level. @param titles with their places from the top of the plot, in their order.
 * @param marked columns with no more events in view than that have no ridge.
 */
export function drawDown(
  input: TimelineInput,
  frame: Frame,
  plot: Box,
  scale: number,
  level: number,
  titles: readonly PlacedTitle[],
  marked = 0,
): DownChart {
  const { store, categories, view, theme, locale, selected, found } = input;
  const { calendar, left, right, labelX, dates, end, columns, lanes, narrow } = frame;
  const laned: TimelineInput = { ...input, store: lanes.store };
  const named = new Set(titles.map(({ event }) => event.id));
  if (selected !== null) named.add(selected);
  // Drawn along x as in the other layouts, and turned.
  const strip: Box = { x: plot.y, y: left, width: plot.height, height: columns.width };
  const drawn = columns.frames.map((lane) => drawColumn(lane, laned, strip, scale, level, named, marked));

  const colours = new Map(categories.map(({ key, colour }) => [key, onTheme(colour, theme)]));
  const inkOf = ({ category }: TimelineEvent): string => colours.get(category) ?? theme.muted;
  const own = new Map<string, readonly Mark[]>();
  const leads: Mark[] = [];
  const hits: HitTarget[] = drawn.flatMap((column) =>
    column.hits.map((hit) => ({ ...hit, x: hit.y, y: hit.x, width: hit.height, height: hit.width })),
  );
  for (const title of titles) {
    const { event, emphasis, top, height: tall } = title;
    const y = plot.y + top;
    const dim = found && !found.has(event.id) ? DIM : 1;
    const loud = event.id === selected || (found?.has(event.id) ?? false);
    own.set(
      event.id,
      titleMarks(
        title.dates,
        title.lines,
        {
          date: labelX,
          title: labelX + dates,
          top: y,
          stacked: narrow,
          ...loudness(emphasis, loud, theme),
          dim,
        },
        theme,
      ),
    );
    const words = Math.max(...title.lines.map((line) => textWidth(line, TITLE_SIZE, titleWeight(emphasis))));
    const wide = Math.min(dates + words + 8, end - labelX + 4);
    hits.push({ id: event.id, x: labelX - 4, y, width: wide, height: tall - BETWEEN });
    const line = leadOf(title, drawn, plot, view.start, scale, frame, mix(theme.paper, inkOf(event), 0.45));
    if (line) leads.push(dim < 1 ? { ...line, opacity: dim } : line);
  }

  const figures = drawFigures(frame.figures, view, plot, scale, frame.top, frame.free, narrow, theme, locale);
  hits.push(...figures.hits);
  const axis = drawCalendar(calendar, { store, view, theme, locale }, plot, scale, left, [
    [0, right],
    ...frame.figures.columns.map(({ x, width: wide }) => [x, x + wide] as const),
  ]);
  const told = drawn.map(({ summary }, i) => {
    const { colour } = columns.frames[i]!;
    return { ...summary, ink: colour === null ? theme.muted : onTheme(colour, theme) };
  });
  const names = frame.names
    ? drawNames(frame.names, frame.named, told, narrow, theme, locale)
    : { marks: [], boxes: [] };
  const namesTop = frame.top - (frame.names?.height ?? 0);
  const clip: Box = { ...plot, y: plot.y - EDGE.clip, height: plot.height + EDGE.clip + 6 };
  const summaries = drawn.map(({ summary }, i): LaneSummary => {
    const label = names.boxes[i];
    return {
      ...summary,
      ...(summary.key === lanes.list.at(-1)?.key && lanes.shared.length > 0 ? { shares: lanes.shared } : {}),
      ...(label ? { label: { ...label, y: label.y + namesTop } } : {}),
    };
  });
  const groups: readonly Group[] = [
    { kind: 'group', key: 'axis', marks: axis.marks },
    {
      kind: 'group',
      key: 'ridges',
      clip,
      marks: drawn.map((column, i) => ({
        kind: 'group',
        key: `ridge-${columns.frames[i]!.key}`,
        title: `${column.summary.name}: ${column.summary.inView}`,
        marks: column.ridge.map(transpose),
      })),
    },
    { kind: 'group', key: 'figures', clip, marks: figures.marks },
    {
      kind: 'group',
      key: 'selected-day',
      clip,
      marks: selectedLine(input, plot, left, right, scale, inkOf),
    },
    { kind: 'group', key: 'leads', clip, marks: leads },
    { kind: 'group', key: 'events', clip, marks: drawn.flatMap((column) => eventGroups(column, own)) },
    { kind: 'group', key: 'lanes', marks: raised(names.marks, namesTop) },
    { kind: 'group', key: 'figure-names', marks: figures.names },
    { kind: 'group', key: 'rules', marks: rulesOf(frame, plot, input, summaries) },
  ];
  return {
    marks: groups.filter(({ marks }) => marks.length > 0),
    hits,
    lanes: summaries,
    folds: axis.folds,
    drawn: new Set(drawn.flatMap(({ events }) => events.map(({ id }) => id))),
  };
}

/** The line from the mark of an event to its title; null where the mark is not in view, or not drawn. */
function leadOf(
  { event, at, top, height }: PlacedTitle,
  drawn: readonly DrawnColumn[],
  plot: Box,
  start: number,
  scale: number,
  { right, labelX }: Frame,
  stroke: string,
): Polyline | null {
  let across: number | undefined;
  for (const column of drawn) across ??= column.across.get(event.id);
  const from = plot.y + (at - start) * scale;
  if (across === undefined || from < plot.y - 2 || from > plot.y + plot.height + 2) return null;
  const middle = plot.y + top + (height - BETWEEN) / 2;
  return {
    kind: 'polyline',
    points: [across + DOT + 2, from, right, from, labelX - 14, middle, labelX - 7, middle],
    closed: false,
    stroke,
  };
}

const eventGroups = (
  { events }: DrawnColumn,
  texts: ReadonlyMap<string, readonly Mark[]>,
): readonly Group[] =>
  events.map(({ id, title, marks }) => ({
    kind: 'group',
    key: `event-${id}`,
    ...(title === null ? {} : { title }),
    marks: [...marks.map(transpose), ...(texts.get(id) ?? [])],
  }));

const raised = (marks: readonly Mark[], by: number): readonly Mark[] =>
  by === 0 ? marks : marks.map((mark) => shift(mark, 0, by));

/** Lines under the names and under the plot, and how many of all are named. */
function rulesOf(
  { top, labelX, figures, end }: Frame,
  plot: Box,
  { view: { width }, theme, locale }: TimelineInput,
  lanes: readonly LaneSummary[],
): readonly Mark[] {
  const sum = (of: 'named' | 'inView'): number => lanes.reduce((all, lane) => all + lane[of], 0);
  const bottom = plot.y + plot.height + EDGE.bottom;
  const line = (y: number): Mark => ({ kind: 'line', x1: 0, y1: y, x2: width, y2: y, stroke: theme.rule });
  const count = namedOf(sum('named'), sum('inView'), locale);
  // Figures that no column tells of are counted here, where no heading does.
  const rest =
    figures.columns.length === 0 && figures.left.length > 0
      ? ` · ${wordsOf(locale).figures}: ${countFigures(figures.left, locale)}`
      : '';
  const words = textWidth(count + rest, COUNT_SIZE, 400, true) <= end - labelX ? count + rest : count;
  const text: Text = {
    kind: 'text',
    x: labelX,
    y: bottom - 8,
    text: words,
    size: COUNT_SIZE,
    weight: 400,
    fill: theme.muted,
    anchor: 'start',
    tabular: true,
  };
  return [text, ...(top > 0 ? [line(Math.round(top) + 0.5)] : []), line(bottom - 0.5)];
}

/** The dotted line from the calendar to the titles at the selected event. */
function selectedLine(
  { store, selected, view }: TimelineInput,
  plot: Box,
  left: number,
  right: number,
  scale: number,
  inkOf: (event: TimelineEvent) => string,
): Mark[] {
  const position = selected === null ? -1 : store.indexOf(selected);
  if (position < 0) return [];
  const event = store.at(position);
  const y = plot.y + (glyphIn(store, event).at - view.start) * scale;
  if (y < plot.y || y > plot.y + plot.height) return [];
  return [
    {
      kind: 'line',
      x1: left - 6,
      y1: y,
      x2: right,
      y2: y,
      stroke: inkOf(event),
      strokeWidth: 1.1,
      dash: [1.6, 3.2],
    },
  ];
}
