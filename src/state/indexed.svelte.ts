import type { TimelineEvent } from '../model/event.ts';
import { createStore, createTableStore, inOrder } from '../store/memory.ts';
import { sketchStore } from '../store/sketch.ts';
import type { EventStore } from '../store/store.ts';
import { tableOf } from '../store/table.ts';
import { type Indexing, indexAway, MANY } from '../worker/indexer.ts';

/**
 * Answers about a list of events. Some are indexed at once; of very many a sketch answers first, while a worker
 * indexes them, so that the page can be used meanwhile.
 */
export class Indexed {
  #store: EventStore = $state.raw(createStore([]));
  #failed: string | null = $state.raw(null);
  readonly #indexing: Indexing | null = null;

  /** @param away indexes on another thread; null where there is none. */
  constructor(
    events: readonly TimelineEvent[],
    away: typeof indexAway | null = typeof Worker === 'undefined' ? null : indexAway,
  ) {
    if (events.length <= MANY || !away) {
      this.#store = createStore(events);
      return;
    }
    const table = tableOf(inOrder(events));
    this.#store = sketchStore(table);
    this.#indexing = away(table);
    this.#indexing.index.then(
      (index) => {
        this.#store = createTableStore(table, index);
      },
      // Without another thread it takes the page's time, but nothing is missing.
      (error: Error) => {
        this.#failed = error.message;
        this.#store = createTableStore(table);
      },
    );
  }

  get store(): EventStore {
    return this.#store;
  }

  /** Why no worker could index; null when one did or none was needed. */
  get failed(): string | null {
    return this.#failed;
  }

  /** Ends what is still being indexed: the list is no longer shown. */
  drop(): void {
    this.#indexing?.cancel();
  }
}
