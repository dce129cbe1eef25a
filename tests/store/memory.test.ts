import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDays } from '../../src/model/days.ts';
import type { TimelineEvent } from '../../src/model/event.ts';
import { createStore } from '../../src/store/memory.ts';
import type { Window } from '../../src/store/store.ts';
import { together } from '../../src/store/together.ts';
import { event, many, seeded } from '../layout/events.ts';

const SEED = 20_241;

/** What the index answers, by looking at every event. */
const oracle = (events: readonly TimelineEvent[]) => {
  const meets = (category: string, { start, end }: Window) =>
    events.filter((e) => e.category === category && e.time.start < end && e.time.end > start);
  return {
    meets,
    top: (category: string, window: Window, limit: number) =>
      meets(category, window)
        .map((e) => Math.fround(e.salience))
        .sort((a, b) => b - a)
        .slice(0, limit),
  };
};

const anEvent = fc.record({
  start: fc.integer({ min: -400, max: 400 }),
  days: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 300 })),
  category: fc.constantFrom('a', 'b'),
  salience: fc.integer({ min: 0, max: 8 }),
});

const someEvents = fc.array(anEvent, { maxLength: 120 }).map((list) =>
  list.map(({ start, days, category, salience }, i) => {
    const made = event(`e${i}`, '2024-01-01', { category, salience: salience / 8 });
    return { ...made, time: { ...made.time, start, end: start + days } };
  }),
);

const aWindow = fc
  .tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 400 }))
  .map(([start, days]) => ({ start: start / 1.5, end: start / 1.5 + days }));

describe('createStore', () => {
  it('counts many windows at once as it counts each', () => {
    const someEdges = fc
      .array(fc.integer({ min: -500, max: 900 }), { minLength: 2, maxLength: 40 })
      .map((list) => Float64Array.from(list, (edge) => edge / 1.5).sort());
    fc.assert(
      fc.property(someEvents, someEdges, (events, edges) => {
        const whole = createStore(events);
        const both = together(whole, ['a', 'b'], 'both');
        for (const [store, category] of [
          [whole, 'a'],
          [whole, 'none'],
          [both, 'both'],
        ] as const) {
          const each = Array.from(edges.subarray(1), (end, i) =>
            store.count(category, { start: edges[i]!, end }),
          );
          expect([...store.counts(category, edges)]).toEqual(each);
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('counts, lists and ranks what meets a window as a look at every event does', () => {
    fc.assert(
      fc.property(someEvents, aWindow, fc.integer({ min: 0, max: 30 }), (events, window, limit) => {
        const store = createStore(events);
        const truth = oracle(events);
        for (const category of ['a', 'b', 'none']) {
          const expected = window.end > window.start ? truth.meets(category, window) : [];
          expect(store.count(category, window)).toBe(expected.length);
          const meeting = store.meeting(category, window);
          expect(meeting).toEqual([...meeting].sort((a, b) => a - b));
          expect(meeting.map((i) => store.at(i).id).sort()).toEqual(expected.map(({ id }) => id).sort());
          const top = store.top(category, window, limit);
          expect(new Set(top).size).toBe(top.length);
          expect(top.every((i) => meeting.includes(i))).toBe(true);
          expect(top.map((i) => Math.fround(store.at(i).salience))).toEqual(
            window.end > window.start ? truth.top(category, window, limit) : [],
          );
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('puts every middle in exactly one bin', () => {
    fc.assert(
      fc.property(someEvents, aWindow, fc.integer({ min: 1, max: 40 }), (events, window, bins) => {
        fc.pre(window.end > window.start);
        const counts = createStore(events).histogram('a', window, bins);
        const inside = events.filter(({ category, time }) => {
          const middle = (time.start + time.end) / 2;
          return category === 'a' && middle >= window.start && middle < window.end;
        });
        expect(counts).toHaveLength(bins);
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(inside.length);
        const width = (window.end - window.start) / bins;
        counts.forEach((n, bin) => {
          const [from, to] = [window.start + bin * width, window.start + (bin + 1) * width];
          const near = (slack: number) =>
            inside.filter(({ time }) => {
              const middle = (time.start + time.end) / 2;
              return middle >= from - slack && middle < to + slack;
            }).length;
          expect(n).toBeGreaterThanOrEqual(near(-1e-9));
          expect(n).toBeLessThanOrEqual(near(1e-9));
        });
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('answers equal salience in order of time', () => {
    const events = Array.from({ length: 200 }, (_, i) => event(`e${i}`, '2024-01-01'));
    const store = createStore(events.map((e, i) => ({ ...e, time: { ...e.time, start: i, end: i + 1 } })));
    expect(store.top('news', { start: 10, end: 100 }, 5)).toEqual([10, 11, 12, 13, 14]);
  });

  it('orders by start, end, place in the text, id', () => {
    const store = createStore([
      event('late', '2024-05-02'),
      event('second', '2024-05-01', { at: 70 }),
      event('first', '2024-05-01', { at: 9 }),
      event('z', '2024-05-01', { at: 80 }),
      event('y', '2024-05-01', { at: 80 }),
      event('longer', '2024-05-01/2024-05-03', { at: 0 }),
    ]);
    const ids = Array.from({ length: store.size }, (_, i) => store.at(i).id);
    expect(ids).toEqual(['first', 'second', 'y', 'z', 'longer', 'late']);
    expect(ids.map((id) => store.indexOf(id))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(store.indexOf('nobody')).toBe(-1);
  });

  it('gives the same answers whatever the order of the events', () => {
    const events = many(300, 4);
    const random = seeded(8);
    const shuffled = [...events].sort(() => random() - 0.5);
    const ids = (list: readonly TimelineEvent[]) => {
      const store = createStore(list);
      return Array.from({ length: store.size }, (_, i) => store.at(i).id);
    };
    expect(ids(shuffled)).toEqual(ids(events));
  });

  it('knows how far time goes, also across categories', () => {
    const store = createStore([event('a', '-0043', { category: 'x' }), event('b', '1999/2024-03-02')]);
    expect(store.extent).toEqual({ start: toDays(-43), end: toDays(2024, 3, 3) });
    expect(store.categories).toEqual(['news', 'x']);
  });

  it('has nothing to say about nothing', () => {
    const store = createStore([]);
    const window = { start: 0, end: 10 };
    expect(store.extent).toBeNull();
    expect(store.count('news', window)).toBe(0);
    expect(store.top('news', window, 3)).toEqual([]);
    expect(store.meeting('news', window)).toEqual([]);
    expect(store.histogram('news', window, 3)).toEqual([0, 0, 0]);
    expect(store.columns('news').positions).toHaveLength(0);
    expect(() => store.at(0)).toThrow(RangeError);
  });

  it('finds the top few of very many without listing them', () => {
    const events = many(20_000, 5, { keys: ['news'] });
    const store = createStore(events);
    const window = { start: 9000, end: 15_000 };
    expect(store.top('news', window, 40).map((i) => Math.fround(store.at(i).salience))).toEqual(
      oracle(events).top('news', window, 40),
    );
    expect(store.count('news', window)).toBe(oracle(events).meets('news', window).length);
  });
});
