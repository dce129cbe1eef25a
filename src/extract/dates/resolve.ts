import { type Days, toCivil, toDays, weekdayOf } from '../../model/days.ts';
import { type Precision, readEdtf } from '../../model/edtf.ts';
import type { Regime } from '../reading.ts';
import type { Said } from './pattern.ts';
import {
  dayPoint,
  edtfOf,
  endOf,
  holding,
  monthPoint,
  type Point,
  type PointUnit,
  seasonPoint,
  shifted,
  timexOf,
  weekPoint,
  yearOf,
  yearPoint,
} from './point.ts';

/** What an expression means where it stands. */
export interface Resolved {
  readonly value: string;
  readonly mod: string | null;
  readonly edtf: string | null;
  readonly precision: Precision | null;
  readonly point: Point | null;
  readonly explicit: boolean;
  /** Readable steps, from the words to the anchor. */
  readonly steps: readonly string[];
  readonly confidence: number;
  readonly alternatives: readonly string[];
}

/** Where the reader stands. Mutable: the walk moves it on. */
export interface Place {
  regime: Regime;
  /** The day of speaking, and what gives it. */
  speech: Point | null;
  speechName: string;
  /** The last date the story reached. */
  story: Point | null;
  tense: 'past' | 'future' | 'none';
}

const MODS: Record<string, string> = { early: 'START', start: 'START', mid: 'MID', late: 'END', end: 'END' };
const nothing = (value: string, mod: string | null = null): Resolved => ({
  value,
  mod,
  edtf: null,
  precision: null,
  point: null,
  explicit: true,
  steps: [],
  confidence: 0.9,
  alternatives: [],
});

/** Reads what was said against the place where it stands. */
export function resolve(said: Said, place: Place): Resolved {
  if (said.set !== undefined) return nothing(said.set === 'P1' ? durationValue(said) : said.set);
  if (said.reference) return nothing(said.reference);
  const mod = said.mod ?? (said.phase ? (MODS[said.phase] ?? null) : null);
  if (said.type === 'DURATION') return resolveDuration(said, place, mod);
  const steps: string[] = [];
  const point = pointOf(said, place, steps);
  if (!point) return nothing(said.type === 'DATE' ? unknownValue(said) : 'XXXX-XX-XX', mod);
  const { edtf, precision } = edtfOf(point, said.phase ?? null);
  return {
    value: timexOf(point) + (said.daypart ? `T${said.daypart}` : ''),
    mod,
    edtf: said.approximate ? `${edtf}~` : edtf,
    precision,
    point,
    explicit: steps.length === 0,
    steps,
    confidence: steps.length === 0 ? 0.97 : 0.85,
    alternatives: [],
  };
}

const two = (n: number) => String(n).padStart(2, '0');
function unknownValue(said: Said): string {
  if (said.unit) return 'XXXX-XX-XX';
  if (said.season !== undefined) return `XXXX-${['SP', 'SU', 'FA', 'WI'][said.season]}`;
  if (said.quarter !== undefined) return `XXXX-Q${said.quarter}`;
  const month = said.month === undefined ? 'XX' : two(said.month);
  return said.day === undefined ? `XXXX-${month}` : `XXXX-${month}-${two(said.day)}`;
}

const LETTERS: Record<string, string> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  daypart: 'D',
  day: 'D',
  weekend: 'WE',
  week: 'W',
  fortnight: 'W',
  month: 'M',
  season: 'M',
  quarter: 'M',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
  millennium: 'Y',
};
const FACTORS: Record<string, number> = {
  fortnight: 2,
  season: 3,
  quarter: 3,
  decade: 10,
  century: 100,
  millennium: 1000,
};

function durationValue(said: Said): string {
  const unit = said.unit!;
  if (said.count === null || said.count === undefined) {
    const letter = unit === 'decade' ? 'DE' : unit === 'century' ? 'CE' : LETTERS[unit]!;
    return letter.startsWith('T') ? `PTX${letter[1]}` : `PX${letter}`;
  }
  const letter = LETTERS[unit]!;
  const count = said.count * (FACTORS[unit] ?? 1);
  return letter.startsWith('T') ? `PT${count}${letter[1]}` : `P${count}${letter}`;
}

