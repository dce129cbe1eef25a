import { describe, expect, it } from 'vitest';
import { timexes } from './notation.ts';

describe('named days', () => {
  it.each([
    ['They rested on Christmas 1914.', 'Christmas 1914 = 1914-12-25'],
    ['They rested on Christmas Eve 1914.', 'Christmas Eve 1914 = 1914-12-24'],
    ['They rested on Thanksgiving 2013.', 'Thanksgiving 2013 = 2013-11-28'],
    ['They rested on Easter 2010.', 'Easter 2010 = 2010-04-04'],
    ['They rested on Easter 1916.', 'Easter 1916 = 1916-04-23'],
    ['They rested on Good Friday 2024.', 'Good Friday 2024 = 2024-03-29'],
    ['They rested last Thanksgiving.', 'last Thanksgiving = 2023-11-23'],
    ['They voted on Election Day 1998.', 'Election Day 1998 = 1998-11-03'],
    ['They rested on Memorial Day 2023.', 'Memorial Day 2023 = 2023-05-29'],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual([expected]);
  });

  it.each(['He was a Christmasing fool.', 'The eastern gate was shut.'])('no holiday in: %s', (text) => {
    expect(timexes(text)).toEqual([]);
  });
});
