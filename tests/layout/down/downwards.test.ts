import { describe, expect, test } from 'vitest';
import { layoutDownwards } from '../../../src/layout/down/downwards.ts';
import { fitView } from '../../../src/layout/scale.ts';
import type { TimelineLayout } from '../../../src/layout/timeline.ts';
import type { Collection } from '../../../src/model/collection.ts';
import type { Group, Mark, Scene } from '../../../src/scene/scene.ts';
import { LIGHT } from '../../../src/scene/theme.ts';
import { createStore, createTableStore } from '../../../src/store/memory.ts';
import type { EventStore } from '../../../src/store/store.ts';
import beforeChrist from '../../gallery/cases/before-christ.ts';
import fiveHundred from '../../gallery/cases/five-hundred.ts';
import longTitles from '../../gallery/cases/long-titles.ts';
import ranges from '../../gallery/cases/ranges-in-ranges.ts';
import scripts from '../../gallery/cases/scripts.ts';
import twoOnADay from '../../gallery/cases/two-on-a-day.ts';
import { qualityOf } from '../../gallery/quality.ts';
import { quays } from '../../gallery/quays.ts';
import { category, event, seeded } from '../events.ts';
import { manyRows } from '../many.ts';

const PHONE = { width: 390, height: 700 };
const WIDE = { width: 1280, height: 720 };

interface Wish {
  readonly width: number;
  readonly height: number;
  /** Share of the whole, and where it begins. */
  readonly share?: number;
  readonly from?: number;
  readonly selected?: string;
  readonly found?: ReadonlySet<string>;
  readonly previous?: number;
}

function look(store: EventStore, categories: Collection['categories'], wish: Wish): TimelineLayout {
  const { width, height, share = 1, from = 0, selected = null, found = null, previous = null } = wish;
  const whole = fitView(store, width, height);
  const length = whole.end - whole.start;
  const start = whole.start + from * length;
  const view = { start, end: start + length * share, width, height };
  return layoutDownwards({ store, categories, view, theme: LIGHT, selected, found, locale: 'en', previous });
}

const groups = (scene: Scene, key: string): readonly Group[] =>
  scene.marks
    .filter((mark): mark is Group => mark.kind === 'group' && mark.key === key)
    .flatMap((group) => group.marks.filter((mark): mark is Group => mark.kind === 'group'));
/** Middle of the mark of each event, and the top of its title, px along time. */
function places(scene: Scene): Map<string, { readonly mark: number; readonly title: number | null }> {
  const middle = (mark: Mark): number | null =>
    mark.kind === 'circle' ? mark.cy : mark.kind === 'rect' ? mark.y + mark.height / 2 : null;
  return new Map(
    groups(scene, 'events').map(({ key, marks }) => {
      const text = marks.find((mark) => mark.kind === 'text');
      const circle = marks.find((mark) => mark.kind === 'circle');
      return [key, { mark: middle(circle ?? marks[0]!) ?? 0, title: text?.kind === 'text' ? text.y : null }];
    }),
  );
}

