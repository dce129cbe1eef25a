import { describe, expect, it } from 'vitest';
import { read, timexes } from './notation.ts';

const ranges = (text: string) =>
  read(text).mentions.flatMap((each) =>
    each.range ? [`${text.slice(each.range.start, each.range.end)} = ${each.range.edtf}`] : [],
  );

describe('ranges: two expressions, and the first carries the whole', () => {
  it.each([
    ['The war of 1914–1918 was long.', '1914–1918 = 1914/1918'],
    ['The fair was held on 6–15 October 1952.', '6–15 October 1952 = 1952-10-06/1952-10-15'],
    ['The fair was held on October 6-15, 1952.', 'October 6-15, 1952 = 1952-10-06/1952-10-15'],
    ['It was shut from April to June 1968.', 'from April to June 1968 = 1968-04/1968-06'],
    ['Trade doubled between 2018 and 2023.', 'between 2018 and 2023 = 2018/2023'],
    [
      'The drill was held between the 20th and 23rd of July 2023.',
      'between the 20th and 23rd of July 2023 = 2023-07-20/2023-07-23',
    ],
    ['It was shut from November to March 1968.', 'from November to March 1968 = 1967-11/1968-03'],
    ['He reigned 31–14 BC as one of three.', '31–14 BC = -0030/-0013'],
    ['It was shut 31 May – 1 June 1916.', '31 May – 1 June 1916 = 1916-05-31/1916-06-01'],
  ])('%s', (text, expected) => {
    expect(ranges(text)).toEqual([expected]);
  });

  it('both ends are expressions of their own', () => {
    expect(timexes('The fair was held on 6–15 October 1952.')).toEqual([
      '6 = 1952-10-06',
      '15 October 1952 = 1952-10-15',
    ]);
  });

  it.each([
    'He came in 2018 and left in 2023.',
    'They won 14-16 and 9-21.',
    'It was 2023-24 on the clock face.'.replace('2023-24', '23-24'),
  ])('no range in: %s', (text) => {
    expect(ranges(text)).toEqual([]);
  });
});

describe('ends that share what stands behind the last', () => {
  it.each([
    ['They met on May 5, 6 and 7, 2019.', ['May 5 = 2019-05-05', '6 = 2019-05-06', '7, 2019 = 2019-05-07']],
    ['They met on 5, 6 and 7 May 2019.', ['5 = 2019-05-05', '6 = 2019-05-06', '7 May 2019 = 2019-05-07']],
    ['It closed between March and May of last year.', ['March = 2023-03', 'May of last year = 2023-05']],
    ['In the years 1848-9 they rose.', ['the years 1848 = 1848', '9 = 1849']],
    ['In 1870/1 they fought.', ['1870 = 1870', '1 = 1871']],
  ])('%s', (text, expected) => {
    expect(timexes(`Nothing was ready. ${text}`)).toEqual(expected);
  });
  it('a smaller digit ends no range', () => {
    expect(timexes('Nothing was ready. They won 1848-2 and left.')).toEqual([]);
  });
});

describe('ranges of months without their year', () => {
  it.each([
    ['The boats ran January–March by day.', ['January–March = 2024-01/2024-03']],
    ['The boats ran Nov–Feb by night.', ['Nov–Feb = 2023-11/2024-02']],
    ['In academic year 2019/2020 it was shut.', ['year 2019/2020 = 2019/2020']],
  ])('%s', (text, expected) => {
    expect(ranges(text)).toEqual(expected);
  });
});

describe('days of a month that is named by a word', () => {
  it('share it', () => {
    expect(timexes('It will be shut on the 20th and 23rd of next month.')).toEqual([
      'the 20th = 2024-06-20',
      '23rd of next month = 2024-06-23',
    ]);
  });
});

describe('ranges without another end', () => {
  it.each([
    ['Chair of the board, 2013 – present', '2013 – present = 2013/..'],
    ['She has led the clinic (May 2015–present).', 'May 2015–present = 2015-05/..'],
    ['He was its editor, 1999 to date.', '1999 to date = 1999/..'],
    ['Ana Rook (1950–) is a poet.', '1950– = 1950/..'],
  ])('%s', (text, expected) => {
    expect(ranges(text)).toEqual([expected]);
  });
  it.each(['It was built in 1950 - a wet year.', 'In 1950 to their regret it closed.'])(
    'none in: %s',
    (text) => {
      expect(ranges(text)).toEqual([]);
    },
  );
});

describe('a year over the turn of the year', () => {
  it.each([
    [
      'The club came last in the 2018-19 season. In September they lost six games. In March they won.',
      ['2018-09', '2019-03'],
    ],
    ['Flu was rare in 2016/17. In October 40 were ill, and in January 900.', ['2016-10', '2017-01']],
  ])('%s', (text, expected) => {
    const months = timexes(text)
      .slice(2)
      .map((each) => each.split(' = ')[1]);
    expect(months).toEqual(expected);
  });
});

/** Told on Thursday 16 May 2024. */
describe('a stretch that is told as past', () => {
  it.each([
    ['The strike ran from Monday to Friday and was called off.', '2024-05-06/2024-05-10'],
    ['The clinic was shut Tuesday through Thursday.', '2024-05-14/2024-05-16'],
    ['The court sat from Saturday to Monday.', '2024-05-11/2024-05-13'],
    ['Boats were sold from April to June.', '2023-04/2023-06'],
    ['The ward was shut from November to March.', '2023-11/2024-03'],
    ['The fair was held from 10 to 20 May.', '2023-05-10/2023-05-20'],
    ['The fair was held from 4 to 12 May.', '2024-05-04/2024-05-12'],
  ])('ended before it was told: %s', (text, expected) => {
    const { mentions } = read(`The board met and heard the report. ${text}`);
    expect(mentions[0]?.range?.edtf).toBe(expected);
  });
  it.each([
    ['The lake will be drained from October to March.', '2024-10/2025-03'],
    ['The road will be closed Friday to Monday.', '2024-05-17/2024-05-20'],
  ])('may be to come: %s', (text, expected) => {
    const { mentions } = read(`The board met and heard the report. ${text}`);
    expect(mentions[0]?.range?.edtf).toBe(expected);
  });
  it('ends on the weekday behind the one that is asked for', () => {
    expect(timexes('book leave from next monday to friday')).toEqual([
      'from next monday to friday = 2024-05-20/2024-05-24',
    ]);
  });
});
