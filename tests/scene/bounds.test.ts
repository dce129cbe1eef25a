import { describe, expect, test } from 'vitest';
import { textWidth } from '../../src/scene/advances.ts';
import { boundsOf, boundsOfAll, overlaps } from '../../src/scene/bounds.ts';
import type { Mark, Text } from '../../src/scene/scene.ts';
import { shift } from '../../src/scene/shift.ts';

const label: Text = {
  kind: 'text',
  x: 100,
  y: 50,
  text: 'Treaty',
  size: 12,
  weight: 400,
  fill: '#000000',
  anchor: 'start',
};
const marks: readonly Mark[] = [
  { kind: 'rect', x: 1, y: 2, width: 30, height: 4 },
  { kind: 'circle', cx: 50, cy: 60, r: 5 },
  { kind: 'line', x1: 9, y1: 8, x2: 3, y2: 20, stroke: '#000000' },
  { kind: 'polyline', points: [5, 5, -2, 9, 7, 1], closed: false },
  label,
];

describe('boundsOf', () => {
  test('shapes', () => {
    expect(boundsOf(marks[0]!)).toEqual({ x: 1, y: 2, width: 30, height: 4 });
    expect(boundsOf(marks[1]!)).toEqual({ x: 45, y: 55, width: 10, height: 10 });
    expect(boundsOf(marks[2]!)).toEqual({ x: 3, y: 8, width: 6, height: 12 });
    expect(boundsOf(marks[3]!)).toEqual({ x: -2, y: 1, width: 9, height: 8 });
  });

  test('a text hangs from its anchor', () => {
    const width = textWidth('Treaty', 12, 400);
    expect(boundsOf(label)).toMatchObject({ x: 100, width });
    expect(boundsOf({ ...label, anchor: 'end' })?.x).toBeCloseTo(100 - width);
    expect(boundsOf({ ...label, anchor: 'middle' })?.x).toBeCloseTo(100 - width / 2);
  });

  test('a group is what its marks are, cut to its clip', () => {
    const clip = { x: 0, y: 0, width: 10, height: 10 };
    expect(boundsOf({ kind: 'group', key: '', clip, marks: [marks[0]!] })).toEqual({
      x: 1,
      y: 2,
      width: 9,
      height: 4,
    });
    expect(boundsOf({ kind: 'group', key: '', clip, marks: [marks[1]!] })).toBeNull();
    expect(boundsOf({ kind: 'group', key: '', marks: [] })).toBeNull();
    expect(boundsOf({ kind: 'polyline', points: [], closed: true })).toBeNull();
  });
});

test('overlaps: sharing an edge is not enough', () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  expect(overlaps(box, { x: 10, y: 0, width: 5, height: 10 })).toBe(false);
  expect(overlaps(box, { x: 9, y: 9, width: 5, height: 5 })).toBe(true);
});

test('shift moves the bounds of everything', () => {
  const group: Mark = { kind: 'group', key: 'g', clip: { x: -10, y: -10, width: 300, height: 300 }, marks };
  const before = boundsOf(group)!;
  const after = boundsOf(shift(group, 7, -3))!;
  expect(after.x).toBeCloseTo(before.x + 7);
  expect(after.y).toBeCloseTo(before.y - 3);
  expect(after.width).toBeCloseTo(before.width);
  expect(boundsOfAll([])).toBeNull();
});
