import { describe, expect, test } from 'vitest';
import { readJson, writeJson } from '../../src/formats/json.ts';
import { smallCollection } from '../model/events.ts';

describe('JSON', () => {
  test('reads back what it wrote', () => {
    const collection = smallCollection();
    expect(readJson(writeJson(collection))).toEqual({ collection, problems: [] });
  });
  test('ends with a newline and is indented', () =>
    expect(writeJson(smallCollection())).toMatch(/^\{\n {2}"dateline": 2,.*\}\n$/s));
  test('answers a broken file with problems', () => {
    const { collection, problems } = readJson(
      writeJson(smallCollection()).replace('1921-03-03', '1921-33-03'),
    );
    expect(collection).toBeUndefined();
    expect(problems[0]?.at).toBe('events[0].time.edtf');
  });
});
