import { describe, expect, test } from 'vitest';
import { AS_GIVEN, arrange, type LaneArrangement, SHARED } from '../../../src/layout/arrangement.ts';
import { layoutDownwards } from '../../../src/layout/down/downwards.ts';
import { fitView } from '../../../src/layout/scale.ts';
import type { TimelineInput, TimelineLayout } from '../../../src/layout/timeline.ts';
import type { Collection } from '../../../src/model/collection.ts';
import type { TimelineEvent } from '../../../src/model/event.ts';
import { boundsOf } from '../../../src/scene/bounds.ts';
import type { Group, Mark, Polyline, Scene, Text } from '../../../src/scene/scene.ts';
import { LIGHT } from '../../../src/scene/theme.ts';
import { laneKeys, OTHERS } from '../../../src/store/laneKeys.ts';
import { createStore } from '../../../src/store/memory.ts';
import houses from '../../gallery/cases/by-actor.ts';
import disagreement from '../../gallery/cases/figures-disagree.ts';
import threeUnits from '../../gallery/cases/figures-three-units.ts';
import { qualityOf } from '../../gallery/quality.ts';
import { quays } from '../../gallery/quays.ts';
import { category, event } from '../events.ts';

const PHONE = { width: 390, height: 700 };
const WIDE = { width: 1440, height: 760 };

interface Wish extends Partial<Pick<TimelineInput, 'selected' | 'found' | 'locale'>> {
  readonly width: number;
  readonly height: number;
  readonly share?: number;
  readonly from?: number;
  readonly arranged?: Partial<LaneArrangement>;
}

function look({ events, categories, documents }: Collection, wish: Wish): TimelineLayout {
  const { width, height, share = 1, from = 0, arranged, locale = 'en' } = wish;
  const { selected = null, found = null } = wish;
  const store = createStore(events);
  const whole = fitView(store, width, height);
  const length = whole.end - whole.start;
  const start = whole.start + from * length;
  const keys = laneKeys(events, arranged?.by ?? 'category');
  const told = arranged?.by ? createStore(events, keys.keyOf) : store;
  return layoutDownwards({
    store,
    categories,
    ...(arranged
      ? { lanes: arrange({ ...AS_GIVEN, ...arranged }, keys, told, categories, documents, locale) }
      : {}),
    view: { start, end: start + length * share, width, height },
    theme: LIGHT,
    selected,
    found,
    locale,
  });
}

const groupsIn = (scene: Scene, key: string): readonly Group[] =>
  scene.marks
    .filter((mark): mark is Group => mark.kind === 'group' && mark.key === key)
    .flatMap(({ marks }) => marks.filter((mark): mark is Group => mark.kind === 'group'));
const textsOf = (marks: readonly Mark[]): readonly Text[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? textsOf(mark.marks) : mark.kind === 'text' ? [mark] : []));
const shapesOf = (marks: readonly Mark[]): readonly Mark[] =>
  marks.flatMap((mark) =>
    mark.kind === 'group' ? shapesOf(mark.marks) : mark.kind === 'text' ? [] : [mark],
  );
const wordsIn = (scene: Scene): readonly string[] => textsOf(scene.marks).map(({ text }) => text);
const namesIn = (layout: TimelineLayout): readonly string[] => layout.lanes.map(({ name }) => name);

/** As many categories as there are names, some events in each. */
function named(...names: readonly string[]): Collection {
  const events = names.flatMap((_, i) =>
    [0, 1, 2, 3].map((n) => event(`e${i}-${n}`, `20${10 + n}-0${(i % 9) + 1}-11`, { category: `c${i}` })),
  );
  const categories = names.map((name, i) => ({ ...category(`c${i}`), name }));
  return { ...houses.collection, events, categories };
}

