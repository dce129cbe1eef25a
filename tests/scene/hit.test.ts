import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, indexHits } from '../../src/scene/hit.ts';

const coordinate = fc.integer({ min: -50, max: 400 });
const size = fc.integer({ min: 0, max: 120 });
const boxes = fc.array(fc.record({ x: coordinate, y: coordinate, width: size, height: size }), {
  maxLength: 40,
});

test('finds what looking at every box finds', () => {
  fc.assert(
    fc.property(
      boxes,
      coordinate,
      coordinate,
      fc.integer({ min: 0, max: 40 }),
      (targets, x, y, tolerance) => {
        let best = null;
        let nearest = tolerance;
        for (const box of targets) {
          const away = distance(box, x, y);
          if (away <= nearest) {
            best = box;
            nearest = away;
          }
        }
        expect(indexHits(targets).at(x, y, tolerance)).toBe(best);
      },
    ),
    { seed: 5, numRuns: 500 },
  );
});

test('of two that hold the point the topmost wins, though the other is hit in its middle', () => {
  const below = { x: 0, y: 0, width: 100, height: 100 };
  const above = { x: 50, y: 50, width: 1, height: 1 };
  expect(indexHits([below, above]).at(50, 50, 0)).toBe(above);
  expect(indexHits([above, below]).at(50, 50, 0)).toBe(below);
});

test('edges belong to a box, and nothing is found beyond the tolerance', () => {
  const box = { x: 10, y: 10, width: 20, height: 10 };
  const index = indexHits([box]);
  expect(index.at(30, 20, 0)).toBe(box);
  expect(index.at(34, 20, 4)).toBe(box);
  expect(index.at(34.1, 20, 4)).toBeNull();
});
