import { readEdtf } from '../model/edtf.ts';
import type { TimelineEvent } from '../model/event.ts';
import { answers, FACETS, type Facet, ORDERED } from './facet.ts';
import { searchEvents } from './search.ts';

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

  readonly #result = $derived.by(() => this.#apply());
  readonly #found = $derived.by(() => searchEvents(this.#result.events, this.#query));

  /** @param events all events of the collection, in time order. */
  constructor(events: () => readonly TimelineEvent[]) {
    this.#events = events;
  }

  /** Events that pass every facet, in time order. */
  get events(): readonly TimelineEvent[] {
    return this.#result.events;
  }

  /** Ids of the shown events that the search found; null when nothing is searched. */
  get found(): ReadonlySet<string> | null {
    return this.#found;
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

  /** How many events a category has under all the other facets. */
  countOf(category: string): number {
    return this.#result.counts.category.get(category) ?? 0;
  }

  /** The answers that occur in the collection: in their own order where they have one, else most frequent first. */
  choices(facet: Facet): readonly Choice[] {
    const counts = this.#result.counts[facet];
    const values = this.#result.values[facet];
    const order = ORDERED[facet];
    const sorted = order
      ? order.filter((value) => values.has(value))
      : [...values.keys()].sort((a, b) => values.get(b)! - values.get(a)! || a.localeCompare(b, 'en'));
    return sorted.map((value) => ({
      value,
      count: counts.get(value) ?? 0,
      chosen: this.#chosen[facet]?.has(value) ?? false,
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

  /** One pass: an event counts for a facet's answers when no other facet keeps it out. */
  #apply() {
    const tally = () => Object.fromEntries(FACETS.map((f) => [f, new Map<string, number>()]));
    const counts = tally() as Record<Facet, Map<string, number>>;
    const values = tally() as Record<Facet, Map<string, number>>;
    const events: TimelineEvent[] = [];
    const { start, end } = boundsOf(this.#between);
    for (const event of this.#events()) {
      let failed: Facet | null = null;
      // No facet is to blame for what lies outside of the stretch of time: it counts for none.
      let failures = event.time.start < end && event.time.end > start ? 0 : 1;
      for (const facet of FACETS) {
        if (!this.#passes(event, facet)) {
          failed = facet;
          failures++;
        }
      }
      if (failures === 0) events.push(event);
      for (const facet of FACETS) {
        const counted = failures === 0 || (failures === 1 && failed === facet);
        for (const value of answers(event, facet)) {
          add(values[facet], value);
          if (counted) add(counts[facet], value);
        }
      }
    }
    return { events, counts, values };
  }

  #passes(event: TimelineEvent, facet: Facet): boolean {
    if (facet === 'category') return !this.#hidden.has(event.category);
    const chosen = this.#chosen[facet];
    return !chosen || chosen.size === 0 || answers(event, facet).some((value) => chosen.has(value));
  }
}

function boundsOf({ from, to }: Between): { readonly start: number; readonly end: number } {
  const [first, last] = [readEdtf(from), readEdtf(to)];
  return {
    start: 'problem' in first ? Number.NEGATIVE_INFINITY : first.start,
    end: 'problem' in last ? Number.POSITIVE_INFINITY : last.end,
  };
}

function add(tally: Map<string, number>, value: string): void {
  tally.set(value, (tally.get(value) ?? 0) + 1);
}
