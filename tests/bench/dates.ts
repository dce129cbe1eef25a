/**
 * The reader of dates and the one that it is measured against, each as a function from a text to the number of
 * expressions that it finds.
 */
import * as chrono from 'chrono-node';
import { readTimexes } from '../../src/extract/read.ts';

/** The day on which the text was written. */
const WRITTEN = '2024-05-16';

/** The project's reader, over the whole text at once. */
export const ours = (text: string): number => readTimexes(text, WRITTEN).length;

/** chrono-node, paragraph by paragraph: over a whole text it takes much longer than its parts together. */
export function theirs(text: string): number {
  const reference = { instant: new Date(`${WRITTEN}T12:00:00Z`), timezone: 'UTC' };
  let found = 0;
  for (const paragraph of text.split('\n\n')) found += chrono.parse(paragraph, reference).length;
  return found;
}
