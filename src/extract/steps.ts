import { toCivil, toDays } from '../model/days.ts';
import type { TextSpan } from '../model/document.ts';
import type { Found } from './dates/find.ts';
import type { BlockPlace } from './dates/places.ts';
import { type Point, yearOf } from './dates/point.ts';
import { tenseAround } from './dates/tense.ts';
import type { Step } from './dates/walk.ts';
import type { HeadingDate } from './headingDates.ts';
import type { Block } from './reading.ts';

interface StandsAt {
  /** Index of the block, and of the expression in it. */
  readonly i: number;
  readonly nth: number;
  readonly each: Found;
  readonly sentence: TextSpan;
  /** Index of the sentence in its block. */
  readonly at: number;
  readonly utterance: boolean;
  readonly regime: Step['regime'];
}

/** Makes of an expression that was found, by where it stands, a step of the walk that dates it. */
export function stepOf(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
  own: HeadingDate | undefined,
  place: BlockPlace,
  { i, nth, each, sentence, at, utterance, regime }: StandsAt,
): Step {
  const block = blocks[i]!;
  let said = each.said;
  // The heading's year was found with those of its neighbours.
  if (
    own &&
    own.yearFrom !== null &&
    each.start >= own.start &&
    each.start < own.end &&
    said.year === undefined
  ) {
    const { start } = each.start === own.start ? own.first : own.last;
    const { year, month, day } = toCivil(start);
    said =
      said.month === undefined && own.first.unit === 'day'
        ? { ...said, year, month, day }
        : { ...said, year };
  }
  const turn = turnOf(text, found[i]![nth - 1], each);
  const opens = nth === 0 && i > 0 && blocks[i - 1]!.kind === 'heading' && block.kind !== 'heading';
  const entry = nth === 0 && own !== undefined && block.kind !== 'heading';
  const restart = entry || (opens && place.heading?.block === block.heading) ? place.heading : null;
  return {
    said,
    words: text.slice(each.start, each.end).replace(/\s+/g, ' '),
    regime,
    speech: place.speech,
    speechName: place.speechName,
    // Both ends of a range are told in one breath.
    tense: utterance ? 'none' : tenseAround(text, sentence, tieOf(each, found[i]![nth - 1])),
    utterance,
    block: i,
    sentence: at,
    fronted: isFronted(text, sentence, each),
    further: FURTHER_BACK.test(text.slice(Math.max(sentence.start, each.start - 60), each.start)),
    attribution: isAttribution(text, sentence, each),
    aside: isAside(text, sentence, each, turn ? undefined : found[i]![nth - 1]),
    heads: own !== undefined && block.kind === 'heading' && each.start >= own.start && each.end <= own.end,
    chapter: chapterOf(place.heading),
    restart: restart ? { point: restart.first, name: place.anchor!.how } : null,
    turn,
  };
}

/** August, when seasons, terms and winters that bear two years have begun or are about to. */
const TURN_BEGINS = 8;

/** "The 2018–19 season" is one year, over the turn of the year: its August is of the first, its May of the second. */
function turnOf(
  text: string,
  before: Found | undefined,
  each: Found,
): { readonly point: Point; readonly name: string } | null {
  const first = before?.said;
  const second = each.said;
  if (
    !before?.tie ||
    before.tie.end !== each.end ||
    first?.year === undefined ||
    second.year !== first.year + 1
  )
    return null;
  if (each.end - each.start > 2 || before.end - before.start !== 4 || first.month !== undefined) return null;
  const point = { unit: 'year' as const, start: toDays(first.year, TURN_BEGINS) };
  return { point, name: text.slice(before.start, each.end) };
}

/** The year of a heading that names one and no more: the lines below it are of that year. */
const chapterOf = (heading: HeadingDate | null): number | null =>
  heading?.last.unit === 'year' && heading.first.start === heading.last.start ? yearOf(heading.first) : null;

