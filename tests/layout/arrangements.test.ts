import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placed } from '../../src/layout/down/blocks.ts';
import { layoutPicture, type PictureOptions } from '../../src/layout/picture.ts';
import type { Collection } from '../../src/model/collection.ts';
import { edtfDate } from '../../src/model/edtf.ts';
import { boundsOf } from '../../src/scene/bounds.ts';
import type { Group, Line, Mark, Text } from '../../src/scene/scene.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { transpose } from '../../src/scene/transpose.ts';
import { categories, chance, collection, told } from '../gallery/case.ts';

const groups = (marks: readonly Mark[]): Group[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? [mark, ...groups(mark.marks)] : []));
const texts = (marks: readonly Mark[]): Text[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? texts(mark.marks) : mark.kind === 'text' ? [mark] : []));

/** Events of some years, some of them in each. */
function years(seed: number, count: number, first: number, last: number): Collection {
  const random = chance(seed);
  return collection(
    'Years',
    categories('Ships', 'Storms'),
    Array.from({ length: count }, (_, i) =>
      told(
        edtfDate(
          first + Math.floor(random() * (last - first)),
          1 + Math.floor(random() * 12),
          1 + Math.floor(random() * 28),
        ),
        i % 3 === 0 ? 'storms' : 'ships',
        `Event number ${i + 1}`,
        { salience: random() },
      ),
    ),
  );
}

/** The same events in one category, to be told in another collection. */
const shipsOf = ({ events }: Collection) =>
  events.map(({ id: _, ...event }) => ({ ...event, category: 'ships' }));

const draw = (of: Collection, options: Partial<PictureOptions>) =>
  layoutPicture(of, { theme: LIGHT, width: 1000, ...options });

describe('R25 a poster', () => {
  test('names every event, or nearly, in bands that follow each other', () => {
    const of = years(1, 150, 1900, 1930);
    const { scene } = draw(of, { layout: 'poster' });
    const said = new Set(texts(scene.marks).map(({ text }) => text));
    const named = of.events.filter(({ title }) => said.has(title));
    expect(named.length).toBeGreaterThanOrEqual(147);
    const bands = groups(scene.marks).filter(({ key }) => /^band-\d+$/.test(key));
    expect(bands.length).toBeGreaterThan(1);
    const boxes = bands.map((band) => boundsOf(band)!);
    for (const [i, box] of boxes.entries()) {
      if (i > 0) expect(box.y).toBeGreaterThanOrEqual(boxes[i - 1]!.y + boxes[i - 1]!.height - 1);
    }
  });

  test('says of a long silence between two bands that nothing was told, and nothing before the first event', () => {
    const of = collection('Two', categories('Ships'), [
      ...shipsOf(years(2, 60, 1900, 1903)),
      ...shipsOf(years(3, 60, 1990, 1993)),
    ]);
    const { scene } = draw(of, { layout: 'poster' });
    const silent = texts(scene.marks).filter(({ text }) => text.endsWith(': nothing'));
    expect(silent).toHaveLength(1);
    expect(silent[0]?.text).toMatch(/^19\d\d – 19[78]\d: nothing$/);
  });

  test('in a given size is as many bands as name the most there, and says when it is none', () => {
    const of = years(7, 120, 1900, 1930);
    const named = [];
    for (const height of [700, 1100]) {
      const picture = draw(of, { layout: 'poster', height });
      const bands = groups(picture.scene.marks).filter(({ key }) => /^band-\d+$/.test(key));
      expect(bands.length).toBeGreaterThan(1);
      for (const band of bands) {
        const { y, height: own } = boundsOf(band)!;
        expect(y + own).toBeLessThanOrEqual(height);
      }
      const said = new Set(texts(picture.scene.marks).map(({ text }) => text));
      named.push(of.events.filter(({ title }) => said.has(title)).length);
      expect([picture.layout, picture.scene.height]).toEqual(['poster', height]);
    }
    expect(named[0]).toBeGreaterThan(40);
    expect(named[1]).toBeGreaterThan(named[0]!);
    expect(draw(of, { layout: 'poster', height: 300 }).layout).toBe('lanes');
  });

  test('has no word of the time before a band beside its axis, and no band for what is not drawn in it', () => {
    const of = collection('Two', categories('Ships'), [
      ...shipsOf(years(8, 40, 1900, 1906)),
      told('../1990', 'ships', 'Ferries cross', { salience: 1 }),
    ]);
    const { scene } = draw(of, { layout: 'poster' });
    const axes = groups(scene.marks).filter(({ key }) => key.startsWith('axis-labels'));
    expect(axes.length).toBeGreaterThan(1);
    const begins = axes.map((axis) => {
      const rule = axis.marks.find((mark): mark is Line => mark.kind === 'line')!;
      return Math.min(...texts(axis.marks).map(({ x }) => x - rule.x1));
    });
    for (const from of begins) expect(from).toBeGreaterThanOrEqual(0);
    const bands = groups(scene.marks).filter(({ key }) => /^band-\d+$/.test(key));
    for (const band of bands) {
      const events = groups(band.marks).some(({ key }) => key.startsWith('event-'));
      expect(events || texts(band.marks).some(({ text }) => text.endsWith(': nothing'))).toBe(true);
    }
  });

  test('has no key twice, though what lasts is drawn in every band', () => {
    const of = collection('Long', categories('Ships'), [
      told('1900/1990', 'ships', 'A very long reign', { salience: 1 }),
      ...shipsOf(years(4, 120, 1900, 1990)),
    ]);
    const keys = groups(draw(of, { layout: 'poster' }).scene.marks)
      .map(({ key }) => key)
      .filter((key) => key !== '');
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.startsWith('event-e1-band-')).length).toBeGreaterThan(0);
  });
});

