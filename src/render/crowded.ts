import { textWidth } from '../scene/advances.ts';
import { boundsOf } from '../scene/bounds.ts';
import { isWhole } from '../scene/letters.ts';
import type { Box, Mark, Text } from '../scene/scene.ts';

/**
 * How much wider than the bundled font the widest usual one may draw a text: DejaVu Sans, which is there where nothing
 * else is, on average 1.05 and in bold 1.18 times as wide, single words more.
 */
const WIDER = { 400: 1.14, 550: 1.27, 650: 1.24 } as const;
/** Texts nearer than this read as one, px. */
const APART = 3;

/** A text with the room that it may take in another font. */
interface Wide {
  readonly text: Text;
  readonly box: Box;
}

/**
 * The texts of a picture that would run into another one, or out of the box to which they are cut, where the bundled font
 * is missing and another one takes its place. Texts whose width is only guessed are never among them. Sorted sweep,
 * O(n log n) and what is beside each other.
 */
export function crowdedTexts(marks: readonly Mark[]): ReadonlySet<Text> {
  const found = new Set<Text>();
  const texts: Wide[] = [];
  const collect = (all: readonly Mark[], clip: Box | null): void => {
    for (const mark of all) {
      if (mark.kind === 'group') collect(mark.marks, mark.clip ?? clip);
      else if (mark.kind === 'text' && mark.text !== '') {
        const box = wideBox(mark);
        texts.push({ text: mark, box });
        if (clip && (box.x < clip.x || box.x + box.width > clip.x + clip.width) && isSeen(mark, clip))
          found.add(mark);
      }
    }
  };
  collect(marks, null);
  texts.sort((a, b) => a.box.y - b.box.y);
  for (const [i, a] of texts.entries()) {
    for (let j = i + 1; j < texts.length; j++) {
      const b = texts[j]!;
      if (b.box.y >= a.box.y + a.box.height) break;
      if (a.box.x >= b.box.x + b.box.width || b.box.x >= a.box.x + a.box.width) continue;
      found.add(a.text);
      found.add(b.text);
    }
  }
  for (const text of found) if (!isWhole(text.text)) found.delete(text);
  return found;
}

/** Whether any of a text is within its clip: what is outside needs no care. */
function isSeen(text: Text, clip: Box): boolean {
  const { x, width } = boundsOf(text) ?? { x: text.x, width: 0 };
  return x < clip.x + clip.width && x + width > clip.x;
}

function wideBox(text: Text): Box {
  const { anchor, x, y, size, weight, tabular = false } = text;
  const width = textWidth(text.text, size, weight, tabular) * WIDER[weight] + APART;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - size * 0.76, width, height: size };
}
