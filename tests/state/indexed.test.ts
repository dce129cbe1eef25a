import { describe, expect, test } from 'vitest';
import { Indexed } from '../../src/state/indexed.svelte.ts';
import { indexTable } from '../../src/store/index.ts';
import { createStore } from '../../src/store/memory.ts';
import { many } from '../layout/events.ts';

const events = many(21_000, 5);

describe('Indexed', () => {
  test('answers at once, and better when the index is there', async () => {
    let given = 0;
    const indexed = new Indexed(events, (table) => {
      given = table.starts.length;
      return { index: Promise.resolve(indexTable(table, table.categories.length)), cancel: () => {} };
    });
    const sketch = indexed.store;
    expect([given, sketch.size]).toEqual([events.length, events.length]);
    await Promise.resolve();
    await Promise.resolve();
    const { store } = indexed;
    expect(store).not.toBe(sketch);
    const [key] = store.categories as [string];
    expect(store.count(key, store.extent!)).toBe(sketch.count(key, store.extent!));
    expect(store.columns(key).positions).toHaveLength(store.count(key, store.extent!));
  });

  test('answers about some of them, before and after', async () => {
    const some = events.filter((_, i) => i % 5 === 0);
    const indexed = new Indexed(events, (table) => ({
      index: Promise.resolve(indexTable(table, table.categories.length)),
      cancel: () => {},
    }));
    expect(indexed.of(some).size).toBe(some.length);
    await Promise.resolve();
    await Promise.resolve();
    const store = indexed.of(some);
    const truth = createStore(some);
    for (let i = 0; i < some.length; i += 97) expect(store.at(i).id).toBe(truth.at(i).id);
    expect(indexed.of(events)).toBe(indexed.store);
  });

  test('a worker that breaks loses nothing', async () => {
    const indexed = new Indexed(events, () => ({ index: Promise.reject(new Error('no')), cancel: () => {} }));
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    const { store } = indexed;
    const [key] = store.categories as [string];
    expect(store.columns(key).positions.length).toBe(store.count(key, store.extent!));
  });

  test('few events need no worker', () => {
    const away = () => {
      throw new Error('not wanted');
    };
    expect(new Indexed(events.slice(0, 10), away).store.size).toBe(10);
  });
});
