import { textWidth } from '../scene/advances.ts';
import type { Window } from '../store/store.ts';
import type { CalendarNames } from './calendar.ts';
import { days, digitsOf, minutes, months, type TickUnit, years } from './tickUnits.ts';

/** The two units of an axis. */
export interface Tiers {
  readonly fine: TickUnit;
  readonly coarse: TickUnit;
  /** Small strokes without a label between the fine ticks. */
  readonly minor: TickUnit | null;
}

/** Sizes of the labels of the tiers, px. */
export const COARSE_SIZE = 13;
export const FINE_SIZE = 11;
/** Least distance between labels of a tier, px. */
export const COARSE_GAP = 16;
const FINE_GAP = 12;

/** How wide a label is, px. @param coarse whether it stands in the upper tier. */
export const labelWidth = (words: string, coarse: boolean): number =>
  coarse ? textWidth(words, COARSE_SIZE, 650, true) : textWidth(words, FINE_SIZE, 400, true);

/** The finest pair of units whose labels fit. */
export function chooseTiers(view: Window, scale: number, names: CalendarNames): Tiers {
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
