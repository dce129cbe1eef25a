import { describe, expect, it } from 'vitest';
import { edtfs, timexes } from './notation.ts';

describe('years and eras', () => {
  it.each([
    ['The mill was built in 1848.', ['1848 = 1848']],
    ['In 1990–94 it stood empty.', ['1990 = 1990', '94 = 1994']],
    ["The class of '94 was small.", ["'94 = 1994"]],
    ['The war of 264–241 BC was long.', ['264 = BC0264', '241 BC = BC0241']],
    ['He was killed in 44 BCE.', ['44 BCE = BC0044']],
    ['The temple was burnt in AD 70.', ['AD 70 = 0070']],
    ['It was begun in AD842 by the shah.', ['AD842 = 0842']],
    ['It was founded in the year 71 by a legion.', ['71 = 0071']],
    ['She was born c. 314 in Egypt.', ['c. 314 = 0314']],
    ['Profits were up in fiscal 2021.', ['fiscal 2021 = 2021']],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual(expected);
  });

  it('years before Christ count from zero in EDTF', () => {
    expect(edtfs('He was killed in 44 BC.')).toEqual(['44 BC = -0043 year']);
  });

  it.each([
    'About 1900 people were hurt.',
    'He sued under § 1983 and Rule 2016.',
    'See 410 F.3d 1021, 1030 for more.',
    'It cost $1999 and weighed 1200 kg.',
    'See p. 1914 or room 1850.',
    'The index was at 1987.25 then.',
    'It was found at https://example.org/2019x/post1987.',
    'The part AB1984C was lost.',
    'An army of 2000 soldiers was raised.',
  ])('finds no date in: %s', (text) => {
    expect(timexes(text)).toEqual([]);
  });
});

describe('years before and after Christ', () => {
  it('three digits are a year in a text that counts eras, on the side where its story stands', () => {
    const text = 'In 561 BC he took the town. He came back in 550, and ruled. In 514 his son was killed.';
    expect(edtfs(text)).toEqual(['561 BC = -0560 year', '550 = -0549 year', '514 = -0513 year']);
    expect(edtfs('The king died in 337 AD. In 340 the eldest fell.')).toContain('340 = 0340 year');
    const reign =
      'He was born in AD 53. He took the land in 101–106 and died on 10 July 138, or in 135 or 136.';
    expect(edtfs(reign)).toEqual([
      'AD 53 = 0053 year',
      '101 = 0101 year',
      '106 = 0106 year',
      '10 July 138 = 0138-07-10 day',
      '135 = 0135 year',
      '136 = 0136 year',
    ]);
  });
  it.each([
    'In 340 cases nothing was found.',
    'In 44 BC the fleet sailed. In 300 ships they came.',
    'In 44 BC the fleet sailed. They died by 300 or more.',
  ])('three digits count things in: %s', (text) => {
    expect(timexes(text).filter((each) => !each.includes('BC'))).toEqual([]);
  });
});

describe('four digits that are no year', () => {
  it.each([
    'See p. 1776 and No. 1812 of the register.',
    'The council passed resolution 1973 and item 1914.',
    'Call 020 7946 1918 for tickets.',
    'Between 1500 and 2000 people came.',
    'Up to 1800 jobs and 1750 MW were lost.',
    'She drives a Peugeot 2008 to work.',
    'Cores. Nature 225(5230), 1910-1917.',
  ])('%s', (text) => {
    expect(timexes(text)).toEqual([]);
  });
  it.each([
    ['Between 1500 and 2000 the town grew.', ['1500 = 1500', '2000 = 2000']],
    ['The census (from 1890 until 1970 per the office) was kept.', ['1890 = 1890', '1970 = 1970']],
    ['A budget like 1998/99 was rare.', ['1998 = 1998', '99 = 1999']],
  ])('but a year in: %s', (text, expected) => {
    expect(timexes(text)).toEqual(expected);
  });
});

describe('four digits that number, name or count', () => {
  it.each([
    'See pp. 1914-1918 of the ledger.',
    'The office moved to 1355 Elm Terrace, near the pier.',
    'She ran Windows 2000 and Office 2016 for too long.',
    'They watched the film 1917 twice and then read “2666” again.',
    'About 1200 or so came, and 1500 or 1600 men stayed out.',
  ])('no year in: %s', (text) => {
    expect(timexes(`The clerk kept a list of it all. ${text}`)).toEqual([]);
  });
  it.each([
    ['The coat is from circa 1880 or earlier.', ['circa 1880 = 1880']],
    ['His 1796 pamphlet was banned.', ['1796 = 1796']],
    ['The season of 1999–00 was short.', ['1999 = 1999', '00 = 2000']],
    ['In fiscal year 2022-23 it lost money.', ['fiscal year 2022 = 2022', '23 = 2023']],
  ])('but in: %s', (text, expected) => {
    expect(timexes(text)).toEqual(expected);
  });
});

describe('years beside others', () => {
  it('a year and a range behind it are apart', () => {
    expect(timexes('She went there in 1926, 1929 and 1933–34.')).toEqual([
      '1926 = 1926',
      '1929 = 1929',
      '1933 = 1933',
      '34 = 1934',
    ]);
  });
  it.each([
    ['It was 1662 before a new font was bought.', ['1662 = 1662']],
    ['The year was 1815 when the bank failed.', ['1815 = 1815']],
    ['The court followed Dunn v Port Board [1987] 2 Ll Rep 114 in this.', []],
    ['See Hale v Rook [2003] EWCA Civ 12 on delay.', []],
    ['She wrote that in [1987] the mill was sold.', ['1987 = 1987']],
  ])('%s', (text, expected) => {
    expect(timexes(text)).toEqual(expected);
  });
});
