import { type Civil, toCivil } from '../../model/days.ts';
import type { Document } from '../../model/document.ts';
import { readEdtf } from '../../model/edtf.ts';

/**
 * The last day from which one of the documents speaks, as the day on which what shows them was made: a file with today's
 * date would differ from itself tomorrow. null where none has a date in years of four digits.
 */
export function lastDayOf(documents: readonly Document[]): Civil | null {
  let last: Civil | null = null;
  let latest = Number.NEGATIVE_INFINITY;
  for (const { date } of documents) {
    const span = date && readEdtf(date.edtf);
    if (!span || 'problem' in span || span.end - 1 <= latest) continue;
    const civil = toCivil(span.end - 1);
    if (civil.year < 1 || civil.year > 9999) continue;
    latest = span.end - 1;
    last = civil;
  }
  return last;
}
