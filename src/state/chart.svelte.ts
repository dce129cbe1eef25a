import { type HitTarget, layoutTimeline, type TimelineLayout } from '../layout/timeline.ts';
import type { Category } from '../model/category.ts';
import { indexHits } from '../scene/hit.ts';
import type { Theme } from '../scene/theme.ts';
import type { EventStore } from '../store/store.ts';
import type { Filter } from './filter.svelte.ts';
import { Indexed } from './indexed.svelte.ts';
import { speech } from './language.svelte.ts';
import type { Selection } from './selection.svelte.ts';
import type { Session } from './session.svelte.ts';
import type { View } from './view.svelte.ts';

/** What is drawn: the shown events in the present view, laid out. Worked out when a frame asks for it. */
export class Chart {
  readonly #session: Session;
  readonly #filter: Filter;
  readonly #view: View;
  readonly #selection: Selection;
  readonly #theme: () => Theme;

  /** Zoom level of the last picture that was painted. Not reactive: it only steadies the next one. */
  #painted: number | null = null;

  /** The list that was indexed last. Not reactive: it only ends work that nobody waits for. */
  #last: Indexed | null = null;
  readonly #indexed = $derived.by<Indexed>(() => {
    const { events } = this.#session;
    this.#last?.drop();
    this.#last = new Indexed(events);
    return this.#last;
  });
  readonly #store = $derived.by<EventStore>(() => this.#indexed.of(this.#filter.events));
  readonly #used = $derived.by<readonly Category[]>(() => {
    const keys = new Set(this.#session.events.map((event) => event.category));
    return this.#session.collection.categories.filter((category) => keys.has(category.key));
  });
  readonly #lanes = $derived(this.#used.filter((category) => !this.#filter.hidden.has(category.key)));
  readonly #layout = $derived.by<TimelineLayout>(() =>
    layoutTimeline({
      store: this.#store,
      categories: this.#lanes,
      view: {
        start: this.#view.start,
        end: this.#view.end,
        width: this.#view.width,
        height: this.#view.height,
      },
      theme: this.#theme(),
      selected: this.#selection.id,
      found: this.#filter.found,
      locale: speech.tag,
      previous: this.#painted,
      told: false,
    }),
  );
  readonly #hits = $derived(indexHits(this.#layout.hits));

  constructor(session: Session, filter: Filter, view: View, selection: Selection, theme: () => Theme) {
    this.#session = session;
    this.#filter = filter;
    this.#view = view;
    this.#selection = selection;
    this.#theme = theme;
  }

  get store(): EventStore {
    return this.#store;
  }

  /** Whether the store knows every event singly; of very many it counts them first. */
  get complete(): boolean {
    return this.#indexed.complete;
  }

  /** About all events, whatever is filtered. */
  get whole(): EventStore {
    return this.#indexed.store;
  }

  /** Categories that have events, in the collection's order: the chips. */
  get used(): readonly Category[] {
    return this.#used;
  }

  /** Those of them that are shown. */
  get lanes(): readonly Category[] {
    return this.#lanes;
  }

  get layout(): TimelineLayout {
    return this.#layout;
  }

  /** The layout for a painter, which thereby becomes the picture before the next one. */
  paint(): TimelineLayout {
    this.#painted = this.#layout.level;
    return this.#layout;
  }

  /** The event drawn at a place of the picture, px, or at most `reach` px beside it. */
  eventAt(x: number, y: number, reach: number): string | null {
    return this.#hits.at(x, y, reach)?.id ?? null;
  }

  /** Where an event is drawn; null when it is not, or only as part of a density. */
  placeOf(id: string): HitTarget | null {
    return this.#layout.hits.find((hit) => hit.id === id) ?? null;
  }

  /** The instant at a place of the plot, days since 1970-01-01. */
  timeAt(x: number): number {
    const { plot } = this.#layout;
    return this.#view.start + ((x - plot.x) / plot.width) * (this.#view.end - this.#view.start);
  }
}
