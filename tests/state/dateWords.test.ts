import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/extract/read.ts';
import { askDate, plainDate } from '../../src/state/dateWords.ts';
import type { Ask, Near } from '../../src/state/typedDate.ts';

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

  test.each(['', 'soon', '31 June 2020', '31.6.2020', 'Smarch 2001', 'summer 1954', 'May 14'])(
    '%s is not plain',
    (words) => expect(plainDate(words)).toBeNull(),
  );
});

/** The reader of documents, on this thread. */
const ask: Ask = async (text, from) =>
  readDocument({
    id: '',
    name: '',
    title: '',
    text,
    format: 'text',
    date: from === null ? null : { edtf: from, origin: 'given', reason: '' },
  }).mentions;

/** Of an event of June 2014 in a text of November 2021. */
const near: Near = { own: '2014-06', speech: '2021-11-12' };
const read = (words: string) => askDate(words, near, ask);

describe('a date in words, each of which counts', () => {
  test.each([
    // Within a stretch: which is vague, not long.
    ['late March 2021', '2021-03-21/2021-03-31', 'month'],
    ['Ende März 2021', '2021-03-21/2021-03-31', 'month'],
    ['Mitte der 1990er Jahre', '1994/1996', 'decade'],
    ['the week of 3 May 2021', '2021-05-03/2021-05-09', 'week'],
    ['Woche vom 5. Mai 2021', '2021-05-03/2021-05-09', 'week'],
    ['2021-W14', '2021-04-05/2021-04-11', 'week'],
    ['14. KW 2021', '2021-04-05/2021-04-11', 'week'],
    ['Anfang 2018', '2018-01/2018-04', 'year'],
  ])('%s lies within %s, known to the %s', async (words, edtf, precision) =>
    expect(await read(words)).toEqual({ edtf, precision }),
  );

  test.each([
    ['around 1650', '1650~'],
    ['um 1650', '1650~'],
    ['c. 1650', '1650~'],
    ['vermutlich 1912', '1912?'],
    ['Christmas 1914', '1914-12-25'],
    ['Weihnachten 1914', '1914-12-25'],
    ['Herbst 1952', '1952-23'],
    ['drittes Quartal 2022', '2022-35'],
    ['1. Halbjahr 2022', '2022-40'],
    ['im 19. Jahrhundert', '18XX'],
    ['before 1850', '../1849'],
    ['vor 1850', '../1849'],
    ['after May 2020', '2020-06/..'],
    ['since 2012', '2012/..'],
    ['bis März 2020', '../2020-03'],
    ['3-5 May 2021', '2021-05-03/2021-05-05'],
    ['3.–5. Mai 2021', '2021-05-03/2021-05-05'],
    ['from 3 May to 9 June 2021', '2021-05-03/2021-06-09'],
    ['1990–1995', '1990/1995'],
    ['1914-18', '1914/1918'],
    ['Frühjahr 2021 bis Herbst 2022', '2021-21/2022-23'],
    ['300–200 v. Chr.', '-0299/-0199'],
    ['3 May 2021, 2 pm', '2021-05-03T14:00'],
    ['3. Mai 2021, 14:30 Uhr', '2021-05-03T14:30'],
    ['20210503', '2021-05-03'],
    ['03.05.21', '2021-05-03'],
    ['zwei Wochen nach dem 3. Mai 2021', '2021-05-17'],
  ])('%s is %s', async (words, edtf) => expect(await read(words)).toEqual({ edtf }));

  test('without its year, it is of the year of the event; counted from today, of the day of the text', async () => {
    expect(await read('12 June')).toEqual({ edtf: '2014-06-12' });
    expect(await read('May 14')).toEqual({ edtf: '2014-05-14' });
    expect(await read('yesterday')).toEqual({ edtf: '2021-11-11' });
    expect(await read('letzten Dienstag')).toEqual({ edtf: '2021-11-09' });
    expect(await askDate('12 June', {}, ask)).toBeNull();
  });

  test.each([
    ['1850 or 1851', '1850'],
    ['he went home in 1850', '1850'],
    ['the ides of March 1850', 'March 1850'],
    ['2021-W60', '2021'],
  ])('%s is no date; only %s is one', async (words, only) => expect(await read(words)).toEqual({ only }));

  test.each(['', ' ', 'soon', '9/11', '31 February 2021', '2021-13-40', 'not 1850'])(
    '%s is none',
    async (words) => expect(await read(words)).toBeNull(),
  );
});
