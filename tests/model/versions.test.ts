import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { findVersions, sharedText } from '../../src/model/versions.ts';

const LINES = [
  'The quay was paved in the spring of 1871.',
  'A second crane came by rail in 1874.',
  'Fire took the rope walk on 2 May 1880.',
  'The lock was deepened in the year 1892.',
];
const document = (name: string, lines: readonly string[]): Document => ({
  id: name,
  name,
  title: '',
  text: lines.join('\n'),
  format: 'text',
  date: null,
});
const quay = document('quay.txt', LINES);
const mill = document('mill.txt', ['The mill wheel was replaced in 1901.', 'Nobody was paid until June.']);
const found = (fresh: Document, nameless = false) =>
  findVersions([mill, quay], [fresh], () => nameless).map(({ known }) => known.name);

describe('another version is', () => {
  test.each([
    ['what has the same name', 'mill.txt', ['Nothing of what was there.'], ['mill.txt']],
    ['whatever its folder and case', 'new/Mill.TXT', [], ['mill.txt']],
    ['what a browser numbered', 'mill (2).txt', [], ['mill.txt']],
    [
      'what says nearly the same',
      'harbour.txt',
      [...LINES.slice(1), 'It froze in January 1893.'],
      ['quay.txt'],
    ],
  ])('%s', (_, name, lines, expected) => {
    expect(found(document(name, lines))).toEqual(expected);
  });
});

describe('no other version is', () => {
  test.each([
    ['what has another name and text', 'wheel.txt', ['The wheel was broken once more in 1902.']],
    [
      'what shares a sentence',
      'b.txt',
      [LINES[0]!, ...LINES.map((line) => `${line.slice(4)} Or so they say.`)],
    ],
    [
      'a book of which the other is a chapter',
      'book.txt',
      [...LINES, ...Array<string>(40).fill('And so on and on it went.')],
    ],
    ['a year that is no number of a download', 'mill (1901).md', ['Another text of this year.']],
  ])('%s', (_, name, lines) => {
    expect(found(document(name, lines))).toEqual([]);
  });

  test('what the page itself has named', () => {
    expect(found(document('mill.txt', ['Nothing of what was there.']), true)).toEqual([]);
    expect(found(document('mill.txt', LINES), true)).toEqual(['quay.txt']);
  });
});

test('a name wins over a text, and no document has two versions at once', () => {
  const both = [document('mill.txt', LINES), document('copy.txt', LINES)];
  expect(findVersions([quay, mill], both).map(({ fresh, known }) => [fresh.name, known.name])).toEqual([
    ['mill.txt', 'mill.txt'],
    ['copy.txt', 'quay.txt'],
  ]);
});

test('texts without a sentence are alike where they are the same', () => {
  expect([sharedText('Yes.', 'Yes.\n'), sharedText('Yes.', 'No.'), sharedText('', 'No.')]).toEqual([1, 0, 0]);
});
