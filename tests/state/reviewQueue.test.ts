import { expect, test } from 'vitest';
import { toReview } from '../../src/state/review.ts';
import { queueOf, queueOfMany } from '../../src/state/reviewQueue.ts';
import { many } from '../layout/events.ts';

test('a queue that is only counted is the one that is in order', () => {
  const events = many(500, 9).map((event, i) => ({ ...event, confidence: ((i * 37) % 100) / 100 }));
  const done = (id: string): boolean => id.endsWith('3');
  const truth = toReview(events, new Map(), done);
  const [ordered, counted] = [queueOf(truth), queueOfMany(events, done)];
  expect(truth.length).toBeGreaterThan(100);
  expect([ordered.size, counted.size]).toEqual([truth.length, truth.length]);
  truth.forEach((waiting, place) => {
    expect(counted.at(place)).toEqual(waiting);
    expect(ordered.at(place)).toBe(waiting);
    expect([ordered, counted].map((queue) => queue.placeOf(waiting.event.id))).toEqual([place, place]);
  });
  const settled = events.find(({ id }) => done(id))!;
  expect([ordered, counted].map((queue) => queue.placeOf(settled.id))).toEqual([-1, -1]);
  expect(() => counted.at(truth.length)).toThrow(/want a look/);
});
