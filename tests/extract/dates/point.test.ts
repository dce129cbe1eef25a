import { describe, expect, it } from 'vitest';
import {
  dayPoint,
  edtfOf,
  endOf,
  holding,
  monthPoint,
  shifted,
  timexOf,
  weekPoint,
  yearPoint,
} from '../../../src/extract/dates/point.ts';
import { toDays } from '../../../src/model/days.ts';

describe('units of the calendar', () => {
  it('the unit that holds a day', () => {
    const day = toDays(2024, 5, 16);
    expect(timexOf(holding(day, 'week'))).toBe('2024-W20');
    expect(timexOf(holding(day, 'quarter'))).toBe('2024-Q2');
    expect(timexOf(holding(day, 'decade'))).toBe('202');
    expect(timexOf(holding(toDays(2024, 1, 20), 'season'))).toBe('2023-WI');
  });
  it('a month has no thirtieth of February', () => {
    expect(dayPoint(2023, 2, 30)).toBeNull();
    expect(dayPoint(2024, 2, 29)).not.toBeNull();
  });
  it('a month later keeps to the end of the month', () => {
    expect(timexOf(shifted(dayPoint(2023, 1, 31)!, 1, 'month'))).toBe('2023-02-28');
  });
  it('weeks belong to the year of their Thursday', () => {
    expect(timexOf(weekPoint(2020, 53))).toBe('2020-W53');
  });
  it('years before Christ count from zero in EDTF and from one in TIMEX3', () => {
    expect(edtfOf(yearPoint(-43)).edtf).toBe('-0043');
    expect(timexOf(yearPoint(-43))).toBe('BC0044');
  });
  it.each([
    ['early', '1931-01/1931-04'],
    ['mid', '1931-05/1931-08'],
    ['late', '1931-09/1931-12'],
  ] as const)('the %s part of a year', (phase, expected) => {
    expect(edtfOf(yearPoint(1931), phase).edtf).toBe(expected);
  });
  it('halves of a month and quarters of a century', () => {
    expect(edtfOf(monthPoint(2023, 2), '2/2')).toEqual({ edtf: '2023-02-16/2023-02-28', precision: 'month' });
    const century = { unit: 'century', start: toDays(1800) } as const;
    expect(edtfOf(century, '4/4')).toEqual({ edtf: '1875/1899', precision: 'century' });
    expect(edtfOf({ unit: 'century', start: toDays(0) }).edtf).toBe('00XX');
  });
  it('ends where the next begins', () => {
    expect(endOf(monthPoint(2024, 2))).toBe(toDays(2024, 3));
  });
});
