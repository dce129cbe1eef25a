import { expect, test } from 'vitest';
import { layoutPicture } from '../../src/layout/picture.ts';
import { paintCanvas } from '../../src/render/canvas.ts';
import { paintSvg } from '../../src/render/svg.ts';
import type { Scene } from '../../src/scene/scene.ts';
import type { Case } from '../gallery/case.ts';
import dark from '../gallery/cases/dark.ts';
import figures from '../gallery/cases/figures.ts';
import phone from '../gallery/cases/phone.ts';
import planned from '../gallery/cases/planned.ts';
import ranges from '../gallery/cases/ranges-in-ranges.ts';
import { scene as everything } from '../render/marks.ts';

// Without the bundled font, which a file that stands alone cannot reach: both painters fall back to the same one.

function sheet(scene: Scene): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = scene.width;
  canvas.height = scene.height;
  return canvas.getContext('2d', { willReadFrequently: true })!;
}

function fromCanvas(scene: Scene): Uint8ClampedArray {
  const context = sheet(scene);
  paintCanvas(context, scene, 1);
  return context.getImageData(0, 0, scene.width, scene.height).data;
}

async function fromFile(scene: Scene): Promise<Uint8ClampedArray> {
  const image = new Image();
  // A file squeezes crowded texts into their room where another font is wider; the canvas has the bundled one.
  const file = paintSvg(scene).replace(/ textLength="[^"]*" lengthAdjust="[^"]*"/g, '');
  image.src = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }));
  await image.decode();
  const context = sheet(scene);
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, scene.width, scene.height).data;
}

/** Share of pixels in which a channel differs by more than a quarter. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 4) {
    if ([0, 1, 2].some((c) => Math.abs((a[i + c] ?? 0) - (b[i + c] ?? 0)) > 64)) count++;
  }
  return count / (a.length / 4);
}

const picture = (one: Case): Scene => layoutPicture(one.collection, one.options).scene;
const cases: readonly (readonly [string, Scene])[] = [
  ['every mark', everything],
  ['planned', picture(planned)],
  ['figures', picture(figures)],
  ['ranges in ranges', picture(ranges)],
  ['dark', picture(dark)],
  ['phone', picture(phone)],
];

test.each(cases)('canvas and file look the same: %s', async (_, scene) => {
  const [canvas, file] = [fromCanvas(scene), await fromFile(scene)];
  expect(difference(canvas, file)).toBeLessThan(0.001);
  // The comparison sees something: blank paper is far from both.
  expect(difference(canvas, fromCanvas({ ...scene, marks: [] }))).toBeGreaterThan(0.01);
});