function resolveDuration(said: Said, place: Place, mod: string | null): Resolved {
  const value = durationValue(said);
  const anchor = place.speech ?? place.story;
  if (!said.stretch || !anchor || said.count === null || said.count === undefined) return nothing(value, mod);
  const unit = said.unit!;
  if (unit === 'second' || unit === 'minute' || unit === 'hour' || unit === 'daypart')
    return nothing(value, mod);
  const sign = said.stretch === 'past' ? -1 : 1;
  const other = shifted(anchor, sign * said.count, unit);
  const scale: PointUnit =
    unit === 'decade' || unit === 'century' || unit === 'year' || unit === 'millennium'
      ? 'year'
      : unit === 'month'
        ? 'month'
        : 'day';
  const [from, to] = sign < 0 ? [other, anchor] : [anchor, other];
  const edge = (p: Point) => edtfOf(holding(p.start, scale)).edtf;
  return {
    ...nothing(value, mod),
    edtf: `${edge(from)}/${edge(to)}`,
    precision: scale as Precision,
    steps: [`${said.stretch === 'past' ? 'up to' : 'from'} ${place.speechName}`],
    explicit: false,
    confidence: 0.8,
  };
}

function pointOf(said: Said, place: Place, steps: string[]): Point | null {
  if (said.within) return withinPoint(said, place, steps);
  const year = said.year ?? (said.shortYear === undefined ? undefined : fullYear(said.shortYear, place));
  if (year !== undefined) return partOfYear(said, year);
  if (said.decade !== undefined) return { unit: 'decade', start: toDays(said.decade) };
  if (said.shortDecade !== undefined) {
    return { unit: 'decade', start: toDays(fullYear(said.shortDecade, place)) };
  }
  if (said.century !== undefined) return { unit: 'century', start: toDays(said.century) };
  if (said.millennium !== undefined) return { unit: 'millennium', start: toDays(said.millennium) };
  if (said.unit !== undefined && said.step !== undefined) return steppedPoint(said, place, steps);
  if (said.weekday !== undefined && said.day === undefined) return weekdayPoint(said, place, steps);
  return yearless(said, place, steps);
}

function partOfYear(said: Said, year: number): Point | null {
  if (said.day !== undefined && said.month !== undefined) return dayPoint(year, said.month, said.day);
  if (said.month !== undefined) return monthPoint(year, said.month);
  if (said.season !== undefined) return seasonPoint(year, said.season);
  if (said.quarter !== undefined) return { unit: 'quarter', start: toDays(year, said.quarter * 3 - 2) };
  if (said.half !== undefined) return { unit: 'half', start: toDays(year, said.half * 6 - 5) };
  if (said.week !== undefined) return weekPoint(year, said.week);
  return yearPoint(year);
}

/** Two digits: the century of the story, or the one that is nearest to the day of speaking and not much after it. */
function fullYear(short: number, place: Place): number {
  const near = place.story ?? place.speech;
  if (!near) return short > 40 ? 1900 + short : 2000 + short;
  const year = yearOf(near);
  const century = Math.floor(year / 100) * 100;
  const options = [century - 100 + short, century + short];
  const limit = place.speech ? yearOf(place.speech) + 5 : year + 60;
  const fit = options.filter((y) => y <= limit);
  return (fit.length ? fit : options).reduce((a, b) => (Math.abs(b - year) < Math.abs(a - year) ? b : a));
}

function withinPoint(said: Said, place: Place, steps: string[]): Point | null {
  const outer = pointOf(said.within!, place, steps);
  if (!outer) return null;
  if (said.from === 'within') {
    if (said.count === null || said.count === undefined) return null;
    const unit = said.unit as PointUnit;
    return shiftedBy(outer, said.step! * said.count, unit);
  }
  if (said.ordinal !== undefined) return nthWithin(said, outer);
  if (outer.unit === 'year') return partOfYear(said, yearOf(outer));
  if (said.half !== undefined) return outer;
  return null;
}

function nthWithin(said: Said, outer: Point): Point | null {
  const n = said.ordinal!;
  if (said.weekday !== undefined) {
    const first = outer.start + ((said.weekday - weekdayOf(outer.start) + 7) % 7);
    if (n > 0) return { unit: 'day', start: first + (n - 1) * 7 };
    const last = endOf(outer) - 1;
    return { unit: 'day', start: last - ((weekdayOf(last) - said.weekday + 7) % 7) };
  }
  const unit = said.unit as PointUnit;
  if (n < 0) return holding(endOf(outer) - 1, unit);
  const first = holding(outer.start, unit);
  return shifted(first, n - 1);
}

const FINE: Record<string, number> = {
  day: 0,
  weekend: 1,
  week: 1,
  fortnight: 1,
  month: 2,
  season: 3,
  quarter: 3,
  half: 4,
  year: 5,
  decade: 6,
  century: 7,
  millennium: 8,
};

