import { describe, expect, it } from 'vitest';
import { edtfs, timexes } from './notation.ts';

describe('years and eras', () => {
  it.each([
    ['The mill was built in 1848.', ['1848 = 1848']],
    ['In 1990–94 it stood empty.', ['1990 = 1990', '94 = 1994']],
    ["The class of '94 was small.", ["'94 = 1994"]],
    ['The war of 264–241 BC was long.', ['264 = BC0264', '241 BC = BC0241']],
    ['He was killed in 44 BCE.', ['44 BCE = BC0044']],
    ['The temple was burnt in AD 70.', ['AD 70 = 0070']],
    ['It was begun in AD842 by the shah.', ['AD842 = 0842']],
    ['It was founded in the year 71 by a legion.', ['71 = 0071']],
    ['She was born c. 314 in Egypt.', ['c. 314 = 0314']],
    ['Profits were up in fiscal 2021.', ['fiscal 2021 = 2021']],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual(expected);
  });

  it('years before Christ count from zero in EDTF', () => {
    expect(edtfs('He was killed in 44 BC.')).toEqual(['44 BC = -0043 year']);
  });

  it.each([
    'About 1900 people were hurt.',
    'He sued under § 1983 and Rule 2016.',
    'See 410 F.3d 1021, 1030 for more.',
    'It cost $1999 and weighed 1200 kg.',
    'See p. 1914 or room 1850.',
    'The index was at 1987.25 then.',
    'It was found at https://example.org/2019x/post1987.',
    'The part AB1984C was lost.',
    'An army of 2000 soldiers was raised.',
  ])('finds no date in: %s', (text) => {
    expect(timexes(text)).toEqual([]);
  });
});
