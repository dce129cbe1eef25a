import type { Saved } from '../formats/saved.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Digest } from '../store/digest.ts';
import { keepDigest } from '../store/digests.ts';
import type { OpenAnswer, OpenTask } from './open.worker.ts';
import { sharing } from './sharing.ts';

export type { OpenTask } from './open.worker.ts';

/** A large file that is being opened. */
export interface Opening {
  /** null when it was cancelled. Rejects when the worker breaks, as it does where memory ends. */
  readonly saved: Promise<Saved | null>;
  cancel(): void;
}

/**
 * Opens a large file off the main thread. Its events come in pieces, so that the page has its turn in between.
 * @param task its bytes are given away: they are gone then, where they are all of their buffer. @param onEvents hears how many of them are there.
 */
export function openAway(task: OpenTask, onEvents: (done: number, total: number) => void): Opening {
  const worker = new Worker(new URL('./open.worker.ts', import.meta.url), { type: 'module' });
  let cancel = (): void => {};
  const saved = new Promise<Saved | null>((resolve, reject) => {
    cancel = () => resolve(null);
    const events: TimelineEvent[] = [];
    const share = sharing();
    let read: Saved | null = null;
    let digest: Digest | null = null;
    let total = 0;
    worker.onmessage = ({ data }: MessageEvent<OpenAnswer>) => {
      if (data.kind === 'read') {
        read = data.saved;
        total = data.events;
      } else if (data.kind === 'digest') digest = data.digest;
      else {
        share(data.events);
        for (const event of data.events) events.push(event);
      }
      onEvents(events.length, total);
      if (!read || events.length < total) return;
      if (digest) keepDigest(events, digest);
      resolve(read.collection ? { ...read, collection: { ...read.collection, events } } : read);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'the worker could not be started'));
    };
    worker.onmessageerror = () => reject(new Error('the answer of the worker could not be read'));
    // Half a gigabyte would take a second to copy. Bytes within a larger file are not these alone to give away.
    const { buffer, byteLength } = task.bytes;
    worker.postMessage(task, byteLength === buffer.byteLength ? [buffer as ArrayBuffer] : []);
  }).finally(() => worker.terminate());
  return { saved, cancel: () => cancel() };
}
