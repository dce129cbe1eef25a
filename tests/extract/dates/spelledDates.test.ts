import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';

describe('dates spelled out', () => {
  it.each([
    ['He came on March twenty nine.', 'March twenty nine = 2024-03-29'],
    ['He came on fifteen August nineteen ninety three.', 'fifteen August nineteen ninety three = 1993-08-15'],
    ['He came in nineteen eighty-six.', 'nineteen eighty-six = 1986'],
    ['He came in two thousand and five, by sea.', 'two thousand and five = 2005'],
    ['He came in Dec/2018 by sea.', 'Dec/2018 = 2018-12'],
  ])('%s', (text, expected) => {
    expect(inText(text)).toEqual([expected]);
  });
  it.each([
    'In March two regiments came.'.replace('March', 'all'),
    'They came in twenty twenty-foot boats.',
    'A crowd of nineteen eighty-year-olds sang.',
  ])('no year in: %s', (text) => {
    expect(inText(text).filter((each) => !each.includes('= P'))).toEqual([]);
  });
});
