import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { missingLetters } from '../../src/scene/letters.ts';
import type { Mark, Text } from '../../src/scene/scene.ts';
import { mergedFont } from '../../src/tooling/fonts.mjs';

const text = (words: string): Text => ({
  kind: 'text',
  x: 0,
  y: 0,
  text: words,
  size: 12,
  weight: 400,
  fill: '#000000',
  anchor: 'start',
});
const missing = (...marks: Mark[]) => missingLetters(marks).letters;

test('letters that the font has not are found once, in groups too, and what is nowhere seen is none', () => {
  const group: Mark = { kind: 'group', key: '', marks: [text('Łódź 橋 橋'), text('\u200f\u00a0\ufe0f\n')] };
  expect(missing(group, text('Ελλάδα, Отто ≈ 5 “x” 🜚'))).toEqual(['橋', '🜚']);
  expect(missingLetters([group, text('plain'), text('橋'), text('橋')]).texts).toEqual(['Łódź 橋 橋', '橋']);
});

test('the font that pictures are painted with is what the package has, and knows every letter that is not missing', () => {
  const file = readFileSync(new URL('../../src/render/fonts/inter-600.ttf', import.meta.url));
  expect(file.equals(mergedFont({ weight: 600, style: 'SemiBold' }))).toBe(true);
  const font = create(new Uint8Array(file));
  for (const letter of '≈≥≤ÅŁźΩЖễ−…€')
    expect([letter, font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0), missing(text(letter))]).toEqual([
      letter,
      true,
      [],
    ]);
});
