import type { Document, DocumentDate } from '../model/document.ts';
import { readEdtf } from '../model/edtf.ts';
import { type Found, findDates } from './dates/find.ts';
import { datelinedDate, fullPoint, inferDate } from './dates/infer.ts';
import { edtfOf, type Point } from './dates/point.ts';
import type { Block, ReadOptions } from './reading.ts';

/**
 * The day from which a document speaks: given from outside, else its own metadata's, else printed near its top or at
 * its end, else inferred from what it tells and cites. null when nothing tells.
 */
export function dateDocument(
  document: Document,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
  options: ReadOptions,
): DocumentDate | null {
  if (options.date !== undefined && !('problem' in readEdtf(options.date))) {
    return { edtf: options.date, origin: 'given', reason: `The date ${options.date} was given.` };
  }
  if (document.date) return document.date;
  return (
    metadataDate(document.text) ??
    printedDate(document.text, blocks, found) ??
    datelinedDate(document.text, blocks, found) ??
    inferDate(document.text, blocks, found)
  );
}

const FRONT_MATTER = /^\uFEFF?---\r?\n([\s\S]{0,4000}?)\r?\n---\r?\n/;

const DATE_KEY =
  /^(?:date|published|publish(?:ed)?_?(?:at|date|on)|pub_?date|date_?published|created(?:_?at)?)\s*:/im;

/** The date that the front matter of a Markdown file gives. */
function metadataDate(text: string): DocumentDate | null {
  const matter = FRONT_MATTER.exec(text);
  const key = matter ? DATE_KEY.exec(matter[1]!) : null;
  if (!matter || !key) return null;
  const start = matter[0].indexOf(matter[1]!) + key.index + key[0].length;
  const lineEnd = text.indexOf('\n', start);
  const point = findDates(text, { start, end: lineEnd })
    .map(({ said }) => fullPoint(said))
    .find((each) => each !== null);
  if (!point) return null;
  return {
    edtf: edtfOf(point).edtf,
    origin: 'metadata',
    reason: `The document's front matter says “${text.slice(matter[0].indexOf(matter[1]!) + key.index, lineEnd).trim()}”.`,
  };
}

/** Words that print a date of publication, best first. */
const CUES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:published|posted|written by|issued|released|delivered|handed down|date|dated)\b/gi, 4],
  [/\b(?:updated|modified|revised|last (?:edited|changed))\b/gi, 3],
  // "Printed 9 May 1988." is such a line, "was printed in May" is told.
  [/(?<=^|[.;(*_\n]\s{0,3})(?:printed|compiled|prepared|drawn up|signed|filed)\b/gi, 3],
  [/\b(?:meeting|session|minutes|held on|address|remarks|lecture|sermon|statement|bulletin)\b/gi, 2],
  [/\b(?:issue|edition|volume|vol|no)\b/gi, 2],
  [/\b(?:accessed|retrieved|archived|born|died|founded|established|expires?|deadline)\b/gi, -9],
];

const TOP_BLOCKS = 12;

const TOP_CHARS = 2000;

const LEAST = 2;

interface Candidate {
  readonly found: Found;
  readonly point: Point;
  readonly score: number;
  readonly cue: string | null;
}

function printedDate(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
): DocumentDate | null {
  const candidates: Candidate[] = [];
  const datedHeadings = blocks.filter(
    (block, i) =>
      block.kind === 'heading' &&
      (found[i]?.[0]?.said.month ?? found[i]?.[0]?.said.year) !== undefined &&
      block.level > 1,
  ).length;
  blocks.forEach((block, index) => {
    const top = index < TOP_BLOCKS && block.start < TOP_CHARS;
    const bottom = index >= blocks.length - 3 && index > 2;
    if (!top && !bottom) return;
    if (isRow(blocks, found, index)) return;
    for (const each of found[index] ?? []) {
      const candidate = scorePrinted(text, block, each, index, top, datedHeadings > 1);
      if (candidate && candidate.score >= LEAST) candidates.push(candidate);
    }
  });
  const best = candidates.reduce<Candidate | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  if (!best) return null;
  const { start, end } = best.found;
  const words = text.slice(start, end);
  return {
    edtf: edtfOf(best.point).edtf,
    origin: 'printed',
    reason: best.cue ? `Printed beside “${best.cue}”: ${words}.` : `Printed near the top: ${words}.`,
    at: { start, end },
  };
}

/** A line of a list or table that opens with its date as its neighbour does: what happened then is told, and no more. */
function isRow(blocks: readonly Block[], found: readonly (readonly Found[])[], index: number): boolean {
  const opens = (at: number): boolean => {
    const [block, first] = [blocks[at], found[at]?.[0]];
    return block?.kind === 'list' && first !== undefined && first.start - block.start <= ROW_MARK;
  };
  return opens(index) && (opens(index - 1) || opens(index + 1));
}

/** Characters of a bullet or a rule. */
const ROW_MARK = 4;

