import { describe, expect, test } from 'vitest';
import { toDays } from '../../src/model/days.ts';
import { coreOf } from '../../src/state/core.ts';
import { event } from './collection.ts';

const dated = (...dates: string[]) => dates.map((date, i) => event(`${date} flood Flood ${i}`));

describe('the core of a timeline', () => {
  test('leaves a stray of another age aside', () => {
    const core = coreOf(dated('-0054', '2019-05-01', '2019-08', '2020', '2020-02-03', '2021-01-01'));
    expect(core).toEqual({ start: toDays(2019, 5, 1), end: toDays(2021, 1, 2) });
  });

  test('is where the events crowd, not the century of their roots', () => {
    const decades = Array.from({ length: 8 }, (_, i) => `${1930 + 10 * i}`);
    const news = Array.from({ length: 32 }, (_, i) => `${2016 + Math.floor(i / 4)}-0${1 + 2 * (i % 4)}`);
    const core = coreOf(dated('0800', '1100', ...decades, ...news));
    expect(core!.start).toBeGreaterThanOrEqual(toDays(2016));
    expect(core!.end).toBeLessThanOrEqual(toDays(2024));
    // Of a few events, those that stand alone are as many as the others.
    const few = coreOf(dated('1950', '1970', '1990', '2019-01', '2020', '2020-03', '2020-05', '2020-07'));
    expect(few).toBeNull();
  });

  test('is not named where the events are spread over all the time, or are few', () => {
    expect(coreOf(dated('1900', '1910', '1920', '1930', '1940', '1950'))).toBeNull();
    expect(coreOf(dated('1900', '2020-01-01'))).toBeNull();
    expect(coreOf([])).toBeNull();
  });

  test('is not stretched by what lasts for centuries', () => {
    const core = coreOf(dated('1500/2500', '2000-01', '2000-02', '2000-03', '2000-04', '1200'));
    expect(core!.start).toBeGreaterThan(toDays(1999));
    expect(core!.end).toBeLessThan(toDays(2001));
  });
});
