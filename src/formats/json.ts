import type { Collection } from '../model/collection.ts';
import { type Parsed, parseCollection } from '../model/parse.ts';
import { inPieces } from './pieces.ts';

/**
 * A collection as JSON text, indented for people and version control, with a final newline. The same input gives the same text.
 * @throws RangeError where the text would be longer than the engine allows, 2^29 UTF-16 units in V8; see {@link jsonPieces}.
 */
export const writeJson = (collection: Collection): string => `${JSON.stringify(collection, null, 2)}\n`;

/**
 * The text of {@link writeJson} in pieces, made as they are asked for, so that it may be longer than a text can be.
 * @param room length of a piece, UTF-16 units, > 0; one is longer by no more than a document or an event.
 */
export const jsonPieces = (collection: Collection, room?: number): Generator<string> =>
  inPieces(partsOf(collection), room);

function* partsOf(collection: Collection): Generator<string> {
  let before = '{\n';
  for (const [key, value] of Object.entries(collection)) {
    if (value === undefined) continue;
    const field = `${before}  ${JSON.stringify(key)}: `;
    before = ',\n';
    if (!Array.isArray(value) || value.length === 0) {
      yield field + within(value, FIELD);
      continue;
    }
    let opening = `${field}[\n    `;
    for (const item of value) {
      yield opening + within([item], ITEM);
      opening = ',\n    ';
    }
    yield '\n  ]';
  }
  yield '\n}\n';
}

/** What stands before and after a value that is a field, and that is the one item of one. */
const FIELD = ['{\n  "a": ', '\n}'] as const;
const ITEM = ['{\n  "a": [\n    ', '\n  ]\n}'] as const;

/** A value indented as it stands in the whole. */
const within = (value: unknown, [before, after]: readonly [string, string]): string =>
  JSON.stringify({ a: value }, null, 2).slice(before.length, -after.length);

/** Reads what {@link writeJson} wrote, or any JSON that claims to be it; see {@link parseCollection}. */
export const readJson = (text: string): Parsed => parseCollection(text);
