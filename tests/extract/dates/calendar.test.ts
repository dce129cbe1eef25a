import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';
import { edtfs, read, timexes } from './notation.ts';

describe('days and months of the calendar', () => {
  it.each([
    ['The bridge was opened on 6 October 1952.', '6 October 1952 = 1952-10-06'],
    ['The bridge was opened on October 6, 1952.', 'October 6, 1952 = 1952-10-06'],
    ['The bridge was opened on the 6th of October, 1952.', 'the 6th of October, 1952 = 1952-10-06'],
    ['The bridge was opened on Oct. 6, 1952.', 'Oct. 6, 1952 = 1952-10-06'],
    ['It was signed on Friday, 3 May 2024.', 'Friday, 3 May 2024 = 2024-05-03'],
    ['The plant was closed in October 1952.', 'October 1952 = 1952-10'],
    ['The plant was closed in October of 1952.', 'October of 1952 = 1952-10'],
    ['The plant was closed in October, 1952.', 'October, 1952 = 1952-10'],
    ['The file was saved on 2019-03-07.', '2019-03-07 = 2019-03-07'],
    ['It was stamped 05-Aug-2016 by the clerk.', '05-Aug-2016 = 2016-08-05'],
    ['The invoice was dated 12/31/2019 and paid late.', '12/31/2019 = 2019-12-31'],
    ['The invoice was dated 31.12.2019 and paid late.', '31.12.2019 = 2019-12-31'],
    ['It was logged 2024-05-16T10:30:00Z by the buoy.', '2024-05-16 = 2024-05-16'],
    ['He was crowned in June 479 BC.', 'June 479 BC = BC0479-06'],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual([expected]);
  });

  it.each([
    ['They met on 14 May.', '14 May = 2024-05-14'],
    ['They met on 18 November.', '18 November = 2023-11-18'],
    ['They will meet on 18 November in Oslo.', '18 November = 2024-11-18'],
    ['The plant was closed in March.', 'March = 2024-03'],
    ['The plant was closed in August.', 'August = 2023-08'],
    ['The plant is to reopen in August.', 'August = 2024-08'],
  ])('a missing year is the nearest that the tense allows: %s', (text, expected) => {
    expect(timexes(text)).toEqual([expected]);
  });

  it('a printed weekday decides the year', () => {
    expect(edtfs('It was agreed on Thursday, 16 November.')).toEqual([
      'Thursday, 16 November = 2023-11-16 day',
    ]);
  });

  it('an impossible day is found and stays without a date', () => {
    const [only] = read('The note was dated 31 February 2019.').mentions;
    expect(only?.edtf).toBeNull();
  });

  it.each([
    'May the better team win, she said to the crowd.',
    'Theresa May was asked about it.',
    'They march every time and you may join.',
    'The long march to the sea was hard.',
    'Version 3.12.4 was faster than 3.11.',
    'He paid $1.35 a share for it.',
    'She lost 6-2, 6-4 and two thirds of the crowd left.',
    'Call 555-0142 or write to No. 14.',
    'It was an august body of men.',
    'The ratio was 3/4 and the odds were 12/5.',
  ])('finds no date in: %s', (text) => {
    expect(timexes(text)).toEqual([]);
  });
});

describe('months, names and ranges of months', () => {
  it.each(['The chair thanked April Jones.', 'The 23rd and 90th minutes were the best.'])(
    'finds no date in: %s',
    (text) => {
      expect(timexes(text)).toEqual([]);
    },
  );
  it.each([
    ['In April Jones left.', ['April = 2024-04']],
    ['Back in May they had won.', ['May = 2024-05']],
    ['Jan-Mar 2019 was dry.', ['Jan = 2019-01', 'Mar 2019 = 2019-03']],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual(expected);
  });
});

describe('dates run together, turned round or of old letters', () => {
  it.each([
    ['The ship called on 12Oct2019.', '12Oct2019 = 2019-10-12'],
    ['The ship called on 05Aug16.', '05Aug16 = 2016-08-05'],
    ['The letter is of Sept15, 1946.', 'Sept15, 1946 = 1946-09-15'],
    ['The log of 2017 April 5 is lost.', '2017 April 5 = 2017-04-05'],
    ['Our edict of the 12th of October last is void.', 'the 12th of October last = 2023-10-12'],
    ['It was paid in June last, by cheque.', 'June last = 2023-06'],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual([expected]);
  });
  it.each(['The gene SEPT9 lies near MARCH1.', 'Part 12OCTX is out of stock.'])('no date in: %s', (text) => {
    expect(timexes(text)).toEqual([]);
  });
});

describe('letters, log books, and months that name something else', () => {
  it.each([
    ['Yours of the 14th inst. has come.', 'the 14th inst = 2024-05-14'],
    ['Yours of the 30th ult. has come.', 'the 30th ult = 2024-04-30'],
    ['We sailed on the 3d of June 1842.', 'the 3d of June 1842 = 1842-06-03'],
    ['We sailed on Octr 12th, 1842.', 'Octr 12th, 1842 = 1842-10-12'],
    ['We sailed on Jun-21-2019.', 'Jun-21-2019 = 2019-06-21'],
    ['We sailed on 25-12-1991.', '25-12-1991 = 1991-12-25'],
    ['We sailed in 10/2019.', '10/2019 = 2019-10'],
    ['We sailed in 2017 april.', '2017 april = 2017-04'],
    ['We sailed on October, 1st with the tide.', 'October, 1st = 2023-10-01'],
    ['We sailed on the 2nd this month.', 'the 2nd this month = 2024-05-02'],
  ])('%s', (text, expected) => {
    expect(inText(text)).toEqual([expected]);
  });
  it.each([
    'May told them that the pier was sold.',
    'The October Revolution and the July Crisis were far away.',
    'The May Fourth Movement was young.',
    'She came for the 21st of them.',
  ])('no month in: %s', (text) => {
    expect(inText(text)).toEqual([]);
  });
});

describe('a rank behind a month', () => {
  it.each([
    ['In August the first convoy sailed, and nobody knew.', 'August = 2023-08'],
    ['In May the first of the schools opened.', 'May = 2024-05'],
    ['In April the 19th regiment was sent home.', 'April = 2024-04'],
    ['In March the second patient fell ill.', 'March = 2024-03'],
    ['On March the second patients came from afar.', 'March the second = 2024-03-02'],
    ['They sailed on April the 19th and were lost.', 'April the 19th = 2024-04-19'],
    ['The choir sang on May the first as ever.', 'May the first = 2024-05-01'],
  ])('%s', (text, expected) => {
    expect(timexes(`Nothing was ready. ${text}`)).toEqual([expected]);
  });
  it('a day alone opens what someone did on it', () => {
    expect(
      timexes('The ship lay off Cork in March 1850. On the 14th I went ashore, and on the 17th we sailed.'),
    ).toEqual(['March 1850 = 1850-03', 'the 14th = 1850-03-14', 'the 17th = 1850-03-17']);
    expect(timexes('In March 1850 the 14th my regiment knew was lost.')).toEqual(['March 1850 = 1850-03']);
  });
  it('two days may share a year named beside them', () => {
    expect(timexes('The court sat on 4 and 15 February this year.')).toEqual([
      '4 = 2024-02-04',
      '15 February this year = 2024-02-15',
    ]);
  });
});
