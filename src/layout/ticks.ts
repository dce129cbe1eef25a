import { type Days, toCivil, toDays } from '../model/days.ts';
import { textWidth } from '../scene/advances.ts';
import { mix } from '../scene/colour.ts';
import type { Box, Line, Mark, Text } from '../scene/scene.ts';
import type { Theme } from '../scene/theme.ts';
import { type Fold, type Piece, piecesOf } from '../store/fold.ts';
import type { Window } from '../store/store.ts';
import { type CalendarNames, calendarNames } from './calendar.ts';
import { type Folds, NO_FOLDS } from './fold.ts';
import type { View } from './timeline.ts';

/** Height above the plot that the two tiers of labels take, px. */
export const AXIS_HEIGHT = 44;

const COARSE_SIZE = 13;
const FINE_SIZE = 11;
/** From a grid line to its label. */
const INDENT = 6;
/** Least distance between labels of a tier. */
const FINE_GAP = 12;
const COARSE_GAP = 16;
/** Labels keep this far from the edges of the picture. */
const MARGIN = 4;

/**
 * The axis: grid lines down the plot, and above it a coarse unit in bold over a fine one. The coarse label of what is
 * at the left edge stays there until the next pushes it out. Which units are used depends on the scale alone (and on
 * how long names of years get beyond four digits), so panning changes no unit.
 * Labels of a tier never touch; a label that would leave the picture is left out, its line stays.
 * Where time is folded, each stretch between folds has its own ticks and its own coarse label, as if it were alone.
 * @param plot the box in which time runs; the labels take {@link AXIS_HEIGHT} above it, and may use the room left of it.
 * @param fold of the view's time. @param folds what is drawn of it: its words stand among the fine labels.
 * @param pushes whether a coarse label is pushed out to the left of the plot; where not, it goes when it has no room.
 * @returns grid first, then labels. Nothing for an empty or unordered view.
 */
export function layoutTicks(
  view: View,
  plot: Box,
  theme: Theme,
  locale: string,
  fold?: Fold,
  folds: Folds = NO_FOLDS,
  pushes = true,
): Mark[] {
  const scale = plot.width / (view.end - view.start);
  if (!(Number.isFinite(scale) && scale > 0)) return [];
  const names = calendarNames(locale);
  const pieces = piecesOf(view, fold);
  const tiers = chooseTiers(realOf(view, fold), scale, names);
  const toPx = (days: Days) => plot.x + (days - view.start) * scale;
  const crisp = (x: number) => Math.round(x) + 0.5;
  const top = plot.y - AXIS_HEIGHT;
  const bottom = plot.y + plot.height;
  const fineInk = theme.rule;
  const coarseInk = mix(theme.rule, theme.ink, 0.1);
  const line = (x: number, y1: number, y2: number, stroke: string, opacity?: number): Line => ({
    kind: 'line',
    x1: crisp(x),
    y1,
    x2: crisp(x),
    y2,
    stroke,
    ...(opacity === undefined ? {} : { opacity }),
  });

  const ticksOf = (unit: TickUnit) => pieces.flatMap((piece) => ticksIn(unit, piece));
  const coarseTicks = ticksOf(tiers.coarse);
  const fineTicks = ticksOf(tiers.fine);
  const coarseAt = new Set(coarseTicks.map(({ real }) => real));
  const fineAt = new Set(fineTicks.map(({ real }) => real));
  const grid: Line[] = [];
  for (const { at, real } of tiers.minor ? ticksOf(tiers.minor) : []) {
    if (!fineAt.has(real) && !coarseAt.has(real)) grid.push(line(toPx(at), plot.y - 5, plot.y, fineInk));
  }
  for (const { at, real } of fineTicks)
    if (!coarseAt.has(real)) grid.push(line(toPx(at), plot.y - 14, bottom, fineInk, 0.7));
  for (const { at } of coarseTicks) grid.push(line(toPx(at), top + 4, bottom, coarseInk));

  const labels: Mark[] = [];
  const text = (x: number, y: number, words: string, coarse: boolean): Text => ({
    kind: 'text',
    x,
    y,
    text: words,
    size: coarse ? COARSE_SIZE : FINE_SIZE,
    weight: coarse ? 650 : 400,
    fill: coarse ? theme.ink : theme.muted,
    anchor: 'start',
    tabular: true,
  });
  labels.push(...coarseLabels());
  let free = -Infinity;
  for (const { at, real } of fineTicks) {
    const x = toPx(at) + INDENT;
    const words = tiers.fine.label(real);
    const width = labelWidth(words, false);
    if (x < free || x + width > view.width - MARGIN) continue;
    // Nothing stands on a torn edge.
    if (folds.taken.some(([from, to]) => x < to && x + width > from)) continue;
    if (folds.boxes.some((box) => x < box.x && x + width > box.x)) continue;
    labels.push(text(x, plot.y - 8, words, false));
    free = x + width + MARGIN;
  }
  const rule: Line = {
    kind: 'line',
    x1: Math.max(0, plot.x - INDENT * 2),
    y1: Math.round(plot.y) + 0.5,
    x2: plot.x + plot.width,
    y2: Math.round(plot.y) + 0.5,
    stroke: theme.rule,
  };
  return [
    { kind: 'group', key: 'grid', clip: gridClip(plot, top, bottom), marks: [...grid, ...folds.ground] },
    { kind: 'group', key: 'axis-labels', marks: [rule, ...labels, ...folds.labels] },
  ];

  function coarseLabels(): Text[] {
    const baseline = plot.y - 26;
    const out: Text[] = [];
    // From the right, so that the label held at the left edge knows how much room is left to it.
    let limit = view.width - MARGIN;
    for (const piece of pieces.toReversed()) {
      const ticks = ticksIn(tiers.coarse, piece);
      for (const { at, real } of ticks.toReversed()) {
        const words = tiers.coarse.label(real);
        const width = labelWidth(words, true);
        const x = toPx(at) + INDENT;
        if (x + width > limit) continue;
        out.push(text(x, baseline, words, true));
        limit = x - COARSE_GAP;
      }
      // The first tick in view may lie a hair inside it: then its own label is the one at the edge.
      const current = tiers.coarse.at(piece.start - piece.later);
      if (coarseAt.has(current)) continue;
      const words = tiers.coarse.label(current);
      const width = labelWidth(words, true);
      const next = ticks[0];
      const room = Math.min(limit, next === undefined ? Infinity : toPx(next.at) - MARGIN);
      // At the left edge of the picture the next one pushes it out; after a fold there is nowhere to go.
      const wish = toPx(piece.start) + INDENT;
      const atEdge = pushes && piece.start === view.start;
      const x = Math.min(wish, room - width);
      if (x < (atEdge ? MARGIN : wish)) continue;
      out.push(text(x, baseline, words, true));
      limit = x - COARSE_GAP;
    }
    return out.reverse();
  }
}

