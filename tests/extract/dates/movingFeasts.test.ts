import { describe, expect, it } from 'vitest';
import { edtfs, timexes } from './notation.ts';

describe('feasts of other calendars', () => {
  // From printed almanacs.
  it.each([
    ['Diwali 2016', '2016-10-30'],
    ['Diwali 2021', '2021-11-04'],
    ['Holi 2022', '2022-03-18'],
    ['Maha Shivaratri 2021', '2021-03-11'],
    ['Janmashtami 2020', '2020-08-11'],
    ['Dussehra 2021', '2021-10-15'],
    ['Ugadi 2021', '2021-04-13'],
    ['Vesak 2021', '2021-05-26'],
    ['Pongal 2022', '2022-01-14'],
    ['Eid al-Fitr 2021', '2021-05-13'],
    ['Eid al-Adha 2019', '2019-08-11'],
    ['Yom Kippur 1973', '1973-10-06'],
    ['Purim 2024', '2024-03-24'],
    ['Chinese New Year 2021', '2021-02-12'],
    ['Orthodox Easter 2021', '2021-05-02'],
    ['orthodox good friday 2022', '2022-04-22'],
  ])('%s', (text, day) => {
    expect(timexes(text)).toEqual([`${text} = ${day}`]);
  });

  it('those of several days have two ends', () => {
    expect(edtfs('Hanukkah 2021')).toEqual(['Hanukkah 2021 = 2021-11-29/2021-12-06 day']);
  });

  it('the next and the last', () => {
    expect(timexes('next Diwali')).toEqual(['next Diwali = 2024-10-31']);
    expect(timexes('last Chinese New Year')).toEqual(['last Chinese New Year = 2024-02-10']);
  });

  it.each(['The army began Operation Passover.', 'The holiday was long.', 'A holistic onamorph.'])(
    'none in: %s',
    (text) => {
      expect(timexes(text)).toEqual([]);
    },
  );
});
