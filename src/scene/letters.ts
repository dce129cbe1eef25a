import { placeOf } from './advances.ts';
import type { Mark } from './scene.ts';

/** What the bundled font cannot draw of a picture. Each once, in the order in which they come. */
export interface MissingLetters {
  readonly letters: readonly string[];
  /** The texts in which they are, as they stand in the picture. */
  readonly texts: readonly string[];
}

/**
 * The characters in a picture's texts that the bundled font has not. What is nowhere seen, such as white space and marks
 * of direction, is not counted. O(letters).
 */
export function missingLetters(marks: readonly Mark[]): MissingLetters {
  const letters = new Set<string>();
  const texts = new Set<string>();
  const drawn = new Set<string>();
  const look = (mark: Mark): void => {
    if (mark.kind === 'group') mark.marks.forEach(look);
    if (mark.kind !== 'text') return;
    for (const character of mark.text) {
      if (drawn.has(character)) continue;
      if (isDrawn(character)) drawn.add(character);
      else {
        letters.add(character);
        texts.add(mark.text);
      }
    }
  };
  marks.forEach(look);
  return { letters: [...letters], texts: [...texts] };
}

/** Whether the bundled font has all of a text that is seen. */
export const isWhole = (text: string): boolean => [...text].every(isDrawn);

const isDrawn = (character: string): boolean =>
  placeOf(character.codePointAt(0) ?? 0) >= 0 || BESIDE.test(character);

/**
 * What the table of advances has not and yet is drawn, or nowhere seen: Vietnamese letters, which the font has; signs that
 * are put together of others where pictures are painted without a browser (`src/tooling/fonts.mjs`); white space, marks of
 * direction, and what chooses between forms of a sign.
 */
const BESIDE = /[\u1ea0-\u1ef9≈≥≤\p{Cc}\p{Cf}\s]|[\ufe00-\ufe0f]/u;
