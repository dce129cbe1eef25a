import type { Category } from '../model/category.ts';
import type { Outcome, Progress, Task } from '../worker/client.ts';
import type { Open } from './open.ts';

/** What is said of an extraction that ends before its time. */
interface Said {
  readonly cancelled: string;
  readonly stopped: string;
}

/**
 * Runs the extractor for what is open and takes what it has found. While it runs, its progress is told, and it can be
 * cancelled.
 * @param first its progress at the beginning.
 * @returns what `take` answers; null when it was cancelled or went wrong, there or in the taking, which then is told.
 */
export async function extraction<T>(
  open: Open,
  first: Progress,
  task: Task,
  said: Said,
  take: (outcome: Outcome) => T | Promise<T>,
): Promise<T | null> {
  open.progress = first;
  try {
    open.running = open.run(task, (progress) => {
      open.progress = progress;
    });
    const outcome = await open.running.outcome;
    if (outcome) return await take(outcome);
    open.tell('note', said.cancelled, []);
  } catch (error) {
    open.tell('bad', said.stopped, [(error as Error).message]);
  } finally {
    open.running = null;
    open.progress = null;
  }
  return null;
}

/** Whether a category can sort anything: it has words by which events are known. */
export const hasTerms = (category: Category): boolean => Object.keys(category.terms).length > 0;
