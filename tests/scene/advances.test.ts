import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitText, textWidth, type Weight } from '../../src/scene/advances.ts';
import { advancesTable } from '../../src/tooling/advances.mjs';

const WEIGHTS: readonly Weight[] = [400, 550, 650];
const latin = fc.string({ unit: fc.constantFrom(...'abcxyzABCXYZ0189 ,.-–’éßŁž'), maxLength: 40 });

describe('the table of advances', () => {
  test('is what the bundled font says', () => {
    const file = readFileSync(new URL('../../src/scene/advances-table.ts', import.meta.url), 'utf8');
    expect(file).toBe(advancesTable());
  });
});

describe('textWidth', () => {
  test('knows the advances of Inter', () => {
    // As Chromium measures them with the bundled font and without kerning.
    expect(textWidth('2024', 12, 400)).toBeCloseTo(29.96, 1);
    expect(textWidth('Treaty of Good-Neighborliness', 12, 550)).toBeCloseTo(179.33, 1);
    expect(textWidth('Москва встреча', 12, 400)).toBeCloseTo(95.53, 1);
  });

  test('grows with size and with every character', () => {
    fc.assert(
      fc.property(latin, latin, fc.constantFrom(...WEIGHTS), (a, b, weight) => {
        const sum = textWidth(a, 12, weight) + textWidth(b, 12, weight);
        expect(textWidth(a + b, 12, weight)).toBeCloseTo(sum, 6);
        expect(textWidth(a, 24, weight)).toBeCloseTo(2 * textWidth(a, 12, weight), 6);
      }),
      { seed: 1 },
    );
  });

  test('bolder letters are wider', () => {
    expect(textWidth('settlement', 12, 550)).toBeGreaterThan(textWidth('settlement', 12, 400));
    expect(textWidth('settlement', 12, 650)).toBeGreaterThan(textWidth('settlement', 12, 550));
  });

  test('gives all tabular digits one width', () => {
    const widths = [...'0123456789'].map((digit) => textWidth(digit, 12, 400, true));
    expect(new Set(widths).size).toBe(1);
    expect(textWidth('1111', 12, 400)).toBeLessThan(textWidth('1111', 12, 400, true));
  });

  test('guesses other scripts on the wide side, marks above letters at nothing, joined emoji once', () => {
    expect(textWidth('漢字', 10, 400)).toBe(20);
    expect(textWidth('e\u0301\u0331', 12, 400)).toBe(textWidth('e', 12, 400));
    expect(textWidth('👩‍👩‍👧', 10, 400)).toBe(textWidth('👩', 10, 400));
    expect(textWidth('👍🏽', 10, 400)).toBe(textWidth('👍', 10, 400));
    expect(textWidth('\ud83d', 10, 400)).toBeGreaterThanOrEqual(0);
  });
});

describe('fitText', () => {
  test('never exceeds the width, and leaves what fits', () => {
    fc.assert(
      fc.property(latin, fc.integer({ min: 0, max: 300 }), (text, width) => {
        const fitted = fitText(text, width, 12, 400);
        expect(textWidth(fitted, 12, 400)).toBeLessThanOrEqual(width);
        if (textWidth(text, 12, 400) <= width) expect(fitted).toBe(text);
        else expect(fitted === '' || fitted.endsWith('…')).toBe(true);
      }),
      { seed: 2 },
    );
  });

  test('cuts no character in half', () => {
    const fitted = fitText('🎉🎉🎉🎉', 40, 12, 400);
    expect(fitted).toBe('🎉…');
  });
});
