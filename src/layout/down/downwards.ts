import type { Days } from '../../model/days.ts';
import { fitText, textWidth } from '../../scene/advances.ts';
import { mix, onTheme } from '../../scene/colour.ts';
import type { Box, Mark, Text } from '../../scene/scene.ts';
import { transpose } from '../../scene/transpose.ts';
import { calendarNames } from '../calendar.ts';
import { glyphIn, lengthInWords, tornBand } from '../fold.ts';
import { DOT } from '../marks.ts';
import { NARROW } from '../narrow.ts';
import { layoutOverview, OVERVIEW } from '../overview.ts';
import { levelOf, pxPerDay } from '../scale.ts';
import { sharedLane, sharedStore } from '../squeeze.ts';
import { type LabelledTick, singleTicks } from '../ticks.ts';
import type { HitTarget, TimelineInput, TimelineLayout } from '../timeline.ts';
import { COUNT_SIZE, namedOf, TITLE_SIZE, titleWeight } from '../titles.ts';
import { type Columns, drawColumn, layoutColumns, TRACK } from './columns.ts';
import { BETWEEN, LINE, type PlacedTitle, placeTitles } from './titles.ts';

const DATE_SIZE = 11;
/** Above the first moment, and below the last one with the line that counts, px. */
const EDGE = { top: 10, bottom: 24 };
/** At the sides of the picture, px. */
const MARGIN = { wide: 24, narrow: 8 };
/** What leads from the tracks to the titles takes so much, px. */
const LEAD = { wide: 36, narrow: 22 };
/** Columns take at most this share of the width. */
const COLUMNS = 0.34;
/** Dates beside titles take so much at most, px; above them as much as a line. */
const MOST_DATE = 170;

/**
 * Lays out a timeline whose time runs downwards, as it is on the screen: at the left the calendar, then a column of
 * tracks for each category, at the right date and title of as many events as have room, and thin lines between them.
 * Where marks crowd, a ridge along the column counts them. The overview lies below, as it does when time runs to the right.
 *
 *     ┌──────┬─────────┬──────────────────┐
 *     │ axis │ columns │ dates and titles │
 *     │      │         │                  │
 *     ├──────┴─────────┴──────────────────┤
 *     │ overview                          │
 *     └───────────────────────────────────┘
 *
 * Lanes are the categories, whatever else they are arranged by. A function of its argument.
 */
