import type { Collection } from '../model/collection.ts';
import { type Parsed, parseCollection } from '../model/parse.ts';

/** A collection as JSON text, indented for people and version control, with a final newline. The same input gives the same text. */
export const writeJson = (collection: Collection): string => `${JSON.stringify(collection, null, 2)}\n`;

/** Reads what {@link writeJson} wrote, or any JSON that claims to be it; see {@link parseCollection}. */
export const readJson = (text: string): Parsed => parseCollection(text);
