import { type Days, daysInMonth, toDays } from './days.ts';

/** The unit to which a date is known, from fine to coarse. */
export const PRECISIONS = [
  'time',
  'day',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
  'millennium',
] as const;
/** One of {@link PRECISIONS}. */
export type Precision = (typeof PRECISIONS)[number];

/** Index in {@link PRECISIONS}: larger is coarser. */
export const coarseness = (precision: Precision): number => PRECISIONS.indexOf(precision);

/** What an EDTF expression says. */
export interface EdtfSpan {
  /** First day that is meant, days since 1970-01-01. Where the start is open: first day of the known end. */
  readonly start: Days;
  /** Day after the last that is meant. Where the end is open: day after the known start. Always > start. */
  readonly end: Days;
  /** Unit of the expression; of an interval, of its coarser end. */
  readonly precision: Precision;
  /** `~` or `%` stands on it or on one of its ends. */
  readonly approximate: boolean;
  /** `?` or `%` stands on it or on one of its ends. */
  readonly uncertain: boolean;
  /** It has a `/`. */
  readonly interval: boolean;
  /** `../2024` or `/2024`. */
  readonly openStart: boolean;
  /** `2024/..` or `2024/`. */
  readonly openEnd: boolean;
  /** Minutes after midnight of the first day, where a time of day is written. */
  readonly minute?: number;
}

/** Months covered by the EDTF season codes that stand where a month would: [first month, number of months]. */
const SEASONS: Readonly<Record<number, readonly [month: number, months: number, precision: Precision]>> = {
  21: [3, 3, 'season'],
  22: [6, 3, 'season'],
  23: [9, 3, 'season'],
  24: [12, 3, 'season'],
  25: [3, 3, 'season'],
  26: [6, 3, 'season'],
  27: [9, 3, 'season'],
  28: [12, 3, 'season'],
  29: [9, 3, 'season'],
  30: [12, 3, 'season'],
  31: [3, 3, 'season'],
  32: [6, 3, 'season'],
  33: [1, 3, 'quarter'],
  34: [4, 3, 'quarter'],
  35: [7, 3, 'quarter'],
  36: [10, 3, 'quarter'],
  37: [1, 4, 'half'],
  38: [5, 4, 'half'],
  39: [9, 4, 'half'],
  40: [1, 6, 'half'],
  41: [7, 6, 'half'],
};

/** Years beyond this lose whole days in a double; nothing a text dates lies there. */
const FARTHEST_YEAR = 20_000_000_000;

const DATE =
  /^(?<year>-?\d{4}|Y-?\d{5,11}|-?\d{3}X|-?\d{2}XX|-?\dXXX)(?:-(?<month>\d\d|XX)(?:-(?<day>\d\d|XX))?)?(?:T(?<clock>\d\d(?::\d\d(?::\d\d)?)?)(?:Z|[+-]\d\d(?::?\d\d)?)?)?(?<mark>[~?%])?$/;

/**
 * Reads an EDTF expression (ISO 8601-2): levels 0 and 1, and of level 2 decades (`198X`), centuries (`19XX`),
 * seasons of both hemispheres, quarters (`2024-33` … `36`), four-month terms and halves (`40`, `41`), and intervals
 * whose ends are any of these. Spring is March to May, winter December to the next February.
 * @returns the span, or a sentence that says what was found and what was expected.
 */
export function readEdtf(text: string): EdtfSpan | { readonly problem: string } {
  const slash = text.indexOf('/');
  if (slash < 0) return readDate(text);
  const [left, right] = [text.slice(0, slash), text.slice(slash + 1)];
  const openStart = left === '' || left === '..';
  const openEnd = right === '' || right === '..';
  if (openStart && openEnd) return { problem: `found "${text}", expected a date at one end of the interval` };
  const first = openStart ? null : readDate(left);
  if (first && 'problem' in first) return first;
  const last = openEnd ? null : readDate(right);
  if (last && 'problem' in last) return last;
  const low = (first ?? last) as EdtfSpan;
  const high = (last ?? first) as EdtfSpan;
  if (high.end <= low.start || high.start < low.start) {
    return { problem: `found "${text}", expected an end that is not before the start` };
  }
  return {
    start: low.start,
    end: high.end,
    precision: coarseness(low.precision) > coarseness(high.precision) ? low.precision : high.precision,
    approximate: low.approximate || high.approximate,
    uncertain: low.uncertain || high.uncertain,
    interval: true,
    openStart,
    openEnd,
    ...(low.minute === undefined ? {} : { minute: low.minute }),
  };
}

