import { bisectLeft } from 'd3-array';
import type { Days } from '../../model/days.ts';
import type { TimelineEvent } from '../../model/event.ts';
import { dateInWords } from '../../model/words.ts';
import type { EventStore } from '../../store/store.ts';
import { glyphIn } from '../fold.ts';
import type { Found } from '../found.ts';
import { levelScale, SLACK } from '../scale.ts';
import { type Emphasis, emphasisOf, titleWeight } from '../titles.ts';
import { placed, wrapTitle } from './blocks.ts';
import { DATE_SIZE, LINE } from './titleMarks.ts';

/** Height of the tiles of time in which titles are chosen and placed, px at the coarsest scale of a level. */
const TILE = 336;
/** Events of a category that are asked for in one part of a tile. */
const OF_PART = 2;
/** Between two titles, px. */
export const BETWEEN = 7;

/** A title with its place. */
export interface PlacedTitle {
  readonly event: TimelineEvent;
  /** The moment it belongs to. */
  readonly at: Days;
  readonly dates: readonly string[];
  readonly lines: readonly string[];
  readonly emphasis: Emphasis;
  /** Top and height, px from the start of the view. */
  readonly top: number;
  readonly height: number;
}

type Entry = Omit<PlacedTitle, 'top'>;

/** How titles are written. */
export interface TitleLook {
  /** Width of a line, and of a line of a date, px. */
  readonly room: number;
  readonly date: number;
  /** Whether the date stands above the title, and not beside it. */
  readonly stacked: boolean;
  readonly locale: string;
}

const kept = new WeakMap<EventStore | Found, Map<string, readonly Entry[]>>();
/** Tiles kept for a store, and for a search: those of some levels on the way to some places. */
const MOST_KEPT = 300;

/**
 * The titles of a view whose time runs downwards: in each tile of time those that have room together, the most salient
 * first, each as near to its mark as the others of its tile allow. Tiles lie at whole multiples of their length, so
 * that panning moves titles with their marks and otherwise not at all; a level chooses once.
 * @param keys of the lanes whose events are named. @param isNamed whether an event stands in one of them: who is selected is
 * named wherever it stands, what was found only there.
 * @param scale px per day. @param level zoom level. @param height of the plot, px: what it would cut off is left out.
 * @param selected id of an event that goes first. @param found what goes before the others; null for none.
 */
export function placeTitles(
  store: EventStore,
  keys: readonly string[],
  isNamed: (event: TimelineEvent) => boolean,
  start: Days,
  scale: number,
  level: number,
  height: number,
  look: TitleLook,
  selected: string | null,
  found: Found | null,
): readonly PlacedTitle[] {
  // The same tiles for the levels in which the scale doubles would be too high at the finest: each level has its own.
  const days = TILE / levelScale(level);
  const end = start + height / scale;
  const position = selected === null ? -1 : store.indexOf(selected);
  const chosen = position < 0 ? null : store.at(position);
  const titles: PlacedTitle[] = [];
  for (let tile = Math.floor(start / days); tile * days < end; tile++) {
    const from = tile * days;
    const own = chosen && isWithin(anchorOf(store, chosen), from, from + days) ? chosen : null;
    const entries = entriesOf(store, keys, from, days, level, look, own, found, isNamed);
    const top = (from - start) * scale;
    const bottom = top + days * scale;
    const places = placed(
      entries.map((entry) => ({
        wish: top + (entry.at - from) * scale - entry.height / 2,
        height: entry.height,
      })),
      top,
      bottom,
    );
    for (const [i, entry] of entries.entries()) {
      const y = places[i]!;
      if (y < 0 || y + entry.height - BETWEEN > height) continue;
      titles.push({ ...entry, top: y });
    }
  }
  const named = chosen ? withSelected(store, chosen, position, start, scale, height, look, titles) : titles;
  return [...stickyTitles(store, keys, start, scale, look, named), ...named];
}

