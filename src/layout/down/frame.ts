import type { EventStore } from '../../store/store.ts';
import type { Lane } from '../arrangement.ts';
import { type Calendar, leastCalendar } from './axis.ts';
import { type NamedColumn, type Names, planNames, reachBetween, widthOver } from './columnNames.ts';
import { type Columns, layoutColumns, leastColumn, TRACK } from './columns.ts';
import { type FigureColumns, headingHeight, planFigures } from './figureColumns.ts';
import { type Arranged, type ColumnLanes, columnLanes } from './lanes.ts';
import type { TitleLook } from './titles.ts';

/** Between the names and the first moment, below the last one with the line that counts, and what of the first is drawn, px. */
export const EDGE = { top: 10, bottom: 24, clip: 7 };
/** At the sides of the picture, px. */
export const MARGIN = { wide: 24, narrow: 8 };
/** What leads from the tracks to the titles takes so much, px. */
const LEAD = { wide: 36, narrow: 17 };
/** Columns take at most this share of the width. */
const COLUMNS = { wide: 0.34, narrow: 0.36 };
/** The same on a phone, where figures have a column, too. */
const BESIDE_FIGURES = 0.27;
/** Dates beside titles take so much, px; above them as much as a line. */
const DATES = 150;
/** Room that titles keep beside columns of figures, and beside columns that are as wide as their names, px. */
const TITLES = { wide: { least: 300, named: 420 }, narrow: { least: 116, named: 160 } };
/** Between titles and figures, px. */
const BESIDE = 4;
/** What the calendar takes at least, px. */
const CALENDAR = { wide: 84, narrow: 34 };
/** Between the names of columns and the headings of figures, px. */
const HEADINGS = 8;
/** Names begin so far from the edge of the picture, px. */
const NAMES_FROM = { wide: 8, narrow: 4 };
/** Names take at most this share of the height. */
const NAMES = { wide: 0.2, narrow: 0.19 };

/** What does not depend on the place and the zoom: which columns there are, how wide they are and how they are named. */
interface Skeleton {
  readonly lanes: ColumnLanes;
  readonly columns: Columns;
  /** The columns to be named, from x = 0 on; none where there is no room for names. */
  readonly named: readonly NamedColumn[];
  readonly names: Names | null;
  readonly figures: FigureColumns;
  /** Height of names and headings, px. */
  readonly top: number;
  /** What the calendar takes at every zoom, px: what has room beside it does not depend on how far it is zoomed. */
  readonly axis: number;
}

/** Where everything stands in a picture whose time runs downwards, px. */
export interface Frame extends Skeleton {
  readonly narrow: boolean;
  readonly calendar: Calendar;
  /** Edges of the columns, of the titles, and how much of these are dates beside them. */
  readonly left: number;
  readonly right: number;
  readonly labelX: number;
  readonly end: number;
  readonly dates: number;
  /** Where the headings of figures may begin between two heights, clear of the names of columns. */
  readonly free: (top: number, bottom: number) => number;
}

/** What a frame is for. */
export interface Framed {
  readonly store: EventStore;
  readonly categories: readonly Lane[];
  readonly lanes?: Arranged;
  readonly locale: string;
}

/**
 * Shares out the width: to figures as many columns as leave titles enough, to lanes columns as wide as their names where even
 * then titles have enough, else as wide as their tracks.
 * @param width of the picture. @param height of it without the overview, px.
 * @param calendarAt the calendar below names of a height, px.
 */
export function frameOf(
  framed: Framed,
  width: number,
  height: number,
  narrow: boolean,
  calendarAt: (top: number) => Calendar,
): Frame {
  const size = narrow ? 'narrow' : 'wide';
  const skeleton = remembered(framed, width, height, narrow);
  const calendar = calendarAt(skeleton.top);
  const left = MARGIN[size] + Math.max(calendar.width, skeleton.axis);
  const right = left + skeleton.columns.width;
  const labelX = right + LEAD[size];
  const figures = skeleton.figures.width > 0 ? skeleton.figures.width + BESIDE : 0;
  const end = width - MARGIN[size] - figures;
  // Names that would reach over columns of figures are cut, wherever their own columns begin.
  const first = skeleton.figures.columns[0]?.x ?? width - MARGIN[size] + HEADINGS;
  const { names, named } = placedNames(skeleton, left, first - HEADINGS, narrow, framed.locale);
  const lowered = skeleton.top - (names?.height ?? 0);
  return {
    ...skeleton,
    names,
    named,
    narrow,
    calendar,
    left,
    right,
    labelX,
    end,
    dates: narrow ? 0 : DATES,
    free: (top, bottom) =>
      Math.max(left, names ? reachBetween(names, top - lowered, bottom - lowered) + HEADINGS : left),
  };
}

/** How titles are written in a frame. */
export const lookOf = ({ labelX, end, dates, narrow }: Frame, locale: string): TitleLook => ({
  room: Math.max(end - labelX - dates, 80),
  date: narrow ? end - labelX : dates - 12,
  stacked: narrow,
  locale,
});

const skeletons = new WeakMap<EventStore, Map<string, Skeleton>>();
/** Sizes come and go while a window is dragged. */
const KEPT = 6;

