import { describe, expect, it } from 'vitest';
import { fillDays } from '../../../src/extract/dates/diary.ts';
import { dayPoint, monthPoint, type Point } from '../../../src/extract/dates/point.ts';
import { extract } from '../../../src/extract/pipeline.ts';
import { toCivil } from '../../../src/model/days.ts';
import { edtfDate } from '../../../src/model/edtf.ts';
import { mention, readUndated } from './notation.ts';

const known = (point: Point | null) => ({ point, day: null, weekday: null, daypart: null });
const weekday = (n: number, daypart: string | null = null) => ({
  point: null,
  day: null,
  weekday: n,
  daypart,
});
const day = (n: number, on: number | null = null) => ({ point: null, day: n, weekday: on, daypart: null });
const days = (lines: Parameters<typeof fillDays>[0]) =>
  fillDays(lines).map((found) => {
    if (!found) return null;
    const civil = toCivil(found.day);
    return edtfDate(civil.year, civil.month, civil.day);
  });

describe('bare lines of a diary', () => {
  it('run on from the dated line above', () => {
    expect(days([known(dayPoint(2017, 7, 3)), weekday(3), weekday(1), known(dayPoint(2017, 7, 11))])).toEqual(
      [null, '2017-07-05', '2017-07-10', null],
    );
  });
  it('are counted back from the line below where only a month stands above', () => {
    expect(days([known(monthPoint(1911, 3)), weekday(1), weekday(2), known(dayPoint(1911, 3, 18))])).toEqual([
      null,
      '1911-03-13',
      '1911-03-14',
      null,
    ]);
  });
  it('pass into the next month when the number falls', () => {
    expect(days([known(monthPoint(1872, 6)), day(14), day(30), day(2)])).toEqual([
      null,
      '1872-06-14',
      '1872-06-30',
      '1872-07-02',
    ]);
  });
  it('run down where the newest stands on top', () => {
    expect(days([known(dayPoint(2021, 3, 4)), day(3), day(1), day(27), day(20)])).toEqual([
      null,
      '2021-03-03',
      '2021-03-01',
      '2021-02-27',
      '2021-02-20',
    ]);
  });
  it('let a weekday choose the month of its number', () => {
    // 14 May 1990 was a Monday, 14 June a Thursday.
    expect(days([known(dayPoint(1990, 5, 20)), day(14, 4)])).toEqual([null, '1990-06-14']);
  });
  it('keep two parts of one day together', () => {
    expect(days([known(dayPoint(2020, 6, 1)), weekday(2, 'MO'), weekday(2, 'EV'), weekday(2, 'MO')])).toEqual(
      [null, '2020-06-02', '2020-06-02', '2020-06-09'],
    );
  });
  it('claim nothing where nothing is dated', () => {
    expect(days([weekday(1), weekday(2), day(14)])).toEqual([null, null, null]);
    expect(days([known(monthPoint(1911, 3)), weekday(1)])).toEqual([null, null]);
  });
});

describe('a diary', () => {
  const ward = readUndated(
    'Ward journal\n\nMay 1918\n\n3rd. Forty new cases came in.\n\n4th. A sister died in the night.\n\nSunday. We buried her. The doctor had come yesterday.\n',
  );
  it('dates its entries and what they tell', () => {
    expect(mention(ward, '3rd').edtf).toBe('1918-05-03');
    expect(mention(ward, '3rd').how).toBe('3rd → in May 1918');
    expect(mention(ward, 'Sunday').edtf).toBe('1918-05-05');
    expect(mention(ward, 'yesterday').edtf).toBe('1918-05-04');
  });
  it('reads a ship’s log with weekdays and numbers', () => {
    const log = readUndated(
      'Log of the Marit\n\nSeptember 1893\n\nMonday 4th\n\nWind from the east, ice ahead.\n\nTuesday 5th\n\nA bear came close.\n\nFriday\n\nThe rudder broke.\n',
    );
    expect(log.mentions.filter((m) => m.edtf).map((m) => m.edtf)).toEqual([
      '1893-09',
      '1893-09-04',
      '1893-09-05',
      '1893-09-08',
    ]);
  });
  it('gives its entries’ events their day', () => {
    const { document } = ward;
    const { events } = extract([{ ...document, date: null }], { categories: [] });
    expect(events.map(({ time }) => time.edtf)).toEqual(expect.arrayContaining(['1918-05-03', '1918-05-04']));
  });
  it('takes no rank for a day', () => {
    const { mentions } = readUndated(
      'Results of May 1998\n\n1st Battalion won the cup.\n\n2nd place went to the harbour crew.\n',
    );
    expect(mentions.map((m) => m.text)).toEqual(['May 1998']);
  });
});

describe('a heading of two days', () => {
  it.each([
    [
      'Monday 3 August 1998\n\nWe left.\n\nTuesday\n\nRain.\n\nThursday–Friday\n\nWe slept.\n\nSunday\n\nHome.',
      'Thursday',
      '1998-08-06/1998-08-07',
    ],
    [
      'Monday 3 August 1998\n\nAdmitted.\n\nTuesday\n\nFever.\n\nSaturday–Sunday\n\nBetter.\n\nMonday\n\nHome.',
      'Saturday',
      '1998-08-08/1998-08-09',
    ],
  ])('%s', (text, words, expected) => {
    expect(readUndated(text).mentions.find((each) => each.text === words)?.range?.edtf).toBe(expected);
  });
});

describe('a day of the month in an entry', () => {
  const diary = (entry: string) =>
    `Diary of a clerk, 1934\n\n5 March. The rains came.\n\n8 March. The boat came at noon.\n\n3 April. ${entry}\n\n30 April. It rained again.\n`;
  it.each([
    [
      'lies in the month before where it is told as past',
      'Back from the lake. Left here on the 20th.',
      '1934-03-20',
    ],
    ['and in this one where it is not over', 'A new clerk is due on the 20th.', '1934-04-20'],
  ])('%s', (_, entry, expected) => {
    expect(readUndated(diary(entry)).mentions.find((m) => m.text === 'the 20th')?.edtf).toBe(expected);
  });
});
