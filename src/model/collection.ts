import type { Category } from './category.ts';
import type { Document } from './document.ts';
import type { Figure, Status, TimelineEvent } from './event.ts';
import type { Problem } from './problem.ts';
import type { When } from './when.ts';

/** Version of the saved form that this program writes. */
export const COLLECTION_VERSION = 1;

/** What a person changed about one event. Absent fields keep what the extractor found. */
export interface Edit {
  /** Id of the event. */
  readonly event: string;
  readonly dismissed?: boolean;
  readonly confirmed?: boolean;
  readonly title?: string;
  readonly category?: string;
  readonly status?: Status;
  readonly time?: When;
  readonly actors?: readonly string[];
  readonly place?: string | null;
  readonly figures?: readonly Figure[];
  readonly note?: string;
}

/** Documents, what was read in them, and what a person made of it. The one saved form: versioned JSON. */
export interface Collection {
  readonly dateline: typeof COLLECTION_VERSION;
  readonly name: string;
  readonly documents: readonly Document[];
  /** As extracted, sorted by time.start, then time.end, then id. */
  readonly events: readonly TimelineEvent[];
  readonly categories: readonly Category[];
  /** At most one for an event. Kept apart from `events`, so that reading again loses no correction. */
  readonly edits: readonly Edit[];
  readonly problems: readonly Problem[];
}
