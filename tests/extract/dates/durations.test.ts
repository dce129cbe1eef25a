import { describe, expect, it } from 'vitest';
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
