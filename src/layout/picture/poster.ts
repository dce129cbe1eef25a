import type { Days } from '../../model/days.ts';
import type { TimelineEvent } from '../../model/event.ts';
import { textWidth } from '../../scene/advances.ts';
import type { Mark } from '../../scene/scene.ts';
import { shift } from '../../scene/shift.ts';
import type { Fold } from '../../store/fold.ts';
import { createStore } from '../../store/memory.ts';
import type { EventStore, Window } from '../../store/store.ts';
import type { Lanes } from '../arrangement.ts';
import { calendarBins } from '../bins.ts';
import { calendarNames } from '../calendar.ts';
import { figuresLaneHeight } from '../figures.ts';
import { glyphIn } from '../fold.ts';
import { layoutTimeline, type TimelineLayout } from '../timeline.ts';
import { gutterWidth } from '../titles.ts';
import type { Arranged, Arrangement } from './arranged.ts';
import { arrangeLanes, neededHeight } from './lanes.ts';
import { wordsOf } from './words.ts';

/** Bands beyond which a poster does not grow. */
const MOST_BANDS = 60;
/** Height that a band is laid out with before it is known what it needs, px. */
const AMPLE = 900;
/** Before and after a band, as a share of its length: a dot on its first day is a whole dot. */
const AIR = 0.008;
/** Least height of a band, px. */
const LEAST_BAND = 90;
/** Share of the events that must be named before a poster stops growing. */
const ENOUGH = 0.98;
/** Between bands, px; and height of a line that stands for bands in which nothing happened. */
const GAP = 14;
const SILENCE = 34;

/** A stretch of time with its own axis, or one in which nothing happened. */
interface Band {
  readonly window: Window;
  readonly store: EventStore | null;
  /** Its lanes where they are not the categories; of the height that they need. */
  readonly lanes?: Lanes;
}

/**
 * Time from left to right and on in the next band below, as lines of a text, each from one round date to another: as many
 * bands as name every event in the least height, or else as name the most. Where the height is given, the bands are those
 * that name the most in it; one band, which is the lanes, where no two have room. Bands of which nothing is drawn are a
 * line that says so.
 */
export function arrangePoster(wanted: Arrangement): Arranged {
  const { room, fill } = wanted;
  const layouts = fill ? fittingBands(wanted) : bestBands(wanted)?.map((band) => tightened(wanted, band));
  if (!layouts) return arrangeLanes(wanted);
  const needed = heightOf(layouts);
  const marks: Mark[] = [];
  const drawn = new Set<string>();
  // What a given height leaves over stands between the bands, so that the last one ends where the page does.
  const spare = fill ? (room - needed) / Math.max(layouts.length - 1, 1) : 0;
  let y = 0;
  for (const [i, laid] of layouts.entries()) {
    marks.push({
      kind: 'group',
      key: `band-${i + 1}`,
      marks: laid.marks.map((mark) => shift(keyed(mark, i), 0, y)),
    });
    for (const id of laid.drawn) drawn.add(id);
    y += laid.height + GAP + Math.min(spare, 4 * GAP);
  }
  return { marks, height: fill ? room : Math.ceil(y - GAP), drawn, bands: layouts.length };
}

const heightOf = (layouts: readonly { readonly height: number }[]): number =>
  layouts.reduce((sum, laid) => sum + laid.height + GAP, -GAP);

const namedOf = (layouts: readonly Laid[]): number => layouts.reduce((sum, laid) => sum + laid.named, 0);

/** A band that is laid out from y = 0 on. */
interface Laid extends Arranged {
  readonly inView: number;
  readonly named: number;
}

/** Cuts the window where the calendar does, about every `length` days; neighbours without events become one. */
function bandsOf({ store, lanes, window }: Arrangement, length: number): Band[] {
  const cuts = calendarBins(window.start, window.end, length, store.fold);
  const bands: Band[] = [];
  for (const [i, start] of cuts.entries()) {
    const end = cuts[i + 1];
    if (end === undefined || end <= start) continue;
    const part = { start, end };
    // A fold is no band: what lasts over it goes on in the next one.
    const folded = store.fold?.bands.some((band) => start >= band.start && end <= band.end) ?? false;
    const met = folded ? [] : store.categories.flatMap((category) => store.meeting(category, part));
    // Of an open end only the known one is drawn: a band of such alone would be empty.
    const seen = met.some((id) => {
      const { at, openStart, openEnd } = glyphIn(store, store.at(id));
      return !(openStart || openEnd) || (at >= start && at <= end);
    });
    const ids = seen ? met : [];
    const last = bands.at(-1);
    if (ids.length > 0)
      bands.push(
        bandOf(
          part,
          ids.map((id) => store.at(id)),
          lanes,
          store.fold,
        ),
      );
    else if (last && last.store === null)
      bands[bands.length - 1] = { window: { start: last.window.start, end }, store: null };
    else if (last) bands.push({ window: part, store: null });
  }
  // Before the first event and after the last there is nothing to be told.
  if (bands.at(-1)?.store === null) bands.pop();
  return bands;
}

function bandOf(
  window: Window,
  events: readonly TimelineEvent[],
  lanes: Lanes | undefined,
  fold: Fold | undefined,
): Band {
  const store = createStore(events, undefined, fold);
  if (!lanes) return { window, store };
  return { window, store, lanes: { ...lanes, store: createStore(events, lanes.keyOf, fold), heights: {} } };
}

