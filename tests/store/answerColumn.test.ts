import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerColumn, countAnswers, giving } from '../../src/store/answerColumn.ts';
import { answers, FACETS } from '../../src/store/facet.ts';
import { event } from '../state/collection.ts';

const names = ['Harbour board', 'Pilots', 'Dredgers', 'Customs'];
const anyEvents = fc
  .array(
    fc.record({
      year: fc.integer({ min: 1900, max: 1999 }),
      kind: fc.constantFrom('port', 'ship'),
      actors: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 }),
      place: fc.constantFrom(null, 'Quay', 'Lock'),
      confidence: fc.constantFrom(0.3, 0.6, 0.9),
    }),
    { maxLength: 40 },
  )
  .map((given) =>
    given.map(({ year, kind, ...rest }, i) => ({
      ...event(`${year} ${kind} Number ${i}`, rest),
      id: `e${i}`,
    })),
  );

test('columns count and find what asking every event does', () => {
  fc.assert(
    fc.property(
      anyEvents,
      fc.constantFrom(...FACETS),
      fc.array(fc.boolean(), { maxLength: 40 }),
      (events, facet, some) => {
        const column = answerColumn(events, facet);
        const given = (i: number) => answers(events[i]!, facet);
        const all = new Set(events.flatMap((_, i) => given(i)));
        expect(new Set(column.values)).toEqual(all);
        // 0 and 3 count, everything else does not.
        const marks = Uint8Array.from(events, (_, i) => (some[i] ? (i % 2) * 3 : 1 + (i % 2)));
        const counted = countAnswers(column, marks, 3);
        column.values.forEach((value, place) => {
          expect(column.totals[place]).toBe(events.filter((_, i) => given(i).includes(value)).length);
          expect(counted[place]).toBe(events.filter((_, i) => some[i] && given(i).includes(value)).length);
          expect([...giving(column, (each) => each === value)]).toEqual(
            events.map((_, i) => (given(i).includes(value) ? 1 : 0)),
          );
        });
      },
    ),
    { seed: 7, numRuns: 60 },
  );
});
