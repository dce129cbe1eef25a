import { describe, expect, it } from 'vitest';
import { meets } from '../../src/layout/crowd.ts';
import { countRidge } from '../../src/layout/density.ts';
import { type LaneEvents, laneEvents } from '../../src/layout/laneEvents.ts';
import { IN_RIDGE, NO_ROW } from '../../src/layout/level.ts';
import { createLevels } from '../../src/layout/levels.ts';
import { markReach } from '../../src/layout/marks.ts';
import { rowsNeeded } from '../../src/layout/needs.ts';
import { levelOf, levelScale } from '../../src/layout/scale.ts';
import { toDays } from '../../src/model/days.ts';
import { createStore } from '../../src/store/memory.ts';
import { event, many, seeded } from './events.ts';
import { eventsOf, lay } from './look.ts';

const ROWS = 5;
const lane = (size: number, seed: number) =>
  laneEvents(createStore(many(size, seed, { keys: ['news'] })), 'news');

describe.each([
  [120, 1],
  [900, 2],
  [6000, 3],
])('createLevels over %i events', (size, seed) => {
  const events = lane(size, seed);
  const { start, end } = events.extent;
  const base = levelOf(500 / (end - start));
  const { at } = createLevels(events, ROWS, 2, base);
  const middle = start + (end - start) * 0.8;
  const levels = Array.from({ length: 36 }, (_, i) => base - 4 + i).map((level) => {
    const half = Math.min(600 / levelScale(level), end - start);
    return { level, ...at(level, { start: middle - half, end: middle + half }) };
  });

  it('R3 never lets two marks of a row overlap at any scale of its level', () => {
    for (const { level, members, rows } of levels) {
      for (const scale of [levelScale(level), levelScale(level + 1)]) {
        const lastEnd = new Map<number, number>();
        const marks = Array.from(members, (i, m) => {
          const { at: instant } = events.glyph(i);
          const [left, right] = markReach(events.glyph(i), scale);
          return { row: rows[m]!, from: instant * scale + left, to: instant * scale + right };
        });
        for (const { row, from, to } of marks.filter(({ row }) => row >= 0).sort((a, b) => a.from - b.from)) {
          expect(from).toBeGreaterThan((lastEnd.get(row) ?? Number.NEGATIVE_INFINITY) - 0.05);
          lastEnd.set(row, to);
        }
      }
    }
  });

  it('R9 lets ridges only shrink when zooming in, and keeps marks out of their rows', () => {
    levels.forEach(({ crowded, level, members, rows }, k) => {
      members.forEach((i, m) => {
        const row = rows[m]!;
        const { at: instant } = events.glyph(i);
        if (row >= 2) expect(meets(crowded, instant - 1e-6, instant + 1e-6)).toBe(false);
        if (row === IN_RIDGE) expect(crowded.length).toBeGreaterThan(0);
        expect(row).toBeGreaterThanOrEqual(IN_RIDGE);
        expect(row).toBeLessThan(ROWS);
      });
      const before = levels[k - 1];
      if (!before || level <= base) return;
      for (const [from, to] of crowded) {
        expect(before.crowded.some((wide) => wide[0] <= from + 1e-6 && wide[1] >= to - 1e-6)).toBe(true);
      }
    });
    const share = ({ crowded }: { crowded: readonly (readonly [number, number])[] }) =>
      crowded.reduce((sum, [from, to]) => sum + to - from, 0) / (end - start);
    expect(share(levels[4]!)).toBeGreaterThan(0);
    expect(share(levels[levels.length - 1]!)).toBeLessThan(share(levels[4]!) / 4);
  });

  it('R6 names the most salient first', () => {
    for (const { members, labelled } of levels) {
      const mean = (named: boolean) => {
        const list = Array.from(members).filter((_, m) => labelled[m]! > 0 === named);
        return list.reduce((sum, i) => sum + events.salience[i]!, 0) / list.length;
      };
      const count = labelled.filter((side) => side > 0).length;
      if (count > 10 && count < members.length * 0.5) expect(mean(true)).toBeGreaterThan(mean(false));
    }
  });
});

