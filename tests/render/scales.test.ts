import { expect, test } from 'vitest';
import { inMillimetres, pageOf, tooManyPixels } from '../../src/render/scales.ts';

test('a page is as large as the picture or its paper, and no larger than readers show', () => {
  expect(pageOf({ width: 1280, height: 800 })).toEqual({ width: 960, height: 600, shrunk: 1 });
  expect(inMillimetres(pageOf({ width: 1280, height: 800 }))).toEqual({ width: 339, height: 212 });
  const paper = pageOf({ width: 1123, height: 794 }, { width: 297, height: 210 });
  expect(inMillimetres(paper)).toEqual({ width: 297, height: 210 });
  const long = pageOf({ width: 1600, height: 38_400 });
  expect(long).toEqual({ width: 600, height: 14_400, shrunk: 0.5 });
  expect(inMillimetres(long)).toEqual({ width: 212, height: 5080 });
});

test('a picture of too many pixels is a sentence', () => {
  expect(tooManyPixels(10_000, 10_000, 1)).toBeNull();
  expect(tooManyPixels(10_000, 10_000, 2)).toMatch(/^found 400 million pixels, expected 100 million at most/);
});
