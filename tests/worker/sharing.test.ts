import { expect, test } from 'vitest';
import { sharing } from '../../src/worker/sharing.ts';
import { many } from '../layout/events.ts';

test('events that share their words say the same, and lists of nothing are one', () => {
  const events = many(300, 4);
  const given = structuredClone(events);
  const share = sharing();
  share(given.slice(0, 100));
  share(given.slice(100));
  expect(given).toEqual(events);
  const without = given.filter(({ figures }) => figures.length === 0);
  expect(without.length).toBeGreaterThan(1);
  expect(new Set(without.map(({ figures }) => figures)).size).toBe(1);
});
