import { describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/model/event.ts';
import { when } from '../../src/model/when.ts';
import { toReview } from '../../src/state/review.ts';
import { eventOf } from '../model/events.ts';

const doubtful = (id: string, confidence: number, rest: Partial<TimelineEvent> = {}): TimelineEvent =>
  eventOf(id, '1951-03-02', { confidence, ...rest });

const NONE = new Map<string, never>();
const ids = (events: readonly TimelineEvent[], done: readonly string[] = [], twins = NONE): string[] =>
  toReview(events, twins, (id) => done.includes(id)).map((waiting) => waiting.event.id);

describe('the queue of what wants a look', () => {
  test('begins with what is most doubtful', () => {
    expect(ids([doubtful('fair', 0.7), doubtful('bad', 0.4), doubtful('good', 0.95)])).toEqual([
      'bad',
      'fair',
    ]);
  });

  test('keeps the order of time among equals', () => {
    expect(ids([doubtful('first', 0.5), doubtful('second', 0.5)])).toEqual(['first', 'second']);
  });

  test('has those with two dates before those that are merely unsure', () => {
    const disputed = doubtful('disputed', 0.7, {
      time: when('1951-03-02', 'explicit', undefined, [
        { edtf: '1951-03-03', reason: 'another paper says so' },
      ]),
    });
    expect(ids([doubtful('unsure', 0.6), disputed])).toEqual(['disputed', 'unsure']);
  });

  test('says why, all of it', () => {
    const twins = new Map([['a', [{ event: 'b', likeness: 0.9 }]]]);
    const undated = doubtful('a', 0.5, { time: when('1951', 'inferred') });
    expect(toReview([undated], twins, () => false)).toEqual([
      { event: undated, reasons: ['unsure', 'twin', 'undated'], twins: [{ event: 'b', likeness: 0.9 }] },
    ]);
  });

  test('leaves out what somebody has looked at', () => {
    expect(ids([doubtful('a', 0.5), doubtful('b', 0.5)], ['a'])).toEqual(['b']);
  });
});
