import type { Category } from '../model/category.ts';
import type { Days } from '../model/days.ts';
import type { Box, Mark, Scene } from '../scene/scene.ts';
import type { Theme } from '../scene/theme.ts';
import type { EventStore } from '../store/store.ts';
import { workAhead } from './ahead.ts';
import { type Lane, type Lanes, SHARED } from './arrangement.ts';
import { drawCollapsed } from './collapsed.ts';
import { FIGURES_COLOUR, figuresHeightIn, figuresLaneHeight, layoutFigures } from './figures.ts';
import { layoutFolds } from './fold.ts';
import type { Found } from './found.ts';
import { drawLane } from './lane.ts';
import { nameLane } from './laneName.ts';
import { AUTOMATIC, type LaneSizes, layoutLanes, leastHeights } from './lanes.ts';
import { NARROW } from './narrow.ts';
import { layoutOverview, OVERVIEW } from './overview.ts';
import { levelOf, pxPerDay } from './scale.ts';
import { drawSelectedLine } from './selected.ts';
import { sharedLane, sharedStore, squeeze } from './squeeze.ts';
import { AXIS_HEIGHT, layoutTicks } from './ticks.ts';
import { gutterWidth } from './titles.ts';

/** A span of time and a size: the whole truth about what is looked at. */
export interface View {
  /** Left edge of the plot, days since 1970-01-01, fractional; where the store's time is folded, in folded time. */
  readonly start: Days;
  /** Right edge, > start. */
  readonly end: Days;
  /** Size of the whole picture with gutter, axis and overview, CSS px. */
  readonly width: number;
  readonly height: number;
}

/** Everything that a timeline depends on. */
export interface TimelineInput {
  /** What may be drawn; filters have been applied to it. */
  readonly store: EventStore;
  readonly categories: readonly Category[];
  /** Lanes that are not just the categories as they come. */
  readonly lanes?: Lanes;
  readonly view: View;
  readonly theme: Theme;
  /** Id of the event to ring, or null. */
  readonly selected: string | null;
  /** Ids of events that a search found; null when nothing is searched. The others are dimmed. */
  readonly found: Found | null;
  /** BCP 47 tag for dates and numbers. */
  readonly locale: string;
  /** {@link TimelineLayout.level} of the picture before this one, so that nothing flickers between two zoom levels. */
  readonly previous?: number | null;
  /** For paper: an overview only where it adds something, and nothing that asks to be dragged. */
  readonly still?: boolean;
  /** Whether lanes take more of a height that they do not need, within limits: for a page or a slide of a given size. */
  readonly roomy?: boolean;
  /** Whether each event's group tells its title and date, which a canvas has no use for; told where absent. */
  readonly told?: boolean;
  /** For one of several charts below each other: no overview, and the plot begins at `gutter` px. */
  readonly band?: { readonly gutter: number };
}

/** What is to be said of a lane beside its picture. */
export interface LaneSummary {
  readonly key: string;
  readonly name: string;
  /** Events of the lane in view, and how many of them carry their title. */
  readonly inView: number;
  readonly named: number;
  /** Events of the lane in view that are drawn as marks of their own, and those that are only counted. */
  readonly single: number;
  readonly counted: number;
  readonly detail: 'bars' | 'dots' | 'density';
  /** Whether it is only a thin line that counts its events. */
  readonly collapsed: boolean;
  /** Keys of the lanes that are this one together, having no room for one each. */
  readonly shares?: readonly string[];
  /** Top and height in the picture, px. */
  readonly y: number;
  readonly height: number;
  /** Where time runs downwards: left edge and width of its column, and where its name stands, px. */
  readonly x?: number;
  readonly width?: number;
  readonly label?: Box;
}

