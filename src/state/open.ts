import type { Category } from '../model/category.ts';
import type { Collection } from '../model/collection.ts';
import type { Comparison } from '../model/compare.ts';
import type { Document } from '../model/document.ts';
import type { Step } from '../model/step.ts';
import type { MaybeVersion } from '../model/versions.ts';
import type { Progress, Run, Task } from '../worker/client.ts';
import type { Opening } from '../worker/opener.ts';
import type { Curation, Moved } from './curation.svelte.ts';

/** Something that a person should know about what was opened, read or kept out. */
export interface Notice {
  readonly id: number;
  /** `bad`: something is not there. `note`: everything is, but. `good`: done. */
  readonly level: 'bad' | 'note' | 'good';
  readonly title: string;
  readonly lines: readonly string[];
}

/** Starts the extractor; replaced in tests. */
export type Runner = (task: Task, onProgress: (progress: Progress) => void) => Run;

/** Who keeps what is done: told of everything that changes what would be saved, at once. */
export interface Keeper {
  /** A collection was opened in place of what was open. */
  opened(collection: Collection, sample: boolean): void;
  /** Documents were read, or sorted by other categories: all but the edits may be different. */
  read(): void;
  /** A step was done, undone or redone. */
  moved(moved: Moved): void;
  /** Whether anything may be changed here now; when not, it says so. */
  allows(): boolean;
}

/** What was done to a collection on an earlier visit, on top of its edits. */
export interface Past {
  readonly steps: readonly Step[];
  /** How many of them count; the others can be redone. */
  readonly done: number;
  /** Whether its events were read by this program. */
  readonly read: boolean;
  /** The dates that were set of documents when they were read, by document. */
  readonly dates: readonly (readonly [document: string, edtf: string])[];
}

/** Who is asked when a document that comes may be another version of one that is open. */
export interface Versions {
  /** @returns those that take the place of the known one, the others come beside it; null: none comes. */
  ask(found: readonly MaybeVersion[]): Promise<readonly MaybeVersion[] | null>;
  /** Hears what has changed with the first that took the place of another. */
  changed(document: string, changes: Comparison): void;
}

/** Where documents that are added go. */
export type Destination = 'here' | 'new';

/** What is open, as those see it who read documents into it. */
export interface Open {
  /** As read, without what a person made of it. */
  source: Collection;
  /** The documents as they were when the events were read in them. */
  asRead: readonly Document[];
  /** Whether the events were read from their documents here, and not in a file that may come from elsewhere. */
  read: boolean;
  /** Kinds of event that a person has chosen since the collection was opened; else those of the collection. */
  kinds: readonly Category[] | null;
  progress: Progress | null;
  running: Run | Opening | null;
  readonly curation: Curation;
  readonly versions: Versions | null;
  readonly run: Runner;
  readonly tell: (level: Notice['level'], title: string, lines: readonly string[]) => void;
  /** What was read is told to who keeps it. */
  readonly changed: () => void;
  /** What was read is a collection of its own. */
  readonly begun: () => void;
}
