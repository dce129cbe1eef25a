import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/extract/pipeline.ts';
import { readFile } from '../../src/formats/document.ts';
import { parseCategories } from '../../src/model/parse.ts';

const FOLDER = join(import.meta.dirname, '../../data/public-health');
const { categories, problems } = parseCategories(readFileSync(join(FOLDER, 'categories.json'), 'utf8'));

/** What the document tells, in its order: the date, a word of the event's passage, its kind. */
const TOLD: readonly (readonly [string, string, string])[] = [
  ['1853-08-09', 'fell ill', 'case'],
  ['1853-08-20', 'fish market', 'measure'],
  ['1853-10-02', 'open again', 'measure'],
  ['1861-03', 'waterworks', 'policy'],
  ['1862-01-01', 'founded', 'policy'],
  ['1866', 'study', 'research'],
  ['1871-02', 'Smallpox', 'outbreak'],
  ['1871-04/1871-06', 'vaccinated', 'vaccine'],
  ['1874', 'Act', 'policy'],
  ['1908-11', 'dairy', 'research'],
  ['1908-12-03', 'police', 'measure'],
  ['1918-10-04', 'pandemic', 'outbreak'],
  ['1918-10-11/1918-11-18', 'Schools', 'measure'],
  ['1918-10-30', 'Courier', 'alert'],
  ['1946-05', 'screening', 'measure'],
  ['1947-09', 'BCG', 'vaccine'],
  ['1997-03-14', 'measles', 'case'],
  ['1997-03-24', 'letter', 'alert'],
  ['1997-04-01', 'immunised', 'vaccine'],
  ['1997-05-30', 'over', 'outbreak'],
  ['2006-06', 'genome', 'research'],
  ['2006-06-19', 'disinfected', 'measure'],
  ['2007-01', 'inquiry', 'policy'],
  ['2020-03-02', 'first case', 'case'],
  ['2020-03-12', 'emergency', 'policy'],
  ['2020-03-15', 'quarantine', 'measure'],
  ['2020-12-27', 'first vaccine', 'vaccine'],
  ['2021-05', 'nasal', 'research'],
  ['2021-06', 'second wave', 'outbreak'],
  ['2022-02-09', 'stockpile', 'policy'],
  ['2022-04-01', 'director', 'policy'],
];

describe('the kinds of event of public health', () => {
  test('are read without a problem, and one of them takes what fits no other', () => {
    expect(problems).toEqual([]);
    expect(categories?.filter((c) => Object.keys(c.terms).length === 0).map((c) => c.key)).toEqual(['other']);
  });

  test('sort their own document: nine of ten events found, nine of ten of these rightly named', () => {
    const bytes = readFileSync(join(FOLDER, 'halvorsund.md'));
    const { document } = readFile({ name: 'halvorsund.md', bytes });
    if (!document || !categories) throw new Error('the document or its categories could not be read');
    const { events } = extract([document], { categories });
    const found = TOLD.map(([edtf, words, category]) => {
      const there = events.filter(
        (event) =>
          event.time.edtf === edtf &&
          event.sources.some(({ quote }) => quote.toLowerCase().includes(words.toLowerCase())),
      );
      return { there: there.length > 0, right: there.some((event) => event.category === category) };
    });
    const count = found.filter(({ there }) => there).length;
    expect(count).toBeGreaterThanOrEqual(0.9 * TOLD.length);
    expect(found.filter(({ right }) => right).length).toBeGreaterThanOrEqual(0.9 * count);
  });
});
