import { expect, test } from 'vitest';
import general from '../../data/categories.json' with { type: 'json' };
import health from '../../data/public-health/categories.json' with { type: 'json' };
import { namedIn, nameIn } from '../../src/model/category.ts';
import { parseCategories } from '../../src/model/parse.ts';

test('a kind has its name in the language of the page, and else the one it was given', () => {
  const kind = { name: 'Storms', names: { de: 'Stürme' } };
  expect(nameIn(kind, 'de')).toBe('Stürme');
  expect(nameIn(kind, 'de-AT')).toBe('Stürme');
  expect(nameIn(kind, 'en-GB')).toBe('Storms');
  expect(nameIn({ name: 'Storms' }, 'de')).toBe('Storms');
  expect(nameIn(kind, 'constructor')).toBe('Storms');
});

test('every kind that comes with the program has a German name, told apart from the others', () => {
  for (const kinds of [general, health]) {
    const named = namedIn(kinds, 'de');
    expect(new Set(named.map(({ name }) => name)).size).toBe(kinds.length);
    for (const [i, { key, name }] of named.entries()) expect([key, name]).not.toEqual([key, kinds[i]?.name]);
  }
});

test('names of a file are checked: a language and some words', () => {
  const kind = { key: 'storm', name: 'Storms', about: '', colour: '#3e6fb5', terms: {} };
  const told = (names: unknown) =>
    parseCategories(JSON.stringify([{ ...kind, names }])).problems.map(({ message }) => message);
  expect(told({ de: 'Stürme' })).toEqual([]);
  expect(told({ German: 'Stürme' }).join()).toContain('a language such as de');
  expect(told({ de: '' })).toHaveLength(1);
});
