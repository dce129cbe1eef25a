import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate, combine } from '../../src/extract/confidence.ts';
import { salienceOf, type Weight } from '../../src/extract/salience.ts';

const plain: Weight = {
  sources: 1,
  documents: 1,
  precision: 'day',
  confidence: 0.8,
  status: 'happened',
  headline: false,
  figures: 0,
  centrality: 0.5,
  carried: false,
};

describe('salience', () => {
  test.each([
    ['told twice', { sources: 2 }],
    ['told in two documents', { sources: 2, documents: 2 }],
    ['sure', { confidence: 0.95 }],
    ['with a figure', { figures: 1 }],
    ['with central actors', { centrality: 1 }],
    ['that the title speaks of', { lead: 1 }],
  ])('an event %s matters more', (_, more) => {
    expect(salienceOf({ ...plain, ...more })).toBeGreaterThan(salienceOf(plain));
  });

  test.each([
    ['known to the year only', { precision: 'year' }],
    ['with a date carried over', { carried: true }],
    ['that might be', { status: 'hypothetical' }],
  ] as const)('an event %s matters less', (_, less) => {
    expect(salienceOf({ ...plain, ...less })).toBeLessThan(salienceOf(plain));
  });

  test('a headline as such stays below any event', () => {
    const headline = salienceOf({
      ...plain,
      headline: true,
      sources: 9,
      documents: 9,
      figures: 3,
      confidence: 1,
    });
    const least = salienceOf({ ...plain, precision: 'century', confidence: 0.4, centrality: 0 });
    expect(headline).toBeLessThan(least);
  });

  test('two documents say more than two passages of one', () => {
    expect(salienceOf({ ...plain, sources: 2, documents: 2 })).toBeGreaterThan(
      salienceOf({ ...plain, sources: 2, documents: 1 }),
    );
  });

  test('it lies between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sources, x) => {
          const s = salienceOf({
            ...plain,
            sources,
            documents: sources,
            confidence: x,
            centrality: x,
            figures: sources,
          });
          expect(s).toBeGreaterThan(0);
          expect(s).toBeLessThanOrEqual(1);
        },
      ),
      { seed: 3 },
    );
  });
});

describe('confidence', () => {
  test('more evidence never means less', () => {
    const at = Array.from({ length: 101 }, (_, i) => calibrate(i / 100));
    expect(at[0]).toBe(0);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at.at(-1)).toBeLessThan(1);
    expect([calibrate(-1), calibrate(2)]).toEqual([at[0], at.at(-1)]);
  });

  test('a further telling helps, in any order, and never makes it certain', () => {
    expect(combine([0.6])).toBe(0.6);
    expect(combine([0.6, 0.5])).toBeGreaterThan(0.6);
    expect(combine([0.5, 0.6])).toBe(combine([0.6, 0.5]));
    expect(combine(Array.from({ length: 50 }, () => 0.3))).toBeLessThanOrEqual(1);
    expect(combine([])).toBe(0);
  });
});