export function layoutDownwards(input: TimelineInput): TimelineLayout {
  const { store, categories, view, theme, locale } = input;
  const { width, height } = view;
  const narrow = width < NARROW;
  const size = narrow ? 'narrow' : 'wide';
  const overviewHeight = height < OVERVIEW.from ? 0 : OVERVIEW[size];
  const plot: Box = {
    x: 0,
    y: EDGE.top,
    width,
    height: Math.max(height - EDGE.top - EDGE.bottom - overviewHeight, 1),
  };
  const scale = pxPerDay(view, plot.height);
  const level = levelOf(scale, input.previous ?? null);
  const ticks = singleTicks(view.start, view.end, plot.height, DATE_SIZE, 12, locale, store.fold);
  const axisWidth = axisWidthOf(input, ticks, narrow);
  const left = MARGIN[size] + axisWidth;

  const { laned, columns } = columnsFor(input, width * COLUMNS);
  const right = left + columns.width;
  const labelX = right + LEAD[size];
  const dates = narrow ? 0 : MOST_DATE;
  const look = {
    room: Math.max(width - MARGIN[size] - labelX - dates, 80),
    stacked: narrow,
    locale,
  };
  const titles = placeTitles(
    store,
    categories,
    view.start,
    scale,
    level,
    plot.height,
    look,
    input.selected,
    input.found,
  );
  const named = new Set(titles.map(({ event }) => event.id));
  if (input.selected !== null) named.add(input.selected);
  // Drawn along x as in the other layouts, and turned.
  const strip: Box = { x: plot.y, y: left, width: plot.height, height: columns.width };
  const drawn = columns.frames.map((lane) => drawColumn(lane, laned, strip, scale, level, named));

  const colours = new Map(categories.map(({ key, colour }) => [key, onTheme(colour, theme)]));
  const own = new Map<string, Mark[]>();
  const leads: Mark[] = [];
  const hits: HitTarget[] = drawn.flatMap((column) =>
    column.hits.map((hit) => ({ ...hit, x: hit.y, y: hit.x, width: hit.height, height: hit.width })),
  );
  for (const title of titles) {
    const { event, at, top, height: tall } = title;
    const across = drawn.reduce<number | undefined>(
      (found, column) => found ?? column.across.get(event.id),
      undefined,
    );
    const y = plot.y + top;
    const dim = input.found && !input.found.has(event.id) ? 0.44 : 1;
    own.set(event.id, textsOf(title, labelX, labelX + dates, y, narrow, dim, input));
    hits.push({ id: event.id, x: labelX - 4, y, width: width - labelX, height: tall - BETWEEN });
    if (across === undefined) continue;
    const from = plot.y + (at - view.start) * scale;
    if (from < plot.y - 2 || from > plot.y + plot.height + 2) continue;
    const middle = y + (tall - BETWEEN) / 2;
    leads.push({
      kind: 'polyline',
      points: [across + DOT + 2, from, right, from, labelX - 14, middle, labelX - 7, middle],
      closed: false,
      stroke: mix(theme.paper, colours.get(event.category) ?? theme.muted, 0.45),
      ...(dim < 1 ? { opacity: dim } : {}),
    });
  }

  const folds = foldsOf(input, plot, left, labelX - LEAD[size], scale);
  const clip: Box = { ...plot, y: plot.y - 6, height: plot.height + 12 };
  const marks: Mark[] = [
    {
      kind: 'group',
      key: 'axis',
      marks: [...folds.marks, ...ticksOf(input, ticks, plot, left, right, scale, folds.boxes)],
    },
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
    {
      kind: 'group',
      key: 'selected-day',
      clip,
      marks: selectedLine(input, plot, left, right, scale, colours),
    },
    { kind: 'group', key: 'leads', clip, marks: leads },
    {
      kind: 'group',
      key: 'events',
      clip,
      marks: drawn.flatMap((column) =>
        column.events.map(({ id, title, marks: shapes }) => ({
          kind: 'group' as const,
          key: `event-${id}`,
          ...(title === null ? {} : { title }),
          marks: [...shapes.map(transpose), ...(own.get(id) ?? [])],
        })),
      ),
    },
    {
      kind: 'group',
      key: 'rules',
      marks: [
        countOf(
          drawn.map(({ summary }) => summary),
          labelX,
          plot.y + plot.height + EDGE.bottom - 8,
          input,
        ),
        {
          kind: 'line',
          x1: 0,
          y1: plot.y + plot.height + EDGE.bottom - 0.5,
          x2: width,
          y2: plot.y + plot.height + EDGE.bottom - 0.5,
          stroke: theme.rule,
        },
      ],
    },
  ];
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
    lanes: drawn.map(({ summary }) => summary),
    hits,
    folds: folds.boxes,
    plot,
    overview,
  };
}

/** A column for each category; where there are too many, the smallest share one. */
function columnsFor(input: TimelineInput, room: number): { laned: TimelineInput; columns: Columns } {
  const { store, categories, locale } = input;
  const used = categories.filter(({ key }) => store.columns(key).positions.length > 0);
  const most = Math.max(Math.floor(room / (TRACK + 4)), 2);
  if (used.length <= most) return { laned: input, columns: layoutColumns(store, used, room) };
  const { extent } = store;
  const size = (key: string): number => (extent ? store.count(key, extent) : 0);
  const bySize = used.toSorted((a, b) => size(b.key) - size(a.key)).map(({ key }) => key);
  const gone = new Set(bySize.slice(most - 1));
  const shared = used.filter(({ key }) => gone.has(key)).map(({ key }) => key);
  const merged = sharedStore(store, shared);
  const lanes = [...used.filter(({ key }) => !gone.has(key)), sharedLane(shared, locale)];
  return { laned: { ...input, store: merged }, columns: layoutColumns(merged, lanes, room) };
}

/** Date and title, in the group of their event. */
function textsOf(
  { event, date, lines, emphasis }: PlacedTitle,
  labelX: number,
  titleX: number,
  top: number,
  stacked: boolean,
  dim: number,
  { theme, selected, found }: TimelineInput,
): Text[] {
  const loud = emphasis !== 'faint' || event.id === selected || found?.has(event.id);
  const faded = dim < 1 ? { opacity: dim } : {};
  const first = top + TITLE_SIZE;
  return [
    {
      kind: 'text',
      x: labelX,
      y: first,
      text: fitText(date, stacked ? Number.POSITIVE_INFINITY : MOST_DATE - 12, DATE_SIZE, 400),
      size: DATE_SIZE,
      weight: 400,
      fill: theme.muted,
      anchor: 'start',
      tabular: true,
      ...faded,
    },
    ...lines.map(
      (text, i): Text => ({
        kind: 'text',
        x: titleX,
        y: first + (i + (stacked ? 1 : 0)) * LINE,
        text,
        size: TITLE_SIZE,
        weight: titleWeight(emphasis),
        fill: loud ? theme.ink : theme.muted,
        anchor: 'start',
        ...faded,
      }),
    ),
  ];
}

