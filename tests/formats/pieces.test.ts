import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces, writeJson } from '../../src/formats/json.ts';
import { inPieces } from '../../src/formats/pieces.ts';
import { smallCollection } from '../model/events.ts';
import { arbitraryEvents } from './arbitrary.ts';

test('pieces are the whole, and each ends as soon as it is long enough', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 40 }), (parts, room) => {
      const pieces = [...inPieces(parts, room)];
      expect(pieces.join('')).toBe(parts.join(''));
      const longest = Math.max(0, ...parts.map(({ length }) => length));
      for (const { length } of pieces) expect(length).toBeLessThan(room + Math.max(longest, 1));
      for (const { length } of pieces.slice(0, -1)) expect(length).toBeGreaterThanOrEqual(room);
    }),
    { seed: 14, numRuns: 200 },
  );
});

test('a collection in pieces is its text, and no piece holds more than the room and one part', () => {
  const small = smallCollection();
  fc.assert(
    fc.property(arbitraryEvents, fc.integer({ min: 1, max: 2000 }), (events, room) => {
      const collection = { ...small, events };
      const pieces = [...jsonPieces(collection, room)];
      expect(pieces.join('')).toBe(writeJson(collection));
      const parts = [...events, ...small.documents, ...small.categories, ...small.problems];
      // Each line of a part is moved in by four.
      const longest = Math.max(
        ...parts.map((part) => {
          const text = JSON.stringify(part, null, 2);
          return text.length + 4 * text.split('\n').length;
        }),
      );
      for (const { length } of pieces) expect(length).toBeLessThan(room + longest + 40);
    }),
    { seed: 15, numRuns: 40 },
  );
});
