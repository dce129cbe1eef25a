import { describe, expect, it } from 'vitest';
import { readTimexes } from '../../../src/extract/read.ts';

/** Asked on Thursday 16 May 2024 at half past two. */
const asked = (text: string, moment: string | undefined = '2024-05-16T14:30') =>
  readTimexes(text, '2024-05-16', moment).map((each) => `${each.text} = ${each.value}`);

describe('counted from the moment of asking', () => {
  it.each([
    ['remind me in two hours', ['in two hours = 2024-05-16T16:30']],
    ['it rang 15 minutes ago', ['15 minutes ago = 2024-05-16T14:15:00']],
    ['the last ten minutes of it', ['last ten minutes = 2024-05-16T14:20/2024-05-16T14:29']],
    ['call me in ten hours', ['in ten hours = 2024-05-17T00:30']],
    ['book two Fridays from now', ['two Fridays from now = 2024-05-24']],
    ['the vet on Friday 14th', ['Friday 14th = 2024-06-14']],
  ])('%s', (text, expected) => {
    expect(asked(text).map((each) => each.replace(/^the /, ''))).toEqual(expected);
  });

  it.each([
    ['9', '2024-05-16T21'],
    ['at 15:00', '2024-05-16T15:00'],
    ['at 2 pm', '2024-05-17T14'],
  ])('a time alone, %s, is the next one', (text, value) => {
    expect(asked(text === '9' ? 'at 9' : text)[0]?.split(' = ')[1]).toBe(value);
  });

  it('without the time of day nothing is made of its minutes', () => {
    expect(readTimexes('what rang at noon', '2024-05-16').map((each) => each.value)).toEqual(['T12']);
  });
});
