import type { Found } from '../layout/found.ts';
import type { TimelineEvent } from '../model/event.ts';
import { digestOf } from '../store/digests.ts';
import { columnsOf, type Fold, foldOver, longGaps } from '../store/fold.ts';
import { foldIndex, foldTable } from '../store/folded.ts';
import { indexTable, type TableIndex } from '../store/index.ts';
import type { Lanes } from '../store/laneKeys.ts';
import { createStore, createTableStore, inOrder, orderTold } from '../store/memory.ts';
import { narrowIndex } from '../store/narrow.ts';
import { sketchStore } from '../store/sketch.ts';
import type { EventStore, Window } from '../store/store.ts';
import { type EventTable, rowsById, tableOf } from '../store/table.ts';
import { type Indexing, indexAway, MANY } from '../worker/indexer.ts';
import type { FoundEvents } from './searched.svelte.ts';

/** Some events of a list. */
export interface Shown {
  readonly size: number;
  /** In any order. Not asked for where the marks are enough. */
  readonly events: readonly TimelineEvent[];
  /** 1 for each by its place in the whole list; null: not known, or all. */
  readonly keep: Uint8Array | null;
}

/**
 * Answers about a list of events, and about parts of it. Some are indexed at once; of very many a sketch answers first,
 * while a worker indexes them, so that the page can be used meanwhile.
 */
export class Indexed {
  readonly #events: readonly TimelineEvent[];
  /** Of very many events only: their columns, in the order of time. */
  readonly #table: EventTable | null = null;
  /** Places of the events in the order of the table; null where they come in it. */
  readonly #told: Int32Array | null = null;
  /** Rows of the table in the order of each store that it has. */
  readonly #orders = new WeakMap<EventStore, Int32Array | null>();
  #index: TableIndex | null = $state.raw(null);
  readonly #indexing: Indexing | null = null;
  readonly #folding: () => boolean;
  readonly #keyOf: ((event: TimelineEvent) => string) | undefined;
  readonly #gaps: readonly Window[] = $derived.by(() => this.#silences());
  readonly #fold: Fold | null = $derived.by(() => this.#folded());
  /** Columns and index in the time of the stores. */
  readonly #timed = $derived(this.#table && foldTable(this.#table, this.#fold));
  readonly #timedIndex = $derived(this.#index && foldIndex(this.#index, this.#fold));
  readonly #store: EventStore = $derived.by(() => this.#whole());

