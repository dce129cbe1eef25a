import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';
import { typed } from './notation.ts';

describe('lengths with fractions and letters', () => {
  it.each([
    ['book a boat for two and a half hours', 'DURATION PT2.5H'],
    ['set a timer for an hour and a half', 'DURATION PT1.5H'],
    ['remind me for half an hour', 'DURATION PT0.5H'],
    ['a run of three quarters of an hour', 'DURATION PT0.75H'],
    ['the meeting took 45mins', 'DURATION PT45M'],
    ['a couple of weeks at sea', 'DURATION P2W'],
    ['stay for 3D', 'DURATION P3D'],
  ])('%s', (text, expected) => {
    expect(typed(text).map((each) => each.split(' = ')[1])).toEqual([expected]);
  });

  it('two of one row are one length, in a long text too', () => {
    expect(typed('rent it for one hour and thirty minutes')[0]).toContain('PT1H30M');
    expect(inText('The voyage took two years and three months.')).toEqual([
      'two years and three months = P2Y3M',
    ]);
  });

  it.each([
    [
      'two that do not add up stay apart',
      'It took two hours and three years.',
      ['two hours = PT2H', 'three years = P3Y'],
    ],
    [
      'and so does a list',
      'Terms of two years, three months were asked.',
      ['two years = P2Y', 'three months = P3M'],
    ],
  ])('%s', (_, text, expected) => {
    expect(inText(text)).toEqual(expected);
  });
});
