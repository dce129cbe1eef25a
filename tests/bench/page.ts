/**
 * The chart alone, for a stopwatch: the project's own store, layout, painter, gestures and transitions in a page that
 * has nothing else. `window.__timelineBench` is what a harness drives.
 */
import '@fontsource-variable/inter/index.css';
import pkg from '../../package.json' with { type: 'json' };
import { fitView } from '../../src/layout/scale.ts';
import { layoutTimeline, type TimelineLayout } from '../../src/layout/timeline.ts';
import { paintCanvas } from '../../src/render/canvas.ts';
import { Stamps } from '../../src/render/stamps.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { View } from '../../src/state/view.svelte.ts';
import { createTableStore } from '../../src/store/memory.ts';
import { sketchStore } from '../../src/store/sketch.ts';
import { FrameLoop } from '../../src/ui/frames.ts';
import { chartGestures } from '../../src/ui/gestures/chart.ts';
import { sheet } from '../../src/ui/sheet.ts';
import { heightsOf, onTheWay } from '../../src/ui/tween.ts';
import { indexAway, MANY } from '../../src/worker/indexer.ts';
import { type Given, KINDS, tableOfGiven } from './given.ts';

const DAY = 86_400_000;
/** How long marks take to their new rows, ms, as in the chart of the page. */
const TWEEN = 180;

/** What a harness holds of a mounted chart. Instants are ms since 1970. */
interface Handle {
  readonly target: Element;
  domain(): [number, number];
  setDomain(from: number, to: number): void;
  /** The last layout: what was named and counted. */
  layout(): TimelineLayout;
  /** ms from mounting until the whole is indexed. */
  readonly ready: Promise<number>;
}

async function mount(
  element: Element,
  events: readonly Given[],
  { width, height }: { width: number; height: number },
): Promise<Handle> {
  const began = performance.now();
  const table = tableOfGiven(events);
  let store = events.length > MANY ? sketchStore(table) : createTableStore(table);
  const view = new View(() => store.extent);
  view.resize(width, height);
  view.show(fitView(store, width, height));

  const canvas = document.createElement('canvas');
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  element.append(canvas);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('found no 2D context on a canvas, expected one');

  const layOut = (previous: number | null): TimelineLayout =>
    layoutTimeline({
      store,
      categories: KINDS,
      view: { start: view.start, end: view.end, width, height },
      theme: LIGHT,
      selected: null,
      found: null,
      locale: 'en',
      previous,
      told: false,
    });
  const stamps = new Stamps(sheet);
  let layout = layOut(null);
  let painted: Scene | null = null;
  let tween: { readonly heights: ReadonlyMap<string, number>; readonly since: number } | null = null;

  const paint = (now: number): void => {
    const share = tween ? Math.min((now - tween.since) / TWEEN, 1) : 1;
    const scene = tween ? onTheWay(layout.scene, tween.heights, 1 - (1 - share) ** 3) : layout.scene;
    if (share === 1) tween = null;
    painted = scene;
    paintCanvas(context, scene, ratio, stamps);
  };
  const loop = new FrameLoop((now, elapsed) => {
    const more = view.step(now, elapsed);
    const { level } = layout;
    layout = layOut(level);
    if (painted && layout.level !== level) tween = { heights: heightsOf(painted), since: now };
    paint(now);
    return more || tween !== null;
  });
  const timeAt = (x: number): number =>
    view.start + ((x - layout.plot.x) / layout.plot.width) * (view.end - view.start);
  const moved = (): void => loop.request();
  chartGestures({
    plot: () => layout.plot,
    overview: () => layout.overview,
    span: () => view.span,
    zoom(x, factor, glide) {
      view.zoom(timeAt(x), factor, glide);
      moved();
    },
    pan(share) {
      view.pan(share);
      moved();
    },
    show(span, glide) {
      view.show(span, glide);
      moved();
    },
    release(speed) {
      view.release(speed);
      moved();
    },
    halt: () => view.halt(),
    click: () => {},
    hover: () => {},
    brush: () => {},
  })(canvas);

  paint(performance.now());
  const ready =
    events.length > MANY
      ? indexAway(table).index.then((index) => {
          store = createTableStore(table, index);
          moved();
          return performance.now() - began;
        })
      : Promise.resolve(performance.now() - began);
  return {
    ready,
    target: canvas,
    domain: () => [view.start * DAY, view.end * DAY],
    setDomain(from, to) {
      view.show({ start: from / DAY, end: to / DAY });
      moved();
    },
    layout: () => layout,
  };
}

declare global {
  interface Window {
    __timelineBench: { readonly name: string; readonly version: string; readonly mount: typeof mount };
  }
}

// Titles are drawn in the bundled font, as on the page; loading it is no part of drawing.
await Promise.all(
  ['400', '550', '650'].map((weight) => document.fonts.load(`${weight} 12px "Inter Variable"`)),
);
window.__timelineBench = { name: pkg.name, version: pkg.version, mount };
