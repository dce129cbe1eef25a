import { AS_GIVEN, type LaneArrangement } from '../layout/arrangement.ts';
import type { Collection } from '../model/collection.ts';
import type { Days } from '../model/days.ts';
import { readEdtf } from '../model/edtf.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import { FONT_FAMILY } from '../render/canvas.ts';
import { GROUPINGS, type Grouping } from '../store/laneKeys.ts';
import { Bar } from './bar.ts';
import { categoryColours, themeOf } from './colours.ts';
import { make } from './dom.ts';
import { List } from './list.ts';
import { Model } from './model.ts';
import { Panel } from './panel.ts';
import { type Given, readGiven } from './source.ts';
import { STYLE } from './style.ts';
import { Surface } from './surface.ts';
import { wordsOf } from './words.ts';

/** What a `dateline-view` event carries: the span that is seen, in days since 1970-01-01. */
export interface SeenSpan {
  readonly start: Days;
  readonly end: Days;
}

/** The events that the element sends; each bubbles and leaves a shadow tree. */
export interface TimelineElementEvents {
  /** Events are shown. */
  'dateline-load': CustomEvent<{ readonly collection: Collection; readonly problems: readonly Problem[] }>;
  /** Another event is chosen, or none. */
  'dateline-select': CustomEvent<{ readonly event: TimelineEvent | null }>;
  /** Another span of time is seen. */
  'dateline-view': CustomEvent<SeenSpan>;
  /** What could not be loaded or read, and why. */
  'dateline-error': CustomEvent<{ readonly message: string; readonly problems: readonly Problem[] }>;
}