/** The selected event has its title also where its tile leaves the view; what stands there goes. */
function withSelected(
  store: EventStore,
  event: TimelineEvent,
  position: number,
  start: Days,
  scale: number,
  height: number,
  look: TitleLook,
  titles: readonly PlacedTitle[],
): readonly PlacedTitle[] {
  const at = anchorOf(store, event);
  const y = (at - start) * scale;
  if (y < 0 || y > height || titles.some((title) => title.event.id === event.id)) return titles;
  const own = written(event, position, at, emphasisOf(store)(event.salience), look);
  const top = Math.max(0, Math.min(y - own.height / 2, height - own.height + BETWEEN));
  const others = titles.filter((title) => title.top >= top + own.height || title.top + title.height <= top);
  return [...others, { ...own, top }].sort((a, b) => a.top - b.top);
}

/** At most so many titles stick to the top, of bars that are still at least so long there, px. */
const STICKY = { most: 2, length: 40 };

/** What began before the view keeps its title at the edge of the view, as far as there is room above the others. */
function stickyTitles(
  store: EventStore,
  keys: readonly string[],
  start: Days,
  scale: number,
  look: TitleLook,
  others: readonly PlacedTitle[],
): readonly PlacedTitle[] {
  const room = others.reduce((least, { top }) => Math.min(least, top), TILE);
  const edge = { start, end: start + STICKY.length / scale };
  const lasting = keys
    .flatMap((key) => store.top(key, edge, STICKY.most * 4))
    .map((position) => ({ position, event: store.at(position) }))
    .filter(({ event }) => {
      const glyph = glyphIn(store, event);
      return glyph.kind === 'span' && !glyph.openStart && glyph.start < start && glyph.end > edge.end;
    })
    .sort((a, b) => b.event.salience - a.event.salience || a.position - b.position);
  const emphasis = emphasisOf(store);
  const titles: PlacedTitle[] = [];
  let top = 0;
  for (const { event, position } of lasting.slice(0, STICKY.most)) {
    const entry = written(event, position, start, emphasis(event.salience), look);
    if (top + entry.height > room) break;
    titles.push({ ...entry, top });
    top += entry.height;
  }
  return titles;
}

/** A title on as many lines as it needs. @param position of the event in the store. @param at the moment it belongs to. */
export function written(
  event: TimelineEvent,
  position: number,
  at: Days,
  emphasis: Emphasis,
  look: TitleLook,
): Entry & { readonly position: number } {
  const lines = wrapTitle(event.title, look.room, titleWeight(emphasis));
  // What is concluded and not printed anywhere is told as such.
  const date = `${event.time.how === 'inferred' ? '~ ' : ''}${dateInWords(event.time, look.locale)}`;
  const dates = wrapTitle(date, look.date, 400, DATE_SIZE);
  const rows = look.stacked ? lines.length + dates.length : Math.max(lines.length, dates.length);
  return { event, position, at, dates, lines, emphasis, height: rows * LINE + BETWEEN };
}

const isWithin = (at: Days, from: Days, to: Days): boolean => at >= from && at < to;

/** The moment that a title belongs to: where what lasts begins. */
export function anchorOf(store: EventStore, event: TimelineEvent): Days {
  const glyph = glyphIn(store, event);
  return glyph.kind === 'span' && !glyph.openStart ? glyph.start : glyph.at;
}

function entriesOf(
  store: EventStore,
  keys: readonly string[],
  from: Days,
  days: Days,
  level: number,
  look: TitleLook,
  own: TimelineEvent | null,
  found: Found | null,
  isNamed: (event: TimelineEvent) => boolean,
): readonly Entry[] {
  const tiles = tilesOf(found ?? store);
  const key = JSON.stringify([from, level, look, own?.id, keys]);
  const before = tiles.get(key);
  if (before) return before;
  const made = choose(store, keys, from, days, look, own, found, isNamed);
  if (tiles.size >= MOST_KEPT) tiles.delete(tiles.keys().next().value!);
  tiles.set(key, made);
  return made;
}

function tilesOf(of: EventStore | Found): Map<string, readonly Entry[]> {
  const tiles = kept.get(of) ?? new Map<string, readonly Entry[]>();
  kept.set(of, tiles);
  return tiles;
}

