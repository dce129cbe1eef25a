import type { Window } from '../store/store.ts';
import { grow } from './grow.ts';
import type { LaneEvents } from './laneEvents.ts';
import type { LaneLevel } from './level.ts';
import { LEVELS, levelScale } from './scale.ts';
import { thin } from './thin.ts';

/** Lanes of at most so many events are decided over all of them at once; larger ones around the view. */
const WHOLE = 1200;
/** And only while all time is at most so wide, px: ten thousand years in hours are too many pieces to look at. */
const WHOLE_WIDTH = 2 ** 19;
/** Least width of the tiles of time around which a very full lane is decided, px: two of them lie beyond the view. */
const TILE = 2048;
/** What is at least this long at the coarsest level, px, is placed before anything short. */
const LASTING = 2;

/**
 * Decides rows for every zoom level, each when first asked for and then kept.
 *
 * Levels are nested: an event that has a row with room for its label keeps that row on all finer levels, for footprints
 * measured in days only shrink when zooming in. So zooming in adds titles and moves none. On the coarsest level, and
 * for what is new on a level, the most salient choose first, each the topmost free row; the marks without a label
 * follow in the order of time. Beyond the coarsest level (`base`), zooming out only takes titles away.
 *
 *     level    base-1 ◀─thin── base ──grow──▶ base+1 ──grow──▶ base+2 …
 *
 * Where more marks come together than the rows can hold, a ridge takes the lower rows over that stretch of time, and
 * titles alone the upper ones. Stretches, too, only shrink when zooming in:
 *
 *     row 0   ● title        ● title     ● title   ● title
 *     row 1      ● title          ● title     ● title
 *     row 2   ●──── title     ╱╲__╱╲╱▔▔╲   ● title
 *     row 3     ● ● title   _╱          ╲_    ● ●
 *                           └─ crowded ──┘
 *
 * A lane of many thousands, and any on levels where all time is very long, is decided for three tiles of time around the
 * view, each at least as wide as the view; what lies two widths away has no say in what is seen.
 * @param rows that the lane has room for, ≥ 1. @param titleRows of them that hold titles over a ridge.
 * @param base level from which rows grow.
 */
export function createLevels(events: LaneEvents, rows: number, titleRows: number, base: number): Levels {
  const made = new Map<string, LaneLevel>();
  const length = events.extent.end - events.extent.start;
  /** Whether a level is decided over all of the lane's events at once. */
  const isSmall = (level: number): boolean =>
    events.size <= WHOLE && length * levelScale(level) <= WHOLE_WIDTH;
  const ground = (level: number) => ({
    rows,
    titleRows,
    lasting: LASTING / levelScale(base),
    whole: isSmall(level),
  });
  // Borders of tiles lie elsewhere in each lane, so that a view that is panned comes to them one after the other.
  const origin = events.extent.start - ((events.size * 0.618034) % 1) * length;
  // Where a tile is as long as all time, every region is all of it.
  const isWhole = (level: number, size: number): boolean =>
    isSmall(level) || level <= base || tileDays(level, size) >= length;
  const keyOf = (level: number, tile: number, size: number): string =>
    isWhole(level, size) ? String(level) : `${level}/${size}/${tile}`;
  /** Tiles halve when the scale doubles: the tile above is the same one or the one that holds it. */
  const above = (level: number, tile: number, size: number): number =>
    tileDays(level - 1, size) === tileDays(level, size) ? tile : Math.floor(tile / 2);
  const get = (level: number, tile: number, size: number): LaneLevel => {
    const key = keyOf(level, tile, size);
    const known = made.get(key);
    if (known) return known;
    const days = tileDays(level, size);
    const region = isWhole(level, size)
      ? events.extent
      : { start: origin + (tile - 1) * days, end: origin + (tile + 2) * days };
    let answer: LaneLevel;
    if (level < base) {
      answer = thin(events, get(base, 0, size), rows, titleRows, level);
    } else if (level === base) {
      answer = grow(events, null, ground(level), level, region);
    } else {
      answer = grow(events, get(level - 1, above(level, tile, size), size), ground(level), level, region);
    }
    if (made.size >= MOST_KEPT) made.delete(made.keys().next().value!);
    made.set(key, answer);
    return answer;
  };
  const place = (level: number, view: Window): readonly [tile: number, size: number] => {
    const width = (view.end - view.start) * levelScale(level + 1);
    const size = TILE * 2 ** Math.max(0, Math.ceil(Math.log2(width / TILE)));
    return [Math.floor(((view.start + view.end) / 2 - origin) / tileDays(level, size)), size];
  };
  /** The coarsest level that is missing on the way to one, its tile, and how many are. */
  const gap = (level: number, view: Window): { count: number; level: number; tile: number; size: number } => {
    let [tile, size] = place(level, view);
    const missing = { count: 0, level, tile, size };
    for (let at = level; !made.has(keyOf(at, tile, size)); at--) {
      missing.count++;
      missing.level = at;
      missing.tile = tile;
      if (at <= base) break;
      tile = above(at, tile, size);
    }
    return missing;
  };
  return {
    at: (level, view) => get(level, ...place(level, view)),
    missing: (level, view) => gap(level, view).count,
    advance(level, view) {
      const next = gap(level, view);
      if (next.count > 0) get(next.level, next.tile, next.size);
    },
  };
}

/** The levels of a lane, each decided when first asked for. */
export interface Levels {
  /** What holds for a view at a level. */
  at(level: number, view: Window): LaneLevel;
  /** How many levels are still to be decided for that: it, and coarser ones from which it grows. 0 where it is there. */
  missing(level: number, view: Window): number;
  /** Decides the coarsest of those. */
  advance(level: number, view: Window): void;
}

/** Regions kept for a lane: enough for all levels on the way to any place, and some places. */
const MOST_KEPT = 400;

/** Length of a tile, days; the same for the levels in which the scale doubles. @param size px at the first of them. */
const tileDays = (level: number, size: number): number =>
  size / levelScale(Math.floor(level / LEVELS) * LEVELS);
