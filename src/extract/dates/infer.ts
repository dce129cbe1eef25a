import { toCivil, weekdayOf } from '../../model/days.ts';
import type { DocumentDate, TextSpan } from '../../model/document.ts';
import type { Block } from '../reading.ts';
import { isDateline } from './dateline.ts';
import type { Found } from './find.ts';
import type { Said } from './pattern.ts';
import { dayPoint, edtfOf, endOf, monthPoint, type Point, yearOf, yearPoint } from './point.ts';

/** The point whose year, or whose year and more, is printed; null for what has none or only a part of it. */
export function fullPoint(said: Said): Point | null {
  if (said.year === undefined || said.within || (said.type !== 'DATE' && said.type !== 'TIME')) return null;
  if (said.month !== undefined && said.day !== undefined) return dayPoint(said.year, said.month, said.day);
  if (said.month !== undefined) return monthPoint(said.year, said.month);
  return said.season === undefined && said.quarter === undefined && !said.phase ? yearPoint(said.year) : null;
}

/** The year of which only a part is named: early 1997, the spring of 1997. */
const partPoint = ({ year, within, type }: Said): Point | null =>
  year === undefined || within || type !== 'DATE' ? null : yearPoint(year);

/** Dates that do not lie in the past of who names them. */
const AHEAD =
  /\b(?:will|shall|by|until|plan(?:s|ned)?|expected|forecast|projected|target|would|could|may|to be|from)\b[^.]{0,80}$/i;
/** Dates of what is surely still to come. */
const COMING =
  /\b(?:will|shall|(?:is|are) (?:to|due|set|expected|scheduled)|plans? to)\b[^.]{0,60}\b(?:in|on|for|by)\s+$/i;
/** Figures for 2016 will be out in May. */
const DUE = /^[^.;,]{0,30}\b(?:will|shall|(?:is|are) (?:due|expected|to be))\b/i;
const ANNIVERSARY = /\bthis year\b[^.]{0,60}?\b(\d{1,3})(?:st|nd|rd|th) anniversary\b/i;
/** A number beyond is no year that a text was written in. */
const LATEST_YEAR = 2100;

interface Told {
  readonly span: TextSpan;
  readonly point: Point;
  readonly cited: boolean;
}

/**
 * The date of a text that prints none: nothing it tells as past, and nothing it cites, is newer than itself; what it
 * says will be in a year is at most a year or so away; and "this year marks the 75th anniversary" of what it dates
 * gives the year. null for a text that never speaks of its own day, for which it does not matter.
 */
export function inferDate(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
): DocumentDate | null {
  const { told, coming, speaks } = gather(text, blocks, found);
  if (speaks < 2) return null;
  const own = ownDate(text, blocks, found);
  if (own) return own;
  const newest = newestOf(told);
  const words = ({ span }: Told) => text.slice(span.start, span.end);
  const marked = newest && anniversary(text, told, newest);
  if (marked) return marked;
  const next = coming;
  if (next && (!newest || yearOf(next.point) > yearOf(newest.point) + 1)) {
    const year = yearOf(next.point);
    return {
      edtf: `${edtfOf(yearPoint(year - 1)).edtf}/${edtfOf(yearPoint(year)).edtf}`,
      origin: 'inferred',
      reason: `No date is printed. It speaks of what will be in ${words(next)}, so it was written in that year or the one before.`,
    };
  }
  if (!newest) return null;
  const { year, month } = toCivil(newest.point.start);
  const about = newest.point.unit === 'year' ? yearPoint(year) : monthPoint(year, month);
  return {
    edtf: `${edtfOf(about).edtf}~`,
    origin: 'inferred',
    reason: `No date is printed. The newest date it ${newest.cited ? 'cites' : 'tells of as past'} is ${words(newest)}, so it was written then or soon after.`,
  };
}

