import type { Block } from '../reading.ts';
import type { Found } from './find.ts';
import { dayPoint, endOf, type Point, yearOf } from './point.ts';

/** Where a report says its place and day before its first word: OSLO, March 5 (Agency) –. */
const DATELINE = /^[^\p{Ll}]{0,3}\p{Lu}[\p{L} .,'’/-]{1,50}[,(—–-]\s*$/u;
const BEHIND_DATELINE = /^\.?,?\s*(?:\(|—|–|--|-\s|\/)/;

/** Whether the first expression of a block is the day of its dateline. */
export function isDateline(text: string, block: Block, first: Found): boolean {
  if (block.kind === 'heading' || first.start - block.start > 60 || first.tie) return false;
  const { month, day, within } = first.said;
  return (
    month !== undefined &&
    day !== undefined &&
    !within &&
    DATELINE.test(text.slice(block.start, first.start)) &&
    BEHIND_DATELINE.test(text.slice(first.end, first.end + 4))
  );
}

/**
 * The day of a dateline at the beginning of a block, null where there is none. A missing year is the one that brings it
 * nearest to `near` without lying after it.
 */
export function datelineOf(
  text: string,
  block: Block,
  first: Found | undefined,
  near: Point | null,
): Point | null {
  if (!first || !isDateline(text, block, first)) return null;
  const { said } = first;
  const { month, day } = said as { month: number; day: number };
  if (said.year !== undefined) return dayPoint(said.year, month, day);
  if (!near) return null;
  const year = yearOf(near);
  const here = dayPoint(year, month, day);
  return here && here.start >= endOf(near) + 7 ? dayPoint(year - 1, month, day) : here;
}
