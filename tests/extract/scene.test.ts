import { describe, expect, test } from 'vitest';
import { occurrencesIn, titlesOf } from './extracted.ts';

/** Each occurrence as `verb date how`. */
const reached = (text: string): string[] =>
  occurrencesIn(text, '2015').map((o) => `${o.head} ${o.time.edtf} ${o.time.how}`);

describe('a story that has come to a day', () => {
  const day = 'On 4 May 1931 the ferry left Oban.';

  test('tells on of that day, deed by deed', () => {
    expect(reached(`${day} It struck a rock. Two boats were lowered, and the mate jumped.`)).toEqual([
      'leave 1931-05-04 explicit',
      'strike 1931-05-04 inherited',
      'lower 1931-05-04 inherited',
      'jump 1931-05-04 inherited',
    ]);
  });

  test('says where the date is from', () => {
    expect(occurrencesIn(`${day} It struck a rock.`, '2015').at(-1)?.mention.how).toBe(
      '4 May 1931 → the sentence before',
    );
  });

  test.each([
    ['a state', 'The sea remained calm.'],
    ['a view', 'The mate believed him.'],
    ['what was said', 'The mate said nothing.'],
    ['a habit', 'It usually stopped at Mull.'],
    ['what lasts', 'The mate used a lamp.'],
    ['what did not happen', 'It did not stop.'],
    ['what had happened', 'The mate had sold his house.'],
    ['another time', 'The wreck was eventually sold.'],
    ['a time of its own', 'The wreck was sold two years later.'],
    ['a stretch', 'Nine thousand people came in the first year.'],
  ])('but not of %s', (_, next) => {
    expect(reached(`${day} ${next}`).filter((line) => line.endsWith('inherited'))).toEqual([]);
  });

  test('is not at a year or month, nor at a day that was only looked back to', () => {
    expect(reached('In May 1931 the ferry left Oban. It struck a rock.')).toEqual(['leave 1931-05 explicit']);
    expect(reached('The ferry had left Oban on 4 May 1931. It struck a rock.')).toEqual([
      'leave 1931-05-04 explicit',
    ]);
  });

  test('is at none of two days in one sentence', () => {
    const two = 'The mate was arrested on 4 May 1931 and was released on 9 May 1931. Two boats were sold.';
    expect(reached(two).filter((line) => line.endsWith('inherited'))).toEqual([]);
  });
});

test('the steps of a scene are events of their own', () => {
  expect(titlesOf('On 4 May 1931 the ferry left Oban. The ferry struck a rock.')).toHaveLength(2);
});

describe('a count of those who did something', () => {
  test('is one for the time that was told, be it a year', () => {
    expect(reached('In 1958 the town sold the mill. Eleven thousand people signed a petition.')).toEqual([
      'sell 1958 explicit',
      'sign 1958 inherited',
    ]);
  });
  test.each([
    'Two halls were built by the town.',
    'Eleven thousand people live there.',
    'Eleven thousand people signed a petition the next year.',
  ])('but not: %s', (next) => {
    const found = reached(`In 1958 the town sold the mill. ${next}`);
    expect(found.filter((line) => line.endsWith('1958 inherited'))).toEqual([]);
  });
});
