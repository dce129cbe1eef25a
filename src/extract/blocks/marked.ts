import type { Part } from '../../model/document.ts';
import { isDateLine } from './dateLine.ts';
import { isNotesTitle } from './furniture.ts';
import { markHeadings } from './headings.ts';
import { markEntries } from './items.ts';
import { setLevels } from './levels.ts';
import { markNotes } from './notes.ts';
import { markFurniture, markTail } from './page.ts';
import type { Piece } from './piece.ts';
import { toPiece, type Unit } from './unit.ts';

/** The blocks of a file that marks them itself, such as a web page. Spans outside the text are left out. O(length). */
export function markedPieces(text: string, parts: readonly Part[]): Piece[] {
  const units: Unit[] = [];
  let last = 0;
  for (const { start, end, kind, level } of parts) {
    if (start < last || end <= start || end > text.length) continue;
    last = end;
    units.push({
      start,
      end,
      text: text.slice(start, end),
      indent: 0,
      apart: true,
      underline: 0,
      kind,
      level: kind === 'heading' ? Math.max(1, level) : 0,
      dated: false,
      mark: 0,
    });
  }
  markBlocks(units);
  return units.map(toPiece);
}

/**
 * Tells what blocks are whose marks are known: furniture and notes among the paragraphs, and the levels of headings. Where no
 * heading is marked, headings are told as in plain text.
 * @param units in order; changed in place.
 */
export function markBlocks(units: Unit[]): void {
  const marked = units.some((unit) => unit.kind === 'heading' && unit.level > 0);
  markFurniture(units);
  markNotes(units);
  markEntries(units);
  if (marked) {
    for (const unit of units) {
      if (unit.kind !== 'paragraph') continue;
      if (isDateLine(unit.text)) Object.assign(unit, { kind: 'heading', dated: true, level: 0 });
    }
    markTail(units);
    setMarkedLevels(units);
  } else {
    markHeadings(units);
    markTail(units);
    setLevels(units);
  }
}

/** Levels from the marks: the first heading is the title when nothing stands above it; the rest start at 2. */
function setMarkedLevels(units: Unit[]): void {
  const headings = units.filter((unit) => unit.kind === 'heading');
  const depths = headings.filter((unit) => unit.level > 0).map((unit) => unit.level);
  const first = headings.find((unit) => unit.level > 0);
  const least = Math.min(...new Set(depths));
  const titled =
    first !== undefined &&
    first.level === least &&
    !isDateLine(first.text) &&
    !isNotesTitle(first.text) &&
    first === headings[0];
  const rest = titled
    ? headings.filter((unit) => unit !== first && unit.level > 0).map((unit) => unit.level)
    : depths;
  const restLeast = rest.length > 0 ? Math.min(...new Set(rest)) : 2;
  let level = titled ? 1 : 2;
  for (const unit of headings) {
    if (unit === first && titled) unit.level = 1;
    else if (unit.level > 0) unit.level = 2 + unit.level - restLeast;
    // A bold or dated line stands under the last marked heading; its siblings stand beside it.
    if (unit.level > 0) level = unit.level;
    else unit.level = level + 1;
  }
}