/** Each cut of the window into about as many bands, with what it needs in ample room; the fewest bands first. */
function* cutsOf(wanted: Arrangement): Generator<{ bands: readonly Band[]; layouts: readonly Laid[] }> {
  const { start, end } = wanted.window;
  let before = '';
  for (let count = 2; count <= MOST_BANDS; count = Math.ceil(count * 1.3)) {
    const bands = bandsOf(wanted, (end - start) / count);
    const cuts = bands.map(({ window }) => window.start).join();
    if (cuts === before) continue;
    before = cuts;
    yield { bands, layouts: bands.map((band) => laidOut(wanted, band)) };
  }
}

/** The cut that names all, or nearly, in the least height; else the one that names most. */
function bestBands(wanted: Arrangement): readonly Band[] | null {
  let best: { readonly bands: readonly Band[]; readonly named: number; readonly height: number } | null =
    null;
  for (const { bands, layouts } of cutsOf(wanted)) {
    const inView = layouts.reduce((sum, laid) => sum + laid.inView, 0);
    // Beyond what is enough, another name is worth no height.
    const named = Math.min(namedOf(layouts) / Math.max(inView, 1), ENOUGH);
    const height = heightOf(layouts);
    if (!best || named > best.named || (named === best.named && height < best.height)) {
      best = { bands, named, height };
    }
  }
  return best?.bands ?? null;
}

/** The cut that names most in the height that there is, of equals the one with the fewest bands; null where none has room. */
function fittingBands(wanted: Arrangement): readonly Laid[] | null {
  const { room } = wanted;
  let best: readonly Laid[] | null = null;
  for (const { bands, layouts } of cutsOf(wanted)) {
    const ample = heightOf(layouts);
    const least = heightOf(layouts.map(({ height }, i) => ({ height: leastOf(bands[i]!, height) })));
    if (least > room) continue;
    // What is there beyond the least goes to each band in the measure in which it wants more.
    const share = Math.min((room - least) / Math.max(ample - least, 1), 1);
    const fitted =
      share === 1
        ? bands.map((band) => tightened(wanted, band))
        : bands.map((band, i) => {
            const from = leastOf(band, layouts[i]!.height);
            const height = Math.floor(from + (layouts[i]!.height - from) * share);
            return { ...laidOut(wanted, band, height), height };
          });
    if (!best || best.length < 2 || namedOf(fitted) > namedOf(best)) best = fitted;
  }
  return best;
}

/** The least that a band can do with, px. @param ample what it needs. */
const leastOf = ({ store }: Band, ample: number): number =>
  store === null ? ample : Math.min(ample, LEAST_BAND);

function laidOut(wanted: Arrangement, band: Band, height: number = AMPLE): Laid {
  const { store } = band;
  if (store === null) return silence(wanted, band.window);
  const chart = chartOf(wanted, band, store, height);
  return {
    marks: chart.scene.marks,
    height: Math.min(neededHeight(chart, figuresLaneHeight(store)), height),
    drawn: new Set(chart.hits.map((hit) => hit.id)),
    inView: chart.lanes.reduce((sum, lane) => sum + lane.inView, 0),
    named: chart.lanes.reduce((sum, lane) => sum + lane.named, 0),
  };
}

/** A band as high as it takes to name as many as with ample room. */
function tightened(wanted: Arrangement, band: Band): Laid {
  if (band.store === null) return silence(wanted, band.window);
  const ample = laidOut(wanted, band);
  let [low, high] = [LEAST_BAND, ample.height];
  while (high - low > 8) {
    const middle = Math.round((low + high) / 2);
    if (laidOut(wanted, band, middle).named < ample.named) low = middle;
    else high = middle;
  }
  return { ...laidOut(wanted, band, high), height: high };
}

/** The chart of one band, with a little air at either end. */
function chartOf(
  { store: whole, categories, lanes: wholeLanes, width, theme, locale }: Arrangement,
  { window: { start, end }, lanes }: Band,
  store: EventStore,
  height: number,
): TimelineLayout {
  const air = (end - start) * AIR;
  return layoutTimeline({
    store,
    categories,
    ...(lanes ? { lanes } : {}),
    view: { start: start - air, end: end + air, width, height },
    theme,
    selected: null,
    found: null,
    locale,
    previous: null,
    still: true,
    // The bands of a poster stand under each other: their plots begin at one line.
    band: {
      gutter: gutterWidth(wholeLanes?.store ?? whole, wholeLanes?.list ?? categories, locale),
    },
  });
}

/** A dashed line with the years in which nothing happened. */
function silence({ store, width, theme, locale }: Arrangement, { start, end }: Window): Laid {
  const { toReal = (days: Days) => days } = store.fold ?? {};
  const [from, to] = calendarNames(locale).extent(Math.ceil(toReal(start)), Math.floor(toReal(end)));
  const words = wordsOf(locale).silence(from === to ? from : `${from} – ${to}`);
  const half = textWidth(words, 12, 400) / 2 + 12;
  const line = (x1: number, x2: number): Mark => ({
    kind: 'line',
    x1,
    y1: SILENCE / 2,
    x2,
    y2: SILENCE / 2,
    stroke: theme.muted,
    dash: [2, 4],
  });
  return {
    marks: [
      line(24, width / 2 - half),
      {
        kind: 'text',
        x: width / 2,
        y: SILENCE / 2 + 4,
        text: words,
        size: 12,
        weight: 400,
        fill: theme.muted,
        anchor: 'middle',
      },
      line(width / 2 + half, width - 24),
    ],
    height: SILENCE,
    drawn: new Set(),
    inView: 0,
    named: 0,
  };
}

/** Keys are unique in a picture: an event that lasts over two bands is drawn in both. */
function keyed(mark: Mark, band: number): Mark {
  if (mark.kind !== 'group') return mark;
  return {
    ...mark,
    ...(mark.key === '' || band === 0 ? {} : { key: `${mark.key}-band-${band + 1}` }),
    marks: mark.marks.map((child) => keyed(child, band)),
  };
}