function remembered(framed: Framed, width: number, height: number, narrow: boolean): Skeleton {
  const { lanes, categories, locale, store } = framed;
  const told = lanes?.store ?? store;
  const known = skeletons.get(told) ?? new Map<string, Skeleton>();
  skeletons.set(told, known);
  const list = (lanes?.list ?? categories).map(({ key, name, colour }) => [key, name, colour]);
  const wanted = [[...(lanes?.collapsed ?? [])], Object.keys(lanes?.heights ?? {})];
  const question = JSON.stringify([width, height, narrow, locale, list, wanted]);
  const before = known.get(question);
  if (before) return before;
  const made = skeletonOf(framed, width, height, narrow);
  if (known.size >= KEPT) known.delete(known.keys().next().value!);
  known.set(question, made);
  return made;
}

function skeletonOf(framed: Framed, width: number, height: number, narrow: boolean): Skeleton {
  const { store, locale } = framed;
  const size = narrow ? 'narrow' : 'wide';
  const axis = Math.max(leastCalendar(store, locale), CALENDAR[size]);
  const most = height * NAMES[size];
  const headings =
    headingHeight(narrow) <= most && planFigures(store, width, width, narrow).columns.length > 0;
  const room = width * (narrow && headings ? BESIDE_FIGURES : COLUMNS[size]);
  const before = axis + MARGIN[size] - NAMES_FROM[size];
  const lanes = lanesWithNames(framed, room, most, before, narrow);
  const wish = { width: room, narrow, thin: lanes.thin };
  let columns = layoutColumns(lanes.store, lanes.list, wish);
  /** For columns, figures and titles together. */
  const free = width - 2 * MARGIN[size] - axis - LEAD[size] - (narrow ? 0 : DATES);
  const right = width - MARGIN[size];
  const least = TITLES[size].least + BESIDE;
  const figures = planFigures(store, right, headings ? free - columns.width - least : 0, narrow);
  // Where names can stand over their columns and titles still have room, columns are as wide.
  const over = new Map(
    lanes.list
      .filter(({ key }) => !lanes.thin.has(key))
      .map((lane) => [
        lane.key,
        widthOver({ name: lane.name, size: lanes.store.columns(lane.key).positions.length }, narrow, locale) +
          APART,
      ]),
  );
  const widened = columns.frames.reduce(
    (sum, { key, height: own }) => sum + Math.max(own, over.get(key) ?? 0),
    0,
  );
  if (widened + figures.width + TITLES[size].named <= free) {
    columns = layoutColumns(lanes.store, lanes.list, { ...wish, least: over });
  }
  const named = namedColumns(columns, lanes, narrow);
  const names = planNames(named, -before, Number.POSITIVE_INFINITY, narrow, locale);
  const shown = names.height <= most ? names : null;
  const heading = figures.columns.length > 0 ? headingHeight(narrow) : 0;
  return {
    lanes,
    columns,
    named: shown ? named : [],
    names: shown,
    figures,
    top: Math.max(shown ? shown.height : 0, heading),
    axis,
  };
}

/** Of a column as wide as its name, so much is free before the next one, px. */
const APART = 12;

/** The lanes that have a column: as many as there is room for, and for their names. */
function lanesWithNames(
  { store, categories, lanes, locale }: Framed,
  room: number,
  height: number,
  before: number,
  narrow: boolean,
): ColumnLanes {
  const track = leastColumn(narrow);
  let most = Math.max(Math.floor(room / track), 2);
  for (;;) {
    const some = columnLanes(store, categories, lanes, most, locale);
    if (some.list.length <= 2) return some;
    const named = some.list.map(
      ({ key, name }, i): NamedColumn => ({
        key,
        name,
        x: i * track,
        width: track - 1,
        track,
        thin: some.thin.has(key),
        size: some.store.columns(key).positions.length,
      }),
    );
    const names = planNames(named, -before, Number.POSITIVE_INFINITY, narrow, locale);
    if (names.height <= height) return some;
    most = Math.min(most, some.list.length) - 1;
  }
}

const namedColumns = (columns: Columns, lanes: ColumnLanes, narrow: boolean): readonly NamedColumn[] =>
  columns.frames.map(({ key, name, y, height, collapsed }) => ({
    key,
    name,
    x: y,
    width: height - (narrow ? 1 : 4),
    thin: collapsed,
    track: collapsed ? height : narrow ? TRACK.narrow : TRACK.wide,
    size: lanes.store.columns(key).positions.length,
  }));

/** Names where their columns are. */
function placedNames(
  { names, named, axis }: Skeleton,
  left: number,
  right: number,
  narrow: boolean,
  locale: string,
): { readonly names: Names | null; readonly named: readonly NamedColumn[] } {
  if (!names) return { names, named };
  const placed = named.map((column) => ({ ...column, x: column.x + left }));
  return {
    named: placed,
    names: planNames(
      placed,
      NAMES_FROM[narrow ? 'narrow' : 'wide'] + left - MARGIN[narrow ? 'narrow' : 'wide'] - axis,
      right,
      narrow,
      locale,
    ),
  };
}
