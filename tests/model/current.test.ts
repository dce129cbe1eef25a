import { describe, expect, test } from 'vitest';
import { currentEvents } from '../../src/model/current.ts';
import { when } from '../../src/model/when.ts';
import { eventOf } from './events.ts';

const a = eventOf('a', '2001');
const b = eventOf('b', '2002', { place: 'Oslo' });
const ids = (edits: Parameters<typeof currentEvents>[0]['edits']) =>
  currentEvents({ events: [a, b], edits }).map((event) => event.id);

describe('currentEvents', () => {
  test('leaves what nobody edited untouched', () => {
    expect(currentEvents({ events: [a, b], edits: [] })).toEqual([a, b]);
    expect(currentEvents({ events: [a, b], edits: [] })[0]).toBe(a);
  });
  test('drops dismissed events', () =>
    expect(ids([{ kind: 'event', event: 'a', dismissed: true }])).toEqual(['b']));
  test('keeps confirmed events and those of a withdrawn dismissal', () =>
    expect(
      ids([
        { kind: 'event', event: 'a', confirmed: true },
        { kind: 'event', event: 'b', dismissed: false },
      ]),
    ).toEqual(['a', 'b']));
  test('moves an event whose date was edited', () =>
    expect(ids([{ kind: 'event', event: 'a', time: when('2003', 'edited') }])).toEqual(['b', 'a']));
  test('changes the fields an edit has and no other', () => {
    const [, edited] = currentEvents({
      events: [a, b],
      edits: [{ kind: 'event', event: 'b', title: 'New', place: null, note: 'n' }],
    });
    expect(edited).toEqual({ ...b, title: 'New', place: null });
  });
  test('ignores edits of events that are gone', () =>
    expect(ids([{ kind: 'event', event: 'x', dismissed: true }])).toEqual(['a', 'b']));
  test('does not modify the list it is given', () => {
    const events = Object.freeze([b, a]);
    expect(currentEvents({ events, edits: [] }).map((e) => e.id)).toEqual(['a', 'b']);
  });
});
