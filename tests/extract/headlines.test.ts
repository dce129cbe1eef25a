import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import categories from '../../data/categories.json' with { type: 'json' };
import { extract } from '../../src/extract/pipeline.ts';
import { readFile } from '../../src/formats/document.ts';

const folders = ['data/samples', 'tests/corpus'];
const titles = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(txt|md)$/.test(name))
    .flatMap((name) => {
      const answer = readFile({ name, bytes: readFileSync(join(folder, name)) });
      if (!answer.document) throw new Error(`${name} is not read`);
      return extract([answer.document], { categories }).events.map((event) => event.title);
    }),
);

const not = (pattern: RegExp) => titles.filter((title) => pattern.test(title));

describe('headlines of every document at hand', () => {
  it('are there', () => {
    expect(titles.length).toBeGreaterThan(100);
  });

  it('have two to twelve words', () => {
    expect(
      titles.filter((title) => !(title.split(/\s+/).length >= 2 && title.split(/\s+/).length <= 12)),
    ).toEqual([]);
  });

  it('carry no markup, brackets or note digits', () => {
    expect(not(/[*_`[\]|]|https?:|\p{L}\d{1,3}$|\b[12]\d{3}\.\d{1,3}$/u)).toEqual([]);
  });

  it('begin with neither pronoun nor possessive nor comma', () => {
    expect(
      not(/^(?:he|she|it|they|them|his|her|its|their|this|these|which|who|’s|'s|[,;:.–—])(?:\s|$)/iu),
    ).toEqual([]);
  });

  it('do not break off', () => {
    expect(
      not(
        /(?<!\b(?:sworn|step|steps))\s(?:of|in|on|at|to|for|from|by|with|and|or|the|a|an|that|than|its|his|her|their|not|as|into|between)$/iu,
      ),
    ).toEqual([]);
  });

  it('do not stammer', () => {
    expect(not(/\b(\p{L}+) \1\b/iu)).toEqual([]);
  });
});
