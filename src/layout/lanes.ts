import type { EventStore } from '../store/store.ts';
import type { Lane } from './arrangement.ts';
import { type LaneEvents, laneEvents } from './laneEvents.ts';
import { createLevels, type Levels } from './levels.ts';
import { rowsNeeded } from './needs.ts';
import { levelOf } from './scale.ts';
import type { LeastHeights } from './squeeze.ts';

/** Height of a row, px: what is reckoned with, and the most that is given when there is room. */
const ROW = { wide: 20, narrow: 18, most: 24 };
/** Above the first row and below the last one of a lane, px: below there is room for `+7`. */
const PAD = { wide: { above: 7, below: 11 }, narrow: { above: 1, below: 9 } };
/** A lane grows at most by this much beyond its rows when there are few, px; paper is left free below. */
const MOST_SPARE = 44;
/** The same where the whole height is to be used: much more of either would tear a lane apart. */
const ROOMY = { row: 34, spare: 130 };
/** Height of a lane's name above its rows, px. */
const HEADER = 18;
/** More rows than this are never given to one lane. */
const MOST_ROWS = 60;
/** Widths for which needs are judged, px: rows do not depend on how wide the picture happens to be. */
const REFERENCE = { narrow: 300, wide: 500 };

/** Height of a lane that is a thin line, px: with its name beside it, or above it. */
const COLLAPSED = { wide: 24, narrow: 36 };
/** The least that a lane needs for one row, px. */
const LEAST_LANE = {
  wide: PAD.wide.above + ROW.wide + PAD.wide.below,
  narrow: HEADER + PAD.narrow.above + ROW.narrow + PAD.narrow.below,
};

/** What lanes need at least, px. @param narrow names stand above the rows. */
export const leastHeights = (narrow: boolean): LeastHeights => {
  const size = narrow ? 'narrow' : 'wide';
  return { open: LEAST_LANE[size], thin: COLLAPSED[size], shared: LEAST_LANE[size] + 2 * ROW[size] };
};

/** One lane, wherever the view stands. */
export interface LaneFrame {
  readonly key: string;
  readonly name: string;
  /** `#rrggbb` on light paper; null where each event has the colour of its category. */
  readonly colour: string | null;
  /** Whether it is only a thin line that counts its events. */
  readonly collapsed: boolean;
  readonly events: LaneEvents;
  readonly levels: Levels;
  /** px from the top of the lanes. */
  readonly y: number;
  readonly height: number;
  /** Middle of row 0 from the top of the lane, px, and from row to row. */
  readonly firstRow: number;
  readonly pitch: number;
  readonly rows: number;
  /** Of them, those that hold titles when the lane is a ridge. */
  readonly titleRows: number;
}

/** What is remembered of a store, so that a picture costs what it shows and not what there is. */
interface Memory {
  readonly frames: Map<string, readonly LaneFrame[]>;
  readonly events: Map<string, LaneEvents>;
  readonly needs: Map<string, number>;
  readonly levels: Map<string, Levels>;
}

const memories = new WeakMap<EventStore, Memory>();
/** Sizes come and go while a window is dragged; only the last few are worth keeping. */
const KEPT = { frames: 4, levels: 64, needs: 256, events: 4096 };

/** What is known under a key, or else made and kept; the oldest goes when there are more than `most`. */
function remember<T>(known: Map<string, T>, key: string, most: number, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  if (known.size >= most) known.delete(known.keys().next().value!);
  known.set(key, made);
  return made;
}

/** What a person wants of some lanes. */
export interface LaneSizes {
  readonly collapsed: ReadonlySet<string>;
  /** px, by key. */
  readonly heights: Readonly<Record<string, number>>;
}

/** Nobody wants anything of any lane. */
export const AUTOMATIC: LaneSizes = { collapsed: new Set(), heights: {} };

