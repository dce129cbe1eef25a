import { describe, expect, test } from 'vitest';
import { titlesOf, told } from './extracted.ts';

describe('a verb said once for several dates', () => {
  test.each([
    [
      'Vos won the silver medal in 1909 and a chair at Oslo in 1911.',
      ['Vos wins the silver medal', 'Vos wins a chair at Oslo'],
    ],
    [
      'A second patient fell ill on 27 August 2014 and a third on 29 August 2014.',
      ['Second patient falls ill', 'Third falls'],
    ],
    ['The claim was filed in July 1998 and an answer in May 1999.', ['Claim filed', 'Answer filed']],
  ])('%s', (text, expected) => {
    expect(titlesOf(text)).toEqual(expected);
  });

  test('a row of dates is no such thing', () => {
    expect(told('The team won the cup in 1998 and again in 2004.')).toEqual(['win 1998', 'win 2004']);
  });

  test('a further clause is no such thing', () => {
    expect(told('Vos won the medal in 1909 and the town built a hall in 1911.')).toEqual([
      'win 1909',
      'build 1911',
    ]);
  });
});
