import { describe, expect, test } from 'vitest';
import type { Mark, Scene } from '../../src/scene/scene.ts';
import { heightsOf, leaving, onTheWay, sidesOf } from '../../src/ui/tween.ts';

const dot = (key: string, cx: number, cy: number): Mark => ({
  kind: 'group',
  key,
  marks: [
    {
      kind: 'text',
      x: cx + 8,
      y: cy + 4,
      text: key,
      size: 12,
      weight: 400,
      fill: '#000000',
      anchor: 'start',
    },
    { kind: 'circle', cx, cy, r: 4, fill: '#000000' },
  ],
});

const scene = (...events: Mark[]): Scene => ({
  width: 100,
  height: 100,
  background: '#ffffff',
  marks: [
    { kind: 'line', x1: 0, y1: 0, x2: 9, y2: 0, stroke: '#000000' },
    { kind: 'group', key: 'events', marks: events },
  ],
});

/** `key x,y opacity` of each event's dot. */
const dots = (s: Scene) =>
  (s.marks[1] as { marks: readonly Mark[] }).marks.map((group) => {
    const circle = (group as { marks: readonly Mark[] }).marks[1] as {
      cx: number;
      cy: number;
      opacity?: number;
    };
    return `${(group as { key: string }).key} ${circle.cx},${circle.cy} ${circle.opacity ?? 1}`;
  });

describe('a picture on its way to another', () => {
  test('R31 moves ridges and rules with their lanes, and shows ridges anew where their shapes are new', () => {
    const lanes = (y: number): Scene => ({
      ...scene(),
      marks: [
        {
          kind: 'group',
          key: 'rules',
          marks: [{ kind: 'line', x1: 0, y1: y, x2: 9, y2: y, stroke: '#000000' }],
        },
        {
          kind: 'group',
          key: 'ridges',
          marks: [
            {
              kind: 'group',
              key: 'ridge-a-0',
              marks: [
                {
                  kind: 'polyline',
                  points: [0, y, 5, y - 9, 9, y],
                  closed: true,
                  fill: '#000000',
                  opacity: 1,
                },
              ],
            },
          ],
        },
      ],
    });
    const said = (share: number, reshaped: boolean) =>
      JSON.stringify(onTheWay(lanes(60), heightsOf(lanes(20)), share, undefined, reshaped).marks);
    expect(said(0, false)).toBe(JSON.stringify(lanes(20).marks));
    expect(said(0.5, false)).toBe(JSON.stringify(lanes(40).marks));
    expect(said(0.5, true)).toContain(
      '"points":[0,60,5,51,9,60],"closed":true,"fill":"#000000","opacity":0.5',
    );
  });

  const before = heightsOf(scene(dot('a', 10, 20), dot('b', 30, 20)));
  const after = scene(dot('a', 50, 60), dot('c', 30, 40));

  test('moves what was there from its old row, new things appear, time does not tween', () => {
    expect(dots(onTheWay(after, before, 0))).toEqual(['a 50,20 1', 'c 30,40 0']);
    expect(dots(onTheWay(after, before, 0.25))).toEqual(['a 50,30 1', 'c 30,40 0.25']);
  });

  test('lets go softly of what is no more, where it stood', () => {
    const gone = leaving(scene(dot('a', 10, 20), dot('b', 30, 20)), after);
    expect(dots(onTheWay(after, before, 0.25, gone))).toEqual(['b 30,20 0.75', 'a 50,30 1', 'c 30,40 0.25']);
    expect(dots(onTheWay(after, before, 1, gone))).toEqual(['a 50,60 1', 'c 30,40 1']);
  });

  test('is the other one in the end, and leaves it as it was', () => {
    const copy = structuredClone(after);
    expect(onTheWay(after, before, 1)).toBe(after);
    onTheWay(after, before, 0.5);
    expect(after).toEqual(copy);
  });

  test('takes the height of the mark and not of its label', () => {
    expect(before.get('a')).toBe(20);
  });
});

test('R28 where time itself has changed, events go from their old date to the new one', () => {
  const before = scene(dot('a', 20, 10), dot('b', 80, 10));
  const after = scene(dot('a', 40, 30), dot('b', 80, 10), dot('c', 60, 50));
  const midway = onTheWay(after, heightsOf(before), 0.5, new Map(), true, sidesOf(before));
  const at = (s: Scene) =>
    (s.marks[1] as { marks: readonly { marks: readonly { cx?: number; cy?: number }[] }[] }).marks.map(
      ({ marks }) => [marks[1]?.cx, marks[1]?.cy],
    );
  expect(at(midway)).toEqual([
    [30, 20],
    [80, 10],
    [60, 50],
  ]);
  // Without that, a mark always stands at its date.
  expect(at(onTheWay(after, heightsOf(before), 0.5))[0]).toEqual([40, 20]);
});
