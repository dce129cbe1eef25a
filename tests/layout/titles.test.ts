import { describe, expect, it } from 'vitest';
import { wholeNumber } from '../../src/layout/numbers.ts';
import { digits } from '../../src/layout/titles.ts';

describe('digits', () => {
  it.each(['en', 'en-GB', 'en-US', 'en-IN', 'de', 'de-DE', 'de-CH', 'fr', 'ar-EG', 'ja'])(
    'writes numbers as people do in %s, whether it asks the browser or not',
    (locale) => {
      for (const value of [0, 7, 999, 1000, 12_345, 999_999, 1_000_000, 123_456_789]) {
        expect(digits(value, locale)).toBe(wholeNumber(value, locale));
        expect(digits(value, locale)).toBe(wholeNumber(value, locale));
      }
    },
  );
});
