import { describe, expect, test } from 'vitest';
import { outlineOf, placeOf } from '../../src/state/outline.ts';
import { createStore } from '../../src/store/memory.ts';
import { event } from './collection.ts';

const store = createStore([
  event('1953 flood North Sea flood'),
  event('1958 work Delta law'),
  event('1986 work Barrier opens'),
  event('1995 flood Rivers rise'),
  event('1970 strange Whale seen'),
]);
const listed = [
  { key: 'work', name: 'Works' },
  { key: 'war', name: 'Wars' },
  { key: 'flood', name: 'Floods' },
];

describe('the list of lanes', () => {
  const lanes = outlineOf(store, listed);
  const titles = lanes.map(({ name, positions }) => [
    name,
    ...[...positions].map((at) => store.at(at).title),
  ]);

  test('has those with events, in their order, with their events in the order of time', () =>
    expect(titles).toEqual([
      ['Works', 'Delta law', 'Barrier opens'],
      ['Floods', 'North Sea flood', 'Rivers rise'],
      ['strange', 'Whale seen'],
    ]));

  test('knows where each event is', () => {
    for (let position = 0; position < store.size; position++) {
      const place = placeOf(lanes, position)!;
      expect(lanes[place.lane]!.positions[place.event]).toBe(position);
    }
    expect(placeOf(lanes, -1)).toBeNull();
    expect(placeOf(lanes.slice(0, 1), store.indexOf('whale-seen'))).toBeNull();
  });
});