describe('rowsNeeded', () => {
  it('R2 counts how many titles stand beside each other at once', () => {
    const at = (days: readonly string[]) => {
      const store = createStore([...days.map((day, i) => event(`e${i}`, day)), event('end', '2034-01-01')]);
      return rowsNeeded(laneEvents(store, 'news'), levelOf(0.14), 60);
    };
    expect(at(['2024-01-01'])).toBe(1);
    expect(at(['2024-01-01', '2024-01-02', '2024-01-03'])).toBe(3);
    expect(at(['2024-01-01', '2029-01-01'])).toBe(1);
  });

  it('R9 tells few events that find no row as a number, and makes no ridge of them', () => {
    const store = createStore(Array.from({ length: 12 }, (_, i) => event(`e${i}`, '2024-05-01')));
    const events = laneEvents(store, 'news');
    const { rows, crowded } = createLevels(events, ROWS, 2, 30).at(30, events.extent);
    expect(crowded).toEqual([]);
    expect(rows.filter((row) => row === NO_ROW)).toHaveLength(12 - ROWS);
  });
});

describe('countRidge', () => {
  const store = createStore(many(3000, 9, { keys: ['news'] }));
  const { start, end } = store.extent!;

  it('R3 has the same shape wherever the view stands', () => {
    const heights = new Map<number, number>();
    for (let shift = 0; shift < 40; shift++) {
      const from = start + 2000 + shift * 7.3;
      const {
        counts,
        start: first,
        bin,
      } = countRidge(store, 'news', [start, end], { start: from, end: from + 900 }, 0.5);
      counts.forEach((n, i) => {
        const middle = first + (i + 0.5) * bin;
        if (middle < from || middle > from + 900) return;
        const key = Math.round(middle * 100);
        expect(n).toBeCloseTo(heights.get(key) ?? n, 9);
        heights.set(key, n);
      });
    }
    expect(heights.size).toBeGreaterThan(100);
  });

  it('R9 counts every event of its stretch', () => {
    const days = createStore(
      Array.from({ length: 500 }, (_, i) => event(`e${i}`, `20${10 + (i % 20)}-03-01`)),
    );
    const extent = days.extent!;
    const { counts } = countRidge(days, 'news', [extent.start - 90, extent.end + 90], extent, 0.5);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBeCloseTo(500, 6);
  });
});

describe('ten thousand years', () => {
  const random = seeded(11);
  const events = Array.from({ length: 320 }, (_, i) => {
    const year = Math.floor(-8000 + Math.sqrt(random()) * 10_000);
    const edtf = (at: number) => `${at < 0 ? '-' : ''}${String(Math.abs(at)).padStart(4, '0')}`;
    return event(`e${i}`, i % 4 === 0 ? `${edtf(year)}/${edtf(Math.min(year + 900, 2020))}` : edtf(year), {
      salience: random(),
    });
  });
  const store = createStore(events);

  it('R16 are looked at in hours for what hours cost', () => {
    const lane = laneEvents(store, 'news');
    let asked = 0;
    const counted: LaneEvents = {
      ...lane,
      count(window) {
        if (++asked > 2e6) throw new Error('asked for every piece of all time');
        return lane.count(window);
      },
      top(window, limit) {
        if (++asked > 2e6) throw new Error('asked for every chunk of all time');
        return lane.top(window, limit);
      },
    };
    const { start, end } = lane.extent;
    const middle = lane.starts[200]!;
    const { at } = createLevels(counted, ROWS, 2, levelOf(500 / (end - start)));
    const { members, rows } = at(levelOf(24_000), { start: middle, end: middle + 0.05 });
    expect(members.length).toBeGreaterThan(0);
    expect(rows.length).toBe(members.length);
    expect(asked).toBeLessThan(2e5);
  });

  it('R3 R16 stay in their rows while panning, at any zoom', () => {
    for (const years of [40, 1]) {
      const length = years * 365.2425;
      const places = new Map<string, number>();
      const from = toDays(1200);
      for (let i = 0; i < 24; i++) {
        const start = from + (random() - 0.5) * length * 4;
        for (const { id, mark } of eventsOf(lay(store, { start, end: start + length, height: 500 }))) {
          const y = Math.round(mark.y + mark.height / 2);
          expect([id, places.get(id) ?? y]).toEqual([id, y]);
          places.set(id, y);
        }
      }
      expect(places.size).toBeGreaterThan(0);
    }
  });
});
