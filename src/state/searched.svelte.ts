import type { TimelineEvent } from '../model/event.ts';
import { changeOf } from '../store/changed.ts';
import { noteRows, rowsById } from '../store/table.ts';
import { joinInPieces, joinWords, type Words } from '../store/words.ts';
import { MANY } from '../worker/indexer.ts';
import { textOf, wordsOf } from './search.ts';

/** What a search found among some events, by their places in the whole list. */
export interface FoundEvents extends Iterable<string> {
  readonly size: number;
  /** By id. */
  has(id: string): boolean;
  /** 1 for each event that was found, by its place in the list. */
  readonly rows: Uint8Array;
}

/** Goes on after the page has had its turn. */
export type Later = (go: () => void) => void;

/** A short rest: what a person does meanwhile comes first. */
const whenIdle: Later = (go) => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(go, { timeout: 50 });
  else setTimeout(go);
};
/** Work between two rests, ms. */
const SHIFT = 12;

/** The list whose words were made ready last, and these: one that came of it by a correction has but few others. */
let last: { readonly events: WeakRef<readonly TimelineEvent[]>; readonly words: Words } | null = null;

/** The words of very many events out of those of the list before a correction; null where they are to be made anew. */
function corrected(events: readonly TimelineEvent[]): Words | null {
  const before = last?.events.deref();
  if (!last || !before || events.length <= MANY) return null;
  const change = changeOf(before, events);
  if (!change) return null;
  const { words } = last;
  const { head, end, endBefore } = change;
  const between = joinWords(end - head, (row) => textOf(events[head + row]!));
  return {
    find(wanted) {
      const rows = words.find(wanted);
      const found = new Uint8Array(events.length);
      found.set(rows.subarray(0, head));
      found.set(between.find(wanted), head);
      found.set(rows.subarray(endBefore), end);
      return found;
    },
  };
}

/** The words of a list of events, ready to be searched. Of very many they are made ready bit by bit. */
export class Searched {
  readonly #events: readonly TimelineEvent[];
  #words: Words | null = $state.raw(null);
  #begun = false;
  #dropped = false;

  constructor(events: readonly TimelineEvent[]) {
    this.#events = events;
    this.#words = corrected(events);
  }

  /** Whether the whole list can be searched now. */
  get ready(): boolean {
    return this.#words !== null || this.#events.length <= MANY;
  }

  /** Begins to make very many words ready, before they are asked for. @param after what else is to be made ready then. */
  prepare(after: readonly (() => unknown)[] = [], later: Later = whenIdle): void {
    if (this.#begun || this.#events.length <= MANY) return;
    this.#begun = true;
    const joining = this.#words
      ? null
      : joinInPieces(this.#events.length, (row) => textOf(this.#events[row]!));
    const noting = noteRows(this.#events);
    const work = (): void => {
      for (const until = performance.now() + SHIFT; performance.now() < until; ) {
        if (this.#dropped) return;
        if (!noting.next().done) continue;
        const joined = joining?.next();
        if (joined && !joined.done) continue;
        if (joined?.done) this.#ready(joined.value);
        for (const make of after) later(make);
        return;
      }
      later(work);
    };
    later(work);
  }

  #ready(words: Words): void {
    this.#words = words;
    last = { events: new WeakRef(this.#events), words };
  }

  /** Ends what is being made ready: the list is no longer shown. */
  drop(): void {
    this.#dropped = true;
  }

  /**
   * The events that hold every word of a query somewhere in title, date, actors, place or quotes.
   * @param keep 1 for those that may be found; null: all.
   * @returns null when the query has no words, or when these events are not ready to be searched.
   */
  find(query: string, keep: Uint8Array | null): FoundEvents | null {
    const words = wordsOf(query);
    if (words.length === 0 || !this.ready) return null;
    const events = this.#events;
    const rows = (this.#words ?? joinedOf(events)).find(words);
    let size = 0;
    for (let row = 0; row < rows.length; row++) {
      if (keep) rows[row]! &= keep[row]!;
      size += rows[row]!;
    }
    return {
      size,
      rows,
      has: (id) => rows[rowsById(events).get(id) ?? -1] === 1,
      *[Symbol.iterator]() {
        for (let row = 0; row < rows.length; row++) if (rows[row]) yield events[row]!.id;
      },
    };
  }
}

/** Of not very many events; the same are searched at every letter. */
const joined = new WeakMap<readonly TimelineEvent[], Words>();

function joinedOf(events: readonly TimelineEvent[]): Words {
  const words = joined.get(events) ?? joinWords(events.length, (row) => textOf(events[row]!));
  joined.set(events, words);
  return words;
}
