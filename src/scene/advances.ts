import {
  ABOVE,
  ALPHABET,
  BETWEEN,
  BOLDER,
  REGULAR,
  RUNS,
  SHARE,
  TABULAR_DIGIT,
  UNITS_PER_EM,
} from './advances-table.ts';

/** Weights that the table knows, and that a text mark may have. */
export type Weight = 400 | 550 | 650;

/**
 * How wide a line of text is in the bundled font, px. The sum of the advances of its characters without kerning, which
 * makes most texts a little narrower; so labels placed by it do not touch. Characters that the font has not are
 * guessed from their script, on the wide side.
 * @param size font size, px. @param tabular digits all take the width of a tabular zero.
 */
export function textWidth(text: string, size: number, weight: Weight, tabular = false): number {
  const near = nearOf(weight);
  const { length } = text;
  let units = 0;
  for (let i = 0; i < length; i++) {
    const point = text.charCodeAt(i);
    let advance = near[point];
    // Most letters are told by then.
    if (tabular || advance === undefined || advance < 0) {
      if (advance === undefined) return (unitsOf(text, weight, tabular) * size) / UNITS_PER_EM;
      if (advance < 0) near[point] = advance = advanceOf(point, weight);
      if (tabular && point >= 0x30 && point <= 0x39) advance = TABULAR_DIGIT[weight];
    }
    units += advance;
  }
  return (units * size) / UNITS_PER_EM;
}

/** The same sum where characters may be of several code units, or of several code points. */
function unitsOf(text: string, weight: Weight, tabular: boolean): number {
  const far = farOf(weight);
  let units = 0;
  let joined = false;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point === ZERO_WIDTH_JOINER) {
      joined = true;
      continue;
    }
    // An emoji made of several is drawn as one.
    const again: boolean = joined;
    joined = false;
    if (again && isEmoji(point)) continue;
    if (tabular && point >= 0x30 && point <= 0x39) {
      units += TABULAR_DIGIT[weight];
      continue;
    }
    let advance = far.get(point);
    if (advance === undefined) {
      advance = advanceOf(point, weight);
      far.set(point, advance);
    }
    units += advance;
  }
  return units;
}

/**
 * Cuts a text to a width, ending in `…`, between characters as people see them as far as code points show. For names
 * in a legend; a title on the timeline is shown whole or not at all.
 * @returns the text itself when it fits, else the longest start with `…` that does; `''` when not even one character fits.
 */
export function fitText(text: string, width: number, size: number, weight: Weight): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text];
  let low = 0;
  let high = characters.length - 1;
  const start = (n: number) => `${characters.slice(0, n).join('').trimEnd()}…`;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(start(middle), size, weight) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : start(low);
}

const ZERO_WIDTH_JOINER = 0x200d;
/** Latin letters end here; what lies below is a code unit each. */
const NEAR = 0x250;

/** Advances that were asked for, by weight: of each code point below {@link NEAR}, -1 before; and of others. */
const nears = new Map<Weight, Float64Array>();
const fars = new Map<Weight, Map<number, number>>();

function nearOf(weight: Weight): Float64Array {
  let near = nears.get(weight);
  if (!near) {
    near = new Float64Array(NEAR).fill(-1);
    nears.set(weight, near);
  }
  return near;
}

function farOf(weight: Weight): Map<number, number> {
  let far = fars.get(weight);
  if (!far) {
    far = new Map();
    fars.set(weight, far);
  }
  return far;
}

/** Unpacks the advance of one character; a text needs a few dozen of the thousand. Guesses what the font has not. */
function advanceOf(point: number, weight: Weight): number {
  const at = placeOf(point);
  return at < 0 ? guess(point) * UNITS_PER_EM : unpack(at, weight);
}

/** Where the table has a code point; -1 for what the font has not. */
export function placeOf(point: number): number {
  let before = 0;
  for (let run = 0; run < RUNS.length; run += 2) {
    const first = RUNS[run]!;
    if (point < first) break;
    const count = RUNS[run + 1]!;
    if (point < first + count) return before + point - first;
    before += count;
  }
  return -1;
}

function unpack(at: number, weight: Weight): number {
  const regular = unitsIn(REGULAR, at);
  if (weight === 400) return regular;
  const more = unitsIn(BOLDER, at) - ABOVE;
  return weight === 650 ? regular + more : Math.round(regular + SHARE * more) + Number(BETWEEN[at]) - 1;
}

const unitsIn = (column: string, at: number): number =>
  ALPHABET.indexOf(column.charAt(2 * at)) * 64 + ALPHABET.indexOf(column.charAt(2 * at + 1));

const COMBINING = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
const isEmoji = (point: number): boolean =>
  (point >= 0x1f000 && point <= 0x1faff) || (point >= 0x2600 && point <= 0x27bf) || point === 0x2b50;

/** Advance in em of a character that the font has not. */
function guess(point: number): number {
  if (point >= 0x1f3fb && point <= 0x1f3ff) return 0; // skin tones colour the emoji before them
  if (point >= 0x1f1e6 && point <= 0x1f1ff) return 0.65; // two regional letters make one flag
  if (isEmoji(point)) return 1.3;
  if (COMBINING.test(String.fromCodePoint(point))) return 0;
  if (
    (point >= 0x1100 && point <= 0x115f) || // Hangul
    (point >= 0x2e80 && point <= 0xa4cf) || // CJK, Kana, Yi
    (point >= 0xac00 && point <= 0xd7a3) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0xfe30 && point <= 0xfe6f) ||
    (point >= 0xff00 && point <= 0xff60) ||
    (point >= 0x20000 && point <= 0x3fffd)
  ) {
    return 1;
  }
  if (point >= 0x590 && point <= 0x8ff) return 0.52; // Hebrew, Arabic, Syriac
  if (point >= 0x900 && point <= 0xdff) return 0.75; // Indic scripts
  if (point >= 0xff61 && point <= 0xffdc) return 0.5; // half-width forms
  if (point >= 0x2190 && point <= 0x21ff) return 1; // arrows
  return 0.7;
}