const OPENING =
  /^["“‘'(]?\s*(?:in|by|on|at|during|from|since|then,?|and|but|then in|and in|but in)?\s*(?:the\s+)?$/i;

/** had begun on, had been sold in; but not what had been planned for a day that was to come */
const FURTHER_BACK =
  /\bhad (?!(?:\p{L}+ ){0,3}(?:listed|planned|scheduled|set|fixed|arranged|booked|billed|due|intended) for )(?:\p{L}+ ){1,4}(?:on|in|by|at|during)?\s*(?:the\s+)?$/u;

function isFronted(text: string, { start }: TextSpan, each: Found): boolean {
  return each.start - start <= 24 && OPENING.test(text.slice(start, each.start));
}

const CLOSED_QUOTE = /[”"]\s+[^”“"]{1,60}$/;

const SAID_THEN = /\b(?:said|told|recalled|recalls|says|added|wrote|explained|remembered|argued|noted)\b/;

/** “…,” she recalled in an interview last month. */
function isAttribution(text: string, { start }: TextSpan, each: Found): boolean {
  const behind = CLOSED_QUOTE.exec(text.slice(Math.max(start, each.start - 80), each.start));
  return behind !== null && SAID_THEN.test(behind[0]);
}

/** The range that a date is an end of, else the date itself. */
const tieOf = (each: Found, before: Found | undefined): TextSpan =>
  each.tie ?? (before?.tie && before.tie.end === each.end ? before.tie : each);

/** having left school in 1988, had met in 1990; named after a ship lost in 1812 */
const EARLIER =
  /\b(?:having|had)(?: \p{L}+){1,6} (?:in|on|by|during) (?:the )?$|,\s(?:born|built|founded|named|called|dating|first|once)(?: \p{L}+){0,4} (?:in|on|from|since) $/u;

/** more than in 1988, the worst year since, unlike in 1990 */
const COMPARED =
  /\b(?:than|compared (?:with|to)|unlike|versus|against|up from|down from)(?: \p{L}+){0,3}(?: in)? (?:the )?$/u;

const DATED = /\bdated\s+(?:the\s+)?$/;

/** What did not come to pass, or had not yet. */
const UNREAL =
  /\b(?:would|should|could|might) have (?:\p{L}+ ){1,4}(?:on|in|by|until|at)?\s*(?:the )?$|\b(?:was|were) (?:not )?(?:to|due to) (?:\p{L}+ ){1,4}(?:on|in|by|until|at)\s*(?:the )?$/u;

const WRITTEN =
  /\b(?:letter|diary|note|telegram|cable|dispatch|memo|memorandum|entry|deed|will|email|message|report|interview|speech|article|issue|edition)s? (?:of|dated|from|for)\s+$/i;

/** Dates in brackets, behind "since", "the 1905 …": told in passing. */
function isAside(text: string, sentence: TextSpan, each: Found, before: Found | undefined): boolean {
  const words = text.slice(Math.max(0, each.start - 14), each.start);
  // The last outbreak, in 2008, was worse.
  const end = each.tie?.end ?? each.end;
  if (
    /,\s(?:in|of|on)\s$/.test(words) &&
    text[end] === ',' &&
    /^(?:The|Its|An?|Another) (?:last|latest|previous|earlier|preceding|similar|worst) [^,]*, (?:in|of|on) $/.test(
      text.slice(Math.max(sentence.start, each.start - 80), each.start),
    )
  )
    return true;
  // What had been before the story, and what it is compared with, is no place from which it goes on.
  const behind = text.slice(Math.max(sentence.start, each.start - 80), each.start);
  if (each.said.year !== undefined && (EARLIER.test(behind) || COMPARED.test(behind))) return true;
  // A lease dated 4 May 1880; it would have run out in 1887.
  if (DATED.test(words) || UNREAL.test(behind)) return true;
  // A letter of 12 August 1931 says: …
  if (WRITTEN.test(text.slice(Math.max(sentence.start, each.start - 40), each.start))) return true;
  // Volkov, who was jailed in 2012, was freed in June.
  if (
    /,\s(?:who|whose|which) [^,.;]{0,60}$/.test(
      text.slice(Math.max(sentence.start, each.start - 80), each.start),
    )
  )
    return true;
  if (/\((?:[^)]*)$/.test(words) || /\b(?:since|the|of the|his|her|their|its)\s+$/i.test(words)) return true;
  return before?.tie !== null && before?.tie !== undefined && before.tie.end === each.end;
}
