import { describe, expect, it } from 'vitest';
import { typedInText } from './long.ts';

describe('what happens again and again', () => {
  it.each([
    ['The lamps were lit daily.', 'daily = SET P1D'],
    ['The lamps were lit every other day.', 'every other day = SET P2D'],
    ['The lamps were lit every third week.', 'every third week = SET P3W'],
    ['The lamps were lit every four years.', 'every four years = SET P4Y'],
    ['The lamps were lit every other Friday.', 'every other Friday = SET XXXX-WXX-5'],
    ['The lamps were lit each spring.', 'each spring = SET XXXX-SP'],
    ['The lamps were lit every Monday evening.', 'every Monday evening = SET XXXX-WXX-1TEV'],
    ['The lamps were lit on Saturday mornings.', 'Saturday mornings = SET XXXX-WXX-6TMO'],
    ['The lamps were lit on weekends.', 'weekends = SET XXXX-WXX-WE'],
    ['The lamps were lit twice a week.', 'twice a week = SET P1W'],
    ['The lamps were lit three times a year.', 'three times a year = SET P1Y'],
    ['The ferry runs two trips per week on Thursday.', 'Thursday = SET XXXX-WXX-4'],
  ])('%s', (text, expected) => {
    expect(typedInText(text)).toContain(expected);
  });
  it('a list of weekdays shares its "every"', () => {
    expect(typedInText('It is posted every Wednesday/Thursday.')).toEqual([
      'every Wednesday = SET XXXX-WXX-3',
      'Thursday = SET XXXX-WXX-4',
    ]);
  });
  it.each([
    ['Every house was burnt on Monday.', 'Monday = DATE 2024-05-13'],
    ['They came a week from Friday at the latest.', 'a week from Friday = DATE 2024-05-17'],
  ])('but once in: %s', (text, expected) => {
    expect(typedInText(text)).toEqual([expected]);
  });
  it('a newspaper is no set', () => {
    expect(typedInText('She wrote for the Daily Courier and the Harbour Weekly.')).toEqual([]);
  });
});
