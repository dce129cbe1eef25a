import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';
import { timexes } from './notation.ts';

/** Asked on Thursday 16 May 2024. */
describe('days as people note them down', () => {
  it.each([
    ['book the pool 3 fridays from now', ['3 fridays from now = 2024-05-31']],
    ['what did I pay two Mondays ago', ['two Mondays ago = 2024-05-06']],
    ['the vet on Mon 27th', ['Mon 27th = 2024-05-27']],
    ['the next 3 weeks off', ['the next 3 weeks = 2024-W21/2024-W23']],
    ['send it by EOM', ['EOM = 2024-05']],
    ['tell me what is on next week on Tuesday', ['next week on Tuesday = 2024-05-21']],
    ['clean the gutters on Sunday afternoons', ['Sunday afternoons = XXXX-WXX-7TAF']],
    ['pay rent the 3rd of every month', ['the 3rd of every month = XXXX-XX-03']],
    ['call the plumber tmrw', ['tmrw = 2024-05-17']],
    ['file 20200701 is missing', ['20200701 = 2020-07-01']],
    ['swim on thu', ['thu = 2024-05-23']],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual(expected);
  });

  it.each(['the sun was out', 'he sat down', 'they wed in secret'])('no day in: %s', (text) => {
    expect(timexes(text)).toEqual([]);
  });

  it('a longer text is not read so', () => {
    expect(inText('The file 20200701 was lost by EOM Systems.')).toEqual([]);
  });
});
