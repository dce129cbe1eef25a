import type { Days } from '../model/days.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Fold } from './fold.ts';

/** A question about a window of time, [start, end) in days since 1970-01-01. */
export interface Window {
  readonly start: Days;
  readonly end: Days;
}

/**
 * The events of one category as columns, parallel to each other and in time order, and the same questions about them
 * that the store answers. Indices are those of the columns. Read-only, shared: never write.
 */
export interface Columns {
  /** Positions in the store, ascending. */
  readonly positions: Int32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** 0 … 1. */
  readonly salience: Float32Array;
  /** How many meet a window. */
  count(window: Window): number;
  /** All that meet a window, rising. */
  meeting(window: Window): readonly number[];
  /** At most `limit` of those that meet a window, most salient first, then earliest. */
  top(window: Window, limit: number): readonly number[];
}

/**
 * Answers about many events without handing them all over. Indices are positions in time order: start, end, then as
 * they stand in their first document, then id. An event meets a window when they share some time.
 * Kept small, so that a database or a server can stand behind it too.
 *
 * What is called a category here is whatever the events were told apart by when the store was made (see
 * `laneKeys.ts`): two stores of the same events, one by category and one by actor, have the same positions.
 */
export interface EventStore {
  readonly size: number;
  /** First start and last end; null when there are no events. */
  readonly extent: Window | null;
  /**
   * How time is folded: every instant here, asked or answered, is in folded time. Only the events keep their dates.
   * Absent where time is as it is.
   */
  readonly fold?: Fold;
  /** Keys of the categories that have an event, sorted. */
  readonly categories: readonly string[];
  /** The event at a position. @throws RangeError if there is none. */
  at(index: number): TimelineEvent;
  /** Position of an event by id, or -1. */
  indexOf(id: string): number;
  /** Positions of the events that report figures, rising. */
  readonly figured: readonly number[];
  /** Positions of the events of a category that meet the window, at most `limit`, most salient first, then earliest. */
  top(category: string, window: Window, limit: number): readonly number[];
  /** Positions of all events of a category that meet the window, in time order. */
  meeting(category: string, window: Window): readonly number[];
  /** How many events of a category meet the window. */
  count(category: string, window: Window): number;
  /**
   * How many events of a category meet each of the windows between one edge and the next: what {@link EventStore.count} says
   * of them, in less time.
   * @param edges rising.
   */
  counts(category: string, edges: Float64Array): Uint32Array;
  /** Events of a category by the bin of their middle, `bins` equal bins over the window. */
  histogram(category: string, window: Window, bins: number): readonly number[];
  /** All events of a category, for what is decided once over a whole lane. Empty columns where it has none. */
  columns(category: string): Columns;
}
