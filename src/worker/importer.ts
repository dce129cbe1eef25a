import type { Saved } from '../formats/saved.ts';
import type { Column, TableChoice } from '../formats/table.ts';
import type { Category } from '../model/category.ts';
import type { Precision } from '../model/edtf.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Digest } from '../store/digest.ts';
import { keepDigest } from '../store/digests.ts';
import type { FileBytes } from './protocol.ts';
import { sharing } from './sharing.ts';

/** What the worker is asked: how a file would be read, or to read it as it was planned last. */
export type ImportTask = { readonly number: number; readonly known: readonly Category[] } & (
  | { readonly kind: 'plan'; readonly file?: FileBytes; readonly choice: TableChoice }
  | { readonly kind: 'take'; readonly file?: never }
);

/** A row as it stands, with what it would become or why it would be left out. */
export interface PlannedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly title?: string;
  readonly edtf?: string;
  readonly precision?: Precision | null;
  readonly why?: string;
}

/** Something that would not be in the timeline. `line` is 0 where the sentence says where it stands. */
export interface LeftOut {
  readonly line: number;
  readonly why: string;
}

/** How a file of events would be read, or why it cannot be. */
export type ImportPlan =
  | { readonly problem: string }
  | {
      /** Of a table, what its columns are taken for; null where the file has no columns. */
      readonly table: {
        readonly columns: readonly Column[];
        /** Empty where nothing parts the cells. */
        readonly delimiter: string;
        readonly order: 'dmy' | 'mdy';
        /** Whether dates such as `3/4/2021` stand in it, to which the order matters. */
        readonly dayOrder: boolean;
        /** Whether nothing in the file tells which number of `3/4/2021` is the day. */
        readonly unsure: boolean;
        /** Guessed encoding; null where it is certain. */
        readonly encoding: string | null;
      } | null;
      /** The first ones. */
      readonly rows: readonly PlannedRow[];
      /** Of the rows that were tried, how many are events. */
      readonly events: number;
      /** The first that are not, and how many are not. */
      readonly leftOut: readonly LeftOut[];
      readonly without: number;
      /** Rows of the file, and how many of them were tried for these numbers. */
      readonly total: number;
      readonly tried: number;
    };

export type ImportAnswer = { readonly number: number } & (
  | { readonly kind: 'planned'; readonly plan: ImportPlan }
  | { readonly kind: 'read'; readonly saved: Saved; readonly events: number }
  | { readonly kind: 'digest'; readonly digest: Digest }
  | { readonly kind: 'events'; readonly events: readonly TimelineEvent[] }
);

/** Reads one file of events on another thread: first how it would be read, as often as one likes, then its events. */
export class Importer {
  readonly #worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  readonly #file: FileBytes;
  readonly #known: readonly Category[];
  #sent = false;
  #number = 0;

  constructor(file: FileBytes, known: readonly Category[]) {
    this.#file = file;
    this.#known = known;
  }

  /** Never settles when something else is asked meanwhile. Rejects when the worker breaks, as it does where memory ends. */
  plan(choice: TableChoice): Promise<ImportPlan> {
    const file = this.#sent ? {} : { file: this.#file };
    this.#sent = true;
    return this.#ask<ImportPlan>({ kind: 'plan', choice, ...file }, (answer, done) => {
      if (answer.kind === 'planned') done(answer.plan);
    });
  }

  /** The events as they were planned last. @param onEvents hears how many of them are there. */
  take(onEvents: (done: number, total: number) => void): Promise<Saved> {
    const events: TimelineEvent[] = [];
    const share = sharing();
    let read: Saved | null = null;
    let digest: Digest | null = null;
    let total = 0;
    return this.#ask<Saved>({ kind: 'take' }, (answer, done) => {
      if (answer.kind === 'read') {
        read = answer.saved;
        total = answer.events;
      } else if (answer.kind === 'digest') digest = answer.digest;
      else if (answer.kind === 'events') {
        share(answer.events);
        for (const event of answer.events) events.push(event);
      }
      onEvents(events.length, total);
      if (!read || events.length < total) return;
      if (digest) keepDigest(events, digest);
      done(read.collection ? { ...read, collection: { ...read.collection, events } } : read);
    });
  }

  /** Ends the worker at once, whatever it is doing. */
  end(): void {
    this.#worker.terminate();
  }

  #ask<T>(
    task:
      | { readonly kind: 'plan'; readonly choice: TableChoice; readonly file?: FileBytes }
      | { readonly kind: 'take' },
    hear: (answer: ImportAnswer, done: (result: T) => void) => void,
  ): Promise<T> {
    const number = ++this.#number;
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
        if (data.number === number) hear(data, resolve);
      };
      this.#worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message || 'the worker could not be started'));
      };
      this.#worker.onmessageerror = () => reject(new Error('the answer of the worker could not be read'));
      this.#worker.postMessage({ ...task, number, known: this.#known } as ImportTask);
    });
  }
}
