import { describe, expect, test } from 'vitest';
import { figuresLaneHeight, layoutFigures } from '../../src/layout/figures.ts';
import { toDays } from '../../src/model/days.ts';
import type { Figure } from '../../src/model/event.ts';
import { boundsOf, overlaps } from '../../src/scene/bounds.ts';
import { contrast } from '../../src/scene/colour.ts';
import type { Box, Group, Mark, Text } from '../../src/scene/scene.ts';
import { DARK, LIGHT } from '../../src/scene/theme.ts';
import { createStore } from '../../src/store/memory.ts';
import { chance, told } from '../gallery/case.ts';

const box: Box = { x: 130, y: 100, width: 1000, height: 312 };
const view = { start: toDays(2015), end: toDays(2025), width: 1150, height: 500 };
const figure = (
  label: string,
  value: number,
  unit: string,
  period: string | null,
  bound?: Figure['bound'],
): Figure => ({
  label,
  value,
  unit,
  period,
  ...(bound ? { bound } : {}),
});
let count = 0;
const event = (edtf: string, document: string, ...figures: Figure[]) => ({
  id: `e${++count}`,
  ...told(edtf, 'reports', 'x', { figures, document }),
});
const lay = (events: ReturnType<typeof event>[], at = box) =>
  layoutFigures(createStore(events), { ...view, width: at.x + at.width + 20 }, at, LIGHT, 'en', '#2f8a63');

function* flat(marks: readonly Mark[]): Generator<Mark> {
  for (const mark of marks) {
    yield mark;
    if (mark.kind === 'group') yield* flat(mark.marks);
  }
}
const texts = (marks: readonly Mark[]) =>
  [...flat(marks)].filter((mark): mark is Text => mark.kind === 'text');
const words = (marks: readonly Mark[]) => texts(marks).map((text) => text.text);
/** Values of a crowd. */
const dots = (marks: readonly Mark[]) =>
  [...flat(marks)].filter((mark) => mark.kind === 'rect' && mark.width === 2 && mark.height === 2);
const shapes = (marks: readonly Mark[]) =>
  [...flat(marks)].filter((mark): mark is Group => mark.kind === 'group' && mark.key.startsWith('figure-'));

describe('figuresLaneHeight', () => {
  test('a single value of a unit is no chart', () => {
    expect(figuresLaneHeight(createStore([]))).toBe(0);
    expect(
      figuresLaneHeight(createStore([event('2020', 'a.txt', figure('ships', 3, 'ships', '2020'))])),
    ).toBe(0);
  });

  test('counts of different things make no chart, measures of different things do', () => {
    const height = (unit: string) =>
      figuresLaneHeight(
        createStore([
          event('2020', 'a.txt', figure('patrol', 3, unit, '2020'), figure('escort', 5, unit, '2021')),
        ]),
      );
    expect(height('ships')).toBe(0);
    expect(height('USD')).toBeGreaterThan(0);
    expect(height('km')).toBeGreaterThan(0);
  });

  test('a track for each unit with two values, three at most', () => {
    const two = (unit: string) => [figure('a', 1, unit, '2020'), figure('a', 2, unit, '2021')];
    const height = (...units: string[]) =>
      figuresLaneHeight(createStore([event('2020', 'a.txt', ...units.flatMap(two))]));
    expect(height('t')).toBeGreaterThan(0);
    expect(height('t', 'km')).toBe(2 * height('t'));
    expect(height('t', 'km', '%')).toBe(3 * height('t'));
    expect(height('t', 'km', '%', 'ships')).toBe(3 * height('t'));
  });
});

