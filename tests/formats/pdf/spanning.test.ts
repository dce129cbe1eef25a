import { expect, test } from 'vitest';
import { linesOf, type PdfLine } from '../../../src/formats/pdf/lines.ts';

/** Something on a page: from `x`, five points a letter. */
const at = (x: number, y: number, text: string): PdfLine => ({
  text,
  x,
  right: x + 5 * text.length,
  y,
  size: 10,
});

const PROSE = 'words of a column which go on and on to its end';
/** Two columns of prose, with a gutter at 300. */
const columns = (from: number, lines: number): PdfLine[] =>
  Array.from({ length: lines }, (_, i) => [
    at(50, from - 12 * i, `${PROSE} L${i}`),
    at(310, from - 12 * i, `${PROSE} R${i}`),
  ]).flat();

/** Cells of which some end before the gutter, and some run over it. */
const TABLE = [
  ['3 May 1845', 'Flood takes the wheel', 'Aldern', '1200'],
  ['4 June 1846', 'Mill opens', 'Aldern', '3400'],
  ['7 July 1871', 'Railway', 'Lower valley', '250'],
  ['2 May 1907', 'Turbine replaces wheel', 'Aldern', '18'],
].map((row, i) => row.map((cell, k) => at([90, 200, 330, 450][k] ?? 0, 700 - 12 * i, cell)));

const texts = (segments: readonly PdfLine[], known: number | null) =>
  linesOf(segments, known).map(({ text }) => text);

test('rows of a table over the gutter stay rows, above columns that are read one after the other', () => {
  const page = [...TABLE.flat(), ...columns(640, 6)];
  const read = texts(page, 300);
  expect(read.slice(0, 4)).toEqual(TABLE.map((row) => row.map(({ text }) => text).join(' | ')));
  expect(read.slice(4).map((text) => text.slice(-2))).toEqual([
    ...Array.from({ length: 6 }, (_, i) => `L${i}`),
    ...Array.from({ length: 6 }, (_, i) => `R${i}`),
  ]);
});

test('what is no table is cut at the gutter: one line over it, and cells that stand in no column', () => {
  const title = at(200, 700, 'A title that runs over both of the columns');
  expect(texts([title, ...columns(640, 2)], 300).map((text) => text.slice(-2))).toEqual([
    'ns',
    'L0',
    'L1',
    'R0',
    'R1',
  ]);
  const [crossing, ...others] = [TABLE[0]!, ...columns(688, 3)];
  expect(texts([...crossing!, ...others.flat()], 300).at(-1)).toMatch(/R2$/);
});