/**
 * Positions of events that a search found in a tile, or a little before it, at most `most` of each lane: of very many it
 * is known by position who was found.
 */
function foundAround(
  store: EventStore,
  keys: readonly string[],
  found: Found,
  from: Days,
  days: Days,
  most: number,
  isNamed: (event: TimelineEvent) => boolean,
): readonly number[] {
  const { positions: marked } = found;
  if (marked) {
    return keys.flatMap((key) => {
      const { positions, starts } = store.columns(key);
      const some: number[] = [];
      // What lies somewhere within a span has its middle later than its start.
      for (let i = bisectLeft(starts, from - days); i < starts.length && starts[i]! < from + days; i++) {
        if (!marked[positions[i]!]) continue;
        if (some.push(positions[i]!) === most) break;
      }
      return some;
    });
  }
  const some: number[] = [];
  for (const id of found) {
    const position = store.indexOf(id);
    if (position < 0) continue;
    const event = store.at(position);
    if (!isNamed(event) || !isWithin(anchorOf(store, event), from, from + days)) continue;
    if (some.push(position) === most) break;
  }
  return some;
}

function choose(
  store: EventStore,
  keys: readonly string[],
  from: Days,
  days: Days,
  look: TitleLook,
  own: TimelineEvent | null,
  found: Found | null,
  isNamed: (event: TimelineEvent) => boolean,
): readonly Entry[] {
  const emphasis = emphasisOf(store);
  const room = TILE / SLACK;
  const least = LINE * (look.stacked ? 2 : 1) + BETWEEN;
  // More than fit, since some of what goes on then has its title elsewhere.
  const asked = Math.ceil(room / least) * 4;
  // Of the whole tile and of each part of it: where many are worth the same, the first ones of all stand together.
  const parts = Math.floor(room / least);
  const windows = [{ start: from, end: from + days }];
  for (let part = 0; part < parts; part++)
    windows.push({ start: from + (part * days) / parts, end: from + ((part + 1) * days) / parts });
  const positions = windows.flatMap((window, i) =>
    keys.flatMap((key) => store.top(key, window, i === 0 ? asked : OF_PART)),
  );
  const candidates = [...new Set(positions)]
    .map((position) => ({ position, event: store.at(position) }))
    .filter(({ event }) => isWithin(anchorOf(store, event), from, from + days));
  if (found) {
    const known = new Set(candidates.map(({ position }) => position));
    for (const position of foundAround(store, keys, found, from, days, asked, isNamed)) {
      if (known.has(position)) continue;
      const event = store.at(position);
      if (isWithin(anchorOf(store, event), from, from + days)) candidates.push({ position, event });
    }
  }
  // Who is looked at may be less salient than all that were asked for.
  if (own && !candidates.some(({ event }) => event.id === own.id)) {
    candidates.push({ position: store.indexOf(own.id), event: own });
  }
  const weight = ({ id, salience }: TimelineEvent): number =>
    salience + (id === own?.id ? 8 : 0) + (found?.has(id) ? 2 : 0);
  candidates.sort((a, b) => weight(b.event) - weight(a.event) || a.position - b.position);
  let used = 0;
  const chosen: (Entry & { readonly position: number })[] = [];
  while (candidates.length > 0 && used + least <= room) {
    // Of those that are worth as much as the first, the one that is farthest from what is named already.
    const most = weight(candidates[0]!.event);
    let [next, farthest] = [0, -1];
    for (let i = 0; i < candidates.length && weight(candidates[i]!.event) === most; i++) {
      const at = anchorOf(store, candidates[i]!.event);
      const apart = Math.min(days, ...chosen.map((entry) => Math.abs(entry.at - at)));
      if (apart > farthest) [next, farthest] = [i, apart];
    }
    const [{ event, position }] = candidates.splice(next, 1) as [(typeof candidates)[number]];
    const entry = written(event, position, anchorOf(store, event), emphasis(event.salience), look);
    if (used + entry.height > room) continue;
    used += entry.height;
    chosen.push(entry);
  }
  return chosen.sort((a, b) => a.at - b.at || a.position - b.position);
}
