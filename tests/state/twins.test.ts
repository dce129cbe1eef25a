import { describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/model/event.ts';
import { twinsAmong } from '../../src/state/twins.ts';
import { eventOf } from '../model/events.ts';

const told = (id: string, edtf: string, title: string, rest: Partial<TimelineEvent> = {}): TimelineEvent =>
  eventOf(id, edtf, { title, ...rest });

/** What pads a list, so that rare words are rare. */
const SUBJECTS = 'quotas dredging lamps wages coal salt ropes pilots tolls cranes buoys ice'.split(' ');
const others = SUBJECTS.map((subject, i) =>
  told(subject, `${1960 + i}`, `Harbour board meets about ${subject}`),
);

/** Pairs by id, each once. */
const pairs = (events: readonly TimelineEvent[]): string[] =>
  [...twinsAmong([...events].sort((a, b) => a.time.start - b.time.start))]
    .flatMap(([id, twins]) => twins.map((twin) => [id, twin.event].sort().join(' ')))
    .filter((pair, i, all) => all.indexOf(pair) === i);

describe('events that may be one', () => {
  test('are told in like words at the same time', () => {
    const two = [
      told('a', '1951-03-02', 'Breakwater at Norrby collapses in a storm'),
      told('b', '1951-03', 'Storm: Norrby breakwater collapsed'),
    ];
    expect(pairs([...others, ...two])).toEqual(['a b']);
  });

  test('may be a day apart, and no more', () => {
    const at = (day: string) => told(day, day, 'Norrby ferry strikes the pier');
    expect(pairs([...others, at('1951-03-02'), at('1951-03-03')])).toEqual(['1951-03-02 1951-03-03']);
    expect(pairs([...others, at('1951-03-02'), at('1951-03-05')])).toEqual([]);
  });

  test('are not all that has the words which everything has', () => {
    expect(pairs([...others, told('a', '1960', 'Harbour board meets about lights')])).toEqual([]);
  });

  test('are not what happened on a day and something within the same decade', () => {
    const two = [
      told('a', '1951-03-02', 'Breakwater at Norrby collapses'),
      told('b', '195X', 'Breakwater at Norrby collapses'),
    ];
    expect(pairs([...others, ...two])).toEqual([]);
  });

  test('come likest first, each naming the other', () => {
    const three = [
      told('a', '1951-03-02', 'Breakwater at Norrby collapses in a storm'),
      told('b', '1951-03-02', 'Breakwater at Norrby collapses in a storm'),
      told('c', '1951-03-02', 'Norrby breakwater collapses, mayor resigns'),
    ];
    const twins = twinsAmong([...others, ...three].sort((a, b) => a.time.start - b.time.start));
    expect(twins.get('a')?.map((twin) => twin.event)).toEqual(['b', 'c']);
    expect(
      twins
        .get('c')
        ?.map((twin) => twin.event)
        .sort(),
    ).toEqual(['a', 'b']);
    expect(twins.get('a')?.[0]?.likeness).toBeCloseTo(1);
  });
});
