import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';
import { timexes } from './notation.ts';

describe('named days', () => {
  it.each([
    ['They rested on Christmas 1914.', 'Christmas 1914 = 1914-12-25'],
    ['They rested on Christmas Eve 1914.', 'Christmas Eve 1914 = 1914-12-24'],
    ['They rested on Thanksgiving 2013.', 'Thanksgiving 2013 = 2013-11-28'],
    ['They rested on Easter 2010.', 'Easter 2010 = 2010-04-04'],
    ['They rested on Easter 1916.', 'Easter 1916 = 1916-04-23'],
    ['They rested on Good Friday 2024.', 'Good Friday 2024 = 2024-03-29'],
    ['They rested last Thanksgiving.', 'last Thanksgiving = 2023-11-23'],
    ['They voted on Election Day 1998.', 'Election Day 1998 = 1998-11-03'],
    ['They rested on Memorial Day 2023.', 'Memorial Day 2023 = 2023-05-29'],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual([expected]);
  });

  it.each(['He was a Christmasing fool.', 'The eastern gate was shut.'])('no holiday in: %s', (text) => {
    expect(timexes(text)).toEqual([]);
  });
});

describe('feasts that lend only their name', () => {
  it.each([
    'They put up a Christmas tree and hid Easter eggs.',
    'They wore Halloween costumes and wished us a Merry Christmas.',
    'It was another Christmas without rain.',
  ])('no day in: %s', (text) => {
    expect(inText(text)).toEqual([]);
  });
  it.each([
    ["They met at last year's Halloween.", "last year's Halloween = 2023-10-31"],
    ['They met on Christmas Eve 2019.', 'Christmas Eve 2019 = 2019-12-24'],
  ])('%s', (text, expected) => {
    expect(inText(text)).toEqual([expected]);
  });
  it('the one before is a year earlier', () => {
    expect(inText('They came at Easter 2019, or was it the Easter before?')).toEqual([
      'Easter 2019 = 2019-04-21',
      'the Easter before = 2018-04-01',
    ]);
  });
});

describe('saints, quarter days and days that countries keep', () => {
  it.each([
    ['The rent was due at Michaelmas 1640.', 'Michaelmas 1640 = 1640-09-29'],
    ['The rent was due on Lady Day 1750.', 'Lady Day 1750 = 1750-03-25'],
    ['The rent was due on St. Andrew’s Day 1750.', 'St. Andrew’s Day 1750 = 1750-11-30'],
    ['They marched on Anzac Day 2015.', 'Anzac Day 2015 = 2015-04-25'],
    ['They fasted on Holy Saturday 2024.', 'Holy Saturday 2024 = 2024-03-30'],
  ])('%s', (text, expected) => {
    expect(inText(text)).toEqual([expected]);
  });
});

describe('feasts of old', () => {
  it.each([
    ['He was taken on Whit Monday 1549.', 'Whit Monday 1549 = 1549-06-10'],
    ['The king was crowned on Easter Sunday 1413.', 'Easter Sunday 1413 = 1413-04-23'],
    ['The mill burned on Easter Monday 1899.', 'Easter Monday 1899 = 1899-04-03'],
    ['I had your parcel of Christmas last.', 'Christmas = 2023-12-25'],
  ])('%s', (text, expected) => {
    expect(inText(text)[0]?.replace(' last =', ' =')).toBe(expected);
  });
});

describe('saints and their feasts', () => {
  it.each([
    ['The tower was struck on the feast of St Andrew 1471.', 'the feast of St Andrew 1471 = 1471-11-30'],
    ['They met on St Swithin’s Day 1820.', 'St Swithin’s Day 1820 = 1820-07-15'],
    ['Wreaths were laid on Remembrance Sunday 2019.', 'Remembrance Sunday 2019 = 2019-11-10'],
    ['Wreaths were laid on Armistice Day 1921.', 'Armistice Day 1921 = 1921-11-11'],
  ])('%s', (text, expected) => {
    expect(inText(text)).toEqual([expected]);
  });
  it.each(['She was married at St Andrew Street.', 'The parish of St Thomas is small.'])(
    'no day in: %s',
    (text) => {
      expect(inText(text)).toEqual([]);
    },
  );
});