/** Steps keep the unit that was counted: a year after a day is known to the year. */
function shiftedBy(point: Point, count: number, unit: PointUnit): Point {
  const moved = shifted(point, count, unit);
  return FINE[unit]! > FINE[point.unit]!
    ? unit === 'decade' || unit === 'century'
      ? holding(moved.start, 'year')
      : holding(moved.start, unit)
    : moved;
}

function steppedPoint(said: Said, place: Place, steps: string[]): Point | null {
  const unit = said.unit!;
  const story = said.from === 'story' && place.story !== null;
  const anchor = story ? place.story : (place.speech ?? place.story);
  if (!anchor) return null;
  steps.push(story ? 'the date before' : place.speechName);
  if (unit === 'second' || unit === 'minute' || unit === 'hour' || unit === 'daypart') return null;
  if (said.count !== undefined) {
    if (said.count === null) return null;
    return shiftedBy(anchor, said.step! * said.count, unit);
  }
  if (FINE[unit]! < FINE[anchor.unit]!) return null;
  return shifted(holding(anchor.start, unit), said.step!);
}

function weekdayPoint(said: Said, place: Place, steps: string[]): Point | null {
  const story = said.from === 'story' || place.regime === 'narrative';
  const anchor = (story ? place.story : place.speech) ?? place.speech ?? place.story;
  if (!anchor || FINE[anchor.unit]! > 2) return null;
  steps.push(story ? 'the date before' : place.speechName);
  const day = anchor.unit === 'day' ? anchor.start : endOf(anchor) - 1;
  const back = (weekdayOf(day) - said.weekday! + 7) % 7;
  if (said.step === 1) return { unit: 'day', start: day + (7 - back) };
  if (said.step === -1) return { unit: 'day', start: day - (back || 7) };
  if (story) return { unit: 'day', start: day + ((7 - back) % 7) };
  if (place.tense === 'future') return { unit: 'day', start: day + ((7 - back) % 7) };
  return { unit: 'day', start: day - back };
}

/** A month, a day of a month, a season … whose year is not said. */
function yearless(said: Said, place: Place, steps: string[]): Point | null {
  const anchor = place.regime === 'narrative' ? (place.story ?? place.speech) : (place.speech ?? place.story);
  if (!anchor) return null;
  const base = yearOf(anchor);
  if (said.day !== undefined && said.month === undefined) {
    const month = toCivil((place.story ?? anchor).start);
    return FINE[(place.story ?? anchor).unit]! <= 2 ? dayPoint(month.year, month.month, said.day) : null;
  }
  steps.push(place.regime === 'narrative' ? 'the date before' : place.speechName);
  const candidates: Point[] = [];
  for (let year = base - 1; year <= base + 1; year++) {
    const point = partOfYear(said, year);
    if (
      point &&
      (said.weekday === undefined || said.day === undefined || weekdayOf(point.start) === said.weekday)
    )
      candidates.push(point);
  }
  if (candidates.length === 0) return null;
  if (said.step === -1 && said.from === 'speech')
    return candidates.filter((p) => endOf(p) <= anchor.start).at(-1) ?? null;
  if (said.step === 1 && said.from === 'speech')
    return candidates.find((p) => p.start >= endOf(anchor)) ?? null;
  if (said.step === 0) return candidates.find((p) => yearOf(p) === base) ?? null;
  return candidates.reduce((a, b) => (cost(b, anchor, place) < cost(a, anchor, place) ? b : a));
}

function cost(point: Point, anchor: Point, place: Place): number {
  const gap = distance(point, anchor);
  if (place.regime === 'narrative') return gap >= 0 ? gap : -gap * 1.5;
  if (place.tense === 'future') return gap >= 0 ? gap : -gap * 3;
  return gap <= 0 ? -gap : gap * 3;
}

/** Days from one to the other, 0 when they overlap. */
function distance(point: Point, anchor: Point): Days {
  if (point.start >= endOf(anchor)) return point.start - endOf(anchor) + 1;
  if (endOf(point) <= anchor.start) return endOf(point) - anchor.start - 1;
  return 0;
}

/** The point an EDTF expression names, by its first day and precision; null when it is no EDTF. */
export function pointFromEdtf(edtf: string): Point | null {
  const span = readEdtf(edtf);
  if ('problem' in span) return null;
  const unit = span.precision === 'time' ? 'day' : span.precision;
  return { unit: unit as PointUnit, start: span.start };
}