describe('R37 columns are arranged as lanes are', () => {
  const { collection } = houses;

  test('there is one for each actor, in the order that was asked for, and marks keep their colours', () => {
    const keys = laneKeys(collection.events, 'actor');
    const layout = look(collection, { ...WIDE, arranged: { by: 'actor', order: 'size' } });
    const own = layout.lanes.filter(({ key }) => key !== '*' && key !== '-');
    const sizes = own.map(({ key }) => keys.measure(key).size);
    expect(own).toHaveLength(8);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    // What shares a lane comes last.
    expect(layout.lanes.slice(-2).map(({ key }) => key)).toEqual(['*', '-']);
    const inks = new Set(
      groupsIn(layout.scene, 'events').flatMap(({ marks }) =>
        marks.flatMap((mark) => (mark.kind === 'circle' && typeof mark.fill === 'string' ? [mark.fill] : [])),
      ),
    );
    for (const { colour } of collection.categories) expect(inks).toContain(colour);
  });

  test('marks stand in the column of their lane', () => {
    const keys = laneKeys(collection.events, 'actor');
    const layout = look(collection, { ...WIDE, arranged: { by: 'actor' } });
    const byId = new Map(collection.events.map((one) => [one.id, one]));
    let seen = 0;
    for (const { id, x, width } of layout.hits.filter((hit) => hit.width === 14)) {
      const lane = layout.lanes.find(({ key }) => key === keys.keyOf(byId.get(id)!))!;
      expect(x).toBeGreaterThanOrEqual(lane.x! - 0.01);
      expect(x + width).toBeLessThanOrEqual(lane.x! + lane.width! + 0.01);
      seen++;
    }
    expect(seen).toBeGreaterThan(60);
  });

  test('they stand as somebody has moved them, the others as given', () => {
    const given = namesIn(look(collection, WIDE));
    const moved = namesIn(look(collection, { ...WIDE, arranged: { order: ['works'] } }));
    expect(moved).toEqual(['Works', ...given.filter((name) => name !== 'Works')]);
  });

  test('what is put away is thin, counts all and names nobody but the selected event', () => {
    const inDeals = (one: TimelineEvent): boolean => one.category === 'deals';
    const all = collection.events.filter(inDeals);
    const plain = look(collection, WIDE);
    const layout = look(collection, { ...WIDE, arranged: { collapsed: ['deals'] }, selected: all[3]!.id });
    const lane = layout.lanes.find(({ key }) => key === 'deals')!;
    expect(lane).toMatchObject({ collapsed: true, inView: all.length, single: 1, named: 1 });
    expect(lane.counted).toBe(all.length - 1);
    expect(lane.width!).toBeLessThan(plain.lanes.find(({ key }) => key === 'deals')!.width!);
    const drawn = groupsIn(layout.scene, 'events').map(({ key }) => key);
    expect(drawn.filter((key) => all.some(({ id }) => key === `event-${id}`))).toEqual([
      `event-${all[3]!.id}`,
    ]);
    const found = new Set(all.slice(0, 4).map(({ id }) => id));
    const searched = look(collection, { ...WIDE, arranged: { collapsed: ['deals'] }, found });
    const lit = groupsIn(searched.scene, 'events').filter(({ key }) => found.has(key.slice(6)));
    expect(lit.length).toBeGreaterThan(0);
    expect(textsOf(lit)).toEqual([]);
  });

  test('where columns share one it says whose it is, and who was given a height has one of its own', () => {
    const many = quays(40);
    const plain = look(many, PHONE);
    const shared = plain.lanes.at(-1)!;
    expect(shared.key).toBe(SHARED);
    expect(shared.shares!.length + plain.lanes.length - 1).toBe(40);
    const other = shared.shares!.at(-1)!;
    const arranged = { heights: { [other]: 66 } };
    expect(look(many, { ...PHONE, arranged }).lanes.map(({ key }) => key)).toContain(other);
  });

  test('events of a category that nobody listed have a column, too', () => {
    const strange = { ...collection, categories: collection.categories.filter(({ key }) => key !== 'works') };
    const { lanes } = look(strange, WIDE);
    expect(lanes.map(({ key }) => key)).toContain('works');
    expect(lanes.reduce((sum, { inView }) => sum + inView, 0)).toBe(collection.events.length);
  });

  test('a date that is concluded is told as such', () => {
    const events = [
      event('a', '2011-03-04', { how: 'inferred' }),
      event('b', '2011-09-05', { how: 'explicit' }),
      event('c', '2012-09-05'),
    ];
    const words = wordsIn(look({ ...collection, events, categories: [category('news')] }, WIDE).scene);
    expect(words).toContain('~ 4 March 2011');
    expect(words).toContain('5 September 2011');
  });
});

