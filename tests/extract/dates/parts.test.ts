import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';
import { edtfs } from './notation.ts';

describe('parts of a larger date', () => {
  it.each([
    ['It opened in early 1931.', 'early 1931 = 1931-01/1931-04 year'],
    ['It opened in mid-June 1931.', 'mid-June 1931 = 1931-06-11/1931-06-20 month'],
    ['It opened at the end of March 1931.', 'the end of March 1931 = 1931-03-21/1931-03-31 month'],
    [
      'It opened in the last week of September 1931.',
      'the last week of September 1931 = 1931-09-21/1931-09-27 week',
    ],
    ['It opened on the second Sunday of May 1931.', 'the second Sunday of May 1931 = 1931-05-10 day'],
    [
      'It opened on the first weekend in August 1931.',
      'the first weekend in August 1931 = 1931-08-01/1931-08-02 week',
    ],
    ['It opened about 1931.', 'about 1931 = 1931~ year'],
  ])('%s', (text, expected) => {
    expect(edtfs(text)).toEqual([expected]);
  });
  it('the end of the week is in it', () => {
    expect(inText('The stock was sold at the end of the week.')).toEqual(['the end of the week = 2024-W20']);
  });
  it.each([
    'At the end of the pier stood a lamp.',
    'The first of them came early.',
    'In the middle of it all he left.',
  ])('no date in: %s', (text) => {
    expect(inText(text)).toEqual([]);
  });
});
