import { describe, expect, it } from 'vitest';
import { edtfs, timexes } from './notation.ts';

describe('weeks by their number', () => {
  it.each([
    ['Cases peaked in epidemiological week 43.', 'week 43 = 2023-10-23/2023-10-29 week'],
    ['Cases peaked in week 12 of 2017.', 'week 12 of 2017 = 2017-03-20/2017-03-26 week'],
    ['Cases peaked in week 12, 2017.', 'week 12, 2017 = 2017-03-20/2017-03-26 week'],
  ])('%s', (text, expected) => {
    expect(edtfs(text)).toEqual([expected]);
  });
  it.each(['The course ended with week 3.', 'It was taken twice in week 12 of the study.'])(
    'finds no date in: %s',
    (text) => {
      expect(timexes(text)).toEqual([]);
    },
  );
});
