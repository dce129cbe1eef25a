import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_GIVEN, arrange, type LaneArrangement, movedOrder } from '../../src/layout/arrangement.ts';
import { layoutTimeline, type TimelineInput } from '../../src/layout/timeline.ts';
import type { TimelineEvent } from '../../src/model/event.ts';
import type { Group, Mark } from '../../src/scene/scene.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { laneKeys } from '../../src/store/laneKeys.ts';
import { createStore } from '../../src/store/memory.ts';
import { category, event, many, seeded } from './events.ts';

const KINDS = [category('news', '#3e6fb5'), category('fire', '#c25a2b'), category('law', '#2f8a63')];

/** The timeline of events as somebody has arranged it. */
function drawn(
  events: readonly TimelineEvent[],
  arrangement: Partial<LaneArrangement>,
  rest: Partial<TimelineInput> = {},
) {
  const wanted = { ...AS_GIVEN, ...arrangement };
  const keys = laneKeys(events, wanted.by);
  const store = createStore(events);
  const lanes = arrange(wanted, keys, createStore(events, keys.keyOf), KINDS, [], 'en');
  const { start, end } = store.extent!;
  return layoutTimeline({
    store,
    categories: KINDS,
    lanes,
    view: { start: start - 30, end: end + 30, width: 1200, height: 800 },
    theme: LIGHT,
    selected: null,
    found: null,
    locale: 'en',
    ...rest,
  });
}

const events = many(300, 5).map((one, i) => ({
  ...one,
  category: KINDS[i % 3]!.key,
  actors: i % 5 === 0 ? [] : [`Guild ${i % 7}`, `Guild ${(i + 1) % 7}`],
}));

const groupOf = (marks: readonly Mark[], key: string): Group | undefined => {
  for (const mark of marks) {
    if (mark.kind !== 'group') continue;
    const found = mark.key === key ? mark : groupOf(mark.marks, key);
    if (found) return found;
  }
  return undefined;
};

