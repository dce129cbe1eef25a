import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';
import { edtfs } from './notation.ts';

describe('counted steps', () => {
  it.each([
    ['The pier was sold two days ago.', 'two days ago = 2024-05-14'],
    ['The pier was sold a couple of years ago.', 'a couple of years ago = 2022'],
    ['The pier was sold about three weeks ago.', 'about three weeks ago = 2024-04-22/2024-04-28'],
    ['The pier will be sold two years from today.', 'two years from today = 2026-05-16'],
    ['The pier will be sold a week from Friday.', 'a week from Friday = 2024-05-24'],
    ['The pier was sold three days before Christmas 2019.', 'three days before Christmas 2019 = 2019-12-22'],
  ])('%s', (text, expected) => {
    expect(inText(text)).toEqual([expected]);
  });
  it.each([
    'They left two hours before Monday.',
    'The bell rang 20 minutes after Christmas 2019.',
    'It fell a few seconds before 1990.',
    'It fell an hour before 1990.',
  ])('hours count from no day: %s', (text) => {
    expect(inText(text).join()).not.toMatch(/NaN|hours? before|minutes after|seconds before/);
    expect(edtfs(text).join()).not.toContain('NaN');
  });
  it('counts from the story', () => {
    expect(inText('On 4 May 1990 the pier burnt. Two years later it was sold.')).toEqual([
      '4 May 1990 = 1990-05-04',
      'Two years later = 1992',
    ]);
    expect(inText('They met last week, and the week before that.')).toContain(
      'the week before that = 2024-04-29/2024-05-05',
    );
  });
  it.each(['They waited two days.', 'It was two years old.', 'The wages from the yard were two weeks late.'])(
    'no step in: %s',
    (text) => {
      expect(inText(text).filter((each) => !each.includes('= P'))).toEqual([]);
    },
  );
  it('counts on from the story where that opens a sentence, and to the day where that is said', () => {
    expect(inText('The league was joined in 1953. Two years on, they won it.')).toContain(
      'Two years on = 1955',
    );
    expect(inText('The pier shut on 30 June 2009. It opened again a year to the day later.')).toContain(
      'a year to the day later = 2010-06-30',
    );
    expect(inText('They rose in 2014. They fell twelve months later.')).toContain(
      'twelve months later = 2015',
    );
    expect(inText('In 1953 they spent two years on the road.')).toEqual(['1953 = 1953', 'two years = P2Y']);
    expect(inText('In 2014 they rose. They fell five months later.')).not.toContain(
      'five months later = 2014',
    );
  });
});
