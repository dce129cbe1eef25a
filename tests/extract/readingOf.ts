import type { Block, Reading } from '../../src/extract/reading.ts';
import { splitSentences } from '../../src/extract/sentences.ts';

/** A reading of a text without dates: a paragraph for each line that is not empty, a heading where it starts with `#`. */
export function readingOf(text: string): Reading {
  const blocks: Block[] = [];
  for (const line of text.matchAll(/(# )?(\S.*)/g)) {
    const start = line.index + (line[1]?.length ?? 0);
    const end = line.index + line[0].length;
    const heading = line[1] !== undefined;
    blocks.push({
      kind: heading ? 'heading' : 'paragraph',
      level: heading ? 2 : 0,
      heading: -1,
      start,
      end,
      sentences: splitSentences(text, start, end),
    });
  }
  return {
    document: { id: 'a.txt', name: 'a.txt', title: '', text, format: 'text', date: null },
    words: text,
    blocks,
    regimes: blocks.map(() => 'narrative'),
    anchors: blocks.map(() => null),
    mentions: [],
  };
}
