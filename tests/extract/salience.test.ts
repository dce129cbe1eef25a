import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate, combine } from '../../src/extract/confidence.ts';
import { salienceOf, type Weight } from '../../src/extract/salience.ts';

const plain: Weight = {
  tellings: 1,
  passages: 1,
  documents: 1,
  share: 0.01,
  precision: 'day',
  confidence: 0.8,
  status: 'happened',
  headline: false,
  figures: 0,
  manner: 'told',
  centrality: 0.5,
  named: true,
  lead: 0,
  carried: false,
};

describe('salience', () => {
  test.each([
    ['told twice', { tellings: 2, passages: 2 }],
    ['told in two documents', { tellings: 2, passages: 2, documents: 2 }],
    ['that the text goes on about', { passages: 2 }],
    ['that takes much of the text', { share: 0.06 }],
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
    ['that somebody says', { manner: 'said' }],
    ['that a picture shows', { manner: 'pictured' }],
    ['in which nobody is named', { named: false }],
  ] as const)('an event %s matters less', (_, less) => {
    expect(salienceOf({ ...plain, ...less })).toBeLessThan(salienceOf(plain));
  });

  test('a headline as such stays below any event', () => {
    const headline = salienceOf({
      ...plain,
      headline: true,
      tellings: 9,
      passages: 9,
      documents: 9,
      figures: 3,
      confidence: 1,
    });
    const least = salienceOf({
      ...plain,
      precision: 'century',
      confidence: 0.3,
      centrality: 0,
      status: 'hypothetical',
      manner: 'pictured',
      named: false,
      carried: true,
    });
    expect(headline).toBeLessThan(least);
  });

  test('two documents say more than two sentences of one, and these more than a sentence that goes on', () => {
    const twice = salienceOf({ ...plain, tellings: 2, passages: 2 });
    expect(salienceOf({ ...plain, tellings: 2, passages: 2, documents: 2 })).toBeGreaterThan(twice);
    expect(twice).toBeGreaterThan(salienceOf({ ...plain, passages: 2 }));
  });

  test('it lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, x) => {
        const s = salienceOf({
          ...plain,
          tellings: n,
          passages: n,
          documents: n,
          share: x,
          lead: x,
          confidence: x,
          centrality: x,
          figures: n,
        });
        expect(s).toBeGreaterThan(0);
        expect(s).toBeLessThanOrEqual(1);
      }),
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