/**
 * Shares the height out among the lanes that have events, in their order; events of lanes that are not listed follow
 * under their keys. Each lane gets the rows it needs to name everything at the scale where the
 * whole fits; when these are too many together, small lanes keep theirs and large ones share what is left, the larger the
 * more. Lanes of a wanted height have it, as far as something is left for the others; collapsed lanes are a thin line. The
 * answer depends on neither the place nor the zoom of the view. Remembered for each store.
 * @param height of all lanes together, px. @param narrow names stand above the rows.
 * @param still the zoom level that needs are judged at, where the picture will never be zoomed; else that of the whole.
 * @param roomy what no row needs gives rows and lanes more air, so that less paper is left free below.
 */
export function layoutLanes(
  store: EventStore,
  lanes: readonly Lane[],
  height: number,
  narrow: boolean,
  still: number | null = null,
  sizes: LaneSizes = AUTOMATIC,
  roomy = false,
): readonly LaneFrame[] {
  const memory = memories.get(store) ?? {
    frames: new Map(),
    events: new Map(),
    needs: new Map(),
    levels: new Map(),
  };
  memories.set(store, memory);
  const shown = lanes.map(({ key, name, colour }) => [key, name, colour]);
  const { collapsed, heights } = sizes;
  const question = JSON.stringify([height, narrow, shown, still, [...collapsed], heights, roomy]);
  return remember(memory.frames, question, KEPT.frames, () =>
    frameLanes(store, lanes, height, narrow, memory, still, sizes, roomy),
  );
}

const UNLISTED = '#6b6f76';

function frameLanes(
  store: EventStore,
  lanes: readonly Lane[],
  height: number,
  narrow: boolean,
  memory: Memory,
  still: number | null,
  sizes: LaneSizes,
  roomy: boolean,
): readonly LaneFrame[] {
  const listed = new Set(lanes.map(({ key }) => key));
  const wanted: Lane[] = [
    ...lanes,
    ...store.categories
      .filter((key) => !listed.has(key))
      .map((key) => ({ key, name: key, colour: UNLISTED })),
  ].filter(({ key }) => store.columns(key).positions.length > 0);
  if (wanted.length === 0 || !store.extent) return [];

  const length = store.extent.end - store.extent.start;
  const base = still ?? levelOf((narrow ? REFERENCE.narrow : REFERENCE.wide) / (length * 1.08));
  const events = wanted.map(({ key }) =>
    remember(memory.events, key, KEPT.events, () => laneEvents(store, key)),
  );
  const given = heightsOf(wanted, sizes, height, narrow);
  /** Lanes that share what the others leave. */
  const automatic = given.filter((own) => own === null).length;
  const left = height - given.reduce<number>((sum, own) => sum + (own ?? 0), 0);
  const needs = events.map((lane, i) =>
    sizes.collapsed.has(wanted[i]!.key)
      ? 0
      : remember(memory.needs, `${base}/${wanted[i]!.key}`, KEPT.needs, () =>
          rowsNeeded(lane, base, MOST_ROWS),
        ),
  );

  const header = narrow ? HEADER : 0;
  const row = narrow ? ROW.narrow : ROW.wide;
  const pad = narrow ? PAD.narrow : PAD.wide;
  const framed = header + pad.above + pad.below;
  const frameOf = (most: number): number => Math.min(framed, most * 0.6);
  const frame = frameOf(left / automatic);
  const room = left - frame * automatic;
  const sharing = wanted.map((_, i) => i).filter((i) => given[i] === null);
  const shared = shareRows(
    sharing.map((i) => needs[i]!),
    sharing.map((i) => Math.sqrt(Math.sqrt(store.count(wanted[i]!.key, store.extent!)))),
    Math.max(Math.floor(room / row), 0),
  );
  const used = shared.reduce((sum, n) => sum + n, 0);
  const pitch = Math.min(roomy ? ROOMY.row : ROW.most, Math.max(room / used, 1));
  const spare = Math.min((room - used * pitch) / automatic, roomy ? ROOMY.spare : MOST_SPARE);
  const aboveOf = (padding: number): number => (padding * (header + pad.above)) / framed;

  /** Rows, distance between them and height of a lane. */
  const measured = (i: number): { n: number; pitch: number; padding: number; height: number } => {
    const own = given[i] ?? null;
    if (own === null) {
      const n = shared[sharing.indexOf(i)]!;
      return { n, pitch, padding: frame, height: frame + n * pitch + spare };
    }
    const padding = frameOf(own);
    if (sizes.collapsed.has(wanted[i]!.key)) return { n: 0, pitch: row, padding, height: own };
    const n = Math.min(Math.max(Math.floor((own - padding) / row), 1), Math.max(needs[i]!, 1));
    return { n, pitch: Math.min(ROW.most, (own - padding) / n), padding, height: own };
  };

  let y = 0;
  return wanted.map((one, i) => {
    const { n, pitch: between, padding, height: laneHeight } = measured(i);
    const titleRows = n < 2 ? 0 : n < 3 ? 1 : n < 7 ? 2 : 3;
    const lane: LaneFrame = {
      key: one.key,
      name: one.name,
      colour: one.colour,
      collapsed: n === 0,
      events: events[i]!,
      levels: remember(memory.levels, `${n}/${titleRows}/${base}/${one.key}`, KEPT.levels, () =>
        createLevels(events[i]!, n, titleRows, base),
      ),
      y,
      height: laneHeight,
      firstRow: aboveOf(padding) + between / 2,
      pitch: between,
      rows: n,
      titleRows,
    };
    y += laneHeight;
    return lane;
  });
}