function scorePrinted(
  text: string,
  block: Block,
  each: Found,
  index: number,
  top: boolean,
  diary: boolean,
): Candidate | null {
  const point = fullPoint(each.said);
  // A caption says when its picture was taken.
  if (!point || each.tie || block.kind === 'caption') return null;
  const length = block.end - block.start;
  const before = text.slice(Math.max(block.start, each.start - 60), each.start);
  const [line, behind] = lineAround(text, block, each);
  if (LAST_MINUTES.test(line) || (/\bminutes\b/i.test(line) && APPROVED.test(behind))) return null;
  const [cue, weight] = TELLS.test(line) || isTold(line) ? UNCUED : nearestCue(before.slice(-40));
  let score = (top ? 1 - index * 0.05 : 0) + weight;
  const share = (each.end - each.start) / Math.max(1, length);
  if (share > 0.8) score += 2;
  else if (block.kind === 'byline') score += 2;
  else if (top && !cue && MEETING_HELD.test(line)) score += 2;
  // A letter's or a report's own line: Bremen, 17 January 2013
  else if (PLACE_LINE.test(line) && behind === '') score += top ? 2 : 2.5;
  // A dateline: LONDON, March 3, 2021 (Agency) –
  else if (/^[\p{Lu}][\p{L} .,'’-]{1,40}[,(—–-]\s*$/u.test(line)) {
    score += /^\)?\s*(?:\(|—|–|--|-|\/)/.test(behind) ? 2.5 : 0.5;
  } else if (index > 0 && length <= 100 && isPageLine(text, block, each)) score += 1.4;
  else if (length > 160 && !cue) score -= 2;
  if (point.unit === 'month') score -= 0.7;
  if (point.unit === 'year') return null;
  // In a diary a heading that is a date opens an entry.
  if (diary && block.kind === 'heading' && block.level > 1 && !cue) score -= 1.5;
  return { found: each, point, score, cue };
}

/** Minutes name the meeting before, whose minutes they approve. */
const LAST_MINUTES = /\bminutes of (?:the|its|our) (?:last|previous|preceding)\b/i;

const APPROVED =
  /^,? *(?:(?:were|was|be|having been|as|are|\p{L}+ly|then) )*(?:approved|confirmed|signed|agreed|adopted|accepted|read|taken|received|ratified)\b/iu;

/** Minutes of the meeting of the board held at the mill on … */
const MEETING_HELD = /\b(?:meeting|minutes|session|assembly)\b.*\bheld\b.*\bon\s+(?:the\s+)?$/i;

/** A sentence that tells of a day has it as its own, whatever is published or issued in it. */
const TELLS =
  /(?<!\b(?:article|page|report|post|story|document|version|entry|text|was last|were last)\s)\b(?:was|were|had|has been|is|are|by|in|of) (?:a |the )?(?:\p{Ll}+ )?(?:published|posted|issued|released|delivered|dated)\b|\b(?:he|she|they|it|who|which) (?:\p{Ll}+ )?(?:published|posted|issued|released|delivered)\b|\b(?:letter|deed|charter|order|will|decree|memorandum|notice)s? (?:\p{Ll}+ )?dated\b/iu;

const UNCUED: readonly [null, number] = [null, 0];

/**
 * "The company issued proceedings on", "they posted a letter on": someone does it to something, and that happened then.
 * "Press release issued on", "Posted by Ann Lee on" say when the text itself came out.
 */
const isTold = (line: string): boolean => DOES_TO.test(line) && !/^[\s*_([]*\p{Lu}?\p{Ll}*ed\b/u.test(line);

const DOES_TO =
  /\p{L}\s+(?:published|posted|issued|released|delivered|handed down|filed|signed)\s+(?!(?:on|in|at|by|and|or|under|from|online|for|to|with)\b)(?:\p{L}[\p{L}’'-]*\s+){1,6}(?:on|in)\s+(?:the\s+)?$/u;

/** A place and a comma before a date that ends the line. */
const PLACE_LINE = /^\s*\p{Lu}[\p{L}.’' -]{1,40}(?:, \p{Lu}[\p{L}. ]{1,30})?,\s*(?:the\s+)?$/u;

/** What stands in the date's line before and behind it. */
function lineAround(
  text: string,
  block: Block,
  { start, end }: Found,
): readonly [before: string, behind: string] {
  const before = text.slice(Math.max(block.start, start - LONGEST_LINE), start);
  const behind = text.slice(end, Math.min(block.end, end + LONGEST_LINE));
  return [before.slice(before.lastIndexOf('\n') + 1), behind.split('\n')[0]!.trim()];
}

/** Longer lines are sentences. */
const LONGEST_LINE = 160;

/** The word of {@link CUES} that stands nearest before a date, and its weight. */
function nearestCue(before: string): readonly [cue: string | null, weight: number] {
  let best: readonly [string | null, number] = [null, 0];
  let at = -1;
  for (const [words, weight] of CUES) {
    for (const hit of before.matchAll(words)) {
      if (hit.index <= at) continue;
      at = hit.index;
      best = [weight > 0 ? hit[0] : null, weight];
    }
  }
  return best;
}

/** A short line that is no sentence and begins or ends with its date: `June 5, 2023 | 4 min read`. */
function isPageLine(text: string, block: Block, { start, end }: Found): boolean {
  const [before, after] = [text.slice(block.start, start), text.slice(end, block.end)];
  const edge = !/[\p{L}\p{N}]/u.test(before) || !/\p{Ll}{2}/u.test(after);
  return (
    edge &&
    !/[.!?]\s*$/.test(before + after) &&
    !/\b(?:was|were|is|are|has|had|of|in|since|from|until)\b/.test(before)
  );
}
