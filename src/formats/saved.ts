import type { Category } from '../model/category.ts';
import type { Collection } from '../model/collection.ts';
import { parseCollection } from '../model/parse.ts';
import type { Problem } from '../model/problem.ts';
import { readJson } from './json.ts';
import { listCollection, readList } from './list.ts';

/** What a file of events holds. */
export interface Saved {
  /** null when it cannot be opened. */
  readonly collection: Collection | null;
  /** Why not; else notes. */
  readonly problems: readonly Problem[];
  /** Of a list: what in it is no event. */
  readonly leftOut: readonly Problem[];
}

/**
 * Reads a list of events as a collection; it must hold what is asked of any.
 * @param name of the file. @param known categories whose names and colours are taken for the same keys.
 */
export function readSavedList(text: string, name: string, known: readonly Category[]): Saved {
  const { events, problems: leftOut } = readList(text, name);
  if (events.length === 0) return { collection: null, problems: leftOut, leftOut: [] };
  const { collection, problems } = parseCollection(listCollection(name, events, known));
  return { collection: collection ?? null, problems, leftOut };
}

/** Reads a saved collection. */
export function readSavedJson(text: string): Saved {
  const { collection, problems } = readJson(text);
  return { collection: collection ?? null, problems, leftOut: [] };
}
