import { toCivil, weekdayOf } from '../../model/days.ts';
import type { Alternative } from '../../model/when.ts';
import type { HeadingDate } from '../headingDates.ts';
import type { Said } from './pattern.ts';
import { dayPoint, edtfOf, endOf, type Point, yearOf } from './point.ts';
import type { Chosen, Step } from './walk.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** Weekdays of printed dates are not held against older ones: the calendar was another. */
const GREGORIAN = 1752;
/** A year that is wrong by more than this is no slip. */
const FARTHEST_YEAR = 6;
/** A day whose weekday, heading or order of figures speaks against it is right about so often. */
const DOUBTFUL = 0.6;

/** What a mention is held against. */
export interface Beside {
  /** The words of the expression. */
  readonly words: string;
  /** The dated heading under which it stands, or null, and the words of its date. */
  readonly heading: HeadingDate | null;
  readonly headingWords: string;
  /** It is the heading's own date. */
  readonly inHeading: boolean;
  /** Of a heading whose year does not fit between those above and below: the date with one that does. */
  readonly misprint: Alternative | null;
  /** Above 0 where the text's dates in figures surely run day first, below where month first; 0 where nothing tells. */
  readonly figures: number;
}

/**
 * Holds a date against what stands beside it: its weekday, the heading above, the order of its figures. Where they do
 * not agree, the other dates are kept with the reason, and the date is less sure. The date itself stays what is printed.
 */
export function holdAgainst(step: Step, chosen: Chosen, beside: Beside): Chosen {
  const { point } = chosen.reading;
  if (point?.unit !== 'day') return chosen;
  const doubts = [
    ...againstWeekday(step.said, point),
    ...againstYear(step, point),
    ...againstHeading(step.said, point, beside),
    ...(beside.misprint ? [beside.misprint] : []),
    ...againstFigures(step.said, point, beside),
  ];
  if (doubts.length === 0) return chosen;
  return {
    ...chosen,
    sure: Math.min(chosen.sure ?? 1, DOUBTFUL),
    doubts: [...(chosen.doubts ?? []), ...doubts],
  };
}

const edtf = (point: Point): string => edtfOf(point).edtf;
const nameOf = (point: Point): string => WEEKDAYS[weekdayOf(point.start)]!;

/** Tuesday, 12 May 2023, which was a Friday: the Tuesday beside it, or the year in which it was one. */
function againstWeekday({ weekday, day, month }: Said, point: Point): Alternative[] {
  if (weekday === undefined || day === undefined || month === undefined) return [];
  if (weekdayOf(point.start) === weekday || yearOf(point) < GREGORIAN) return [];
  const away = (weekday - weekdayOf(point.start) + 7) % 7;
  const near: Point = { unit: 'day', start: point.start + (away > 3 ? away - 7 : away) };
  const was = `${edtf(point)} is a ${nameOf(point)}`;
  const found: Alternative[] = [{ edtf: edtf(near), reason: `the ${WEEKDAYS[weekday]} beside it: ${was}` }];
  for (let by = 1; by <= FARTHEST_YEAR; by++) {
    const years = [yearOf(point) - by, yearOf(point) + by].flatMap(
      (year) => dayPoint(year, month, day) ?? [],
    );
    const fits = years.find(({ start }) => weekdayOf(start) === weekday);
    if (fits) return [...found, { edtf: edtf(fits), reason: `there a ${WEEKDAYS[weekday]}: ${was}` }];
  }
  return found;
}

/** A day of a month falls on each weekday again after so many years at most, around a century without a leap day. */
const LONGEST_WAIT = 12;

/** The weekday led to a year that is not the nearest: the weekday may be what is wrong. */
function againstYear({ said, speech }: Step, point: Point): Alternative[] {
  const { weekday, day, month, year, step, within } = said;
  if (weekday === undefined || day === undefined || month === undefined) return [];
  if (year !== undefined || step !== undefined || within || !speech || weekdayOf(point.start) !== weekday)
    return [];
  const now = yearOf(speech);
  const near = [now, now - 1]
    .flatMap((each) => dayPoint(each, month, day) ?? [])
    .find((each) => each.start < endOf(speech));
  if (!near || yearOf(point) >= yearOf(near)) return [];
  // Further back it was the story that led there, and not the weekday.
  if (yearOf(near) - yearOf(point) > LONGEST_WAIT) return [];
  return [{ edtf: edtf(near), reason: `the nearest year, in which it is a ${nameOf(near)}` }];
}

/** The same day of another year than the heading's. */
function againstHeading(
  { year, month, day }: Said,
  point: Point,
  { heading, headingWords, inHeading }: Beside,
): Alternative[] {
  if (!heading || inHeading || year === undefined || month === undefined || day === undefined) return [];
  const { first, last } = heading;
  if (first.unit !== 'day' || yearOf(first) === yearOf(point)) return [];
  const here = dayPoint(yearOf(first), month, day);
  if (!here || here.start < first.start || here.start > last.start) return [];
  return [{ edtf: edtf(here), reason: `the heading says ${headingWords}` }];
}

const IN_FIGURES = /^\D{0,6}\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d{2})$/;

/** 3/4/2021: April or March. */
function againstFigures({ month, day }: Said, point: Point, { words, figures }: Beside): Alternative[] {
  if (figures !== 0 || month === undefined || day === undefined || month === day || day > 12) return [];
  if (!IN_FIGURES.test(words)) return [];
  const { year } = toCivil(point.start);
  const other = dayPoint(year, day, month);
  return other ? [{ edtf: edtf(other), reason: 'where the day comes first' }] : [];
}

/** Fewer headings make no order that one of them could break. */
const LEAST_HEADINGS = 4;

/**
 * Headings of which one has a year that breaks the order of all others, as a slip of the pen does: between 3 May 2021
 * and 9 May 2021 stands 6 May 2012. Only where a single year is all that is wrong. O(headings).
 * @param headings in order. @returns by block, the date with the year that fits.
 */
export function misprintsIn(headings: readonly HeadingDate[]): ReadonlyMap<number, Alternative> {
  const none: ReadonlyMap<number, Alternative> = new Map();
  const dated = headings.filter(({ first }) => first.unit === 'day');
  if (dated.length < LEAST_HEADINGS) return none;
  const starts = dated.map(({ first }) => first.start);
  const rises = starts.filter((start, i) => i > 0 && start > starts[i - 1]!).length;
  const sign = rises * 2 >= starts.length - 1 ? 1 : -1;
  const breaks = starts.flatMap((start, i) => (i > 0 && (start - starts[i - 1]!) * sign < 0 ? [i] : []));
  const [at] = breaks;
  if (at === undefined || breaks.length > 1) return none;
  const found = [at - 1, at].flatMap((i): (readonly [block: number, doubt: Alternative])[] => {
    const [above, here, below] = [dated[i - 1], dated[i]!, dated[i + 1]];
    if (!above || !below || here.yearFrom !== null) return [];
    const [low, high] = sign > 0 ? [above, below] : [below, above];
    if (low.first.start > high.first.start) return [];
    const { month, day } = toCivil(here.first.start);
    for (let year = yearOf(low.first); year <= yearOf(high.first) && year - yearOf(low.first) <= 1; year++) {
      const fit = dayPoint(year, month, day);
      if (fit && fit.start >= low.first.start && fit.start <= high.first.start)
        return [[here.block, { edtf: edtf(fit), reason: 'the order of the dates above and below it' }]];
    }
    return [];
  });
  return new Map(found.length === 1 ? found : []);
}
