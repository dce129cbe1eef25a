import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Collection } from '../../src/model/collection.ts';
import { byTime } from '../../src/model/current.ts';
import type { Document } from '../../src/model/document.ts';
import type { TimelineEvent } from '../../src/model/event.ts';
import { applySourceChange, sourceChange } from '../../src/model/sourceChange.ts';
import { when } from '../../src/model/when.ts';
import { smallCollection } from './events.ts';

const base = smallCollection();
const anyEvent = (id: string): fc.Arbitrary<TimelineEvent> =>
  fc
    .record({
      year: fc.integer({ min: 1800, max: 1804 }),
      category: fc.constantFrom('a', 'b'),
      note: fc.option(fc.constantFrom('x', '__proto__'), { nil: null }),
    })
    .map(({ year, category, note }) => ({
      ...base.events[0]!,
      id,
      category,
      time: when(String(year), 'explicit'),
      ...(note === null ? {} : { place: note }),
    }));
const anyDocument = (id: string): fc.Arbitrary<Document> =>
  fc.constantFrom('One.', 'Two.').map((text) => ({ ...base.documents[0]!, id, name: id, text }));

/** Some of a few things, in any order. */
const some = <T extends { readonly id: string }>(make: (id: string) => fc.Arbitrary<T>) =>
  fc
    .shuffledSubarray(['p', 'q', 'constructor', '__proto__', 's'])
    .chain((ids) => fc.tuple(...ids.map((id) => make(id))));

const anyReading: fc.Arbitrary<Collection> = fc
  .record({ documents: some(anyDocument), events: some(anyEvent), name: fc.constantFrom('A', 'B') })
  .map(({ documents, events, name }) => ({ ...base, name, documents, events: [...events].sort(byTime) }));

test('what reading has changed leads from one collection to the other and back', () => {
  fc.assert(
    fc.property(anyReading, anyReading, (before, after) => {
      const change = sourceChange(before, after);
      if (!change) {
        expect(after).toEqual(before);
        return;
      }
      // As it is kept: in a file or a database, which know no shared objects.
      const kept = structuredClone(change);
      expect(applySourceChange(before, kept, 'after')).toStrictEqual(after);
      expect(applySourceChange(after, kept, 'before')).toStrictEqual(before);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('it holds what is different and no more', () => {
  const [first] = base.events;
  const sorted = { ...base, events: base.events.map((e) => ({ ...e, category: `${e.category}s` })) };
  const change = sourceChange(base, sorted);
  expect(change?.events).toMatchObject({ gone: [], come: [] });
  expect(change?.events.patched[0]).toEqual({
    id: first!.id,
    before: { category: first!.category },
    after: { category: `${first!.category}s` },
  });
  expect([change?.documents.patched, change?.order, change?.rest.after]).toEqual([[], undefined, {}]);
  expect(sourceChange(base, structuredClone(base))).toBeNull();
});
