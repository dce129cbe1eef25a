import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { type PngScale, tooManyPixels } from './scales.ts';

/** What the painter is made of; both come with the program. */
export interface PngParts {
  /** Bytes of resvg's WebAssembly. */
  readonly wasm: ArrayBuffer | Uint8Array;
  /** Font files, each with one weight of the family that our files name first. */
  readonly fonts: readonly Uint8Array[];
}

/** It can be started once only; what goes wrong may be tried again. */
let started: Promise<void> | null = null;

/**
 * Paints one of our SVG files as PNG, with the bundled font alone and without a look at the machine's: the same bytes
 * everywhere. It says how many pixels make a metre, so that programs place it at its size on paper. About a second for
 * ten million pixels, during which nothing else is done.
 * @param width of the picture, px, and {@link height}: as the file says.
 * @throws RangeError if it has more than `MOST_PIXELS`; the caller asks {@link tooManyPixels} first.
 */
export async function paintPng(
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
  scale: PngScale,
  { wasm, fonts }: PngParts,
): Promise<Uint8Array> {
  const found = tooManyPixels(width, height, scale);
  if (found !== null) throw new RangeError(found);
  started ??= initWasm(wasm);
  await started.catch((error: unknown) => {
    started = null;
    throw error;
  });
  const painter = new Resvg(svg, {
    font: { fontBuffers: [...fonts], defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
    fitTo: { mode: 'zoom', value: scale },
  });
  const image = painter.render();
  const png = image.asPng();
  image.free();
  painter.free();
  return withDensity(png, scale);
}

/** CSS pixels are 96 to the inch of 25.4 mm. */
const PER_METRE = 96 / 0.0254;

/** Where the first chunk ends: signature, then the header with its length, name and sum. */
const AFTER_HEADER = 8 + 25;

/** Puts the chunk `pHYs` behind the header. */
function withDensity(png: Uint8Array, scale: number): Uint8Array {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  const density = Math.round(PER_METRE * scale);
  view.setUint32(8, density);
  view.setUint32(12, density);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const out = new Uint8Array(png.length + chunk.length);
  out.set(png.subarray(0, AFTER_HEADER));
  out.set(chunk, AFTER_HEADER);
  out.set(png.subarray(AFTER_HEADER), AFTER_HEADER + chunk.length);
  return out;
}

/** The sum that PNG asks for (ISO 3309), bit by bit: it is over few bytes. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
