import { expect, test } from 'vitest';
import { pack, unpack } from '../../src/keep/packed.ts';
import type { KeptSource } from '../../src/keep/vault.ts';
import { many } from '../layout/events.ts';

const source = (size: number): KeptSource => ({
  collection: {
    dateline: 2,
    name: 'Käyttö – 港',
    documents: [],
    events: many(size, 3).map((event, i) => ({ ...event, title: `${event.title} 港口 ${i}` })),
    categories: [],
    edits: [],
    problems: [],
  },
  read: true,
  dates: [['a', '1990']],
});

test('very many events are kept as lines, and come back as they were', async () => {
  const given = source(2500);
  const packed = await pack(given, 2500);
  expect(packed.collection.events).toEqual([]);
  expect('events' in packed && packed.events.size).toBeGreaterThan(100_000);
  expect(await unpack(packed)).toEqual(given);
  expect(given.collection.events).toHaveLength(2500);
});

test('few are kept as they are', async () => {
  const given = source(30);
  expect(await pack(given)).toBe(given);
  expect(await unpack(given)).toBe(given);
});
