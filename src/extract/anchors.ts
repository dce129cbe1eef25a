import type { Document, DocumentDate } from '../model/document.ts';
import { readEdtf } from '../model/edtf.ts';
import { type Found, findDates } from './dates/find.ts';
import { fullPoint, inferDate } from './dates/infer.ts';
import type { Said } from './dates/pattern.ts';
import { dayPoint, edtfOf, endOf, monthPoint, type Point, yearOf, yearPoint } from './dates/point.ts';
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
  [/\b(?:published|posted|written by|issued|released|date|dated)\b/gi, 4],
  [/\b(?:updated|modified|revised|last (?:edited|changed))\b/gi, 3],
  [/\b(?:issue|edition|volume|vol|no)\b/gi, 1.5],
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

function scorePrinted(
  text: string,
  block: Block,
  each: Found,
  index: number,
  top: boolean,
  diary: boolean,
): Candidate | null {
  const point = fullPoint(each.said);
  if (!point || each.tie) return null;
  const length = block.end - block.start;
  const before = text.slice(Math.max(block.start, each.start - 60), each.start);
  const [cue, weight] = nearestCue(before.slice(-40));
  let score = (top ? 1 - index * 0.05 : 0) + weight;
  const share = (each.end - each.start) / Math.max(1, length);
  if (share > 0.8) score += 2;
  else if (block.kind === 'byline') score += 2;
  // A dateline: LONDON, March 3, 2021 (Agency) –
  else if (
    /^[\p{Lu}][\p{L} .,'’-]{1,40}[,(—–-]\s*$/u.test(before) &&
    before.length === each.start - block.start
  ) {
    score += /^\s*(?:\(|—|–|--|-|\/)/.test(text.slice(each.end, each.end + 4)) ? 2.5 : 0.5;
  } else if (index > 0 && length <= 100 && isPageLine(text, block, each)) score += 1.4;
  else if (length > 160 && !cue) score -= 2;
  if (point.unit === 'month') score -= 0.7;
  if (point.unit === 'year') return null;
  // In a diary a heading that is a date opens an entry.
  if (diary && block.kind === 'heading' && block.level > 1 && !cue) score -= 1.5;
  return { found: each, point, score, cue };
}

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
    const mentions = (found[index] ?? []).filter((each) => each.said.type === 'DATE' && !each.said.reference);
    const first = mentions[0];
    if (!first || !(block.kind === 'heading' || opensEntry(text, block, first))) return [];
    const { said } = first;
    const last = first.tie ? mentions[1]! : first;
    const dated =
      said.year !== undefined || (said.month !== undefined && said.step === undefined && !said.within);
    const span = last.end - first.start;
    // A title that names a date is not dated by it: "The crash of 1929 and what came of it".
    const leads = text.slice(block.start, first.start).replace(/[^\p{L}\p{N}]/gu, '').length === 0;
    if (!dated || (span < (block.end - block.start) * 0.5 && !(leads && span > 3))) return [];
    if (block.level === 1 && said.year === undefined) return [];
    return [{ block: index, said, last: last.said, start: first.start, end: last.end }];
  });
  if (raw.length === 0) return [];
  const byBlock = new Map(raw.map((each) => [each.block, each]));
  const years = solveYears(
    raw.map(({ said, block }) => ({
      month: said.month ?? null,
      day: said.day ?? null,
      year: said.year ?? parentYear(block, blocks, byBlock),
    })),
    date,
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
    const yearFrom = said.year !== undefined ? null : `${year} from ${years.source}`;
    return [{ block, first, last: other, start, end, yearFrom, margin: years.margin }];
  });
}