describe('R26 time from top to bottom', () => {
  test('later events stand lower, each with its date and its title', () => {
    const of = years(5, 40, 1900, 1940);
    const { scene } = draw(of, { layout: 'vertical', width: 700 });
    const at = new Map(texts(scene.marks).map(({ text, y }) => [text, y]));
    const inOrder = of.events.toSorted((a, b) => a.time.start - b.time.start);
    const places = inOrder.map(({ title }) => at.get(title) ?? Number.NaN);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(40);
  });

  test('in a height that is too small the least salient lose their titles, none its mark, and it says so', () => {
    const of = years(6, 100, 1900, 1940);
    const { scene } = draw(of, { layout: 'vertical', width: 700, height: 700 });
    const events = groups(scene.marks).filter(({ key }) => key.startsWith('event-'));
    expect(events).toHaveLength(100);
    const named = new Set(
      events.filter(({ marks }) => texts(marks).length > 0).map(({ key }) => key.slice(6)),
    );
    const least = Math.min(...of.events.filter(({ id }) => named.has(id)).map(({ salience }) => salience));
    const most = Math.max(...of.events.filter(({ id }) => !named.has(id)).map(({ salience }) => salience));
    expect(least).toBeGreaterThan(most);
    expect(texts(scene.marks).map(({ text }) => text)).toContain(`${named.size} of 100 named`);
  });

  test('labels stand in order, apart, within their room, and no order does with less moving', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            wish: fc.double({ min: -50, max: 350, noNaN: true }),
            height: fc.integer({ min: 1, max: 12 }),
          }),
          {
            maxLength: 20,
          },
        ),
        (given) => {
          const blocks = given.toSorted((a, b) => a.wish - b.wish);
          const tops = placed(blocks, 0, 300);
          const cost = (ys: readonly number[]) =>
            ys.reduce((sum, y, i) => sum + (y - blocks[i]!.wish) ** 2, 0);
          for (const [i, y] of tops.entries()) {
            expect(y).toBeGreaterThanOrEqual(-1e-9);
            expect(y + blocks[i]!.height).toBeLessThanOrEqual(300 + 1e-9);
            if (i > 0) expect(y).toBeGreaterThanOrEqual(tops[i - 1]! + blocks[i - 1]!.height - 1e-9);
          }
          // A convex problem: where no single block and no run of them can be moved to gain, it is the best.
          for (let from = 0; from < tops.length; from++) {
            for (let to = from; to < tops.length; to++) {
              for (const by of [-0.5, 0.5]) {
                const moved = tops.map((y, i) => (i >= from && i <= to ? y + by : y));
                const allowed = moved.every(
                  (y, i) =>
                    y >= 0 &&
                    y + blocks[i]!.height <= 300 &&
                    (i === 0 || y >= moved[i - 1]! + blocks[i - 1]!.height),
                );
                if (allowed) expect(cost(moved)).toBeGreaterThanOrEqual(cost(tops) - 1e-6);
              }
            }
          }
        },
      ),
      { seed: 25, numRuns: 150 },
    );
  });
});

test('shapes mirrored twice are what they were, and letters are refused', () => {
  const shapes: Mark[] = [
    { kind: 'rect', x: 1, y: 2, width: 3, height: 4, fill: { colour: '#123456', along: 'x', stops: [] } },
    { kind: 'circle', cx: 1, cy: 2, r: 3 },
    { kind: 'line', x1: 1, y1: 2, x2: 3, y2: 4 },
    { kind: 'polyline', points: [1, 2, 3, 4, 5, 6], closed: false },
  ];
  const group: Mark = { kind: 'group', key: 'g', clip: { x: 1, y: 2, width: 3, height: 4 }, marks: shapes };
  expect(transpose(transpose(group))).toEqual(group);
  expect(boundsOf(transpose(group))).toEqual({ x: 2, y: 1, width: 4, height: 3 });
  const text: Mark = {
    kind: 'text',
    x: 0,
    y: 0,
    text: 'a',
    size: 12,
    weight: 400,
    fill: '#000000',
    anchor: 'start',
  };
  expect(() => transpose(text)).toThrow('found the text "a", expected shapes only');
});

test('R17 on paper no coarse label hangs before the plot, and dots are called what they are', () => {
  const century = draw(years(9, 30, 1901, 1960), { layout: 'lanes' });
  const [axis] = groups(century.scene.marks).filter(({ key }) => key === 'axis-labels');
  const rule = axis!.marks.find((mark): mark is Line => mark.kind === 'line')!;
  for (const { x } of texts(axis!.marks)) expect(x).toBeGreaterThanOrEqual(rule.x1);
  const night = collection('Night', categories('Ships'), [
    told('2024-05-13T21:40', 'ships', 'Ferry lost'),
    told('2024-05-13T23:10/2024-05-14T02:00', 'ships', 'Search goes on'),
  ]);
  const words = (locale: string) => texts(draw(night, { locale }).scene.marks).map(({ text }) => text);
  expect(words('en')).toContain('a day or a time of day');
  expect(words('de')).toContain('ein Tag oder eine Uhrzeit');
});
