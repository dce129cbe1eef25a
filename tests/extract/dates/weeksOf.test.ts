import { describe, expect, it } from 'vitest';
import { edtfs, timexes } from './notation.ts';

describe('weeks and weekends named by their days', () => {
  it.each([
    [
      'The regatta was held over the weekend of 4–5 May 2019.',
      'the weekend of 4–5 May 2019 = 2019-05-04/2019-05-05',
    ],
    [
      'The regatta was held over the weekend of May 4-5, 2019.',
      'the weekend of May 4-5, 2019 = 2019-05-04/2019-05-05',
    ],
    [
      'The regatta was held over the weekend of 3 to 6 May 2019.',
      'the weekend of 3 to 6 May 2019 = 2019-05-04/2019-05-05',
    ],
    [
      'The ward was full in the week of 4–8 March 2019.',
      'the week of 4–8 March 2019 = 2019-03-04/2019-03-10',
    ],
    ['The ward was full in the week of 4 March 2019.', 'the week of 4 March 2019 = 2019-03-04/2019-03-10'],
    [
      'The ward was full on the weekend of 12 June 2021.',
      'the weekend of 12 June 2021 = 2021-06-12/2021-06-13',
    ],
  ])('%s', (text, expected) => {
    expect(edtfs(text)).toEqual([`${expected} week`]);
  });
  it('in TIMEX3', () => {
    expect(timexes('It rained on the weekend of 4–5 May 2019.')).toEqual([
      'the weekend of 4–5 May 2019 = 2019-W18-WE',
    ]);
  });
  it('no week is longer than a week', () => {
    expect(timexes('It ran the week of 4–25 March 2019.')).not.toContain(
      'the week of 4–25 March 2019 = 2019-W10',
    );
  });
});