const CONTROLS = ['search', 'filter', 'panel'];
/** px of width below which the panel is a sheet from below. */
const NARROW = 640;
/** What a key moves by, as a share of the view, and how it zooms. */
const STEP = 0.15;
const ZOOM = 1.5;

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
  static readonly observedAttributes: readonly string[] = [
    'src',
    'theme',
    'locale',
    'group',
    'fold',
    'view',
    'selected',
    'height',
    'controls',
  ];

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
    this.#say(wordsOf(this.#locale).loading);
    fetch(src, { signal: loading.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(`found the answer ${answer.status}, expected a file`);
        return answer.text();
      })
      .then(
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
    this.#say(collection.events.length === 0 ? wordsOf(this.#locale).nothing : null);
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
    this.#say(`${wordsOf(this.#locale).failed} ${message}`, true);
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
    const wanted = this.getAttribute('view');
    const span = wanted === null || wanted === 'all' ? null : readEdtf(wanted);
    if (span && !('problem' in span)) this.#model.view.show(span, glide);
    else if (wanted === 'all') this.#model.showAll(glide);
    else this.#model.begin();
    if (span && 'problem' in span) {
      const message = `view: ${span.problem}`;
      this.#tell('dateline-error', {
        message,
        problems: [{ code: 'element/view', message, at: 'view', level: 'note' }],
      });
    }
  }

  /* ---- looks ---- */

  get #locale(): string {
    const wanted = this.getAttribute('locale') || this.closest('[lang]')?.getAttribute('lang') || 'en';
    try {
      return Intl.getCanonicalLocales(wanted)[0] ?? 'en';
    } catch {
      // What is no language tag falls back to English, as dates do.
      return 'en';
    }
  }

  get #controls(): ReadonlySet<string> {
    const wanted = this.getAttribute('controls');
    if (wanted === null) return new Set();
    const named = wanted.split(/[\s,]+/).filter(Boolean);
    return new Set(named.length === 0 ? CONTROLS : named);
  }

  /** Reads what attributes and the page's style say, and draws so. */
  #style(): void {
    const theme = this.getAttribute('theme');
    const dark =
      !this.#printing && (theme === 'dark' || (theme !== 'light' && this.#media[0]?.matches === true));
    const height = this.getAttribute('height');
    // What stands in for a timeline that cannot be shown is as high as it is.
    if (this.#frame.classList.contains('failed')) this.style.blockSize = 'auto';
    else
      this.style.blockSize = height === null ? '' : /^\d+(?:\.\d+)?$/.test(height) ? `${height}px` : height;
    const screen = themeOf(this.#probe, dark);
    const colours = this.#printing ? { ...screen, paper: '#ffffff' } : screen;
    for (const [name, colour] of Object.entries(colours)) {
      if (name !== 'name') this.#frame.style.setProperty(`--${name}`, colour);
    }
    this.#frame.style.setProperty('color-scheme', colours.name);
    this.#frame.style.setProperty('background', colours.paper);
    this.#frame.style.setProperty('color', colours.ink);
    if (dark) this.#frame.style.setProperty('--focus', 'var(--dateline-accent, #7fb0ff)');
    else this.#frame.style.removeProperty('--focus');
    const keys = this.#model.collection.categories.map(({ key }) => key);
    this.#model.draw({
      locale: this.#locale,
      theme: colours,
      lanes: this.#lanes,
      fold: this.hasAttribute('fold') && this.getAttribute('fold') !== 'false',
      colours: categoryColours(this.#probe, keys),
    });
    this.#model.view.animated = this.#media[1]?.matches !== true;
    const family = getComputedStyle(this.#frame).getPropertyValue('--dateline-font').trim();
    // Whatever font it turns out to be, its letters keep to their room.
    this.#surface.family = family === '' ? `${FONT_FAMILY}, system-ui` : family;
    this.#update();
  }

  get #lanes(): LaneArrangement {
    const by = this.getAttribute('group');
    return GROUPINGS.includes(by as Grouping) ? { ...AS_GIVEN, by: by as Grouping } : AS_GIVEN;
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
    const controls = this.#controls;
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
    if (this.#model.story.length === 0 || !this.#controls.has('panel')) return;
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
    const { view } = this.#model;
    if (event.key === 'Escape') {
      if (this.#model.selected === null) return;
      this.#close();
      event.preventDefault();
      return;
    }
    if (target instanceof HTMLInputElement) return;
    const inPanel = this.#panel.element.contains(target);
    const onButton = target instanceof HTMLButtonElement;
    const run: Readonly<Record<string, () => void>> = {
      '+': () => view.zoom(view.middle, 1 / ZOOM, true),
      '=': () => view.zoom(view.middle, 1 / ZOOM, true),
      '-': () => view.zoom(view.middle, ZOOM, true),
      '0': () => this.#model.showAll(true),
      f: () => this.#fit(),
      j: () => this.#step(1),
      k: () => this.#step(-1),
      ...(this.#model.story.length > 0 ? { s: () => this.#tellStory() } : {}),
      '/': () => this.#bar.focus(),
      ...(inPanel || onButton
        ? {}
        : {
            ArrowLeft: () => view.pan(-STEP, true),
            ArrowRight: () => view.pan(STEP, true),
            ArrowDown: () => this.#step(1),
            ArrowUp: () => this.#step(-1),
            PageDown: () => this.#step(10),
            PageUp: () => this.#step(-10),
            Home: () => this.#step(Number.NEGATIVE_INFINITY),
            End: () => this.#step(Number.POSITIVE_INFINITY),
            Enter: () => this.#enter(),
            ' ': () => this.#enter(),
          }),
    };
    const does = run[event.key];
    if (!does || (event.key === '/' && !this.#controls.has('search'))) return;
    does();
    event.preventDefault();
    this.#surface.request();
  }

  #enter(): void {
    if (this.#model.selected === null) return;
    this.#choose(this.#model.selected, true);
    this.#panel.focus();
  }

  #fit(): void {
    const event = this.#model.event(this.#model.selected);
    if (event) this.#model.view.fit(event.time, true);
  }

  #tell<K extends keyof TimelineElementEvents>(type: K, detail: TimelineElementEvents[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
