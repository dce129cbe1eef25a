import type { Document, DocumentDate } from '../model/document.ts';
import { readEdtf } from '../model/edtf.ts';
import { type DiaryLine, fillDays } from './dates/diary.ts';
import { type Found, findDates } from './dates/find.ts';
import { datelinedDate, fullPoint, inferDate } from './dates/infer.ts';
import type { Said } from './dates/pattern.ts';
import { dayPoint, edtfOf, endOf, monthPoint, type Point, yearPoint } from './dates/point.ts';
import { solveYears } from './dates/sequence.ts';
import { looksBack } from './dates/tense.ts';
import type { Block, ReadOptions } from './reading.ts';

/** What a heading says of its own date, year found. */
export interface HeadingDate {
  /** Index of the block. */
  readonly block: number;
  readonly first: Point;
  /** The other end of a range; the same point where there is none. */
  readonly last: Point;
  /** The words that say it. */
  readonly start: number;
  readonly end: number;
  /** Where the year comes from; null when it is printed in the heading. */
  readonly yearFrom: string | null;
  /** By how much this year beat the next best, 0 … . */
  readonly margin: number;
  /** `first` in the year that it has where its list runs the other way; null where that is the same one. */
  readonly rival?: Point | null;
}

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

/**
 * Finds the dates of headings and solves the missing years of a whole sequence together: they run up or down from
 * line to line and end near the document's date.
 */
export function dateHeadings(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
  date: Point | null,
): HeadingDate[] {
  const raw: RawHeading[] = blocks.flatMap((block, index) => {
    const mentions = (found[index] ?? []).filter((each) => isDate(each.said));
    const first = mentions[0];
    if (!first) return [];
    const { said } = first;
    if (isBare(said)) {
      // Thursday–Friday, 14th–16th
      const ends = mentions[1] && (isBare(mentions[1].said) || said.untilWeekday !== undefined);
      const other = first.tie && ends ? mentions[1]! : first;
      const whole: Found = { ...first, end: other.end, tie: other === first ? first.tie : null };
      return headsEntry(text, block, whole)
        ? [{ block: index, said, last: other.said, start: first.start, end: other.end }]
        : [];
    }
    if (!(block.kind === 'heading' || opensEntry(text, block, first))) return [];
    const last = first.tie ? mentions[1]! : first;
    const dated =
      said.year !== undefined || (said.month !== undefined && said.step === undefined && !said.within);
    const span = last.end - first.start;
    // A title that names a date is not dated by it: "The crash of 1929 and what came of it".
    const leads = text.slice(block.start, first.start).replace(/[^\p{L}\p{N}]/gu, '').length === 0;
    if (
      !dated ||
      (span < (block.end - block.start) * 0.5 && !(leads && (span > 3 || block.kind !== 'heading')))
    )
      return [];
    if (block.level === 1 && said.year === undefined) return [];
    return [{ block: index, said, last: last.said, start: first.start, end: last.end }];
  });
  const title = raw.some(({ said }) => said.year !== undefined)
    ? null
    : titleYear(blocks, found, raw[0]?.block ?? 0);
  // A diary of 1887 that was edited in 1902 is of the year that its title names.
  const titled = title && (!date || title.start <= date.start);
  const standsFor = titled ? title : date;
  const dated = datedHeadings(
    raw.filter(({ said }) => !isBare(said)),
    blocks,
    standsFor,
    titled ? 'the title' : null,
    looksAhead(text, blocks, raw),
  );
  return fillBare(text, raw, dated, standsFor);
}

/**
 * Whether a list of dates without years says what is to come: nothing of it is told in the past tense, and its heading or
 * one of its lines looks ahead, "Calendar", "18 November – scheduled close".
 */