/** A place in the picture that stands for an event. */
export interface HitTarget {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A timeline as a scene, and where things are in it. */
export interface TimelineLayout {
  readonly scene: Scene;
  /** Whether time runs downwards; to the right where absent. */
  readonly down?: boolean;
  /** The zoom level it was laid out for; goes into the next picture's {@link TimelineInput.previous}. */
  readonly level: number;
  readonly lanes: readonly LaneSummary[];
  /** One for each event drawn singly, in painting order. */
  readonly hits: readonly HitTarget[];
  /** Where long silences are folded, as far as they are seen, px. */
  readonly folds: readonly Box[];
  /** The box in which time runs, px. */
  readonly plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The overview's box and the window in it, px; null when there is no room. */
  readonly overview: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    /** Time at its edges. */
    readonly start: Days;
    readonly end: Days;
  } | null;
}

/** Right of the plot, px. */
const MARGIN = 16;
/** Shares of the plot's height that figures take: at most, and at least where lanes would like more. */
const FIGURES = { most: 0.34, least: 0.16 };
/** Height that lanes should have on average before figures take more than that, px. */
const LEAST_LANE = { wide: 80, narrow: 98 };

/**
 * Lays out a timeline: axis, a lane for each category (or actor, …) that has events, overview. A function of its argument; what is
 * the same from picture to picture (rows, widths, counts of a store) is remembered with the store.
 *
 *     ┌────────┬──────────────────────────────┐
 *     │        │ axis                         │
 *     │ names  │ plot: lanes, then figures    │
 *     │        │ overview                     │
 *     └────────┴──────────────────────────────┘
 *
 * The rules are in `README.md` beside this file.
 */
export function layoutTimeline(input: TimelineInput): TimelineLayout {
  const { store, categories, view, theme, locale } = input;
  const { width, height } = view;
  const narrow = width < NARROW;
  const given = input.lanes?.store ?? store;
  const all: readonly Lane[] = input.lanes?.list ?? categories;
  const whole = store.extent !== null && view.start <= store.extent.start && view.end >= store.extent.end;
  const bare = height < OVERVIEW.from || (input.still === true && whole) || input.band !== undefined;
  const overviewHeight = bare ? 0 : narrow ? OVERVIEW.narrow : OVERVIEW.wide;
  const plotHeight = Math.max(height - AXIS_HEIGHT - overviewHeight, 1);
  const figuresWanted = figuresLaneHeight(store);
  const open = given.categories.filter((key) => !input.lanes?.collapsed.has(key)).length;
  const spare = plotHeight - open * (narrow ? LEAST_LANE.narrow : LEAST_LANE.wide);
  const share = Math.min(Math.max(spare / plotHeight, FIGURES.least), FIGURES.most);
  const offered = Math.min(figuresWanted, plotHeight * share);
  const lanesHeight = plotHeight - figuresHeightIn(offered, !narrow, plotHeight);
  const { list, sizes, ...made } = squeezed(input, given, all, lanesHeight, narrow);
  const laned: TimelineInput = made.store === store ? input : { ...input, store: made.store };
  const names = gutterWidth(given, all, locale, made.shared.length);
  const gutter = narrow ? MARGIN / 2 : (input.band?.gutter ?? names);
  const plot: Box = {
    x: gutter,
    y: AXIS_HEIGHT,
    width: Math.max(width - gutter - (narrow ? MARGIN / 2 : MARGIN), 1),
    height: plotHeight,
  };
  const scale = pxPerDay(view, plot.width);
  const level = levelOf(scale, input.previous ?? null);

  const still = input.band ? level : null;
  const lanes = layoutLanes(laned.store, list, lanesHeight, narrow, still, sizes, input.roomy);
  const drawn = lanes.map((lane) =>
    lane.collapsed
      ? drawCollapsed(lane, laned, plot, scale, level)
      : drawLane(lane, laned, plot, scale, level),
  );
  workAhead(laned.store, lanes, view, level, scale);
  // What the lanes leave free is the figures' too, up to what they want.
  const bottom = lanes.reduce((low, lane) => Math.max(low, lane.y + lane.height), 0);
  const left = Math.min(figuresWanted, plot.height - Math.min(bottom, lanesHeight));
  const figuresHeight = figuresHeightIn(left, !narrow, plotHeight);
  const figuresTop = plot.height - figuresHeight;
  const figuresBox: Box = { ...plot, y: plot.y + figuresTop, height: figuresHeight };
  const folds = layoutFolds(store.fold, view, plot, plot.y - 18, plot.y - 8, theme, locale);
  const figures =
    figuresHeight > 0
      ? layoutFigures(store, view, figuresBox, theme, locale, FIGURES_COLOUR, folds.boxes, input.found)
      : null;
  const rules: Mark[] = lanes.map((lane) => rule(plot.y + lane.y, width, theme));
  const last = lanes[lanes.length - 1];
  if (last && last.y + last.height < figuresTop - 1) {
    rules.push(rule(plot.y + last.y + last.height, width, theme));
  }
  if (figures) rules.push(rule(figuresBox.y, width, theme));
  rules.push(rule(plot.y + plot.height, width, theme));

  const marks: Mark[] = [
    {
      kind: 'group',
      key: 'axis',
      marks: layoutTicks(view, plot, theme, locale, store.fold, folds, !input.band && !input.still),
    },
    { kind: 'group', key: 'rules', marks: rules },
    { kind: 'group', key: 'lanes', marks: lanes.map((lane, i) => nameLane(lane, drawn[i]!, laned, plot)) },
    { kind: 'group', key: 'ridges', clip: plot, marks: drawn.flatMap((lane) => lane.ridge) },
    ...(figures?.marks ?? []),
    { kind: 'group', key: 'selected-day', clip: plot, marks: drawSelectedLine(input, plot, scale) },
    { kind: 'group', key: 'events', clip: plot, marks: drawn.flatMap((lane) => lane.events) },
  ];

  let overview: TimelineLayout['overview'] = null;
  if (overviewHeight > 0) {
    const box: Box = {
      x: plot.x,
      y: plot.y + plot.height + 12,
      width: plot.width,
      height: overviewHeight - 12,
    };
    const {
      marks: overviewMarks,
      start,
      end,
    } = layoutOverview(store, categories, view, box, theme, locale, input.still);
    marks.push(...overviewMarks);
    overview = { ...box, start, end };
  }
  return {
    scene: { width, height, background: theme.paper, marks },
    level,
    lanes: drawn.map(({ summary }) =>
      summary.key === SHARED ? { ...summary, shares: made.shared } : summary,
    ),
    hits: [...drawn.flatMap(({ hits }) => hits), ...(figures?.hits ?? [])],
    folds: folds.boxes,
    plot,
    overview,
  };
}

