import { max, min } from 'd3-array';
import { fitView } from '../layout/scale.ts';
import { type Category, namedIn } from '../model/category.ts';
import type { Collection } from '../model/collection.ts';
import { toCivil } from '../model/days.ts';
import { edtfDate } from '../model/edtf.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { When } from '../model/when.ts';
import type { FileBytes } from '../worker/client.ts';
import { type Address, readAddress, writeAddress } from './address.ts';
import { Appearance } from './appearance.svelte.ts';
import { Chart } from './chart.svelte.ts';
import { coreOf } from './core.ts';
import { Curating } from './curating.svelte.ts';
import { FACETS, type Facet } from './facet.ts';
import { Filter } from './filter.svelte.ts';
import type { Importing } from './importing.svelte.ts';
import type { Keeping } from './keeping.svelte.ts';
import { AS_GIVEN, LaneDesk } from './lanes.svelte.ts';
import { speech } from './language.svelte.ts';
import { Reviewing } from './reviewing.svelte.ts';
import { Selection } from './selection.svelte.ts';
import { type Destination, type Runner, Session } from './session.svelte.ts';
import { View } from './view.svelte.ts';

/** Everything that a person works with, and the verbs that concern more than one part of it. */
export class Desk {
  readonly session: Session;
  readonly filter: Filter;
  readonly view: View;
  readonly selection = new Selection();
  readonly lanes = new LaneDesk();
  readonly appearance = new Appearance();
  readonly curating = new Curating();
  readonly reviewing: Reviewing;
  readonly chart: Chart;
  #keeping: Keeping | null = $state.raw(null);
  /** The event to which going through the queue has led; null when the person has left it. */
  #reviewed: string | null = null;