/** A tick where it is drawn, and what it stands for. */
export interface PlacedTick {
  readonly at: Days;
  readonly real: Days;
}

/** Ticks of a unit within a stretch between folds. */
export const ticksIn = (unit: TickUnit, { start, end, later }: Piece): PlacedTick[] =>
  unit.ticks(start - later, end - later).map((real) => ({ at: real + later, real }));

/** A window of folded time in real time. */
export const realOf = ({ start, end }: Window, fold: Fold | undefined): Window =>
  fold ? { start: fold.toReal(start), end: fold.toReal(end) } : { start, end };

/** A tick whose label needs no second tier. */
export interface LabelledTick {
  readonly at: Days;
  readonly label: string;
}

/**
 * One row of ticks for a small chart such as the overview: days, months or years, whichever is the finest whose full
 * names fit beside each other.
 * @param width of the span start … end, px. @param gap least distance between labels, px.
 * @param fold of their time; then labels at both sides of a fold may come too near to each other.
 */
export function singleTicks(
  start: Days,
  end: Days,
  width: number,
  size: number,
  gap: number,
  locale: string,
  fold?: Fold,
): LabelledTick[] {
  const scale = width / (end - start);
  if (!(Number.isFinite(scale) && scale > 0)) return [];
  const names = calendarNames(locale);
  const fit = (unit: TickUnit) =>
    unit.least * scale > gap &&
    unit.samples().every((words) => textWidth(words, size, 400, true) + gap <= unit.least * scale);
  const unit = finest(realOf({ start, end }, fold), names, 'single', fit);
  return piecesOf({ start, end }, fold).flatMap((piece) =>
    ticksIn(unit, piece).map(({ at, real }) => ({ at, label: unit.label(real) })),
  );
}

/**
 * Starts of the calendar's days, months or years within [start, end], in the finest unit at least `least` days long.
 * @param fold of their time: each fold is a bin of its own.
 */
export function calendarBins(start: Days, end: Days, least: Days, fold?: Fold): Days[] {
  const unit = finest(
    realOf({ start, end }, fold),
    calendarNames('en'),
    'single',
    (candidate) => candidate.least >= least,
  );
  const bins = piecesOf({ start, end }, fold).flatMap((piece) => {
    const first = unit.at(piece.start - piece.later) + piece.later;
    const begin = piece.start === start ? first : piece.start;
    const ticks = ticksIn(unit, piece).map(({ at }) => at);
    return [begin, ...ticks.filter((at) => at > begin && at < piece.end), piece.end];
  });
  return [...(bins.length === 0 ? [start] : bins), end].filter(
    (tick, i, all) => i === 0 || tick > (all[i - 1] ?? -Infinity),
  );
}

function finest(
  { start, end }: Window,
  names: CalendarNames,
  tier: Tier,
  fit: (unit: TickUnit) => boolean,
): TickUnit {
  const digits = digitsOf(start, end);
  for (const step of [1, 2, 5, 10, 15]) {
    const unit = days(step, names, tier);
    if (fit(unit)) return unit;
  }
  for (const step of [1, 3, 6]) {
    const unit = months(step, names, tier);
    if (fit(unit)) return unit;
  }
  let unit = years(1, names, digits, 'fine');
  for (let power = 0; power <= 12; power++) {
    for (const factor of [1, 2, 5]) {
      unit = years(10 ** power * factor, names, digits, 'fine');
      if (fit(unit)) return unit;
    }
  }
  return unit;
}

