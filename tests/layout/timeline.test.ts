import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitView } from '../../src/layout/scale.ts';
import { toDays } from '../../src/model/days.ts';
import { boundsOf } from '../../src/scene/bounds.ts';
import type { Mark } from '../../src/scene/scene.ts';
import { DARK } from '../../src/scene/theme.ts';
import { createStore } from '../../src/store/memory.ts';
import { category, event, many, seeded } from './events.ts';
import { eventsOf, faultsOf, groupOf, lay, pilesOf } from './look.ts';

const SEED = 77_001;
const SIZES = [1, 2, 12, 90, 400, 3000];
const stores = SIZES.map((size) => createStore(many(size, size)));
const titlesOf = (store: (typeof stores)[number]) =>
  new Map(Array.from({ length: store.size }, (_, i) => [store.at(i).id, store.at(i).title]));
const titles = stores.map(titlesOf);

/** A store, a window somewhere in or around its extent at any zoom, and a size. */
const aState = fc
  .record({
    which: fc.nat(stores.length - 1),
    place: fc.double({ min: -0.1, max: 1.1, noNaN: true }),
    zoom: fc.double({ min: -2, max: 14, noNaN: true }),
    width: fc.constantFrom(390, 720, 1200, 1600),
    height: fc.constantFrom(360, 560, 800, 1000),
    picked: fc.nat(),
  })
  .map(({ which, place, zoom, width, height, picked }) => {
    const store = stores[which]!;
    const fit = fitView(store, width, height);
    const length = (fit.end - fit.start) / 2 ** zoom;
    const middle = fit.start + (fit.end - fit.start) * place;
    return {
      which,
      store,
      view: { start: middle - length / 2, end: middle + length / 2, width, height },
      selected: store.at(picked % store.size).id,
    };
  });

