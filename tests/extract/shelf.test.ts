import { expect, test } from 'vitest';
import { forgetTokens, tokensOf } from '../../src/extract/language.ts';
import { splitSentences } from '../../src/extract/sentences.ts';

const STORY =
  "Mr Vos’s ferry didn't leave Aldmouth on 3 May 1911. The harbour-master, 62, blamed the U.S. boiler: it had cost $1.5 million! “Nobody here mended it”, he said. ";

test('gives the same tokens of a long text however often they are asked for, and whatever was asked between', () => {
  // Many more tokens than are held as objects.
  const text = STORY.repeat(1600);
  const sentences = splitSentences(text, 0, text.length);
  const first = sentences.map(({ start, end }) => structuredClone(tokensOf(text, start, end)));
  expect(first.flat().length).toBeGreaterThan(45_000);
  const again = sentences.map(({ start, end }) => tokensOf(text, start, end));
  expect(again).toEqual(first);
  for (const i of [0, 3000, 7, 4700, 0]) {
    const { start, end } = sentences[i]!;
    expect(tokensOf(text, start, end)).toEqual(first[i]);
  }
  forgetTokens();
  const { start, end } = sentences[3]!;
  expect(tokensOf(text, start, end)).toEqual(first[3]);
});
