import type { TextSpan } from '../../model/document.ts';
import { remembered } from '../memo.ts';
import type { Tense } from './resolve.ts';

/** A finite verb that looks ahead. */
const AHEAD =
  /\b(?:will|shall|won['’]t|plans? to|planned for|planning to|scheduled|expects? to|expected|due (?:to|on|in|for|back)|set (?:to|for)|going to|slated|looks? forward to|looking forward to|intends? to|hopes? to|to be held|is to|are to|would|may|can|could|deadline|upcoming|(?<!\b(?:was|were|been|be|stood|kept|remained|lay|broke|wide|the|an|a) )(?:begins?|starts?|opens?)|(?:closes|expires|sails|departs|arrives|returns|meets)(?= )|takes place)\b/i;
/** What is still to come on the day of speaking itself, in a history too. */
const PLANNED =
  /\b(?:will|shall|won['’]t|must(?! have)|(?:is|are) (?:scheduled|expected|due|set|slated|planned|payable|to)|plans? to|expects? to|intends? to|hopes? to)\b/i;
const BEHIND =
  /\b(?:was|were|had|has been|have been|did|said|told|came|went|took|began|made|met|became|held|left|sent|gave|won|lost|saw|fell|rose|led|found|got|wrote|spoke|stood|sat|sank|ran|grew|kept|brought|built|bought|paid|lay|rose|flew|drove|drew|fought|broke|chose|sold|spent|felt|heard|knew|put|rode|sang|slept|swam|taught|thought|threw|understood|withdrew|overthrew|hit|struck|sought|bore|woke|wore|burnt|dealt|shot|shook|swore|died|\p{Ll}{3,}ed)\b/u;
/** The verb right before a date decides alone: "said Friday", "announced on Monday". */
const SAID_BEFORE =
  /\b(?:said|told|announced|reported|wrote|declared|\p{Ll}{2,}ed|began|met|held|came|went|took|left|sent|gave|spoke|released|in \p{Lu}\p{L}+)(?:\s+(?:\p{L}+\s+){0,2}?)(?:on\s+|late\s+|early\s+|in\s+|by\s+)?$/u;

/** The same without nouns and without verbs in the present: "the deadline passed on Friday" looks back. */
const AHEAD_VERB =
  /\b(?:will|shall|won['’]t|plans? to|planned for|planning to|scheduled|expects? to|expected|due (?:to|on|in|for|back)|set (?:to|for)|going to|slated|intends? to|hopes? to|to be|is to|are to|would|may|can|could|must(?! have))\b/iu;
/** What comes to its end on a day that is named behind it. */
const UNTIL = /\b(?:until|till)(?: the| \p{Ll}+ of)?\s+$/iu;
/** Who does so, or to whom it is done, is bound until a day that lies ahead: adjourned until Monday, banned until June. */
const BINDS =
  /\b(?:adjourn|postpon|delay|defer|put off|extend|suspend|remand|ban(?=ned)|order|clos|cancel|gave|given|give|had|has|have|(?:was|were|is|are|been|be) (?:\p{Ll}+ )?\p{Ll}{2,}(?:ed|n) )(?:\p{Ll}*)\b/iu;
/** Resolved to raise it, agreed to meet, wants to go: what they mean to do. */
const MEANT =
  /\b(?:resolved|agreed|decided|voted|promised|vowed|intend(?:s|ed)?|hop(?:e|es|ed)|want(?:s|ed)?|pledged|wish(?:es)?|invited|asked|told|ordered|urged)\b[^.]{0,40}? to \p{Ll}{2,}[^.]*$/iu;
/** to meet on */
const TO_DO = /\bto \p{Ll}{2,}(?: (?:on|in|by))?(?: the)?\s+$/u;
/** We're leaving on Monday; her flight is on Friday. */
const ARRANGED =
  /\b(?:(?:I['’]m|(?:we|you|they)['’]re|(?:s?he)['’]s|am) \p{Ll}+ing\b.*|(?<!\b(?:it|this|that|today) )(?:is|are) (?:on|in) (?:the )?)$/iu;
/** What was once ahead may have passed by now: first set for, originally planned for. */
const ONCE_AHEAD =
  /\b(?:first|originally|initially|previously|had been) (?:set|scheduled|planned|due|expected|slated)\b/i;
/** starting on, effective from */
const ONSET = /\b(?:starting|beginning|effective|commencing|as of|as from|from)(?: on| from)?(?: the)?\s+$/i;
/** Who does so settles what is to be. */
const RESOLVED =
  /\b(?:announc|order|impos|approv|adopt|agree|decid|declar|call|vot|scrapp|suspend|ban(?=n)|cancell|schedul|plann|promis|extend|propos|ban(?=ning))\p{Ll}*(?:ed|ing)\b/iu;

/** Words before "Friday's vote" that look forward to it. */
const TOWARDS = /\b(?:ahead of|before|for|until|till|by|to|towards|at|upcoming)(?: the| a| this)?\s+$/i;
/** A limit that no past verb stands before lies ahead: we hear from them by Friday. */
const LIMIT = /\b(?:by|until|no later than|before)(?: the)?\s+$/i;
/** A headline's verb, not "according to" and its kind. */
const INFINITIVE =
  /^(?:(?!\b(?:[Aa]ccording|[Dd]ue|[Tt]hanks|[Pp]rior|[Cc]lose|[Nn]ext|up|back|from)\b)[\p{L}\d ’'-])+ to \p{Ll}{3,}/u;

/**
 * Whether the clause around a date looks ahead or back. A clause ends at a mark, at a saying verb's content and at a
 * conjunction.
 * @param sentence the sentence that holds the date. @param at where the date's words stand.
 */
export function tenseAround(text: string, sentence: TextSpan, at: TextSpan): Tense {
  const from = Math.max(sentence.start, at.start - 160);
  const to = Math.min(sentence.end, at.end + 100);
  const opens = from === sentence.start ? OPENING : '';
  return tenseBetween(`${opens}${text.slice(from, at.start)}${GAP}${text.slice(at.end, to)}`);
}

const BESIDE = /\b(?:before|after)(?: the)?\s+$/;
/** A past form with a capital, and no name that ends like one. */
const OPENS_PAST =
  /^(?!(?:Alf|F|Wilf|Manf|Winif|Jar|Ahm|Hamm?|Moham+|Kha?l|Sa)e?r?ed\b)(?:Left|Went|Came|Took|Made|Met|Saw|Found|Got|Wrote|Ran|Gave|Sent|Built|Bought|Sold|Began|Held|Lost|Won|\p{Lu}\p{Ll}{2,}ed)\s\p{Ll}/u;

/** Stand for the date, and for the start of the sentence: no text has them. */
const [GAP, OPENING] = ['\u0001', '\u0002'];
/** Characters before a date in which its preposition stands, with a word or two between. */
const NEAR = 60;
/** Around the dates of a table or a log stand the same words again and again. */
const MOST_KEPT = 500;

/** The tense of the words before and behind a date. */
const tenseBetween = remembered((words): Tense => {
  const whole = words.startsWith(OPENING);
  const gap = words.lastIndexOf(GAP);
  const before = words.slice(whole ? 1 : 0, gap);
  const after = words.slice(gap + 1);
  // "is to open again before Christmas": the preposition of the date opens no clause.
  const opening = lastClause(before.replace(BESIDE, '').replace(AS_WHAT, 'for '));
  // "Left here on the 20th": a verb may open its sentence.
  const left = unnamed(
    whole && before.startsWith(opening) && OPENS_PAST.test(opening)
      ? opening.charAt(0).toLowerCase() + opening.slice(1)
      : opening,
  );
  const right = unnamed(firstClause(after));
  // Wednesday's ruling has been made, Friday's match will be.
  if (/^['’]s\b/.test(after)) {
    return TOWARDS.test(before) || PLANNED.test(right) || AHEAD_VERB.test(right) ? 'future' : 'past';
  }
  // What stands right before the date is sought in as many letters as it can have.
  const near = before.slice(-NEAR);
  const until = UNTIL.test(near);
  if (/\bsince(?: the)?\s+$/i.test(near)) return 'past';
  if (ARRANGED.test(left)) return 'future';
  // It rained until Sunday, and they are banned until then.
  if (until && !AHEAD_VERB.test(left) && BEHIND.test(left) && !BINDS.test(lastVerb(left))) return 'past';
  // They imposed a ban starting on 31 August: what was resolved is still to come.
  if (ONSET.test(near) && RESOLVED.test(before)) return 'future';
  if (until) return PLANNED.test(left) ? 'plan' : 'future';
  if (left.includes(' to ') && MEANT.test(left) && (TO_DO.test(before) || !SAID_BEFORE.test(before)))
    return 'future';
  if (FIXED.test(left) && !BEHIND.test(left)) return 'future';
  if (SAID_BEFORE.test(before))
    return AHEAD_VERB.test(left) && !/\b(?:said|told|announced|reported)\b[^,]*$/.test(before)
      ? PLANNED.test(left)
        ? 'plan'
        : 'future'
      : 'past';
  if (ONCE_AHEAD.test(left)) return 'none';
  if (PLANNED.test(left)) return 'plan';
  if (AHEAD.test(left)) return 'future';
  if (BEHIND.test(left)) return 'past';
  if (LIMIT.test(before) && !BEHIND.test(right) && !BEHIND.test(lastClause(before.replace(LIMIT, ''))))
    return 'future';
  // A headline's infinitive: Harbour to close on Friday.
  if (whole && before.length === left.length && INFINITIVE.test(left)) return 'future';
  if (PLANNED.test(right)) return 'plan';
  if (AHEAD.test(right)) return 'future';
  // On Monday I'm leaving.
  if (/^,?\s*(?:I['’]m|(?:we|you|they)['’]re|s?he['’]s) \p{Ll}+ing\b/iu.test(right)) return 'future';
  // On Saturday we go on.
  if (/^,?\s*(?:we|i|you|they)\s+\p{Ll}/iu.test(right) && !BEHIND.test(right)) return 'future';
  if (BEHIND.test(right)) return 'past';
  return 'none';
}, MOST_KEPT);

/** What has its day is told in the present: ministers from thirty countries gather on Sunday, the club hosts York on Friday. */
const FIXED =
  /(?:\b(?!does|has|was|is|this|its|his)\p{L}\p{Ll}+s\b(?: (?:from|of|in|for|and) (?:\p{L}+ ){1,5})? ?\b(?:gather|meet|vote|travel|fly|return|convene|assemble|open|begin|start|resume|decide|depart|arrive|leave|strike|play|sit)|\b(?:gathers|votes|travels|flies|convenes|assembles|resumes|decides|plays|hosts|leaves|sits|takes effect))\b(?! up\b)[^.]{0,60}$/u;

/** What stands behind the last "and": it was closed on 1 May and [stayed shut until]. */
const lastVerb = (words: string): string => words.split(/\b(?:and|but|then|or)\b/).at(-1) ?? '';

/** "May" and "Will" within a sentence are people, and May a month: no verb that looks ahead. */
const unnamed = (words: string): string => words.replace(/(?<=[\p{L},]\s)(?:May|Will)\b/gu, '…');

/** Whether a text tells something as past. */
export const looksBack = (text: string): boolean => BEHIND.test(text);

const CUT =
  /[,;:—"“”()–]|\b(?:that|which|who|after|before|when|while|but|because|as|where|although|since)\b/gi;
/** "as chief officer on": no clause begins there. */
const AS_WHAT =
  /\bas (?=\p{Ll}+ (?:\p{Ll}+ ){0,3}(?:on|in|from|by|until)\s*$)(?!(?:he|she|it|they|we|the|a|an|his|her|its|their|this|that) )/u;

const MARKS = ',;:—"“”()–';

function lastClause(words: string): string {
  // Backwards, so that one pass is enough.
  let from = words.length;
  while (from > 0 && !MARKS.includes(words[from - 1]!)) from--;
  return words.slice(from).split(CUT).at(-1) ?? '';
}
function firstClause(words: string): string {
  const cut = words.search(CUT);
  return cut < 0 ? words : words.slice(0, cut);
}
