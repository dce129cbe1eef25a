import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createShelves, mostAtOnce } from '../../src/layout/rows.ts';

const SEED = 5150;

const someSpans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 60 })), { maxLength: 80 })
  .map((list) => list.sort((a, b) => a[0] - b[0]).map(([from, length]) => ({ from, to: from + length })));

describe('mostAtOnce', () => {
  it('R2 counts the rows that hold spans in any order: as many as share an instant', () => {
    const inOrder = someSpans.chain((spans) => fc.shuffledSubarray(spans, { minLength: spans.length }));
    fc.assert(
      fc.property(inOrder, (spans) => {
        const depth = spans.map(({ from }) => spans.filter((s) => s.from <= from && s.to > from).length);
        const counted = mostAtOnce(
          Float64Array.from(spans, ({ from }) => from),
          Float64Array.from(spans, ({ to }) => to),
        );
        expect(counted).toBe(Math.max(0, ...depth));
      }),
      { seed: SEED },
    );
  });
});

describe('createShelves', () => {
  it('answers as a plain list does', () => {
    const moves = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 40 }), fc.nat(3)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(moves, (list) => {
        const shelves = createShelves(3);
        const plain: { row: number; from: number; to: number; name: number }[] = [];
        const free = (row: number, from: number, to: number) =>
          !plain.some((span) => span.row === row && span.from < to && span.to > from);
        list.forEach(([from, length, least], name) => {
          const to = from + length;
          for (let row = 0; row < 3; row++) {
            expect(shelves.fits(row, from, to)).toBe(free(row, from, to));
            expect(shelves.within(row, from, to)).toEqual(
              plain
                .filter((span) => span.row === row && span.from < to && span.to > from)
                .sort((a, b) => a.from - b.from)
                .map((span) => span.name),
            );
          }
          const expected = [0, 1, 2].find((row) => row >= least && free(row, from, to)) ?? -1;
          const row = shelves.free(from, to, 3, least);
          expect(row).toBe(expected);
          if (row < 0) return;
          shelves.put(row, from, to, name);
          plain.push({ row, from, to, name });
        });
      }),
      { seed: SEED },
    );
  });

  it('finds the row with most room behind, up to enough', () => {
    const shelves = createShelves(3);
    shelves.put(0, 50, 60, 0);
    shelves.put(1, 90, 99, 1);
    expect(shelves.roomiest(10, 20, 1000, 3)).toBe(2);
    expect(shelves.roomiest(10, 20, 1000, 2)).toBe(1);
    expect(shelves.roomiest(10, 20, 25, 3)).toBe(0);
    expect(shelves.roomiest(55, 58, 5, 1)).toBe(-1);
  });

  it('narrows, widens and removes a span', () => {
    const shelves = createShelves(1);
    shelves.put(0, 10, 40, 7);
    shelves.put(0, 60, 70, 8);
    shelves.shrink(0, 10, 20);
    expect(shelves.fits(0, 20, 60)).toBe(true);
    expect(shelves.widen(0, 10, 65, 7)).toBe(false);
    expect(shelves.widen(0, 10, 60, 7)).toBe(true);
    expect(shelves.fits(0, 20, 60)).toBe(false);
    shelves.remove(0, 10);
    expect(shelves.fits(0, 0, 60)).toBe(true);
    expect(shelves.within(0, 0, 100)).toEqual([8]);
  });
});
