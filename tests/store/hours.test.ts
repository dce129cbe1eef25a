import { expect, test } from 'vitest';
import { createStore } from '../../src/store/memory.ts';
import { event } from '../layout/events.ts';

test('R16 what is told by the hour is counted in its hours, and not for the rest of its day', () => {
  const store = createStore([
    event('noon', '1987-02-10T12:00'),
    event('night', '1987-02-10T21:30/1987-02-11T03:00'),
    event('day', '1987-02-10'),
  ]);
  const day = store.at(store.indexOf('day')).time.start;
  const count = (from: number, to: number) =>
    store.count('news', { start: day + from / 24, end: day + to / 24 });
  expect(count(8, 11)).toBe(1);
  expect(count(11, 13)).toBe(2);
  expect(count(13, 20)).toBe(1);
  expect(count(22, 23)).toBe(2);
  expect(count(25, 26)).toBe(1);
  expect(count(28, 40)).toBe(0);
});
