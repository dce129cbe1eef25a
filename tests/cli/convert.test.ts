import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeCsv } from '../../src/formats/csv.ts';
import { writeIcs } from '../../src/formats/ics/write.ts';
import { writeJson } from '../../src/formats/json.ts';
import { readParquet } from '../../src/formats/parquet.ts';
import { documentOf, eventOf, smallCollection } from '../model/events.ts';
import { builtCommandLine, dateline, folderOf, spawned } from './dateline.ts';

beforeAll(builtCommandLine, 60_000);

const small = smallCollection();
const collection = {
  ...small,
  documents: [...small.documents, documentOf('notes.txt', 'The dam was finished in March 1962.')],
  events: [eventOf('b', '-0043'), ...small.events],
};
const files = () => folderOf({ 'mill.json': writeJson(collection), 'mill.csv': writeCsv(collection.events) });

describe('dateline convert', () => {
  test('writes what the ending says, and says what it does not hold', async () => {
    const folder = files();
    const { code, stdout, stderr } = await dateline(folder, ['convert', 'mill.json', '-o', 'mill.ics']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.split('\n').slice(0, 2)).toEqual([
      'dateline: mill.ics: 1 event before the year 1 or after 9999 cannot be in a calendar and was left out',
      'dateline: note: mill.ics: the text of 2 documents is not in it, only the passages quoted',
    ]);
    expect(readFileSync(join(folder, 'mill.ics'), 'utf8')).toBe(writeIcs(collection, 'en'));
  });

  test('leaves a saved timeline what it is', async () => {
    const { code, stdout, stderr } = await dateline(files(), ['convert', 'mill.json', '--format', 'json']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(writeJson(collection));
  });

  test('reads lists as well, and writes bytes', async () => {
    const folder = files();
    const { code } = await spawned(folder, ['convert', 'mill.csv', '-o', 'mill.parquet']);
    expect(code).toBe(0);
    const { events } = await readParquet(readFileSync(join(folder, 'mill.parquet')), 'mill.parquet');
    expect(events).toEqual(collection.events);
  });

  test.each<[words: string[], code: number, said: RegExp]>([
    [
      ['mill.json', '-o', 'mill.doc'],
      2,
      /--output: found mill\.doc, expected \.svg, \.png, .*\.ics, .*or --format/,
    ],
    [['mill.json'], 2, /found neither --output nor --format/],
    [['-o', 'a.svg'], 2, /found no path/],
    [['mill.json', '--format', 'docx'], 2, /--format: found "docx", expected svg, png/],
    [
      ['mill.json', '-o', 'a.csv', '--theme', 'dark'],
      2,
      /--theme: found it for csv, expected \.svg, \.png or \.pdf/,
    ],
    [['mill.json', '-o', 'a.svg', '--density', '2'], 2, /--density: found it for a svg, expected a PNG/],
    [
      ['mill.json', '-o', 'a.png', '--size', 'b5'],
      2,
      /--size: found "b5", expected a4, .*, or a size such as 1280x800/,
    ],
    [['mill.json', '-o', 'a.tml'], 1, /a\.tml: found 2 documents, and a \.tml holds one; name a \.zip/],
    [
      ['extract', 'mill.json', '-o', 'a.ics'],
      2,
      /--output: found a\.ics, expected .*dateline convert writes the others/,
    ],
  ])('refuses %j', async (words, code, said) => {
    const ended = await dateline(files(), words[0] === 'extract' ? words : ['convert', ...words]);
    expect(ended.stderr).toMatch(said);
    expect([ended.code, ended.stdout]).toEqual([code, '']);
  });
});

describe('dateline render', () => {
  test('draws sizes of paper, and keeps to pictures', async () => {
    const folder = files();
    const { stdout } = await dateline(folder, ['render', 'mill.json', '--size', 'a4', '--theme', 'print']);
    expect(stdout).toMatch(/<svg [^>]*width="297mm" height="210mm" viewBox="0 0 1123 794"/);
    const tall = await dateline(folder, ['render', 'mill.csv', '--width', '18cm', '--layout', 'vertical']);
    expect(tall.stdout).toMatch(/<svg [^>]*width="180mm" height="[\d.]+mm" viewBox="0 0 680 /);
    const list = await dateline(folder, ['render', 'mill.json', '-o', 'mill.md']);
    expect([list.code, list.stderr]).toEqual([
      2,
      expect.stringContaining('found mill.md, expected .svg, .png, .pdf'),
    ]);
  });
});
