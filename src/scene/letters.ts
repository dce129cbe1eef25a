import { RUNS } from './advances-table.ts';
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
      if (isInFont(character.codePointAt(0) ?? 0) || UNSEEN.test(character)) drawn.add(character);
      else {
        letters.add(character);
        texts.add(mark.text);
      }
    }
  };
  marks.forEach(look);
  return { letters: [...letters], texts: [...texts] };
}

/** Signs that are put together of others where pictures are painted without a browser: `src/tooling/fonts.mjs`. */
const COMPOSED = '≈≥≤';

function isInFont(point: number): boolean {
  if (COMPOSED.includes(String.fromCodePoint(point)) || isVietnamese(point)) return true;
  for (let run = 0; run < RUNS.length; run += 2) {
    const first = RUNS[run] ?? 0;
    if (point < first) return false;
    if (point < first + (RUNS[run + 1] ?? 0)) return true;
  }
  return false;
}

/** These letters the font has, and the table of advances has not. */
const isVietnamese = (point: number): boolean => point >= 0x1ea0 && point <= 0x1ef9;

const UNSEEN = /[\p{Cc}\p{Cf}\s]|[\ufe00-\ufe0f]/u;
