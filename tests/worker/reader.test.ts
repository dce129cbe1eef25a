import { describe, expect, test } from 'vitest';
import data from '../../data/categories.json' with { type: 'json' };
import { extract } from '../../src/extract/pipeline.ts';
import type { Document } from '../../src/model/document.ts';
import { parseCategories } from '../../src/model/parse.ts';
import { Reader } from '../../src/worker/reader.ts';

const { categories } = parseCategories(data);
if (!categories) throw new Error('Found mistakes in the categories that come with the program.');

const documentOf = (id: string, text: string): Document => ({
  id,
  name: id,
  title: '',
  text,
  format: 'text',
  date: null,
});
const lock = documentOf('lock', 'Posted 4 June 2021.\n\nThe harbour board opened the new lock on Tuesday.');
const weir = documentOf('weir', 'The town rebuilt the weir on 9 March 1987. It burst again in 1993.');

describe('a reader that remembers', () => {
  test('tells the same as reading everything anew, in any order of asking', () => {
    const reader = new Reader();
    reader.extract([lock], categories);
    expect(reader.extract([lock, weir], categories)).toEqual(extract([lock, weir], { categories }));
    expect(reader.extract([weir, lock], categories)).toEqual(extract([weir, lock], { categories }));
  });

  test('does not read again what it is given back with its own day filled in', () => {
    const reader = new Reader();
    const first = reader.extract([lock], categories);
    expect(first.documents[0]!.date?.edtf).toBe('2021-06-04');
    const again = reader.extract([first.documents[0]!, weir], categories);
    // The very same object: nothing was read in between.
    expect(again.documents[0]).toBe(first.documents[0]);
  });

  test('reads again what has another text, another day or other categories, and what it was told to forget', () => {
    const reader = new Reader();
    const first = reader.extract([lock], categories).documents[0];
    const other = { ...lock, text: lock.text.replace('2021', '2019') };
    expect(reader.extract([other], categories)).toEqual(extract([other], { categories }));
    const given = { ...lock, date: { edtf: '2020-02-03', origin: 'given', reason: 'as asked' } } as const;
    expect(reader.extract([given], categories)).toEqual(extract([given], { categories }));
    const fewer = categories.slice(-1);
    expect(reader.extract([lock], fewer)).toEqual(extract([lock], { categories: fewer }));
    const anew = reader.extract([lock], categories).documents[0];
    expect(anew).toEqual(first);
    reader.keep(new Set(['weir']));
    expect(reader.extract([lock], categories).documents[0]).not.toBe(anew);
  });

  test('says of each document when it is done', () => {
    const heard: [number, string][] = [];
    new Reader().extract([lock, weir], categories, (done, id) => heard.push([done, id]));
    expect(heard).toEqual([
      [1, 'lock'],
      [2, 'weir'],
    ]);
  });
});
