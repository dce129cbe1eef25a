import { describe, expect, it } from 'vitest';
import { fitView } from '../../src/layout/scale.ts';
import { buffersOf, indexTable } from '../../src/store/index.ts';
import { createTableStore } from '../../src/store/memory.ts';
import { seeded } from './events.ts';
import { eventsOf, lay } from './look.ts';
import { manyRows } from './many.ts';

const SIZES = [5, 500, 50_000, 1_000_000];
const settings = SIZES.map((size) => {
  const table = manyRows(size, size);
  const index = indexTable(table, table.categories.length);
  return { size, table, index, store: createTableStore(table, index) };
});
const million = settings.at(-1)!;

describe('a million events', { timeout: 60_000 }, () => {
  it.each(settings)(
    'R4 at most one visible title of twenty changes its row between steps of zoom ($size)',
    ({ size, store }) => {
      const fit = fitView(store, 1200, 800);
      let [moved, stayed] = [0, 0];
      let before = new Map<string, number>();
      let previous: number | null = null;
      for (let zoom = 1; zoom < 3000; zoom *= 1.25) {
        const length = (fit.end - fit.start) / zoom;
        const middle = fit.start + (fit.end - fit.start) * 0.6;
        const layout = lay(store, {
          start: middle - length / 2,
          end: middle + length / 2,
          previous,
          told: false,
        });
        previous = layout.level;
        const now = new Map<string, number>();
        for (const { id, label } of eventsOf(layout)) {
          if (!label) continue;
          now.set(id, label.y);
          const last = before.get(id);
          if (last === undefined) continue;
          if (Math.abs(last - label.y) > 0.01) moved++;
          else stayed++;
        }
        before = now;
      }
      expect(stayed).toBeGreaterThan(Math.min(size, 100) / 4);
      expect(moved / (moved + stayed)).toBeLessThanOrEqual(0.05);
    },
  );

  it('R9 what is drawn singly and what is counted add up to what is in view, in fifty places', () => {
    const table = manyRows(100_000, 9);
    const store = createTableStore(table);
    const random = seeded(12);
    const fit = fitView(store, 1200, 800);
    for (let i = 0; i < 50; i++) {
      const length = (fit.end - fit.start) / 2 ** (random() * 14);
      const start = fit.start + random() * (fit.end - fit.start - length);
      const layout = lay(store, { start, end: start + length, told: false });
      // Counted by a look at every row, the store not asked.
      const inView = new Int32Array(table.categories.length);
      for (let row = 0; row < table.starts.length; row++) {
        if (table.starts[row]! < start + length && table.ends[row]! > start) inView[table.category[row]!]!++;
      }
      for (const lane of layout.lanes) {
        expect(lane.single + lane.counted, lane.key).toBe(inView[table.categories.indexOf(lane.key)]);
      }
      const drawn = new Set(eventsOf(layout).map(({ id }) => id));
      expect(drawn.size).toBe(layout.lanes.reduce((sum, { single }) => sum + single, 0));
    }
  });

  it('takes at most 120 bytes an event', () => {
    const { size, table, index } = million;
    const columns = [table.category, table.starts, table.ends, table.salience].map(
      ({ byteLength }) => byteLength,
    );
    const indexed = buffersOf(index).map(({ byteLength }) => byteLength);
    const sum = [...columns, ...indexed].reduce((all, bytes) => all + bytes, 0);
    expect(sum / size).toBeLessThan(120);
  });
});
