import type { TimelineEvent } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';

/** Events read from a list of rows or lines, and what was kept out of it. */
export interface EventList {
  /** In the order of the file. */
  readonly events: readonly TimelineEvent[];
  /** `at` is `NAME:LINE`. */
  readonly problems: readonly Problem[];
}
