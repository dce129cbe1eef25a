import { describe, expect, it } from 'vitest';
import { inText } from './long.ts';

describe('words that point', () => {
  it.each([
    ['The quay was closed today by the wind.', 'today = 2024-05-16'],
    ['The quay was closed yesterday by the wind.', 'yesterday = 2024-05-15'],
    ['The quay will be closed tomorrow by the board.', 'tomorrow = 2024-05-17'],
    ['It is used to this day by the pilots.', 'this day = PRESENT_REF'],
    ['Only two of the mills survive today.', 'today = PRESENT_REF'],
    ['There are more pilots working today than ever before.', 'today = PRESENT_REF'],
    ['They spoke of a better tomorrow.', 'tomorrow = FUTURE_REF'],
  ])('%s', (text, expected) => {
    expect(inText(text)).toEqual([expected]);
  });
  it('a magazine is no day', () => {
    expect(inText('The story ran in Harbour Today and in print.')).toEqual([]);
  });
});

describe('the present and the future as qualities', () => {
  it.each(['The present vicar came by sea.', 'It was shown to the future king of Norway.'])(
    'no time in: %s',
    (text) => {
      expect(inText(text)).toEqual([]);
    },
  );
  it('but they are times alone', () => {
    expect(inText('It has lasted to the present.')).toEqual(['the present = PRESENT_REF']);
  });
});
