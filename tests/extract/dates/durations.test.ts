import { describe, expect, it } from 'vitest';
import { typedInText } from './long.ts';
import { read, typed } from './notation.ts';

describe('durations, sets and references: typed, never drawn', () => {
  it.each([
    ['The siege lasted two months.', ['two months = DURATION P2M']],
    ['The siege lasted at least 90 days.', ['at least 90 days = DURATION P90D']],
    ['It was a four-day visit.', ['four-day = DURATION P4D']],
    ['The talks took 5 1/2 hours.', ['5 1/2 hours = DURATION PT5.5H']],
    ['The talks took several weeks.', ['several weeks = DURATION PXW']],
    ['They held it for a decade.', ['a decade = DURATION P10Y']],
    ['The boat was checked daily.', ['daily = SET P1D']],
    ['The boat was checked every Friday.', ['every Friday = SET XXXX-WXX-5']],
    ['The boat was checked every year.', ['every year = SET P1Y']],
    ['It is now closed and its future was unclear.', ['now = DATE PRESENT_REF', 'future = DATE FUTURE_REF']],
  ])('%s', (text, expected) => {
    expect(typed(text)).toEqual(expected);
    for (const each of read(text).mentions) expect(each.edtf).toBeNull();
  });

  it('the first months of a year have both ends on the calendar', () => {
    const [first, last] = read(
      'It lost in the first nine months of 2023 and in the last two weeks of May 2022.',
    ).mentions;
    expect(first).toMatchObject({
      type: 'DURATION',
      value: 'P9M',
      edtf: '2023-01/2023-09',
      precision: 'month',
    });
    expect(last).toMatchObject({ value: 'P2W', edtf: '2022-05-18/2022-05-31', precision: 'day' });
  });

  it.each([
    'A 6-year-old boy was found.',
    'She came second and had a second helping.',
    'He was given a minute of his own.'.replace('a minute of his own', 'the minutes of it'),
  ])('finds nothing in: %s', (text) => {
    expect(typed(text)).toEqual([]);
  });
});

describe('halves, couples and ages of things', () => {
  it.each([
    ['It took two and a half years to build.', 'two and a half years = DURATION P2.5Y'],
    ['It took over two and half years to build.', 'over two and half years = DURATION P2.5Y'],
    ['It took an hour and a half by ferry.', 'an hour and a half = DURATION PT1.5H'],
    ['It took half a year by ferry.', 'half a year = DURATION P0.5Y'],
    ['It took a couple of months by sea.', 'a couple of months = DURATION P2M'],
    ['It took two years and three months to build.', 'two years and three months = DURATION P2Y3M'],
    ['It took 2 hours 25 minutes by rail.', '2 hours 25 minutes = DURATION PT2H25M'],
    ['It stood for a quarter of a century.', 'a quarter of a century = DURATION P25Y'],
    ['He was clerk for the past 5 1/2 years.', 'the past 5 1/2 years = DURATION P5.5Y'],
    ['It keeps a 2000-year-old custom alive.', '2000-year-old = DURATION P2000Y'],
    ['It keeps a 2000 year old custom alive.', '2000 year old = DURATION P2000Y'],
  ])('%s', (text, expected) => {
    expect(typedInText(text)).toEqual([expected]);
  });
  it.each(['A quarter of the crew was sick.', 'A couple from Hull bought it.'])(
    'no duration in: %s',
    (text) => {
      expect(typedInText(text)).toEqual([]);
    },
  );
});

describe('to last, and what is last', () => {
  it.each([
    ['The talks will last five days.', ['five days = DURATION P5D']],
    ['The rash did not last two weeks.', ['two weeks = DURATION P2W']],
    ['Such fevers last ten days.', ['ten days = DURATION P10D']],
    ['It rained over the last ten days.', ['the last ten days = DURATION P10D']],
    ['In last five years it was repaired twice.', ['last five years = DURATION P5Y']],
  ])('%s', (text, expected) => {
    expect(typed(text)).toEqual(expected);
  });
  it('what will last has no place before its day', () => {
    expect(read('The talks will last five days.').mentions[0]?.edtf).toBeNull();
    expect(read('It rained over the last ten days.').mentions[0]?.edtf).toBe('2024-05-06/2024-05-16');
  });
  it.each(['MINUTES of the meeting', 'The minutes of the council were read.'])(
    'no duration in: %s',
    (text) => {
      expect(typed(text)).toEqual([]);
    },
  );
});
