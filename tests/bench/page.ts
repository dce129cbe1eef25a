/**
 * The chart alone, for a stopwatch: the project's own store, layout, painter, gestures and transitions in a page that
 * has nothing else. `window.__timelineBench` is what a harness drives.
 */
import '@fontsource-variable/inter/index.css';
import pkg from '../../package.json' with { type: 'json' };
import type { Found } from '../../src/layout/found.ts';
import { fitView } from '../../src/layout/scale.ts';
import type { TimelineLayout } from '../../src/layout/timeline.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { fold } from '../../src/state/search.ts';
import { View } from '../../src/state/view.svelte.ts';
import { indexTable, type TableIndex } from '../../src/store/index.ts';
import { createTableStore } from '../../src/store/memory.ts';
import { narrowIndex } from '../../src/store/narrow.ts';
import { sketchStore } from '../../src/store/sketch.ts';
import type { EventStore } from '../../src/store/store.ts';
import { joinWords, type Words } from '../../src/store/words.ts';
import { FrameLoop } from '../../src/ui/frames.ts';
import { chartGestures } from '../../src/ui/gestures/chart.ts';
import { sheet } from '../../src/ui/sheet.ts';
import { indexAway, MANY } from '../../src/worker/indexer.ts';
import { type Given, KINDS, tableOfGiven } from './given.ts';

// In pieces as on the page: what draws is loaded beside it, what writes files when it is asked for.
const [
  { layoutTimeline, rehearsal },
  { heightsOf, onTheWay, paintCanvas, readyLetters, rehearse, Stamps },
  { layoutPicture },
  { paintSvg },
] = await Promise.all([
  import('../../src/state/drawn.ts'),
  import('../../src/ui/painting.ts'),
  import('../../src/layout/picture.ts'),
  import('../../src/render/svg.ts'),
]);

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
  /** Lights the events with a word in their title; null lights all again. */
  search(word: string | null): void;
  /** Leaves the events with a word in their title; null brings all back. */
  filter(word: string | null): void;
  /** The present view as a file: characters of it. */
  picture(): number;
}

async function mount(
  element: Element,
  events: readonly Given[],
  { width, height }: { width: number; height: number },
): Promise<Handle> {
  const began = performance.now();
  const table = tableOfGiven(events);
  let index: TableIndex | null = events.length > MANY ? null : indexTable(table, table.categories.length);
  let store = index ? createTableStore(table, index) : sketchStore(table);
  let found: Found | null = null;
  let words: Words | null = null;
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
      found,
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
  const hands = chartGestures({
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
    fit: () => false,
    yields: () => false,
    click: () => {},
    hover: () => {},
    brush: () => {},
  });

  paint(performance.now());
  // As on the page, which has hands on the chart after the first picture.
  requestAnimationFrame(() => requestAnimationFrame(() => hands(canvas)));
  const ready =
    events.length > MANY
      ? indexAway(table).index.then((made) => {
          index = made;
          store = createTableStore(table, made);
          moved();
          return performance.now() - began;
        })
      : Promise.resolve(performance.now() - began);
  /** The rows with a word; titles are folded when a word is first looked for. */
  const rowsWith = (word: string): Uint8Array => {
    words ??= joinWords(events.length, (row) => fold(events[row]!.title));
    return words.find([fold(word)]);
  };
  return {
    ready,
    search(word) {
      found = word === null ? null : foundRows(rowsWith(word), store, index?.order ?? null);
      moved();
    },
    filter(word) {
      if (!index) throw new Error('the index is not there yet: wait for `ready`');
      store = createTableStore(table, word === null ? index : narrowIndex(index, rowsWith(word)));
      moved();
    },
    picture() {
      const { scene, ...about } = layoutPicture(
        {
          dateline: 2,
          name: 'Measured',
          documents: [],
          events: [],
          categories: KINDS,
          edits: [],
          problems: [],
        },
        { from: view.start, to: view.end, theme: LIGHT, width, height: height + 160, locale: 'en', store },
      );
      return paintSvg(scene, about).length;
    },
    target: canvas,
    domain: () => [view.start * DAY, view.end * DAY],
    setDomain(from, to) {
      view.show({ start: from / DAY, end: to / DAY });
      moved();
    },
    layout: () => layout,
  };
}

/** What a search found, by position. */
function foundRows(rows: Uint8Array, store: EventStore, order: Int32Array | null): Found {
  const positions = order ? new Uint8Array(order.length) : rows;
  let size = 0;
  for (let at = 0; at < positions.length; at++) {
    if (order) positions[at] = rows[order[at]!]!;
    size += positions[at]!;
  }
  return {
    positions,
    size,
    has: (id) => positions[store.indexOf(id)] === 1,
    *[Symbol.iterator]() {
      for (let at = 0; at < positions.length; at++) if (positions[at]) yield store.at(at).id;
    },
  };
}

declare global {
  interface Window {
    __timelineBench: { readonly name: string; readonly version: string; readonly mount: typeof mount };
  }
}

// Titles are drawn in the bundled font; loading it is no part of drawing, there as on the page.
await readyLetters(LIGHT);
rehearse(rehearsal(LIGHT, 'en'));
window.__timelineBench = { name: pkg.name, version: pkg.version, mount };
