import type { Reading } from '../reading.ts';

/**
 * Who published the item whose headline is block `b`: the name in brackets at the head of its first paragraph, as in
 * "(Northern Wire) — …" or "OSLO (Northern Wire) — …". Empty where none stands there.
 */
export function publisherOf({ blocks, words }: Reading, b: number): string {
  for (let next = b + 1; next < Math.min(blocks.length, b + REACH); next++) {
    const block = blocks[next];
    if (!block || (block.kind === 'heading' && next > b + 1 && block.level <= (blocks[b]?.level ?? 0))) break;
    if (block.kind !== 'paragraph') continue;
    return CREDIT.exec(words.slice(block.start, block.start + WIDTH))?.[1]?.trim() ?? '';
  }
  return '';
}

/** Blocks behind a headline that may stand before its text: subtitles, the writer's name. */
const REACH = 5;
/** Characters in which a credit stands. */
const WIDTH = 90;

const CREDIT = /^(?:\p{Lu}[\p{Lu}., ]{2,40} ?)?\((?=\p{Lu})([\p{L}&.’' -]{2,40})\)/u;