describe('lanes as a person arranges them', () => {
  it('R29 draws a lane for each of the foremost, and every event is in one', () => {
    const { lanes } = drawn(events, { by: 'actor' });
    expect(lanes.map(({ name }) => name).sort()).toEqual([
      ...Array.from({ length: 7 }, (_, i) => `Guild ${i}`),
      'Nobody named',
    ]);
    expect(lanes.reduce((sum, lane) => sum + lane.single + lane.counted, 0)).toBe(events.length);
  });

  it('R29 keeps the colour of the category', () => {
    const two = [
      event('a', '1990', { category: 'fire', actors: ['Ann'] }),
      event('b', '1995', { category: 'law', actors: ['Ann'] }),
    ];
    const { scene, lanes } = drawn(two, { by: 'actor' });
    expect(lanes).toHaveLength(1);
    expect(JSON.stringify(groupOf(scene.marks, 'event-a'))).toContain('#c25a2b');
    expect(JSON.stringify(groupOf(scene.marks, 'event-b'))).toContain('#2f8a63');
  });

  it('R29 gives lanes by all events, so that a filter moves none', () => {
    const keys = laneKeys(events, 'actor');
    const some = events.filter(({ category: kind }) => kind !== 'fire');
    const lanes = arrange({ ...AS_GIVEN, by: 'actor' }, keys, createStore(some, keys.keyOf), KINDS, [], 'en');
    expect(lanes.list.map(({ key }) => key)).toEqual(keys.keys);
  });

  it('R30 sorts by first event and by size, and lets those who share a lane come last', () => {
    const list = [
      event('a', '1990', { actors: ['Late'] }),
      event('b', '1991', { actors: ['Late'] }),
      event('c', '1905', { actors: ['Early'] }),
      event('d', '1900', { actors: [] }),
    ];
    const order = (wanted: LaneArrangement['order']) =>
      drawn(list, { by: 'actor', order: wanted }).lanes.map(({ key }) => key);
    expect(order('first')).toEqual(['Early', 'Late', '-']);
    expect(order('size')).toEqual(['Late', 'Early', '-']);
    expect(order(['-'])).toEqual(['-', 'Late', 'Early']);
    expect(order(['nobody', 'Early'])).toEqual(['Early', 'Late', '-']);
  });

  it('R30 says a moved lane in as few keys as it takes, and moves no other', () => {
    const given = ['a', 'b', 'c', 'd', 'e'];
    expect(movedOrder(given, given, 'c', 0)).toEqual(['c']);
    expect(movedOrder(given, ['c', 'a', 'b', 'd', 'e'], 'c', 2)).toBe('given');
    expect(movedOrder(given, ['b', 'd'], 'd', 0)).toEqual(['d']);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(given),
        fc.nat(4),
        fc.integer({ min: -2, max: 7 }),
        (seen, which, to) => {
          const key = seen[which % Math.max(seen.length, 1)];
          if (key === undefined) return;
          const order = movedOrder(given, seen, key, to);
          const first = order === 'given' ? [] : (order as readonly string[]);
          const all = [...first, ...given.filter((other) => !first.includes(other))];
          const wanted = seen.filter((other) => other !== key);
          wanted.splice(Math.min(Math.max(to, 0), wanted.length), 0, key);
          expect(all.filter((other) => seen.includes(other))).toEqual(wanted);
        },
      ),
      { seed: 30 },
    );
  });

  it('R31 makes a lane a thin line that counts all, with only what was chosen or found on it', () => {
    const [chosen, other] = [events[0]!, events[3]!];
    const found = new Set([chosen.id, other.id]);
    const { lanes, scene, hits } = drawn(events, { collapsed: ['news'] }, { selected: chosen.id, found });
    const thin = lanes.find(({ key }) => key === 'news')!;
    expect(thin).toMatchObject({ collapsed: true, named: 0, single: 2, counted: 98, detail: 'density' });
    expect(thin.height).toBeLessThan(30);
    expect(hits.some(({ id }) => id === chosen.id)).toBe(true);
    expect(groupOf(scene.marks, 'lane-news')?.title).toBe('NEWS: 100 events');
    expect(groupOf(scene.marks, 'ridge-news-line')).toBeDefined();
  });

  it('R31 lets the others have the room of a collapsed lane', () => {
    const before = drawn(events, {}).lanes;
    const after = drawn(events, { collapsed: ['news'] }).lanes;
    for (const key of ['fire', 'law']) {
      const height = (lanes: typeof before) => lanes.find((lane) => lane.key === key)!.height;
      expect(height(after)).toBeGreaterThan(height(before));
    }
  });

  it('R31 is reshaped by panning no more than other ridges: what stays in view keeps its height', () => {
    const first = createStore(events).extent!.start;
    const ridge = (by: number) => {
      const view = { start: first + by, end: first + by + 3000, width: 1200, height: 800 };
      const { scene, plot } = drawn(events, { collapsed: ['news'] }, { view });
      const lines = groupOf(scene.marks, 'ridge-news-line')!.marks.filter((mark) => mark.kind === 'polyline');
      const scale = plot.width / 3000;
      const points = new Map<number, number>();
      for (const line of lines) {
        if (line.kind !== 'polyline' || line.closed) continue;
        for (let i = 0; i < line.points.length; i += 2) {
          const day = view.start + (line.points[i]! - plot.x) / scale;
          if (day > first + 600 && day < first + 2400) points.set(Math.round(day * 8), line.points[i + 1]!);
        }
      }
      return points;
    };
    const [one, two] = [ridge(0), ridge(431.7)];
    expect(one.size).toBeGreaterThan(20);
    let same = 0;
    for (const [day, y] of one) {
      const moved = two.get(day) ?? two.get(day - 1) ?? two.get(day + 1);
      if (moved === undefined) continue;
      same++;
      expect(Math.abs(moved - y)).toBeLessThan(0.01);
    }
    expect(same).toBeGreaterThan(one.size * 0.9);
  });

  it('R32 gives a lane the height that was wanted, and all stay on the screen', () => {
    const random = seeded(32);
    for (let round = 0; round < 60; round++) {
      const heights = Object.fromEntries(
        KINDS.filter(() => random() < 0.6).map(({ key }) => [key, Math.round(10 + random() * 900)]),
      );
      const collapsed = KINDS.filter(() => random() < 0.3).map(({ key }) => key);
      const height = 300 + Math.round(random() * 700);
      const view = { start: 0, end: 9000, width: random() < 0.3 ? 390 : 1200, height };
      const { lanes, plot } = drawn(events, { heights, collapsed }, { view });
      let bottom = plot.y;
      for (const lane of lanes) {
        expect(lane.y).toBeCloseTo(bottom, 6);
        expect(lane.height).toBeGreaterThan(15);
        bottom += lane.height;
      }
      expect(bottom).toBeLessThanOrEqual(plot.y + plot.height + 1e-6);
    }
    const tall = drawn(events, { heights: { fire: 260 } }).lanes.find(({ key }) => key === 'fire');
    expect(tall?.height).toBe(260);
  });

  it('R32 leaves the picture as it was where nothing is arranged', () => {
    const plain = drawn(events, {});
    const { lanes: _, ...untouched } = plain;
    const store = createStore(events);
    const { start, end } = store.extent!;
    const without = layoutTimeline({
      store,
      categories: KINDS,
      view: { start: start - 30, end: end + 30, width: 1200, height: 800 },
      theme: LIGHT,
      selected: null,
      found: null,
      locale: 'en',
    });
    expect(JSON.stringify(untouched.scene)).toBe(JSON.stringify(without.scene));
  });

  it('R3 moves nothing up or down in arranged lanes when panning', () => {
    const random = seeded(33);
    const place = (start: number) => {
      const { hits } = drawn(
        events,
        { by: 'actor', collapsed: ['Guild 2'], heights: { 'Guild 1': 150 } },
        { view: { start, end: start + 2500, width: 1200, height: 800 } },
      );
      return new Map(hits.map(({ id, y }) => [id, y]));
    };
    const before = place(4000);
    for (let i = 0; i < 40; i++) {
      for (const [id, y] of place(4000 + (random() - 0.5) * 2400)) {
        if (before.has(id)) expect(y).toBe(before.get(id));
      }
    }
  });
});
