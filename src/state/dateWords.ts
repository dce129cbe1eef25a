import { readMarks } from '../worker/client.ts';
import { plainDate } from './plainDate.ts';
import { type Ask, type Near, type Partly, readTyped, type Typed } from './typedDate.ts';

export { plainDate } from './plainDate.ts';
export type { Near, Partly, Typed } from './typedDate.ts';

/**
 * The date that a person wrote into a field: EDTF, words of English or German, or what the reader of documents makes of
 * it, such as `late summer 1954`. Every word counts: what is understood in part is no date.
 * @param near what a date without its year, or `yesterday`, is counted from.
 * @param ask reads what is not plain; replaced in tests. @returns null when nobody knows what is meant.
 */
export async function askDate(
  text: string,
  near: Near = {},
  ask: Ask = askReader,
): Promise<Typed | Partly | null> {
  return text.trim() === '' ? null : readTyped(text, near, plainDate, ask);
}

/** Asks the reader of documents, off the main thread. */
async function askReader(text: string, from: string | null): Promise<Awaited<ReturnType<Ask>>> {
  const date = from === null ? null : { edtf: from, origin: 'given' as const, reason: '' };
  return (await readMarks({ id: '', name: '', title: '', text, format: 'text', date })).mentions;
}
