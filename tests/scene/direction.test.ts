import { describe, expect, test } from 'vitest';
import { directionOf } from '../../src/scene/direction.ts';

describe('directionOf', () => {
  test.each([
    ['', 'ltr'],
    ['1923–1930 (42 %)', 'ltr'],
    ['The mill', 'ltr'],
    ['Le café de Bayrūt', 'ltr'],
    ['ферма', 'ltr'],
    ['港口', 'ltr'],
    ['الميناء الجديد', 'rtl'],
    ['1923: الميناء', 'rtl'],
    ['«בית» Zum Hafen', 'rtl'],
    ['Zum «בית»', 'ltr'],
    ['\u200fZum Hafen', 'rtl'],
  ])('%s runs %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });
});
