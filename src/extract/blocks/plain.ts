import { markHeadings } from './headings.ts';
import { markItems } from './items.ts';
import { setLevels } from './levels.ts';
import { cutLines, joinWrapped } from './lines.ts';
import { markNotes } from './notes.ts';
import { markFurniture, markTail } from './page.ts';
import type { Piece } from './piece.ts';
import { toPiece, toUnit } from './unit.ts';

/** Reads plain text: no markup, so what a line is follows from its shape and its neighbours. O(length). */
export function plainPieces(text: string): Piece[] {
  const units = joinWrapped(text, cutLines(text)).map(toUnit);
  markFurniture(units);
  markNotes(units);
  markItems(units);
  markHeadings(units);
  markTail(units);
  setLevels(units);
  return units.map(toPiece);
}
