import { RUNS } from './advances-table.ts';
import type { Mark } from './scene.ts';

/**
 * The characters in a picture's texts that the bundled font has not, each once, in the order in which they come. What is
 * nowhere seen, such as white space and marks of direction, is not counted.
 */
export function missingLetters(marks: readonly Mark[]): Set<string> {
  const missing = new Set<string>();
  const seen = new Set<string>();
  const look = (mark: Mark): void => {
    if (mark.kind === 'group') mark.marks.forEach(look);
    if (mark.kind !== 'text') return;
    for (const character of mark.text) {
      if (seen.has(character)) continue;
      seen.add(character);
      if (!isInFont(character.codePointAt(0) ?? 0) && !UNSEEN.test(character)) missing.add(character);
    }
  };
  marks.forEach(look);
  return missing;
}

function isInFont(point: number): boolean {
  for (let run = 0; run < RUNS.length; run += 2) {
    const first = RUNS[run] ?? 0;
    if (point < first) return false;
    if (point < first + (RUNS[run + 1] ?? 0)) return true;
  }
  return false;
}

const UNSEEN = /[\p{Cc}\p{Cf}\s]|[\ufe00-\ufe0f]/u;
