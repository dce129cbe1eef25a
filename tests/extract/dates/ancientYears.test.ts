import { describe, expect, it } from 'vitest';
import { timexes } from './notation.ts';

/** A text that counts its years by their era has years of two and three digits. */
const ancient = (text: string) => timexes(`The city was taken in 44 BC and again in AD 70. ${text}`).slice(2);

describe('years of few digits where eras are counted', () => {
  it.each([
    ['The temple was finished in 188.', ['188 = 0188']],
    ['By 362, the walls had been raised.', ['362 = 0362']],
    ['The governor ruled until 214 and was then recalled.', ['214 = 0214']],
    ['The war of the two kings (101 to 106) was lost.', ['101 = 0101', '106 = 0106']],
    ['A plague came in 135 or 136.', ['135 = 0135', '136 = 0136']],
    ['He died on 10 July 138.', ['10 July 138 = 0138-07-10']],
  ])('%s', (text, expected) => {
    expect(ancient(text)).toEqual(expected);
  });

  it('run down before Christ as the story does', () => {
    expect(
      timexes('The tyrant died in 527 BC. In 514 his son was murdered, and in 510 the other fled.'),
    ).toEqual(['527 BC = BC0527', '514 = BC0514', '510 = BC0510']);
  });

  it.each([
    'He came in 188 ships.',
    'The wall was raised by 120 or more.',
    'They marched from 300 camps.',
    'It is described in 212 pages.',
  ])('no year in: %s', (text) => {
    expect(ancient(text)).toEqual([]);
  });

  it('without an era beside them they are numbers', () => {
    expect(timexes('The road was paved until 214 and then by 362 of them.')).toEqual([]);
  });
});
