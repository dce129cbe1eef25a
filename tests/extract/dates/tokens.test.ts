import { describe, expect, it } from 'vitest';
import { CLASSES } from '../../../src/extract/dates/lexicon.ts';
import { tokenise } from '../../../src/extract/dates/tokens.ts';

const NAMES = new Map(Object.entries(CLASSES).map(([name, char]) => [char, name]));
/** `May 6th` is `may dayth`; what says nothing about time is left out. */
const classes = (text: string): string =>
  [...tokenise(text, { start: 0, end: text.length }).tags]
    .map((char) => NAMES.get(char as never))
    .filter((name) => name !== 'other')
    .join(' ');

describe('words and numbers of time', () => {
  it.each([
    ['the late 1980s', 'the phase decade'],
    ['6 October 1952', 'day month year'],
    ['12Oct2019', 'day mon year'],
    ['3Q20', 'quarter short'],
    ['c1870', 'approx year'],
    ['twenty-one years', 'word units'],
    ['a couple of weeks', 'word units'],
    ['480 B.C.', 'num era'],
    ["the '60s and '94", 'the shortdecade and short'],
    ['16.05.2024 at 14:30', 'numeric at clock'],
    ['the 3d of June', 'the dayth of month'],
  ])('%s', (text, expected) => {
    expect(classes(text)).toBe(expected);
  });
  it.each(['$1990', 'IMG_20190512', 'AB1984C', '10.15.2', 'SEPT9', '3d printing'])(
    'no number of a date in: %s',
    (text) => {
      expect(classes(text)).toBe('');
    },
  );
  it('a run of digits is one token, however long', () => {
    expect(tokenise('7'.repeat(5000), { start: 0, end: 5000 }).tags).toHaveLength(1);
  });
});

describe('spellings of old', () => {
  it.each([
    ['to-day', 'r'],
    ['To-morrow', 'r'],
    ['to-night', 'R'],
  ])('%s', (word, tag) => {
    expect(tokenise(word, { start: 0, end: word.length }).tags).toBe(tag);
  });
  it('to-do is none, and a degree is no circa', () => {
    expect(tokenise('to-do', { start: 0, end: 5 }).tags).not.toMatch(/[rR]/);
    expect(tokenise('39 °C. Two', { start: 0, end: 10 }).tags).not.toContain('x');
  });
});

describe('money with a space', () => {
  it.each(['It cost $ 12 December 27.', 'She paid £ 6 May 3.'])('is no day: %s', (text) => {
    expect(tokenise(text, { start: 0, end: text.length }).tags.match(/d/g)).toHaveLength(1);
  });
});
