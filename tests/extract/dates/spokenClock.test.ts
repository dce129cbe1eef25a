import { describe, expect, it } from 'vitest';
import { spokenClocks } from '../../../src/extract/dates/spokenClock.ts';

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
/** `at 5 pm = 17:00`, with `?` where nobody said which half of the day. */
const clocks = (text: string) =>
  spokenClocks(text).map(({ start, end, from, to }) => {
    const first = `${clock(from.minutes)}${from.sure ? '' : '?'}`;
    return `${text.slice(start, end)} = ${first}${to ? `–${clock(to.minutes)}` : ''}`;
  });

describe('times of day as they are spoken', () => {
  it.each([
    ['wake me at 7:56 pm', ['7:56 pm = 19:56']],
    ['the bell rang at 14h20', ['14h20 = 14:20']],
    ['lunch at half past twelve', ['half past twelve = 12:30?']],
    ['tea at ten to five in the evening', ['ten to five in the evening = 16:50']],
    ['tea at quarter of five pm', ['quarter of five pm = 16:45']],
    ['it struck three o’clock', ['three o’clock = 03:00?']],
    ['the boat goes at 0530 hours', ['0530 hours = 05:30']],
    ['the boat goes at noon', ['noon = 12:00']],
    ['twelve at night', ['twelve at night = 00:00']],
    ['see you at 3ish', ['3ish = 03:00?']],
  ])('%s', (text, expected) => {
    expect(clocks(text)).toEqual(expected);
  });

  it.each([
    ['from 3 to 5 pm', ['3 to 5 pm = 15:00–17:00']],
    ['between 11:30 and 1:15', ['11:30 and 1:15 = 11:30?–13:15']],
    ['open 9-12 am', ['9-12 am = 09:00–00:00']],
  ])('two that belong together: %s', (text, expected) => {
    expect(clocks(text)).toEqual(expected);
  });

  it.each([
    'in 2h',
    'at 5 people',
    'for $5.30',
    'by 3 more days',
    'version 3.45.1',
    'score 3-1',
    'at 7 weeks',
  ])('no time in: %s', (text) => {
    expect(clocks(text)).toEqual([]);
  });
});
