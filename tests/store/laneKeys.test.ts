import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerColumn } from '../../src/store/answerColumn.ts';
import { type LaneKeys, laneKeys, MOST_LANES, OTHERS, UNNAMED } from '../../src/store/laneKeys.ts';
import { createStore } from '../../src/store/memory.ts';
import { event } from '../layout/events.ts';

const named = (id: string, actors: readonly string[], salience = 0.5) =>
  event(id, '1990-01-01', { actors, salience });

/** Keys of the lanes that have an event. */
const lanesOf = (keys: LaneKeys): readonly string[] => keys.keys.filter((key) => keys.measure(key).size > 0);

describe('laneKeys', () => {
  it('R29 puts an event into the lane of the first it names that has one', () => {
    const many = Array.from({ length: 10 }, (_, i) => `Guild ${i}`).flatMap((who) => [
      named(`${who}/1`, [who]),
      named(`${who}/2`, [who]),
    ]);
    const once = named('x', ['Passer-by', 'Guild 3']);
    const keys = laneKeys([...many, once, named('y', ['Passer-by']), named('z', [])], 'actor');
    expect(keys.keys).toHaveLength(MOST_LANES + 2);
    expect(keys.keyOf(once)).toBe('Guild 3');
    expect(keys.keyOf(named('y', ['Passer-by']))).toBe(OTHERS);
    expect(keys.keyOf(named('z', []))).toBe(UNNAMED);
    expect(keys.keys.slice(-2)).toEqual([OTHERS, UNNAMED]);
  });

  it('R29 gives all a lane where they are few, and none to whom is told of once among many', () => {
    const few = ['Ann', 'Bo', 'Cy'].map((who) => named(who, [who]));
    expect([...lanesOf(laneKeys(few, 'actor'))].sort()).toEqual(['Ann', 'Bo', 'Cy']);
    const crowd = Array.from({ length: 30 }, (_, i) => named(`e${i}`, [`Guest ${i}`]));
    const host = [named('h1', ['Host']), named('h2', ['Host'])];
    expect(lanesOf(laneKeys([...crowd, ...host], 'actor'))).toEqual(['Host', OTHERS]);
  });

  it('R29 ranks by events and salience, and by name among equals', () => {
    const events = [
      named('a', ['Loud'], 1),
      named('b', ['Quiet'], 0),
      named('c', ['Twice'], 0),
      named('d', ['Twice'], 0),
      named('e', ['Also quiet'], 0),
    ];
    expect(lanesOf(laneKeys(events, 'actor'))).toEqual(['Loud', 'Twice', 'Also quiet', 'Quiet']);
  });

  it('R29 says how many name one and stand elsewhere, once for each event', () => {
    const events = [
      named('a', ['Ann', 'Bo', 'Bo']),
      named('b', ['Ann', 'Bo']),
      named('c', ['Bo']),
      event('d', '1889', { actors: ['Bo', 'Ann'] }),
    ];
    const keys = laneKeys(events, 'actor');
    expect(keys.measure('Ann')).toMatchObject({ size: 2, elsewhere: 1 });
    expect(keys.measure('Bo')).toMatchObject({ size: 2, elsewhere: 2, first: event('d', '1889').time.start });
    expect(keys.measure('nobody')).toMatchObject({ size: 0, elsewhere: 0 });
  });

  it('R29 knows places and sources, too, and leaves categories as they are', () => {
    const events = [event('a', '1990', { place: 'Dover' }), event('b', '1991', { category: 'fire' })];
    expect(lanesOf(laneKeys(events, 'place'))).toEqual(['Dover', UNNAMED]);
    expect(lanesOf(laneKeys(events, 'source'))).toEqual(['a.txt']);
    expect(laneKeys(events, 'category').keyOf(events[1]!)).toBe('fire');
  });

  it('R29 depends on the events and not on their order', () => {
    const who = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L');
    const lists = fc.array(
      fc.tuple(fc.array(who, { maxLength: 3 }), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(lists, (list) => {
        const events = list.map(([actors, salience], i) => named(`e${i}`, actors, salience));
        const there = laneKeys(events, 'actor');
        const back = laneKeys([...events].reverse(), 'actor');
        expect(back.keys).toEqual(there.keys);
        for (const one of events) expect(back.keyOf(one)).toBe(there.keyOf(one));
        // Nothing is missing: each event stands in one of the lanes.
        const sum = there.keys.reduce((all, key) => all + there.measure(key).size, 0);
        expect(sum).toBe(events.length);
      }),
      { seed: 29 },
    );
  });

  it('R29 says the same out of a column of what is named', () => {
    const who = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L');
    const one = fc.record({
      actors: fc.array(who, { maxLength: 3 }),
      place: fc.option(who),
      document: who,
      salience: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 50 }),
        fc.constantFrom('actor', 'place', 'source'),
        (list, by) => {
          const events = list.map(({ document, ...fields }, i) => {
            const plain = event(`e${i}`, `19${10 + i}`, fields);
            return { ...plain, sources: plain.sources.map((source) => ({ ...source, document })) };
          });
          const [there, counted] = [laneKeys(events, by), laneKeys(events, by, answerColumn(events, by))];
          expect(counted.keys).toEqual(there.keys);
          const { keys, category } = counted.lanes!;
          expect(Array.from(category, (place) => keys[place])).toEqual(events.map(there.keyOf));
          for (const key of [...there.keys, 'A', 'B', 'nobody'])
            expect(counted.measure(key)).toEqual(there.measure(key));
        },
      ),
      { seed: 30 },
    );
  });

  it('R29 makes a store of the same positions, told apart otherwise', () => {
    const events = Array.from({ length: 50 }, (_, i) =>
      event(`e${i}`, `19${10 + (i % 80)}`, { actors: i % 3 ? [`A${i % 3}`] : [], category: `k${i % 2}` }),
    );
    const keys = laneKeys(events, 'actor');
    const [plain, laned] = [createStore(events), createStore(events, keys.keyOf)];
    expect([...laned.categories].sort()).toEqual([...lanesOf(keys)].sort());
    for (let i = 0; i < plain.size; i++) expect(laned.at(i)).toBe(plain.at(i));
    for (const key of keys.keys) {
      for (const position of laned.columns(key).positions) expect(keys.keyOf(laned.at(position))).toBe(key);
    }
  });
});
