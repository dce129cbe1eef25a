import { type Days, daysInMonth, toCivil, toDays, weekdayOf } from '../../model/days.ts';
import type { Block } from '../reading.ts';
import type { Found } from './find.ts';
import type { Said } from './pattern.ts';
import { dayPoint, monthPoint, type Point, shifted } from './point.ts';

/** One line of a diary: a date that is known, or the bare day or weekday that stands for one. */
export interface DiaryLine {
  /** Known to the day or to the month; null for a bare line. A coarser date says nothing here. */
  readonly point: Point | null;
  readonly day: number | null;
  /** 0 Sunday … 6. */
  readonly weekday: number | null;
  /** MO, AF, EV, NI: two parts of one day may have a line each. */
  readonly daypart: string | null;
}

/** The day found for a bare line, and the line that it was counted from. */
export interface DiaryDay {
  readonly day: Days;
  readonly from: number;
  readonly side: 'after' | 'before' | 'in';
}

const PARTS = ['MO', 'AF', 'EV', 'NI'];

/**
 * The days of a diary's bare lines: "Tuesday" under "Monday 3 July" is the next one, "2nd" under "30th" is of the next
 * month. Lines run on from the dated line above; where that is only a month, or leads beyond the dated line below,
 * they are counted back from the one below. Lists with the newest on top run the other way. O(lines).
 * @returns parallel to `lines`; null for lines that are dated themselves and for those that nothing dates.
 */
export function fillDays(lines: readonly DiaryLine[]): (DiaryDay | null)[] {
  const down = runsDown(lines);
  const filled = run(lines, down ? -1 : 1, 0, lines.length);
  const after = nextKnown(lines);
  const backward = run(lines, down ? 1 : -1, lines.length - 1, -1);
  return filled.map((found, i) => {
    const back = backward[i] ?? null;
    if (!found) return back;
    const limit = after[i];
    const beyond =
      limit !== undefined && limit !== null && (down ? found.day < limit.first : found.day >= limit.end);
    return beyond && back ? back : found;
  });
}

/** One way through the lines; `sign` 1 looks for later days, -1 for earlier ones. */
function run(lines: readonly DiaryLine[], sign: 1 | -1, start: number, stop: number): (DiaryDay | null)[] {
  const found: (DiaryDay | null)[] = lines.map(() => null);
  const forward = start < stop;
  let cursor: { readonly day: Days; readonly part: string | null } | null = null;
  let month: Point | null = null;
  let from = -1;
  for (let i = start; i !== stop; i += forward ? 1 : -1) {
    const line = lines[i]!;
    if (line.point) {
      cursor = line.point.unit === 'day' ? { day: line.point.start, part: line.daypart } : null;
      // A month heads the lines below it, not those above.
      month = line.point.unit === 'month' && forward ? line.point : null;
      from = i;
      continue;
    }
    let day: Days | null = null;
    let side: DiaryDay['side'] = sign > 0 ? 'after' : 'before';
    if (cursor) day = next(line, cursor, sign);
    else if (month && line.day !== null) {
      const { year, month: m } = toCivil(month.start);
      const point = dayPoint(year, m, line.day);
      day = point && (line.weekday === null || weekdayOf(point.start) === line.weekday) ? point.start : null;
      side = 'in';
    }
    if (day === null) continue;
    found[i] = { day, from, side };
    cursor = { day, part: line.daypart };
  }
  return found;
}

/** A bare line that fits no day within so many months fits none. */
const MOST_MONTHS = 8;

function next(
  line: DiaryLine,
  cursor: { readonly day: Days; readonly part: string | null },
  sign: 1 | -1,
): Days | null {
  if (line.day === null) {
    if (line.weekday === null) return null;
    const away = sign > 0 ? line.weekday - weekdayOf(cursor.day) : weekdayOf(cursor.day) - line.weekday;
    const step = (away + 7) % 7;
    if (step > 0) return cursor.day + sign * step;
    // Tuesday morning, Tuesday evening
    const [before, here] = [PARTS.indexOf(cursor.part ?? ''), PARTS.indexOf(line.daypart ?? '')];
    return before >= 0 && here >= 0 && (here - before) * sign > 0 ? cursor.day : cursor.day + sign * 7;
  }
  const { year, month } = toCivil(cursor.day);
  let at = monthPoint(year, month);
  for (let i = 0; i < MOST_MONTHS; i++) {
    const civil = toCivil(at.start);
    if (line.day <= daysInMonth(civil.year, civil.month)) {
      const day = toDays(civil.year, civil.month, line.day);
      const fits = line.weekday === null || weekdayOf(day) === line.weekday;
      if (fits && (day - cursor.day) * sign > 0) return day;
    }
    at = shifted(at, sign);
  }
  return null;
}

