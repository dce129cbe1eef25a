import { type Days, toCivil } from '../model/days.ts';
import { edtfDate, readEdtf } from '../model/edtf.ts';

/** What of a date is moved: one of its ends, or all of it. */
export type Grip = 'start' | 'end' | 'both';

/** A date of a year, a month or a day, with what stands behind it: a time of day, a doubt. */
interface Point {
  readonly start: Days;
  readonly unit: 'day' | 'month' | 'year';
  /** `T14:30`; empty where none is known. */
  readonly clock: string;
  /** `~`, `?`, `%`; empty where the text is sure. */
  readonly mark: string;
}

/** Whether a date can be moved by hand: one of years, months or days, or a span between such. */
export const isMovable = (edtf: string): boolean => pointsOf(edtf) !== null;

/**
 * Moves a date, or one end of it, by so many days, in steps of its own unit: a month goes to another month. What was a
 * single date becomes a span when one of its ends is pulled away. An end that is open stays open.
 * @param by days, of any sign and with fractions.
 * @returns EDTF; the same when it is not enough for a step. null: it cannot be moved.
 */
export function moveDate(edtf: string, grip: Grip, by: Days): string | null {
  const points = pointsOf(edtf);
  if (!points) return null;
  const [first, last] = points;
  const single = first === last;
  const start = grip === 'end' ? first : moved(first, by);
  const end = grip === 'start' ? last : moved(last, by);
  if (single && grip === 'both') return start ? written(start) : null;
  const [from, to] = [start && written(start), end && written(end)];
  if (from === null || to === null) return `${from ?? '..'}/${to ?? '..'}`;
  // Pulled past the other end: it is where that end is.
  if (start!.start >= endOf(end!)) return grip === 'start' ? written(end!) : written(start!);
  return from === to ? from : `${from}/${to}`;
}

const DATE = /^(-?\d{4}|Y-?\d{5,11})(?:-(\d\d))?(?:-(\d\d))?(T[\d:]+(?:Z|[+-][\d:]+)?)?([~?%])?$/;

/** The ends of a date; the same twice where it is none but one, null for an open one. */
function pointsOf(edtf: string): readonly [Point | null, Point | null] | null {
  const span = readEdtf(edtf);
  if ('problem' in span) return null;
  const parts = edtf.split('/');
  const points = parts.map(pointOf);
  if (points.some((point) => point === undefined)) return null;
  const [first = null, last] = points as (Point | null)[];
  if (parts.length === 1) return first && [first, first];
  return first || last ? [first, last ?? null] : null;
}

/** null: open. undefined: of another unit. */
function pointOf(edtf: string): Point | null | undefined {
  if (edtf === '' || edtf === '..') return null;
  const parts = DATE.exec(edtf);
  if (!parts || Number(parts[2] ?? 1) > 12) return undefined;
  const span = readEdtf(edtf);
  if ('problem' in span) return undefined;
  return {
    start: span.start,
    unit: parts[3] ? 'day' : parts[2] ? 'month' : 'year',
    clock: parts[4] ?? '',
    mark: parts[5] ?? '',
  };
}

function moved(point: Point | null, by: Days): Point | null {
  if (!point) return null;
  // From the middle of a unit to the unit that has the place it comes to.
  const middle = (point.start + endOf(point)) / 2;
  const { year, month, day } = toCivil(Math.floor(middle + by));
  const span = readEdtf(dateOf(point.unit, year, month, day));
  return 'problem' in span ? point : { ...point, start: span.start };
}

function endOf(point: Point): Days {
  const span = readEdtf(plain(point));
  return 'problem' in span ? point.start + 1 : span.end;
}

/** Without what stands behind the date. */
function plain({ start, unit }: Point): string {
  const { year, month, day } = toCivil(start);
  return dateOf(unit, year, month, day);
}

function dateOf(unit: Point['unit'], year: number, month: number, day: number): string {
  if (unit === 'year') return edtfDate(year);
  return unit === 'month' ? edtfDate(year, month) : edtfDate(year, month, day);
}

const written = (point: Point): string => `${plain(point)}${point.clock}${point.mark}`;
