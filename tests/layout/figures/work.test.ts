import { beforeEach, expect, test, vi } from 'vitest';
import { readFigures } from '../../../src/layout/figures/reading.ts';
import { layoutFigures } from '../../../src/layout/figures.ts';
import { toDays } from '../../../src/model/days.ts';
import { LIGHT } from '../../../src/scene/theme.ts';
import { createStore } from '../../../src/store/memory.ts';
import { chance, told } from '../../gallery/case.ts';

/** Comparisons of periods and of boxes since the last test began: what the cost of figures is made of. */
const work = vi.hoisted(() => ({ periods: 0, boxes: 0 }));

vi.mock('../../../src/layout/figures/value.ts', async (original) => {
  const real = await original<typeof import('../../../src/layout/figures/value.ts')>();
  return {
    ...real,
    samePeriod: (...both: Parameters<typeof real.samePeriod>) => {
      work.periods++;
      return real.samePeriod(...both);
    },
  };
});
vi.mock('../../../src/scene/bounds.ts', async (original) => {
  const real = await original<typeof import('../../../src/scene/bounds.ts')>();
  return {
    ...real,
    overlaps: (...both: Parameters<typeof real.overlaps>) => {
      work.boxes++;
      return real.overlaps(...both);
    },
  };
});

beforeEach(() => {
  work.periods = 0;
  work.boxes = 0;
});

const random = chance(5);
/** @param years over which the figures lie. */
const many = (n: number, years: number) =>
  createStore(
    Array.from({ length: n }, (_, i) => {
      const year = String(1940 + Math.floor(random() * years));
      const label = `${['trade', 'loans', 'exports', 'harvest'][i % 4]} ${Math.floor(random() * 200)}`;
      const figure = {
        label,
        value: Math.floor(random() * 1e9),
        unit: 'USD',
        period: i % 3 ? year : null,
      };
      return { id: `e${i}`, ...told(year, 'reports', 'x', { figures: [figure], document: `${i % 9}.txt` }) };
    }),
  );

const box = { x: 130, y: 100, width: 1000, height: 312 };
const view = { start: toDays(1938), end: toDays(2022), width: 1150, height: 500 };

test('reading compares each value with a bounded number of others, also when all are for one year', () => {
  const n = 3000;
  readFigures(many(n, 1));
  expect(work.periods).toBeGreaterThan(n);
  expect(work.periods).toBeLessThan(900 * n);
});

test('labels of a frame take as much work for eight times as many figures', () => {
  const cost = (n: number) => {
    const store = many(n, 80);
    readFigures(store);
    work.boxes = 0;
    layoutFigures(store, view, box, LIGHT, 'en', '#2f8a63');
    return work.boxes;
  };
  const [few, lots] = [cost(1000), cost(8000)];
  expect(few).toBeGreaterThan(100);
  expect(lots).toBeLessThan(3 * few);
});
