import { readEdtf } from '../model/edtf.ts';
import type { TimelineEvent } from '../model/event.ts';
import { type AnswerColumn, answerColumn, countAnswers, giving } from '../store/answerColumn.ts';
import { type DayColumns, dayColumns } from '../store/days.ts';
import { digestOf } from '../store/digests.ts';
import { FACETS, type Facet, ORDERED } from './facet.ts';
import { type FoundEvents, Searched } from './searched.svelte.ts';

/** One answer to a facet, with how many events give it under all the other facets. */
export interface Choice {
  readonly value: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** A stretch of time by the dates at its ends, EDTF; empty: open. Both dates belong to it whole. */
export interface Between {
  readonly from: string;
  readonly to: string;
}

/** All time. */
export const ALWAYS: Between = { from: '', to: '' };

/** Which events are kept out, by their places in the list. */
interface Outcome {
  /**
   * 0: it passes. From 1: the one facet that keeps it out, its place in `FACETS` and one. {@link OUT}: several do, or it
   * lies outside of the stretch of time. null: nothing is filtered.
   */
  readonly marks: Uint8Array | null;
  /** 1 for each that passes; null: all do. */
  readonly keep: Uint8Array | null;
  /** How many pass. */
  readonly size: number;
}

/** No choice in one facet alone would let it pass. */
const OUT = 255;

const COLLATOR = new Intl.Collator('en');

type Chosen = Readonly<Partial<Record<Facet, ReadonlySet<string>>>>;

/**
 * Which events are shown. A facet without choices lets everything through; with choices, an event passes when it
 * gives one of them. Categories work the other way round (everything but the hidden), so that a new kind of event
 * is not missing at first. A stretch of time lets through what shares some of it. A search narrows nothing: it lights
 * what it finds.
 */
export class Filter {
  readonly #events: () => readonly TimelineEvent[];
  #hidden: ReadonlySet<string> = $state.raw(new Set<string>());
  #chosen: Chosen = $state.raw({});
  #query = $state('');
  #between: Between = $state.raw(ALWAYS);

