import { describe, expect, test } from 'vitest';
import { crowdedTexts } from '../../src/render/crowded.ts';
import { paintSvg } from '../../src/render/svg.ts';
import { textWidth } from '../../src/scene/advances.ts';
import type { Mark, Text } from '../../src/scene/scene.ts';

const text = (x: number, y: number, words: string, rest: Partial<Text> = {}): Text => ({
  kind: 'text',
  x,
  y,
  text: words,
  size: 12,
  weight: 400,
  fill: '#1d1f24',
  anchor: 'start',
  ...rest,
});
const words = 'Agreement on the northern harbour';
const width = textWidth(words, 12, 400);
const bold = textWidth(words, 12, 550);

const crowdedOf = (...marks: Mark[]): string[] => Array.from(crowdedTexts(marks), (mark) => mark.text);

describe('crowdedTexts', () => {
  test('are those that a wider font would push into each other', () => {
    expect(crowdedOf(text(10, 20, words), text(10 + width + 12, 20, 'next'))).toEqual([words, 'next']);
    expect(crowdedOf(text(10, 20, words), text(10 + width * 1.2, 20, 'next'))).toEqual([]);
    expect(crowdedOf(text(10, 20, words), text(10 + width + 12, 40, 'next'))).toEqual([]);
    // Bold letters grow more.
    const heavy = text(10, 20, words, { weight: 550 });
    expect(crowdedOf(heavy, text(10 + bold * 1.2, 20, 'next'))).toHaveLength(2);
  });

  test('grow from where they are held', () => {
    const last = text(400, 20, words, { anchor: 'end' });
    expect(crowdedOf(last, text(410, 20, 'after'))).toEqual([]);
    expect(crowdedOf(last, text(400 - width - 40, 20, 'before'))).toHaveLength(2);
  });

  test('and those that would leave the box to which they are cut', () => {
    const clip = { x: 0, y: 0, width: width + 12, height: 100 };
    const group = (mark: Text): Mark => ({ kind: 'group', key: 'a', clip, marks: [mark] });
    expect(crowdedOf(group(text(8, 20, words)))).toEqual([words]);
    expect(crowdedOf(group(text(2, 20, 'short')))).toEqual([]);
    expect(crowdedOf(group(text(clip.width + 50, 20, 'outside')))).toEqual([]);
  });

  test('are left alone where their width is only guessed', () => {
    expect(crowdedOf(text(10, 20, '北極の航路'), text(60, 20, 'next'))).toEqual(['next']);
  });

  test('say in the file how long they are, and the others do not', () => {
    const marks = [text(10, 20, words), text(10 + width + 12, 20, 'next'), text(10, 60, 'alone')];
    const svg = paintSvg({ width: 600, height: 100, background: '#ffffff', marks });
    const length = ` textLength="${Math.round(width * 100) / 100}" lengthAdjust="spacingAndGlyphs"`;
    expect(svg).toContain(`font-size="12"${length} fill="#1d1f24">${words}<`);
    expect(svg).toContain('font-size="12" fill="#1d1f24">alone<');
    expect(svg.match(/textLength/g)).toHaveLength(2);
  });
});