describe('R37 where time runs downwards', () => {
  test.each([
    ['five hundred', fiveHundred.collection],
    ['long titles', longTitles.collection],
    ['ranges', ranges.collection],
    ['before Christ', beforeChrist.collection],
    ['scripts', scripts.collection],
    ['two on a day', twoOnADay.collection],
    ['forty lanes', quays(40)],
  ] as const)('no text is over another or cut off: %s', (_, { events, categories }) => {
    const store = createStore(events);
    for (const size of [PHONE, WIDE, { width: 390, height: 300 }]) {
      for (const [share, from] of [
        [1, 0],
        [0.3, 0.4],
        [0.04, 0.52],
      ] as const) {
        const { scene, lanes } = look(store, categories, { ...size, share, from });
        const { overlapping, clipped } = qualityOf(scene, events);
        expect({ overlapping, clipped }).toEqual({ overlapping: [], clipped: [] });
        for (const lane of lanes) expect(lane.single + lane.counted).toBe(lane.inView);
      }
    }
  });

  test('events that are worth the same are named over all of the view, not where it begins', () => {
    const events = Array.from({ length: 1200 }, (_, i) => {
      const [year, month] = [1900 + Math.floor(i / 12), (i % 12) + 1];
      return event(`e${i}`, `${year}-${String(month).padStart(2, '0')}-05`);
    });
    const { scene } = look(createStore(events), [category('news')], PHONE);
    const named = [...places(scene).values()].filter(({ title }) => title !== null);
    expect(named.length).toBeGreaterThan(10);
    const marks = named.map(({ mark }) => mark).sort((a, b) => a - b);
    const gaps = marks.slice(1).map((y, i) => y - marks[i]!);
    expect(Math.max(...gaps)).toBeLessThan(PHONE.height / 5);
  });

  test('panning moves titles with their marks, and changes no track', () => {
    const { events, categories } = fiveHundred.collection;
    const store = createStore(events);
    const random = seeded(37);
    for (let i = 0; i < 12; i++) {
      const [share, from] = [0.05 + random() * 0.3, random() * 0.6];
      const first = look(store, categories, { ...PHONE, share, from });
      const other = look(store, categories, {
        ...PHONE,
        share,
        from: from + random() * share * 0.5,
        previous: first.level,
      });
      const [before, after] = [places(first.scene), places(other.scene)];
      let seen = 0;
      for (const [key, a] of before) {
        const b = after.get(key);
        if (a.title === null || !b || b.title === null || a.title < 60 || b.title < 60) continue;
        expect(a.title - a.mark).toBeCloseTo(b.title - b.mark, 6);
        seen++;
      }
      expect(seen).toBeGreaterThan(0);
      const across = (layout: TimelineLayout) =>
        new Map(layout.hits.filter(({ width }) => width === 13).map((hit) => [hit.id, hit.x]));
      const [one, two] = [across(first), across(other)];
      for (const [id, x] of one) if (two.has(id)) expect(two.get(id)).toBeCloseTo(x, 6);
    }
  });

  test('the most salient are named first', () => {
    const { events, categories } = fiveHundred.collection;
    const { scene } = look(createStore(events), categories, PHONE);
    const titled = new Set([...places(scene)].filter(([, { title }]) => title !== null).map(([key]) => key));
    expect(titled.size).toBeGreaterThan(8);
    const foremost = events.toSorted((a, b) => b.salience - a.salience).slice(0, 3);
    for (const { id } of foremost) expect(titled).toContain(`event-${id}`);
  });

  test('the selected event is ringed and named, whatever is more salient', () => {
    const { events, categories } = fiveHundred.collection;
    const least = events.toSorted((a, b) => a.salience - b.salience)[0]!;
    const { scene } = look(createStore(events), categories, { ...PHONE, selected: least.id });
    const group = groups(scene, 'events').find(({ key }) => key === `event-${least.id}`);
    expect(group?.marks.some((mark) => mark.kind === 'text' && mark.text !== '')).toBe(true);
    expect(group?.marks.some((mark) => mark.kind === 'rect' && mark.strokeWidth === 1.6)).toBe(true);
  });

  test('titles stand in the order of time, that of the selected event too', () => {
    const table = manyRows(4000, 9);
    const store = createTableStore(table);
    const categories = table.categories.map((key) => category(key));
    for (const id of ['e5', 'e900', 'e2100', 'e3990']) {
      const { scene } = look(store, categories, { ...WIDE, selected: id });
      const titled = [...places(scene)].filter(([, { title }]) => title !== null);
      expect(titled.map(([key]) => key)).toContain(`event-${id}`);
      const byTitle = titled.sort(([, a], [, b]) => (a.title ?? 0) - (b.title ?? 0));
      const starts = byTitle.map(([key]) => store.at(store.indexOf(key.slice(6))).time.start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }
  });

  test('what was found goes before the others, which are dimmed', () => {
    const { events, categories } = fiveHundred.collection;
    const least = events.toSorted((a, b) => a.salience - b.salience).slice(0, 2);
    const found = new Set(least.map(({ id }) => id));
    const { scene } = look(createStore(events), categories, { ...PHONE, found });
    for (const { key, marks } of groups(scene, 'events')) {
      const text = marks.find((mark) => mark.kind === 'text');
      if (found.has(key.slice(6))) expect(text).toBeDefined();
      if (text) expect((text.opacity ?? 1) < 1).toBe(!found.has(key.slice(6)));
    }
  });

  test('a title and its mark are both the event to a pointer', () => {
    const { events, categories } = ranges.collection;
    const { hits, plot } = look(createStore(events), categories, WIDE);
    const sizes = new Map<string, number>();
    for (const hit of hits) {
      sizes.set(hit.id, (sizes.get(hit.id) ?? 0) + 1);
      expect(hit.y).toBeGreaterThanOrEqual(plot.y - 1);
      expect(hit.y + hit.height).toBeLessThanOrEqual(plot.y + plot.height + 1);
    }
    expect([...sizes.values()]).toContain(2);
  });

  test('a hundred thousand are counted, and as few drawn as there is room for', () => {
    const table = manyRows(100_000, 5);
    const store = createTableStore(table);
    const categories = table.categories.map((key) => category(key));
    for (const share of [1, 0.1, 0.003]) {
      const { lanes, scene } = look(store, categories, { ...PHONE, share, from: 0.3 });
      expect(lanes.reduce((sum, { single, counted }) => sum + single + counted, 0)).toBe(
        lanes.reduce((sum, { inView }) => sum + inView, 0),
      );
      expect(groups(scene, 'events').length).toBeLessThan(400);
    }
  });
});