/** An item that begins with its date, "18 April – talks", "**1553** — …": a heading that shares its line. */
function opensEntry(text: string, block: Block, first: Found): boolean {
  if (block.kind !== 'list' && block.kind !== 'paragraph') return false;
  if (first.said.month === undefined && first.said.year === undefined) return false;
  if (first.start - block.start > 8 || /[\p{L}\p{N}]/u.test(text.slice(block.start, first.start)))
    return false;
  const end = (first.tie ?? first).end;
  return /^[*_\s]*(?:[:–—]|-\s)/u.test(text.slice(end, end + 6));
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

interface Line {
  readonly month: number | null;
  readonly day: number | null;
  /** Printed, else null. */
  readonly year: number | null;
}

/**
 * Years of a list of dates of which some lack theirs. Up and down are both tried; each step that runs against the
 * order costs a penalty, each step with it its length, and the end that is newest should lie near the date of the
 * document and not after it.
 */
export function solveYears(
  lines: readonly Line[],
  date: Point | null,
): { readonly years: (number | null)[]; readonly margin: number; readonly source: string } {
  const printed = lines.filter((line) => line.year !== null);
  const anchor = date ? yearOf(date) : null;
  if (anchor === null && printed.length === 0) return { years: lines.map(() => null), margin: 0, source: '' };
  const down = solveDirection(lines, date, -1);
  const up = solveDirection(lines, date, 1);
  const [best, other] = down.cost <= up.cost ? [down, up] : [up, down];
  const same = best.years.every((year, i) => year === other.years[i]);
  const source = date ? "the document's date" : 'the headings beside it';
  return { years: best.years, margin: same ? 9 : other.cost - best.cost, source };
}

/** Fraction of the year at which a line stands. */
const inYear = (line: Line) => (((line.month ?? 1) - 1) * 30.4 + (line.day ?? 1)) / 366;

function solveDirection(
  lines: readonly Line[],
  date: Point | null,
  direction: 1 | -1,
): { years: number[]; cost: number } {
  const anchor = date ? yearOf(date) : lines.find((line) => line.year !== null)!.year!;
  const end = date ? anchor + (endOf(date) - 1 - yearPoint(anchor).start) / 365.25 : null;
  const windows = yearWindows(lines, anchor);
  let costs = new Float64Array(0);
  // For each line and year, how many years the line before lies from it.
  const backs: Int16Array[] = [];
  lines.forEach((line, i) => {
    const [low, high] = windows[i]!;
    const next = new Float64Array(high - low + 1).fill(Number.POSITIVE_INFINITY);
    const back = new Int16Array(high - low + 1);
    const previous = i > 0 ? lines[i - 1]! : null;
    const [lowBefore, highBefore] = i > 0 ? windows[i - 1]! : [0, -1];
    for (let year = low; year <= high; year++) {
      const at = year + inYear(line);
      let best = Number.POSITIVE_INFINITY;
      if (!previous) best = direction < 0 && end !== null ? Math.abs(end - at) : 0;
      // Between two lines without years at most two are skipped.
      const free = line.year === null && previous !== null && previous.year === null;
      const from = free ? Math.max(lowBefore, year - 2) : lowBefore;
      const to = free ? Math.min(highBefore, year + 2) : highBefore;
      for (let before = from; before <= to; before++) {
        const step = (at - (before + inYear(previous!))) * direction;
        const total = costs[before - lowBefore]! + (step >= 0 ? step : 0.4 - step * 3);
        if (total < best) {
          best = total;
          back[year - low] = before - year;
        }
      }
      if (i === lines.length - 1 && direction > 0 && end !== null) best += Math.abs(end - at);
      // Nothing of a diary lies after its own date.
      if (end !== null && line.year === null && at > end + 0.01) best += 4 + at - end;
      next[year - low] = best;
    }
    costs = next;
    backs.push(back);
  });
  const last = windows.at(-1)!;
  let year = last[0];
  for (let other = last[0]; other <= last[1]; other++)
    if (costs[other - last[0]]! < costs[year - last[0]]!) year = other;
  const cost = costs[year - last[0]]!;
  const years: number[] = [];
  for (let i = lines.length - 1; i >= 0; i--) {
    years.push(year);
    year += backs[i]![year - windows[i]![0]]!;
  }
  return { years: years.reverse(), cost };
}

/** A list without years does not span more of them than this. */
const WIDEST = 40;

/**
 * First and last year that each line may have: the printed one, or what lies between the nearest printed years above
 * and below and somewhat beyond. Never wider than a few times {@link WIDEST}, so that the cost is linear in the lines.
 */
function yearWindows(lines: readonly Line[], anchor: number): (readonly [low: number, high: number])[] {
  const above: number[] = [];
  let known = lines.find((line) => line.year !== null)?.year ?? anchor;
  lines.forEach((line, i) => {
    known = line.year ?? known;
    above[i] = known;
  });
  const reach = Math.min(WIDEST, lines.length);
  const windows: (readonly [number, number])[] = [];
  for (let i = lines.length - 1; i >= 0; i--) {
    const { year } = lines[i]!;
    known = year ?? known;
    const [low, high] = [Math.min(above[i]!, known, anchor) - reach, Math.max(above[i]!, known) + 1];
    const wide = high - low > 3 * WIDEST;
    windows[i] = year !== null ? [year, year] : wide ? [above[i]! - reach, above[i]! + reach] : [low, high];
  }
  return windows;
}

/** Where a report says its place and day before its first word: OSLO, March 5 (Agency) –. */
const DATELINE = /^[^\p{Ll}]{0,3}\p{Lu}[\p{L} .,'’/-]{1,50}[,(—–-]\s*$/u;
const BEHIND_DATELINE = /^\.?,?\s*(?:\(|—|–|--|-\s|\/)/;

/**
 * The day of a dateline at the beginning of a block, null where there is none. A missing year is the one that brings it
 * nearest to `near` without lying after it.
 */
export function datelineOf(
  text: string,
  block: Block,
  first: Found | undefined,
  near: Point | null,
): Point | null {
  if (!first || block.kind === 'heading' || first.start - block.start > 60 || first.tie) return null;
  const { said } = first;
  if (said.month === undefined || said.day === undefined || said.within) return null;
  if (!DATELINE.test(text.slice(block.start, first.start))) return null;
  if (!BEHIND_DATELINE.test(text.slice(first.end, first.end + 4))) return null;
  if (said.year !== undefined) return dayPoint(said.year, said.month, said.day);
  if (!near) return null;
  const year = yearOf(near);
  const here = dayPoint(year, said.month, said.day);
  return here && here.start >= endOf(near) + 7 ? dayPoint(year - 1, said.month, said.day) : here;
}
