import { describe, expect, test } from 'vitest';
import { pronounOf } from '../../src/extract/actors/hero.ts';
import { titlesOf } from './extracted.ts';

const LIFE = [
  'Ada Lund, botanist',
  '',
  'Ada Lund was a botanist who walked across Lapland. She was born in Bergen on 3 May 1902.',
  '',
  'In 1931 she married Nils Brekke, an engineer. The couple moved to Oslo that year. He died in 1950.',
  '',
  'Her brother, Olav Lund, inherited the farm in 1952. Her herbarium was sold in 1960, and she retired in 1964.',
].join('\n');

describe('the person a document is about', () => {
  const titles = titlesOf(LIFE);

  test('is meant by the pronoun that the document uses for that person', () => {
    expect(titles).toContain('Ada Lund marries Nils Brekke');
    expect(titles).toContain('Ada Lund retires');
  });

  test('is not meant by the other pronoun', () => {
    expect(titles).toContain('Nils Brekke dies');
  });

  test('owns what is hers', () => {
    expect(titles).toContain('Ada Lund’s herbarium sold');
  });
});

describe('the pronoun that a name allows', () => {
  test.each([
    ['Ines Ruiz', 'His mother, Ines', 'she'],
    ['Jan Vos', 'Mr Jan Vos', 'he'],
    ['Clara Boe', 'then Clara', 'she'],
    ['Luca Boe', 'then Luca', null],
    ['Robin Boe', 'then Robin', null],
  ])('%s in "%s"', (name, around, pronoun) => {
    expect(pronounOf(name, around)).toBe(pronoun);
  });
});
