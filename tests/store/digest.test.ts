import { describe, expect, test } from 'vitest';
import { answerColumn } from '../../src/store/answerColumn.ts';
import { dayColumns } from '../../src/store/days.ts';
import { buffersOfDigest, digest } from '../../src/store/digest.ts';
import { digestOf, keepDigest } from '../../src/store/digests.ts';
import { FACETS } from '../../src/store/facet.ts';
import { createStore, createTableStore } from '../../src/store/memory.ts';
import { many } from '../layout/events.ts';

const events = many(400, 12);

describe('a digest', () => {
  test('is what a store and the facets would find themselves', () => {
    const { told, table, index, facets, days } = digest(events);
    const truth = createStore(events);
    const store = createTableStore(
      { ...table, event: (row) => events[told ? told[row]! : row]!, rowOf: () => -1 },
      index,
    );
    expect([store.size, store.extent, store.categories]).toEqual([
      truth.size,
      truth.extent,
      truth.categories,
    ]);
    for (let i = 0; i < events.length; i++) expect(store.at(i)).toBe(truth.at(i));
    for (const key of truth.categories)
      expect(store.histogram(key, truth.extent!, 11)).toEqual(truth.histogram(key, truth.extent!, 11));
    for (const facet of FACETS) expect(facets[facet]).toEqual(answerColumn(events, facet));
    expect([...days.starts]).toEqual(events.map(({ time }) => time.start));
    expect([...days.ends]).toEqual(events.map(({ time }) => time.end));
  });

  test('is handed over without a copy, and each piece of memory once', () => {
    const made = digest(events);
    const buffers = buffersOfDigest(made);
    expect(new Set(buffers).size).toBe(buffers.length);
    const handed = structuredClone(made, { transfer: buffers });
    expect(made.table.starts).toHaveLength(0);
    expect(handed.table.starts).toHaveLength(events.length);
  });

  test('is known of the list it came with, and of one with the same events in the same order', () => {
    const made = digest(events);
    keepDigest(events, made);
    expect(digestOf(events)).toBe(made);
    expect(digestOf([...events])).toBe(made);
    expect(digestOf(events.slice(1))).toBeNull();
    expect(digestOf(events.with(7, { ...events[7]! }))).toBeNull();
  });

  test('holds days that four bytes cannot', () => {
    const [one] = events;
    const far = { ...one!, time: { ...one!.time, start: -(2 ** 33), end: 2 - 2 ** 33 } };
    expect([...dayColumns([one!, far]).starts]).toEqual([one!.time.start, -(2 ** 33)]);
  });
});
