import { describe, expect, test } from 'vitest';
import { occurrencesIn } from './extracted.ts';

/** Each occurrence as `verb date how`. */
const reached = (text: string): string[] =>
  occurrencesIn(text, '2015').map((o) => `${o.head} ${o.time.edtf} ${o.time.how}`);

describe('a war dates what happened in it', () => {
  test.each([
    ['During the Second World War the mill was closed.', 'close 1939/1945 inferred'],
    ['Nine bakers were killed in World War I.', 'kill 1914/1918 inferred'],
    ['By the end of the First World War nine bakers had died.', 'die 1918 inferred'],
    ['At the outbreak of the Korean War he joined the navy.', 'join 1950 inferred'],
  ])('%s', (text, expected) => {
    expect(reached(text)).toEqual([expected]);
  });

  test('“the war” is the one named before, else the world war to which the story has come', () => {
    const named = 'In 1853 the Crimean War broke out.\n\nDuring the war the mill was closed.';
    expect(reached(named).at(-1)).toBe('close 1853/1856 inferred');
    const meant = 'The mill was sold in 1937. By the end of the war, nine bakers had died.';
    expect(reached(meant).at(-1)).toBe('die 1945 inferred');
  });

  test.each([
    ['no war near', 'The mill was sold in 1820. During the war it was closed.'],
    ['another war', 'The town remembers its civil war. During the war the mill was closed.'],
    ['who somebody was', 'The hall honours those who fell in the First World War.'],
    ['what came long after', 'The mill grew after the First World War.'],
  ])('but not with %s', (_, text) => {
    expect(reached(text).filter((line) => line.endsWith('inferred'))).toEqual([]);
  });

  test('a date of its own says more', () => {
    expect(reached('During the First World War, in 1916, the mill was closed.')).toEqual([
      'close 1916 explicit',
    ]);
  });
});

describe('a death that was told', () => {
  test('dates what followed it', () => {
    expect(reached('Axel Lind (1841–1919) was a brewer. After his death the house was sold.')).toEqual([
      'sell 1919 inferred',
    ]);
    expect(reached('Ada Lind died on 3 May 1919. On her death the house was sold.').at(-1)).toBe(
      'sell 1919-05-03 inferred',
    );
  });

  test('is not known of one of two', () => {
    const two =
      'Axel Lind (1841–1919) and Olga Berg (1850–1931) were brewers. After his death the house was sold.';
    expect(reached(two)).toEqual([]);
  });

  test('ends a stretch', () => {
    const text = 'Ada Lind died in 1949. She had taught at Bergen from 1931 until her death.';
    expect(reached(text).at(-1)).toBe('teach 1931/1949 explicit');
  });
});

test('a stretch that is said with what ended it is one', () => {
  expect(reached('From 1931 until his retirement in 1949 he taught at Bergen.')).toEqual([
    'teach 1931/1949 explicit',
  ]);
});

test.each([
  [
    'Revenue in the third quarter of fiscal 2014, which ended on March 31, rose 12% to $4 million.',
    '2014-01/2014-03',
  ],
  ['In the six months ended 30 June 2014 the firm sold nine ships.', '2014-01/2014-06'],
])('a period of accounts is told by its end: %s', (text, expected) => {
  expect(occurrencesIn(text, '2014-08-07').map((o) => o.time.edtf)).toContain(expected);
});