describe('R38 names of columns', () => {
  const LONG = [
    'Meetings',
    'Exercises',
    'Trade and money',
    'Agreements',
    'Conflicts',
    'Sanctions and law',
    'Politics and office',
    'Publications',
    'Other',
  ];

  test.each([
    ['nine on a phone', named(...LONG), { width: 390, height: 720 }],
    ['nine on a screen', named(...LONG), WIDE],
    ['two', named('Water', 'Town'), PHONE],
    ['one', named('Water'), WIDE],
    ['with figures', threeUnits.collection, PHONE],
    ['with figures on a screen', disagreement.collection, WIDE],
  ] as const)('are whole, apart and above the plot, with their counts: %s', (_, collection, size) => {
    const layout = look(collection, size);
    expect(layout.lanes).toHaveLength(collection.categories.length);
    const { overlapping, clipped } = qualityOf(layout.scene, collection.events);
    expect({ overlapping, clipped }).toEqual({ overlapping: [], clipped: [] });
    for (const [i, { key, marks }] of groupsIn(layout.scene, 'lanes').entries()) {
      const lane = layout.lanes[i]!;
      const words = textsOf(marks).map(({ text }) => text);
      expect(key).toBe(`lane-${lane.key}`);
      expect(words.slice(0, -1).join(' ')).toBe(lane.name);
      expect(words.at(-1)).toBe(String(lane.inView));
      for (const text of textsOf(marks)) expect(text.y).toBeLessThan(layout.plot.y - 8);
      // The box for a pointer holds the name.
      const box = boundsOf(textsOf(marks)[0]!)!;
      expect(lane.label!.x).toBeLessThanOrEqual(box.x + 0.01);
      expect(lane.label!.x + lane.label!.width).toBeGreaterThanOrEqual(box.x + box.width - 0.01);
    }
  });

  test('no line that leads to a name crosses another one', () => {
    for (const size of [PHONE, { width: 700, height: 900 }, { width: 1000, height: 700 }]) {
      const groups = groupsIn(look(named(...LONG), size).scene, 'lanes');
      const boxes = groups.flatMap(({ marks }) => textsOf(marks).map((text) => boundsOf(text)!));
      const lines = groups.flatMap(({ marks }) => shapesOf(marks).filter(({ kind }) => kind === 'polyline'));
      expect(lines.length).toBe(9);
      for (const { points } of lines as readonly Polyline[]) {
        const [x, low, , high] = points as [number, number, number, number];
        for (const box of boxes) {
          const crossed = x > box.x && x < box.x + box.width && box.y + box.height > high + 5 && box.y < low;
          expect(crossed).toBe(false);
        }
      }
    }
  });

  test('stay where they are at every place and zoom', () => {
    const { collection } = houses;
    const places = (share: number, from: number) => {
      const { lanes, plot } = look(collection, { ...WIDE, share, from });
      return { top: plot.y, names: lanes.map(({ label }) => [label!.x, label!.y]) };
    };
    const first = places(1, 0);
    expect(places(0.3, 0.2)).toEqual(first);
    expect(places(0.02, 0.7)).toEqual(first);
    // On a phone the calendar is as wide as it has to be; how high the names are is the same.
    const tops = [1, 0.2, 0.004].map((share) => look(collection, { ...PHONE, share, from: 0.1 }).plot.y);
    expect(new Set(tops).size).toBe(1);
  });

  test('count what is in view, in the language of the page', () => {
    const layout = look(houses.collection, { ...WIDE, share: 0.2, from: 0.3, locale: 'de' });
    const groups = groupsIn(layout.scene, 'lanes');
    for (const [i, { title }] of groups.entries()) {
      const { name, inView, named: some } = layout.lanes[i]!;
      expect(title).toBe(`${name}: ${some} von ${inView} benannt`);
    }
    const sum = (of: 'named' | 'inView') => layout.lanes.reduce((all, lane) => all + lane[of], 0);
    expect(wordsIn(layout.scene)).toContain(`${sum('named')} von ${sum('inView')} benannt`);
  });

  test('a thin line has its name, too', () => {
    const layout = look(houses.collection, { ...WIDE, arranged: { by: 'actor', collapsed: [OTHERS] } });
    expect(wordsIn(layout.scene)).toContain('All others');
  });
});

