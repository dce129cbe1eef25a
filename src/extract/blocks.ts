import type { Document, Part } from '../model/document.ts';
import { markdownPieces } from './blocks/markdown.ts';
import { markedPieces } from './blocks/marked.ts';
import { plainPieces } from './blocks/plain.ts';
import type { Block } from './reading.ts';
import { splitSentences } from './sentences.ts';

/**
 * Cuts a document into headings, paragraphs, items, captions, notes and page furniture.
 *
 * A block begins after the mark that makes it one (`## `, `- `, `12. `, `> `), so that what is read is the text's own
 * words. Headings: 1 is the title, 2 a section or a dated heading, 3 and deeper an item within. Front matter, code,
 * rules and markup lines are in no block. Line ends within a block mean nothing.
 * O(length of `text`).
 * @param text the document's own text; every offset is a UTF-16 unit of it.
 * @param parts the blocks that the file itself marks, where it does; they win over what the text looks like.
 * @returns in order of the text, not overlapping; empty for a text of white space.
 */
export function findBlocks(text: string, format: Document['format'], parts?: readonly Part[]): Block[] {
  const pieces = parts
    ? markedPieces(text, parts)
    : format === 'markdown'
      ? markdownPieces(text)
      : plainPieces(text);
  const blocks: Block[] = [];
  // Headings that are still open, outermost first: levels rise.
  const open: { level: number; index: number }[] = [];
  for (const { start, end, kind, level } of pieces) {
    if (kind === 'heading') while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const heading = open.at(-1)?.index ?? -1;
    if (kind === 'heading') open.push({ level, index: blocks.length });
    blocks.push({ start, end, kind, level, heading, sentences: splitSentences(text, start, end) });
  }
  return blocks;
}