/** What a text says of itself: this page was written for the jubilee in 2022. */
const OWN =
  /\bthis (?:page|text|article|report|history|account|chronicle|paper|essay|document|guide|booklet|list) (?:was|has been) (?:last |first )?(?:written|compiled|published|printed|updated|revised|drawn up|put together)\b[^.;]{0,60}$/i;

/** The date that a text gives to its own making. */
function ownDate(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
): DocumentDate | null {
  for (const [index, block] of blocks.entries()) {
    for (const { said, start, end } of found[index] ?? []) {
      const point = fullPoint(said);
      if (!point || !OWN.test(text.slice(Math.max(block.start, start - 120), start))) continue;
      return {
        edtf: edtfOf(point).edtf,
        origin: 'inferred',
        reason: `The text says that it was made in ${text.slice(start, end)}.`,
      };
    }
  }
  return null;
}

/** What a text tells as past or cites, the nearest year that it looks ahead to, and how often it speaks of its own day. */
function gather(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
): { readonly told: readonly Told[]; readonly coming: Told | null; readonly speaks: number } {
  const told: Told[] = [];
  let coming: Told | null = null;
  let speaks = 0;
  blocks.forEach((block, index) => {
    if (block.kind === 'navigation') return;
    const cited = block.kind === 'note';
    for (const each of found[index] ?? []) {
      const { said } = each;
      if (!cited && (said.from === 'speech' || said.stretch === 'past') && said.step !== 1) speaks++;
      const before = text.slice(Math.max(block.start, each.start - 90), each.start);
      const ahead = !cited && COMING.test(before);
      const point = fullPoint(said) ?? (ahead ? partPoint(said) : null);
      // A year alone in a note may be anything.
      if (!point || yearOf(point) > LATEST_YEAR || (cited && point.unit === 'year')) continue;
      const span = { start: each.start, end: each.end };
      const behind = text.slice(each.end, Math.min(block.end, each.end + 60));
      if (ahead || (!cited && DUE.test(behind))) {
        if (!coming || point.start < coming.point.start) coming = { span, point, cited };
      } else if (cited || !AHEAD.test(before)) told.push({ span, point, cited });
    }
  });
  return { told, coming, speaks };
}

const newestOf = (told: readonly Told[]): Told | null =>
  told.reduce<Told | null>((a, b) => (a && !isNewer(b, a) ? a : b), null);

/** The year of a copyright line, of a span of years the last. */
const COPYRIGHT =
  /(?:©|\(c\)|\bcopyright\b)[\s,]*(?:©|\(c\))?[^\n\d]{0,40}\b(1[89]\d\d|20\d\d)(?:\s*[-–]\s*(1[89]\d\d|20\d\d))?\b/iu;
/** Lines looked at for it, at each end of the text. */
const EDGE = 600;
/** Blocks in which a dateline is looked for. */
const TOP = 12;

/**
 * The date of a text whose year stands apart from its day or is not printed at all: a dateline without a year, "OSLO,
 * March 4 —", has that of the copyright line, else the first year after all that the text tells as past by its year
 * alone (its own it would call this year). Without a dateline the copyright line gives the year.
 */
