import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';
import { edtfs, timexes } from './notation.ts';

describe('seasons, quarters and halves', () => {
  it.each([
    ['It was sown in the spring of 1916.', 'the spring of 1916 = 1916-SP'],
    ['It was sown in autumn 1917.', 'autumn 1917 = 1917-FA'],
    ['It was sown in fall 1917.', 'fall 1917 = 1917-FA'],
    ['Exports fell in the third quarter of 2023.', 'the third quarter of 2023 = 2023-Q3'],
    ['Exports fell in Q3 2023.', 'Q3 2023 = 2023-Q3'],
    ['Exports were slow in the first half of 2023.', 'the first half of 2023 = 2023-H1'],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual([expected]);
  });

  it('as EDTF', () => {
    expect(edtfs('It was sown in the spring of 1916.')).toEqual(['the spring of 1916 = 1916-21 season']);
    expect(edtfs('Exports fell in Q3 2023.')).toEqual(['Q3 2023 = 2023-35 quarter']);
    expect(edtfs('Exports were slow in the first half of 2023.')).toEqual([
      'the first half of 2023 = 2023-40 half',
    ]);
  });

  it.each([
    'Prices fall when the water is let out.',
    'They went to summer camp.',
    'The hot spring was closed.',
    'A quarter of the votes were lost.',
  ])('finds no season in: %s', (text) => {
    expect(timexes(text).filter((each) => !each.includes('= P'))).toEqual([]);
  });
});

describe('seasons that are none', () => {
  it('"the fall" is no autumn unless a word of time stands before it', () => {
    expect(
      timexes('On 12 May 1780 the town fell. A week after the fall, on 19 May, the fleet came.'),
    ).toContain('19 May = 1780-05-19');
    expect(timexes('It was sold in the fall.')).toEqual(['the fall = 2023-FA']);
  });
  it('a season of a year before Christ', () => {
    expect(timexes('They came in the spring of 490 BC.')).toEqual(['the spring of 490 BC = BC0490-SP']);
  });
  it('last winter is over', () => {
    expect(timexes('They won it last winter.', '2021-02-05')).toEqual(['last winter = 2019-WI']);
  });
});

describe('seasons across the turn of a year, in numbers and in names', () => {
  it.each([
    ['They starved in the winter of 1776-77.', ['the winter of 1776-77 = 1776-WI']],
    ['They starved in the winter of 1916–1917.', ['the winter of 1916–1917 = 1916-WI']],
    ['It was dry in the summers of 1921 and 1922.', ['the summers of 1921 = 1921-SU', '1922 = 1922-SU']],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual(expected);
  });
  it.each([
    'The Prague Spring and the Arab Spring were hopes.',
    'She stayed at the Harbour Hotel, Summer Lane House and the Grand.',
    'They had hot summers and cold winters there.',
    'The summer solstice was a feast and the winter squash was ripe.',
  ])('no season in: %s', (text) => {
    expect(timexes(text)).toEqual([]);
  });
});

describe('games with a season in their name', () => {
  it('are of their year', () => {
    expect(timexes('She ran at the 2012 Summer Paralympics.')).toEqual(['2012 = 2012']);
    expect(timexes('The 1998 winter was mild.')).toEqual(['1998 winter = 1998-WI']);
  });
});

describe('the summer after a season that bears two years', () => {
  it('is that of the second', () => {
    expect(timexes('He scored 41 goals in 1927–28. He left the following summer.')).toContain(
      'the following summer = 1928-SU',
    );
    expect(timexes('He scored 41 goals in 1928. He left the following summer.')).toContain(
      'the following summer = 1929-SU',
    );
  });
});

describe('the star and the weekday', () => {
  it('are told apart by the article', () => {
    expect(inText('It saw a cloud leave the Sun. Nobody knew why.')).toEqual([]);
    expect(inText('The bar was closed on Sun. 12 May for repairs.')).toEqual(['Sun. 12 May = 2024-05-12']);
  });
});
