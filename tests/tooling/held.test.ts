import { describe, expect, test } from 'vitest';
import { excess } from '../../src/tooling/held.mjs';

const before = {
  heap: 9_000_000,
  compiled: 1_000_000,
  nodes: 1500,
  listeners: 250,
  documents: 2,
  workers: 0,
  urls: 0,
};

describe('What a page may hold after hundreds of rounds', () => {
  test('is what it held at first, give or take a tenth, however much was compiled', () => {
    expect(excess(before, before)).toEqual([]);
    const after = { ...before, heap: 9_800_000, nodes: 1600, listeners: 260, compiled: 5_000_000 };
    expect(excess(before, after)).toEqual([]);
  });

  test.each([
    ['heap', 10_000_000],
    ['nodes', 1700],
    ['listeners', 300],
    ['documents', 3],
    ['workers', 1],
    ['urls', 1],
  ] as const)('and not more %s', (part, held) => {
    expect(excess(before, { ...before, [part]: held })).toEqual([
      `${part}: found ${held}, expected about ${before[part]}`,
    ]);
  });
});
