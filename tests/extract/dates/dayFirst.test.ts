import { describe, expect, it } from 'vitest';
import { figuresRun } from '../../../src/extract/dates/dayFirst.ts';
import { timexes } from './notation.ts';

const dates = (text: string) => timexes(`Nothing was ready. ${text}`);

describe('dates in figures', () => {
  it('run as the sure ones beside them', () => {
    expect(dates('It ran from 25/12/1991 and closed on 05/11/1992.')).toEqual([
      '25/12/1991 = 1991-12-25',
      '05/11/1992 = 1992-11-05',
    ]);
    expect(dates('It ran from 12/25/1991 and closed on 05/11/1992.')).toEqual([
      '12/25/1991 = 1991-12-25',
      '05/11/1992 = 1992-05-11',
    ]);
  });
  it('have the month first where nothing tells', () => {
    expect(dates('It closed on 05/11/1992.')).toEqual(['05/11/1992 = 1992-05-11']);
  });
  it('have the day first with full stops, whatever stands beside them', () => {
    expect(dates('The laws of 3.10.1990 and of 12/25/1991 were repealed.')).toEqual([
      '3.10.1990 = 1990-10-03',
      '12/25/1991 = 1991-12-25',
    ]);
  });
  it('are counted, so that one slip does not turn the rest', () => {
    expect(figuresRun('25/12/1991, 26/12/1991 and 12/27/1991')).toBeGreaterThan(0);
    expect(figuresRun('3/4 of 13/14, page 40/12/3')).toBe(0);
  });
});

describe('figures with dashes', () => {
  it('run as the sure ones beside them, too', () => {
    expect(timexes('It sailed on 25-12-1991 and again on 05-11-1992.')).toEqual([
      '25-12-1991 = 1991-12-25',
      '05-11-1992 = 1992-11-05',
    ]);
  });
});
