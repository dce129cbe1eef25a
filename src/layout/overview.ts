import { max, sum } from 'd3-array';
import type { Category } from '../model/category.ts';
import type { Days } from '../model/days.ts';
import { fitText, textWidth } from '../scene/advances.ts';
import { mix, onTheme } from '../scene/colour.ts';
import type { Box, Mark, Rect, Text } from '../scene/scene.ts';
import type { Theme } from '../scene/theme.ts';
import type { EventStore } from '../store/store.ts';
import { calendarBins, singleTicks } from './bins.ts';
import { calendarNames } from './calendar.ts';
import { tornBand } from './fold.ts';
import { fitView } from './scale.ts';
import type { View } from './timeline.ts';

export interface OverviewLayout {
  readonly marks: Mark[];
  /** Time at the left and right edge of the box. */
  readonly start: Days;
  readonly end: Days;
}

/** Height of the overview with its years, px, and the least height of a picture that has one. */
export const OVERVIEW = { wide: 84, narrow: 60, from: 360 };
/** Room for the years below the bars, px. */
const LABEL_ROOM = 20;
/** Bars are whole days, months or years wide, at least this many px. */
const LEAST_BAR = 5;
/** Where the words left of the box begin, px. */
const MARGIN = 24;

/**
 * The whole extent as a stacked histogram by category, with the window of the view on it. Bins follow the calendar, so
 * events that know their year only do not beat against the bars. Every event is counted once, in the bin of its middle;
 * those of categories that are not listed are counted in grey on top.
 * @param box where time runs, years below the bars included. The extent in words goes left of it when there is room.
 * @param still for paper: no handles, and no word of dragging.
 */
export function layoutOverview(
  store: EventStore,
  categories: readonly Category[],
  view: View,
  box: Box,
  theme: Theme,
  locale: string,
  still = false,
): OverviewLayout {
  const { start, end } = fitView(store, view.width, view.height);
  const scale = box.width / (end - start);
  const floor = box.y + box.height - LABEL_ROOM;
  const toPx = (days: Days) => box.x + (days - start) * scale;
  const marks: Mark[] = [
    ...ground(store, categories, start, end, box, floor, view.width, theme, locale),
    ...extentInWords(store, view, box, floor, theme, locale, still),
    windowOn(toPx(view.start), toPx(view.end), box, floor, theme, still),
  ];
  return { marks: [{ kind: 'group', key: 'overview', marks }], start, end };
}

interface Ground {
  readonly categories: readonly Category[];
  readonly key: string;
  readonly marks: readonly Mark[];
}

/** What is drawn last for a store is kept: bars and years change with size and colours only, a pan moves the window alone. */
const drawn = new WeakMap<EventStore, Ground>();

/** The bars, the line under them, and their years. */
function ground(
  store: EventStore,
  categories: readonly Category[],
  start: Days,
  end: Days,
  box: Box,
  floor: number,
  pictureWidth: number,
  theme: Theme,
  locale: string,
): readonly Mark[] {
  const key = JSON.stringify([start, end, box, pictureWidth, theme.name, locale]);
  const known = drawn.get(store);
  if (known?.categories === categories && known.key === key) return known.marks;
  const marks: Mark[] = [
    ...foldsOf(store, start, end, box, floor, theme),
    {
      kind: 'group',
      key: 'overview-bars',
      still: true,
      marks: stack(store, categories, start, end, box, floor, theme),
    },
    {
      kind: 'line',
      x1: box.x,
      y1: Math.round(floor) + 0.5,
      x2: box.x + box.width,
      y2: Math.round(floor) + 0.5,
      stroke: mix(theme.rule, theme.ink, 0.1),
    },
    ...years(store, start, end, box, pictureWidth, theme, locale),
  ];
  drawn.set(store, { categories, key, marks });
  return marks;
}

/** The same breaks as in the chart. */
function foldsOf(
  { fold }: EventStore,
  start: Days,
  end: Days,
  box: Box,
  floor: number,
  theme: Theme,
): Mark[] {
  const scale = box.width / (end - start);
  return (fold?.bands ?? []).flatMap((band) =>
    tornBand(
      {
        x: box.x + (band.start - start) * scale,
        y: box.y,
        width: (band.end - band.start) * scale,
        height: floor - box.y,
      },
      theme,
    ),
  );
}

