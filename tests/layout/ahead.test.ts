import { describe, expect, it } from 'vitest';
import { workAhead } from '../../src/layout/ahead.ts';
import { layoutLanes } from '../../src/layout/lanes.ts';
import { fitView, levelOf, levelScale, pxPerDay } from '../../src/layout/scale.ts';
import type { View } from '../../src/layout/timeline.ts';
import { createStore } from '../../src/store/memory.ts';
import { category, many } from './events.ts';

const KEYS = ['news', 'work', 'sport', 'music', 'law', 'art'];

function setting() {
  const store = createStore(many(12_000, 8, { keys: KEYS }));
  const lanes = layoutLanes(
    store,
    KEYS.map((key) => category(key)),
    600,
    false,
  );
  const fit = fitView(store, 1200, 800);
  const middle = (fit.start + fit.end) / 2;
  const view = (length: number, by = 0): View => ({
    ...fit,
    start: middle - length / 2 + by,
    end: middle + length / 2 + by,
  });
  const length = (fit.end - fit.start) / 20;
  const level = levelOf(pxPerDay(view(length), 1000));
  const ready = (at: View, wanted: number) =>
    lanes.filter(({ levels }) => levels.missing(wanted, at) === 0).length;
  // As after a picture.
  for (const { levels } of lanes) levels.at(level, view(length));
  return { store, lanes, view, length, level, ready };
}

describe('workAhead', () => {
  it('R3 has the rows of the finer level for all lanes in time, a lane a picture when zooming slowly', () => {
    const { store, lanes, view, length, level, ready } = setting();
    const counts: number[] = [];
    for (let picture = 0; picture < 7; picture++) {
      const now = view(length * (1 - picture / 1000));
      workAhead(store, lanes, now, level, levelScale(level));
      counts.push(ready(now, level + 1));
    }
    expect(counts).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('R3 has them in as many pictures as the zoom leaves, and none in one that has come to a level', () => {
    const { store, lanes, view, length, level, ready } = setting();
    // A level ends at 1.19 times its scale and a little beyond: at the fourth picture from here.
    const next = view(length / 1.06 ** 4);
    for (const picture of [0, 1, 2, 3]) {
      const now = view(length / 1.06 ** picture);
      workAhead(store, lanes, now, level, levelScale(level) * 1.06 ** picture);
      expect(ready(next, level + 1)).toBe([0, 2, 4, 6][picture]);
    }
    workAhead(store, lanes, next, level + 1, levelScale(level + 1));
    expect(ready(next, level + 2)).toBe(0);
  });

  it('R3 has the rows of the time ahead in time when panning', () => {
    const { store, lanes, view, length, level, ready } = setting();
    expect(ready(view(length, 3 * length), level)).toBeLessThan(KEYS.length);
    for (let picture = 0; picture <= 60; picture++) {
      const now = view(length, (picture * length) / 20);
      expect(ready(now, level)).toBe(KEYS.length);
      workAhead(store, lanes, now, level, levelScale(level));
    }
    expect(ready(view(length, 3 * length), level + 1)).toBe(0);
  });

  it('does nothing while the view rests', () => {
    const { store, lanes, view, length, level, ready } = setting();
    for (let picture = 0; picture < 5; picture++)
      workAhead(store, lanes, view(length), level, levelScale(level));
    expect(ready(view(length), level + 1)).toBe(0);
  });
});
