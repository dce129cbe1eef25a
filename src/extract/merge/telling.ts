import type { Figure, Source, Status } from '../../model/event.ts';
import type { When } from '../../model/when.ts';

/** One telling of an event, before it is known whether others tell the same. Plain data: it can be sent to a worker. */
export interface Telling {
  /** Decides ties; unique, and independent of the order of documents. */
  readonly key: string;
  readonly title: string;
  readonly category: string;
  readonly status: Status;
  readonly time: When;
  /** 0 … 1. */
  readonly confidence: number;
  readonly actors: readonly string[];
  readonly place: string | null;
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
  /** The verb or noun in its base form. */
  readonly head: string;
  /** What kind of deed it is, whatever word says it; see `deedOf`. */
  readonly deed: string;
  /** A headline as such. It is never the same event as what it reports. */
  readonly headline: boolean;
  /** Words by which tellings are compared: stems, lower case, without those that say nothing. */
  readonly words: ReadonlySet<string>;
  /** Names in it, lower case, word by word. */
  readonly names: ReadonlySet<string>;
  /** 0 … 1: how much of its document's title it tells. */
  readonly lead?: number;
  /** 0 … 1: the share of its document's text that its passages take. */
  readonly share?: number;
  /** `said`: somebody says something. `pictured`: the caption of a picture. Else `told`. */
  readonly manner?: 'told' | 'said' | 'pictured';
  /** Where it stands in its document: sentences near each other have near numbers. */
  readonly at: number;
}

/** Tellings of one event, best first. */
export type Cluster = readonly Telling[];
