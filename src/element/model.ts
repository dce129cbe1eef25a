import { AS_GIVEN, arrange, isAsGiven, type LaneArrangement, type Lanes } from '../layout/arrangement.ts';
import { type HitTarget, layoutTimeline, type TimelineLayout } from '../layout/timeline.ts';
import type { Category } from '../model/category.ts';
import { type Collection, EMPTY_COLLECTION } from '../model/collection.ts';
import { type Current, curate } from '../model/current.ts';
import type { TimelineEvent } from '../model/event.ts';
import { type HitIndex, indexHits } from '../scene/hit.ts';
import { LIGHT, type Theme } from '../scene/theme.ts';
import { coreOf } from '../state/core.ts';
import { textOf, wordsOf } from '../state/search.ts';
import { type Span, View } from '../state/view.svelte.ts';
import { columnsOf, type Fold, foldOver } from '../store/fold.ts';
import { laneKeys } from '../store/laneKeys.ts';
import { createStore } from '../store/memory.ts';
import type { EventStore } from '../store/store.ts';

/** How the element draws, as its attributes say. */
export interface Manner {
  readonly locale: string;
  readonly theme: Theme;
  readonly lanes: LaneArrangement;
  readonly fold: boolean;
  /** Colours by key of the category, `#rrggbb` as for light paper, where the page wants others. */
  readonly colours: Readonly<Record<string, string>>;
}

/** The events as they are filtered and arranged. */
interface Shown {
  readonly events: readonly TimelineEvent[];
  readonly store: EventStore;
  readonly lanes: Lanes | null;
  readonly categories: readonly Category[];
}

/** A picture, and what finds its events. */
interface Drawn {
  readonly layout: TimelineLayout;
  readonly hits: HitIndex<HitTarget>;
}

/** What the element shows: events, filters, view. Knows no DOM; everything is worked out when a frame asks for it. */
export class Model {
  #collection = EMPTY_COLLECTION;
  #events: readonly TimelineEvent[] = [];
  #extent: Span | null = null;
  #fold: Fold | null = null;
  #manner: Manner = { locale: 'en', theme: LIGHT, lanes: AS_GIVEN, fold: false, colours: {} };
  #hidden: ReadonlySet<string> = new Set();
  #query = '';
  #found: ReadonlySet<string> | null = null;
  #texts: readonly string[] | null = null;
  #shown: Shown | null = null;
  #drawn: Drawn | null = null;
  #drawnFor: readonly unknown[] = [];
  #level: number | null = null;

  #story: Current['story'] = [];

  /** Id of the chosen event. */
  selected: string | null = null;
  /** Whether one goes through the story and not through all events. */
  telling = false;

  readonly view = new View(
    () => this.#extent,
    () => this.#fold,
  );

  get collection(): Collection {
    return this.#collection;
  }

  /** All of them, edits applied, in time order. */
  get events(): readonly TimelineEvent[] {
    return this.#events;
  }

  /** The chosen events of the story in its order, each with its note. */
  get story(): Current['story'] {
    return this.#story;
  }

  /** Where in the story the chosen event is; -1 where it is not. */
  get told(): number {
    return this.#story.findIndex(({ event }) => event.id === this.selected);
  }

  get manner(): Manner {
    return this.#manner;
  }

  get hidden(): ReadonlySet<string> {
    return this.#hidden;
  }

  /** Ids of the events that the search found; null when nothing is searched. */
  get found(): ReadonlySet<string> | null {
    return this.#found;
  }

  open(collection: Collection): void {
    this.#collection = collection;
    const { events, story } = curate(collection);
    this.#events = events;
    this.#story = story;
    this.telling = false;
    this.#extent = this.#events.reduce<Span | null>(
      (all, { time }) => ({
        start: Math.min(all?.start ?? time.start, time.start),
        end: Math.max(all?.end ?? time.end, time.end),
      }),
      null,
    );
    this.#hidden = new Set();
    this.#texts = null;
    this.selected = null;
    this.#refold();
    this.search(this.#query);
  }

  draw(manner: Manner): void {
    const folds = manner.fold !== this.#manner.fold;
    this.#manner = manner;
    if (folds) this.#refold();
    this.#shown = null;
  }

