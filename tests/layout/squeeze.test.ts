import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHARED } from '../../src/layout/arrangement.ts';
import type { LaneSizes } from '../../src/layout/lanes.ts';
import { leastHeights } from '../../src/layout/lanes.ts';
import { layoutPicture } from '../../src/layout/picture.ts';
import { fitView } from '../../src/layout/scale.ts';
import { squeeze } from '../../src/layout/squeeze.ts';
import { layoutTimeline } from '../../src/layout/timeline.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { createStore } from '../../src/store/memory.ts';
import { together } from '../../src/store/together.ts';
import { qualityOf } from '../gallery/quality.ts';
import { quays } from '../gallery/quays.ts';

const LEAST = { open: 38, thin: 24, shared: 78 };
const lanes = (...sizes: number[]) => sizes.map((size, i) => ({ key: `l${i}`, size }));
const sizes = (collapsed: string[] = [], heights: Record<string, number> = {}): LaneSizes => ({
  collapsed: new Set(collapsed),
  heights,
});

describe('R36 lanes that have too little room', () => {
  test('nothing gives way where all have the least', () => {
    expect(squeeze(lanes(1, 2, 3), sizes(), 114, LEAST)).toEqual({ thin: new Set(), shared: [] });
  });

  test('the smallest become thin lines, as few as need be, of equals the later', () => {
    expect(squeeze(lanes(5, 2, 9, 2), sizes(), 140, LEAST).thin).toEqual(new Set(['l3']));
    expect(squeeze(lanes(5, 2, 9, 2), sizes(), 125, LEAST).thin).toEqual(new Set(['l1', 'l3']));
  });

  test('before a third is left open the smallest share one lane, in their order', () => {
    const { thin, shared } = squeeze(lanes(5, 2, 9, 2, 7, 1), sizes(), 155, LEAST);
    expect(thin.size).toBe(0);
    expect(shared).toEqual(['l0', 'l1', 'l3', 'l5']);
  });

  test('who was given a height gives way last', () => {
    expect(squeeze(lanes(5, 2, 9, 2), sizes([], { l3: 80 }), 140, LEAST).thin).toEqual(new Set(['l1']));
  });

  test('thin lines that somebody made stay thin, and share when there are too many', () => {
    const all = lanes(1, 2, 3, 4);
    const keys = all.map(({ key }) => key);
    expect(squeeze(all, sizes(keys), 96, LEAST).shared).toEqual([]);
    expect(squeeze(all, sizes([...keys, SHARED]), 80, LEAST).shared).toEqual(['l0', 'l1']);
  });

  test('what is left always has room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 78, max: 2000 }),
        (counts, height) => {
          const all = lanes(...counts);
          const { thin, shared } = squeeze(all, sizes(), height, LEAST);
          const own = all.length - shared.length;
          const used =
            (own - thin.size) * LEAST.open + thin.size * LEAST.thin + (shared.length > 0 ? LEAST.shared : 0);
          expect(used).toBeLessThanOrEqual(height);
          if (shared.length > 0) expect(shared.length).toBeGreaterThan(1);
        },
      ),
      { seed: 36 },
    );
  });
});

describe('R36 on the screen', () => {
  const collection = quays(40);
  const store = createStore(collection.events);
  const layout = (width: number, height: number, share = 1, from = 0) => {
    const view = fitView(store, width, height);
    const length = (view.end - view.start) * share;
    const start = view.start + from * (view.end - view.start);
    return layoutTimeline({
      store,
      categories: collection.categories,
      view: { ...view, start, end: start + length },
      theme: LIGHT,
      selected: null,
      found: null,
      locale: 'en',
      previous: null,
    });
  };

  test.each([
    [1280, 480],
    [1280, 600],
    [900, 300],
    [390, 500],
    [390, 712],
    [390, 844],
  ])('R5 no text over another and none cut off, at %i × %i', (width, height) => {
    for (const share of [1, 0.3, 0.05]) {
      const { scene } = layout(width, height, share, 0.3);
      const { overlapping, clipped } = qualityOf(scene, collection.events);
      expect({ overlapping, clipped }).toEqual({ overlapping: [], clipped: [] });
    }
  });

  test('R9 what shares a lane is counted there, each event once', () => {
    const { lanes: drawn } = layout(1280, 600);
    const shared = drawn.find(({ key }) => key === SHARED);
    expect(shared?.shares?.length).toBe(40 - drawn.length + 1);
    expect(drawn.reduce((sum, { inView }) => sum + inView, 0)).toBe(collection.events.length);
    for (const lane of drawn) expect(lane.single + lane.counted).toBe(lane.inView);
    for (const lane of drawn) expect(lane.height).toBeGreaterThanOrEqual(leastHeights(false).open);
  });

  test('R3 neither place nor zoom decides who gives way', () => {
    const keys = layout(1280, 600).lanes.map(({ key, y, height }) => [key, y, height]);
    for (let i = 0; i < 8; i++) {
      const moved = layout(1280, 600, 0.02 + i / 10, i / 16);
      expect(moved.lanes.map(({ key, y, height }) => [key, y, height])).toEqual(keys);
    }
  });

  test('a picture that nobody gave a height has a lane for each', () => {
    const { scene } = layoutPicture(collection, { theme: LIGHT, width: 1200 });
    const names = JSON.stringify(scene.marks);
    for (const { key } of collection.categories) expect(names).toContain(`"lane-${key}"`);
  });
});

test('R36 categories that are one answer like a store in which they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), fc.nat(), fc.nat(), (count, a, b) => {
      const { events } = quays(count);
      const keys = [...new Set(events.map((event) => event.category))].slice(0, 1 + (a % count));
      const some = new Set(keys);
      const one = together(createStore(events), keys, '+');
      const oracle = createStore(events, ({ category }) => (some.has(category) ? '+' : category));
      const { start, end } = one.extent!;
      const window = { start: start + (a % 9000), end: end - (b % 9000) };
      expect(one.categories).toEqual(oracle.categories);
      expect(one.extent).toEqual(oracle.extent);
      for (const key of one.categories) {
        const [ours, theirs] = [one.columns(key), oracle.columns(key)];
        expect(ours.positions).toEqual(theirs.positions);
        expect([ours.starts, ours.ends, ours.salience]).toEqual([
          theirs.starts,
          theirs.ends,
          theirs.salience,
        ]);
        expect(ours.meeting(window)).toEqual(theirs.meeting(window));
        expect(ours.top(window, 5)).toEqual(theirs.top(window, 5));
        expect(ours.count(window)).toBe(theirs.count(window));
        expect(one.top(key, window, 7)).toEqual(oracle.top(key, window, 7));
        expect(one.meeting(key, window)).toEqual(oracle.meeting(key, window));
        expect(one.count(key, window)).toBe(oracle.count(key, window));
        expect(one.histogram(key, window, 9)).toEqual(oracle.histogram(key, window, 9));
      }
    }),
    { seed: 36, numRuns: 12 },
  );
});