describe('layoutFigures', () => {
  test('R22 a bar spans its period and stands on its axis', () => {
    const { marks } = lay([
      event('2024', 'a.txt', figure('trade', 100e9, 'USD', '2018'), figure('trade', 200e9, 'USD', '2020')),
    ]);
    const bars = shapes(marks).map((group) => boundsOf(group.marks[0]!)!);
    const x = (year: number) => box.x + ((toDays(year) - view.start) / (view.end - view.start)) * box.width;
    expect(bars[0]?.x).toBeCloseTo(x(2018), 6);
    expect(bars[0]!.x + bars[0]!.width).toBeCloseTo(x(2019) - 1, 6);
    expect(bars[1]!.height).toBeCloseTo(2 * bars[0]!.height, 6);
    expect(bars[0]!.y + bars[0]!.height).toBeCloseTo(bars[1]!.y + bars[1]!.height, 6);
    expect(words(marks)).toEqual(
      expect.arrayContaining(['Trade', 'US$ bn', '0', '100', '200', 'US$ 100 bn', 'US$ 200 bn']),
    );
  });

  test('R21 units never share an axis: their tracks lie apart', () => {
    const { marks } = lay([
      event('2024', 'a.txt', figure('trade', 1e9, 'USD', '2018'), figure('trade', 2e9, 'USD', '2020')),
      event('2024', 'b.txt', figure('share', 10, '%', '2018'), figure('share', 90, '%', '2020')),
    ]);
    const of = (unit: string) =>
      shapes(marks)
        .filter((group) => group.title?.includes(unit))
        .map((group) => boundsOf(group)!);
    for (const a of of('US$'))
      for (const b of of('%')) expect(a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
    expect(words(marks)).toEqual(expect.arrayContaining(['US$ bn', '%', '50', '100']));
  });

  test('R22 sources that disagree are both drawn and named, the second as a dashed line', () => {
    const { marks } = lay([
      event('2024-01', 'bank.txt', figure('bilateral trade', 227.7e9, 'USD', '2023')),
      event('2024-02', 'customs.txt', figure('the bilateral trade', 240e9, 'USD', '2023')),
    ]);
    const groups = shapes(marks);
    expect(groups).toHaveLength(2);
    expect(groups[0]?.marks.map((mark) => mark.kind)).toEqual(['rect', 'line']);
    expect(groups[1]?.marks).toMatchObject([{ kind: 'line', dash: [5, 3] }]);
    expect(words(marks)).toEqual(expect.arrayContaining(['US$ 227.7 bn bank', 'US$ 240 bn customs']));
  });

  test('the same thing in other words is found by period, size and a common word', () => {
    const { marks } = lay([
      event('2024-01', 'bank.txt', figure('two-way trade', 227.7e9, 'USD', '2023')),
      event('2024-02', 'customs.txt', figure('trade of the two neighbours last year', 240e9, 'USD', '2023')),
      event('2024-02', 'customs.txt', figure('debt of the smaller neighbour', 90e9, 'USD', '2023')),
    ]);
    expect(words(marks)).toEqual(
      expect.arrayContaining(['US$ 227.7 bn bank', 'US$ 240 bn customs', 'US$ bn, 2 kinds']),
    );
  });

  test('R22 sources that agree are one bar with both names', () => {
    const { marks } = lay([
      event(
        '2024-01',
        'bank.txt',
        figure('exports', 5e9, 'EUR', '2023'),
        figure('exports', 4e9, 'EUR', '2022'),
      ),
      event('2024-02', 'customs.md', figure('exports', 5.001e9, 'EUR', '2023')),
    ]);
    expect(shapes(marks)).toHaveLength(2);
    expect(shapes(marks).map((group) => group.title)).toEqual([
      'exports: € 4 bn, 2022 (bank)',
      'exports: € 5 bn, 2023 (bank, customs)',
    ]);
  });

  test('different things for the same time are no disagreement', () => {
    const { marks } = lay([
      event(
        '2024',
        'a.txt',
        figure('imports of coal', 5, 't', '2023'),
        figure('number of mines', 9, 't', '2023'),
      ),
    ]);
    expect(shapes(marks).every((group) => group.marks[0]?.kind === 'rect')).toBe(true);
  });

  test('R22 a value without a period is a ring at its event, with what it measures', () => {
    const { marks } = lay([
      event('2020-06-15', 'a.txt', figure('share settled', 90, '%', null), figure('share', 10, '%', '2018')),
    ]);
    expect([...flat(marks)].filter((mark) => mark.kind === 'circle')).toHaveLength(1);
    expect(words(marks)).toContain('90% share settled');
  });

  test('one end of what is said is marked as such', () => {
    const { marks } = lay([
      event(
        '2020',
        'a.txt',
        figure('ships', 30, 'ships', '2018', 'min'),
        figure('ships', 20, 'ships', '2020', 'max'),
      ),
    ]);
    expect(words(marks)).toEqual(expect.arrayContaining(['≥ 30 ships', '≤ 20 ships']));
  });

  test('R21 what has no track is counted in words', () => {
    const pair = (unit: string) => [figure('a', 1, unit, '2018'), figure('a', 2, unit, '2020')];
    const { marks } = lay([
      event('2020', 'a.txt', ...['t', 'km', '%', 'ha', 'kg'].flatMap(pair), figure('x', 3, 'ships', null)),
    ]);
    expect(words(marks)).toContain('+ 5 in 3 units');
    const low = lay([event('2020', 'a.txt', ...['t', 'km'].flatMap(pair))], { ...box, height: 100 });
    expect(words(low.marks)).toContain('+ 2 in t');
  });

  test('negative values hang below zero', () => {
    const { marks } = lay([
      event('2020', 'a.txt', figure('balance', -5, 'EUR', '2018'), figure('balance', 5, 'EUR', '2020')),
    ]);
    const [below, above] = shapes(marks).map((group) => boundsOf(group.marks[0]!)!);
    expect(below!.y).toBeCloseTo(above!.y + above!.height, 6);
  });

  test('every shape can be hit, and stands for its event', () => {
    const events = [
      event('2020', 'a.txt', figure('a', 1, 't', '2018')),
      event('2021', 'b.txt', figure('a', 2, 't', '2020')),
    ];
    const { hits } = lay(events);
    expect(hits.map((hit) => hit.id)).toEqual(events.map((one) => one.id));
  });

  test('R23 value labels never overlap and stay in the box; those without room are counted', () => {
    const random = chance(3);
    for (const width of [300, 700, 1200]) {
      for (let round = 0; round < 20; round++) {
        const events = Array.from({ length: 25 }, (_, i) => {
          const year = 2014 + Math.floor(random() * 12);
          return event(
            String(year),
            `${i}.txt`,
            figure(i % 2 ? 'trade' : 'loans', random() * 1e9, 'USD', i % 5 ? String(year) : null),
          );
        });
        const at = { ...box, width };
        const { marks } = lay(events, at);
        const labels = texts(marks).filter(
          (text) => text.text.includes('US$') && text.x >= box.x && text.size === 11,
        );
        const boxes = labels.map((text) => boundsOf(text)!);
        boxes.forEach((a, i) => {
          expect(a.x).toBeGreaterThanOrEqual(at.x);
          expect(a.x + a.width).toBeLessThanOrEqual(at.x + at.width);
          for (const b of boxes.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
        });
        // One label may stand for three who disagree: its parts are told apart by dots.
        const named = labels.reduce((sum, { text }) => sum + text.split(' · ').length, 0);
        const drawn = shapes(marks).length + dots(marks).length;
        if (named < drawn) {
          expect(words(marks).some((text) => text.startsWith(`${named} of ${drawn}`))).toBe(true);
        }
      }
    }
  });

  test('R21 the unit that says most stands first: money of one thing before shares of many', () => {
    const shares = ['voters', 'rent', 'rain', 'milk', 'loans'].map((what, i) =>
      event(`${2016 + i}`, 'survey.txt', figure(`share of ${what}`, 20 + i, '%', `${2016 + i}`)),
    );
    const money = [2016, 2017, 2018, 2019].map((year) =>
      event(`${year + 1}`, 'report.txt', figure('turnover', year * 1e6, 'EUR', `${year}`)),
    );
    const low = { ...box, height: 100 };
    expect(words(lay([...shares, ...money], low).marks)).toEqual(
      expect.arrayContaining(['Turnover', '+ 5 in %']),
    );
  });

  test('R21 of two units told as often the one of the more salient events stands first', () => {
    const pair = (unit: string, salience: number) =>
      [2016, 2018].map((year) => ({
        ...event(`${year}`, 'a.txt', figure('load', 5, unit, `${year}`)),
        salience,
      }));
    const low = { ...box, height: 100 };
    expect(words(lay([...pair('t', 0.2), ...pair('km', 0.8)], low).marks)).toContain('+ 2 in t');
    expect(words(lay([...pair('t', 0.8), ...pair('km', 0.2)], low).marks)).toContain('+ 2 in km');
  });

  test('R21 where no track has room it is said how many figures there are', () => {
    const events = [event('2020', 'a.txt', figure('a', 1, 't', '2018'), figure('a', 2, 't', '2020'))];
    expect(words(lay(events, { ...box, height: 30 }).marks)).toEqual(['Figures: 2 in t']);
    expect(lay(events, { ...box, height: 10 }).marks).toEqual([]);
  });

  test('R22 a bracket holds together what sources say differently, and each tells of the others', () => {
    const { marks } = lay([
      event('2024-01', 'bank.txt', figure('trade', 100e9, 'USD', '2022')),
      event('2024-02', 'customs.txt', figure('trade', 200e9, 'USD', '2022')),
    ]);
    const bracket = [...flat(marks)].find(
      (mark): mark is Group => mark.kind === 'group' && mark.key.startsWith('disagree-'),
    );
    const [bar, dissent] = shapes(marks).map((group) => boundsOf(group.marks.at(-1)!)!);
    const spine = boundsOf(bracket!.marks[0]!)!;
    expect(spine.y + spine.height / 2).toBeCloseTo((bar!.y + dissent!.y + dissent!.height) / 2, 0);
    expect(shapes(marks).map((group) => group.title)).toEqual([
      'trade: US$ 100 bn, 2022 (bank). Others say US$ 200 bn (customs).',
      'trade: US$ 200 bn, 2022 (customs). Others say US$ 100 bn (bank).',
    ]);
  });

  test('R22 three who disagree stand in one line where it has room', () => {
    const { marks } = lay([
      event('2024-01', 'bank.txt', figure('trade', 100e9, 'USD', '2017/2022')),
      event('2024-02', 'customs.txt', figure('trade', 200e9, 'USD', '2017/2022')),
      event('2024-03', 'port.txt', figure('trade', 150e9, 'USD', '2017/2022')),
    ]);
    expect(words(marks)).toContain('US$ 200 bn customs · US$ 150 bn port · US$ 100 bn bank');
  });

  test('R22 both ends of a range are one value, drawn from one to the other', () => {
    const ends = (period: string | null) => [
      figure('flow', 15e9, 'USD', period, 'min'),
      figure('flow', 25e9, 'USD', period, 'max'),
    ];
    const { marks } = lay([
      event('2020-06', 'a.txt', ...ends('2018')),
      event('2023-06', 'a.txt', ...ends(null)),
      event('2021', 'a.txt', figure('flow', 25e9, 'USD', '2016')),
    ]);
    const [single, range, open] = shapes(marks);
    expect(shapes(marks)).toHaveLength(3);
    expect(range?.title).toBe('flow: US$ 15–25 bn, 2018 (a)');
    expect(boundsOf(range!)!.y).toBeCloseTo(boundsOf(single!)!.y, 6);
    expect(range?.marks.filter((mark) => mark.kind === 'line')).toHaveLength(2);
    expect(open?.marks.filter((mark) => mark.kind === 'circle')).toHaveLength(2);
    expect(words(marks)).toContain('US$ 15–25 bn');
  });

  test('R22 what is about so much is softer, and an assumed scale is asked about', () => {
    const { marks } = lay([
      event(
        '2020',
        'a.txt',
        { ...figure('catch', 40, 't', '2016'), approximate: true },
        { ...figure('catch', 50, 't', '2018'), scaleAssumed: true },
        figure('catch', 60, 't', '2020'),
      ),
    ]);
    const [about, assumed, plain] = shapes(marks);
    const opacity = (group?: Group) => group?.marks.find((mark) => mark.kind === 'rect')?.opacity ?? 1;
    expect(opacity(about)).toBeLessThan(opacity(plain));
    expect(assumed?.title).toBe('catch: 50 t?, 2018 (a). The scale is not printed there.');
    expect(assumed?.marks.at(-1)).toMatchObject({ dash: [2, 2] });
    expect(words(marks)).toEqual(expect.arrayContaining(['≈ 40 t', '50 t?', '60 t']));
  });

  describe('where values crowd', () => {
    const random = chance(11);
    const crowd = Array.from({ length: 900 }, (_, i) => {
      const year = 2015 + Math.floor(random() * 10);
      const day = `${year}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`;
      return {
        ...event(day, `${i % 5}.txt`, figure(`stock ${i % 90}`, random() * 100, 't', i % 3 ? day : null)),
        salience: random(),
      };
    });
    const store = createStore(crowd);
    const at = (start: number, years: number) =>
      layoutFigures(
        store,
        { start, end: start + years * 365, width: 1150, height: 500 },
        box,
        LIGHT,
        'en',
        '#2f8a63',
      ).marks;
    const keys = (marks: readonly Mark[]) => new Set(shapes(marks).map((group) => group.key));

    test('R23 the foremost are drawn whole and the others as dots, with no event twice', () => {
      const marks = at(toDays(2015), 10);
      expect(shapes(marks).length).toBeGreaterThan(30);
      expect(shapes(marks).length).toBeLessThan(200);
      expect(dots(marks).length).toBeGreaterThan(200);
      expect(dots(marks).length + shapes(marks).length).toBeLessThanOrEqual(900);
    });

    test('R23 panning turns no bar into a dot and no dot into a bar', () => {
      const [one, two] = [keys(at(toDays(2016), 4)), keys(at(toDays(2016) + 200, 4))];
      const both = { start: toDays(2016) + 210, end: toDays(2016) + 4 * 365 - 10 };
      const inside = crowd.filter((each) => each.time.start > both.start && each.time.end < both.end);
      const whole = inside.filter((each) => one.has(`figure-${each.id}-1`));
      expect(whole.length).toBeGreaterThan(20);
      for (const each of inside) expect(one.has(`figure-${each.id}-1`)).toBe(two.has(`figure-${each.id}-1`));
    });

    test('R23 nearer, more of them are whole', () => {
      const share = (years: number) => {
        const marks = at(toDays(2016), years);
        return shapes(marks).length / (shapes(marks).length + dots(marks).length);
      };
      expect(share(2)).toBeGreaterThan(2 * share(8));
      expect(share(0.1)).toBe(1);
    });
  });

  test('nothing for an empty view or no figures', () => {
    expect(lay([])).toEqual({ marks: [], hits: [] });
  });
});

test('R12 dims the values of what a search did not find', () => {
  const told = [2016, 2018, 2020, 2022].map((year, i) =>
    event(String(year), 'a.txt', figure('cargo', 10 + 20 * i, 't', String(year))),
  );
  const found = new Set([told[1]!.id]);
  const wide = { ...view, width: box.x + box.width + 20 };
  const { marks } = layoutFigures(createStore(told), wide, box, LIGHT, 'en', '#2f8a63', [], found);
  const opacity = (id: string) =>
    shapes(marks)
      .find(({ key }) => key.startsWith(`figure-${id}-`))!
      .marks.map((mark) => (mark.kind === 'group' ? 1 : (mark.opacity ?? 1)));
  expect(Math.max(...opacity(told[1]!.id))).toBe(1);
  for (const one of [told[0]!, told[2]!, told[3]!]) expect(Math.max(...opacity(one.id))).toBeLessThan(0.3);
  const named = texts(marks).filter((text) => / t\b/.test(text.text) && text.halo);
  expect(named.filter((text) => (text.opacity ?? 1) === 1)).toHaveLength(1);
  expect(named.length).toBeGreaterThan(2);
});

test('R23 every label is read at 4.5:1 on what it stands on, in light and dark', () => {
  const random = chance(77);
  const told = Array.from({ length: 30 }, (_, i) => {
    const year = 2015 + Math.floor(random() * 10);
    return event(String(year), 'a.txt', figure(`kind ${i % 3}`, 5 + random() * 200, 't', String(year)));
  });
  for (const theme of [LIGHT, DARK]) {
    const wide = { ...view, width: box.x + box.width + 20 };
    const { marks } = layoutFigures(createStore(told), wide, box, theme, 'en', '#2f8a63');
    const labels = texts(marks).filter((text) => text.halo);
    expect(labels.some(({ halo }) => halo !== theme.paper)).toBe(true);
    for (const { fill, halo } of labels) expect(contrast(fill, halo!)).toBeGreaterThanOrEqual(4.5);
  }
});
