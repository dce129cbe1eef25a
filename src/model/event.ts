import type { TextSpan } from './document.ts';
import type { When } from './when.ts';

export const STATUSES = ['happened', 'planned', 'ongoing', 'hypothetical'] as const;
/** Whether an event has happened, is planned, goes on, or might happen. */
export type Status = (typeof STATUSES)[number];

/** A quantity that the text reports, in base units: 240 billion US dollars is 240000000000 USD. */
export interface Figure {
  /** What is measured, in the text's own words: `bilateral trade`. */
  readonly label: string;
  readonly value: number;
  /** ISO 4217 for money, `%` for shares, SI where there is one (`m3`, `t`, `km`), else a plural noun (`ships`). */
  readonly unit: string;
  /** EDTF of the period it is for; null when the text does not say. */
  readonly period: string | null;
  /** Present when the number is one end of what is said: `more than` and `at least`, `less than` and `up to`. */
  readonly bound?: 'min' | 'max';
  /** Present and true where the text says `about`, `some`, `nearly`. */
  readonly approximate?: boolean;
  /** Present and true where million, billion … is not printed and was taken from a neighbour: `from $5 to $7 billion`. */
  readonly scaleAssumed?: boolean;
}

/** The words that date an event. */
export interface SourceMention extends TextSpan {
  /** The words as they stand. They may stand outside the source's own span, in a heading for instance. */
  readonly text: string;
  /** How the date was reached, for a person: `Thursday → heading 14–16 May → 2024 from the page's date`. */
  readonly how: string;
}

/** A passage that reports an event. */
export interface Source extends TextSpan {
  /** Id of the document. */
  readonly document: string;
  /** The document's text from `start` to `end`, unchanged. */
  readonly quote: string;
  /** null only for events that a person adds without a passage's date. */
  readonly mention: SourceMention | null;
}

/** Something that happened, is planned, goes on, or might. */
export interface TimelineEvent {
  /** Stable: the same input gives the same id. Unique in a collection. */
  readonly id: string;
  /** A headline of at most 12 words. */
  readonly title: string;
  /** Key of a category of the collection. */
  readonly category: string;
  readonly status: Status;
  readonly time: When;
  /** How sure the extractor is that this is an event with this date, 0 … 1. */
  readonly confidence: number;
  /** What is named first when there is no room for all, 0 … 1. */
  readonly salience: number;
  /** Canonical names, most central first. */
  readonly actors: readonly string[];
  readonly place: string | null;
  readonly figures: readonly Figure[];
  /** At least one, in the order of documents and then of the text. */
  readonly sources: readonly Source[];
}
