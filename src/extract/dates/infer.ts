import { toCivil } from '../../model/days.ts';
import type { DocumentDate, TextSpan } from '../../model/document.ts';
import type { Block } from '../reading.ts';
import type { Found } from './find.ts';
import type { Said } from './pattern.ts';
import { dayPoint, edtfOf, endOf, monthPoint, type Point, yearOf, yearPoint } from './point.ts';

/** The point whose year, or whose year and more, is printed; null for what has none or only a part of it. */
export function fullPoint(said: Said): Point | null {
  if (said.year === undefined || said.within || (said.type !== 'DATE' && said.type !== 'TIME')) return null;
  if (said.month !== undefined && said.day !== undefined) return dayPoint(said.year, said.month, said.day);
  if (said.month !== undefined) return monthPoint(said.year, said.month);
  return said.season === undefined && said.quarter === undefined && !said.phase ? yearPoint(said.year) : null;
}

/** Dates that do not lie in the past of who names them. */
const AHEAD =
  /\b(?:will|shall|by|until|plan(?:s|ned)?|expected|forecast|projected|target|would|could|may|to be|from)\b[^.]{0,80}$/i;
/** Dates of what is surely still to come. */
const COMING =
  /\b(?:will|shall|(?:is|are) (?:to|due|set|expected|scheduled)|plans? to)\b[^.]{0,60}\b(?:in|on)\s+$/i;
const ANNIVERSARY = /\bthis year\b[^.]{0,60}?\b(\d{1,3})(?:st|nd|rd|th) anniversary\b/i;
/** A number beyond is no year that a text was written in. */
const LATEST_YEAR = 2100;

interface Told {
  readonly span: TextSpan;
  readonly point: Point;
  readonly cited: boolean;
}

/**
 * The date of a text that prints none: nothing it tells as past, and nothing it cites, is newer than itself; what it
 * says will be in a year is at most a year or so away; and "this year marks the 75th anniversary" of what it dates
 * gives the year. null for a text that never speaks of its own day, for which it does not matter.
 */
export function inferDate(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
): DocumentDate | null {
  const told: Told[] = [];
  let coming: Told | null = null;
  let speaks = 0;
  blocks.forEach((block, index) => {
    if (block.kind === 'navigation') return;
    const cited = block.kind === 'note';
    for (const each of found[index] ?? []) {
      const { said } = each;
      if (!cited && (said.from === 'speech' || said.stretch === 'past') && said.step !== 1) speaks++;
      const point = fullPoint(said);
      // A year alone in a note may be anything.
      if (!point || yearOf(point) > LATEST_YEAR || (cited && point.unit === 'year')) continue;
      const before = text.slice(Math.max(block.start, each.start - 90), each.start);
      const span = { start: each.start, end: each.end };
      if (!cited && COMING.test(before)) {
        if (!coming || point.start < coming.point.start) coming = { span, point, cited };
      } else if (cited || !AHEAD.test(before)) told.push({ span, point, cited });
    }
  });
  if (speaks < 2) return null;
  const newest = told.reduce<Told | null>((a, b) => (a && !isNewer(b, a) ? a : b), null);
  const words = ({ span }: Told) => text.slice(span.start, span.end);
  const marked = newest && anniversary(text, told, newest);
  if (marked) return marked;
  const next = coming as Told | null;
  if (next && (!newest || yearOf(next.point) > yearOf(newest.point) + 1)) {
    const year = yearOf(next.point);
    return {
      edtf: `${edtfOf(yearPoint(year - 1)).edtf}/${edtfOf(yearPoint(year)).edtf}`,
      origin: 'inferred',
      reason: `No date is printed. It speaks of what will be in ${words(next)}, so it was written in that year or the one before.`,
    };
  }
  if (!newest) return null;
  const { year, month } = toCivil(newest.point.start);
  const about = newest.point.unit === 'year' ? yearPoint(year) : monthPoint(year, month);
  return {
    edtf: `${edtfOf(about).edtf}~`,
    origin: 'inferred',
    reason: `No date is printed. The newest date it ${newest.cited ? 'cites' : 'tells of as past'} is ${words(newest)}, so it was written then or soon after.`,
  };
}

const isNewer = (a: Told, b: Told) =>
  a.point.start > b.point.start || (a.point.start === b.point.start && endOf(a.point) < endOf(b.point));

/** "This year marks the 75th anniversary" of something that the text dates itself. */
function anniversary(text: string, told: readonly Told[], newest: Told): DocumentDate | null {
  const match = ANNIVERSARY.exec(text);
  if (!match) return null;
  const [low, high] = [yearOf(newest.point), yearOf(newest.point) + 3];
  const years = new Set(
    told.map(({ point }) => yearOf(point) + Number(match[1])).filter((y) => y >= low && y <= high),
  );
  const [year] = years;
  if (year === undefined || years.size !== 1) return null;
  return {
    edtf: edtfOf(yearPoint(year)).edtf,
    origin: 'inferred',
    reason: `No date is printed. “${match[0].replace(/\s+/g, ' ')}” of what it dates to ${year - Number(match[1])} makes it ${year}.`,
  };
}
