import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, inkOnTheme, mix, onTheme } from '../../src/scene/colour.ts';
import { DARK, LIGHT } from '../../src/scene/theme.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  test('is WCAG’s', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
  });

  test('does not mind the order and is at least 1', () => {
    fc.assert(
      fc.property(colour, colour, (a, b) => {
        expect(contrast(a, b)).toBe(contrast(b, a));
        expect(contrast(a, b)).toBeGreaterThanOrEqual(1);
      }),
      { seed: 3 },
    );
  });

  test('refuses what is no #rrggbb', () => {
    expect(() => contrast('red', '#ffffff')).toThrow('found the colour "red", expected #rrggbb');
  });
});

describe('onTheme', () => {
  test.each([LIGHT, DARK])('stands out from $name paper', (theme) => {
    fc.assert(
      fc.property(colour, (given) => {
        expect(contrast(onTheme(given, theme), theme.paper)).toBeGreaterThanOrEqual(3);
        expect(contrast(inkOnTheme(given, theme), theme.paper)).toBeGreaterThanOrEqual(4.5);
      }),
      { seed: 4 },
    );
  });

  test('leaves alone what stands out already', () => {
    expect(onTheme('#3E6FB5', LIGHT)).toBe('#3e6fb5');
    expect(onTheme('#3e6fb5', DARK)).toBe('#3e6fb5');
  });
});

describe('the themes', () => {
  test.each([LIGHT, DARK])('$name: words meet AA', (theme) => {
    expect(contrast(theme.ink, theme.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.muted, theme.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.muted, theme.panel)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.ink, theme.chip)).toBeGreaterThanOrEqual(4.5);
  });
});

test('mix goes from one colour to the other', () => {
  expect(mix('#000000', '#ffffff', 0)).toBe('#000000');
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  expect(mix('#000000', '#ffffff', 7)).toBe('#ffffff');
});
