import categories from '../../data/categories.json' with { type: 'json' };
import type { Occurrence } from '../../src/extract/occurrences/occurrence.ts';
import { findOccurrences } from '../../src/extract/occurrences.ts';
import { type Extraction, extract } from '../../src/extract/pipeline.ts';
import { readDocument } from '../../src/extract/read.ts';
import type { Document } from '../../src/model/document.ts';

export const documentOf = (text: string, id = 'a.txt'): Document => ({
  id,
  name: id,
  title: '',
  text,
  format: 'text',
  date: null,
});

/** Extracts one text or several, with the default categories. */
export const extracted = (texts: string | readonly string[], date?: string): Extraction =>
  extract(
    (typeof texts === 'string' ? [texts] : texts).map((text, i) => documentOf(text, `${'abcdefgh'[i]}.txt`)),
    { categories, ...(date === undefined ? {} : { date }) },
  );

/** The occurrences of one text, without those that only go on about another. */
export const occurrencesIn = (text: string, date = '2024-05-16'): Occurrence[] =>
  findOccurrences(readDocument(documentOf(text), { date })).filter((o) => !o.elaborates);

/** Each occurrence as `verb date`, the shortest notation of what was found. */
export const told = (text: string, date?: string): string[] =>
  occurrencesIn(text, date).map((o) => `${o.head} ${o.time.edtf}`);

/** The titles of the events of a text. */
export const titlesOf = (text: string, date = '2024-05-16'): string[] =>
  extracted(text, date).events.map((event) => event.title);
