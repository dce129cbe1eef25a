/**
 * SHA-256 of a text's UTF-8 bytes, in Base64 as a content security policy writes it. Here and not asked of the platform,
 * since browsers hash only on some pages and only in their own time, and a file must be the same from everywhere.
 * Source: FIPS 180-4.
 */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const words = new DataView(blocks.buffer);
  words.setUint32(blocks.length - 8, Math.floor(bytes.length / 2 ** 29));
  words.setUint32(blocks.length - 4, bytes.length * 8);
  const state = roots(8, 1 / 2);
  const rounds = roots(64, 1 / 3);
  const w = new Uint32Array(64);
  for (let at = 0; at < blocks.length; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = words.getUint32(at + 4 * i);
    for (let i = 16; i < 64; i++) {
      const [early, late] = [w[i - 15]!, w[i - 2]!];
      const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
      const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
      w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let i = 0; i < 64; i++) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + rounds[i]! + w[i]!) | 0;
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    for (const [i, part] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + part;
  }
  return base64(
    [...state].flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]),
  );
}

/** Known to every platform that this runs on; the layer knows no platform's types. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The first 32 bits of what follows the point in the roots of the first primes. @param power 1/2 or 1/3. */
function roots(count: number, power: number): Uint32Array {
  const found = new Uint32Array(count);
  for (let n = 2, i = 0; i < count; n++) {
    let prime = true;
    for (let by = 2; by * by <= n; by++) if (n % by === 0) prime = false;
    if (prime) found[i++] = (n ** power % 1) * 2 ** 32;
  }
  return found;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const left = bytes.length - i;
    text += LETTERS[three >>> 18]! + LETTERS[(three >>> 12) & 63]!;
    text += left > 1 ? LETTERS[(three >>> 6) & 63]! : '=';
    text += left > 2 ? LETTERS[three & 63]! : '=';
  }
  return text;
}
