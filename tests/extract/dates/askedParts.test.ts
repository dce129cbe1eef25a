import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';
import { timexes } from './notation.ts';

describe('parts of the day that are asked for', () => {
  it.each([
    ['walk the dog in the morning', ['in the morning = TMO']],
    ['dinner late in the evening', ['late in the evening = TEV']],
    ['run tomorrow morning', ['tomorrow morning = 2024-05-17TMO']],
    ['is there a train at night', ['at night = TNI']],
    ['meet tomorrow pm', ['tomorrow pm = 2024-05-17TAF']],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual(expected);
  });

  it('a longer text says nothing by them alone', () => {
    expect(inText('The lamps were lit in the evening.')).toEqual([]);
  });
});
