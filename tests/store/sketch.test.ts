import { describe, expect, it } from 'vitest';
import { createStore } from '../../src/store/memory.ts';
import { sketchStore } from '../../src/store/sketch.ts';
import { tableOf } from '../../src/store/table.ts';
import { many } from '../layout/events.ts';
import { lay } from '../layout/look.ts';

describe('sketchStore', () => {
  const events = many(30_000, 4);
  const [sketch, truth] = [sketchStore(tableOf(events)), createStore(events)];
  const { start, end } = truth.extent!;

  it('knows how many there are, from when to when, and in which categories', () => {
    expect([sketch.size, sketch.extent, sketch.categories]).toEqual([
      truth.size,
      truth.extent,
      truth.categories,
    ]);
    for (const key of truth.categories) {
      expect(sketch.count(key, truth.extent!)).toBe(truth.count(key, truth.extent!));
    }
  });

  it('counts part of the time nearly as it is', () => {
    for (const [from, to] of [
      [0.1, 0.3],
      [0.42, 0.44],
      [0.9, 1.2],
    ] as const) {
      const window = { start: start + (end - start) * from, end: start + (end - start) * to };
      for (const key of truth.categories) {
        const real = truth.count(key, window);
        expect(Math.abs(sketch.count(key, window) - real)).toBeLessThan(4 + real * 0.02);
        const [middles, bins] = [truth.histogram(key, window, 9), sketch.histogram(key, window, 9)];
        bins.forEach((n, bin) => {
          expect(Math.abs(n - middles[bin]!)).toBeLessThan(6 + middles[bin]! * 0.05);
        });
      }
    }
  });

  it('names the most salient, as the whole does', () => {
    for (const key of truth.categories) {
      const ids = (store: typeof truth) => store.top(key, truth.extent!, 50).map((i) => store.at(i).id);
      expect(ids(sketch)).toEqual(ids(truth));
    }
  });

  it('R9 makes a picture in which single and counted events add up to all', () => {
    const { lanes } = lay(sketch);
    const sum = lanes.reduce((all, { single, counted }) => all + single + counted, 0);
    expect(sum).toBe(events.length);
    expect(lanes.every(({ named, counted }) => named > 0 && counted >= 0)).toBe(true);
  });
});
