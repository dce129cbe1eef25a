import type { Reading } from '../reading.ts';

/** Lines that open with a date, from which on a document is a chronicle, and their least share of all its text. */
const LEAST = 4;
const SHARE = 0.5;
/** What may stand before the date: a bullet, a bracket. */
const BEFORE = 3;
/** A date and a capital behind it, with no sign between. */
const BARE = /^[ \t]+[“"‘(]?\p{Lu}/u;

const known = new WeakMap<Reading, ReadonlySet<number>>();

/**
 * Blocks that open with their date and tell on without a sign between: "1949 Founded by nine players". One such line is
 * a sentence that begins oddly; where half of a document does so, its dates are a column.
 */
export function chronicleBlocks(reading: Reading): ReadonlySet<number> {
  const cached = known.get(reading);
  if (cached) return cached;
  const { blocks, mentions, words } = reading;
  const opening = new Set<number>();
  const bare = new Set<number>();
  for (const { block, sentence, start, end, range, edtf, type } of mentions) {
    const own = blocks[block];
    if (!own || edtf === null || type !== 'DATE' || sentence !== 0 || start - own.start > BEFORE) continue;
    opening.add(block);
    const after = (range ?? { end }).end;
    if (/\d|\p{Lu}/u.test(words[start] ?? '') && BARE.test(words.slice(after, after + 4))) bare.add(block);
  }
  const texts = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'list').length;
  const enough = bare.size >= LEAST && opening.size >= SHARE * texts;
  const answer: ReadonlySet<number> = enough ? bare : new Set();
  known.set(reading, answer);
  return answer;
}