function readDate(text: string): EdtfSpan | { readonly problem: string } {
  const parts = DATE.exec(text)?.groups;
  if (!parts?.year) {
    return {
      problem: `found "${text}", expected an EDTF date such as 2024, 2024-05, 2024-05-16, 198X or 2024~`,
    };
  }
  const mark = parts.mark;
  const rest = {
    approximate: mark === '~' || mark === '%',
    uncertain: mark === '?' || mark === '%',
    interval: false,
    openStart: false,
    openEnd: false,
  };
  const digits = parts.year.replace('Y', '');
  const unknown = digits.split('X').length - 1;
  if (unknown > 0) {
    if (parts.month || parts.clock) {
      return { problem: `found "${text}", expected no month after a year with unknown digits` };
    }
    const years = 10 ** unknown;
    const sign = digits.startsWith('-') ? -1 : 1;
    const near = sign * Number(digits.replace('-', '').replace(/X/g, '0'));
    // Towards the past a decade counts away from zero: -004X is -49 … -40.
    const from = sign > 0 ? near : near - years + 1;
    const precision = unknown === 1 ? 'decade' : unknown === 2 ? 'century' : 'millennium';
    return { start: toDays(from), end: toDays(from + years), precision, ...rest };
  }
  const year = Number(digits);
  if (digits === '-0000') return { problem: `found "${text}", expected 0000 (1 BC) without a sign` };
  if (Math.abs(year) > FARTHEST_YEAR) {
    return { problem: `found the year ${year}, expected one within ±${FARTHEST_YEAR}` };
  }
  const month = parts.month && parts.month !== 'XX' ? Number(parts.month) : null;
  if (month === null) {
    if (parts.day && parts.day !== 'XX') {
      return { problem: `found "${text}", expected a month before the day` };
    }
    if (parts.clock) return { problem: `found "${text}", expected a day before the time` };
    return { start: toDays(year), end: toDays(year + 1), precision: 'year', ...rest };
  }
  const season = SEASONS[month];
  if (season && !parts.day && !parts.clock) {
    const [first, months, precision] = season;
    return { start: toDays(year, first), end: toDays(year, first + months), precision, ...rest };
  }
  if (month < 1 || month > 12) {
    return {
      problem: `found the month ${parts.month} in "${text}", expected 01 to 12 or a season code 21 to 41`,
    };
  }
  const day = parts.day && parts.day !== 'XX' ? Number(parts.day) : null;
  if (day === null) {
    if (parts.clock) return { problem: `found "${text}", expected a day before the time` };
    return { start: toDays(year, month), end: toDays(year, month + 1), precision: 'month', ...rest };
  }
  const last = daysInMonth(year, month);
  if (day < 1 || day > last) {
    return { problem: `found the day ${parts.day} in "${text}", expected 01 to ${last}` };
  }
  const start = toDays(year, month, day);
  if (!parts.clock) return { start, end: start + 1, precision: 'day', ...rest };
  const [hour = 0, minute = 0, second = 0] = parts.clock.split(':').map(Number);
  const late = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !late) || minute > 59 || second > 59) {
    return { problem: `found the time ${parts.clock} in "${text}", expected 00:00 to 24:00` };
  }
  return { start, end: start + 1, precision: 'time', ...rest, minute: hour * 60 + minute };
}

/** An astronomical year as EDTF writes it: `0044`, `-0043`, `Y12024`, `Y-13000`. */
export function edtfYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  const sign = year < 0 ? '-' : '';
  return digits.length > 4 ? `Y${sign}${digits}` : `${sign}${digits}`;
}

/** A civil date as EDTF: a year, a month of it (or season code), a day of that. */
export function edtfDate(year: number, month?: number, day?: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  if (month === undefined) return edtfYear(year);
  return day === undefined
    ? `${edtfYear(year)}-${two(month)}`
    : `${edtfYear(year)}-${two(month)}-${two(day)}`;
}
