import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelWish, placeLabels } from '../../src/layout/labels.ts';

const plot = { x: 100, y: 0, width: 800, height: 100 };
const dot = (x: number, width: number, weight = 0.5): LabelWish => ({
  x0: x - 5,
  x1: x + 5,
  width,
  inside: null,
  leftwards: false,
  weight,
});

describe('placeLabels', () => {
  it('R7 puts a label right of its mark, and left near the right edge', () => {
    const [a, b] = placeLabels([dot(200, 80), dot(860, 80)], plot);
    expect(a).toBeGreaterThan(205);
    expect(b! + 80).toBeLessThan(855);
  });

  it('R7 goes left first when told so, and inside where there is room', () => {
    expect(placeLabels([{ ...dot(400, 80), leftwards: true }], plot)[0]! + 80).toBeLessThan(395);
    expect(placeLabels([{ ...dot(400, 80), x0: 300, x1: 500, inside: 310 }], plot)[0]).toBe(310);
  });

  it('R6 lets the least salient go without', () => {
    const light = placeLabels([dot(200, 150, 0.9), dot(260, 150, 0.1), dot(320, 500, 0.5)], plot);
    expect(light[1]).toBeNaN();
    expect(light[2]).not.toBeNaN();
    const tied = placeLabels([dot(200, 500), dot(300, 350)], { ...plot, x: 180 });
    expect(tied[0]).toBeNaN();
    expect(tied[1]).not.toBeNaN();
  });

  it('R6 gives the room between two marks to the more salient', () => {
    const between = (a: number, b: number) => placeLabels([dot(105, 90, a), dot(895, 700, b)], plot);
    expect(between(0.9, 0.1)[0]).not.toBeNaN();
    expect(between(0.9, 0.1)[1]).toBeNaN();
    expect(between(0.1, 0.9)[1]).not.toBeNaN();
    expect(between(0.1, 0.9)[0]).toBeNaN();
  });

  it('R5 never lets labels touch each other, other marks or the edge', () => {
    const row = fc
      .array(
        fc.record({
          gap: fc.integer({ min: 1, max: 120 }),
          length: fc.integer({ min: 9, max: 90 }),
          width: fc.integer({ min: 10, max: 260 }),
          weight: fc.integer({ min: 0, max: 5 }),
          leftwards: fc.boolean(),
        }),
        { maxLength: 20 },
      )
      .map((parts) => {
        let x = 60;
        return parts.map(({ gap, length, width, weight, leftwards }): LabelWish => {
          const x0 = x + gap;
          x = x0 + length;
          return { x0, x1: x, width, weight, leftwards, inside: null };
        });
      });
    fc.assert(
      fc.property(row, (wishes) => {
        const placed = placeLabels(wishes, plot);
        const boxes = wishes.map(({ width }, i) => [placed[i]!, placed[i]! + width] as const);
        boxes.forEach(([from, to], i) => {
          if (Number.isNaN(from)) return;
          expect(from).toBeGreaterThan(plot.x);
          expect(to).toBeLessThan(plot.x + plot.width);
          wishes.forEach(({ x0, x1 }, j) => {
            expect(to <= x0 || from >= x1).toBe(true);
            const other = boxes[j]!;
            if (i !== j && !Number.isNaN(other[0])) expect(to < other[0] || from > other[1]).toBe(true);
          });
        });
      }),
      { seed: 404 },
    );
  });
});
