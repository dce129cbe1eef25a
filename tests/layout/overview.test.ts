import { describe, expect, test } from 'vitest';
import { layoutOverview } from '../../src/layout/overview.ts';
import { toDays } from '../../src/model/days.ts';
import { boundsOfAll } from '../../src/scene/bounds.ts';
import type { Box, Group, Mark, Rect, Text } from '../../src/scene/scene.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { createStore } from '../../src/store/memory.ts';
import { categories, chance, told } from '../gallery/case.ts';

const box: Box = { x: 130, y: 600, width: 1000, height: 84 };
const kinds = categories('Wars', 'Treaties');
const random = chance(1);
const events = Array.from({ length: 300 }, (_, i) => ({
  id: `e${i}`,
  ...told(
    String(1800 + Math.floor(random() ** 2 * 200)),
    i % 3 === 0 ? 'treaties' : i % 50 === 1 ? 'strays' : 'wars',
    'x',
  ),
}));
const store = createStore(events);
const view = (start: number, end: number) => ({ start, end, width: 1150, height: 700 });

function parts(start: number, end: number, still = false, of = store, at = box) {
  const { marks, ...edges } = layoutOverview(of, kinds, view(start, end), at, LIGHT, 'en', still);
  const all = (marks[0] as Group).marks;
  const group = (key: string) =>
    (all.find((mark) => mark.kind === 'group' && mark.key === key) as Group).marks;
  return {
    ...edges,
    marks,
    bars: group('overview-bars') as Rect[],
    window: group('overview-window') as Rect[],
    texts: all.filter((mark): mark is Text => mark.kind === 'text'),
  };
}

describe('layoutOverview', () => {
  test('R20 every event is in a bar: areas of a colour are as its counts', () => {
    const { bars } = parts(toDays(1850), toDays(1900));
    const height = (colour: string) =>
      bars.filter((bar) => bar.fill === colour).reduce((sum, bar) => sum + bar.height, 0);
    const count = (key: string) => events.filter((event) => event.category === key).length;
    const unit = height('#3e6fb5') / count('wars');
    expect(height('#7d5fb2') / count('treaties') / unit).toBeCloseTo(1, 0);
    expect(height(LIGHT.muted)).toBeGreaterThan(0);
  });

  test('bars stay in the box and do not overlap sideways', () => {
    const { bars } = parts(toDays(1850), toDays(1900));
    const bounds = boundsOfAll(bars)!;
    expect(bounds.x).toBeGreaterThanOrEqual(box.x);
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(box.x + box.width);
    expect(bounds.y).toBeGreaterThanOrEqual(box.y);
    const columns = [...new Set(bars.map((bar) => bar.x))].sort((a, b) => a - b);
    for (let i = 1; i < columns.length; i++) {
      const before = bars.find((bar) => bar.x === columns[i - 1])!;
      expect(before.x + before.width).toBeLessThanOrEqual(columns[i]! + 1e-6);
    }
  });

  test('R20 edges hold the whole extent and do not depend on the view', () => {
    const a = parts(toDays(1850), toDays(1900));
    const b = parts(toDays(1700), toDays(1701));
    expect([a.start, a.end]).toEqual([b.start, b.end]);
    expect(a.start).toBeLessThanOrEqual(store.extent!.start);
    expect(a.end).toBeGreaterThanOrEqual(store.extent!.end);
  });

  test('the window stands where the view is, never thinner than can be seen', () => {
    const { start, end, window } = parts(toDays(1850), toDays(1900));
    const toX = (days: number) => box.x + ((days - start) / (end - start)) * box.width;
    expect(window[0]?.x).toBeCloseTo(toX(toDays(1850)), 6);
    expect((window[0]?.x ?? 0) + (window[0]?.width ?? 0)).toBeCloseTo(toX(toDays(1900)), 6);
    expect(parts(toDays(1850), toDays(1850) + 0.1).window[0]?.width).toBe(6);
    const beyond = parts(toDays(1), toDays(3000)).window[0]!;
    expect([beyond.x, beyond.width]).toEqual([box.x, box.width]);
    const outside = parts(toDays(3000), toDays(3001)).window[0]!;
    expect(outside.x + outside.width).toBeLessThanOrEqual(box.x + box.width);
  });

  test('says the extent and what to do, or that all is seen', () => {
    const words = (texts: readonly Text[]) =>
      texts.filter((text) => text.anchor === 'start').map((text) => text.text);
    expect(words(parts(toDays(1850), toDays(1900)).texts)).toEqual(['1800 – 1999', 'drag to zoom']);
    expect(words(parts(toDays(1700), toDays(2100)).texts)).toEqual(['1800 – 1999', 'all in view']);
    expect(words(parts(toDays(1850), toDays(1900), true).texts)).toEqual(['1800 – 1999']);
    expect(words(parts(toDays(1850), toDays(1900), false, store, { ...box, x: 10 }).texts)).toEqual([]);
  });

  test('on paper the window has no handles', () => {
    expect(parts(toDays(1850), toDays(1900)).window).toHaveLength(4);
    expect(parts(toDays(1850), toDays(1900), true).window).toHaveLength(2);
  });

  test('bars are kept while only the view moves', () => {
    expect(parts(toDays(1850), toDays(1900)).bars).toBe(parts(toDays(1851), toDays(1901)).bars);
  });

  test('nothing to show is shown as nothing', () => {
    const empty = parts(0, 100, false, createStore([]));
    expect(empty.bars).toEqual([]);
    expect(boundsOfAll(empty.marks as Mark[])).not.toBeNull();
  });
});
