import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';
import { readUndated } from './notation.ts';

describe('times of day without a colon', () => {
  it.each([
    ['At 0642 on 9 February 2016 the ferry ran aground.', '0642 = 2016-02-09T06:42'],
    ['It struck the rock at 22.45 and sank.', '22.45 = 2024-05-16T22:45'],
    ['Copper was down by 1015 GMT.', '1015 = 2024-05-16T10:15'],
    ['By 0830 all of them had gone.', '0830 = 2024-05-16T08:30'],
    ['At about 0615 the mate took over, and left at 1620.', '1620 = 2024-05-16T16:20'],
  ])('%s', (text, expected) => {
    expect(inText(text)).toContain(expected);
  });
  it.each([
    'The shares closed at 22.45 on the day.',
    'It ran at 10.50 metres a second.',
    'By 1830 all of them had gone.',
    'At 2010 prices it cost a million.',
    'It weighed about 0630 grams, and stood at 1999 feet.',
  ])('no time in: %s', (text) => {
    expect(inText(text).filter((each) => /T\d/.test(each))).toEqual([]);
  });
});

describe('times of a day that was named before', () => {
  const text = [
    'Report on the loss of the Orla',
    'Published 3 March 2018',
    'At 0642 on 9 February 2016 the ferry Orla ran aground off Leith. She was built in May 2013, and a new radar was fitted the following winter.',
    'The ferry left at 0530. Eleven minutes later the mate was called. She was towed away, arriving on 11 February.',
  ].join('\n\n');
  const edtf = (words: string) => readUndated(text).mentions.find((m) => m.text === words)?.edtf;
  it('are of it, and so is what is counted from them in minutes', () => {
    expect(edtf('0530')).toBe('2016-02-09');
    expect(edtf('Eleven minutes later')).toBe('2016-02-09');
  });
  it('and what comes next is of its year', () => {
    expect(edtf('11 February')).toBe('2016-02-11');
  });
  it('but hours after no time are of no day', () => {
    const none = readUndated('The harbour was shut on 4 May 1990. Two hours later it was open. '.repeat(5));
    expect(none.mentions.find((m) => m.text === 'Two hours later')?.edtf).toBeNull();
  });
});
