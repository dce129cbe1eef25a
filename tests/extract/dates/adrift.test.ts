import { describe, expect, it } from 'vitest';
import { mention, readUndated } from './notation.ts';

describe('a month after years of which nobody says how many', () => {
  it.each([
    ['The house was sold in 1871. It stood empty for years. In March the roof fell.', 'March', '1872-03'],
    [
      'The drug was withdrawn in 1961. It was sold abroad for several years. In June a doctor spoke up.',
      'June',
      '1962-06',
    ],
  ])('is little trusted: %s', (text, words, later) => {
    const found = mention(readUndated(text), words);
    expect(found.confidence).toBeLessThan(0.5);
    expect(found.alternatives.map(({ edtf }) => edtf)).toContain(later);
  });
  it.each([
    [
      'The house was sold in 1871. It stood empty for years. In 1890 it burned. In March the roof fell.',
      'March',
    ],
    ['The house was sold in 1871. It stood empty for two weeks. In March the roof fell.', 'March'],
    ['The house was sold in 1871, empty for years. It burned on 4 May 1873. In June the roof fell.', 'June'],
  ])('but trusted where the year is known: %s', (text, words) => {
    expect(mention(readUndated(text), words).confidence).toBeGreaterThan(0.5);
  });
});
