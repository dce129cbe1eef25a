import { expect, test } from 'vitest';
import { parseCategories } from '../../src/model/parse.ts';
import { KIND_SETS, kindSetOf } from '../../src/state/kinds.ts';

test.each(KIND_SETS.map((set) => [set.key, set] as const))('%s is a list without a mistake', (_key, set) => {
  expect(parseCategories(set.categories)).toEqual({ categories: set.categories, problems: [] });
  expect(kindSetOf(JSON.parse(JSON.stringify(set.categories)))).toBe(set);
});

test('a list that is changed is none of them', () => {
  const [first, ...others] = KIND_SETS[0].categories;
  if (!first) throw new Error('expected a category');
  expect(kindSetOf([{ ...first, terms: { ...first.terms, ferry: 1 } }, ...others])).toBeNull();
  expect(kindSetOf([])).toBeNull();
});
