import type { Precision } from '../model/edtf.ts';
import { readDocument } from './read.ts';

/** A date that a few words say, by themselves. */
export interface CellDate {
  readonly edtf: string;
  /** See `When.precision`. */
  readonly precision: Precision;
  /** Whether the words say nothing beside it; marks, and words such as `on` and `about`, do not count. */
  readonly whole: boolean;
}

/** Longer words are a text in which dates stand, and no date. UTF-16 units. */
const LONGEST = 120;

/** What may stand beside a date without saying more. */
const BESIDE =
  /\b(?:on|in|at|the|of|about|around|a\.?d|c\.?e|b\.?c|b\.?c\.?e|ca?|from|to|and|between|c)\b/giu;

/**
 * Reads a date that stands by itself: a cell of a table, a field of a form. A day of which the year is not said is none.
 * Of several dates the first counts, or the range that they make. About a millisecond.
 */
export function readCell(words: string): CellDate | null {
  if (words.length > LONGEST || words.trim() === '') return null;
  const { mentions } = readDocument({
    id: '',
    name: '',
    title: '',
    text: words,
    format: 'text',
    date: null,
  });
  const first = mentions.find(({ edtf }) => edtf !== null);
  if (first?.edtf == null || first.precision === null) return null;
  const { start, end, edtf, precision } = first.range ?? {
    ...first,
    edtf: first.edtf,
    precision: first.precision,
  };
  const rest = (words.slice(0, start) + words.slice(end)).replace(BESIDE, '');
  return { edtf, precision, whole: !/[\p{L}\d]/u.test(rest) };
}
