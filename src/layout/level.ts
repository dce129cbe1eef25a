import type { Stretch } from './crowd.ts';

/** What is decided about a lane, or about a long stretch of a very full one, for one zoom level. */
export interface LaneLevel {
  /** Indices of the events that were looked at, rising. All others stand where it is crowded. */
  readonly members: Int32Array;
  /** Row of each member, or {@link NO_ROW}, or {@link IN_RIDGE}. */
  readonly rows: Int8Array;
  /** Where the row has room for the member's label too: {@link RIGHT} of the mark or inside it, or {@link LEFT}; else 0. */
  readonly labelled: Uint8Array;
  /** Stretches of time in which a ridge stands for the marks, days; rising, apart. */
  readonly crowded: readonly Stretch[];
}

/** Instead of a row: there is none left, so the event is told as a number where it lies. */
export const NO_ROW = -1;
/** Instead of a row: a ridge counts the event. */
export const IN_RIDGE = -2;
