import type { TextSpan } from '../../model/document.ts';
import { lineTime } from './lineTimes.ts';
import type { Said } from './pattern.ts';
import type { Tokens } from './tokens.ts';

/** A number behind a word that leads to a time of day: at, by, from, until, between, before, after, about. */
const LED = /(?<=[@tWZbcx&~-])[nYf]/g;
/** Four digits as ships and aircraft write them, 0642, or two and two with a full stop, 22.45. */
const WATCH = /^([01]\d|2[0-3])([0-5]\d)$/;
const DOTTED = /^([01]?\d|2[0-3])\.([0-5]\d)$/;
/** The clause ends or goes on behind it: nothing is counted by the number. */
const ENDS =
  /^(?:\s*[,.;:)](?!\d)|\s+(?:the|a|an|on|in|he|she|it|they|we|I|his|her|its|their|and|but|when|all|local|GMT|UTC|BST|CET|EST|\p{Lu})(?![\p{L}\d])|\s+\p{Lu}\p{Ll}|\s*[–-]\s*[012]\d|\s*$)/u;
/** What has a price or a rate at such a number. */
const PRICED =
  /\b(?:clos|trad|end|open|settl|st[oa]nd|stood|valu|pric|set|finish|rat|quot|sell|sold|bought|buy|stock|share|index|score|averag|level)\p{Ll}*(?: \p{Ll}+){0,2} (?:at|about|by)\s+$/u;
/** Characters before a time in which a price shows. */
const AROUND = 40;

/**
 * Times of day without a colon: "at 0642", "By 0830", "between 0615 and 0630", "at 22.45". Four digits that do not begin
 * with 0 are one only behind "at", where no year stands; digits with a full stop only behind at, by and until.
 */
export function watchTimes(text: string, tokens: Tokens): (TextSpan & { said: Said })[] {
  const { tags, starts, ends } = tokens;
  const opening = lineTime(text, tokens);
  const times = opening ? [opening] : [];
  for (const { index } of tags.matchAll(LED)) {
    const [start, end] = [starts[index]!, ends[index]!];
    if (end - start > 5) continue;
    const words = text.slice(start, end);
    const [lead, tag] = [text.slice(starts[index - 1]!, ends[index - 1]!).toLowerCase(), tags[index]!];
    const match = (tag === 'f' ? DOTTED : WATCH).exec(words);
    if (match && tag !== 'f' && ZONE.test(text.slice(end, end + 6))) {
      times.push(timeOf(start, end, match));
      continue;
    }
    if (!match || !ENDS.test(text.slice(end, end + 12))) continue;
    if (
      tag === 'f' &&
      (!/^(?:at|by|until)$/.test(lead) || PRICED.test(text.slice(Math.max(0, start - AROUND), start)))
    )
      continue;
    // No year stands behind "at", but a house does.
    if (
      tag !== 'f' &&
      !words.startsWith('0') &&
      (lead !== 'at' || /^\s+\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3)))
    )
      continue;
    // "0 to 0630": the other end of a stretch is a time as well.
    if (/^[&~-]$/.test(tags[index - 1]!) && times.at(-1)?.end !== ends[index - 2]) continue;
    times.push(timeOf(start, end, match));
  }
  return times;
}

const timeOf = (start: number, end: number, match: RegExpExecArray): TextSpan & { said: Said } => ({
  start,
  end,
  said: { type: 'TIME', clock: Number(match[1]) * 60 + Number(match[2]) },
});

/** "by 1015 GMT": no year has a zone. */
const ZONE = /^ (?:GMT|UTC|BST|CES?T|E[SD]T|P[SD]T|JST|IST|local)\b/;
