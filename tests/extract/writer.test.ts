import { describe, expect, test } from 'vitest';
import { titlesOf } from './extracted.ts';

describe('who writes', () => {
  test('is named by the head of a diary, also where a line leaves them out', () => {
    const diary =
      'DIARY OF ANNA HOLM\n\n3 May 1902\nI bought a trunk.\n\n4 May 1902\nTook over the galley from Vos.';
    expect(titlesOf(diary)).toEqual(['Holm buys a trunk', 'Holm takes over the galley from Vos']);
  });

  test('is named by the foot of a letter; what will be done stands in the present', () => {
    const letter =
      'Dear Jane,\n\nOn 3 May 1902 we met at the quay. I leave for Oslo on the 9th.\n\nYours ever,\nAnna Holm\n';
    expect(titlesOf(letter)).toEqual(['Met at the quay', 'Holm leaves for Oslo']);
  });

  test('is the house whose page says we', () => {
    const page =
      'Our story\n\nFernlight makes lamps. We started small in 2011.\n\nIn May 2012 we opened a shop in Leith. In 2013 Fernlight hired ten people. Our rivals sued us in 2014.';
    expect(titlesOf(page)).toEqual([
      'Fernlight starts small',
      'Fernlight opens a shop in Leith',
      'Fernlight hires ten people',
      'Fernlight’s rivals sue Fernlight',
    ]);
  });

  test('is not known where nothing says it', () => {
    expect(titlesOf('In May 2016 we closed the ward. In 2017 I left.')).toEqual(['Ward closed']);
  });
});

describe('a headline of what a sentence only hints at', () => {
  test.each([
    [
      'a participle of notes stays passive',
      'On 3 May 1918 six men admitted with fever.',
      'Six men admitted with fever',
    ],
    ['a small word stays before a time', 'A board was set up yesterday.', 'Board set up'],
    [
      'a helper is shared over a time',
      'The hut was burned in 1904 and restored the year after.',
      'Hut restored',
    ],
    [
      'a happening is no person',
      'The capture of the rebels’ leader, Ana Ruiz, in Oslo on 3 May 1904 weakened the league.',
      'Capture of the rebels’ leader weakens the league',
    ],
    ['a name acts for what it is', 'The Orla was a ferry that ran from 1909 to 1917.', 'Orla runs'],
    [
      'two descriptions are of one thing',
      'A fund, which Vos had opened in 1931 and which closed in 1935, helped.',
      'Fund closes',
    ],
    [
      'a month before the subject is no part of it',
      'Last month the Orla Line, Vos and Holm signed a pact.',
      'Orla Line, Vos and Holm sign a pact',
    ],
    [
      'nothing hangs behind before its date',
      'The dairy raised its prices starting in May 1999.',
      'Dairy raises its prices',
    ],
    [
      'how long before has no part in it',
      'The treaty was signed on 8 May 1745. The mayor fled two days before the treaty.',
      'Mayor flees',
    ],
    [
      'a sum may stand in what is described',
      'Vale led a seed round of €2 million, which closed on 3 May 2018.',
      'Seed round of €2 million closes',
    ],
    [
      'what was last acted on is meant by it',
      'Thieves took the Orla clock. It was sold in Basel in 1988.',
      'Orla clock sold in Basel',
    ],
  ])('%s', (_, text, title) => {
    expect(titlesOf(text)).toContain(title);
  });
});
