import type { Collection } from '../model/collection.ts';
import type { Days } from '../model/days.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';

/** What a `dateline-view` event carries: the span that is seen, in days since 1970-01-01. */
export interface SeenSpan {
  readonly start: Days;
  readonly end: Days;
}

/** The events that the element sends; each bubbles and leaves a shadow tree. */
export interface TimelineElementEvents {
  /** Events are shown. */
  'dateline-load': CustomEvent<{ readonly collection: Collection; readonly problems: readonly Problem[] }>;
  /** Another event is chosen, or none. */
  'dateline-select': CustomEvent<{ readonly event: TimelineEvent | null }>;
  /** Another span of time is seen. */
  'dateline-view': CustomEvent<SeenSpan>;
  /** What could not be loaded or read, and why. */
  'dateline-error': CustomEvent<{ readonly message: string; readonly problems: readonly Problem[] }>;
}
