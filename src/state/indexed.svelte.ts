import type { TimelineEvent } from '../model/event.ts';
import { indexTable, type TableIndex } from '../store/index.ts';
import { createStore, createTableStore, inOrder } from '../store/memory.ts';
import { narrowIndex } from '../store/narrow.ts';
import { sketchStore } from '../store/sketch.ts';
import type { EventStore } from '../store/store.ts';
import { type EventTable, tableOf } from '../store/table.ts';
import { type Indexing, indexAway, MANY } from '../worker/indexer.ts';

/**
 * Answers about a list of events, and about parts of it. Some are indexed at once; of very many a sketch answers first,
 * while a worker indexes them, so that the page can be used meanwhile.
 */
export class Indexed {
  readonly #events: readonly TimelineEvent[];
  /** Of very many events only: their columns, in the order of time. */
  readonly #table: EventTable | null = null;
  readonly #rows: readonly TimelineEvent[] = [];
  #index: TableIndex | null = $state.raw(null);
  readonly #indexing: Indexing | null = null;
  readonly #store: EventStore = $derived.by(() => this.#whole());

  /** @param away indexes on another thread; null where there is none. */
  constructor(
    events: readonly TimelineEvent[],
    away: typeof indexAway | null = typeof Worker === 'undefined' ? null : indexAway,
  ) {
    this.#events = events;
    if (events.length <= MANY || !away) return;
    this.#rows = inOrder(events);
    const table = tableOf(this.#rows);
    this.#table = table;
    this.#indexing = away(table);
    this.#indexing.index.then(
      (index) => {
        this.#index = index;
      },
      // Without another thread it takes the page's time, but nothing is missing.
      () => {
        this.#index = indexTable(table, table.categories.length);
      },
    );
  }

  /** About all of the events. */
  get store(): EventStore {
    return this.#store;
  }

  /** Whether every event is known singly by now, and not only counted. */
  get complete(): boolean {
    return this.#table === null || this.#index !== null;
  }

  /** About some of them. @param events of those, in any order. */
  of(events: readonly TimelineEvent[]): EventStore {
    if (events.length === this.#events.length) return this.#store;
    const [table, index] = [this.#table, this.#index];
    if (!table || events.length === 0) return createStore(events);
    if (!index) return sketchStore(tableOf(inOrder(events)));
    const some = new Set(events);
    return createTableStore(
      table,
      narrowIndex(
        index,
        Uint8Array.from(this.#rows, (e) => (some.has(e) ? 1 : 0)),
      ),
    );
  }

  /** Ends what is still being indexed: the list is no longer shown. */
  drop(): void {
    this.#indexing?.cancel();
  }

  #whole(): EventStore {
    const [table, index] = [this.#table, this.#index];
    if (!table) return createStore(this.#events);
    return index ? createTableStore(table, index) : sketchStore(table);
  }
}
