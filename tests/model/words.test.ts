import { describe, expect, test } from 'vitest';
import type { Precision } from '../../src/model/edtf.ts';
import { dateInWords } from '../../src/model/words.ts';

const say = (edtf: string, precision: Precision, locale?: string) => dateInWords({ edtf, precision }, locale);

describe('dateInWords', () => {
  test.each<[edtf: string, precision: Precision, words: string]>([
    ['2024-05-16', 'day', '16 May 2024'],
    ['2024-05-16T14:30', 'time', '16 May 2024, 14:30'],
    ['2024-05-16T14:30/2024-05-16T16:00', 'time', '16 May 2024, 14:30 – 16:00'],
    ['1912-04-14T23:40/1912-04-15T02:20', 'time', '14 April 1912, 23:40 – 15 April 1912, 02:20'],
    ['2024-05-16/2024-05-17', 'day', '16–17 May 2024'],
    ['2024-04-28/2024-05-03', 'day', '28 April – 3 May 2024'],
    ['2023-12-28/2024-01-03', 'day', '28 December 2023 – 3 January 2024'],
    ['2024-05', 'month', 'May 2024'],
    ['2024-03/2024-05', 'month', 'March–May 2024'],
    ['2023-22', 'season', 'summer 2023'],
    ['2024-24', 'season', 'winter 2024–25'],
    ['1999-24', 'season', 'winter 1999–2000'],
    ['2024-33', 'quarter', 'first quarter of 2024'],
    ['2023-40', 'half', 'first half of 2023'],
    ['2024-37', 'half', 'January–April 2024'],
    ['1918', 'year', '1918'],
    ['1914/1918', 'year', '1914–1918'],
    ['1980/1989', 'year', '1980–1989'],
    ['198X', 'decade', '1980s'],
    ['198X/199X', 'decade', '1980s–1990s'],
    ['16XX', 'century', '17th century'],
    ['1601/1700', 'century', '17th century'],
    ['1XXX', 'millennium', '2nd millennium'],
  ])('%s is %s: %s', (edtf, precision, words) => expect(say(edtf, precision)).toBe(words));

  test.each<[edtf: string, precision: Precision, words: string]>([
    ['2024-05-06/2024-05-12', 'week', 'week of 6 May 2024'],
    ['2023-10-01/2023-10-10', 'month', 'early October 2023'],
    ['2023-10-11/2023-10-20', 'month', 'mid October 2023'],
    ['2023-10-21/2023-10-31', 'month', 'late October 2023'],
    ['2018-02/2018-05', 'year', 'between February and May 2018'],
    ['2023-01/2023-04', 'year', 'early 2023'],
    ['1987/1989', 'decade', 'late 1980s'],
    ['1867/1899', 'century', 'late 19th century'],
    ['-0499/-0470', 'century', 'early 5th century BC'],
    ['2024-05-03/2024-05-20', 'month', 'between 3 May and 20 May 2024'],
    ['1978/1983', 'decade', 'between 1978 and 1983'],
  ])('somewhere within %s, known to the %s: %s', (edtf, precision, words) =>
    expect(say(edtf, precision)).toBe(words),
  );

  test.each<[edtf: string, words: string]>([
    ['1900~', 'about 1900'],
    ['1900~/1910', 'about 1900 – 1910'],
    ['1914?', '1914 (uncertain)'],
    ['1914%', 'about 1914 (uncertain)'],
    ['2023-07/..', 'since July 2023'],
    ['2023/', 'since 2023'],
    ['../1908', 'until 1908'],
    ['/1908', 'until 1908'],
  ])('%s: %s', (edtf, words) => expect(say(edtf, 'year')).toBe(words));

  test.each<[edtf: string, precision: Precision, words: string]>([
    ['-0043', 'year', '44 BC'],
    ['0000', 'year', '1 BC'],
    ['0014', 'year', 'AD 14'],
    ['-0043-03-15', 'day', '15 March 44 BC'],
    ['-0043/-0041', 'year', '44–42 BC'],
    ['-0043/0014', 'year', '44 BC – AD 14'],
    ['-04XX', 'century', '5th century BC'],
    ['-004X', 'decade', '50–41 BC'],
    ['Y-13000', 'year', '13,001 BC'],
    ['Y271830-02-03', 'day', '3 February 271,830'],
  ])('years that Date cannot show: %s, %s: %s', (edtf, precision, words) =>
    expect(say(edtf, precision)).toBe(words),
  );

  test.each<[edtf: string, precision: Precision, words: string]>([
    ['2024-05-16/2024-05-17', 'day', '16.–17. Mai 2024'],
    ['-0043', 'year', '44 v. Chr.'],
    ['2023-40', 'half', '1. Halbjahr 2023'],
  ])('in German, %s (%s): %s', (edtf, precision, words) => expect(say(edtf, precision, 'de-AT')).toBe(words));

  test('gives back what is not EDTF', () => expect(say('soon', 'day')).toBe('soon'));
});
