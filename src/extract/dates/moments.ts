import { type Days, toCivil, weekdayOf } from '../../model/days.ts';
import { edtfDate } from '../../model/edtf.ts';
import type { Said } from './pattern.ts';
import { dayPoint, edtfOf, endOf, holding, type Point, timexOf } from './point.ts';
import type { Resolved } from './resolved.ts';

/** The moment at which a request is made. */
export interface Now {
  readonly day: Days;
  /** Minutes after midnight; null when only the day is known. */
  readonly clock: number | null;
}

const MINUTES: Readonly<Record<string, number>> = { second: 1 / 60, minute: 1, hour: 60 };
const two = (n: number) => String(n).padStart(2, '0');

/**
 * What a request means by a time of day, by steps of hours and minutes, and by the beginning and the end of something.
 * Dates as such are resolved as everywhere; this refines what the calendar alone cannot say.
 * @param alone the request is nothing but this expression: an answer to "when?", so that a bare time is the next one.
 * @returns null when the reading may stay as it is.
 */
export function momentOf(said: Said, reading: Resolved, now: Now | null, alone: boolean): Resolved | null {
  const minutes = said.unit === undefined ? undefined : MINUTES[said.unit];
  if (said.set !== undefined) return null;
  if (said.reference === 'PRESENT_REF' && alone && typeof now?.clock === 'number')
    return { ...reading, value: written(now.day * 1440 + now.clock, 'second') };
  if (said.weekday !== undefined && now) {
    if (typeof said.count === 'number') return nthWeekday(said, reading, now);
    if (said.day !== undefined && said.month === undefined && said.clock === undefined)
      return weekdayAndDay(said, reading, now);
  }
  if (minutes !== undefined && said.type !== 'SET') return steppedMoment(said, reading, now, minutes);
  if (said.clock !== undefined) return clockMoment(said, reading, now, alone);
  if (said.daypart && reading.point?.unit === 'day' && !reading.value.includes('T'))
    return { ...reading, value: `${reading.value}T${said.daypart}` };
  if (said.daypart && isDayless(said))
    return { ...reading, value: `T${said.daypart}`, edtf: null, point: null };
  if (said.phase === 'end' && said.type === 'TIME' && reading.point)
    return { ...reading, value: `${timexOf(reading.point)}T23:59:59` };
  return said.phase && alone ? phaseMoment(said, reading) : null;
}

const onDay = (reading: Resolved, day: Days): Resolved => {
  const point: Point = { unit: 'day', start: day };
  return { ...reading, value: timexOf(point), edtf: edtfOf(point).edtf, precision: 'day', point };
};

/** Three Fridays from now, two Mondays ago. */
function nthWeekday(said: Said, reading: Resolved, { day }: Now): Resolved {
  const ahead = (said.weekday! - weekdayOf(day) + 7) % 7;
  const start =
    said.step! > 0 ? day + (ahead || 7) + (said.count! - 1) * 7 : day - (7 - ahead) - (said.count! - 1) * 7;
  return onDay(reading, start);
}

/** "Monday 13th": the next month whose 13th is a Monday. */
function weekdayAndDay(said: Said, reading: Resolved, { day }: Now): Resolved | null {
  const { year, month } = toCivil(day);
  for (let ahead = 0; ahead <= 14; ahead++) {
    const [y, m] = [year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1];
    const point = dayPoint(y, m, said.day!);
    if (point && point.start >= day && weekdayOf(point.start) === said.weekday)
      return onDay(reading, point.start);
  }
  return null;
}

/** In two hours, 15 minutes from now, half an hour after 1 pm, the last ten minutes. */
function steppedMoment(said: Said, reading: Resolved, now: Now | null, unit: number): Resolved | null {
  const grain = said.unit === 'hour' && Number.isInteger(said.count) ? 'minute' : 'second';
  const { count } = said;
  if (count === undefined || count === null || !now) return null;
  if (said.type === 'DURATION') {
    if (!said.stretch || now.clock === null) return null;
    // Whole units before or after this one.
    const here = Math.floor((now.day * 1440 + now.clock) / unit);
    const [from, to] = said.stretch === 'past' ? [here - count, here - 1] : [here + 1, here + count];
    const edges = (count === 1 ? [from] : [from, to]).map((each) => written(each * unit, said.unit!));
    return { ...reading, value: edges.join('/') };
  }
  if (said.step === undefined || (said.from !== 'speech' && said.from !== 'within' && said.from !== 'story'))
    return null;
  const start = said.from === 'within' ? said.within?.clock : (now.clock ?? 0);
  if (start === undefined) return null;
  const moment = now.day * 1440 + start + said.step * count * unit;
  const point: Point = { unit: 'day', start: Math.floor(moment / 1440) };
  return {
    ...reading,
    value: written(moment, said.from === 'within' ? 'minute' : grain),
    edtf: edtfOf(point).edtf,
    precision: 'day',
    point,
  };
}

