/** Pictures as pixels: reads PNG files, and says how much of one picture is not in another. */
import { inflateSync } from 'node:zlib';

/** @typedef {{ width: number, height: number, pixels: Uint8Array }} Raster RGBA, row after row. */

/**
 * Reads a PNG of 8 bits a channel, with or without alpha, as renderers write them.
 * @param {Uint8Array} bytes
 * @returns {Raster}
 */
export function decodePng(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  const [depth, kind, , , interlaced] = bytes.subarray(24, 29);
  const channels = { 0: 1, 2: 3, 4: 2, 6: 4 }[kind];
  if (depth !== 8 || !channels || interlaced) throw new Error(`found a PNG of kind ${kind}, ${depth} bits`);
  const parts = [];
  for (let at = 8; at < bytes.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= channels ? rows[at - channels] : 0;
      const up = y > 0 ? rows[at - stride] : 0;
      const corner = x >= channels && y > 0 ? rows[at - stride - channels] : 0;
      rows[at] = raw[y * (stride + 1) + 1 + x] + predicted(filter, left, up, corner);
    }
  }
  const pixels = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const from = i * channels;
    const grey = channels < 3;
    for (let c = 0; c < 3; c++) pixels[i * 4 + c] = rows[from + (grey ? 0 : c)];
    pixels[i * 4 + 3] = channels === 4 ? rows[from + 3] : channels === 2 ? rows[from + 1] : 255;
  }
  return { width, height, pixels };
}

function predicted(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [byLeft, byUp, byCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

/** Channels that differ by less look alike. */
const ALIKE = 40;
/** px: where the edge of a letter may lie in another renderer. */
const NEAR = 2;

/**
 * How much of two pictures is not in the other: the larger share of pixels of which nothing like them stands within
 * {@link NEAR} px in the other picture. So the edges of letters and shapes, which every renderer smooths in its own way, are
 * no difference, nor a letter that stands a pixel further; a missing or displaced mark, line, fill or word is one.
 * @param {Raster} a @param {Raster} b
 * @returns {number} 0 … 1; 1 where their sizes differ.
 */
export function structuralDifference(a, b) {
  if (a.width !== b.width || a.height !== b.height) return 1;
  return Math.max(notIn(a, b), notIn(b, a)) / (a.width * a.height);
}

function notIn(a, b) {
  const { width, height } = a;
  let missing = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      if (alike(a.pixels, at, b.pixels, at)) continue;
      if (!isNear(a.pixels, at, b, x, y)) missing++;
    }
  }
  return missing;
}

function isNear(pixels, at, { width, height, pixels: others }, x, y) {
  for (let by = Math.max(0, y - NEAR); by <= Math.min(height - 1, y + NEAR); by++) {
    for (let bx = Math.max(0, x - NEAR); bx <= Math.min(width - 1, x + NEAR); bx++) {
      if (alike(pixels, at, others, (by * width + bx) * 4)) return true;
    }
  }
  return false;
}

function alike(a, i, b, j) {
  return (
    Math.abs(a[i] - b[j]) < ALIKE &&
    Math.abs(a[i + 1] - b[j + 1]) < ALIKE &&
    Math.abs(a[i + 2] - b[j + 2]) < ALIKE
  );
}
