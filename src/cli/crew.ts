import type { Worker } from 'node:worker_threads';

/** What a thread of a crew is sent, and what it sends back. */
export interface Job<Task> {
  readonly number: number;
  readonly task: Task;
}

export type Answer<Result> =
  | { readonly kind: 'part'; readonly number: number; readonly share: number }
  | { readonly kind: 'done'; readonly number: number; readonly result: Result };

export interface CrewOptions<Task, Result> {
  /** 1 or more. Never more are started than there are tasks. */
  readonly threads: number;
  readonly start: () => Worker;
  /** The result of a task whose thread broke; the other tasks go on. */
  readonly broken: (task: Task, fault: Error) => Result;
  /** Called when a task is done: how many are, and which. */
  readonly onDone?: (done: number, task: Task) => void;
  /** Called while a long task goes on: 0 … 1 of it is done. */
  readonly onPart?: (done: number, task: Task, share: number) => void;
}

/**
 * Spreads tasks over worker threads, one at a time to each, and puts the results in the order of the tasks, however
 * many threads there are. A thread that breaks costs the one task it was at.
 * @param tasks in the order in which they are begun: the long ones first.
 */
export async function spread<Task, Result>(
  tasks: readonly Task[],
  { threads, start, broken, onDone, onPart }: CrewOptions<Task, Result>,
): Promise<Result[]> {
  const results = new Array<Result>(tasks.length);
  let next = 0;
  let done = 0;
  const finish = (number: number, result: Result): void => {
    results[number] = result;
    onDone?.(++done, tasks[number]!);
  };

  /** One thread, until it breaks or no task is left. @returns the task it broke at, or null. */
  const serve = (worker: Worker): Promise<{ readonly number: number; readonly fault: Error } | null> =>
    new Promise((resolve) => {
      let at = -1;
      const send = (): void => {
        if (next >= tasks.length) {
          resolve(null);
          return;
        }
        at = next++;
        worker.postMessage({ number: at, task: tasks[at]! } satisfies Job<Task>);
      };
      const breaks = (fault: Error): void => resolve({ number: at, fault });
      worker.on('message', (answer: Answer<Result>) => {
        if (answer.kind === 'part') {
          onPart?.(done, tasks[answer.number]!, answer.share);
          return;
        }
        finish(answer.number, answer.result);
        send();
      });
      worker.on('error', breaks);
      worker.on('messageerror', breaks);
      worker.on('exit', (code) => breaks(new Error(`its thread ended with ${code}`)));
      send();
    });

  /** A place in the crew: where a thread breaks, another takes it. */
  const place = async (): Promise<void> => {
    while (next < tasks.length) {
      const worker = start();
      const broke = await serve(worker);
      worker.removeAllListeners();
      // What it still has to say about its own end is known.
      worker.on('error', () => {});
      await worker.terminate();
      if (broke && broke.number >= 0) finish(broke.number, broken(tasks[broke.number]!, broke.fault));
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, place));
  return results;
}
