import type { Collection } from '../model/collection.ts';

export { isCategoryList, parseCategories } from '../model/parse.ts';

import type { Problem } from '../model/problem.ts';
import { readJson } from './json.ts';

/** What a file of events holds. */
export interface Saved {
  /** null when it cannot be opened. */
  readonly collection: Collection | null;
  /** Why not; else notes. */
  readonly problems: readonly Problem[];
  /** Of a list: what in it is no event. */
  readonly leftOut: readonly Problem[];
}

/** Reads a saved collection. */
export function readSavedJson(text: string): Saved {
  const { collection, problems } = readJson(text);
  return { collection: collection ?? null, problems, leftOut: [] };
}