  /**
   * @param away indexes on another thread; null where there is none.
   * @param folding whether the long silences among these events are folded.
   * @param keyOf what an event is of where that is not its category. @param lanes the same of very many, as a column.
   */
  constructor(
    events: readonly TimelineEvent[],
    away: typeof indexAway | null = typeof Worker === 'undefined' ? null : indexAway,
    folding: () => boolean = () => false,
    keyOf?: (event: TimelineEvent) => string,
    lanes?: Lanes | null,
  ) {
    this.#events = events;
    this.#folding = folding;
    this.#keyOf = keyOf;
    if (events.length <= MANY || !away) return;
    const digest = digestOf(events);
    const told = digest ? digest.told : orderTold(events);
    this.#told = told;
    const table =
      digest && (lanes || !keyOf)
        ? { ...digest.table, ...closer(events, told), ...(lanes ? inLanes(lanes, told) : {}) }
        : toldTable(events, told, keyOf);
    this.#table = table;
    if (digest && !keyOf) {
      this.#index = digest.index;
      return;
    }
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

  /** Long stretches of which no event tells, in real time. Looked for when first asked. */
  get gaps(): readonly Window[] {
    return this.#gaps;
  }

  /** How the time of the stores is folded; null where it is not. */
  get fold(): Fold | null {
    return this.#fold;
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
    return this.kept({ size: events.length, events, keep: this.#table && this.#places(events) });
  }

  /** About those that pass a filter. */
  kept(shown: Shown): EventStore {
    if (shown.size === this.#events.length) return this.#store;
    const [table, index, fold] = [this.#timed, this.#timedIndex, this.#fold];
    if (!table || !shown.keep || shown.size === 0) return createStore(shown.events, this.#keyOf, fold);
    if (!index) return sketchStore(foldTable(tableOf(inOrder(shown.events), this.#keyOf), fold));
    const narrowed = narrowIndex(index, this.#inTable(shown.keep));
    const store = createTableStore(table, narrowed);
    this.#orders.set(store, narrowed.order);
    return store;
  }

  /** What was found as the layout wants it. @param store of those that are shown. null while very many are only counted. */
  found(store: EventStore, found: FoundEvents): Found | null {
    if (!this.#table) return found;
    const order = this.#orders.get(store);
    if (order === undefined) return null;
    const rows = this.#inTable(found.rows);
    const positions = order ? inOrderOf(rows, order) : rows;
    const { size, has } = found;
    return { size, has, positions, [Symbol.iterator]: () => found[Symbol.iterator]() };
  }

  /** Ends what is still being indexed: the list is no longer shown. */
  drop(): void {
    this.#indexing?.cancel();
  }

  #whole(): EventStore {
    const [table, index] = [this.#timed, this.#timedIndex];
    if (!table) return createStore(this.#events, this.#keyOf, this.#fold);
    if (!index) return sketchStore(table);
    const store = createTableStore(table, index);
    this.#orders.set(store, index.order);
    return store;
  }

  /** Marks of events in the order of the table. */
  #inTable(marks: Uint8Array): Uint8Array {
    return this.#told ? inOrderOf(marks, this.#told) : marks;
  }

  #places(events: readonly TimelineEvent[]): Uint8Array {
    const some = new Set(events);
    return Uint8Array.from(this.#events, (event) => (some.has(event) ? 1 : 0));
  }

  #silences(): readonly Window[] {
    const { starts, ends } = this.#table ?? columnsOf(this.#events);
    return longGaps(starts, ends);
  }

  #folded(): Fold | null {
    if (!this.#folding()) return null;
    return foldOver(this.#table ?? columnsOf(this.#events));
  }
}

/** Marks in another order. A plain loop: of a million they are put in order at every key of a search. */
function inOrderOf(marks: Uint8Array, order: Int32Array): Uint8Array {
  const out = new Uint8Array(order.length);
  for (let i = 0; i < out.length; i++) out[i] = marks[order[i]!]!;
  return out;
}

/** The columns of events in the order in which they are told. Ids are looked for in the list itself, which is one for all. */
function toldTable(
  events: readonly TimelineEvent[],
  told: Int32Array | null,
  keyOf?: (event: TimelineEvent) => string,
): EventTable {
  if (!told) return tableOf(events, keyOf);
  const table = tableOf(
    Array.from(told, (place) => events[place]!),
    keyOf,
  );
  return { ...table, ...closer(events, told) };
}

/** What of a table asks the events themselves. */
function closer(
  events: readonly TimelineEvent[],
  told: Int32Array | null,
): Pick<EventTable, 'event' | 'rowOf'> {
  const placeOf = (id: string): number => rowsById(events).get(id) ?? -1;
  if (!told) return { event: (row) => events[row]!, rowOf: placeOf };
  let rows: Int32Array | null = null;
  return {
    event: (row) => events[told[row]!]!,
    rowOf(id) {
      if (!rows) {
        rows = new Int32Array(told.length);
        for (let row = 0; row < told.length; row++) rows[told[row]!] = row;
      }
      return rows[placeOf(id)] ?? -1;
    },
  };
}

/** Lanes as the columns of a table, in its order. */
function inLanes(
  { keys, category }: Lanes,
  told: Int32Array | null,
): Pick<EventTable, 'categories' | 'category'> {
  return {
    categories: keys,
    category: told ? Uint16Array.from(told, (place) => category[place]!) : category,
  };
}