/** The lanes that are drawn, and the store that knows them: where not all have room, the smallest give way. */
function squeezed(
  { lanes, locale }: TimelineInput,
  store: EventStore,
  all: readonly Lane[],
  height: number,
  narrow: boolean,
): { store: EventStore; list: readonly Lane[]; sizes: LaneSizes | undefined; shared: readonly string[] } {
  const { extent } = store;
  const rest = store.categories.filter((key) => !all.some((lane) => lane.key === key));
  const asked = [...all.map(({ key }) => key), ...rest].map((key) => ({
    key,
    size: extent ? store.count(key, extent) : 0,
  }));
  const { thin, shared } = squeeze(
    asked.filter(({ size }) => size > 0),
    lanes ?? AUTOMATIC,
    height,
    leastHeights(narrow),
  );
  if (thin.size === 0 && shared.length === 0) return { store, list: all, sizes: lanes, shared };
  const { collapsed, heights } = lanes ?? AUTOMATIC;
  const sizes = { collapsed: new Set([...collapsed, ...thin]), heights };
  if (shared.length === 0) return { store, list: all, sizes, shared };
  const gone = new Set(shared);
  const list = [...all.filter(({ key }) => !gone.has(key)), sharedLane(shared, locale)];
  return { store: sharedStore(store, shared), list, sizes, shared };
}

const rule = (y: number, width: number, theme: Theme): Mark => ({
  kind: 'line',
  x1: 0,
  y1: Math.round(y) + 0.5,
  x2: width,
  y2: Math.round(y) + 0.5,
  stroke: theme.rule,
});
