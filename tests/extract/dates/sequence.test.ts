import { describe, expect, it } from 'vitest';
import { dayPoint } from '../../../src/extract/dates/point.ts';
import { solveYears } from '../../../src/extract/dates/sequence.ts';
import { edtfs, read, readUndated } from './notation.ts';

describe('years of a list', () => {
  const line = (month: number, day: number, year: number | null = null) => ({ month, day, year });
  const date = dayPoint(2024, 5, 16);

  it('runs down from the date of the document', () => {
    const lines = [line(5, 14), line(5, 3), line(2, 2), line(11, 24), line(8, 6), line(12, 1)];
    expect(solveYears(lines, date).years).toEqual([2024, 2024, 2024, 2023, 2023, 2022]);
  });

  it('runs up to the date of the document', () => {
    const lines = [line(11, 24), line(12, 20), line(2, 2), line(5, 3)];
    expect(solveYears(lines, date).years).toEqual([2023, 2023, 2024, 2024]);
  });

  it('lies ahead where it says what is to come', () => {
    const lines = [line(5, 20), line(6, 3), line(1, 9)];
    expect(solveYears(lines, date, true).years).toEqual([2024, 2024, 2025]);
    const plan = ['20 May – the jury meets', '3 June – talks are expected', '9 January – close'].join('\n');
    const told = ['20 May – the jury met', '3 June – talks were held', '9 January – the close'].join('\n');
    const years = (rows: string) => read(`The fair\n\n${rows}`).mentions.map((m) => m.value.slice(0, 4));
    expect(years(plan)).toEqual(['2024', '2024', '2025']);
    expect(years(told)).toEqual(['2023', '2023', '2024']);
  });

  it('is of the year that the title names, whoever edited it later', () => {
    const entries =
      'Tuesday, 3rd May. We sailed at six.\n\nFriday. Rain.\n\nSunday 8th. We rested.\n\nMonday 16th. Sailed.';
    const note =
      'He came home in 1891, ten years ago last June. His account was printed in 1902 and is now rare.';
    const { mentions } = readUndated(
      `Journal of a surveyor\n\nThe second journey, 1887\n\n${entries}\n\n${note}`,
    );
    expect(mentions.slice(1, 4).map((m) => m.value)).toEqual(['1887-05-03', '1887-05-06', '1887-05-08']);
  });

  it('one line out of order does not turn the whole', () => {
    const lines = [line(5, 14), line(4, 2), line(4, 9), line(3, 1), line(11, 24), line(10, 2)];
    expect(solveYears(lines, date).years).toEqual([2024, 2024, 2024, 2024, 2023, 2023]);
  });

  it('goes from one printed year to the next', () => {
    const lines = [line(3, 1, 1969), line(9, 5), line(2, 7), line(4, 4, 1970), line(11, 1)];
    expect(solveYears(lines, null).years).toEqual([1969, 1969, 1970, 1970, 1970]);
  });

  it('keeps the years of the other way where both are nearly as likely', () => {
    const { mentions } = read(
      'Releases of the tool\n\nNovember: Version nine is out.\n\nMarch: It moves to a new host.',
      '2020-11-20',
    );
    expect(mentions.find((m) => m.text === 'November')).toMatchObject({
      edtf: '2020-11',
      alternatives: [{ edtf: '2019-11', reason: 'where the list runs the other way' }],
    });
    const long = ['November', 'August', 'March', 'January'].map((month) => `${month}: A version is out.`);
    expect(read(long.join('\n\n'), '2020-11-20').mentions[0]!.alternatives).toEqual([]);
  });

  it('without a date and a printed year nothing is claimed', () => {
    expect(solveYears([line(3, 1), line(2, 1)], null).years).toEqual([null, null]);
  });

  it('a thousand lines take a thousand steps', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => line(12 - (i % 12), 1));
    const { years } = solveYears(lines, date);
    expect(years.length).toBe(1000);
    expect(years.every((year) => year !== null)).toBe(true);
  });
});

describe('weekdays in a list', () => {
  it('decide its year', () => {
    const diary =
      'Friday 5 August. Rain.\n\nSaturday 6 August. The cook fell ill yesterday.\n\nMonday 8 August. We left.';
    expect(edtfs(diary, '2024-03-10')).toEqual([
      'Friday 5 August = 2022-08-05 day',
      'Saturday 6 August = 2022-08-06 day',
      'yesterday = 2022-08-05 day',
      'Monday 8 August = 2022-08-08 day',
    ]);
  });
});
