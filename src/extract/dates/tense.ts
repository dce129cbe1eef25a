import type { TextSpan } from '../../model/document.ts';
import type { Tense } from './resolve.ts';

/** A finite verb that looks ahead. */
const AHEAD =
  /\b(?:will|shall|won['’]t|plans? to|planned for|planning to|scheduled|expects? to|expected|due (?:to|on|in|for|back)|set (?:to|for)|going to|slated|intends? to|hopes? to|to be held|is to|are to|would|may|can|could|until|deadline|upcoming|begins?|starts?|opens?|takes place)\b/i;
/** What is still to come on the day of speaking itself, in a history too. */
const PLANNED =
  /\b(?:will|shall|won['’]t|(?:is|are) (?:scheduled|expected|due|set|slated|planned|to)|plans? to|expects? to|intends? to|hopes? to)\b/i;
const BEHIND =
  /\b(?:was|were|had|has been|have been|did|said|told|came|went|took|began|made|met|became|held|left|sent|gave|won|lost|saw|fell|rose|led|found|got|wrote|spoke|stood|sat|sank|ran|grew|kept|brought|built|bought|paid|lay|rose|flew|drove|drew|fought|broke|chose|sold|spent|felt|heard|knew|put|rode|sang|slept|swam|taught|thought|threw|understood|withdrew|overthrew|hit|struck|sought|bore|woke|wore|burnt|dealt|shot|sent|shook|swore|\p{Ll}{3,}ed)\b/u;
/** The verb right before a date decides alone: "said Friday", "announced on Monday". */
const SAID_BEFORE =
  /\b(?:said|told|announced|reported|wrote|declared|\p{Ll}{2,}ed|began|met|held|came|went|took|left|sent|gave|spoke|released|in \p{Lu}\p{L}+)(?:\s+(?:\p{L}+\s+){0,2}?)(?:on\s+|late\s+|early\s+|in\s+|by\s+)?$/u;

/**
 * Whether the clause around a date looks ahead or back. A clause ends at a mark, at a saying verb's content and at a
 * conjunction.
 * @param sentence the sentence that holds the date. @param at where the date's words stand.
 */
export function tenseAround(text: string, sentence: TextSpan, at: TextSpan): Tense {
  const before = text.slice(Math.max(sentence.start, at.start - 160), at.start);
  const after = text.slice(at.end, Math.min(sentence.end, at.end + 100));
  if (SAID_BEFORE.test(before))
    return AHEAD.test(lastClause(before)) && !/\b(?:said|told|announced|reported)\b[^,]*$/.test(before)
      ? 'future'
      : 'past';
  const left = lastClause(before);
  const right = firstClause(after);
  if (PLANNED.test(left)) return 'plan';
  if (AHEAD.test(left)) return 'future';
  if (BEHIND.test(left)) return 'past';
  // A headline's infinitive: Harbour to close on Friday.
  if (/\bto \p{Ll}{3,}/u.test(left)) return 'future';
  if (PLANNED.test(right)) return 'plan';
  if (AHEAD.test(right)) return 'future';
  if (BEHIND.test(right)) return 'past';
  return 'none';
}

/** Whether a text tells something as past. */
export const looksBack = (text: string): boolean => BEHIND.test(text);

const CUT =
  /[,;:—"“”()–]|\b(?:that|which|who|after|before|when|while|but|because|as|where|although|since)\b/gi;

const lastClause = (words: string) =>
  words
    .slice(words.search(/(?:[^,;:—"“”()–]*)$/))
    .split(CUT)
    .at(-1) ?? '';
const firstClause = (words: string) => words.split(CUT)[0] ?? '';
