/**
 * Makes `src/render/fonts/inter-400.ttf` and `inter-600.ttf`, the font that pictures without a browser are painted with:
 * all alphabets of the bundled font in one file for each weight. The package has a file for each alphabet, and painters
 * take one font for a text: in `Łódź Station` they would look for all letters in the file that has the `Ł`.
 * `node src/tooling/fonts.mjs` writes them, `--check` says whether they are up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

/** Latin first: its glyphs keep their numbers, so its kerning and its forms stay valid. */
const ALPHABETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];
const STYLES = [
  { weight: 400, style: 'Regular' },
  { weight: 600, style: 'SemiBold' },
];

/** The bytes of the font of one weight. The same package gives the same bytes. */
export function mergedFont({ weight, style }) {
  const fonts = ALPHABETS.map((alphabet) => parse(readFileSync(woff(alphabet, weight))));
  const [first] = fonts;
  const glyphs = first.glyphs.slice();
  const metrics = first.metrics.slice();
  const points = new Map(first.points);
  for (const font of fonts.slice(1)) addMissing(font, glyphs, metrics, points);
  addSigns(glyphs, metrics, points);
  return assemble(first, fonts, glyphs, metrics, points, weight, style);
}

function woff(alphabet, weight) {
  return new URL(
    `../../node_modules/@fontsource/inter/files/inter-${alphabet}-${weight}-normal.woff`,
    import.meta.url,
  );
}

/** @returns the tables of a font, its glyphs as they lie in `glyf`, their advances, and which glyph a code point has. */
function parse(file) {
  const tables = new Map();
  for (let i = 0; i < file.readUInt16BE(12); i++) {
    const at = 44 + 20 * i;
    const [offset, packed, length] = [4, 8, 12].map((field) => file.readUInt32BE(at + field));
    const bytes = file.subarray(offset, offset + packed);
    tables.set(file.toString('latin1', at, at + 4), packed < length ? inflateSync(bytes) : bytes);
  }
  const count = tables.get('maxp').readUInt16BE(4);
  const long = tables.get('head').readInt16BE(50) === 1;
  const loca = tables.get('loca');
  const placeOf = (i) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i));
  const glyf = tables.get('glyf');
  const glyphs = Array.from({ length: count }, (_, i) => glyf.subarray(placeOf(i), placeOf(i + 1)));
  const full = tables.get('hhea').readUInt16BE(34);
  const hmtx = tables.get('hmtx');
  const metrics = glyphs.map((_, i) => ({
    advance: hmtx.readUInt16BE(4 * Math.min(i, full - 1)),
    left: i < full ? hmtx.readInt16BE(4 * i + 2) : hmtx.readInt16BE(4 * full + 2 * (i - full)),
  }));
  return { tables, glyphs, metrics, points: pointsOf(tables.get('cmap')) };
}

/** Code point to glyph, by the segments of format 4 and the groups of format 12. */
function pointsOf(cmap) {
  const points = new Map();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4));
    const format = table.readUInt16BE(0);
    if (format === 12) {
      for (let g = 0; g < table.readUInt32BE(12); g++) {
        const [from, to, glyph] = [16, 20, 24].map((field) => table.readUInt32BE(12 * g + field));
        for (let point = from; point <= to; point++) points.set(point, glyph + point - from);
      }
    } else if (format === 4) {
      const segments = table.readUInt16BE(6) / 2;
      for (let s = 0; s < segments; s++) {
        const to = table.readUInt16BE(14 + 2 * s);
        const from = table.readUInt16BE(16 + 2 * (segments + s));
        const delta = table.readInt16BE(16 + 2 * (2 * segments + s));
        const rangeAt = 16 + 2 * (3 * segments + s);
        const range = table.readUInt16BE(rangeAt);
        for (let point = from; point <= to && point < 0xffff; point++) {
          const listed = range === 0 ? point : table.readUInt16BE(rangeAt + range + 2 * (point - from));
          const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
          if (glyph !== 0) points.set(point, glyph);
        }
      }
    }
  }
  return points;
}

/** Adds the glyphs of the code points that are not there yet, with those they are composed of. */
function addMissing(font, glyphs, metrics, points) {
  const numbers = new Map();
  const add = (glyph) => {
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    const number = glyphs.length;
    numbers.set(glyph, number);
    glyphs.push(font.glyphs[glyph]);
    metrics.push(font.metrics[glyph]);
    glyphs[number] = renumbered(font.glyphs[glyph], add);
    return number;
  };
  for (const [point, glyph] of [...font.points].sort(([a], [b]) => a - b)) {
    if (!points.has(point)) points.set(point, add(glyph));
  }
}

