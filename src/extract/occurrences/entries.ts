import type { BlockAnchor, DatedMention, Reading } from '../reading.ts';

/** Characters beside the date in a heading that is a date: a weekday, a colon, the signs of a heading. */
const LEFT_BESIDE_DATE = 12;

/**
 * The anchors of a reading's blocks; where a block has none but its heading is a date and nothing else, that date. The
 * year of such a heading may only be known from the story ("Log of 1956", then "Monday 4 June").
 */
export function anchorsWithEntries(reading: Reading): readonly (BlockAnchor | null)[] {
  const dates = new Map<number, DatedMention>();
  for (const mention of reading.mentions) {
    const block = reading.blocks[mention.block];
    if (block?.kind !== 'heading' || mention.edtf === null || dates.has(mention.block)) continue;
    const length = (mention.range ?? mention).end - mention.start;
    if (block.end - block.start - length <= LEFT_BESIDE_DATE) dates.set(mention.block, mention);
  }
  return reading.blocks.map((block, b) => {
    const known = reading.anchors[b];
    const date = dates.get(block.heading);
    if (known || !date) return known ?? null;
    const { edtf, precision } = date.range ?? date;
    if (edtf === null || precision === null) return null;
    const { start, end, text, how } = date;
    return { edtf, precision, mention: { start, end, text }, kind: 'heading', how };
  });
}

/**
 * Whether a block is an entry of a log, diary or chronology: it opens with its date, or the heading above it is a date
 * and nothing else. What an entry tells happened then, sentence by sentence, in the past or in the present.
 */
export function isEntry(reading: Reading, b: number): boolean {
  const { blocks, anchors } = reading;
  // One line that is a date, and the document's own, is the day of an article and not the first of a log's.
  if (entriesIn(reading) < 2 && anchors[b]?.edtf === reading.document.date?.edtf) return false;
  const heading = blocks[blocks[b]?.heading ?? -1];
  const anchor = anchors[b];
  if (anchor?.kind !== 'heading') return false;
  // "3rd. Forty new cases came in.": the block opens with its own day.
  const own = blocks[b];
  if (own && anchor.mention.start >= own.start && anchor.mention.end <= own.end) return true;
  if (!heading) return false;
  const rest = heading.end - heading.start - (anchor.mention.end - anchor.mention.start);
  return (
    anchor.mention.start >= heading.start && anchor.mention.end <= heading.end && rest <= LEFT_BESIDE_DATE
  );
}

const entries = new WeakMap<Reading, number>();

/** How many headings of a document are a date and nothing else. */
function entriesIn(reading: Reading): number {
  const known = entries.get(reading);
  if (known !== undefined) return known;
  const dated = new Set<number>();
  reading.blocks.forEach(({ kind, heading }, b) => {
    const anchor = reading.anchors[b];
    const block = reading.blocks[heading];
    if (kind === 'heading' || !anchor || !block || anchor.kind !== 'heading') return;
    if (block.end - block.start - (anchor.mention.end - anchor.mention.start) <= LEFT_BESIDE_DATE)
      dated.add(heading);
  });
  entries.set(reading, dated.size);
  return dated.size;
}