function looksAhead(text: string, blocks: readonly Block[], raw: readonly RawHeading[]): boolean {
  const dated = raw.filter(
    ({ said, block }) => said.month !== undefined && blocks[block]!.kind !== 'heading',
  );
  if (dated.length < 2 || dated.some(({ said }) => said.year !== undefined)) return false;
  const lines = dated.map(({ block, end }) => text.slice(end, Math.min(blocks[block]!.end, end + LOOK_AT)));
  if (lines.some((line) => looksBack(line.replace(ARRANGED, '')))) return false;
  return dated.some(({ block }, i) => {
    const heading = blocks[blocks[block]!.heading];
    return COMING.test(lines[i]!) || (heading && CALENDAR.test(text.slice(heading.start, heading.end)));
  });
}
const LOOK_AT = 200;
/** Participles that tell of a plan. */
const ARRANGED = /\b(?:expected|scheduled|planned|proposed|intended|invited|delayed|postponed)\b/gi;
const COMING =
  /\b(?:will|expected|scheduled|planned|due|to be|is to|are to|deadline|tentative|tbc|provisional|begins?|starts?|opens?|closes?|meets?|votes?)\b/i;
const CALENDAR =
  /\b(?:calendar|schedule|timetable|programme|agenda|what(?:['’]s| is| comes| happens)? next|next steps|coming|upcoming|ahead|key dates|dates to|diary dates|deadlines|to watch|look out)\b/i;

/** The one year that the headings over the first entry name: "Diary of a clerk, 1934". */
function titleYear(
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
  firstEntry: number,
): Point | null {
  let year: Point | null = null;
  for (let at = 0; at < Math.max(1, Math.min(firstEntry, TITLE_BLOCKS)); at++) {
    if (blocks[at]?.kind !== 'heading') continue;
    for (const { said } of found[at]!) {
      const point = fullPoint(said);
      if (point?.unit !== 'year' || (year && year.start !== point.start)) return null;
      year = point;
    }
  }
  return year;
}
/** Headings of which a title may be made up. */
const TITLE_BLOCKS = 4;

function datedHeadings(
  raw: readonly RawHeading[],
  blocks: readonly Block[],
  date: Point | null,
  sourceName: string | null,
  ahead: boolean,
): HeadingDate[] {
  if (raw.length === 0) return [];
  const byBlock = new Map(raw.map((each) => [each.block, each]));
  const years = solveYears(
    raw.map(({ said, block }) => ({
      month: said.month ?? null,
      day: said.day ?? null,
      weekday: said.weekday ?? null,
      year: said.year ?? parentYear(block, blocks, byBlock),
    })),
    date,
    ahead,
  );
  return raw.flatMap(({ block, said, last, start, end }, i) => {
    const year = years.years[i];
    if (year === undefined || year === null) return [];
    const first = pointIn(said, year);
    if (!first) return [];
    const carried =
      last.year ??
      (last.month !== undefined && said.month !== undefined && last.month < said.month ? year + 1 : year);
    const other = pointIn(last, carried) ?? first;
    const yearFrom = said.year !== undefined ? null : `${year} from ${sourceName ?? years.source}`;
    const rivalYear = years.rivals[i] ?? year;
    const rival = rivalYear === year ? null : pointIn(said, rivalYear);
    return [{ block, first, last: other, start, end, yearFrom, margin: years.margin, rival }];
  });
}

const isDate = ({ type, reference, weekday, daypart }: Said): boolean =>
  !reference && (type === 'DATE' || (type === 'TIME' && weekday !== undefined && daypart !== undefined));

/** A weekday or a day of the month without its month: "Tuesday morning", "14th", "Monday 14". */
const isBare = ({ month, year, day, weekday, step, within, unit, holiday }: Said): boolean =>
  month === undefined &&
  year === undefined &&
  step === undefined &&
  unit === undefined &&
  holiday === undefined &&
  !within &&
  (day !== undefined || weekday !== undefined);

/** A bare day that is a whole heading, or that opens its block and is cut off by a mark: "Sunday. We rested." */
function headsEntry(text: string, block: Block, { start, end, tie }: Found): boolean {
  if (tie || /[\p{L}\p{N}]/u.test(text.slice(block.start, start))) return false;
  const rest = text.slice(end, Math.min(block.end, end + 6));
  if (!/[\p{L}\p{N}]/u.test(text.slice(end, Math.min(block.end, end + 40)))) return block.end - end < 40;
  return block.kind !== 'heading' && /^[*_]*(?:[.:]\s|\s*[–—]|\s-\s)/u.test(rest);
}

/** Days of bare headings, from the dated ones around them and from the day with which the document opens. */
function fillBare(
  text: string,
  raw: readonly RawHeading[],
  dated: readonly HeadingDate[],
  date: Point | null,
): HeadingDate[] {
  // One such line may be anything; two are a diary.
  if (raw.length < 2 || raw.every(({ said }) => !isBare(said))) return [...dated];
  const known = new Map(dated.map((each) => [each.block, each]));
  const lines: DiaryLine[] = raw.map(({ said, block }) => {
    const heading = known.get(block);
    const point = heading && /^(?:day|month)$/.test(heading.last.unit) ? heading.last : null;
    const bare = isBare(said);
    return {
      point,
      day: bare ? (said.day ?? null) : null,
      weekday: bare ? (said.weekday ?? null) : null,
      daypart: said.daypart ?? null,
    };
  });
  // A document that has its day has it on or before its first entry.
  const first: Point | null = date?.unit === 'day' ? { ...date, start: date.start - 1 } : date;
  const opening: DiaryLine[] =
    first && dated.length === 0 ? [{ point: first, day: null, weekday: null, daypart: null }] : [];
  const days = fillDays([...opening, ...lines]).slice(opening.length);
  return raw.flatMap(({ block, said, start, end }, i): HeadingDate[] => {
    const heading = known.get(block);
    if (heading) return [heading];
    const found = isBare(said) ? days[i] : null;
    if (!found) return [];
    const point: Point = { unit: 'day', start: found.day };
    const until: Point = { unit: 'day', start: found.day + daysTo(said, raw[i]!.last) };
    const source = raw[found.from - opening.length];
    const name = source ? text.slice(source.start, source.end) : "the document's date";
    const inMonth =
      source &&
      known.get(source.block)?.last.unit === 'month' &&
      found.day < endOf(known.get(source.block)!.last);
    const side = inMonth ? 'in' : found.side;
    const yearFrom = `${side} ${name}${source ? ofYear(known.get(source.block)) : ''}`;
    return [
      { block, first: point, last: until, start, end, yearFrom, margin: found.side === 'before' ? 1 : 3 },
    ];
  });
}

/** Days from the first to the last of "Thursday–Friday" or "14th–16th". */
const daysTo = (first: Said, last: Said): number =>
  first.weekday !== undefined && last.weekday !== undefined
    ? (last.weekday - first.weekday + 7) % 7
    : Math.max(0, (last.day ?? 0) - (first.day ?? 0));

const ofYear = (heading: HeadingDate | undefined): string =>
  heading?.yearFrom ? ` → ${heading.yearFrom}` : '';

/** An item that begins with its date, "18 April – talks", "**1553** — …": a heading that shares its line. */
function opensEntry(text: string, block: Block, first: Found): boolean {
  if (block.kind !== 'list' && block.kind !== 'paragraph') return false;
  if (first.said.month === undefined && first.said.year === undefined) return false;
  if (first.start - block.start > 8 || /[\p{L}\p{N}]/u.test(text.slice(block.start, first.start)))
    return false;
  const end = (first.tie ?? first).end;
  const behind = text.slice(end, end + 6);
  if (/^[*_\s]*(?:[:–—]|-\s)/u.test(behind)) return true;
  // A diary: Monday 28 December. Snow. 10 Novr. The wind fell.
  return (
    first.said.day !== undefined &&
    (/^[*_]*\.\s/.test(behind) || (text[end - 1] === '.' && /^\s\p{Lu}/u.test(behind)))
  );
}

interface RawHeading {
  readonly block: number;
  readonly said: Said;
  readonly last: Said;
  readonly start: number;
  readonly end: number;
}

/** The year of a dated heading above. */
function parentYear(
  block: number,
  blocks: readonly Block[],
  headings: ReadonlyMap<number, RawHeading>,
): number | null {
  for (let at = blocks[block]!.heading; at >= 0; at = blocks[at]!.heading) {
    const above = headings.get(at);
    if (above?.said.year !== undefined && above.said.month === undefined) return above.said.year;
  }
  return null;
}

function pointIn(said: Said, year: number): Point | null {
  if (said.month !== undefined && said.day !== undefined) return dayPoint(year, said.month, said.day);
  if (said.month !== undefined) return monthPoint(year, said.month);
  return yearPoint(year);
}