/**
 * Signs that pictures write before numbers and that the package leaves out of its files: about, at least, at most. Each
 * is put together of two that are there.
 */
function addSigns(glyphs, metrics, points) {
  const boxOf = (sign) => {
    const glyph = points.get(sign.codePointAt(0));
    const [left, bottom, right, top] = [2, 4, 6, 8].map((at) => glyphs[glyph].readInt16BE(at));
    return { glyph, left, bottom, right, top };
  };
  const add = (sign, like, parts) => {
    const moved = parts.map(({ box, up }) => ({ ...box, bottom: box.bottom + up, top: box.top + up, up }));
    const bytes = Buffer.alloc(10 + 8 * parts.length);
    bytes.writeInt16BE(-1, 0);
    bytes.writeInt16BE(Math.min(...moved.map(({ left }) => left)), 2);
    bytes.writeInt16BE(Math.min(...moved.map(({ bottom }) => bottom)), 4);
    bytes.writeInt16BE(Math.max(...moved.map(({ right }) => right)), 6);
    bytes.writeInt16BE(Math.max(...moved.map(({ top }) => top)), 8);
    for (const [i, { glyph, up }] of moved.entries()) {
      bytes.writeUInt16BE(WORDS | OFFSETS | (i < parts.length - 1 ? MORE : 0), 10 + 8 * i);
      bytes.writeUInt16BE(glyph, 12 + 8 * i);
      bytes.writeInt16BE(up, 16 + 8 * i);
    }
    points.set(sign.codePointAt(0), glyphs.length);
    glyphs.push(bytes);
    metrics.push({ advance: metrics[like.glyph].advance, left: bytes.readInt16BE(2) });
  };
  const wave = boxOf('~');
  const apart = Math.round((wave.top - wave.bottom) * 0.6);
  add('≈', wave, [
    { box: wave, up: apart },
    { box: wave, up: -apart },
  ]);
  for (const [sign, pointed] of [
    ['≥', '>'],
    ['≤', '<'],
  ]) {
    const [angle, bar] = [boxOf(pointed), boxOf('−')];
    const thick = bar.top - bar.bottom;
    const up = Math.round(thick * 0.9);
    add(sign, angle, [
      { box: angle, up },
      { box: bar, up: angle.bottom + up - Math.round(thick * 1.6) - bar.bottom },
    ]);
  }
}

const [WORDS, OFFSETS, SCALE, MORE, SCALES, MATRIX] = [0x1, 0x2, 0x8, 0x20, 0x40, 0x80];

/** A composite glyph with the new numbers of its parts; any other as it is. */
function renumbered(bytes, numberOf) {
  if (bytes.length === 0 || bytes.readInt16BE(0) >= 0) return bytes;
  const copy = Buffer.from(bytes);
  for (let at = 10, flags = MORE; flags & MORE; ) {
    flags = copy.readUInt16BE(at);
    copy.writeUInt16BE(numberOf(copy.readUInt16BE(at + 2)), at + 2);
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & MATRIX ? 8 : flags & SCALES ? 4 : flags & SCALE ? 2 : 0);
  }
  return copy;
}

function assemble(first, fonts, glyphs, metrics, points, weight, style) {
  const tables = new Map();
  for (const name of ['GDEF', 'GPOS', 'GSUB', 'gasp']) tables.set(name, first.tables.get(name));
  const head = Buffer.from(first.tables.get('head'));
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  for (const [at, pick] of [
    [36, Math.min],
    [38, Math.min],
    [40, Math.max],
    [42, Math.max],
  ])
    head.writeInt16BE(pick(...fonts.map((font) => font.tables.get('head').readInt16BE(at))), at);
  tables.set('head', head);
  const maxp = Buffer.from(first.tables.get('maxp'));
  for (let at = 6; at < maxp.length; at += 2)
    maxp.writeUInt16BE(Math.max(...fonts.map((font) => font.tables.get('maxp').readUInt16BE(at))), at);
  maxp.writeUInt16BE(glyphs.length, 4);
  // Signs of two parts, one of which may be composed itself.
  maxp.writeUInt16BE(Math.max(2, maxp.readUInt16BE(28)), 28);
  maxp.writeUInt16BE(maxp.readUInt16BE(30) + 1, 30);
  tables.set('maxp', maxp);
  const hhea = Buffer.from(first.tables.get('hhea'));
  hhea.writeUInt16BE(Math.max(...metrics.map(({ advance }) => advance)), 10);
  hhea.writeUInt16BE(glyphs.length, 34);
  tables.set('hhea', hhea);
  const hmtx = Buffer.alloc(4 * glyphs.length);
  for (const [i, { advance, left }] of metrics.entries()) {
    hmtx.writeUInt16BE(advance, 4 * i);
    hmtx.writeInt16BE(left, 4 * i + 2);
  }
  tables.set('hmtx', hmtx);
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  const padded = glyphs.map((glyph) => Buffer.concat([glyph, Buffer.alloc(-glyph.length & 3)]));
  let place = 0;
  for (const [i, glyph] of padded.entries()) {
    loca.writeUInt32BE(place, 4 * i);
    place += glyph.length;
  }
  loca.writeUInt32BE(place, 4 * glyphs.length);
  tables.set('loca', loca);
  tables.set('glyf', Buffer.concat(padded));
  tables.set('cmap', cmapOf(points));
  const os2 = Buffer.from(first.tables.get('OS/2'));
  os2.writeUInt16BE(weight, 4);
  tables.set('OS/2', os2);
  const post = Buffer.alloc(32);
  first.tables.get('post').copy(post, 0, 0, 32);
  post.writeUInt32BE(0x00030000, 0);
  tables.set('post', post);
  tables.set('name', nameOf(weight, style));
  return fileOf(tables);
}

