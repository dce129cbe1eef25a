import type { BlockKind, DatedMention } from '../extract/reading.ts';
import type { Category } from '../model/category.ts';
import type { Document, TextSpan } from '../model/document.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';

/** A file as it was dropped, chosen or pasted. */
export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the worker is asked to do: read the files and extract them together with the documents that are open. */
export interface Task {
  readonly files: readonly FileBytes[];
  /** Documents that are open already: a new one may tell of the same events. */
  readonly documents: readonly Document[];
  /** Ids of open documents that are not among them, since their texts are not at hand: no new one is called so. */
  readonly taken?: readonly string[];
  /**
   * Ids of the events that are open and come from those documents. Only where reading the documents again finds every
   * one of them can the list be made anew together with the new documents; otherwise it was made elsewhere, and what
   * is not found again would be lost. null: they are known to be the extractor's own.
   */
  readonly open: readonly string[] | null;
  /** Kinds of event to look for; empty for the default ones. */
  readonly categories: readonly Category[];
  /** Whether what is open is sorted anew, into these categories; null when they are those it is in. */
  readonly sort: Sorting | null;
  /**
   * Present when there is no file and the documents are to be read all the same, since something about them has
   * changed: as they were when `open` was found in them.
   */
  readonly again?: readonly Document[];
  /** Present when the file is another version of an open document: that one's id. */
  readonly replace?: string;
}

/** What is open, to be sorted into other categories. */
export interface Sorting {
  /** All open events, with documents that can be read or without. */
  readonly events: readonly TimelineEvent[];
  /** The categories they are in. */
  readonly from: readonly Category[];
  /** Ids of events that must stay, since a person has corrected them. */
  readonly corrected: readonly string[];
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** File name of what was read last. */
  readonly name: string;
}

export interface Outcome {
  /** Those of the task, then those that were read from its files. */
  readonly documents: readonly Document[];
  /** Ids of the documents that were read from files. */
  readonly added: readonly string[];
  /** Of all documents, or of the added ones alone where `anew` is false; when sorted, everything that is open. */
  readonly events: readonly TimelineEvent[];
  /** Whether the open documents were read again together with the new ones. */
  readonly anew: boolean;
  readonly categories: readonly Category[];
  readonly problems: readonly Problem[];
  /** Present where lists of events were found within archives or beside mails; they are not read yet. */
  readonly ready?: readonly FileBytes[];
}

export type Answer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly outcome: Outcome };

/** What a careful reader marks in a document, for showing it. */
export interface Marks {
  /** Parts of the text, in order. `level` is 0 for what is no heading. */
  readonly blocks: readonly (TextSpan & { readonly kind: BlockKind; readonly level: number })[];
  /** Every date expression, whether it dates an event or not. `edtf` is null for durations and the like. */
  readonly mentions: readonly (TextSpan & Pick<DatedMention, 'edtf' | 'precision' | 'range' | 'how'>)[];
}
