import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNdjson, writeNdjson } from '../../src/formats/ndjson.ts';
import { eventOf } from '../model/events.ts';
import { arbitraryEvents } from './arbitrary.ts';

const a = eventOf('a', '2001');

describe('NDJSON', () => {
  test('writes one event a line', () => {
    expect(writeNdjson([a, eventOf('b', '2002')]).split('\n')).toHaveLength(3);
    expect(writeNdjson([])).toBe('');
  });

  test('reads back what it wrote', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        expect(readNdjson(writeNdjson(events), 'x.ndjson')).toEqual({ events, problems: [] });
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  test('keeps out broken lines, names them, and reads the others', () => {
    const text = `\uFEFF${JSON.stringify(a)}\n\n{"id":\n${JSON.stringify({ ...a, id: 'b', status: 'over' })}\r\n${JSON.stringify(a)}`;
    const { events, problems } = readNdjson(text, 'list.ndjson');
    expect(events).toEqual([a]);
    expect(problems.map((problem) => problem.at)).toEqual([
      'list.ndjson:3',
      'list.ndjson:4',
      'list.ndjson:5',
    ]);
    expect(problems[1]?.message).toBe(
      'list.ndjson:4: status: found "over", expected one of happened, planned, ongoing, hypothetical',
    );
    expect(problems[2]?.message).toMatch(/found the id "a" again, expected it only in line 1/);
  });
});
