import type { Document } from '../model/document.ts';
import { readDocument } from './read.ts';
import type { DatedMention, Reading, TimexType } from './reading.ts';

/** A date expression with its TIMEX3 attributes and what it is read against. */
export interface AnchoredTimex {
  readonly start: number;
  readonly end: number;
  readonly type: TimexType;
  readonly value: string;
  readonly mod: string | null;
  /** Index of the expression it is read against; `document` for the document's own date; null: none, or not known. */
  readonly anchor: number | 'document' | null;
}

/**
 * The date expressions of a document as TIMEX3 has them, sorted by start, not overlapping. A date that a person gave the
 * document counts as it does in extraction.
 */
export function timexesOf(document: Document): AnchoredTimex[] {
  const given = document.date?.origin === 'given' ? document.date.edtf : undefined;
  const reading = readDocument(document, given === undefined ? {} : { date: given });
  return reading.mentions.map((mention, i) => ({
    start: mention.start,
    end: mention.end,
    type: mention.type,
    value: mention.value,
    mod: mention.mod,
    anchor: anchorOf(mention, i, reading),
  }));
}

/** What is said of the way to a date: its own words, then what they were counted from. */
const DOCUMENT = /^the document's (?:inferred )?date$|^\d{4} from the document's (?:inferred )?date$/;

function anchorOf(
  { route, how, block, text }: DatedMention,
  i: number,
  { mentions, anchors, document }: Reading,
): AnchoredTimex['anchor'] {
  if (route !== 'relative') return null;
  const [, from] = how.split(' → ');
  if (from === undefined) return null;
  if (DOCUMENT.test(from)) return document.date ? 'document' : null;
  if (from.startsWith('heading ')) {
    const heading = anchors[block]?.mention;
    const found = heading
      ? mentions.findIndex(({ start, end }) => start < heading.end && end > heading.start)
      : -1;
    return found >= 0 && found !== i ? found : null;
  }
  // The nearest before it that has these words; what is read against itself is no anchor.
  for (let j = i - 1; j >= 0; j--) {
    const other = mentions[j]!;
    if (other.text === from && other.text !== text) return j;
  }
  return null;
}
