import { arrange, isAsGiven, type Lane, type Lanes } from '../layout/arrangement.ts';
import type { Found } from '../layout/found.ts';
import { NARROW } from '../layout/narrow.ts';
import { fitView } from '../layout/scale.ts';
import type { HitTarget, layoutTimeline, TimelineLayout } from '../layout/timeline.ts';

export type { LaneSummary } from '../layout/timeline.ts';

import { type Category, namedIn } from '../model/category.ts';
import type { Theme } from '../scene/theme.ts';
import type { Fold } from '../store/fold.ts';
import { type Grouping, type LaneKeys, laneKeys } from '../store/laneKeys.ts';
import type { EventStore, Window } from '../store/store.ts';
import { MANY } from '../worker/indexer.ts';
import type { Filter } from './filter.svelte.ts';
import type { FoldControl } from './foldControls.ts';
import { Indexed } from './indexed.svelte.ts';
import type { LaneDesk } from './lanes.svelte.ts';
import { speech } from './language.svelte.ts';
import type { Selection } from './selection.svelte.ts';
import type { Session } from './session.svelte.ts';
import type { View } from './view.svelte.ts';

export { NARROW } from '../layout/narrow.ts';

type Drawing = typeof import('./drawn.ts');
let drawing: Drawing | null = null;

/** Loads what lays the chart out; the page stands before there is anything to draw. */
export async function loadDrawing(): Promise<Drawing> {
  drawing ??= await import('./drawn.ts');
  return drawing;
}

/** What is drawn: the shown events in the present view, laid out. Worked out when a frame asks for it. */
export class Chart {
  readonly #session: Session;
  readonly #filter: Filter;
  readonly #view: View;
  readonly #selection: Selection;
  readonly #theme: () => Theme;
  readonly #arrangement: LaneDesk;

  /** What lays it out; null until it is loaded. */
  #drawing: Drawing | null = $state.raw(drawing);

  /** Zoom level of the last picture that was painted. Not reactive: it only steadies the next one. */
  #painted: number | null = null;

  /** Where the picture stood that was painted last, where it has silences. */
  #seen: { readonly view: Window; readonly layout: TimelineLayout; readonly fold: Fold | null } | null =
    $state.raw(null);

  /** Whether long silences are folded, where there are any. */
  #folding = $state(false);

  /** Whether time runs downwards, where somebody has chosen; null: as the width suggests. */
  #turned: boolean | null = $state(null);
  /** What lays out such a picture: loaded when it is first wanted. */
  #downwards: typeof layoutTimeline | null = $state.raw(null);

