import type { Saved } from '../formats/saved.ts';
import type { Document } from '../model/document.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { OpenAnswer, OpenTask } from './open.worker.ts';
import type { Answer, Marks, Outcome, Progress, Task } from './protocol.ts';

export type { OpenTask } from './open.worker.ts';
export type { FileBytes, Marks, Outcome, Progress, Task } from './protocol.ts';

/** A run of the extractor off the main thread. */
export interface Run {
  /** null when it was cancelled. Rejects when the worker breaks, which is a fault of the program. */
  readonly outcome: Promise<Outcome | null>;
  /** Ends the worker at once, whatever it is doing. */
  cancel(): void;
}

/** Starts a worker for one task. Every run has its own: ending it is the only way to stop synchronous work. */
export function run(task: Task, onProgress: (progress: Progress) => void): Run {
  const worker = new Worker(new URL('./extract.worker.ts', import.meta.url), { type: 'module' });
  let cancel = (): void => {};
  const outcome = new Promise<Outcome | null>((resolve, reject) => {
    cancel = () => resolve(null);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'progress') onProgress(data.progress);
      else resolve(data.outcome);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'the worker could not be started'));
    };
    worker.onmessageerror = () => reject(new Error('the answer of the worker could not be read'));
    worker.postMessage(task);
  }).finally(() => worker.terminate());
  return { outcome, cancel: () => cancel() };
}

/** Reads the dates and the parts of one document, off the main thread. Rejects when the worker breaks. */
export function readMarks(document: Document): Promise<Marks> {
  const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Marks>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Marks>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'the worker could not be started'));
    };
    worker.postMessage(document);
  }).finally(() => worker.terminate());
}

/** A large file that is being opened. */
export interface Opening {
  /** null when it was cancelled. Rejects when the worker breaks, as it does where memory ends. */
  readonly saved: Promise<Saved | null>;
  cancel(): void;
}

/**
 * Opens a large file off the main thread. Its events come in pieces, so that the page has its turn in between.
 * @param onEvents hears how many of them are there.
 */
export function openAway(task: OpenTask, onEvents: (done: number, total: number) => void): Opening {
  const worker = new Worker(new URL('./open.worker.ts', import.meta.url), { type: 'module' });
  let cancel = (): void => {};
  const saved = new Promise<Saved | null>((resolve, reject) => {
    cancel = () => resolve(null);
    const events: TimelineEvent[] = [];
    let read: Saved | null = null;
    let total = 0;
    worker.onmessage = ({ data }: MessageEvent<OpenAnswer>) => {
      if (data.kind === 'read') {
        read = data.saved;
        total = data.events;
      } else for (const event of data.events) events.push(event);
      onEvents(events.length, total);
      if (!read || events.length < total) return;
      resolve(read.collection ? { ...read, collection: { ...read.collection, events } } : read);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'the worker could not be started'));
    };
    worker.onmessageerror = () => reject(new Error('the answer of the worker could not be read'));
    worker.postMessage(task);
  }).finally(() => worker.terminate());
  return { saved, cancel: () => cancel() };
}
