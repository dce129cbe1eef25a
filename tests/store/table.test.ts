import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimelineEvent } from '../../src/model/event.ts';
import { createStore, createTableStore } from '../../src/store/memory.ts';
import { rowsById, tableOf } from '../../src/store/table.ts';
import { event, many } from '../layout/events.ts';

const SEED = 20_245;

const someEvents = fc
  .array(
    fc.record({
      start: fc.integer({ min: -20, max: 20 }),
      days: fc.integer({ min: 1, max: 12 }),
      category: fc.constantFrom('a', 'b', 'c'),
      salience: fc.integer({ min: 0, max: 8 }),
      figures: fc.boolean(),
    }),
    { maxLength: 80 },
  )
  .map((list) =>
    list.map(({ start, days, category, salience, figures }, i): TimelineEvent => {
      const made = event(`e${i}`, '2024-01-01', { category, salience: salience / 8 });
      return {
        ...made,
        time: { ...made.time, start, end: start + days },
        figures: figures ? [{ label: 'ships', value: i, unit: 'ships', period: null }] : [],
      };
    }),
  );

describe('createTableStore', () => {
  it('puts rows in the order of time and keeps the order of rows that have the same', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const store = createTableStore(tableOf(events));
        const expected = events
          .map((each, row) => ({ ...each.time, row }))
          .sort((a, b) => a.start - b.start || a.end - b.end || a.row - b.row);
        expect(Array.from({ length: store.size }, (_, i) => store.at(i).id)).toEqual(
          expected.map(({ row }) => `e${row}`),
        );
        for (const { id } of events) expect(store.at(store.indexOf(id)).id).toBe(id);
        expect(store.indexOf('nobody')).toBe(-1);
      }),
      { seed: SEED },
    );
  });

  it('answers as a store over the events themselves does', () => {
    fc.assert(
      fc.property(someEvents, fc.integer({ min: -30, max: 30 }), (events, from) => {
        const [columns, objects] = [createTableStore(tableOf(events)), createStore(events)];
        const window = { start: from, end: from + 9 };
        expect(columns.extent).toEqual(objects.extent);
        expect(columns.categories).toEqual(objects.categories);
        for (const key of ['a', 'b', 'c', 'none']) {
          const named = (store: typeof columns, positions: readonly number[]) =>
            positions.map((i) => store.at(i).id).sort();
          expect(columns.count(key, window)).toBe(objects.count(key, window));
          expect(columns.histogram(key, window, 4)).toEqual(objects.histogram(key, window, 4));
          expect(named(columns, columns.meeting(key, window))).toEqual(
            named(objects, objects.meeting(key, window)),
          );
          expect(columns.top(key, window, 5).map((i) => columns.at(i).salience)).toEqual(
            objects.top(key, window, 5).map((i) => objects.at(i).salience),
          );
        }
      }),
      { seed: SEED },
    );
  });

  it('knows which events report figures', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const store = createTableStore(tableOf(events));
        const reporting = Array.from({ length: store.size }, (_, i) => i).filter(
          (i) => store.at(i).figures.length > 0,
        );
        expect(store.figured).toEqual(reporting);
      }),
      { seed: SEED },
    );
  });

  it('asks for no event while it is made, counted and searched', () => {
    const table = tableOf([event('a', '2024-05-16'), event('b', '2023-05-16')]);
    const store = createTableStore({
      ...table,
      event: () => {
        throw new Error('asked');
      },
    });
    const window = { start: 0, end: 30_000 };
    expect([store.count('news', window), store.top('news', window, 1).length]).toEqual([2, 1]);
    expect(() => store.at(0)).toThrow('asked');
  });
});

describe('rowsById', () => {
  it('of very many is told out of those of the list before a correction', () => {
    const events = many(20_500, 6);
    const changes: ((list: TimelineEvent[]) => void)[] = [
      (list) => list.splice(700, 1),
      (list) => list.splice(0, 3),
      (list) => list.splice(20_499, 1),
      (list) => list.splice(900, 0, { ...events[0]!, id: 'new' }),
      (list) => list.splice(5, 2, { ...events[6]!, title: 'x' }, { ...events[5]!, title: 'y' }),
      (list) => list.splice(40, 0, ...list.splice(9000, 1)),
      () => {},
    ];
    expect(rowsById(events).get(events[3]!.id)).toBe(3);
    for (const change of changes) {
      const list = [...events];
      change(list);
      const rows = rowsById(list);
      expect(list.findIndex(({ id }, row) => rows.get(id) !== row)).toBe(-1);
      const left = new Set(list.map(({ id }) => id));
      for (const { id } of events) if (!left.has(id)) expect(rows.get(id)).toBeUndefined();
      expect(rows.get('nobody')).toBeUndefined();
    }
  });
});