/** Code points in groups that run on, format 12. */
function cmapOf(points) {
  const groups = [];
  for (const [point, glyph] of [...points].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last && point === last.to + 1 && glyph === last.glyph + (point - last.from)) last.to = point;
    else groups.push({ from: point, to: point, glyph });
  }
  const table = Buffer.alloc(12 + 16 + 12 * groups.length);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + 12 * groups.length, 16);
  table.writeUInt32BE(groups.length, 24);
  for (const [i, { from, to, glyph }] of groups.entries()) {
    for (const [field, value] of [from, to, glyph].entries())
      table.writeUInt32BE(value, 28 + 12 * i + 4 * field);
  }
  return table;
}

/** One family with two weights, whatever a reader goes by. Who made the font and how it may be used goes with it. */
function nameOf(weight, style) {
  const records = [
    [0, 'Copyright 2016 The Inter Project Authors (https://github.com/rsms/inter)'],
    [1, weight === 400 ? 'Inter' : `Inter ${style}`],
    [2, 'Regular'],
    [3, `Dateline;Inter-${style}`],
    [4, `Inter ${style}`],
    [6, `Inter-${style}`],
    [13, 'SIL Open Font License, Version 1.1'],
    [14, 'https://openfontlicense.org'],
    [16, 'Inter'],
    [17, style],
  ].map(([id, words]) => ({ id, bytes: Buffer.from(words, 'utf16le').swap16() }));
  const table = Buffer.alloc(6 + 12 * records.length);
  table.writeUInt16BE(records.length, 2);
  table.writeUInt16BE(table.length, 4);
  let at = 0;
  for (const [i, { id, bytes }] of records.entries()) {
    const fields = [3, 1, 0x409, id, bytes.length, at];
    for (const [field, value] of fields.entries()) table.writeUInt16BE(value, 6 + 12 * i + 2 * field);
    at += bytes.length;
  }
  return Buffer.concat([table, ...records.map(({ bytes }) => bytes)]);
}

function fileOf(tables) {
  const names = [...tables.keys()].sort();
  const power = 2 ** Math.floor(Math.log2(names.length));
  const top = Buffer.alloc(12 + 16 * names.length);
  top.writeUInt32BE(0x00010000, 0);
  const fields = [names.length, 16 * power, Math.log2(power), 16 * (names.length - power)];
  for (const [i, value] of fields.entries()) top.writeUInt16BE(value, 4 + 2 * i);
  const parts = [top];
  let at = top.length;
  for (const [i, name] of names.entries()) {
    const bytes = tables.get(name);
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    top.write(name, 12 + 16 * i, 'latin1');
    for (const [field, value] of [checksum(padded), at, bytes.length].entries())
      top.writeUInt32BE(value, 16 + 16 * i + 4 * field);
    parts.push(padded);
    at += padded.length;
  }
  const file = Buffer.concat(parts);
  const headAt = file.readUInt32BE(12 + 16 * names.indexOf('head') + 8);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + 8);
  return file;
}

function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const style of STYLES) {
    const target = fileURLToPath(new URL(`../render/fonts/inter-${style.weight}.ttf`, import.meta.url));
    const font = mergedFont(style);
    if (!process.argv.includes('--check')) writeFileSync(target, font);
    else if (!readFileSync(target).equals(font)) {
      console.error(`${target} is out of date: run node src/tooling/fonts.mjs`);
      process.exitCode = 1;
    }
  }
}
