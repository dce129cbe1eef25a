import type { TextSpan } from '../../model/document.ts';
import { joinLengths } from './askedLengths.ts';
import { CALENDAR } from './calendar.ts';
import { addClocks } from './clock.ts';
import { DECADES } from './decades.ts';
import { DURATION_PREFIXES, DURATIONS } from './durations.ts';
import { HOLIDAY_PREFIXES, HOLIDAYS } from './holidays.ts';
import { Matched } from './matched.ts';
import { PART_PREFIXES } from './parts.ts';
import type { Pattern, Piece, Said } from './pattern.ts';
import { HALF_PREFIXES, QUARTERS } from './quarters.ts';
import { REFERENCE_WORDS } from './references.ts';
import { RELATIVE } from './relative.ts';
import { countOn, hearRequest } from './requests.ts';
import { SEASON_WORDS } from './seasons.ts';
import { SETS } from './sets.ts';
import { SHIFT_PREFIXES, SHIFTS } from './shifts.ts';
import { SPELLED_DATES } from './spelledDates.ts';
import { type Tokens, tokenise } from './tokens.ts';
import { WEEKS_OF } from './weeksOf.ts';
import { YEARS } from './years.ts';

/** A date expression where it stands, with what its own words say. */
export interface Found extends TextSpan {
  readonly said: Said;
  /** Of the first end of a range: how the two are tied. */
  readonly tie: Tie | null;
  /** Of a range without another end, "2013 – present", its words. */
  readonly open?: TextSpan;
}

export interface Tie extends TextSpan {
  readonly kind: 'range';
}

/** A request looks ahead and a note looks back, but both say "at 5" for a time; a longer text says so in full. */
export type Hearing = 'request' | 'note' | 'text';

const PATTERNS: readonly Pattern[] = [
  ...CALENDAR,
  ...SPELLED_DATES,
  ...YEARS,
  ...DECADES,
  ...SEASON_WORDS,
  ...QUARTERS,
  ...WEEKS_OF,
  ...HOLIDAYS,
  ...RELATIVE,
  ...SHIFTS,
  ...DURATIONS,
  ...SETS,
  ...REFERENCE_WORDS,
];
const PREFIXES: readonly Pattern[] = [
  ...PART_PREFIXES,
  ...HALF_PREFIXES,
  ...SHIFT_PREFIXES,
  ...HOLIDAY_PREFIXES,
  ...DURATION_PREFIXES,
];

/** Patterns that begin with one class of words. */
interface Start {
  readonly patterns: readonly Pattern[];
  /** Matches where any of them does: at most words one look is enough. */
  readonly any: RegExp;
}

const byFirst = (patterns: readonly Pattern[]): ReadonlyMap<string, Start> => {
  const table = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    for (const char of pattern.first) {
      const list = table.get(char);
      if (list) list.push(pattern);
      else table.set(char, [pattern]);
    }
  }
  return new Map(
    [...table].map(([char, list]) => [
      char,
      { patterns: list, any: new RegExp(list.map(({ regex }) => `(?:${regex.source})`).join('|'), 'y') },
    ]),
  );
};

const NONE: readonly Pattern[] = [];

/** The patterns that may match at a word; none where it is sure that none does. */
function patternsAt(starts: ReadonlyMap<string, Start>, tags: string, at: number): readonly Pattern[] {
  const start = starts.get(tags[at]!);
  if (!start) return NONE;
  start.any.lastIndex = at;
  return start.any.test(tags) ? start.patterns : NONE;
}
const STARTS = byFirst(PATTERNS);
const PREFIX_STARTS = byFirst(PREFIXES);
/** "the end of the first half of last year" is as deep as anyone writes. */
const DEEPEST = 3;

/**
 * Finds the date expressions of a stretch of text, in order, none overlapping. At each word the longest pattern wins.
 * Linear in the length: patterns are bounded, and words that say nothing about time are passed over.
 * @param hearing what kind of text it is; any other than `text` is short.
 * @param ancient the text counts years before or after Christ, so that "in 514" is one.
 */
export function findDates(text: string, span: TextSpan, hearing: Hearing = 'text', ancient = false): Found[] {
  const tokens = tokenise(text, span);
  const found: Found[] = [];
  const { tags } = tokens;
  for (let i = 0; i < tags.length; ) {
    const reading = tags[i] === ' ' ? null : readAt(text, tokens, i, 0, ancient);
    if (!reading) {
      i++;
      continue;
    }
    for (const piece of reading.pieces) {
      found.push({
        start: tokens.starts[piece.from]!,
        end: tokens.ends[piece.to - 1]!,
        said: piece.said,
        tie: null,
      });
    }
    i = reading.to;
  }
  if (hearing === 'text') return joinLengths(text, addClocks(text, tokens, found, hearing));
  const words = text.slice(0, span.end);
  const asks = hearing === 'request';
  const heard = hearRequest(words, found, asks).filter(({ start }) => start >= span.start);
  return countOn(words, addClocks(words, tokens, heard, hearing), asks);
}

interface ReadingAt {
  readonly to: number;
  readonly pieces: readonly Piece[];
}

function readAt(text: string, tokens: Tokens, at: number, depth: number, ancient: boolean): ReadingAt | null {
  let best: ReadingAt | null = null;
  for (const { regex, read } of patternsAt(STARTS, tokens.tags, at)) {
    regex.lastIndex = at;
    if (!regex.test(tokens.tags)) continue;
    const to = regex.lastIndex;
    if (best && to <= best.to) continue;
    const result = read(new Matched(text, tokens, at, to, ancient));
    if (!result) continue;
    const pieces = Array.isArray(result)
      ? (result as readonly Piece[])
      : [{ from: at, to, said: result as Said }];
    best = { to, pieces };
  }
  if (depth >= DEEPEST) return best;
  for (const { regex, join } of patternsAt(PREFIX_STARTS, tokens.tags, at)) {
    regex.lastIndex = at;
    if (!regex.test(tokens.tags)) continue;
    const to = regex.lastIndex;
    if (to >= tokens.tags.length || tokens.tags[to] === ' ') continue;
    const inner = readAt(text, tokens, to, depth + 1, ancient);
    const first = inner?.pieces[0];
    if (!inner || !first || first.from !== to || (best && inner.to <= best.to && inner.pieces.length === 1))
      continue;
    const said = join!(new Matched(text, tokens, at, to, ancient), first.said);
    if (said) best = { to: inner.to, pieces: [{ from: at, to: first.to, said }, ...inner.pieces.slice(1)] };
  }
  return best;
}