/** Lines are cut at the sides only, half a pixel generously. */
const gridClip = (plot: Box, top: number, bottom: number): Box => ({
  x: plot.x - 1,
  y: top,
  width: plot.width + 2,
  height: bottom - top,
});

const labelWidth = (words: string, coarse: boolean): number =>
  coarse ? textWidth(words, COARSE_SIZE, 650, true) : textWidth(words, FINE_SIZE, 400, true);

/** Digits of the longest year, at least four: below 10,000 names are taken to be of one length. */
export function digitsOf(start: Days, end: Days): number {
  const farthest = Math.max(Math.abs(toCivil(start).year), Math.abs(toCivil(end).year));
  return Math.max(4, String(farthest).length);
}

/** `fine` names within a coarse unit, `coarse` as above fine ones, `single` standing alone. */
type Tier = 'fine' | 'coarse' | 'single';

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

/** The two units of an axis. */
export interface Tiers {
  readonly fine: TickUnit;
  readonly coarse: TickUnit;
  /** Small strokes without a label between the fine ticks. */
  readonly minor: TickUnit | null;
}

/** The finest pair of units whose labels fit. */
function chooseTiers(view: Window, scale: number, names: CalendarNames): Tiers {
  const all = pairs(names, digitsOf(view.start, view.end));
  const fit = all.find((pair) => pair.fits(scale)) ?? all.at(-1);
  const { tiers } = fit as Pair;
  return tiers.minor && tiers.minor.least * scale < 6 ? { ...tiers, minor: null } : tiers;
}

interface Pair {
  readonly tiers: Tiers;
  /** Whether the labels of both tiers stand apart at so many px per day. */
  fits(scale: number): boolean;
}

/** Names are measured once for a language, not in every frame. */
const measured = new WeakMap<CalendarNames, Map<number, readonly Pair[]>>();

function pairs(names: CalendarNames, digits: number): readonly Pair[] {
  const byDigits = measured.get(names) ?? new Map<number, readonly Pair[]>();
  measured.set(names, byDigits);
  let known = byDigits.get(digits);
  if (!known) {
    known = [...candidates(names, digits)].map((tiers) => {
      const [fine, coarse] = [
        standApart(tiers.fine, false, FINE_GAP),
        standApart(tiers.coarse, true, COARSE_GAP),
      ];
      return { tiers, fits: (scale) => fine(scale) && coarse(scale) };
    });
    byDigits.set(digits, known);
  }
  return known;
}

/** Whether the labels of a unit stand apart at a scale. What is far too fine is told without measuring a name. */
function standApart(unit: TickUnit, coarse: boolean, gap: number): (scale: number) => boolean {
  let least: number | null = null;
  return (scale) => {
    if (unit.least * scale <= gap) return false;
    least ??= Math.max(...unit.samples().map((words) => labelWidth(words, coarse) + gap)) / unit.least;
    return least <= scale;
  };
}

/** Pairs of units from minutes to the age of the universe and beyond. @param digits of the longest year. */
export function* candidates(names: CalendarNames, digits: number): Generator<Tiers> {
  const day = days(1, names, 'coarse');
  const month = months(1, names, 'coarse');
  const year = years(1, names, digits, 'coarse');
  let minor: TickUnit | null = null;
  for (const step of [1, 5, 10, 15, 30, 60, 180, 360, 720]) {
    const fine = minutes(step, names);
    yield { fine, coarse: day, minor };
    minor = step === 10 ? minutes(5, names) : fine;
  }
  for (const step of [1, 2, 5, 10, 15]) {
    const fine = days(step, names, 'fine');
    yield { fine, coarse: month, minor: step === 1 ? null : days(1, names, 'fine') };
  }
  for (const step of [1, 3, 6]) {
    yield {
      fine: months(step, names, 'fine'),
      coarse: year,
      minor: step === 1 ? null : months(1, names, 'fine'),
    };
  }
  for (let power = 0; power <= 12; power++) {
    const unit = 10 ** power;
    const coarse = years(unit * 10, names, digits, 'coarse');
    for (const factor of [1, 2, 5]) {
      const below = factor === 1 ? (power === 0 ? months(3, names, 'fine') : unit / 5) : unit;
      yield {
        fine: years(unit * factor, names, digits, 'fine'),
        coarse,
        minor: typeof below === 'number' ? years(below, names, digits, 'fine') : below,
      };
    }
  }
}

const MINUTES = 1440;

function minutes(step: number, names: CalendarNames): TickUnit {
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

function days(step: number, names: CalendarNames, tier: Tier): TickUnit {
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

function months(step: number, names: CalendarNames, tier: Tier): TickUnit {
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
function years(step: number, names: CalendarNames, digits: number, tier: Tier): TickUnit {
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