describe('layoutTimeline', { timeout: 30_000 }, () => {
  it('R1 gives a lane to each category with events, in order, and none to others', () => {
    const store = createStore([
      event('a', '2024-05-01', { category: 'work' }),
      event('b', '2024-05-02', { category: 'news' }),
      event('c', '2024-05-03', { category: 'stray' }),
    ]);
    const layout = lay(store, { categories: [category('news'), category('empty'), category('work')] });
    expect(layout.lanes.map(({ key, name }) => [key, name])).toEqual([
      ['news', 'NEWS'],
      ['work', 'WORK'],
      ['stray', 'stray'],
    ]);
  });

  it('R2 keeps all lanes inside the plot, one below the other, at any number of events and categories', () => {
    const keys = Array.from({ length: 40 }, (_, i) => `c${i}`);
    for (const store of [...stores, createStore(many(3000, 2, { keys }))]) {
      for (const [width, height] of [
        [1440, 900],
        [390, 844],
        [390, 300],
      ] as const) {
        const { lanes, plot } = lay(store, { width, height });
        let y = plot.y;
        for (const lane of lanes) {
          expect(lane.y).toBeCloseTo(y, 6);
          expect(lane.height).toBeGreaterThan(0);
          y += lane.height;
        }
        expect(y).toBeLessThanOrEqual(plot.y + plot.height + 1e-6);
      }
    }
  });

  it.each([3, 4, 5])('R3 moves nothing up or down while panning, a thousand times (%#)', (which) => {
    const store = stores[which]!;
    const random = seeded(9);
    const fit = fitView(store, 1200, 800);
    for (const zoom of [1, 6, 40, 300]) {
      const length = (fit.end - fit.start) / zoom;
      const rows = new Map<string, number>();
      // Gathered: to ask of each of a hundred thousand marks costs more than to draw them.
      const moved: string[] = [];
      let named = 0;
      for (let i = 0; i < 84; i++) {
        const start = fit.start + (fit.end - fit.start - length) * random();
        for (const { id, mark, label } of eventsOf(lay(store, { start, end: start + length }))) {
          const y = mark.y + mark.height / 2;
          if (Math.abs(y - (rows.get(id) ?? y)) > 5e-7) moved.push(id);
          rows.set(id, y);
          if (label) named++;
        }
      }
      expect(moved).toEqual([]);
      expect(named).toBeGreaterThan(20);
    }
  });

  it('R3 moves nothing up or down while panning over 100,000 events', () => {
    const store = createStore(many(100_000, 31));
    const random = seeded(5);
    const fit = fitView(store, 1200, 800);
    for (const zoom of [1, 30, 900]) {
      const length = (fit.end - fit.start) / zoom;
      const rows = new Map<string, number>();
      const moved: string[] = [];
      let start = fit.start + (fit.end - fit.start) * 0.8;
      for (let i = 0; i < 60; i++) {
        start += length * (random() - 0.45);
        for (const { id, mark } of eventsOf(lay(store, { start, end: start + length }))) {
          const y = mark.y + mark.height / 2;
          if (Math.abs(y - (rows.get(id) ?? y)) > 5e-7) moved.push(id);
          rows.set(id, y);
        }
      }
      expect(moved).toEqual([]);
    }
  });

  it.each([3, 4, 5])('R4 moves at most one visible title of twenty between steps of zoom (%#)', (which) => {
    const store = stores[which]!;
    const fit = fitView(store, 1200, 800);
    let [moved, stayed] = [0, 0];
    let before = new Map<string, number>();
    let previous: number | null = null;
    for (let zoom = 1; zoom < 500; zoom *= 1.25) {
      const length = (fit.end - fit.start) / zoom;
      const middle = fit.start + (fit.end - fit.start) * 0.7;
      const layout = lay(store, { start: middle - length / 2, end: middle + length / 2, previous });
      previous = layout.level;
      const now = new Map<string, number>();
      for (const { id, label } of eventsOf(layout)) {
        if (!label) continue;
        now.set(id, label.y);
        if (!before.has(id)) continue;
        if (Math.abs(before.get(id)! - label.y) > 0.01) moved++;
        else stayed++;
      }
      before = now;
    }
    expect(stayed).toBeGreaterThan(30);
    expect(moved / (moved + stayed)).toBeLessThanOrEqual(0.05);
  });

  it('R5 R9 keeps every label whole, inside the plot and clear of all else, and counts every event', () => {
    fc.assert(
      fc.property(aState, fc.boolean(), ({ which, store, view, selected }, select) => {
        const layout = lay(store, { ...view, selected: select ? selected : null });
        expect(faultsOf(layout, titles[which]!)).toEqual([]);
        const seen = eventsOf(layout);
        const all = Array.from({ length: store.size }, (_, i) => store.at(i)).filter(
          ({ time }) => time.start < view.end && time.end > view.start,
        );
        for (const lane of layout.lanes) {
          const inView = all.filter(({ category }) => category === lane.key);
          expect(lane.inView).toBe(inView.length);
          const here = new Set(inView.map(({ id }) => id));
          const single = seen.filter(({ id }) => here.has(id));
          expect(lane.single).toBe(single.length);
          expect(lane.named).toBe(single.filter(({ label }) => label).length);
          expect(lane.single + lane.counted).toBe(lane.inView);
          const told = pilesOf(layout)
            .filter((pile) => pile.lane === lane.key)
            .reduce((sum, { count }) => sum + count, 0);
          if (lane.detail === 'density') expect(told).toBeLessThanOrEqual(lane.counted);
          else expect(told).toBe(lane.counted);
          expect(lane.detail === 'bars').toBe(lane.detail !== 'density' && lane.named === lane.inView);
        }
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('R10 stays on a zoom level a little beyond its border, and says which', () => {
    const store = stores[3]!;
    const fit = fitView(store, 1200, 800);
    const at = (factor: number, previous: number | null) =>
      lay(store, { start: fit.start, end: fit.start + (fit.end - fit.start) / factor, previous }).level;
    let border = 1;
    while (at(border, null) === at(1, null)) border *= 1.001;
    const before = at(1, null);
    expect(at(border, before)).toBe(before);
    expect(at(border * 1.06, before)).not.toBe(before);
    expect(at(border / 1.002, at(border * 1.06, before))).toBe(at(border, null));
  });

  it('R6 names events all along a ridge where they are worth the same', () => {
    const events = many(4000, 21, { keys: ['news'] }).map((one) => ({ ...one, salience: 0.5 }));
    const layout = lay(createStore(events), { width: 1400 });
    expect(layout.lanes[0]!.detail).toBe('density');
    const labels = eventsOf(layout).flatMap(({ label }) => (label ? [label] : []));
    const starts = [layout.plot.x, ...labels.map(({ x }) => x).sort((a, b) => a - b)];
    const gaps = starts.slice(1).map((x, i) => x - starts[i]!);
    expect(labels.length).toBeGreaterThan(8);
    expect(Math.max(...gaps)).toBeLessThan(320);
  });

  it('R11 rings the selected event at any zoom and number, with a line through the plot', () => {
    fc.assert(
      fc.property(aState, ({ store, view, selected }) => {
        const layout = lay(store, { ...view, selected });
        const { time } = store.at(store.indexOf(selected));
        const inView = time.start < view.end && time.end > view.start;
        expect(eventsOf(layout).some(({ id }) => id === selected)).toBe(inView);
        expect(layout.hits.some(({ id }) => id === selected)).toBe(inView);
      }),
      { seed: SEED, numRuns: 150 },
    );
    const layout = lay(createStore([event('a', '2024-05-01'), event('b', '2024-06-01')]), { selected: 'b' });
    const line = groupOf(layout, 'selected-day').marks[0]!;
    expect(line).toMatchObject({ kind: 'line', y1: layout.plot.y, y2: layout.plot.y + layout.plot.height });
    expect(line.kind === 'line' && line.dash).toBeTruthy();
    const rings = (id: string) => groupOf(layout, `event-${id}`).marks.length;
    expect(rings('b')).toBe(rings('a') + 1);
  });

  it('R11 names the selected event on its own bar where that fills the plot', () => {
    // Half of the bar has no room for the title, and there is no other row.
    const title =
      'A title that is longer than half of what is seen of its bar, though not longer than all of it';
    const store = createStore([event('a', '2024', { title }), event('b', '1990')]);
    const { start, end } = store.at(store.indexOf('a')).time;
    const middle = (start + end) / 2;
    const layout = lay(store, {
      start: middle - 20,
      end: middle + 20,
      width: 1100,
      height: 90,
      selected: 'a',
    });
    const named = (one: typeof layout) => eventsOf(one).find(({ id }) => id === 'a')?.label;
    expect(named(layout)).toBeTruthy();
  });

  it('R11 names the selected event wherever there is room beside the marks', () => {
    let [named, all] = [0, 0];
    fc.assert(
      fc.property(aState, ({ store, view, selected }) => {
        const layout = lay(store, { ...view, selected });
        const { time } = store.at(store.indexOf(selected));
        if (time.start >= view.end || time.end <= view.start || view.width < 700) return;
        all++;
        if (eventsOf(layout).some(({ id, label }) => id === selected && label)) named++;
      }),
      { seed: SEED, numRuns: 200 },
    );
    expect(all).toBeGreaterThan(20);
    expect(named / all).toBeGreaterThan(0.95);
  });

  it('R12 dims what a search did not find', () => {
    const layout = lay(createStore([event('a', '2024-05-01'), event('b', '2024-06-01')]), {
      found: new Set(['b']),
    });
    const opacities = (id: string) =>
      groupOf(layout, `event-${id}`).marks.map((mark) => (mark.kind === 'group' ? 1 : (mark.opacity ?? 1)));
    expect(opacities('a').every((opacity) => opacity < 0.5)).toBe(true);
    expect(opacities('b').every((opacity) => opacity === 1)).toBe(true);
  });

  it('R12 gives what a search found its title before others', () => {
    const store = createStore(many(300, 12));
    const ids = Array.from({ length: store.size }, (_, i) => store.at(i).id);
    const found = new Set(ids.filter((_, i) => i % 5 === 0));
    const named = (searched: Set<string> | null) =>
      eventsOf(lay(store, { found: searched })).filter(({ id, label }) => label && found.has(id)).length;
    expect(named(found)).toBeGreaterThan(named(null));
  });

  it('R12 shows what was found under a ridge, and still counts every event', () => {
    const store = stores[5]!;
    const found = new Set(Array.from({ length: 300 }, (_, i) => `e${i * 10}`));
    const [plain, searched] = [lay(store), lay(store, { found })];
    expect(plain.lanes.some(({ detail }) => detail === 'density')).toBe(true);
    const hits = (layout: typeof plain) => eventsOf(layout).filter(({ id }) => found.has(id)).length;
    expect(hits(searched)).toBeGreaterThan(hits(plain) + 50);
    for (const lane of searched.lanes) expect(lane.single + lane.counted).toBe(lane.inView);
    expect(new Set(eventsOf(searched).map(({ id }) => id)).size).toBe(eventsOf(searched).length);
  });

  it('R13 draws the same for the same input, whatever was drawn before', () => {
    const events = many(400, 6);
    const views = [1, 3, 50, 7, 1].map((zoom) => {
      const fit = fitView(createStore(events), 1200, 800);
      return { ...fit, end: fit.start + (fit.end - fit.start) / zoom };
    });
    const used = createStore(events);
    const scenes = views.map((view) => JSON.stringify(lay(used, view).scene));
    expect(scenes[4]).toBe(scenes[0]);
    views.forEach((view, i) => {
      expect(JSON.stringify(lay(createStore(events), view).scene)).toBe(scenes[i]);
    });
  });

  it('R13 keeps coordinates near the picture and finite, however far one zooms in', () => {
    fc.assert(
      fc.property(aState, ({ store, view }) => {
        const layout = lay(store, view);
        const faults: string[] = [];
        const check = (marks: readonly Mark[]): void => {
          for (const mark of marks) {
            if (mark.kind === 'group') {
              check(mark.marks);
              continue;
            }
            for (const [key, value] of Object.entries(mark)) {
              if (typeof value !== 'number') continue;
              const across = /^(x|cx|x1|x2|width)$/.test(key);
              if (!Number.isFinite(value) || (across && !(value > -200 && value < view.width + 200)))
                faults.push(`${mark.kind}.${key} is ${value}`);
            }
          }
        };
        check(groupOf(layout, 'events').marks);
        expect(faults).toEqual([]);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('R14 keeps the order of the text among events of one day', () => {
    const names = ['d', 'b', 'a', 'c'];
    const store = createStore(
      names.map((id, i) => event(id, '2024-05-01', { at: i * 20, salience: ((i * 7) % 4) / 4 })),
    );
    for (const end of [20_000, 19_900]) {
      const seen = eventsOf(lay(store, { start: 19_800, end }));
      const rows = seen.sort((a, b) => a.mark.y - b.mark.y).map(({ id }) => id);
      expect(rows).toEqual(names);
    }
  });

  it('R15 tells every event by title and date, once', () => {
    const layout = lay(createStore([event('a', '2024-05-16', { title: 'Ferry opens' })]));
    expect(eventsOf(layout).map(({ title }) => title)).toEqual(['Ferry opens — 16 May 2024']);
    const ids = eventsOf(lay(stores[3]!)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('R16 shows hours as near as hours, a single one within three of them, a day in its week', () => {
    const hours = createStore(['06:10', '09:30', '14:40'].map((at, i) => event(`e${i}`, `2024-05-13T${at}`)));
    const layout = lay(hours);
    const middles = eventsOf(layout).map(({ mark }) => mark.x + mark.width / 2);
    expect(Math.max(...middles) - Math.min(...middles)).toBeGreaterThan(layout.plot.width * 0.8);
    const bars = groupOf(layout, 'overview-bars').marks.map((mark) => boundsOf(mark)!);
    expect(bars).toHaveLength(3);
    for (const bar of bars) expect(bar.width).toBeLessThan(20);
    const years = groupOf(layout, 'overview').marks.filter((mark) => mark.kind === 'text');
    expect(years.map(({ text }) => text)).toContain('12:00');
    const lengthOf = (edtf: string) => {
      const { start, end } = fitView(createStore([event('a', edtf)]), 1200, 800);
      return end - start;
    };
    expect(lengthOf('2024-05-13T14:40')).toBeCloseTo(1 / 8, 3);
    expect(lengthOf('2024-05-13')).toBe(7);
  });

  it('R16 holds for years before Christ, far ones and hours', () => {
    const store = createStore([
      event('old', 'Y-13000'),
      event('ides', '-0043-03-15'),
      event('now', '2024-05-16T14:30'),
      event('far', 'Y120000'),
    ]);
    const all = lay(store);
    expect(all.lanes[0]).toMatchObject({ inView: 4, named: 4 });
    const hours = lay(store, { start: toDays(2024, 5, 16), end: toDays(2024, 5, 17) });
    const [only] = eventsOf(hours);
    const { plot } = hours;
    expect(only?.id).toBe('now');
    expect(only!.mark.x + only!.mark.width / 2).toBeCloseTo(plot.x + (plot.width * 14.5) / 24, 6);
  });

  it('draws an empty picture for no events', () => {
    const layout = lay(createStore([]));
    expect(layout.lanes).toEqual([]);
    expect(layout.hits).toEqual([]);
    expect(layout.scene.background).toBe('#fbfaf7');
  });

  it('names and counts lanes at the left, or above their rows in a narrow picture', () => {
    const store = createStore(many(12, 3, { keys: ['news'] }));
    for (const [width, left] of [
      [1200, true],
      [390, false],
    ] as const) {
      const layout = lay(store, { width, theme: DARK, categories: [category('news')] });
      const { marks, title } = groupOf(layout, 'lane-news');
      const name = marks[0]!;
      expect(title).toMatch(/^NEWS: (12 events|\d+ of 12 named)$/);
      expect(name).toMatchObject({ kind: 'text', text: 'NEWS', weight: 650 });
      expect(name.kind === 'text' && name.x < layout.plot.x).toBe(left);
      const top = Math.min(...eventsOf(layout).map(({ mark }) => mark.y));
      if (!left && name.kind === 'text') expect(name.y).toBeLessThan(top);
    }
  });

  it('hits cover each single event once, inside the plot', () => {
    const layout = lay(stores[3]!, { width: 720 });
    const { plot } = layout;
    expect(layout.hits.map(({ id }) => id)).toEqual(eventsOf(layout).map(({ id }) => id));
    for (const hit of layout.hits) {
      expect(hit.x).toBeGreaterThanOrEqual(plot.x);
      expect(hit.x + hit.width).toBeLessThanOrEqual(plot.x + plot.width + 1);
      expect(hit.width).toBeGreaterThan(0);
    }
  });
});
