import { type DiaryLine, fillDays } from './dates/diary.ts';
import type { Found } from './dates/find.ts';
import { fullPoint } from './dates/infer.ts';
import type { Said } from './dates/pattern.ts';
import { dayPoint, endOf, monthPoint, type Point, yearPoint } from './dates/point.ts';
import { solveYears } from './dates/sequence.ts';
import { looksBack } from './dates/tense.ts';
import { daysOfWeek, type NamedDay, weekNamedBefore } from './dates/weekNames.ts';
import type { Block } from './reading.ts';

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
        ? [{ block: index, said, last: other.said, start: first.start, end: other.end, week: null }]
        : [];
    }
    if (!(block.kind === 'heading' || opensEntry(text, block, first))) return [];
    const last = first.tie ? mentions[1]! : first;
    const dated =
      said.year !== undefined || (said.month !== undefined && said.step === undefined && !said.within);
    const week =
      last === first && said.day !== undefined ? weekNamedBefore(text.slice(block.start, first.start)) : null;
    const start = first.start - (week?.length ?? 0);
    const span = last.end - start;
    // A title that names a date is not dated by it: "The crash of 1929 and what came of it".
    const leads = text.slice(block.start, start).replace(/[^\p{L}\p{N}]/gu, '').length === 0;
    if (
      !dated ||
      (span < (block.end - block.start) * 0.5 && !(leads && (span > 3 || block.kind !== 'heading')))
    )
      return [];
    if (block.level === 1 && said.year === undefined) return [];
    return [{ block: index, said, last: last.said, start, end: last.end, week: week?.day ?? null }];
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
  return fillBare(text, blocks, raw, dated, standsFor);
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
  return raw.flatMap(({ block, said, last, start, end, week }, i) => {
    const year = years.years[i];
    if (year === undefined || year === null) return [];
    const first = pointIn(said, year);
    if (!first) return [];
    const carried =
      last.year ??
      (last.month !== undefined && said.month !== undefined && last.month < said.month ? year + 1 : year);
    const days = week && daysOfWeek(first.start, week);
    const other = pointIn(last, carried) ?? first;
    const yearFrom = said.year !== undefined ? null : `${year} from ${sourceName ?? years.source}`;
    const rivalYear = years.rivals[i] ?? year;
    const rival = rivalYear === year ? null : pointIn(said, rivalYear);
    const [from, to] = days ?? [first, other];
    return [{ block, first: from, last: to, start, end, yearFrom, margin: years.margin, rival }];
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
  blocks: readonly Block[],
  raw: readonly RawHeading[],
  dated: readonly HeadingDate[],
  date: Point | null,
): HeadingDate[] {
  // One such line may be anything; two are a diary.
  if (raw.length < 2 || raw.every(({ said }) => !isBare(said))) return [...dated];
  const known = new Map(dated.map((each) => [each.block, each]));
  const lines: DiaryLine[] = raw.map(({ said, block }, i) => {
    const heading = known.get(block);
    const next = raw[i + 1];
    const heads = next !== undefined && blocks[next.block]!.heading === block;
    const point = heading ? pointFor(heading, heads) : null;
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
    const above = source && known.get(source.block);
    const side = above && isWithin(found.day, above) ? 'in' : found.side;
    const yearFrom = `${side} ${name}${source ? ofYear(known.get(source.block)) : ''}`;
    return [
      { block, first: point, last: until, start, end, yearFrom, margin: found.side === 'before' ? 1 : 3 },
    ];
  });
}

/** Whether a day lies in what a heading names, if that is more than a day. */
const isWithin = (day: number, { first, last }: HeadingDate): boolean =>
  (last.unit === 'month' || first.start < last.start) && day >= first.start && day < endOf(last);

/**
 * Where the lines behind a dated one go on. @param heads whether the next of them stands under it: what is under the heading of some
 * days, "Week of 6 May", lies in them; else it comes after them.
 */
function pointFor({ first, last }: HeadingDate, heads: boolean): Point | null {
  if (!/^(?:day|month)$/.test(last.unit)) return null;
  const within = heads && first.unit === 'day' && last.unit === 'day' && first.start < last.start;
  return within ? { unit: 'day', start: first.start - 1 } : last;
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
  /** Which day of its week it names; null where it stands for itself. */
  readonly week: NamedDay | null;
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
