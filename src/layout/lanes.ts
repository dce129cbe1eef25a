import type { Category } from '../model/category.ts';
import type { EventStore } from '../store/store.ts';
import { type LaneEvents, laneEvents } from './laneEvents.ts';
import { createLevels, type Levels } from './levels.ts';
import { rowsNeeded } from './needs.ts';
import { levelOf } from './scale.ts';

/** Width below which lanes carry their name above the rows, px. */
export const NARROW = 560;
/** Height of a row, px: what is reckoned with, and the most that is given when there is room. */
const ROW = { wanted: 20, most: 24 };
/** Above the first row and below the last one of a lane, px: below there is room for `+7`. */
const PAD = { above: 7, below: 11 };
/** A lane grows at most by this much beyond its rows when there are few, px; paper is left free below. */
const MOST_SPARE = 44;
/** Height of a lane's name above its rows, px. */
const HEADER = 20;
/** More rows than this are never given to one lane. */
const MOST_ROWS = 60;
/** Widths for which needs are judged, px: rows do not depend on how wide the picture happens to be. */
const REFERENCE = { narrow: 300, wide: 500 };

/** One lane, wherever the view stands. */
export interface LaneFrame {
  readonly key: string;
  readonly name: string;
  /** `#rrggbb` on light paper. */
  readonly colour: string;
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

/**
 * Shares the height out among the categories that have events, in the order of `categories`; categories that are not
 * listed follow under their keys. Each lane gets the rows it needs to name everything at the scale where the whole
 * fits; when these are too many together, small lanes keep theirs and large ones share what is left, the larger the
 * more. The answer depends on neither the place nor the zoom of the view. Remembered for each store.
 * @param height of all lanes together, px. @param narrow names stand above the rows.
 * @param still the zoom level that needs are judged at, where the picture will never be zoomed; else that of the whole.
 */
export function layoutLanes(
  store: EventStore,
  categories: readonly Category[],
  height: number,
  narrow: boolean,
  still: number | null = null,
): readonly LaneFrame[] {
  const memory = memories.get(store) ?? {
    frames: new Map(),
    events: new Map(),
    needs: new Map(),
    levels: new Map(),
  };
  memories.set(store, memory);
  const shown = categories.map(({ key, name, colour }) => [key, name, colour]);
  return remember(memory.frames, JSON.stringify([height, narrow, shown, still]), KEPT.frames, () =>
    frameLanes(store, categories, height, narrow, memory, still),
  );
}

const UNLISTED = '#6b6f76';

function frameLanes(
  store: EventStore,
  categories: readonly Category[],
  height: number,
  narrow: boolean,
  memory: Memory,
  still: number | null,
): readonly LaneFrame[] {
  const listed = new Set(categories.map(({ key }) => key));
  const wanted = [
    ...categories,
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
  const needs = events.map((lane, i) =>
    remember(memory.needs, `${base}/${wanted[i]!.key}`, KEPT.needs, () => rowsNeeded(lane, base, MOST_ROWS)),
  );

  const header = narrow ? HEADER : 0;
  const frame = Math.min(header + PAD.above + PAD.below, (height / wanted.length) * 0.4);
  const room = height - frame * wanted.length;
  const rows = shareRows(
    needs,
    wanted.map(({ key }) => Math.sqrt(Math.sqrt(store.count(key, store.extent!)))),
    Math.max(Math.floor(room / ROW.wanted), 0),
  );
  const used = rows.reduce((sum, n) => sum + n, 0);
  const pitch = Math.min(ROW.most, Math.max(room / used, 1));
  const spare = Math.min((room - used * pitch) / wanted.length, MOST_SPARE);
  const above = (frame * (header + PAD.above)) / (header + PAD.above + PAD.below);

  let y = 0;
  return wanted.map((category, i) => {
    const n = rows[i]!;
    const laneHeight = frame + n * pitch + spare;
    const titleRows = n < 2 ? 0 : n < 3 ? 1 : n < 7 ? 2 : 3;
    const lane: LaneFrame = {
      key: category.key,
      name: category.name,
      colour: category.colour,
      events: events[i]!,
      levels: remember(memory.levels, `${n}/${titleRows}/${base}/${category.key}`, KEPT.levels, () =>
        createLevels(events[i]!, n, titleRows, base),
      ),
      y,
      height: laneHeight,
      firstRow: above + pitch / 2,
      pitch,
      rows: n,
      titleRows,
    };
    y += laneHeight;
    return lane;
  });
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
