import type { Block, Reading } from '../reading.ts';

/**
 * Who published the item whose headline is block `b`: the name in brackets at the head of one of its first paragraphs, as
 * in "(Northern Wire) — …" or "OSLO (Northern Wire) — …", or its letters before a dash. Empty where none stands there.
 */
export function publisherOf({ blocks, words }: Reading, b: number): string {
  for (let next = b + 1; next < Math.min(blocks.length, b + REACH); next++) {
    const block = blocks[next];
    const above = blocks[next - 1];
    const gap = words.slice(above?.end, block?.start);
    if (!block || beginsItem(block, blocks[b], above?.kind === 'heading' && !/\n\s*\n/.test(gap))) break;
    if (block.kind !== 'paragraph') continue;
    const head = words.slice(block.start, block.start + WIDTH);
    const credit = CREDIT.exec(head) ?? LETTERS.exec(head);
    if (credit) return credit[1]?.trim() ?? '';
  }
  return '';
}

/** Another headline; a line right below one is its subtitle. */
const beginsItem = (block: Block, headline: Block | undefined, below: boolean): boolean =>
  block.kind === 'heading' && !below && block.level <= (headline?.level ?? 0);

/** Blocks behind a headline that may stand before the credit: subtitles, the writer's name. */
const REACH = 6;
/** Characters in which a credit stands. */
const WIDTH = 90;

const CREDIT = /^(?:\p{Lu}[\p{Lu}., ]{2,40} ?)?\((?=\p{Lu})([\p{L}&.’' -]{2,40})\)/u;
/** "NWR — The talks": letters that no town is called by. */
const LETTERS = /^(\p{Lu}{3}|[B-DF-HJ-NP-TV-XZ]{4,5}) ?[—–] ?(?=\p{Lu})/u;
