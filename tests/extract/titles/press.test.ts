import { expect, test } from 'vitest';
import { tokensOf } from '../../../src/extract/language.ts';
import { pressTitle } from '../../../src/extract/titles/press.ts';

const told = (headline: string, publisher = ''): string =>
  pressTitle(tokensOf(headline, 0, headline.length), new Set(), publisher);

test.each([
  ['stands as it is', 'Chile closes its last southern coal mine', 'Chile closes its last southern coal mine'],
  [
    'too long, begins with who says it at its end',
    'Dam above the town will hold this whole winter, says a former engineer',
    'Former engineer: Dam above the town will hold this whole winter',
  ],
  [
    'too long, leaves out what stands before its colon',
    'The northern roads: Chile shows how to build on ground that is frozen all year',
    'Chile shows how to build on ground that is frozen all year',
  ],
  [
    'too long, keeps what stands before its colon where only that has a verb',
    'Chile shows how to build on frozen ground: a report from the old roads of the far north',
    'Chile shows how to build on frozen ground',
  ],
  [
    'too long, does without articles',
    'Chile closes the last coal mine of the south and sells the harbour',
    'Chile closes last coal mine of south and sells harbour',
  ],
])('a press headline %s', (_, headline, title) => {
  expect(told(headline)).toBe(title);
});

test('a press headline follows who published it, unless too little of it would be left', () => {
  const headline = 'Chile closes its last southern coal mine and sells the harbour';
  expect(told('Chile closes its mine', 'Polar Post')).toBe('Polar Post: Chile closes its mine');
  expect(told(headline, 'Southern Institute of Coal and Harbours')).toBe(headline);
});
