import type { Days } from '../model/days.ts';
import type { TimelineEvent } from '../model/event.ts';

/** A question about a window of time, [start, end) in days since 1970-01-01. */
export interface Window {
  readonly start: Days;
  readonly end: Days;
}

/**
 * Answers about many events without handing them all over. Indices are positions in time order (start, end, id).
 * Kept small, so that a database or a server can stand behind it too.
 */
export interface EventStore {
  readonly size: number;
  /** First start and last end; null when there are no events. */
  readonly extent: Window | null;
  /** The event at a position. */
  at(index: number): TimelineEvent;
  /** Position of an event by id, or -1. */
  indexOf(id: string): number;
  /** Positions of the events of a category that meet the window, at most `limit`, most salient first. */
  top(category: string, window: Window, limit: number): readonly number[];
  /** How many events of a category meet the window. */
  count(category: string, window: Window): number;
  /** Events of a category by the bin of their middle, `bins` equal bins over the window. */
  histogram(category: string, window: Window, bins: number): readonly number[];
}