/** The nearest known date below each line. */
function nextKnown(lines: readonly DiaryLine[]): ({ readonly first: Days; readonly end: Days } | null)[] {
  const known: ({ readonly first: Days; readonly end: Days } | null)[] = [];
  let below: { readonly first: Days; readonly end: Days } | null = null;
  for (let i = lines.length - 1; i >= 0; i--) {
    known[i] = below;
    const { point } = lines[i]!;
    if (point?.unit === 'day') below = { first: point.start, end: point.start + 1 };
    else if (point) below = { first: point.start, end: shifted(point, 1).start };
  }
  return known;
}

/** Whether the newest stands on top: more days and dates fall than rise; one fall is the turn of a month. */
function runsDown(lines: readonly DiaryLine[]): boolean {
  let rises = 0;
  let before: { readonly day: number | null; readonly start: Days | null } = { day: null, start: null };
  for (const { point, day } of lines) {
    const here = { day: point?.unit === 'day' ? toCivil(point.start).day : day, start: point?.start ?? null };
    if (here.start !== null && before.start !== null) rises += Math.sign(here.start - before.start);
    else if (here.day !== null && before.day !== null && here.day !== before.day)
      rises += here.day > before.day ? 1 : -1;
    if (here.start !== null || here.day !== null) before = here;
  }
  return rises < -1;
}

/** "14th." as a whole line, or before a sentence, a colon or a dash; with its weekday or without. */
const BARE_DAY =
  /^[*_]*(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\b[*_]*(?:\s*[.:,]?\s*$|[.:]\s+(?=["“‘']?\p{Lu})|\s*[–—]|\s+-\s)/u;
const WEEKDAYS_DAY =
  /^,?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\b(?=[*_]*(?:\s*[.:,]?\s*$|[.:]\s|\s*[–—]|\s+-\s))/;
/** "4 – ", "4: " before an entry: a day where a month heads the entry, else the number of a list. */
const ENTRYS_DAY = /^[*_]*(\d{1,2})[*_]*(?:\s*[–—]\s|:\s|\s+-\s)/;
const MONTH_ALONE =
  /^\W*(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:,?\s+\d{3,4})?\W*$/i;
/** Looked at of a block's beginning. */
const LOOK = 40;

/**
 * Adds the days that head the entries of a diary by their number alone, "14th.", "Monday 14". Two of them make a
 * diary; one is the rank of something, unless a month stands over it.
 */
export function addBareDays(text: string, blocks: readonly Block[], found: Found[][]): Found[][] {
  const added = new Map<number, Found>();
  let headed = false;
  blocks.forEach((block, i) => {
    if (block.kind === 'note' || block.kind === 'navigation' || block.kind === 'caption') return;
    const first = found[i]![0];
    const words = text.slice(block.start, Math.min(block.end, block.start + LOOK));
    if (first && first.said.weekday !== undefined && first.said.day === undefined && !first.said.daypart) {
      if (/[\p{L}\p{N}]/u.test(text.slice(block.start, first.start))) return;
      const day = WEEKDAYS_DAY.exec(text.slice(first.end, Math.min(block.end, first.end + LOOK)));
      if (day && isDay(day[1]!))
        added.set(i, {
          ...first,
          end: first.end + day[0].length,
          said: { ...first.said, day: Number(day[1]) },
        });
      return;
    }
    const day = BARE_DAY.exec(words) ?? (isUnderMonth(text, blocks, block) ? ENTRYS_DAY.exec(words) : null);
    if (!day || !isDay(day[1]!) || (first && first.start < block.start + day[0].length)) return;
    if (block.kind === 'heading' && !/^[^\p{L}]*(?:the\s+)?\d+\p{L}\p{L}\P{L}*$/u.test(words)) return;
    const start = block.start + day[0].search(/[\dt]/i);
    const said: Said = { type: 'DATE', day: Number(day[1]) };
    headed ||= !BARE_DAY.test(words);
    const digits = day[0].indexOf(day[1]!) + day[1]!.length;
    const rank = /^(?:st|nd|rd|th)/.test(day[0].slice(digits)) ? 2 : 0;
    added.set(i, { start, end: block.start + digits + rank, said, tie: null });
  });
  if (added.size < 2 && !headed) return found;
  return found.map((own, i) => {
    const day = added.get(i);
    if (!day) return own;
    return [day, ...own.filter((each) => each.start >= day.end)];
  });
}

/** Whether the heading over a block is the name of a month and nothing else but a year. */
function isUnderMonth(text: string, blocks: readonly Block[], block: Block): boolean {
  const heading = block.kind === 'heading' ? undefined : blocks[block.heading];
  return (
    heading !== undefined &&
    MONTH_ALONE.test(text.slice(heading.start, Math.min(heading.end, heading.start + LOOK)))
  );
}

const isDay = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= 31;
