import type { AnchoredTimex } from '../extract/timexes.ts';
import type { Document } from '../model/document.ts';

/** Finds the date expressions of documents off the main thread, one document after the other; {@link end} it at last. */
export class TimexReader {
  readonly #worker = new Worker(new URL('./timexes.worker.ts', import.meta.url), { type: 'module' });

  /** Rejects when the worker breaks. One call at a time. */
  read(document: Document): Promise<AnchoredTimex[]> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }: MessageEvent<AnchoredTimex[]>) => resolve(data);
      this.#worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message || 'the worker could not be started'));
      };
      this.#worker.postMessage(document);
    });
  }

  end(): void {
    this.#worker.terminate();
  }
}