export function datelinedDate(
  text: string,
  blocks: readonly Block[],
  found: readonly (readonly Found[])[],
): DocumentDate | null {
  const line = copyrightOf(text);
  const at = blocks.findIndex((block, i) => {
    const first = found[i]![0];
    return i < TOP && first?.said.year === undefined && first !== undefined && isDateline(text, block, first);
  });
  const first = at < 0 ? undefined : found[at]![0];
  if (!first) {
    if (!line) return null;
    return {
      edtf: `${edtfOf(yearPoint(line.year)).edtf}~`,
      origin: 'inferred',
      reason: `No date is printed, but the year of “${line.words}”.`,
    };
  }
  const words = text.slice(first.start, first.end);
  const dayIn = (year: number) => dayPoint(year, first.said.month!, first.said.day!);
  if (line) {
    const point = dayIn(line.year);
    if (!point) return null;
    return {
      edtf: edtfOf(point).edtf,
      origin: 'inferred',
      reason: `The dateline says ${words}; the year is that of “${line.words}”.`,
    };
  }
  const { told, coming } = gather(text, blocks, found);
  const newest = newestOf(told);
  const before = coming ? dayIn(yearOf(coming.point) - 1) : null;
  // What is planned for two years and more after all that is told is told of the year before it, at most.
  if (newest && coming && before && yearOf(coming.point) > yearOf(newest.point) + 2) {
    return {
      edtf: `${edtfOf(before).edtf}?`,
      origin: 'inferred',
      reason: `The dateline says ${words} without a year; it looks ahead to ${text.slice(coming.span.start, coming.span.end)}.`,
    };
  }
  if (newest) {
    const year = yearOf(newest.point);
    const here = dayIn(year);
    const after = newest.point.unit === 'year' || !here || here.start < newest.point.start ? year + 1 : year;
    // "May 22 … fell on Wednesday": the weekday that the dateline's own paragraph tells of first.
    const weekday = found[at]!.slice(1).find(({ said }) => isWeekday(said))?.said.weekday;
    const marked = weekday === undefined ? null : fallsOn(dayIn, weekday, [after, year, after + 1]);
    if (marked) {
      return {
        edtf: edtfOf(marked).edtf,
        origin: 'inferred',
        reason: `The dateline says ${words} without a year; in ${yearOf(marked)} that is the weekday which its first paragraph names.`,
      };
    }
    const point = dayIn(after);
    if (!point) return null;
    return {
      edtf: `${edtfOf(point).edtf}?`,
      origin: 'inferred',
      reason: `The dateline says ${words} without a year; the newest date it tells of as past is ${text.slice(newest.span.start, newest.span.end)}.`,
    };
  }
  const next = coming ? dayIn(yearOf(coming.point) - 1) : null;
  if (!coming || !next) return null;
  return {
    edtf: `${edtfOf(next).edtf}?`,
    origin: 'inferred',
    reason: `The dateline says ${words} without a year; it looks ahead to ${text.slice(coming.span.start, coming.span.end)}.`,
  };
}

const isWeekday = ({ weekday, day, month, step, within }: Said): boolean =>
  weekday !== undefined && day === undefined && month === undefined && step === undefined && !within;

/** The day in the first of some years in which it is such a weekday; else the first in which it is the day after one. */
function fallsOn(
  dayIn: (year: number) => Point | null,
  weekday: number,
  years: readonly number[],
): Point | null {
  const days = years.flatMap((year) => dayIn(year) ?? []);
  const on = (away: number) => days.find(({ start }) => weekdayOf(start - away) === weekday);
  return on(0) ?? on(1) ?? null;
}

/** The copyright line at the beginning or the end of a text. */
function copyrightOf(text: string): { readonly year: number; readonly words: string } | null {
  for (const part of [text.slice(-EDGE), text.slice(0, EDGE)]) {
    const match = COPYRIGHT.exec(part);
    if (match) return { year: Number(match[2] ?? match[1]), words: match[0].replace(/\s+/g, ' ') };
  }
  return null;
}

const isNewer = (a: Told, b: Told) =>
  a.point.start > b.point.start || (a.point.start === b.point.start && endOf(a.point) < endOf(b.point));

/** "This year marks the 75th anniversary" of something that the text dates itself. */
function anniversary(text: string, told: readonly Told[], newest: Told): DocumentDate | null {
  const match = ANNIVERSARY.exec(text);
  if (!match) return null;
  const [low, high] = [yearOf(newest.point), yearOf(newest.point) + 3];
  const years = new Set(
    told.map(({ point }) => yearOf(point) + Number(match[1])).filter((y) => y >= low && y <= high),
  );
  const [year] = years;
  if (year === undefined || years.size !== 1) return null;
  return {
    edtf: edtfOf(yearPoint(year)).edtf,
    origin: 'inferred',
    reason: `No date is printed. “${match[0].replace(/\s+/g, ' ')}” of what it dates to ${year - Number(match[1])} makes it ${year}.`,
  };
}
