import { paintCanvas } from '../render/canvas.ts';
import type { Mark, Text } from '../scene/scene.ts';
import { sheet } from './sheet.ts';

/** Sizes, px, and weights of the letters of a picture. */
const STYLES: readonly (readonly [size: number, weight: Text['weight']])[] = [
  [10, 400],
  [10, 550],
  [11, 400],
  [12, 400],
  [12, 550],
  [12, 650],
  [13, 650],
];

/**
 * Has the bundled font at hand in all that a picture is written in: each weight takes a browser some milliseconds when it
 * is first used, which would be in the middle of the first picture.
 */
export async function readyLetters(): Promise<void> {
  await Promise.all(
    STYLES.map(([size, weight]) => document.fonts.load(`${weight} ${size}px "Inter Variable"`)),
  );
  const marks = STYLES.map(
    ([size, weight]): Mark => ({
      kind: 'text',
      x: 0,
      y: 20,
      text: 'Letters 0',
      size,
      weight,
      fill: '#000000',
      anchor: 'start',
    }),
  );
  const paper = sheet(64, 32);
  if (paper) paintCanvas(paper.context, { width: 64, height: 32, background: '#ffffff', marks }, 1);
}