/** `37 of 412 named`, for all columns together. */
function countOf(
  lanes: readonly { readonly named: number; readonly inView: number }[],
  x: number,
  y: number,
  { theme, locale }: TimelineInput,
): Text {
  const sum = (of: 'named' | 'inView'): number => lanes.reduce((all, lane) => all + lane[of], 0);
  return {
    kind: 'text',
    x,
    y,
    text: namedOf(sum('named'), sum('inView'), locale),
    size: COUNT_SIZE,
    weight: 400,
    fill: theme.muted,
    anchor: 'start',
    tabular: true,
  };
}

/**
 * Room for the calendar, px. On a phone years alone take less than whole dates: as much as the first and the last of all
 * time, so that it follows from the zoom and not from the place.
 */
function axisWidthOf(
  { store, locale }: TimelineInput,
  ticks: readonly LabelledTick[],
  narrow: boolean,
): number {
  const whole = textWidth('20 Sept 2000', DATE_SIZE, 400, true);
  const { extent, fold } = store;
  const [first, second] = ticks;
  let widest = whole;
  if (narrow && extent && first && second && second.at - first.at >= YEAR) {
    const real = (days: Days): number => fold?.toReal(days) ?? days;
    const years = calendarNames(locale).extent(Math.floor(real(extent.start)), Math.ceil(real(extent.end)));
    widest = Math.min(
      whole,
      Math.max(...['2000', ...years].map((year) => textWidth(year, DATE_SIZE, 400, true))),
    );
  }
  return Math.ceil(widest) + 10;
}

/** The shortest, days. */
const YEAR = 365;

function ticksOf(
  { view, theme }: TimelineInput,
  ticks: readonly LabelledTick[],
  plot: Box,
  left: number,
  right: number,
  scale: number,
  broken: readonly Box[],
): Mark[] {
  const marks: Mark[] = [];
  for (const { at, label } of ticks) {
    const y = Math.round(plot.y + (at - view.start) * scale) + 0.5;
    if (broken.some((box) => y > box.y - 6 && y < box.y + box.height + 6)) continue;
    if (y < plot.y - 1 || y > plot.y + plot.height + 1) continue;
    marks.push({ kind: 'line', x1: left - 6, y1: y, x2: right, y2: y, stroke: theme.rule });
    marks.push({
      kind: 'text',
      x: left - 10,
      y: y + 4,
      text: label,
      size: DATE_SIZE,
      weight: 400,
      fill: theme.muted,
      anchor: 'end',
      tabular: true,
    });
  }
  return marks;
}

/** The bands of folds, from the calendar to where the titles begin. */
function foldsOf(
  { store, view, theme, locale }: TimelineInput,
  plot: Box,
  left: number,
  right: number,
  scale: number,
): { marks: Mark[]; boxes: Box[] } {
  const [marks, boxes] = [[] as Mark[], [] as Box[]];
  const toY = (days: Days): number => plot.y + (days - view.start) * scale;
  for (const [i, band] of (store.fold?.bands ?? []).entries()) {
    if (band.end <= view.start || band.start >= view.end) continue;
    const from = Math.max(toY(band.start), plot.y);
    const to = Math.min(toY(band.end), plot.y + plot.height);
    const { start, end } = store.fold!.gaps[i]!;
    marks.push(...tornBand({ x: from, y: 0, width: to - from, height: right }, theme).map(transpose));
    boxes.push({ x: 0, y: from, width: right, height: to - from });
    if (to - from < DATE_SIZE + 4) continue;
    marks.push({
      kind: 'text',
      x: left - 10,
      y: (from + to) / 2 + 4,
      text: lengthInWords(end - start, locale),
      size: DATE_SIZE,
      weight: 400,
      fill: theme.muted,
      anchor: 'end',
      tabular: true,
    });
  }
  return { marks, boxes };
}

/** The dotted line from the calendar to the titles at the selected event. */
function selectedLine(
  { store, selected, view, theme }: TimelineInput,
  plot: Box,
  left: number,
  right: number,
  scale: number,
  colours: ReadonlyMap<string, string>,
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
      stroke: colours.get(event.category) ?? theme.muted,
      strokeWidth: 1.1,
      dash: [1.6, 3.2],
    },
  ];
}
