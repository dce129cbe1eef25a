import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';
import { edtfs, timexes } from './notation.ts';

describe('counted from the day of speaking', () => {
  it.each([
    ['The bank was sold last month.', 'last month = 2024-04'],
    ['The bank was sold last year.', 'last year = 2023'],
    ['The bank was sold last week.', 'last week = 2024-05-06/2024-05-12'],
    ['The bank was sold this week.', 'this week = 2024-05-13/2024-05-19'],
    ['The bank was sold in week 30 of 2023.', 'week 30 of 2023 = 2023-W30'],
    ['The bank will be sold next month.', 'next month = 2024-06'],
    ['The bank was sold last August.', 'last August = 2023-08'],
    ['The bank was sold in March last year.', 'March last year = 2023-03'],
    ['The bank was sold last summer.', 'last summer = 2023-SU'],
    ['The bank was sold on Tuesday.', 'Tuesday = 2024-05-14'],
    ['The bank was sold on Thursday.', 'Thursday = 2024-05-16'],
    ['The bank was sold last Friday.', 'last Friday = 2024-05-10'],
    ['Nothing was ready, but the bank will be sold on Tuesday.', 'Tuesday = 2024-05-21'],
    ['Harbour to close on Tuesday. It was told so.', 'Tuesday = 2024-05-21'],
    ['The bank was sold two years ago.', 'two years ago = 2022'],
    ['The bank was sold three days ago.', 'three days ago = 2024-05-13'],
    ['The bank was sold yesterday.', 'yesterday = 2024-05-15'],
    ['The bank was sold earlier this year.', 'earlier this year = 2024'],
    ['The bank was sold at the end of last year.', 'the end of last year = 2023'],
    ['The bank was sold in the first half of this year.', 'the first half of this year = 2024-H1'],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual([expected]);
  });

  it('a vague span keeps the precision of its unit', () => {
    expect(edtfs('The bank was sold last week.')).toEqual(['last week = 2024-05-06/2024-05-12 week']);
    expect(edtfs('The bank was sold in late October.')).toEqual([
      'late October = 2023-10-21/2023-10-31 month',
    ]);
  });

  it('a stretch that ends now is a duration with a place on the calendar', () => {
    expect(edtfs('It was quiet over the past decade.')).toEqual(['the past decade = 2014/2024 year']);
  });
});

describe('counted from where the story stands', () => {
  const story = 'On 3 March 1911 the ship sailed. ';
  it.each([
    ['The following month it was lost.', 'The following month = 1911-04'],
    ['The next day it was lost.', 'The next day = 1911-03-04'],
    ['Two days later it was lost.', 'Two days later = 1911-03-05'],
    ['Two years earlier it had been built.', 'Two years earlier = 1909'],
    ['Later that year it was found.', 'Later that year = 1911'],
    ['In October of that year it was found.', 'October of that year = 1911-10'],
    ['It was found in the summer.', 'the summer = 1911-SU'],
    ['It was found in June.', 'June = 1911-06'],
    ['In January it was found.', 'January = 1911-01'],
    ['Two weeks before Easter it was found.', 'Two weeks before Easter = 1911-04-02'],
  ])('%s', (text, expected) => {
    expect(timexes(story + text, '2009-12-19')[1]).toBe(expected);
  });

  it('comes back from what is told in passing', () => {
    const text =
      'In May 1915 the front moved. The alliance had held since 1882. In June the town fell, and in August the fort.';
    expect(timexes(text, '2009-12-19').slice(2)).toEqual(['June = 1915-06', 'August = 1915-08']);
  });

  it('a month with a year lends it to the months before it', () => {
    expect(timexes('It rained in August and September 1914.', '2009-12-19')).toEqual([
      'August = 1914-08',
      'September 1914 = 1914-09',
    ]);
  });
});

describe('what only looks relative', () => {
  it.each([
    'She was the player of the Year twice.',
    'This may be so, he was told.',
    'He was a former mayor.',
  ])('finds no date in: %s', (text) => {
    expect(timexes(text)).toEqual([]);
  });
});

describe('weekdays with their word behind them, and names', () => {
  it.each([
    ['It lost money last fiscal year.', 'last fiscal year = 2023'],
    ['I wrote on Monday last.', 'Monday last = 2024-05-13'],
    ['The board met on the Friday following.', 'the Friday following = 2024-05-17'],
  ])('%s', (text, expected) => {
    expect(inText(text)).toEqual([expected]);
  });
  it.each([
    'She read it in the Sunday Times.',
    'They wore their Sunday best.',
    'He sang on Saturday Night Live.',
  ])('no day in: %s', (text) => {
    expect(inText(text)).toEqual([]);
  });
});

describe('next day, without its article', () => {
  it.each([
    ['We left Rio on 3 May 1851. Next day the wind fell.', 'Next day = 1851-05-04'],
    ['He was operated on 12 March 2009. Next day the fever was gone.', 'Next day = 2009-03-13'],
  ])('is the one after what was told: %s', (text, expected) => {
    expect(timexes(text)[1]).toBe(expected);
  });
  it('a gate that stood open until Monday keeps no hours', () => {
    expect(timexes('The lock stood open until Monday.')).toEqual(['Monday = 2024-05-13']);
    expect(timexes('The museum is open Monday to Friday.')[0]).toBe('Monday = XXXX-WXX-1');
  });
});
