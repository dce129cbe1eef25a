import type { Days } from '../../model/days.ts';
import type { Figure, TimelineEvent } from '../../model/event.ts';

/** One number as it stands somewhere, or both ends of a range. */
export interface Value {
  /** Of a range the low end. */
  readonly figure: Figure;
  /** The high end of a range in the figure's unit, else null. */
  readonly upTo: number | null;
  readonly event: TimelineEvent;
  /** Place among the event's figures. */
  readonly place: number;
  readonly start: Days;
  readonly end: Days;
  /** Whether the text says what period it is for. */
  readonly timed: boolean;
  readonly sources: readonly string[];
  /** Where else the same is said of the same, and that is not drawn again. */
  readonly also: readonly Pick<Value, 'event' | 'place'>[];
  /** What is measured: the same for all that is compared. */
  readonly series: Series;
  /** All that is said about the same thing and period, this value too, the first told first. Shared by them. */
  readonly told: readonly Value[];
  /** It says something else than an earlier value about the same. */
  readonly dissents: boolean;
  /** Its sources tell it from what others say for the same period. */
  readonly bySource: boolean;
}

/** What is measured, and in which values. */
export interface Series {
  readonly order: number;
  readonly label: string;
  values: number;
}

/** The values of one unit. */
export interface Track {
  readonly unit: string;
  /** In order of time. */
  readonly values: readonly Value[];
  /** When each of them begins, rising, and when the last of those up to it ends. */
  readonly starts: Float64Array;
  readonly reach: Float64Array;
  /** Lowest and highest value, and zero. */
  readonly low: number;
  readonly high: number;
  /** What at least half of the values are called; null where they are called many things. */
  readonly name: string | null;
  /** How many different things are measured, and values of the one most spoken of. */
  readonly series: number;
  readonly longest: number;
  /** How much it says: see `weightOf`. */
  readonly weight: number;
}

/** Values in a unit that has no track. */
export interface LeftOut {
  readonly unit: string;
  readonly values: number;
}

/** The highest number that a value speaks of. */
export const topOf = ({ figure, upTo }: Value): number => upTo ?? figure.value;

/** Whether sources disagree about what a value says. */
export const isContested = ({ told }: Value): boolean => told.length > 1;

/** Whether two periods are the same for what they say: they share nine tenths of both. */
export function samePeriod(
  a: { readonly start: Days; readonly end: Days },
  b: { readonly start: Days; readonly end: Days },
): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common >= 0.9 * Math.max(a.end - a.start, b.end - b.start);
}
