/**
 * Writes `src/scene/advances-table.ts`: how far each character of the bundled font moves the pen, so that the browser
 * and Node place every label alike. Run `node src/tooling/advances.mjs` after the font package changes; with `--check`
 * nothing is written and the exit code is 1 when the file is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkit';

const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'greek'];
const WEIGHTS = [400, 550, 650];
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const TARGET = fileURLToPath(new URL('../scene/advances-table.ts', import.meta.url));

/** The text of the table. */
export function advancesTable() {
  let unitsPerEm = 0;
  let digits = [];
  /** Code point to advances, one for each weight. */
  const advances = new Map();
  for (const subset of SUBSETS) {
    const bytes = readFileSync(fontFile(subset));
    const fonts = WEIGHTS.map((weight) => atWeight(bytes, weight));
    unitsPerEm = fonts[0].unitsPerEm;
    for (const point of fonts[0].characterSet) {
      // The subsets share a few characters; the browser takes them from the first that lists them.
      if (advances.has(point) || point < 0x20 || (point > 0x7e && point < 0xa0) || point >= 0xfe00) continue;
      advances.set(
        point,
        fonts.map((font) => advanceOf(font, font._cmapProcessor.lookup(point))),
      );
    }
    if (subset === 'latin') {
      const zero = create(bytes).layout('0', ['tnum']).glyphs[0].id;
      digits = fonts.map((font) => advanceOf(font, zero));
    }
  }
  const points = [...advances.keys()].sort((a, b) => a - b);
  const runs = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last && point === last.first + last.points.length) last.points.push(point);
    else runs.push({ first: point, points: [point] });
  }
  const all = runs.flatMap((run) => run.points).map((point) => advances.get(point).map(Math.round));
  const plain = all.map(([regular]) => encode(regular)).join('');
  const bold = all.map(([regular, , heavy]) => encode(heavy - regular + HALF)).join('');
  // The font grows evenly with its weight: the one between needs no more than what rounding took.
  const between = all
    .map(([regular, half, heavy]) => digit(half - Math.round(regular + BETWEEN * (heavy - regular)) + 1))
    .join('');
  return `// Made by src/tooling/advances.mjs from the bundled font. Not edited by hand.

/** Units in one em. */
export const UNITS_PER_EM = ${unitsPerEm};

/** Two of these for an advance in font units, the more significant first. */
export const ALPHABET = '${ALPHABET}';

/** First code point and number of code points, run after run, in rising order. */
export const RUNS: readonly number[] = [
${wrap(runs.flatMap((run) => [run.first, run.points.length]))}
];

/** Advance of a digit of equal width, by weight. */
export const TABULAR_DIGIT = { ${WEIGHTS.map((w, i) => `${w}: ${digits[i]}`).join(', ')} } as const;

/** Advances of all runs after each other at weight 400. */
export const REGULAR =
  '${plain}';

/** What is added at weight 650, and this. */
export const ABOVE = ${HALF};
export const BOLDER =
  '${bold}';

/** At weight 550 this share of it is added, rounded; then this digit, less 1. */
export const SHARE = ${BETWEEN};
export const BETWEEN =
  '${between}';
`;
}

function fontFile(subset) {
  return new URL(
    `../../node_modules/@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`,
    import.meta.url,
  );
}

/** fontkit's own `getVariation` takes a compressed font for a plain one, so the instance is made by its constructor. */
function atWeight(bytes, weight) {
  const plain = create(bytes);
  const Stream = plain.stream.constructor;
  return new plain.constructor(new Stream(bytes), [weight]);
}

/**
 * The advance of a glyph by the tables `hmtx` and `HVAR`. Asking the glyph itself decodes outlines, and fontkit stops
 * at compressed composite ones.
 */
function advanceOf(font, glyph) {
  const { metrics } = font.hmtx;
  const plain = metrics.get(Math.min(glyph, metrics.length - 1)).advance;
  return plain + font._variationProcessor.getAdvanceAdjustment(glyph, font.HVAR);
}

/** Of the way from the lightest to the boldest weight, the one between has gone so much. */
const BETWEEN = (WEIGHTS[1] - WEIGHTS[0]) / (WEIGHTS[2] - WEIGHTS[0]);
/** Makes differences positive. */
const HALF = 2048;

function digit(correction) {
  if (correction < 0 || correction > 2)
    throw new RangeError(`found a correction of ${correction}, expected 0 to 2`);
  return String(correction);
}

function encode(advance) {
  const units = Math.round(advance);
  if (!(units >= 0 && units < 4096))
    throw new RangeError(`found an advance of ${advance}, expected 0 to 4095`);
  return ALPHABET[units >> 6] + ALPHABET[units & 63];
}

function wrap(parts) {
  const lines = [];
  let line = ' ';
  for (const part of parts) {
    if (line.length + ` ${part},`.length > 110) {
      lines.push(line);
      line = ' ';
    }
    line += ` ${part},`;
  }
  return [...lines, line].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const table = advancesTable();
  if (process.argv.includes('--check')) {
    const found = readFileSync(TARGET, 'utf8');
    if (found !== table) {
      console.error('src/scene/advances-table.ts is out of date: run node src/tooling/advances.mjs');
      process.exitCode = 1;
    }
  } else writeFileSync(TARGET, table);
}
