import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutLanes, shareRows } from '../../src/layout/lanes.ts';
import { createStore } from '../../src/store/memory.ts';
import { category, many } from './events.ts';

describe('shareRows', () => {
  it('R2 gives to each what it needs when there is enough', () => {
    expect(shareRows([3, 1, 7], [1, 1, 1], 20)).toEqual([3, 1, 7]);
  });

  it('R2 lets small lanes keep their rows and large ones share the rest', () => {
    expect(shareRows([2, 30, 30], [1, 2, 2], 12)).toEqual([2, 5, 5]);
    const [few, some, most] = shareRows([40, 40, 40], [1, 2, 4], 20);
    expect(few).toBeLessThan(some!);
    expect(some).toBeLessThan(most!);
  });

  it('R2 uses the rows there are, no more and no less than one each', () => {
    const lanes = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.5, max: 30, noNaN: true })),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(lanes, fc.nat(120), (list, rows) => {
        const needs = list.map(([need]) => need);
        const shared = shareRows(
          needs,
          list.map(([, weight]) => weight),
          rows,
        );
        const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
        shared.forEach((n, i) => {
          expect(n).toBeGreaterThanOrEqual(1);
          expect(n).toBeLessThanOrEqual(needs[i]!);
        });
        expect(sum(shared)).toBe(Math.min(Math.max(rows, list.length), sum(needs)));
      }),
      { seed: 12 },
    );
  });
});

describe('layoutLanes', () => {
  const store = createStore(many(600, 3));

  it('R2 gives the same frames again for the same question', () => {
    const kinds = [category('news')];
    expect(layoutLanes(store, kinds, 700, false)).toBe(layoutLanes(store, kinds, 700, false));
    expect(layoutLanes(store, kinds, 700, true)).not.toBe(layoutLanes(store, kinds, 700, false));
  });

  it('R2 gives few events a calm lane and leaves the rest of the paper free', () => {
    const lanes = layoutLanes(createStore(many(3, 1)), [], 800, false);
    expect(Math.max(...lanes.map(({ height }) => height))).toBeLessThan(140);
  });
});
