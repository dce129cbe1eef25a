import { describe, expect, it } from 'vitest';
import { fewFrom } from '../../../src/extract/dates/few.ts';
import { dayPoint, yearPoint } from '../../../src/extract/dates/point.ts';
import { mention, readUndated, timexes } from './notation.ts';

const day = dayPoint(1990, 5, 4)!;

describe('a few units from a date', () => {
  it.each([
    ['day', 1, '1990-05-06/1990-05-10'],
    ['day', -1, '1990-04-28/1990-05-02'],
    ['week', 1, '1990-05/1990-06'],
    ['month', 1, '1990-07/1990-11'],
    ['year', -1, '1984/1988'],
  ] as const)('%s %i', (unit, side, expected) => {
    expect(fewFrom(day, side, unit)?.edtf).toBe(expected);
  });
  it('are not known more finely than what they are counted from', () => {
    expect(fewFrom(yearPoint(1990), 1, 'day')).toBeNull();
    expect(fewFrom(yearPoint(1990), 1, 'year')?.edtf).toBe('1992/1996');
    expect(fewFrom(day, 1, 'hour')).toBeNull();
  });
});

describe('a few and several in a text', () => {
  it.each([
    [
      'The bridge fell on 4 May 1990. A few weeks later the mayor resigned.',
      'A few weeks later',
      '1990-05/1990-06',
    ],
    [
      'She was operated on 4 May 1990. Several days later the fever rose.',
      'Several days later',
      '1990-05-06/1990-05-10',
    ],
    [
      'The bridge fell on 4 May 1990. A few days after the bridge fell, it was sold.',
      'A few days',
      '1990-05-06/1990-05-10',
    ],
  ])('%s', (text, words, expected) => {
    expect(mention(readUndated(text), words).edtf).toBe(expected);
  });
  it('move no story, and keep their value', () => {
    const text =
      'The bridge fell on 4 May 1990. A few weeks later the mayor resigned. Two days later it rained.';
    expect(timexes(text)).toEqual([
      '4 May 1990 = 1990-05-04',
      'A few weeks later = FUTURE_REF',
      'Two days later = 1990-05-06',
    ]);
  });
  it('many are not few', () => {
    const found = mention(
      readUndated('The bridge fell on 4 May 1990. Many years later it was rebuilt.'),
      'Many years later',
    );
    expect(found.edtf).toBeNull();
  });
});