/** TIMEX3 value of a moment, minutes since 1970, cut to a unit. */
function written(moment: number, unit: string): string {
  const seconds = Math.round(moment * 60);
  const { year, month, day } = toCivil(Math.floor(seconds / 86_400));
  const rest = ((seconds % 86_400) + 86_400) % 86_400;
  const hour = two(Math.floor(rest / 3600));
  const minute = unit === 'hour' ? '' : `:${two(Math.floor(rest / 60) % 60)}`;
  const second = unit === 'second' ? `:${two(rest % 60)}` : '';
  return `${edtfDate(year, month, day)}T${hour}${minute}${second}`;
}

const isDayless = (said: Said) =>
  said.day === undefined &&
  said.weekday === undefined &&
  said.unit === undefined &&
  said.holiday === undefined &&
  said.within === undefined;

function clockMoment(said: Said, reading: Resolved, now: Now | null, alone: boolean): Resolved | null {
  let shift = 0;
  let day = reading.point;
  // In what is told, the story's own day.
  const told = day !== null && now !== null && day.start !== now.day;
  if (isDayless(said) && !told) {
    if (!alone || !now) {
      const value = said.until ? clockValue(said, '', 0) : `T${clockText(said.clock!, said, 0)}`;
      return { ...reading, value };
    }
    // The next time the clock shows this.
    let clock = said.clock!;
    if (now.clock !== null && clock <= now.clock) {
      if (said.eitherHalf && clock + 720 > now.clock && clock < 720) shift = 720;
      else clock += 1440;
    }
    const start = now.day + (clock >= 1440 ? 1 : 0);
    day = { unit: 'day', start };
  }
  if (day?.unit !== 'day') return null;
  const { edtf } = edtfOf(day);
  return { ...reading, value: clockValue(said, timexOf(day), shift), edtf, precision: 'day', point: day };
}

/** `2024-05-16T15`, and of a stretch both ends, equally fine. */
function clockValue(said: Said, day: string, shift: number): string {
  const { until } = said;
  if (!until) return `${day}T${clockText(said.clock!, said, shift)}`;
  const grain = {
    hourOnly: Boolean(said.hourOnly && until.hourOnly),
    ...(said.second === undefined && until.second === undefined ? {} : { second: 0 }),
  };
  const from = clockText(said.clock!, { ...grain, ...(said.second ? { second: said.second } : {}) }, shift);
  const to = clockText(
    until.clock,
    { ...grain, ...(until.second ? { second: until.second } : {}) },
    until.clock < 720 ? shift : 0,
  );
  return `${day}T${from}/${day}T${to}`;
}

const clockText = (clock: number, grain: { hourOnly?: boolean; second?: number }, shift: number): string => {
  const minutes = (clock + shift) % 1440;
  const hour = two(Math.floor(minutes / 60));
  if (grain.hourOnly && grain.second === undefined) return hour;
  return `${hour}:${two(minutes % 60)}${grain.second === undefined ? '' : `:${two(grain.second)}`}`;
};

/** The beginning of a month is its first ten days, of a year its first months, of a week its first days. */
function phaseMoment(said: Said, reading: Resolved): Resolved | null {
  const { point } = reading;
  const first = said.phase === 'start' || said.phase === 'early';
  const last = said.phase === 'end' || said.phase === 'late';
  if (!point || (!first && !last)) return null;
  if (point.unit === 'month') return reading.edtf ? { ...reading, value: reading.edtf } : null;
  if (point.unit === 'week') {
    const [from, to] = first ? [point.start, point.start + 2] : [point.start + 4, endOf(point) - 1];
    const edges = [from, to].map((day) => edtfOf(holding(day, 'day')).edtf);
    return { ...reading, value: edges.join('/'), edtf: edges.join('/') };
  }
  if (point.unit === 'year' && (said.phase === 'start' || said.phase === 'end')) {
    const { year } = toCivil(point.start);
    const value = first
      ? `${edtfDate(year, 1)}/${edtfDate(year, 3)}`
      : `${edtfDate(year, 9)}/${edtfDate(year, 12)}`;
    return { ...reading, value };
  }
  return null;
}