describe('R39 figures where time runs downwards', () => {
  const wide = look(threeUnits.collection, WIDE);
  const barsOf = (layout: TimelineLayout): readonly Group[] =>
    layout.scene.marks
      .filter((mark): mark is Group => mark.kind === 'group' && mark.key === 'figures')
      .flatMap(({ marks }) => marks)
      .flatMap((mark) => (mark.kind === 'group' ? mark.marks : []))
      .filter((mark): mark is Group => mark.kind === 'group' && mark.key.startsWith('figure-'));

  test('each unit has a column and a heading, and what has none is counted', () => {
    const words = wordsIn(wide.scene);
    for (const heading of ['Turnover', 'CHF m', 'Members', 'Shares', '+ 3 in 2 units'])
      expect(words).toContain(heading);
    expect(wordsIn(look(threeUnits.collection, PHONE).scene)).toContain('+ 15 in 4 units');
  });

  test('a bar is as high as its period is long, and as long as its value is great', () => {
    const { plot, scene } = wide;
    const years = threeUnits.collection.events.flatMap(({ id, figures }) =>
      figures
        .filter(({ unit, period }) => unit === 'CHF' && period !== '1994')
        .map(({ value }) => ({ id, value })),
    );
    const whole = fitView(createStore(threeUnits.collection.events), WIDE.width, WIDE.height);
    const year = (plot.height / (whole.end - whole.start)) * 365;
    const bars = years.map(({ id, value }) => {
      const rect = barsOf(wide).find(({ key }) => key === `figure-${id}-1`)!.marks[0]!;
      if (rect.kind !== 'rect') throw new Error('found no bar');
      expect(Math.abs(rect.height - year)).toBeLessThan(2);
      return { value, rect };
    });
    const [first] = bars;
    for (const { value, rect } of bars) {
      expect(rect.width / first!.rect.width).toBeCloseTo(value / first!.value, 4);
      expect(rect.x).toBeCloseTo(first!.rect.x, 6);
    }
    expect(scene.width).toBe(WIDE.width);
  });

  test('what sources disagree about is dashed and held together, and each says whose it is', () => {
    const layout = look(disagreement.collection, WIDE);
    const words = wordsIn(layout.scene);
    for (const said of ['58,000 t newspaper', '79,000 t ministry', '74,500 t harbour office'])
      expect(words).toContain(said);
    const dashed = barsOf(layout).filter(({ marks }) => marks.some((mark) => 'dash' in mark && mark.dash));
    expect(dashed.length).toBeGreaterThanOrEqual(2);
    const keys = shapesAndGroups(layout.scene.marks).map(({ key }) => key);
    expect(keys.some((key) => key.startsWith('disagree-'))).toBe(true);
  });

  test('on a phone titles keep their room, and labels are numbers in the unit of the heading', () => {
    const layout = look(threeUnits.collection, PHONE);
    const words = wordsIn(layout.scene);
    expect(words).toContain('CHF m');
    expect(words).toContain('12.5');
    expect(words).not.toContain('CHF 12.5 m');
    const titles = layout.hits.filter(({ width }) => width > 100);
    expect(titles.length).toBeGreaterThan(4);
  });

  test('a pointer at a bar is at its event', () => {
    const { events } = threeUnits.collection;
    const bars = barsOf(wide).filter(({ marks }) => marks[0]?.kind === 'rect');
    for (const { key, marks } of bars) {
      const id = events.find((one) => key.startsWith(`figure-${one.id}-`))!.id;
      const box = boundsOf(marks[0]!)!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const hit = wide.hits.findLast(
        (one) => x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height,
      );
      expect(hit?.id).toBe(id);
    }
    expect(bars.length).toBeGreaterThan(10);
  });

  test('no label of a value is over another or leaves its column', () => {
    for (const { collection } of [threeUnits, disagreement]) {
      for (const size of [PHONE, WIDE, { width: 900, height: 500 }]) {
        for (const share of [1, 0.3]) {
          const { scene } = look(collection, { ...size, share, from: 0.2 });
          const { overlapping, clipped } = qualityOf(scene, collection.events);
          expect({ overlapping, clipped }).toEqual({ overlapping: [], clipped: [] });
        }
      }
    }
  });
});