/** Heights of the lanes that do not share, px; null for the others. Less than wanted where that would leave no room. */
function heightsOf(
  lanes: readonly Lane[],
  { collapsed, heights }: LaneSizes,
  height: number,
  narrow: boolean,
): readonly (number | null)[] {
  const size = narrow ? 'narrow' : 'wide';
  // With very many lanes not even the least can be had: all are low alike.
  const most = height / lanes.length;
  const thin = Math.min(COLLAPSED[size], most);
  const least = Math.min(LEAST_LANE[size], most);
  const isThin = ({ key }: Lane): boolean => collapsed.has(key);
  const hasOwn = (lane: Lane): boolean => !isThin(lane) && Object.hasOwn(heights, lane.key);
  const beyond = ({ key }: Lane): number => Math.max(heights[key]! - least, 0);

  const own = lanes.filter(hasOwn);
  const thins = lanes.filter(isThin).length;
  /** What is there for heights beyond the least. */
  const room = height - thins * thin - (lanes.length - thins) * least;
  const wanted = own.reduce((sum, lane) => sum + beyond(lane), 0);
  const share = Math.min(1, Math.max(room, 0) / Math.max(wanted, 1));
  return lanes.map((lane) => (isThin(lane) ? thin : hasOwn(lane) ? least + beyond(lane) * share : null));
}

/**
 * Shares out rows: to each what it needs if that is possible, else at most `share · weight`, the share as large as
 * possible. At least one row each, even when there are fewer rows than lanes.
 */
export function shareRows(needs: readonly number[], weights: readonly number[], rows: number): number[] {
  const at = (share: number) =>
    needs.map((need, i) => Math.max(1, Math.min(need, Math.floor(share * weights[i]!))));
  const sum = (list: readonly number[]) => list.reduce((all, n) => all + n, 0);
  const least = Math.min(...weights);
  let [low, high] = [0, (Math.max(...needs) + 1) / Math.max(least, 1e-9)];
  if (sum(at(high)) <= rows) return at(high);
  for (let step = 0; step < 50; step++) {
    const mid = (low + high) / 2;
    if (sum(at(mid)) <= rows) low = mid;
    else high = mid;
  }
  const shared = at(low);
  // Equal lanes grow together, which may leave a few rows over: to those that want most.
  for (let left = rows - sum(shared); left > 0; left--) {
    let neediest = -1;
    for (let i = 0; i < needs.length; i++) {
      if (needs[i]! <= shared[i]!) continue;
      if (neediest < 0 || needs[i]! / shared[i]! > needs[neediest]! / shared[neediest]!) neediest = i;
    }
    if (neediest < 0) break;
    shared[neediest] = shared[neediest]! + 1;
  }
  return shared;
}
