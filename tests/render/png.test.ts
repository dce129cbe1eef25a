import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { paintPng } from '../../src/render/png.ts';
import { tooManyPixels } from '../../src/render/scales.ts';
import { paintSvg } from '../../src/render/svg.ts';
import { textWidth } from '../../src/scene/advances.ts';
import type { Scene, Text } from '../../src/scene/scene.ts';

const ROOT = join(import.meta.dirname, '../..');
const bytes = (path: string) => new Uint8Array(readFileSync(join(ROOT, path)));
const parts = {
  wasm: bytes('node_modules/@resvg/resvg-wasm/index_bg.wasm'),
  fonts: [400, 600].map((weight) => bytes(`src/render/fonts/inter-${weight}.ttf`)),
};
const text: Text = {
  kind: 'text',
  x: 10,
  y: 20,
  text: 'Łódź Station, 1931',
  size: 12,
  weight: 400,
  fill: '#000000',
  anchor: 'start',
};
const scene: Scene = { width: 200, height: 30, background: '#ffffff', marks: [text] };
const svg = paintSvg(scene);
const numberAt = (png: Uint8Array, at: number) => new DataView(png.buffer, png.byteOffset).getUint32(at);

describe('a PNG', () => {
  test('has the pixels of its scale, and says how many make a metre', async () => {
    for (const [scale, density] of [
      [1, 3780],
      [3, 11_339],
    ] as const) {
      const png = await paintPng(svg, scene, scale, parts);
      expect([numberAt(png, 16), numberAt(png, 20)]).toEqual([200 * scale, 30 * scale]);
      const at = Buffer.from(png).indexOf('pHYs');
      expect([numberAt(png, at + 4), numberAt(png, at + 8), png[at + 12]]).toEqual([density, density, 1]);
    }
  });

  test('is the same for the same picture', async () => {
    const hash = async () =>
      createHash('sha256')
        .update(await paintPng(svg, scene, 2, parts))
        .digest('hex');
    expect(await hash()).toBe(await hash());
  });

  test('has every letter of the font, as wide as the layout takes it to be', async () => {
    const { width, rows } = pixelsOf(await paintPng(svg, scene, 2, parts));
    const inked = (x: number) => rows.some((row) => (row[4 * x] ?? 255) < 128);
    let last = 0;
    for (let x = 0; x < width; x++) if (inked(x)) last = x;
    // Kerning makes it a little narrower, never wider.
    const expected = 10 + textWidth(text.text, 12, 400);
    expect(last / 2).toBeLessThanOrEqual(expected + 0.5);
    expect(last / 2).toBeGreaterThan(expected - 6);
  });

  test('that would be too large is refused with what to do', async () => {
    expect(tooManyPixels(5000, 5000, 2)).toBeNull();
    expect(tooManyPixels(20_000, 10_000, 4)).toBe(
      'found 3200 million pixels, expected 100 million at most; take a smaller size or scale',
    );
    await expect(paintPng(svg, { width: 20_000, height: 10_000 }, 1, parts)).rejects.toThrow(RangeError);
  });
});

/** The rows of a picture of four channels, without the filters of the format (PNG, 9.2). */
function pixelsOf(png: Uint8Array): { readonly width: number; readonly rows: readonly Uint8Array[] } {
  const parts: Uint8Array[] = [];
  for (let at = 8; at < png.length; at += 12 + numberAt(png, at)) {
    if (Buffer.from(png.subarray(at + 4, at + 8)).toString() === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + numberAt(png, at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const [width, height] = [numberAt(png, 16), numberAt(png, 20)];
  const rows: Uint8Array[] = [];
  for (let y = 0; y < height; y++) {
    const from = y * (4 * width + 1);
    const row = Uint8Array.from(raw.subarray(from + 1, from + 1 + 4 * width));
    const above = rows.at(-1);
    for (let i = 0; i < row.length; i++) {
      const [a, b, c] = [i < 4 ? 0 : row[i - 4]!, above?.[i] ?? 0, i < 4 ? 0 : (above?.[i - 4] ?? 0)];
      const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
      const nearest = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
      row[i] = row[i]! + [0, a, b, (a + b) >> 1, nearest][raw[from]!]!;
    }
    rows.push(row);
  }
  return { width, rows };
}
