import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTable } from '../../src/store/index.ts';
import { createStore, createTableStore } from '../../src/store/memory.ts';
import { narrowIndex } from '../../src/store/narrow.ts';
import { tableOf } from '../../src/store/table.ts';
import { many } from '../layout/events.ts';

describe('narrowIndex', () => {
  it('answers as an index of the kept events alone does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 99 }),
        fc.boolean(),
        fc.boolean(),
        (size, seed, mixed, orders) => {
          const events = many(size, seed);
          const told = mixed ? [...events].sort((a, b) => (a.id < b.id ? -1 : 1)) : events;
          const table = tableOf(told);
          const keep = Uint8Array.from(told, (event) =>
            Number.parseInt(event.id.replace(/\D/g, ''), 10) % 3 > 0 ? 1 : 0,
          );
          const store = createTableStore(
            table,
            narrowIndex(indexTable(table, table.categories.length, orders), keep),
          );
          const truth = createTableStore(tableOf(told.filter((_, row) => keep[row])));
          expect([store.size, store.extent, store.categories]).toEqual([
            truth.size,
            truth.extent,
            truth.categories,
          ]);
          for (const key of truth.categories) {
            const extent = truth.extent!;
            const window = { start: extent.start + (extent.end - extent.start) / 3, end: extent.end };
            const ids = (from: typeof store, list: readonly number[]) => list.map((i) => from.at(i).id);
            expect(store.count(key, window)).toBe(truth.count(key, window));
            expect(store.histogram(key, window, 7)).toEqual(truth.histogram(key, window, 7));
            expect(ids(store, store.meeting(key, window))).toEqual(ids(truth, truth.meeting(key, window)));
            expect(ids(store, store.top(key, window, 5))).toEqual(ids(truth, truth.top(key, window, 5)));
          }
          told.forEach(({ id }) => {
            expect(store.indexOf(id)).toBe(truth.indexOf(id));
          });
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  it('keeps whole lanes beside one that is left out', () => {
    const events = many(300, 8);
    const hidden = events[0]!.category;
    const table = tableOf(events);
    const keep = Uint8Array.from(events, ({ category }) => (category === hidden ? 0 : 1));
    const store = createTableStore(table, narrowIndex(indexTable(table, table.categories.length), keep));
    const truth = createTableStore(tableOf(events.filter(({ category }) => category !== hidden)));
    expect(store.categories).toEqual(truth.categories);
    for (const key of truth.categories) {
      const [ours, theirs] = [store.columns(key), truth.columns(key)];
      expect([...ours.positions].map((at) => store.at(at).id)).toEqual(
        [...theirs.positions].map((at) => truth.at(at).id),
      );
      expect(store.histogram(key, truth.extent!, 9)).toEqual(truth.histogram(key, truth.extent!, 9));
    }
  });

  it('keeps nothing, or all', () => {
    const events = many(50, 3);
    const table = tableOf(events);
    const index = indexTable(table, table.categories.length);
    expect(createTableStore(table, narrowIndex(index, new Uint8Array(50))).extent).toBeNull();
    const all = createTableStore(table, narrowIndex(index, new Uint8Array(50).fill(1)));
    expect(all.size).toBe(createStore(events).size);
  });
});
