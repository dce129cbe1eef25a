import type { Days } from '../model/days.ts';
import { textWidth } from '../scene/advances.ts';
import { type Fold, type Piece, piecesOf } from '../store/fold.ts';
import type { Window } from '../store/store.ts';
import { type CalendarNames, calendarNames } from './calendar.ts';
import { days, digitsOf, minutes, months, type TickUnit, type Tier, years } from './tickUnits.ts';

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
 * One row of ticks for a small chart such as the overview: hours of a day or two, days, months or years, whichever is the finest whose full
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
 * Starts of the hours of a day or two, else of the calendar's days, months or years within [start, end], in the finest unit at least `least` days long.
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
    // A minute is a hair beside the time that it was read off.
    const begin = piece.start === start ? Math.min(first, start) : piece.start;
    const after = Math.max(first, begin);
    const ticks = ticksIn(unit, piece).map(({ at }) => at);
    return [begin, ...ticks.filter((at) => at > after && at < piece.end), piece.end];
  });
  return [...(bins.length === 0 ? [start] : bins), end].filter(
    (tick, i, all) => i === 0 || tick > (all[i - 1] ?? -Infinity),
  );
}

/** So few days are told in hours; of more, what knows no hour would stand out at noon. */
const HOURS = 2;

function finest(
  { start, end }: Window,
  names: CalendarNames,
  tier: Tier,
  fit: (unit: TickUnit) => boolean,
): TickUnit {
  const digits = digitsOf(start, end);
  for (const step of end - start <= HOURS ? [5, 15, 30, 60, 180, 360, 720] : []) {
    const unit = minutes(step, names);
    if (fit(unit)) return unit;
  }
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
