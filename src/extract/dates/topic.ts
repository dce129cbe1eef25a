import type { DocumentDate } from '../../model/document.ts';
import type { Block } from '../reading.ts';
import type { Found } from './find.ts';
import { fullPoint } from './infer.ts';
import type { Point } from './point.ts';

/** A day, and the words that name it. */
export interface Topic {
  readonly point: Point;
  readonly name: string;
}

/** Paragraphs at the top in which a report says what it is about. */
const TOP = 3;

/**
 * The day of what a document is about: the first that a paragraph at its top names whole, and not its own. null where
 * there is none.
 */
export function topicOf(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
  date: DocumentDate | null,
): Topic | null {
  let left = TOP;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'paragraph') continue;
    if (left-- === 0) return null;
    for (const { said, start, end } of found[i]!) {
      const point = fullPoint(said);
      if (point?.unit === 'day' && start !== date?.at?.start)
        return { point, name: text.slice(start, end).replace(/\s+/g, ' ') };
    }
  }
  return null;
}

/** Whether an expression is a time of day alone, and the first thing that the section under a heading says of time. */
export function opensByClock(
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
  i: number,
  nth: number,
): boolean {
  const { clock, month, day, weekday, unit, holiday } = found[i]![nth]!.said;
  if (
    nth > 0 ||
    clock === undefined ||
    [month, day, weekday, unit, holiday].some((each) => each !== undefined)
  )
    return false;
  if (found[i]![0]!.start - blocks[i]!.start > MARK) return false;
  for (let at = i - 1; at >= 0; at--) {
    if (found[at]!.some((each) => each.said.type !== 'DURATION')) return false;
    if (blocks[at]!.kind === 'heading') return true;
  }
  return false;
}
/** Characters of a bullet before it. */
const MARK = 4;
