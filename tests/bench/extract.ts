/** The whole extraction and its two halves, for the benchmark that measures them. */
import data from '../../data/categories.json' with { type: 'json' };
import { gather, type Told, tell } from '../../src/extract/pipeline.ts';
import type { Document } from '../../src/model/document.ts';
import { parseCategories } from '../../src/model/parse.ts';

const { categories } = parseCategories(data);
if (!categories) throw new Error('Found mistakes in the categories that come with the program.');

const documentOf = (text: string, id: string): Document => ({
  id,
  name: id,
  title: '',
  text,
  format: 'text',
  date: null,
});

/** What a text tells, before it is merged with others. */
export const read = (text: string, id: string): Told => tell(documentOf(text, id), { categories });

/** How many events some documents tell together. */
export const merged = (told: readonly Told[]): number => gather(told).events.length;
