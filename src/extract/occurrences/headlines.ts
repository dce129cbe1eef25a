import { tokensOf } from '../language.ts';
import type { Reading } from '../reading.ts';
import { type Occurrence, timeFrom } from './occurrence.ts';

/** Words that a headline has at least; less is a title of a section. */
const HEADLINE_WORDS = 4;

/** A heading below a dated heading is the headline of an item that appeared on that date. */
export function headlineOf(reading: Reading, b: number): Occurrence[] {
  const block = reading.blocks[b];
  const anchor = reading.anchors[b];
  const above = reading.blocks[b - 1];
  if (!block || !anchor || anchor.kind !== 'heading' || block.level < 3) return [];
  if (anchor.mention.start >= block.start && anchor.mention.end <= block.end) return [];
  // A second line right below is the item's subtitle.
  if (above?.kind === 'heading' && above.level >= block.level) return [];
  const tokens = tokensOf(reading.words, block.start, block.end);
  if (tokens.filter((t) => t.pos !== 'PUNCT').length < HEADLINE_WORDS) return [];
  return [
    {
      kind: 'headline',
      block: b,
      sentence: 0,
      passage: { start: block.start, end: block.end },
      tokens,
      core: [0, tokens.length - 1],
      parse: { clauses: [], owner: tokens.map(() => -1) },
      clause: null,
      head: 'headline',
      time: timeFrom(anchor.edtf, 'heading', anchor.precision),
      mention: {
        start: anchor.mention.start,
        end: anchor.mention.end,
        text: anchor.mention.text,
        how: anchor.how,
      },
      dated: [],
      timed: [],
      status: 'happened',
      evidence: 0.6,
      elaborates: null,
    },
  ];
}
