import { describe, expect, it } from 'vitest';
import { hinduDay } from '../../../src/extract/dates/hinduCalendar.ts';
import { toCivil } from '../../../src/model/days.ts';
import { edtfDate } from '../../../src/model/edtf.ts';

const dayOf = (rule: Parameters<typeof hinduDay>[0], year: number) => {
  const day = hinduDay(rule, year);
  if (day === null) return null;
  const civil = toCivil(day);
  return edtfDate(civil.year, civil.month, civil.day);
};

/** From printed almanacs. */
describe('days of the Hindu calendar', () => {
  it.each([
    ['the new moon that ends Ashvina', { kind: 'tithi', month: 7, tithi: 30, hour: 18 }, 2018, '2018-11-07'],
    ['the new moon that ends Ashvina', { kind: 'tithi', month: 7, tithi: 30, hour: 18 }, 2023, '2023-11-12'],
    ['the full moon of Phalguna', { kind: 'tithi', month: 12, tithi: 15, hour: 19 }, 2022, '2022-03-17'],
    ['the first day of Chaitra', { kind: 'tithi', month: 1, tithi: 1, hour: 6 }, 2023, '2023-03-22'],
    ['the sun’s turn to the north', { kind: 'entry', longitude: 270, hour: 18 }, 2021, '2021-01-14'],
    ['the sun’s entry into the Ram', { kind: 'entry', longitude: 0, hour: 18 }, 2021, '2021-04-14'],
    [
      'the moon in Shravana under a sun in the Lion',
      { kind: 'star', sun: 120, from: 280, hour: 6 },
      2021,
      '2021-08-21',
    ],
  ] as const)('%s', (_, rule, year, expected) => {
    expect(dayOf(rule, year)).toBe(expected);
  });

  it('a year with a month twice keeps the feast in its own', () => {
    // 2020 had two months of Ashvina.
    expect(dayOf({ kind: 'tithi', month: 7, tithi: 30, hour: 18 }, 2020)).toBe('2020-11-14');
  });

  it('every year has each feast once', () => {
    for (let year = 1990; year < 2040; year++)
      expect(hinduDay({ kind: 'tithi', month: 8, tithi: 15, hour: 6 }, year), String(year)).not.toBeNull();
  });
});
