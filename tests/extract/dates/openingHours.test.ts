import { describe, expect, it } from 'vitest';
import { typedInText } from './long.ts';

const clocks = (text: string) => typedInText(text).filter((each) => / (?:SET|TIME) /.test(each));

describe('hours of doors and timetables', () => {
  it.each([
    ['The gallery is open daily 9:00–17:00.', 'SET T09:00'],
    ['Opening hours: 9 am to 5 pm.', 'SET T09'],
    ['The desk is staffed Mon-Fri 08:00-16:30.', 'SET T08:00'],
    ['The desk is staffed Saturday 08:00-12:30.', 'SET XXXX-WXX-6T08:00'],
  ])('come again: %s', (text, expected) => {
    expect(clocks(text).join()).toContain(expected);
    expect(clocks(text).every((each) => each.includes(' SET '))).toBe(true);
  });

  it.each([
    ['The fire began at 3:15 a.m. on 4 May 1990.', 'TIME 1990-05-04T03:15'],
    ['On Monday 9:00-11:00 the panel met.', 'TIME 2024-05-13T09:00'],
    ['The talks went from 9:00 to 17:00 on 4 May 1990.', 'TIME 1990-05-04T09:00'],
    ['The port was open at 9:00 on Tuesday.', 'TIME 2024-05-14T09:00'],
  ])('are once in: %s', (text, expected) => {
    expect(clocks(text).join()).toContain(expected);
  });

  it('a sentence keeps its hours to itself', () => {
    expect(clocks('It closed at 5 pm. Sunday was a holiday.').join()).not.toContain('Sunday =');
  });
});
