import type { Category } from './category.ts';
import type { Document } from './document.ts';
import type { Edit } from './edit.ts';
import type { TimelineEvent } from './event.ts';
import type { Problem } from './problem.ts';

export type { Edit } from './edit.ts';

/**
 * Version of the saved form that this program writes. 1 had corrections of single events alone, without evidence of
 * what they were about; it is read as well.
 */
export const COLLECTION_VERSION = 2;

/** Documents, what was read in them, and what a person made of it. The one saved form: versioned JSON. */
export interface Collection {
  readonly dateline: typeof COLLECTION_VERSION;
  readonly name: string;
  /** Each with the date that was found for it; see `datedDocuments` for those that a person set. */
  readonly documents: readonly Document[];
  /** As extracted, sorted by time.start, then time.end, then id. */
  readonly events: readonly TimelineEvent[];
  readonly categories: readonly Category[];
  /** Kept apart from `events`, so that reading again loses none. No two have the same key; see `model/edit.ts`. */
  readonly edits: readonly Edit[];
  readonly problems: readonly Problem[];
}

/** A collection of nothing. */
export const EMPTY_COLLECTION: Collection = {
  dateline: COLLECTION_VERSION,
  name: '',
  documents: [],
  events: [],
  categories: [],
  edits: [],
  problems: [],
};
