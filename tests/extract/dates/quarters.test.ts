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

describe('quarters and halves as accounts print them', () => {
  it.each([
    ['Sales rose in 3Q20.', '3Q20 = 2020-35 quarter'],
    ['Sales rose in 4Q2019.', '4Q2019 = 2019-36 quarter'],
    ["Sales rose in Q1'21.", "Q1'21 = 2021-33 quarter"],
    ['Sales rose in 1H2020.', '1H2020 = 2020-40 half'],
    ['Sales rose in the second quarter of the year.', 'the second quarter of the year = 2024-34 quarter'],
  ])('%s', (text, expected) => {
    expect(edtfs(text)).toContain(expected);
  });
  it.each([
    'They scored in the second quarter of the match.',
    'Add a quarter of the flour at a quarter past.',
  ])('no quarter in: %s', (text) => {
    expect(timexes(text)).toEqual([]);
  });
});

describe('halves and quarters of what is no year', () => {
  it.each([
    [
      'It fell in the second half of the 16th century.',
      'the second half of the 16th century = 1550/1599 century',
    ],
    [
      'It fell in the last quarter of the 19th century.',
      'the last quarter of the 19th century = 1875/1899 century',
    ],
    ['It fell in the first half of the 1930s.', 'the first half of the 1930s = 1930/1934 decade'],
    [
      'It fell in the first half of October 1952.',
      'the first half of October 1952 = 1952-10-01/1952-10-15 month',
    ],
    [
      'It fell in the second half of February 1952.',
      'the second half of February 1952 = 1952-02-16/1952-02-29 month',
    ],
  ])('%s', (text, expected) => {
    expect(edtfs(text)).toEqual([expected]);
  });
});
