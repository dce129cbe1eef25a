import { readEdtf } from '../model/edtf.ts';
import type { TimelineEvent } from '../model/event.ts';
import { changeOf } from './changed.ts';
import type { Fold } from './fold.ts';

/**
 * Events as columns, a row each: what an index needs to know of them. Everything else is asked for when an event is
 * drawn, so that a million events need not be a million objects. Columns are parallel; read-only, never written.
 */
export interface EventTable {
  /**
   * Keys of the kinds that events are told apart by, each once; `category` holds places in this list. Categories, unless
   * somebody asked for lanes of another sort.
   */
  readonly categories: readonly string[];
  readonly category: Uint16Array;
  /** Days since 1970-01-01, finite, start < end. In any order; what has the same time keeps the order of its rows. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** How starts and ends are folded; absent where they are as the events tell. */
  readonly fold?: Fold;
  /** 0 … 1. */
  readonly salience: Float32Array;
  /** Rows of the events that report figures, rising. */
  readonly figured: readonly number[];
  /** The event of a row. Asked again, the same object. */
  event(row: number): TimelineEvent;
  /** Row of an event by id, or -1. */
  rowOf(id: string): number;
}

/**
 * Writes events into columns. O(n).
 * @param events ids unique, start < end, all finite. Kept, not modified.
 * @param keyOf what an event is of: its category, or the key of another lane.
 */
export function tableOf(
  events: readonly TimelineEvent[],
  keyOf: (event: TimelineEvent) => string = categoryOf,
): EventTable {
  const size = events.length;
  const places = new Map<string, number>();
  const category = new Uint16Array(size);
  const starts = new Float64Array(size);
  const ends = new Float64Array(size);
  const salience = new Float32Array(size);
  const figured: number[] = [];
  events.forEach((event, row) => {
    const key = keyOf(event);
    let place = places.get(key);
    if (place === undefined) {
      place = places.size;
      places.set(key, place);
    }
    category[row] = place;
    const { start, end } = event.time.precision === 'time' ? hoursOf(event.time) : event.time;
    starts[row] = start;
    ends[row] = end;
    salience[row] = event.salience;
    if (event.figures.length > 0) figured.push(row);
  });
  return {
    categories: [...places.keys()],
    category,
    starts,
    ends,
    salience,
    figured,
    event: (row) => events[row]!,
    rowOf: (id) => rowsById(events).get(id) ?? -1,
  };
}

/** A minute, days. */
const MINUTE = 1 / 1440;

/**
 * From the minute at which something began to that at which it ended: in a view of some hours it is elsewhere than the
 * rest of its day. A side that knows its day only counts whole.
 */
function hoursOf({ edtf, start, end }: TimelineEvent['time']): {
  readonly start: number;
  readonly end: number;
} {
  const [low, high = low] = edtf.split('/').map((side) => readEdtf(side));
  const from =
    low && !('problem' in low) && low.minute !== undefined ? low.start + low.minute * MINUTE : start;
  const to =
    high && !('problem' in high) && high.minute !== undefined ? high.start + (high.minute + 1) * MINUTE : end;
  return to > from ? { start: from, end: to } : { start, end };
}

/** Where events of a list stand, by their ids. */
export interface Rows {
  get(id: string): number | undefined;
}

type Events = readonly TimelineEvent[];

const known = new WeakMap<Events, Rows>();
/** The list whose ids were noted last: of one that came of it by a correction, only what is new is. */
let last: WeakRef<Events> | null = null;
/** So many ids are noted before others have their turn: some ms. */
const PIECE = 16_384;
/** Below so many events all are noted again: it takes less than to compare. */
const MANY = 20_000;

/** Places of events in a list by their ids. Made when first asked for, since drawing alone never needs it; then kept. */
export function rowsById(events: Events): Rows {
  const rows = known.get(events);
  if (rows) return rows;
  for (const _ of noteRows(events));
  return known.get(events) ?? new Map();
}

/** Makes what {@link rowsById} answers, in pieces of some ms. */
export function* noteRows(events: Events): Generator<undefined> {
  if (known.has(events)) return;
  const changed = changedRows(events);
  if (changed) {
    known.set(events, changed);
    return;
  }
  const rows = new Map<string, number>();
  for (let row = 0; row < events.length; row++) {
    rows.set(events[row]!.id, row);
    if (row % PIECE === PIECE - 1) yield;
  }
  known.set(events, rows);
  if (events.length > MANY) last = new WeakRef(events);
}

/**
 * The rows of very many events out of those of the list that was noted last, where all but few are the same before and
 * behind one place; else null.
 */
function changedRows(events: Events): Rows | null {
  const before = events.length > MANY ? last?.deref() : undefined;
  const rows = before && known.get(before);
  if (!rows) return null;
  const change = changeOf(before, events);
  if (!change) return null;
  const { head, end, endBefore } = change;
  const between = new Map<string, number>();
  for (let row = head; row < end; row++) between.set(events[row]!.id, row);
  return {
    get(id) {
      const row = rows.get(id);
      if (row !== undefined && row < head) return row;
      if (row !== undefined && row >= endBefore) return row + end - endBefore;
      return between.get(id);
    },
  };
}

/** What events are of where nobody asked for anything else. */
export const categoryOf = (event: TimelineEvent): string => event.category;
