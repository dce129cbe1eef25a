import { toDays, weekdayOf } from '../../model/days.ts';
import { endOf, type Point, yearOf, yearPoint } from './point.ts';

/** One date of a list. */
export interface Line {
  readonly month: number | null;
  readonly day: number | null;
  /** 0 Sunday … 6, printed beside the day, else null. */
  readonly weekday?: number | null;
  /** Printed, else null. */
  readonly year: number | null;
}

/**
 * Years of a list of dates of which some lack theirs. Up and down are both tried; each step that runs against the
 * order costs a penalty, each step with it its length, and the end that is newest should lie near the date of the
 * document and not after it.
 * @param ahead the list says what is to come: the end that is oldest lies near the date of the document.
 */
export function solveYears(
  lines: readonly Line[],
  date: Point | null,
  ahead = false,
): {
  readonly years: (number | null)[];
  /** The years where the list runs the other way. */
  readonly rivals: (number | null)[];
  readonly margin: number;
  readonly source: string;
} {
  const printed = lines.filter((line) => line.year !== null);
  const anchor = date ? yearOf(date) : null;
  if (anchor === null && printed.length === 0) {
    const none = lines.map(() => null);
    return { years: none, rivals: none, margin: 0, source: '' };
  }
  const down = solveDirection(lines, date, -1, ahead);
  const up = solveDirection(lines, date, 1, ahead);
  const [best, other] = down.cost <= up.cost ? [down, up] : [up, down];
  const same = best.years.every((year, i) => year === other.years[i]);
  const source = date ? "the document's date" : 'the headings beside it';
  return { years: best.years, rivals: other.years, margin: same ? 9 : other.cost - best.cost, source };
}

/** Fraction of the year at which a line stands. */
const inYear = (line: Line) => (((line.month ?? 1) - 1) * 30.4 + (line.day ?? 1)) / 366;

function solveDirection(
  lines: readonly Line[],
  date: Point | null,
  direction: 1 | -1,
  ahead: boolean,
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
      if (!previous) best = direction < 0 !== ahead && end !== null ? Math.abs(end - at) : 0;
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
      if (i === lines.length - 1 && direction > 0 !== ahead && end !== null) best += Math.abs(end - at);
      if (line.year === null && !fallsOn(line, year)) best += WRONG_WEEKDAY;
      // Nothing of a diary lies after its own date, and nothing that is to come before it.
      if (end !== null && line.year === null && (ahead ? at < end - 0.01 : at > end + 0.01))
        best += 4 + Math.abs(at - end);
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

/** Whether the day of a line is in this year the weekday that stands beside it. */
const fallsOn = ({ month, day, weekday }: Line, year: number): boolean =>
  weekday === null ||
  weekday === undefined ||
  month === null ||
  day === null ||
  weekdayOf(toDays(year, month, day)) === weekday;

/** A year in which a printed weekday is wrong costs as much as this many years of waiting. */
const WRONG_WEEKDAY = 12;
/** Within so many years every weekday comes by, leap years or not. */
const WEEKDAYS_RETURN = 11;

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
  const named = lines.some(({ weekday }) => weekday !== null && weekday !== undefined);
  const reach = Math.min(WIDEST, Math.max(lines.length, named ? WEEKDAYS_RETURN : 0));
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
