import { describe, expect, test } from 'vitest';
import { extracted } from './extracted.ts';

const events = (text: string) => extracted(text).events.map((event) => `${event.time.edtf} ${event.title}`);

describe('the days of a life behind a name', () => {
  test('are birth and death', () => {
    expect(events('Ada Marie Lund (3 May 1902 – 9 June 1980) was a Norwegian botanist.')).toEqual([
      '1902-05-03 Ada Marie Lund born',
      '1980-06-09 Ada Marie Lund dies',
    ]);
  });

  test('may lack the death', () => {
    expect(events('Ada Lund (born 3 May 1962) is a Norwegian botanist.')).toEqual([
      '1962-05-03 Ada Lund born',
    ]);
  });

  test('are told once, however often', () => {
    const text =
      'Ada Lund (3 May 1902 – 9 June 1980) was a botanist. She found a moss in 1931.\n\nLund died in Bergen on 9 June 1980.';
    expect(events(text).filter((event) => event.startsWith('1980'))).toHaveLength(1);
  });

  test('years alone only say who is meant', () => {
    expect(events('Ada Lund (1902–1980) was a Norwegian botanist.')).toEqual([]);
  });

  test('may end an obituary', () => {
    const line = 'Ada Lund, botanist, born May 3 1902; died June 9 1980';
    expect(events(`Lund found a moss in 1931.\n\n${line}`)).toEqual([
      '1902-05-03 Ada Lund born',
      '1931 Lund finds a moss',
      '1980-06-09 Ada Lund dies',
    ]);
  });
});
