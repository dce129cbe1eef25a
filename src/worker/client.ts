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
