import type { Collection } from '../model/collection.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import { FONT_FAMILY } from '../render/canvas.ts';
import {
  ATTRIBUTES,
  controlsOf,
  heightOf,
  isDark,
  isFolded,
  lanesOf,
  localeOf,
  viewOf,
} from './attributes.ts';
import { Bar } from './bar.ts';
import { categoryColours, dress, themeOf } from './colours.ts';
import { make } from './dom.ts';
import type { SeenSpan, TimelineElementEvents } from './events.ts';
import { keyVerb, type Verbs } from './keys.ts';
import { List } from './list.ts';
import { Model } from './model.ts';
import { Panel } from './panel.ts';
import { fetchText, type Given, readGiven } from './source.ts';
import { STYLE } from './style.ts';
import { Surface } from './surface.ts';
import { wordsOf } from './words.ts';

/** px of width below which the panel is a sheet from below. */
const NARROW = 640;
/** Where there is no page, as when a server renders one, the class can be loaded all the same. */
const Base: typeof HTMLElement =
  typeof HTMLElement === 'undefined' ? (class {} as unknown as typeof HTMLElement) : HTMLElement;

/**
 * `<dateline-timeline src="events.json">`: an interactive timeline. Attributes: `src`, `theme` (light, dark, auto),
 * `locale`, `group` (category, actor, place, source), `fold`, `view` (all, or an EDTF interval), `selected`, `height`,
 * `controls` (search, filter, panel; all of them where it has no value). Instead of `src`, a `<script
 * type="application/json">` within it, or {@link events} or {@link collection}. What else stands within it is shown where
 * the timeline cannot be.
 */
