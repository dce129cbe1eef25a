import { describe, expect, test } from 'vitest';
import { askDate, plainDate } from '../../src/state/dateWords.ts';

describe('a date in a field', () => {
  test.each([
    ['1848', '1848'],
    [' 2019-03 ', '2019-03'],
    ['198X', '198X'],
    ['44 BC', '-0043'],
    ['300 v. Chr.', '-0299'],
    ['AD 79', '0079'],
    ['476 n. Chr.', '0476'],
    ['10,000 BC', '-9999'],
    ['1970s', '197X'],
    ['1970er', '197X'],
    ['May 2024', '2024-05'],
    ['März 1990', '1990-03'],
    ['15 March 44 BC', '-0043-03-15'],
    ['16 Sept. 2021', '2021-09-16'],
    ['3. Oktober 1990', '1990-10-03'],
    ['July 4, 1976', '1976-07-04'],
    ['3.10.1990', '1990-10-03'],
  ])('%s is %s', (words, edtf) => expect(plainDate(words)).toBe(edtf));

  test.each(['', 'soon', '31 June 2020', '31.6.2020', 'Smarch 2001', 'summer 1954'])(
    '%s is not plain',
    (words) => expect(plainDate(words)).toBeNull(),
  );

  test('that is not plain is read as the words of a document are', async () => {
    const asked: string[] = [];
    const ask = async (words: string) => {
      asked.push(words);
      return words === 'summer 1954' ? '1954-22' : null;
    };
    expect(await askDate(' summer 1954 ', ask)).toBe('1954-22');
    expect(await askDate('soon', ask)).toBeNull();
    expect(await askDate('2001', ask)).toBe('2001');
    expect(await askDate('  ', ask)).toBeNull();
    expect(asked).toEqual(['summer 1954', 'soon']);
  });
});