  #refold(): void {
    this.#fold = this.#manner.fold && this.#events.length > 0 ? foldOver(columnsOf(this.#events)) : null;
    this.#shown = null;
  }

  hide(hidden: ReadonlySet<string>): void {
    this.#hidden = hidden;
    this.#shown = null;
  }

  /** Every word must stand somewhere in title, date, people, place or passages. */
  search(query: string): void {
    this.#query = query;
    const words = wordsOf(query);
    if (words.length === 0) {
      this.#found = null;
      return;
    }
    this.#texts ??= this.#events.map(textOf);
    const texts = this.#texts;
    this.#found = new Set(
      this.#events.flatMap(({ id }, i) => (words.every((word) => texts[i]?.includes(word)) ? [id] : [])),
    );
  }

  /** The events of the categories that are shown, in time order. */
  get shown(): readonly TimelineEvent[] {
    return this.#now().events;
  }

  event(id: string | null): TimelineEvent | null {
    return (id !== null && this.#events.find((event) => event.id === id)) || null;
  }

  category(key: string): Category | null {
    return this.#categories().find((category) => category.key === key) ?? null;
  }

  /** Kinds that have events, with how many. */
  get kinds(): readonly { readonly category: Category; readonly count: number }[] {
    const counts = new Map<string, number>();
    for (const { category } of this.#events) counts.set(category, (counts.get(category) ?? 0) + 1);
    return this.#categories().flatMap((category) => {
      const count = counts.get(category.key);
      return count === undefined ? [] : [{ category, count }];
    });
  }

  #categories(): readonly Category[] {
    const { colours } = this.#manner;
    return this.#collection.categories.map((one) => ({ ...one, colour: colours[one.key] ?? one.colour }));
  }

  #now(): Shown {
    if (this.#shown) return this.#shown;
    const events = this.#events.filter((event) => !this.#hidden.has(event.category));
    const store = createStore(events, undefined, this.#fold);
    const { lanes: wanted, locale } = this.#manner;
    const categories = this.#categories().filter((category) => !this.#hidden.has(category.key));
    let lanes: Lanes | null = null;
    if (!isAsGiven(wanted)) {
      const keys = laneKeys(this.#events, wanted.by);
      const laned = wanted.by === 'category' ? store : createStore(events, keys.keyOf, this.#fold);
      lanes = arrange(wanted, keys, laned, categories, this.#collection.documents, locale);
    }
    this.#shown = { events, store, lanes, categories };
    return this.#shown;
  }

  /** The picture of now; the same one as long as nothing has changed. */
  get layout(): TimelineLayout {
    return this.#picture().layout;
  }

  #picture(): Drawn {
    const shown = this.#now();
    const { drawn, width, height } = this.view;
    const { theme, locale } = this.#manner;
    const now = [shown, drawn.start, drawn.end, width, height, theme, this.selected, this.#found];
    if (this.#drawn && now.every((part, i) => part === this.#drawnFor[i])) return this.#drawn;
    const layout = layoutTimeline({
      store: shown.store,
      categories: shown.categories,
      ...(shown.lanes ? { lanes: shown.lanes } : {}),
      view: { start: drawn.start, end: drawn.end, width, height },
      theme,
      selected: this.selected,
      found: this.#found,
      locale,
      previous: this.#level,
      told: false,
    });
    this.#drawnFor = now;
    this.#drawn = { layout, hits: indexHits(layout.hits) };
    return this.#drawn;
  }

  /** What decides in which rows marks stand: where it changes, they move there softly. */
  get rows(): readonly unknown[] {
    return [this.layout.level, this.#now().store, this.#now().lanes, this.view.height];
  }

  /** The picture was painted: the next one keeps its zoom level near a border. */
  painted(): void {
    this.#level = this.layout.level;
  }

  /** The event at a place of the picture, px. */
  eventAt(x: number, y: number, reach: number): string | null {
    return this.#picture().hits.at(x, y, reach)?.id ?? null;
  }

  /** Where an event is drawn by itself; null where it is not. */
  placeOf(id: string | null): HitTarget | null {
    return this.layout.hits.find((hit) => hit.id === id) ?? null;
  }

  /** The instant at a place of the picture. */
  timeAt(x: number): number {
    const { plot } = this.layout;
    const { start, end } = this.view.drawn;
    const drawn = start + ((x - plot.x) / plot.width) * (end - start);
    return this.#fold?.toReal(drawn) ?? drawn;
  }

  /** A span of the picture's time in real time. */
  inReal({ start, end }: Span): Span {
    const fold = this.#fold;
    return fold ? { start: fold.toReal(start), end: fold.toReal(end) } : { start, end };
  }

  /** Shows where most events are, or everything. */
  begin(): void {
    const span = coreOf(this.#events) ?? this.#extent;
    if (span) this.view.fit(span);
  }

  showAll(glide: boolean): void {
    if (this.#extent) this.view.fit(this.#extent, glide);
  }

  /** To the next event of the story, where it is told; else of those that are shown, or were found; or back. */
  step(by: number): TimelineEvent | null {
    if (this.telling) {
      const to = this.told < 0 ? 0 : Math.min(Math.max(this.told + by, 0), this.#story.length - 1);
      return this.#story[to]?.event ?? null;
    }
    const found = this.#found;
    const events = found ? this.shown.filter(({ id }) => found.has(id)) : this.shown;
    const at = events.findIndex(({ id }) => id === this.selected);
    // From nothing it goes to what is in view.
    const from =
      at >= 0
        ? at + by
        : Math.max(
            0,
            events.findIndex(({ time }) => time.end > this.view.start),
          );
    return events[Math.min(Math.max(from, 0), events.length - 1)] ?? null;
  }
}