export class DatelineTimeline extends Base {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  readonly #model = new Model();
  readonly #surface = new Surface(this.#model, {
    picked: (id) => {
      this.#list.element.focus({ preventScroll: true });
      this.#choose(id, true);
    },
    moved: () => this.#tell('dateline-view', { start: this.#model.view.start, end: this.#model.view.end }),
  });
  readonly #list = new List(this.#model);
  readonly #panel = new Panel(
    this.#model,
    () => this.#close(),
    (by) => this.#step(by),
  );
  readonly #bar = new Bar(this.#model, {
    search: (query) => {
      this.#model.search(query);
      this.#update();
    },
    hide: (hidden) => {
      this.#model.hide(hidden);
      this.#update();
    },
    showAll: () => {
      this.#model.showAll(true);
      this.#surface.request();
    },
    tell: () => this.#tellStory(),
    next: (by) => this.#step(by),
  });
  readonly #message = make('p', { class: 'message', role: 'status', hidden: true });
  readonly #probe = make('span', { hidden: true });
  readonly #main = make('div', { class: 'main' });
  readonly #frame = make('div', { class: 'frame', part: 'frame' });
  readonly #media = [
    matchMedia('(prefers-color-scheme: dark)'),
    matchMedia('(prefers-reduced-motion: reduce)'),
  ];
  readonly #restyle = (): void => this.#style();
  readonly #width = new ResizeObserver(() => this.#measure());
  /** Aborts what is being loaded. */
  #loading: AbortController | null = null;
  #asleep = true;
  #printing = false;
  #open = false;

  constructor() {
    super();
    const chart = make('div', { class: 'chart' }, this.#list.element, this.#list.hint, this.#surface.element);
    this.#main.append(chart, this.#panel.element);
    this.#frame.append(this.#bar.element, this.#main, this.#message);
    const root = this.attachShadow({ mode: 'open', delegatesFocus: false });
    // A sheet and no style element: a page with a strict policy allows it.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    root.append(this.#frame, this.#probe, make('slot'));
    this.#surface.onbegin = () => this.#begin();
    root.addEventListener('keydown', (event) => this.#pressed(event as KeyboardEvent));
    this.#list.element.addEventListener('click', ({ target }) => {
      const item = (target as Element).closest<HTMLElement>('[role=option]');
      if (item?.dataset.event !== undefined) this.#go(item.dataset.event);
    });
  }

  connectedCallback(): void {
    // Properties that were set before the element was known are asked for again.
    for (const name of ['events', 'collection'] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete (this as Record<string, unknown>)[name];
      (this as Record<string, unknown>)[name] = value;
    }
    this.#asleep = false;
    for (const media of this.#media) media.addEventListener('change', this.#restyle);
    window.addEventListener('beforeprint', this.#print);
    window.addEventListener('afterprint', this.#print);
    this.#style();
    this.#width.observe(this);
    this.#surface.connect(() => this.matches(':focus-within') || this.shadowRoot?.activeElement !== null);
    if (this.#model.events.length === 0) this.#load();
    this.#update();
  }

  disconnectedCallback(): void {
    this.#asleep = true;
    this.#loading?.abort();
    for (const media of this.#media) media.removeEventListener('change', this.#restyle);
    window.removeEventListener('beforeprint', this.#print);
    window.removeEventListener('afterprint', this.#print);
    this.#width.disconnect();
    this.#surface.disconnect();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || this.#asleep) return;
    switch (name) {
      case 'src':
        this.#load();
        break;
      case 'view':
        this.#begin(true);
        this.#surface.request();
        break;
      case 'selected':
        this.selected = now;
        break;
      default:
        this.#style();
    }
  }

  /** The events that are shown, edits applied, in time order. Set, it takes what {@link readGiven} takes. */
  get events(): readonly TimelineEvent[] {
    return this.#model.events;
  }

  set events(events: readonly TimelineEvent[]) {
    this.#loading?.abort();
    this.#take(readGiven(events, 'events'));
  }

  /** The collection that is shown. */
  get collection(): Collection {
    return this.#model.collection;
  }

  set collection(collection: Collection) {
    this.#loading?.abort();
    this.#take(readGiven(collection, 'collection'));
  }

  /** Id of the chosen event, or null. */
  get selected(): string | null {
    return this.#model.selected;
  }

  set selected(id: string | null) {
    if (id === null) this.#choose(null, false);
    else this.#go(id);
  }

  /** The span that is seen, days since 1970-01-01. */
  get view(): SeenSpan {
    const { start, end } = this.#model.view;
    return { start, end };
  }

  set view(span: SeenSpan) {
    if (!(span.end > span.start)) throw new RangeError(`found a view to ${span.end}, expected a later end`);
    this.#model.view.show(span, true);
    this.#surface.request();
  }

  /** Shows everything. */
  showAll(): void {
    this.#model.showAll(true);
    this.#surface.request();
  }

  /* ---- data ---- */

  #load(): void {
    this.#loading?.abort();
    const src = this.getAttribute('src');
    const inline = this.querySelector<HTMLScriptElement>(':scope > script[type="application/json"]');
    if (src === null) {
      if (inline) this.#take(readGiven(inline.textContent ?? '', this.id || 'script'));
      return;
    }
    const loading = new AbortController();
    this.#loading = loading;
    this.#say(wordsOf(localeOf(this)).loading);
    fetchText(src, loading.signal).then(
      (text) => {
        if (!loading.signal.aborted) this.#take(readGiven(text, src));
      },
      (error: unknown) => {
        if (loading.signal.aborted) return;
        const message = `${src}: could not be loaded: ${(error as Error).message}`;
        this.#fail([{ code: 'element/load', message, at: src, level: 'kept-out' }]);
      },
    );
  }

  #take({ collection, problems }: Given): void {
    if (!collection) {
      this.#fail(problems);
      return;
    }
    this.#model.open(collection);
    this.#frame.classList.remove('failed');
    this.#say(collection.events.length === 0 ? wordsOf(localeOf(this)).nothing : null);
    this.#style();
    this.#surface.restart();
    const selected = this.getAttribute('selected');
    if (this.#model.event(selected)) this.#choose(selected, false);
    this.#tell('dateline-load', { collection, problems });
    const [first] = problems;
    if (first) this.#tell('dateline-error', { message: first.message, problems });
  }

  #fail(problems: readonly Problem[]): void {
    const message = problems[0]?.message ?? '';
    this.#say(`${wordsOf(localeOf(this)).failed} ${message}`, true);
    this.#style();
    this.#tell('dateline-error', { message, problems });
  }

  #say(words: string | null, error = false): void {
    this.#message.hidden = words === null;
    this.#message.textContent = words ?? '';
    this.#message.classList.toggle('error', error);
    this.#frame.classList.toggle('failed', error);
  }

  #begin(glide = false): void {
    const wanted = viewOf(this);
    if (wanted === 'all') this.#model.showAll(glide);
    else if (wanted && !('problem' in wanted)) this.#model.view.show(wanted, glide);
    else this.#model.begin();
    if (wanted === null || wanted === 'all' || !('problem' in wanted)) return;
    const message = `view: ${wanted.problem}`;
    const problem: Problem = { code: 'element/view', message, at: 'view', level: 'note' };
    this.#tell('dateline-error', { message, problems: [problem] });
  }

  /* ---- looks ---- */

  /** Reads what attributes and the page's style say, and draws so. */
  #style(): void {
    const dark = !this.#printing && isDark(this, this.#media[0]?.matches === true);
    // What stands in for a timeline that cannot be shown is as high as it is.
    this.style.blockSize = this.#frame.classList.contains('failed') ? 'auto' : heightOf(this);
    const screen = themeOf(this.#probe, dark);
    const colours = this.#printing ? { ...screen, paper: '#ffffff' } : screen;
    dress(this.#frame, colours, dark);
    const keys = this.#model.collection.categories.map(({ key }) => key);
    this.#model.draw({
      locale: localeOf(this),
      theme: colours,
      lanes: lanesOf(this),
      fold: isFolded(this),
      colours: categoryColours(this.#probe, keys),
    });
    this.#model.view.animated = this.#media[1]?.matches !== true;
    const family = getComputedStyle(this.#frame).getPropertyValue('--dateline-font').trim();
    // Whatever font it turns out to be, its letters keep to their room.
    this.#surface.family = family === '' ? `${FONT_FAMILY}, system-ui` : family;
    this.#update();
  }

  /** Paper is light, and as wide as it is. */
  readonly #print = ({ type }: Event): void => {
    this.#printing = type === 'beforeprint';
    this.#style();
    this.#surface.print(this.#printing);
  };

  #measure(): void {
    this.#frame.classList.toggle('narrow', this.clientWidth < NARROW);
  }

  #update(): void {
    if (this.#asleep) return;
    const controls = controlsOf(this);
    this.#bar.update(controls);
    const open = this.#open && controls.has('panel') ? this.#model.event(this.#model.selected) : null;
    this.#panel.show(open);
    this.#main.classList.toggle('beside', open !== null);
    this.#list.update();
    this.#surface.request();
  }

  /* ---- choosing ---- */

  #choose(id: string | null, opens: boolean): void {
    const event = this.#model.event(id);
    const before = this.#model.selected;
    this.#model.selected = event?.id ?? null;
    this.#open = opens ? event !== null : this.#open && event !== null;
    this.#update();
    if (this.#model.selected !== before) this.#tell('dateline-select', { event });
  }

  /** To an event, wherever it is. */
  #go(id: string): void {
    this.#choose(id, false);
    const event = this.#model.event(id);
    if (event) this.#model.view.reveal(event.time);
    this.#surface.request();
  }

  #step(by: number): void {
    const event = this.#model.step(by);
    if (!event) return;
    const { telling, hidden } = this.#model;
    if (telling && hidden.has(event.category)) this.#model.hide(new Set());
    this.#open ||= telling;
    this.#go(event.id);
  }

  /** Begins with the story, at the chosen event where it is in it; or ends it. */
  #tellStory(): void {
    if (this.#model.story.length === 0 || !controlsOf(this).has('panel')) return;
    this.#model.telling = !this.#model.telling;
    if (this.#model.telling) this.#step(0);
    else this.#update();
  }

  #close(): void {
    this.#model.telling = false;
    const inside = this.#panel.element.contains(this.shadowRoot?.activeElement ?? null);
    if (this.#open) {
      this.#open = false;
      this.#update();
      if (inside) this.#list.element.focus({ preventScroll: true });
    } else this.#choose(null, false);
  }

  #pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as Element;
    if (event.key === 'Escape') {
      if (this.#model.selected === null) return;
      this.#close();
      event.preventDefault();
      return;
    }
    if (target instanceof HTMLInputElement) return;
    const onChart = !this.#panel.element.contains(target) && !(target instanceof HTMLButtonElement);
    const verb = keyVerb(event.key, this.#model, this.#verbs, onChart);
    if (!verb) return;
    verb();
    event.preventDefault();
    this.#surface.request();
  }

  get #verbs(): Verbs {
    return {
      step: (by) => this.#step(by),
      enter: () => this.#enter(),
      tell: () => this.#tellStory(),
      search: controlsOf(this).has('search') ? () => this.#bar.focus() : null,
    };
  }

  #enter(): void {
    if (this.#model.selected === null) return;
    this.#choose(this.#model.selected, true);
    this.#panel.focus();
  }

  #tell<K extends keyof TimelineElementEvents>(type: K, detail: TimelineElementEvents[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
