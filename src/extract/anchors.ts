import type { Document, DocumentDate } from '../model/document.ts';
import { readEdtf } from '../model/edtf.ts';
import type { Found } from './dates/find.ts';
import { dayPoint, edtfOf, monthPoint } from './dates/point.ts';
import type { Block, ReadOptions } from './reading.ts';

/**
 * The day from which a document speaks: given from outside, else its own metadata's, else printed near its top.
 * null when nothing tells.
 */
export function dateDocument(
  document: Document,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
  options: ReadOptions,
): DocumentDate | null {
  if (options.date !== undefined && !('problem' in readEdtf(options.date))) {
    return { edtf: options.date, origin: 'given', reason: `The date ${options.date} was given.` };
  }
  if (document.date) return document.date;
  return printedDate(document, blocks, found);
}

const TOP_BLOCKS = 8;

function printedDate(
  document: Document,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
): DocumentDate | null {
  for (const [index, block] of blocks.slice(0, TOP_BLOCKS).entries()) {
    for (const { said, start, end } of found[index] ?? []) {
      if (said.year === undefined || said.month === undefined || said.day === undefined) continue;
      if (block.end - block.start > 200 && block.kind !== 'byline') continue;
      const point = dayPoint(said.year, said.month, said.day) ?? monthPoint(said.year, said.month);
      return {
        edtf: edtfOf(point).edtf,
        origin: 'printed',
        reason: `Printed near the top: “${document.text.slice(start, end)}”.`,
        at: { start, end },
      };
    }
  }
  return null;
}
