import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWords } from '../../src/store/words.ts';

describe('joinWords', () => {
  it('finds the rows that a look at each text finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 12 });
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), fc.array(word, { maxLength: 3 }), (texts, words) => {
        const found = joinWords(texts.length, (row) => texts[row]!).find(words);
        expect([...found]).toEqual(texts.map((each) => (words.every((one) => each.includes(one)) ? 1 : 0)));
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('looks through very long texts stretch by stretch', () => {
    const long = 'x'.repeat(9_000_000);
    const texts = [long, 'first ferry', long, 'second ferry', long, 'bridge'];
    expect([...joinWords(texts.length, (row) => texts[row]!).find(['ferry'])]).toEqual([0, 1, 0, 1, 0, 0]);
  });
});