function stack(
  store: EventStore,
  categories: readonly Category[],
  start: Days,
  end: Days,
  box: Box,
  floor: number,
  theme: Theme,
): Mark[] {
  const scale = box.width / (end - start);
  const edges = calendarBins(start, end, LEAST_BAR / scale, store.fold);
  const listed = new Set(categories.map((category) => category.key));
  const layers = [
    ...categories.map((category) => ({ key: category.key, colour: onTheme(category.colour, theme) })),
    ...store.categories.filter((k) => !listed.has(k)).map((k) => ({ key: k, colour: theme.muted })),
  ];
  const counts = layers.map((layer) => countBins(store, layer.key, edges));
  const totals = edges.slice(1).map((_, bin) => sum(counts, (column) => column[bin] ?? 0));
  const most = max([1, ...totals]) ?? 1;
  const room = floor - box.y - 4;
  // Layer by layer, so that a painter has runs of the same ink.
  const out: Mark[][] = layers.map(() => []);
  totals.forEach((total, bin) => {
    if (total === 0) return;
    const left = Math.max(box.x, box.x + ((edges[bin] ?? start) - start) * scale);
    const right = Math.min(box.x + box.width, box.x + ((edges[bin + 1] ?? end) - start) * scale);
    const width = Math.max(1, right - left - (right - left > 3 ? 1 : 0));
    // One event among thousands still shows.
    const height = Math.max(2, (room * total) / most);
    let top = floor;
    layers.forEach((layer, i) => {
      const count = counts[i]?.[bin] ?? 0;
      if (count === 0) return;
      const part = (height * count) / total;
      top -= part;
      out[i]!.push({ kind: 'rect', x: left, y: top, width, height: part, fill: layer.colour, opacity: 0.85 });
    });
  });
  return out.flat();
}

/** Events of a category by bins of any widths. */
function countBins(store: EventStore, category: string, edges: readonly Days[]): readonly number[] {
  return edges
    .slice(1)
    .map((end, bin) => store.histogram(category, { start: edges[bin] ?? end, end }, 1)[0] ?? 0);
}

function years(
  { fold }: EventStore,
  start: Days,
  end: Days,
  box: Box,
  pictureWidth: number,
  theme: Theme,
  locale: string,
): Mark[] {
  const size = 11;
  const out: Mark[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const { at, label } of singleTicks(start, end, box.width, size, 28, locale, fold)) {
    const x = box.x + ((at - start) / (end - start)) * box.width;
    const half = textWidth(label, size, 400, true) / 2;
    if (x - half < Math.max(Math.min(box.x, 4), free) || x + half > pictureWidth - 4) continue;
    free = x + half + 8;
    out.push({
      kind: 'text',
      x,
      y: box.y + box.height - 5,
      text: label,
      size,
      weight: 400,
      fill: theme.muted,
      anchor: 'middle',
      tabular: true,
    });
  }
  return out;
}

/** The grey pane with its two handles. Never thinner than can be seen; cut where the view looks beyond everything. */
function windowOn(x0: number, x1: number, box: Box, floor: number, theme: Theme, still: boolean): Mark {
  const right = box.x + box.width;
  let left = Math.min(Math.max(x0, box.x), right);
  let width = Math.min(Math.max(x1, box.x), right) - left;
  if (width < 6) {
    left = Math.min(Math.max(box.x, left + width / 2 - 3), right - 6);
    width = 6;
  }
  const middle = (box.y + floor) / 2;
  const handle = (x: number): Rect => ({
    kind: 'rect',
    x: x - 1.5,
    y: middle - 8,
    width: 3,
    height: 16,
    radius: 1.5,
    fill: theme.ink,
  });
  const pane: Box = { x: left, y: box.y + 0.5, width, height: floor - box.y };
  return {
    kind: 'group',
    key: 'overview-window',
    marks: [
      { kind: 'rect', ...pane, radius: 4, fill: theme.ink, opacity: 0.06 },
      { kind: 'rect', ...pane, radius: 4, stroke: theme.muted },
      ...(still ? [] : [handle(left), handle(left + width)]),
    ],
  };
}

/** `1949 – 2030`, and below what to do with it; nothing where the box begins too far left. */
function extentInWords(
  store: EventStore,
  view: View,
  box: Box,
  floor: number,
  theme: Theme,
  locale: string,
  still: boolean,
): Text[] {
  const room = box.x - MARGIN - 12;
  const extent = store.extent;
  if (!extent || room < 60) return [];
  const german = /^de\b/i.test(locale);
  const everything = view.start <= extent.start && view.end >= extent.end;
  const hint = everything
    ? german
      ? 'alles im Bild'
      : 'all in view'
    : german
      ? 'ziehen zum Zoomen'
      : 'drag to zoom';
  const { toReal = (days: Days) => days } = store.fold ?? {};
  const [from, to] = calendarNames(locale).extent(toReal(extent.start), toReal(extent.end));
  const whole = from === to ? from : `${from} – ${to}`;
  const lines =
    textWidth(whole, 12, 650) <= room
      ? [whole]
      : [fitText(`${from} –`, room, 12, 650), fitText(to, room, 12, 650)];
  const y = Math.round((box.y + floor) / 2) - 8 * (lines.length - 1);
  const text = (words: string, row: number, bold: boolean): Text => ({
    kind: 'text',
    x: MARGIN,
    y: y + row * 16,
    text: words,
    size: bold ? 12 : 11,
    weight: bold ? 650 : 400,
    fill: bold ? theme.ink : theme.muted,
    anchor: 'start',
  });
  return [
    ...lines.map((words, row) => text(words, row, true)),
    ...(!still && textWidth(hint, 11, 400) <= room ? [text(hint, lines.length, false)] : []),
  ];
}
