import type { Document } from '../model/document.ts';
import type { Answer, Marks, Outcome, Progress, Task } from './protocol.ts';

export type { FileBytes, Marks, Outcome, Progress, Task } from './protocol.ts';

/** A run of the extractor off the main thread. */
export interface Run {
  /** null when it was cancelled. Rejects when the worker breaks, which is a fault of the program. */
  readonly outcome: Promise<Outcome | null>;
  /** Ends the worker at once, whatever it is doing. */
  cancel(): void;
}

/** A worker that has done its task and remembers what it read; it is ended when nobody has asked it for a while. */
let resting: { readonly worker: Worker; readonly end: ReturnType<typeof setTimeout> } | null = null;
/** Milliseconds that a worker rests: its words take as much memory as all the page. */
const REST = 300_000;

function awake(): Worker {
  if (!resting) return new Worker(new URL('./extract.worker.ts', import.meta.url), { type: 'module' });
  const { worker, end } = resting;
  clearTimeout(end);
  resting = null;
  return worker;
}

function rest(worker: Worker): void {
  // Of two that have run side by side, one remembers enough.
  if (resting) {
    worker.terminate();
    return;
  }
  const end = setTimeout(() => {
    worker.terminate();
    resting = null;
  }, REST);
  resting = { worker, end };
}

/**
 * Gives a task to a worker: to the one that has done the last, which remembers what it read, else to a new one. Two at a
 * time have one each. A run that is cancelled, or breaks, ends its worker: there is no other way to stop synchronous work.
 */
export function run(task: Task, onProgress: (progress: Progress) => void): Run {
  const worker = awake();
  let cancel = (): void => {};
  let done = false;
  const outcome = new Promise<Outcome | null>((resolve, reject) => {
    cancel = () => resolve(null);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'progress') onProgress(data.progress);
      else {
        done = true;
        resolve(data.outcome);
      }
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'the worker could not be started'));
    };
    worker.onmessageerror = () => reject(new Error('the answer of the worker could not be read'));
    worker.postMessage(task);
  }).finally(() => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.onmessageerror = null;
    if (done) rest(worker);
    else worker.terminate();
  });
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
