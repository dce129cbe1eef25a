import { expect, test } from 'vitest';
import { boundsOf } from '../../src/scene/bounds.ts';
import { enlarge } from '../../src/scene/enlarge.ts';
import { scene } from '../render/marks.ts';

test('makes every mark larger around the left top corner, lines and letters with it', () => {
  for (const mark of scene.marks) {
    const [before, after] = [boundsOf(mark), boundsOf(enlarge(mark, 2))];
    if (!before || !after) continue;
    const part = mark.kind === 'text' ? 1 : 6;
    expect(after.x).toBeCloseTo(before.x * 2, part);
    expect(after.y).toBeCloseTo(before.y * 2, part);
    expect(after.width).toBeCloseTo(before.width * 2, part);
    expect(after.height).toBeCloseTo(before.height * 2, part);
  }
  expect(enlarge({ kind: 'line', x1: 0, y1: 1, x2: 2, y2: 3, stroke: '#111111', dash: [1, 2] }, 3)).toEqual({
    kind: 'line',
    x1: 0,
    y1: 3,
    x2: 6,
    y2: 9,
    stroke: '#111111',
    strokeWidth: 3,
    dash: [3, 6],
  });
});

test('by 1 changes nothing that is seen, and undoes itself', () => {
  for (const mark of scene.marks) {
    const there = enlarge(enlarge(mark, 4), 0.25);
    expect(boundsOf(there)).toEqual(boundsOf(mark));
    expect(enlarge(there, 1)).toEqual(there);
  }
});