  readonly #columns = $derived.by(() => columnsOf(this.#events()));
  readonly #days = $derived.by(() => daysOf(this.#events()));
  readonly #result = $derived.by(() => this.#apply());
  readonly #shown = $derived.by(() => {
    const { keep } = this.#result;
    return keep ? this.#events().filter((_, i) => keep[i]) : this.#events();
  });
  /** Counts under all other facets, worked out for those that are asked for. */
  readonly #counts = $derived.by(() => countsOf(this.#columns, this.#result));
  /** The list that is searched. Not reactive: it only ends work that nobody waits for. */
  #last: Searched | null = null;
  readonly #searched = $derived.by(() => {
    this.#last?.drop();
    this.#last = new Searched(this.#events());
    return this.#last;
  });
  readonly #found = $derived.by(() => this.#searched.find(this.#query, this.#result.keep));

  /** @param events all events of the collection, in time order. */
  constructor(events: () => readonly TimelineEvent[]) {
    this.#events = events;
  }

  /** Events that pass every facet, in time order. */
  get events(): readonly TimelineEvent[] {
    return this.#shown;
  }

  /** How many pass; of very many quicker to know than the list. */
  get size(): number {
    return this.#result.size;
  }

  /** 1 for each event that passes, by its place among all; null: all pass. */
  get keep(): Uint8Array | null {
    return this.#result.keep;
  }

  /** Those of the shown events that the search found; null when nothing is searched. */
  get found(): FoundEvents | null {
    return this.#found;
  }

  /** The same as a list, in time order; empty when nothing is searched. */
  get foundEvents(): readonly TimelineEvent[] {
    const found = this.#found;
    return found ? this.#events().filter((_, row) => found.rows[row]) : [];
  }

  /** Makes very many events ready to be searched and counted while the page rests. */
  prepare(): void {
    const [columns, days] = [this.#columns, this.#days];
    this.#searched.prepare([...FACETS.map((facet) => () => columns(facet)), days]);
  }

  get query(): string {
    return this.#query;
  }

  get hidden(): ReadonlySet<string> {
    return this.#hidden;
  }

  get chosen(): Chosen {
    return this.#chosen;
  }

  /** The stretch of time that events must share some of. */
  get between(): Between {
    return this.#between;
  }

  /** Whether anything is kept from view. */
  get active(): boolean {
    return this.#hidden.size > 0 || this.narrowed;
  }

  /** Whether anything but the categories keeps events from view. */
  get narrowed(): boolean {
    const { from, to } = this.#between;
    return from !== '' || to !== '' || FACETS.some((facet) => (this.#chosen[facet]?.size ?? 0) > 0);
  }

  /** What the events answer to a facet, as numbers, by their places in the list. */
  columnOf(facet: Facet): AnswerColumn {
    return this.#columns(facet);
  }

  /** Categories that have events, in no special order. */
  get categories(): readonly string[] {
    return this.#columns('category').values;
  }

  /** How many events a category has under all the other facets. */
  countOf(category: string): number {
    const { values } = this.#columns('category');
    return this.#counts('category')[values.indexOf(category)] ?? 0;
  }

  /** The answers that occur in the collection: in their own order where they have one, else most frequent first. */
  choices(facet: Facet): readonly Choice[] {
    const { values, totals } = this.#columns(facet);
    const counts = this.#counts(facet);
    const order = ORDERED[facet];
    const places = order
      ? order.map((value) => values.indexOf(value)).filter((place) => place >= 0)
      : Array.from(values.keys()).sort(
          (a, b) => totals[b]! - totals[a]! || COLLATOR.compare(values[a]!, values[b]!),
        );
    return places.map((place) => ({
      value: values[place]!,
      count: counts[place]!,
      chosen: this.#chosen[facet]?.has(values[place]!) ?? false,
    }));
  }

  search(query: string): void {
    this.#query = query;
  }

  toggleCategory(key: string): void {
    const hidden = new Set(this.#hidden);
    if (!hidden.delete(key)) hidden.add(key);
    this.#hidden = hidden;
  }

  /** Shows every category. */
  showCategories(): void {
    this.#hidden = new Set();
  }

  /** Shows one category alone; when it already is alone, shows all again. */
  soloCategory(key: string, all: readonly string[]): void {
    const others = all.filter((other) => other !== key);
    const alone = !this.#hidden.has(key) && others.every((other) => this.#hidden.has(other));
    this.#hidden = new Set(alone ? [] : others);
  }

  toggle(facet: Facet, value: string): void {
    const values = new Set(this.#chosen[facet]);
    if (!values.delete(value)) values.add(value);
    this.#chosen = { ...this.#chosen, [facet]: values };
  }

  clearFacet(facet: Facet): void {
    this.#chosen = { ...this.#chosen, [facet]: new Set<string>() };
  }

  /** Lets through what shares some of a stretch of time. What is no EDTF date counts as open. */
  within({ from, to }: Between): void {
    this.#between = {
      from: 'problem' in readEdtf(from) ? '' : from,
      to: 'problem' in readEdtf(to) ? '' : to,
    };
  }

  /** Shows everything and searches nothing. */
  clear(): void {
    this.#hidden = new Set();
    this.#chosen = {};
    this.#query = '';
    this.#between = ALWAYS;
  }

  /** Takes over a whole state, from a link. */
  restore(hidden: Iterable<string>, chosen: Chosen, query: string, between: Between = ALWAYS): void {
    this.#hidden = new Set(hidden);
    this.#chosen = chosen;
    this.#query = query;
    this.within(between);
  }

  /** Asks only the facets in which something is chosen. */
  #apply(): Outcome {
    const events = this.#events();
    const between = this.#between.from !== '' || this.#between.to !== '';
    const asked = FACETS.filter((facet) =>
      facet === 'category' ? this.#hidden.size > 0 : (this.#chosen[facet]?.size ?? 0) > 0,
    );
    if (!between && asked.length === 0) return { marks: null, keep: null, size: events.length };
    const marks = new Uint8Array(events.length);
    if (between) {
      const { start, end } = boundsOf(this.#between);
      const { starts, ends } = this.#days();
      // No facet is to blame for what lies outside of the stretch of time: it counts for none.
      for (let i = 0; i < marks.length; i++) if (!(starts[i]! < end && ends[i]! > start)) marks[i] = OUT;
    }
    for (const facet of asked) {
      const [hidden, chosen] = [this.#hidden, this.#chosen[facet]];
      const passes = giving(this.#columns(facet), (value) =>
        facet === 'category' ? !hidden.has(value) : (chosen?.has(value) ?? false),
      );
      const mark = FACETS.indexOf(facet) + 1;
      for (let i = 0; i < marks.length; i++) if (!passes[i]) marks[i] = marks[i] === 0 ? mark : OUT;
    }
    const keep = new Uint8Array(marks.length);
    let size = 0;
    for (let i = 0; i < keep.length; i++) {
      const passes = marks[i] === 0 ? 1 : 0;
      keep[i] = passes;
      size += passes;
    }
    return { marks, keep, size };
  }
}

/** Columns of answers: those that have come with the events, else read when a facet is first asked for. */
function columnsOf(events: readonly TimelineEvent[]): (facet: Facet) => AnswerColumn {
  const digest = digestOf(events);
  const columns = new Map<Facet, AnswerColumn>();
  return (facet) => {
    const column = columns.get(facet) ?? digest?.facets[facet] ?? answerColumn(events, facet);
    columns.set(facet, column);
    return column;
  };
}

/** Read when a stretch of time is first asked for: then a million are compared in a moment. */
function daysOf(events: readonly TimelineEvent[]): () => DayColumns {
  let columns: DayColumns | null = null;
  return () => {
    columns ??= digestOf(events)?.days ?? dayColumns(events);
    return columns;
  };
}

/** Counts of each answer among the events that no other facet keeps out, parallel to the column's values. */
function countsOf(
  columnOf: (facet: Facet) => AnswerColumn,
  { marks }: Outcome,
): (facet: Facet) => Int32Array {
  const known = new Map<Facet, Int32Array>();
  return (facet) => {
    const column = columnOf(facet);
    if (!marks) return column.totals;
    const counts = known.get(facet) ?? countAnswers(column, marks, FACETS.indexOf(facet) + 1);
    known.set(facet, counts);
    return counts;
  };
}

function boundsOf({ from, to }: Between): { readonly start: number; readonly end: number } {
  const [first, last] = [readEdtf(from), readEdtf(to)];
  return {
    start: 'problem' in first ? Number.NEGATIVE_INFINITY : first.start,
    end: 'problem' in last ? Number.POSITIVE_INFINITY : last.end,
  };
}