const shapesAndGroups = (marks: readonly Mark[]): readonly Group[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...shapesAndGroups(mark.marks)] : []));

describe('R40 the calendar of time that runs downwards', () => {
  const labels = (layout: TimelineLayout): readonly Text[] =>
    layout.scene.marks
      .filter((mark): mark is Group => mark.kind === 'group' && mark.key === 'axis')
      .flatMap(({ marks }) => textsOf(marks))
      .toSorted((a, b) => a.y - b.y);
  const events = ['1901-05-06', '1934', '1960-11', '1999-12-30'].map((day, i) => event(`e${i}`, day));
  const century = { ...houses.collection, events, categories: [category('news')] };

  test('has years alone, then months under their year, days under their month, hours under their day', () => {
    for (const { weight, text } of labels(look(century, WIDE)))
      expect([weight, /^\d{4}$/.test(text)]).toEqual([400, true]);
    const shown = [0.02, 0.0015, 0.00008].map((share) =>
      labels(look(century, { ...WIDE, share, from: 0.41 })),
    );
    const [months, days, hours] = shown.map((all) => ({
      coarse: all.filter(({ weight }) => weight === 650).map(({ text }) => text),
      fine: all.filter(({ weight }) => weight === 400).map(({ text }) => text),
    }));
    expect(months!.coarse.length).toBeGreaterThan(1);
    for (const text of months!.coarse) expect(text).toMatch(/^\d{4}$/);
    expect(months!.fine).toContain('Jul');
    expect(days!.coarse[0]).toMatch(/^[A-Z][a-z]+ \d{4}$/);
    expect(days!.fine).toContain('15');
    expect(hours!.coarse[0]).toMatch(/\d{1,2} [A-Z][a-z]+ \d{4}$/);
    expect(hours!.fine).toContain('12:00');
  });

  test('what the coarser unit is stays at the upper edge until the next pushes it out', () => {
    let [pushed, held] = [0, 0];
    for (let i = 0; i < 60; i++) {
      const layout = look(century, { ...WIDE, share: 0.02, from: 0.3 + i * 0.00025 });
      const all = labels(layout);
      for (let at = 1; at < all.length; at++) expect(all[at]!.y - all[at - 1]!.y).toBeGreaterThan(14);
      const [first, second] = all;
      if (first?.weight !== 650) continue;
      expect(first.y).toBeGreaterThan(layout.plot.y - 3);
      if (second?.weight === 650 && second.y - first.y < 16) pushed++;
      else if (Math.abs(first.y - layout.plot.y - 8) < 1) held++;
    }
    expect(pushed).toBeGreaterThan(0);
    expect(held).toBeGreaterThan(20);
  });
});