  /** The list that was indexed last. Not reactive: it only ends work that nobody waits for. */
  #last: Indexed | null = null;
  readonly #indexed = $derived.by<Indexed>(() => {
    const { events } = this.#session;
    this.#last?.drop();
    this.#last = new Indexed(events, undefined, () => this.#folding);
    return this.#last;
  });
  readonly #store = $derived.by<EventStore>(() => this.#indexed.kept(this.#filter));
  readonly #found = $derived.by<Found | null>(() => {
    const { found } = this.#filter;
    return found && this.#indexed.found(this.#store, found);
  });
  readonly #used = $derived.by<readonly Category[]>(() => {
    const keys = new Set(this.#filter.categories);
    const used = this.#session.collection.categories.filter((category) => keys.has(category.key));
    return namedIn(used, speech.tag);
  });
  readonly #by = $derived.by(() => this.#arrangement.now.by);
  readonly #keys = $derived.by<LaneKeys>(() => this.#keysOf(this.#by));
  /** The list told apart by lane, where lanes are not categories; the one before it only ends. */
  #lastLaned: Indexed | null = null;
  readonly #laned = $derived.by<Indexed>(() => {
    this.#lastLaned?.drop();
    this.#lastLaned = null;
    if (this.#by === 'category') return this.#indexed;
    const { keyOf, lanes } = this.#keys;
    this.#lastLaned = new Indexed(this.#session.events, undefined, () => this.#folding, keyOf, lanes);
    return this.#lastLaned;
  });
  readonly #laneStore = $derived.by<EventStore>(() =>
    this.#by === 'category' ? this.#store : this.#laned.kept(this.#filter),
  );
  readonly #arranged = $derived.by<Lanes | null>(() => {
    const { now } = this.#arrangement;
    if (isAsGiven(now)) return null;
    const { documents } = this.#session.collection;
    return arrange(now, this.#keys, this.#laneStore, this.#lanes, documents, speech.tag);
  });
  readonly #lanes = $derived(this.#used.filter((category) => !this.#filter.hidden.has(category.key)));
  readonly #layout = $derived.by<TimelineLayout>(() => {
    const { width, height } = this.#view;
    if (!this.#drawing) return blank(width, height, this.#theme().paper);
    const { layoutTimeline } = this.#drawing;
    return (this.down ? (this.#downwards ?? layoutTimeline) : layoutTimeline)({
      store: this.#store,
      categories: this.#lanes,
      ...(this.#arranged ? { lanes: this.#arranged } : {}),
      view: { start: this.#view.drawn.start, end: this.#view.drawn.end, width, height },
      theme: this.#theme(),
      selected: this.#selection.id,
      found: this.#found,
      locale: speech.tag,
      previous: this.#painted,
      told: false,
    });
  });
  readonly #hits = $derived(this.#drawing?.indexHits(this.#layout.hits) ?? null);

  constructor(
    session: Session,
    filter: Filter,
    view: View,
    selection: Selection,
    theme: () => Theme,
    arrangement: LaneDesk,
  ) {
    this.#session = session;
    this.#filter = filter;
    this.#view = view;
    this.#selection = selection;
    this.#theme = theme;
    this.#arrangement = arrangement;
  }

  /** Of very many events what they name is known as columns, which filters need as well. */
  #keysOf(by: Grouping): LaneKeys {
    const { events } = this.#session;
    const column = by !== 'category' && events.length > MANY ? this.#filter.columnOf(by) : null;
    return laneKeys(events, by, column);
  }

  get store(): EventStore {
    return this.#store;
  }

  /** Whether the store knows every event singly; of very many it counts them first. */
  get complete(): boolean {
    return this.#indexed.complete && this.#laned.complete;
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

  /** The events that are shown, told apart by lane; positions are those of {@link store}. */
  get laneStore(): EventStore {
    return this.#laneStore;
  }

  /** The same about all events. */
  get wholeLanes(): EventStore {
    return this.#by === 'category' ? this.#indexed.store : this.#laned.store;
  }

  /** Who has a lane, and who stands in whose: over all events, whatever is filtered. */
  get laneKeys(): LaneKeys {
    return this.#keys;
  }

  /** Lanes in their order, as they are arranged; those without events among them. */
  get laneList(): readonly Lane[] {
    return this.#arranged?.list ?? this.#lanes;
  }

  /** Keys of all lanes as they come, before a person arranges them. */
  get givenLanes(): readonly string[] {
    return this.#by === 'category' ? this.#used.map(({ key }) => key) : this.#keys.keys;
  }

  /** Where everything stands; an empty plot until {@link drawn}. */
  get layout(): TimelineLayout {
    return this.#layout;
  }

  /** Whether what lays it out is there. */
  get drawn(): boolean {
    return this.#drawing !== null;
  }

  /** Loads what lays it out. Rejects when it cannot be had; asked again, it tries again. */
  async prepare(): Promise<void> {
    this.#drawing = await loadDrawing();
  }

  /** The layout for a painter, which thereby becomes the picture before the next one. */
  paint(): TimelineLayout {
    // Controls over the picture follow what is painted: asked in between, they would have it laid out more than once.
    if (this.silences.length > 0) {
      this.#seen = { view: this.#view.drawn, layout: this.#layout, fold: this.fold };
    }
    this.#painted = this.#layout.level;
    return this.#layout;
  }

  /** The event drawn at a place of the picture, px, or at most `reach` px beside it. */
  eventAt(x: number, y: number, reach: number): string | null {
    return this.#hits?.at(x, y, reach)?.id ?? null;
  }

  /** Where an event is drawn; null when it is not, or only as part of a density. */
  placeOf(id: string): HitTarget | null {
    return this.#layout.hits.find((hit) => hit.id === id) ?? null;
  }

  /** The choice of a direction of time; null: as the width suggests. */
  get turned(): boolean | null {
    return this.#turned;
  }

  /** Whether time runs downwards: on a narrow screen it does, unless somebody wants it otherwise. */
  get down(): boolean {
    return this.#turned ?? (this.#view.width > 0 && this.#view.width < NARROW);
  }

  /** Lets time run downwards or to the right; null: as the width suggests. */
  turn(down: boolean | null): void {
    this.#turned = down;
  }

  /** Loads what lays out a picture whose time runs downwards. Until then it runs to the right. */
  async prepareDown(): Promise<void> {
    const { layoutDownwards } = await import('../layout/down/downwards.ts');
    this.#downwards = layoutDownwards;
  }

  /**
   * The instant at a place of the plot, days since 1970-01-01.
   * @param at px along time: from the left edge of the picture, or from the top where time runs downwards.
   */
  timeAt(at: number): number {
    const { plot, down } = this.#layout;
    const { start, end } = this.#view.drawn;
    const share = down ? (at - plot.y) / plot.height : (at - plot.x) / plot.width;
    const drawn = start + share * (end - start);
    return this.fold?.toReal(drawn) ?? drawn;
  }

  /** Where an instant lies along time, px of the picture, also outside of the plot; the inverse of {@link timeAt}. */
  placeAt(time: number): number {
    const { plot, down } = this.#layout;
    const { start, end } = this.#view.drawn;
    const share = ((this.fold?.toFolded(time) ?? time) - start) / (end - start);
    return down ? plot.y + share * plot.height : plot.x + share * plot.width;
  }

  /** Whether long silences are to be folded; where there are none, that changes nothing. */
  get folding(): boolean {
    return this.#folding;
  }

  /** How time is folded now; null where it is not. */
  get fold(): Fold | null {
    return this.#indexed.fold;
  }

  /** Long stretches of which nothing is told, folded or not, in real time. No filter changes them. */
  get silences(): readonly Window[] {
    return this.#indexed.gaps;
  }

  /** Where silences in view can be folded or unfolded. */
  get foldControls(): readonly FoldControl[] {
    const { silences } = this;
    if (silences.length === 0 || !this.#drawing) return [];
    const { fold, view, layout } = this.#seen ?? {
      fold: this.fold,
      view: this.#view.drawn,
      layout: this.#layout,
    };
    const { plot, down } = layout;
    return this.#drawing.foldControls(silences, fold, view, plot, speech.tag, down);
  }

  /** A span of the picture's time in real time. */
  inReal({ start, end }: Window): Window {
    const { fold } = this;
    return fold ? { start: fold.toReal(start), end: fold.toReal(end) } : { start, end };
  }

  /**
   * Folds long silences, or unfolds them. What is seen stays in view; a silence that a fold leaves next to nothing of is
   * seen with what was before and after it.
   */
  foldSilences(folding: boolean): void {
    if (folding === this.#folding) return;
    const { extent } = this.store;
    const seen = this.#view.drawn;
    const whole = extent !== null && seen.start <= extent.start && seen.end >= extent.end;
    this.#folding = folding;
    if (whole && this.silences.length > 0) {
      // What is a little air around everything in one time is next to nothing in the other.
      this.#view.show(this.inReal(fitView(this.store, this.#view.width, this.#view.height)));
      return;
    }
    const { fold } = this;
    if (!fold) return;
    let { start, end } = this.#view.drawn;
    for (const band of fold.bands) {
      const beside = 2 * (band.end - band.start);
      if (start > band.start && start < band.end) start = band.start - beside;
      if (end > band.start && end < band.end) end = band.end + beside;
    }
    this.#view.show(this.inReal({ start, end }));
  }

  /** Whether a place of the picture is on a fold. */
  isOnFold(x: number, y: number): boolean {
    return this.#layout.folds.some(
      (box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height,
    );
  }
}

/** A picture of nothing, all plot. */
const blank = (width: number, height: number, background: string): TimelineLayout => ({
  scene: { width, height, background, marks: [] },
  level: 0,
  lanes: [],
  hits: [],
  folds: [],
  plot: { x: 0, y: 0, width, height },
  overview: null,
});
