import { describe, expect, it } from 'vitest';
import { edtfs, timexes } from './notation.ts';

describe('decades, centuries and millennia', () => {
  it.each([
    ['Sales were slow in the 1980s.', 'the 1980s = 198'],
    ['Sales were slow in the late 1980s.', 'the late 1980s = 198'],
    ['Sales were slow in the nineties.', 'the nineties = 199'],
    ["Sales were slow in the '60s.", "the '60s = 196"],
    ['It was built in the 19th century.', 'the 19th century = 18'],
    ['It was built in the nineteenth century.', 'the nineteenth century = 18'],
    ['It was built in the fifth century BC.', 'the fifth century BC = BC04'],
    ['It was common in the 1800s.', 'the 1800s = 18'],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual([expected]);
  });

  it.each([
    ['Sales were slow in the late 1980s.', 'the late 1980s = 1985/1989 decade'],
    ['Sales were slow in the early 1980s.', 'the early 1980s = 1980/1984 decade'],
    ['Sales were slow in the 1980s.', 'the 1980s = 198X decade'],
    ['It was built in the 19th century.', 'the 19th century = 18XX century'],
  ])('as EDTF: %s', (text, expected) => {
    expect(edtfs(text)).toEqual([expected]);
  });

  it.each([
    'He was in his 30s then.',
    'The 20th regiment was sent home.',
    "Under Vision 2030's rules it was banned once.".replace("2030's", 'Twenty'),
  ])('finds no date in: %s', (text) => {
    expect(timexes(text)).toEqual([]);
  });
});

describe('hundreds of years beside others', () => {
  it.each([
    ['The 1800s and the 2000s differ.', ['The 1800s = 18', 'the 2000s = 200']],
    ['The 1900s and 1910s were good.', ['The 1900s = 190', '1910s = 191']],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual(expected);
  });
  it('a decade before Christ', () => {
    expect(edtfs('In the 480s BC they built a wall.')).toEqual(['the 480s BC = -0488/-0479 decade']);
  });
});

describe('the turn of a century', () => {
  it('is about its first years', () => {
    expect(edtfs('It burnt at the turn of the twentieth century.')).toEqual([
      'the turn of the twentieth century = 190X~ decade',
    ]);
  });
});

describe('decades by their nickname, and what is none', () => {
  it.each([
    ['They danced through the roaring twenties.', 'twenties = 192'],
    ['They danced to your dreadful 90s songs.', '90s = 199'],
    ['It has a 12th- and 13th-century keep.', '13th-century = 12'],
    ['The 17th, 18th and 19th centuries were quiet.', 'The 17th = 16'],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toContain(expected);
  });
  it.each(['Temperatures were in the 80s all week long.', 'She was in her late twenties.'])('%s', (text) => {
    expect(timexes(text)).toEqual([]);
  });
});

describe('a century cut short', () => {
  it('is one behind its ordinal', () => {
    expect(edtfs('It was built in the 1st c. AD by masons.')).toEqual(['the 1st c. AD = 00XX century']);
    expect(timexes('It was built in the 5th c. BC by masons.')).toEqual(['the 5th c. BC = BC04']);
  });
});
