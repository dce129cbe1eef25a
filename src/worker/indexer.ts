import type { TableIndex } from '../store/index.ts';
import type { EventTable } from '../store/table.ts';
import type { IndexTask } from './index.worker.ts';
import { MANY } from './many.ts';

export { MANY };

/** An index that is being made. */
export interface Indexing {
  /** Rejects when the worker breaks, which is a fault of the program. Never settles after {@link cancel}. */
  readonly index: Promise<TableIndex>;
  /** Ends the work: nobody waits for it any more. */
  cancel(): void;
}

/** Indexes a table on another thread. Its columns are copied and the copies handed over, the index is handed back. */
export function indexAway(table: EventTable): Indexing {
  const worker = new Worker(new URL('./index.worker.ts', import.meta.url), { type: 'module' });
  const index = new Promise<TableIndex>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<TableIndex>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      reject(new Error(event.message || 'the worker could not be started'));
    };
  });
  const copy = {
    category: table.category.slice(),
    starts: table.starts.slice(),
    ends: table.ends.slice(),
    salience: table.salience.slice(),
  };
  const task: IndexTask = { table: copy, categories: table.categories.length };
  worker.postMessage(
    task,
    Object.values(copy).map((column) => column.buffer),
  );
  return { index, cancel: () => worker.terminate() };
}
