import { dateInWords } from '../model/words.ts';
import { paintCanvas } from '../render/canvas.ts';
import { Stamps } from '../render/stamps.ts';
import type { Box, Scene } from '../scene/scene.ts';
import { FrameLoop } from '../ui/frames.ts';
import { chartGestures, type Hands } from '../ui/gestures/chart.ts';
import { sheet } from '../ui/sheet.ts';
import { heightsOf, type Leaving, leaving, onTheWay } from '../ui/tween.ts';
import { make, place } from './dom.ts';
import type { Model } from './model.ts';
import { wordsOf } from './words.ts';

/** px around a mark that still hit it. */
const REACH = 4;
/** How long marks take to their new rows, ms. */
const TWEEN = 180;
/** Share of the window's height from which the element counts as filling it. */
const FILLING = 0.85;

/** Size of a printed chart, px; a style sheet makes it as wide as the paper. Letters are those of the text around it. */
const PAPER = { width: 960, height: 600, ratio: 3 };

/** What the chart tells of itself. */
export interface Told {
  /** A click: the event, or null beside all of them. */
  picked(id: string | null): void;
  /** The view has changed; at most once a frame. */
  moved(): void;
}

/** The chart: a canvas, the hands on it, and what lies over it. */
export class Surface {
  readonly element: HTMLElement;
  readonly #model: Model;
  readonly #told: Told;
  readonly #canvas = make('canvas', { 'aria-hidden': 'true' });
  readonly #ring = make('div', { class: 'ring', hidden: true });
  readonly #brush = make('div', { class: 'brush', hidden: true });
  readonly #tooltip = make('div', { class: 'tooltip', part: 'tooltip', role: 'tooltip', hidden: true });
  readonly #stamps = new Stamps(sheet);
  readonly #loop = new FrameLoop((now, elapsed) => this.#frame(now, elapsed));
  readonly #observer = new ResizeObserver(() => this.#resize());
  readonly #again = (): void => {
    this.#stamps.clear();
    this.request();
  };
  #letGo = (): void => {};
  #pointer: { readonly x: number; readonly y: number } | null = null;
  #family = '';
  #begun = false;
  #seen: readonly unknown[] = [];
  #painted: { wanted: Scene; scene: Scene; rows: readonly unknown[]; span: unknown } | null = null;
  #tween: {
    readonly heights: ReadonlyMap<string, number>;
    readonly gone: Leaving;
    readonly span: unknown;
    readonly since: number;
  } | null = null;

  constructor(model: Model, told: Told) {
    this.#model = model;
    this.#told = told;
    this.element = make(
      'div',
      { class: 'surface', part: 'chart' },
      this.#canvas,
      this.#brush,
      this.#ring,
      this.#tooltip,
    );
  }

  /** @param focused whether the element has the focus, so that a wheel is meant for it. */
  connect(focused: () => boolean): void {
    const filling = (): boolean => this.element.clientHeight >= window.innerHeight * FILLING;
    const hands: Hands = { ...this.#hands, yields: () => !filling() && !focused() };
    this.#letGo = chartGestures(hands, !filling())(this.element) ?? (() => {});
    this.#observer.observe(this.element);
    document.fonts.addEventListener('loadingdone', this.#again);
    void document.fonts.ready.then(this.#again);
    this.request();
  }

  disconnect(): void {
    this.#letGo();
    this.#observer.disconnect();
    document.fonts.removeEventListener('loadingdone', this.#again);
    this.#loop.stop();
  }

  /** Asks for a frame; whatever has changed until then is in it. */
  request(): void {
    this.#loop.request();
  }

  /** Another font, as CSS writes a list of families. */
  set family(family: string) {
    if (family === this.#family) return;
    this.#family = family;
    this.#again();
  }

  /** Other events: they begin where most of them are. */
  restart(): void {
    this.#begun = false;
    this.#painted = null;
    this.#tween = null;
    this.#point(null);
    this.request();
  }

  /** Paints for paper, which nobody measures before it is printed, or again for the screen. */
  print(on: boolean): void {
    this.#tween = null;
    this.#painted = null;
    if (!on) {
      this.#resize();
      return;
    }
    this.#model.view.resize(PAPER.width, PAPER.height);
    this.#paint(performance.now(), PAPER.ratio);
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.element;
    this.#model.view.resize(clientWidth, clientHeight);
    // In the same frame: a canvas of the old size would be stretched for a moment.
    this.#paint(performance.now());
  }

  #frame(now: number, elapsed: number): boolean {
    const { view } = this.#model;
    const more = view.step(now, elapsed);
    this.#paint(now);
    const moving = more || this.#tween !== null;
    if (!moving && this.#pointer) this.#point(this.#pointer);
    return moving;
  }

  #paint(now: number, ratio = window.devicePixelRatio || 1): void {
    const { view } = this.#model;
    const context = this.#canvas.getContext('2d');
    if (!context || view.width === 0 || view.height === 0) return;
    if (!this.#begun && this.#model.events.length > 0) {
      this.#begun = true;
      this.onbegin();
    }
    const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#canvas.style.width = `${view.width}px`;
      this.#canvas.style.height = `${view.height}px`;
    }
    const { scene: wanted } = this.#model.layout;
    const { rows } = this.#model;
    const before = this.#painted;
    if (before && view.animated && rows.some((part, i) => part !== before.rows[i])) {
      const gone = leaving(before.wanted, wanted);
      this.#tween = { heights: heightsOf(before.scene), gone, span: before.span, since: now };
    }
    const tween = this.#tween;
    const share = tween ? Math.min((now - tween.since) / TWEEN, 1) : 1;
    const gone = tween?.span === view.span ? tween.gone : undefined;
    const scene = tween ? onTheWay(wanted, tween.heights, 1 - (1 - share) ** 3, gone) : wanted;
    if (share === 1) this.#tween = null;
    this.#painted = { wanted, scene, rows, span: view.span };
    this.#model.painted();
    paintCanvas(context, scene, ratio, this.#stamps, this.#family);
    place(this.#ring, this.#model.placeOf(this.#pointed));
    const seen = [view.start, view.end];
    if (seen.some((edge, i) => edge !== this.#seen[i])) {
      this.#seen = seen;
      this.#told.moved();
    }
  }

  /** Called when events can be shown for the first time: the view is theirs. */
  onbegin = (): void => this.#model.begin();

  #pointed: string | null = null;

  #point(at: { readonly x: number; readonly y: number } | null): void {
    this.#pointer = at;
    const id = at && this.#model.eventAt(at.x, at.y, REACH);
    this.#pointed = id;
    this.element.classList.toggle('over', id !== null);
    place(this.#ring, this.#model.placeOf(id));
    const event = this.#model.event(id);
    this.#tooltip.hidden = !event;
    if (!event || !at) return;
    const { locale } = this.#model.manner;
    const words = wordsOf(locale);
    const how = event.sources.find((source) => source.mention)?.mention?.how ?? words.routes[event.time.how];
    const status = event.status === 'happened' ? '' : ` · ${words.statuses[event.status].toLowerCase()}`;
    const doubt = event.time.how === 'inferred' ? '~ ' : '';
    this.#tooltip.replaceChildren(
      make('p', { class: 'title', dir: 'auto' }, event.title),
      make('p', {}, `${doubt}${dateInWords(event.time, locale)}${status}`),
      make('p', { class: 'how' }, how),
    );
    const { offsetWidth: width, offsetHeight: height } = this.#tooltip;
    const { width: most, height: deep } = this.#model.view;
    const left = Math.max(8, Math.min(at.x + 14, most - width - 8));
    const top = at.y + 18 + height > deep ? Math.max(4, at.y - height - 10) : at.y + 18;
    this.#tooltip.style.left = `${left}px`;
    this.#tooltip.style.top = `${top}px`;
  }

  readonly #hands: Hands = {
    plot: () => this.#model.layout.plot,
    overview: () => this.#model.layout.overview,
    span: () => this.#model.view.drawn,
    zoom: (x, factor, glide) => {
      this.#model.view.zoom(this.#model.timeAt(x), factor, glide);
      this.request();
    },
    pan: (share) => {
      this.#model.view.pan(share);
      this.request();
    },
    show: (drawn, glide) => {
      this.#model.view.show(this.#model.inReal(drawn), glide);
      this.request();
    },
    release: (speed) => {
      this.#model.view.release(speed);
      this.request();
    },
    halt: () => this.#model.view.halt(),
    fit: () => false,
    yields: () => false,
    click: (x, y) => this.#told.picked(this.#model.eventAt(x, y, REACH)),
    hover: (at) => this.#point(at),
    brush: (stretch) => {
      const { plot } = this.#model.layout;
      const box: Box | null = stretch && {
        x: stretch.from,
        y: plot.y,
        width: stretch.to - stretch.from,
        height: plot.height,
      };
      place(this.#brush, box);
    },
  };
}
