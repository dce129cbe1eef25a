import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';

describe('four digits that are no year', () => {
  it.each([
    ['count', 'About 1900 people came, and 1950 sheep, and 1200 or so dogs.'],
    ['are a range of a count', 'Between 1500 and 2000 men were killed.'],
    ['number a thing', 'It was case 1914, flight 2001, resolution 1973 and No. 1812.'],
    ['are pages', 'See the Journal 12(3), 1910-1917.'],
    ['are a house', 'The office is at 1355 Elm Terrace and 2010 Old Mill Road.'],
    ['are a title', 'She sang in the musical 1776 and read “1984” twice.'],
    ['are a product', 'They ran Windows 2000 and Exchange 2010.'],
    ['are a code', 'The tail said B-1942 and XK-1984.'],
    [
      'are the volume of a law report',
      'See Dunn v Port Board [1987] 2 Ll Rep 114 and Hale v Rook [2003] EWCA Civ 12.',
    ],
    ['count', 'In 1549 households worked by hand, and in 1800 villages burned.'],
    ['are a telephone', 'Call 020 7946 1918.'],
  ])('they %s: %s', (_, text) => {
    expect(inText(text)).toEqual([]);
  });

  it.each([
    ['Trade grew since 1890 per the census.', '1890 = 1890'],
    ['The coat is from 1880 or earlier.', '1880 = 1880'],
    ['His pre-1914 letters are lost.', '1914 = 1914'],
    ['They lived at 12 Elm Street in 1855.', '1855 = 1855'],
    ['In 1549 rioters pulled down the hedges.', '1549 = 1549'],
    ['In 2019 residents bought the inn.', '2019 = 2019'],
    ['She noted that in [1987] the mill burned.', '1987 = 1987'],
  ])('but: %s', (text, expected) => {
    expect(inText(text)).toEqual([expected]);
  });
});