  readonly #address = $derived.by<Address>(() => {
    const chosen: Partial<Record<Facet, readonly string[]>> = {};
    for (const facet of FACETS) {
      const values = this.filter.chosen[facet];
      if (values && values.size > 0) chosen[facet] = [...values];
    }
    return {
      view: this.view.span,
      ...(this.chart.turned === null ? {} : { down: this.chart.turned }),
      folding: this.chart.folding,
      hidden: [...this.filter.hidden],
      chosen,
      between: this.filter.between,
      lanes: this.lanes.kept,
      query: this.filter.query,
      selected: this.selection.id,
      ...(this.selection.beside === null ? { closed: true } : {}),
    };
  });

  constructor(runner?: Runner) {
    this.session = new Session(runner);
    this.session.versions = {
      ask: (found) => this.curating.askVersions(found),
      changed: (document, changes) => {
        this.selection.read(document);
        this.curating.compare({ document, changes });
      },
    };
    this.reviewing = new Reviewing(this.session);
    this.filter = new Filter(() => this.session.events);
    this.view = new View(
      () => this.session.extent,
      () => this.chart.fold,
    );
    this.chart = new Chart(
      this.session,
      this.filter,
      this.view,
      this.selection,
      () => this.appearance.theme,
      this.lanes,
    );
  }

  /** What keeps timelines in the browser; null until it is loaded, which is after the first picture. */
  get keeping(): Keeping | null {
    return this.#keeping;
  }

  /** Loads what keeps timelines. Rejects when it cannot be had. */
  async loadKeeping(): Promise<Keeping> {
    const { Keeping } = await import('./keeping.svelte.ts');
    this.#keeping ??= new Keeping(this.session);
    return this.#keeping;
  }

  /** Opens a kept timeline. @returns whether it was there. */
  async openKept(id: string): Promise<boolean> {
    const opened = await (await this.loadKeeping()).open(id);
    if (opened) this.begin();
    return opened;
  }

  /** Where the sample is, and how it is got: set by the page that has one. */
  sample: (() => Promise<FileBytes>) | null = null;

  /** Opens the sample, as it comes with the page. @returns whether it could be had. */
  async openSample(): Promise<boolean> {
    if (!this.sample) return false;
    try {
      if (!(await this.session.openFile(await this.sample(), true))) return false;
    } catch (error) {
      this.session.complain(speech.texts.notices.couldNotOpen('sample.json'), [(error as Error).message]);
      return false;
    }
    this.begin();
    return true;
  }

  /** The chosen event, as edited; null when none is chosen or it is gone. */
  get selected(): TimelineEvent | null {
    return this.session.event(this.selection.id);
  }

  /** The kinds of event with their names in the page's language. */
  get categories(): readonly Category[] {
    return namedIn(this.session.collection.categories, speech.tag);
  }

  /** What is seen, as the part of a URL after `#`. */
  get hash(): string {
    return writeAddress(this.#address);
  }

  /** Begins with a collection that was just opened: nothing filtered, nothing chosen, its core in view. */
  begin(): void {
    this.filter.clear();
    this.selection.clear();
    this.lanes.restore(AS_GIVEN);
    this.chart.turn(null);
    this.chart.foldSilences(false);
    this.showCore();
  }

  /** Shows the time to which most events belong, where a few strays are far from it; else everything. */
  showCore(glide = false): void {
    const core = coreOf(this.filter.events);
    if (core) this.view.fit(core, glide);
    else this.showAll(glide);
  }

  /**
   * Stays the same while a person only looks around or writes on; each change is a step that the browser's Back takes
   * back: another filter, another event, a leap to another time, a search that begins or ends.
   */
  get landmark(): string {
    const { hidden, chosen, between, lanes, query, folding, down } = this.#address;
    const { landed } = this.selection;
    return JSON.stringify([
      hidden,
      chosen,
      between,
      lanes,
      query.trim() !== '',
      landed,
      this.view.leaps,
      folding,
      down ?? null,
    ]);
  }

  /** Goes to what a link says, as far as this collection has it; what it does not say is let go. */
  restore(hash: string, glide = false): void {
    const address = readAddress(hash);
    const chosen = Object.fromEntries(
      Object.entries(address.chosen).map(([facet, values]) => [facet, new Set(values)]),
    ) as Partial<Record<Facet, ReadonlySet<string>>>;
    this.filter.restore(address.hidden, chosen, address.query, address.between);
    this.lanes.restore(address.lanes ?? AS_GIVEN);
    this.chart.turn(address.down ?? null);
    this.chart.foldSilences(address.folding ?? false);
    if (address.view) this.view.show(address.view, glide);
    else if (glide) this.showCore(true);
    const { beside, id } = this.selection;
    const found = address.selected !== null && this.session.event(address.selected) !== null;
    // What is read stays open, whatever event is chosen.
    if (found && beside?.kind === 'document') this.selection.choose(address.selected);
    else if (found && !address.closed) this.selection.open(address.selected as string);
    else if (found) {
      if (beside?.kind === 'event') this.selection.close();
      this.selection.choose(address.selected);
    } else if (id !== null) this.selection.choose(null);
    if (address.view && (beside === null) !== (this.selection.beside === null)) this.view.pin();
  }

  /** Reads files and shows what has come of them. */
  async add(files: readonly FileBytes[], destination?: Destination): Promise<void> {
    const { opened, collection } = this.session;
    await this.session.add(files, destination);
    if (this.session.opened !== opened) this.begin();
    else if (keysOf(this.session.collection) !== keysOf(collection)) this.filter.showCategories();
    else if (this.session.collection.events !== collection.events) this.showCore(true);
  }

  /** Sorts what is open into other kinds of event, none of which is hidden at first. */
  async sort(kinds: string | readonly Category[], name: string): Promise<void> {
    await this.session.sort(kinds, name);
    this.filter.showCategories();
  }

  /** Reads text that was pasted. @param rich the same as HTML, where it has headings, lists or tables. */
  paste(text: string, destination?: Destination, rich?: string | null): Promise<void> {
    const { pasted } = speech.texts.add;
    const name = rich ? pasted.replace(/\.txt$/, '.html') : pasted;
    return this.add([{ name, bytes: new TextEncoder().encode(rich || text) }], destination);
  }

  /** Takes over the ready events of a file as they were planned, and shows what has come of them. */
  async import(importing: Importing, destination: Destination): Promise<void> {
    const { opened } = this.session;
    if (!(await importing.take(destination))) return;
    if (this.session.opened !== opened) this.begin();
    else this.showCore(true);
  }

  /** Shows the whole extent of what passes the filters. */
  showAll(glide = false): void {
    const all = this.chart.inReal(fitView(this.chart.store, this.view.width, this.view.height));
    if (glide) this.view.leap(all);
    else this.view.show(all);
  }

  /** Shows the chosen event with some time around it; with none chosen, what the search found, else everything. */
  showSelection(): void {
    const event = this.selected;
    if (event) {
      const { start, end } = event.time;
      const air = Math.max((end - start) * 1.5, 20);
      this.view.leap({ start: start - air, end: end + air });
    } else this.showFound();
  }

  /** Shows all that the search found; everything when it found nothing. */
  showFound(): void {
    this.#showThese(this.foundEvents());
  }

  /** Shows all the time of a lane. */
  showLane(key: string): void {
    const { keyOf } = this.chart.laneKeys;
    this.#showThese(this.filter.events.filter((event) => keyOf(event) === key));
  }

  #showThese(events: readonly TimelineEvent[]): void {
    if (events.length === 0) {
      this.showAll(true);
      return;
    }
    const start = min(events, (event) => event.time.start) ?? 0;
    const end = max(events, (event) => event.time.end) ?? start;
    this.view.fit({ start, end }, true);
  }

  /** Lets through only what shares some of the time in view. */
  keepView(): void {
    const [from, to] = [toCivil(Math.floor(this.view.start)), toCivil(Math.ceil(this.view.end) - 1)];
    this.filter.within({
      from: edtfDate(from.year, from.month, from.day),
      to: edtfDate(to.year, to.month, to.day),
    });
  }

  /** Events that the search found, in time order; empty when nothing is searched. */
  foundEvents(): readonly TimelineEvent[] {
    return this.filter.foundEvents;
  }

  /** Chooses an event, opens its panel and brings it into view. */
  go(id: string): void {
    const event = this.session.event(id);
    if (!event) return;
    if (this.chart.store.indexOf(id) < 0) this.filter.clear();
    this.selection.open(id);
    this.view.reveal(event.time);
  }

  /**
   * Chooses the next or previous event in time order, among those found while something is searched.
   * What is open beside the chart stays open.
   */
  step(by: 1 | -1): void {
    if (this.selection.beside?.kind === 'story') {
      this.stepInStory(by);
      return;
    }
    const searched = this.foundEvents();
    const events = searched.length > 0 ? searched : this.filter.events;
    const next = neighbour(events, this.selected, by, this.view.start);
    if (!next) return;
    this.walk(next);
  }

  /** Goes to the next or previous step of the story; to its first when none is looked at. */
  stepInStory(by: 1 | -1): void {
    const story = this.session.curation.storyline.steps;
    const at = story.findIndex(({ event }) => event.id === this.selection.id);
    const next = story[at < 0 ? 0 : at + by];
    if (next) this.walk(next.event);
  }

  /** Chooses an event on the way to another one and brings it into view; what is open beside the chart stays. */
  walk(event: TimelineEvent): void {
    this.selection.walk(event.id);
    this.view.reveal(event.time);
  }

  /** Goes to the next or previous match, around the end. */
  stepFound(by: 1 | -1): void {
    const found = this.foundEvents();
    const next = neighbour(found, this.selected, by, this.view.start) ?? (by > 0 ? found[0] : found.at(-1));
    if (next) this.go(next.id);
  }

  /** Opens the next event that wants a look: the most doubtful first, around the end. */
  review(): void {
    const next = this.reviewing.after(this.selection.id);
    if (!next) return;
    this.reviewing.visit(next.id);
    this.#reviewed = next.id;
    this.go(next.id);
  }

  /** Says that the chosen event is right. Who goes through the queue goes on to the next. */
  confirm(): void {
    const event = this.selected;
    if (!event || !this.session.curates || this.session.editOf(event.id)?.confirmed) return;
    this.session.confirm(event.id);
    if (this.#reviewed !== event.id) return;
    const { confirmed, takeBack } = speech.texts.notices;
    this.session.inform(confirmed(event.title), [takeBack]);
    this.review();
  }

  /**
   * Makes one event of several and opens it.
   * @param ids the first gives title, date and category. @param time another date that was chosen for it.
   */
  merge(ids: readonly string[], time?: When): void {
    const merged = this.session.curation.merge(ids, time ? { time } : {});
    const { merged: said, takeBack } = speech.texts.notices;
    this.session.inform(said(ids.length), [takeBack]);
    this.go(merged);
  }

  /** Takes the chosen event off the timeline and goes on: to what else wants a look, if it did, else to its neighbour. */
  dismiss(): void {
    const event = this.selected;
    if (!event || !this.session.curates) return;
    const reviewed = this.reviewing.placeOf(event.id) >= 0;
    if (reviewed) this.reviewing.visit(event.id);
    const { events } = this.filter;
    const beside = neighbour(events, event, 1, 0) ?? neighbour(events, event, -1, 0);
    this.session.dismiss(event.id);
    const { dismissed, takeBack } = speech.texts.notices;
    this.session.inform(dismissed(event.title), [takeBack]);
    const next = (reviewed ? this.reviewing.after(null) : null) ?? beside;
    if (reviewed) this.#reviewed = next?.id ?? null;
    this.selection.choose(next?.id ?? null);
    if (next) this.view.reveal(next.time);
  }
}

/** The kinds of event of a collection. */
const keysOf = ({ categories }: Collection): string => categories.map(({ key }) => key).join(' ');

/** The event beside another in time order; beside the start of the view when there is none. null at the ends. */
function neighbour(
  events: readonly TimelineEvent[],
  event: TimelineEvent | null,
  by: 1 | -1,
  from: number,
): TimelineEvent | null {
  if (!event) {
    if (by < 0) return events.findLast((other) => other.time.end <= from) ?? null;
    return events.find((other) => other.time.start >= from) ?? events[0] ?? null;
  }
  if (by > 0) return events.find((other) => isAfter(other, event)) ?? null;
  return events.findLast((other) => isAfter(event, other)) ?? null;
}

function isAfter(a: TimelineEvent, b: TimelineEvent): boolean {
  if (a.time.start !== b.time.start) return a.time.start > b.time.start;
  if (a.time.end !== b.time.end) return a.time.end > b.time.end;
  return a.id > b.id;
}
