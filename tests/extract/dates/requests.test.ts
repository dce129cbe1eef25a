import { describe, expect, it } from 'vitest';
import { readTimexes } from '../../../src/extract/read.ts';
import { timexes, typed } from './notation.ts';

/** Spoken on Thursday 16 May 2024 at half past two. */
const asked = (text: string) =>
  readTimexes(text, '2024-05-16', '2024-05-16T14:30').map((each) => `${each.text} = ${each.value}`);

describe('times of day in requests', () => {
  it.each([
    ['call Ada tomorrow at 5pm', ['tomorrow at 5pm = 2024-05-17T17']],
    ['lunch on Monday, 12h45', ['Monday, 12h45 = 2024-05-20T12:45']],
    ['the bus leaves at ten past seven in the evening', ['ten past seven in the evening = T19:10']],
    ['the bus leaves at quarter to nine pm', ['quarter to nine pm = T20:45']],
    ['tomorrow evening at 8 we dine', ['tomorrow evening at 8 = 2024-05-17T20']],
    ['wake me tomorrow at six fifteen a.m.', ['tomorrow at six fifteen a.m. = 2024-05-17T06:15']],
    ['water the plants every day at 7:15 am', ['every day at 7:15 am = T07:15']],
  ])('%s', (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });

  it.each([
    ['4pm', '2024-05-16T16'],
    ['at 4', '2024-05-16T16'],
    ['at 1', '2024-05-17T01'],
    ['13:10', '2024-05-17T13:10'],
    ['6:15:40 pm', '2024-05-16T18:15:40'],
  ])('%s alone is the next one', (text, value) => {
    expect(readTimexes(text, '2024-05-16', '2024-05-16T14:30').map((each) => each.value)).toEqual([value]);
  });

  it.each([
    ['from 3 to 5 pm tomorrow', '2024-05-17T15/2024-05-17T17'],
    ['tomorrow between 4:30 and 6', '2024-05-17T04:30/2024-05-17T06:00'],
    ['Friday 11:30-1:15', '2024-05-17T11:30/2024-05-17T13:15'],
    ['tomorrow from 9 am for 45 minutes', '2024-05-17T09:00/2024-05-17T09:45'],
  ])('a stretch of a day: %s', (text, value) => {
    expect(readTimexes(text, '2024-05-16', '2024-05-16T14:30').map((each) => each.value)).toEqual([value]);
  });

  it.each([
    'Put 5 apples and 3 eggs on the list.',
    'We need version 2.10 of chapter 4.',
    'It scored 3 to 2 at home.',
    'Buy 1/2 pound of ham at $4.50.',
  ])('no time in: %s', (text) => {
    expect(asked(text)).toEqual([]);
  });
});

describe('what a request counts', () => {
  it.each([
    ['in 20 minutes', '2024-05-16T14:50:00'],
    ['in two hours', '2024-05-16T16:30'],
    ['half an hour from now', '2024-05-16T15:00:00'],
    ['in an hour and a half', '2024-05-16T16:00:00'],
    ['in 5 days', '2024-05-21'],
    ['3 weeks from tomorrow', '2024-06-07'],
    ['ten minutes after 6 pm', '2024-05-16T18:10'],
    ['2 Mondays from now', '2024-05-27'],
    ['last 5 minutes', '2024-05-16T14:25/2024-05-16T14:29'],
  ])('%s', (text, value) => {
    expect(readTimexes(text, '2024-05-16', '2024-05-16T14:30').map((each) => each.value)).toEqual([value]);
  });

  it('of a longer time a fraction, and of two units one length', () => {
    expect(typed('cook it for an hour and a half')).toEqual(['an hour and a half = DURATION PT1.5H']);
    expect(typed('it takes 1 hour and 20 minutes')).toEqual(['1 hour and 20 minutes = DURATION PT1H20M']);
  });

  it('of what is told, "in two days" is how long it took', () => {
    expect(typed('They crossed the desert in two days.')).toEqual(['two days = DURATION P2D']);
  });
});

describe('days as people note them down', () => {
  it.each([
    ['see you Fri 7th', ['Fri 7th = 2024-06-07']],
    ['see you on Friday the thirty-first', ['Friday the thirty-first = 2024-05-31']],
    ['report due EOM', ['EOM = 2024-05']],
    ['end of next week', ['end of next week = 2024-05-24/2024-05-26']],
    ['early June', ['early June = 2024-06-01/2024-06-10']],
    ['meet next week on Tuesday', ['next week on Tuesday = 2024-05-21']],
    ['week 30 is free', ['week 30 = 2024-W30']],
    ['gym on 12th of every month', ['12th of every month = XXXX-XX-12']],
    ['free in the evening?', ['in the evening = TEV']],
    ['call me tmrw', ['tmrw = 2024-05-17']],
    ['pay rent 6/1', ['6/1 = 2024-06-01']],
    ['Sunday two weeks from now', ['Sunday two weeks from now = 2024-06-02']],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual(expected);
  });

  it.each(['The sun sat low.', 'Wed them to the plan.', 'He ran for the edge of the week-old bread.'])(
    'no day in: %s',
    (text) => {
      expect(timexes(text)).toEqual([]);
    },
  );
});

describe('dates in words', () => {
  it.each([
    [
      'She was born on March twenty three nineteen seventy.',
      ['March twenty three nineteen seventy = 1970-03-23'],
    ],
    [
      'It opened on fourteen July two thousand and nine.',
      ['fourteen July two thousand and nine = 2009-07-14'],
    ],
    ['It closed in October nineteen hundred eighty one.', ['October nineteen hundred eighty one = 1981-10']],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual(expected);
  });

  it('a number that counts is no day', () => {
    expect(timexes('In March two regiments left.')).toEqual(['March = 2024-03']);
  });
});

describe('a note says days as a request does', () => {
  it.each([
    ['They came two Fridays ago.', ['two Fridays ago = 2024-05-03']],
    ['The boat left at 0730hr.', ['0730hr = T07:30']],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual(expected);
  });
});
