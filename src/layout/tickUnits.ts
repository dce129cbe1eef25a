import { type Days, toCivil, toDays } from '../model/days.ts';
import type { CalendarNames } from './calendar.ts';

/** Digits of the longest year, at least four: below 10,000 names are taken to be of one length. */
export function digitsOf(start: Days, end: Days): number {
  const farthest = Math.max(Math.abs(toCivil(start).year), Math.abs(toCivil(end).year));
  return Math.max(4, String(farthest).length);
}

/** `fine` names within a coarse unit, `coarse` as above fine ones, `single` standing alone. */
export type Tier = 'fine' | 'coarse' | 'single';

/** Ticks of one unit. */
export interface TickUnit {
  /** The last tick at or before a time. */
  at(days: Days): Days;
  /** Ticks within [start, end], rising. */
  ticks(start: Days, end: Days): Days[];
  label(tick: Days): string;
  /** Least distance of two ticks, days. */
  readonly least: Days;
  /** Labels as wide as they get, for choosing. Writing them costs more than all the rest, so they are asked for last. */
  samples(): readonly string[];
}

const MINUTES = 1440;

/** Every so many minutes of a day. @param step a divisor of 1440. */
export function minutes(step: number, names: CalendarNames): TickUnit {
  const at = (time: Days) => {
    // Within a day minutes are counted as whole numbers, so that a tick is the same double wherever the view begins.
    const day = Math.floor(time);
    const minute = Math.floor(((time - day) * MINUTES + 1e-6) / step) * step;
    return day + minute / MINUTES;
  };
  const ticks = (start: Days, end: Days) => {
    const out: Days[] = [];
    for (let day = Math.floor(start); day <= end; day++) {
      const first = Math.max(0, Math.ceil((start - day) * (MINUTES / step) - 1e-6));
      for (let i = first; i * step < MINUTES && day + (i * step) / MINUTES <= end; i++) {
        out.push(day + (i * step) / MINUTES);
      }
    }
    return out;
  };
  return {
    at,
    ticks,
    label: (tick) => names.clock(Math.round((tick - Math.floor(tick)) * MINUTES)),
    least: step / MINUTES,
    samples: () => [names.clock(20 * 60 + 40)],
  };
}

/** Days of the month that carry a tick, by step, and the least distance between two, February and its end included. */
const DAY_TICKS: Readonly<Record<number, { readonly on: readonly number[]; readonly least: Days }>> = {
  1: { on: Array.from({ length: 31 }, (_, i) => i + 1), least: 1 },
  2: { on: [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27], least: 2 },
  5: { on: [1, 5, 10, 15, 20, 25], least: 4 },
  10: { on: [1, 10, 20], least: 9 },
  15: { on: [1, 15], least: 14 },
};

/** Every so many days of a month, counted anew in each. @param step 1, 2, 5, 10 or 15. */
export function days(step: number, names: CalendarNames, tier: Tier): TickUnit {
  const { on, least } = DAY_TICKS[step] ?? { on: [1], least: 28 };
  return {
    at: (time) => {
      const { year, month, day } = toCivil(time);
      return toDays(year, month, on.findLast((d) => d <= day) ?? 1);
    },
    ticks: (start, end) => {
      const out: Days[] = [];
      let { year, month } = toCivil(start);
      for (let first = toDays(year, month); first <= end; first = toDays(year, month)) {
        month++;
        const after = toDays(year, month);
        for (const d of on) {
          const tick = first + d - 1;
          if (tick >= start && tick <= end && tick < after) out.push(tick);
        }
      }
      return out;
    },
    label: (tick) =>
      tier === 'fine' ? names.dayOfMonth(toCivil(tick).day) : names.day(tick, tier === 'coarse'),
    least,
    samples: () =>
      tier === 'fine' ? [names.dayOfMonth(28)] : [names.day(toDays(2024, 9, 25), tier === 'coarse')],
  };
}

/** Every so many months of a year. @param step 1, 3 or 6. */
export function months(step: number, names: CalendarNames, tier: Tier): TickUnit {
  return {
    at: (time) => {
      const { year, month } = toCivil(time);
      return toDays(year, Math.floor((month - 1) / step) * step + 1);
    },
    ticks: (start, end) => {
      const out: Days[] = [];
      const first = toCivil(start);
      for (let m = Math.floor((first.month - 1) / step) * step + 1; ; m += step) {
        const tick = toDays(first.year, m);
        if (tick > end) return out;
        if (tick >= start) out.push(tick);
      }
    },
    label: (tick) =>
      tier === 'fine' ? names.month(toCivil(tick).month, 'short') : names.monthOfYear(tick, 'short'),
    least: [28, 59, 90, 120, 150, 181][step - 1] ?? 28,
    samples: () =>
      tier === 'fine'
        ? Array.from({ length: 12 / step }, (_, i) => names.month(i * step + 1, 'short'))
        : Array.from({ length: 12 }, (_, i) => names.monthOfYear(toDays(2024, i + 1), 'short')),
  };
}

/**
 * Years at round numbers of their era: … 20 BC, 10 BC, AD 1, 10, 20 … There is no year 0, so AD 1 stands for it, and
 * the first round year after it is left out where it would be too close (2 in steps of 2).
 */
export function years(step: number, names: CalendarNames, digits: number, tier: Tier): TickUnit {
  /** Tick number to astronomical year: 0 is the border, AD 1. */
  const yearOf = (n: number) => (n > 0 ? (step === 1 ? n + 1 : n * step) : n < 0 ? 1 + n * step : 1);
  const numberOf = (year: number) =>
    year > 0 ? (step === 1 ? year - 1 : Math.floor(year / step)) : Math.floor((year - 1) / step);
  const far = Number('8'.repeat(digits));
  const round = step > 1 ? Math.max(step * 8, Math.floor(far / step) * step) : far;
  return {
    at: (time) => {
      const n = numberOf(toCivil(time).year);
      return toDays(yearOf(step === 2 && n === 1 ? 0 : n));
    },
    ticks: (start, end) => {
      const out: Days[] = [];
      for (let n = numberOf(toCivil(start).year); ; n++) {
        const tick = toDays(yearOf(n));
        if (tick > end) return out;
        if (tick >= start && !(step === 2 && n === 1)) out.push(tick);
      }
    },
    label: (tick) => {
      const { year } = toCivil(tick);
      if (tier === 'coarse' && step === 10 && year >= 1000) return names.decade(year);
      return names.year(year, year === 1 || (tier === 'coarse' && year < 1000));
    },
    // After AD 1 a year is missing; where that is too close, the label there gives way.
    least: step * 365,
    samples: () => [names.year(digits > 4 ? 1 - round : -3999), names.year(Math.max(round, step))],
  };
}
