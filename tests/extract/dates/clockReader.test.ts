import { casual } from 'chrono-node/en';
import { expect, test } from 'vitest';
import { readClocks } from '../../../src/extract/dates/clockReader.ts';

const REFERENCE = { instant: new Date(Date.UTC(2001, 0, 1, 12)), timezone: 0 };

/** The times of day that chrono-node finds when all its patterns are tried: the words without what leads in, hour and minute. */
const byAllPatterns = (words: string): unknown[] =>
  casual
    .parse(words, REFERENCE)
    .filter(({ start }) => start.isCertain('hour'))
    .map(({ text, start }) => [bare(text), start.get('hour'), start.get('minute')]);

const bare = (words: string): string => words.replace(/^(?:at|from) /, '');

/** The same by the reader. */
const byReader = (words: string): unknown[] =>
  readClocks(words)
    .filter(({ hour }) => hour !== null)
    .map((clock) => [bare(clock.words), clock.hour, clock.minute]);

const WORDS = (
  '12:30|9 pm|9pm|5 a.m.|7:15 p.m.|0:05|24:00|at|from|on|the|a|board|until|–|yesterday|tomorrow|noon|morning|' +
  'in the morning|at night|next week|two days|ago|later|Monday|sat|March|May 5|5 March 2020|2020-03-05|3/4/2020|12.30|' +
  '8.15pm|45 minutes|in 5 minutes|EST|est|GMT+2|(|)|,|.|now|East|art|couple of|seconds|last|month|s|“|”'
).split('|');

test('finds the times that all patterns would find', () => {
  let state = 5;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let found = 0;
  for (let i = 0; i < 1500; i++) {
    const words = Array.from({ length: 1 + random(8) }, () => WORDS[random(WORDS.length)]).join(' ');
    const expected = byAllPatterns(words);
    found += expected.length;
    expect(byReader(words), words).toEqual(expected);
  }
  expect(found).toBeGreaterThan(800);
});

test.each([
  ['the gates shut at 9 pm and the lamps went out', [['9 pm', 21, 0]]],
  ['tomorrow at 6:45 a.m. the crew sails', [['tomorrow at 6:45 a.m.', 6, 45]]],
  [
    'opened 8:15, shut 12:30',
    [
      ['8:15', 8, 15],
      ['12:30', 12, 30],
    ],
  ],
  ['12 am', [['12 am', 0, 0]]],
  ['half past three', [['half past three', 3, 30]]],
  ['0630 hours', [['0630 hours', 6, 30]]],
  ['a draw of 2', []],
])('%s', (words, expected) => {
  expect(byReader(words)).toEqual(expected);
});
