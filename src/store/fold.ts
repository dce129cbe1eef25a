import type { Days } from '../model/days.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { Window } from './store.ts';

/**
 * A map of time in which stretches of which nothing is told are short. It rises everywhere and is linear between the
 * edges of its gaps, so that what is sorted stays sorted, and goes both ways. Outside the gaps a day is a day.
 *
 *     real     ──┬───────────────┬──────────┬──
 *     folded   ──┬──┬──────────┬──
 */
export interface Fold {
  /** The stretches, in real time: rising, apart from each other, whole days. */
  readonly gaps: readonly Window[];
  /** The same in folded time; parallel. */
  readonly bands: readonly Window[];
  toFolded(days: Days): Days;
  /** The inverse of {@link Fold.toFolded}. */
  toReal(days: Days): Days;
}

/** A gap is at least this share of the time that is left when longer gaps are folded, */
const LEAST_SHARE = 1 / 4;
/** so many times as long as the longest that stays, */
const CONTRAST = 4;
/** and so many days. */
const LEAST = 10;
/** At most so many, and one for so many events: a few that lie evenly have no gaps. */
const MOST_GAPS = 6;
const EVENTS_PER_GAP = 3;
/** What lasts longer than this share of all time tells of its first and last day, not of all between. */
const LASTING = 1 / 4;

/**
 * Finds the long stretches of which nothing is told. O(n), and O(m log m) in what lasts long.
 * @param starts of all events, rising. @param ends parallel.
 * @returns rising, without air; empty where nothing stands out.
 */
export function longGaps(starts: ArrayLike<number>, ends: ArrayLike<number>): readonly Window[] {
  const size = starts.length;
  const most = Math.min(MOST_GAPS, Math.floor(size / EVENTS_PER_GAP));
  if (most === 0) return [];
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < size; i++) if (ends[i]! > last) last = ends[i]!;
  const first = starts[0]!;
  const lasting = (last - first) * LASTING;
  const lateEnds: number[] = [];
  for (let i = 0; i < size; i++) if (ends[i]! - starts[i]! > lasting) lateEnds.push(ends[i]!);
  lateEnds.sort((a, b) => a - b);

  /** The longest so far, longest first; one more than may be folded, to compare with. */
  const longest: Window[] = [];
  let told = first;
  const tell = (start: number, end: number): void => {
    if (start - told > LEAST) insert(longest, { start: told, end: start }, most + 1);
    if (end > told) told = end;
  };
  let late = 0;
  for (let i = 0; i < size; i++) {
    const start = starts[i]!;
    for (; late < lateEnds.length && lateEnds[late]! - 1 < start; late++)
      tell(lateEnds[late]! - 1, lateEnds[late]!);
    tell(start, ends[i]! - start > lasting ? start + 1 : ends[i]!);
  }
  for (; late < lateEnds.length; late++) tell(lateEnds[late]! - 1, lateEnds[late]!);

  let [count, left] = [0, last - first];
  for (let i = 0; i < Math.min(most, longest.length); i++) {
    const length = lengthOf(longest[i]);
    if (length < left * LEAST_SHARE) break;
    left -= length;
    if (length >= lengthOf(longest[i + 1]) * CONTRAST) count = i + 1;
  }
  return longest.slice(0, count).sort((a, b) => a.start - b.start);
}

const lengthOf = (gap: Window | undefined): number => (gap ? gap.end - gap.start : 0);

function insert(longest: Window[], gap: Window, most: number): void {
  const at = longest.findIndex((other) => lengthOf(other) < lengthOf(gap));
  longest.splice(at < 0 ? longest.length : at, 0, gap);
  if (longest.length > most) longest.pop();
}

/** Starts and ends of events in the order of their starts, for {@link longGaps}. */
export function columnsOf(events: readonly TimelineEvent[]): { starts: Float64Array; ends: Float64Array } {
  const times = events.map(({ time }) => time).sort((a, b) => a.start - b.start);
  return {
    starts: Float64Array.from(times, (time) => time.start),
    ends: Float64Array.from(times, (time) => time.end),
  };
}

/** Folds the long silences among events; null where there are none. @param starts rising, `ends` parallel. */
export function foldOver({
  starts,
  ends,
}: {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}): Fold | null {
  const gaps = longGaps(starts, ends);
  if (gaps.length === 0) return null;
  return foldOf(gaps, { start: starts[0]!, end: ends.reduce((last, end) => Math.max(last, end)) });
}

/** Of the time that is left: length of a folded gap, of all of them together, and of the air that stays beside each. */
const BAND = { each: 0.07, all: 0.28, air: 0.015 };
/** Lengths in folded time are multiples of this many days, so that sums of them are exact. */
const GRAIN = 1 / 64;

/**
 * Folds gaps. Time after the last of them is what it was.
 * @param gaps as {@link longGaps} finds them; not empty. @param extent of all that is told.
 */
export function foldOf(gaps: readonly Window[], extent: Window): Fold {
  const left = extent.end - extent.start - gaps.reduce((sum, gap) => sum + lengthOf(gap), 0);
  const length = grained(left * Math.min(BAND.each, BAND.all / gaps.length));
  const air = Math.max(1, Math.round(left * BAND.air));
  const real = gaps.map(({ start, end }) => {
    const [from, to] = [Math.ceil(start) + air, Math.floor(end) - air];
    return to - from > length ? { start: from, end: to } : { start, end };
  });
  const bands: Window[] = [];
  /** How much later than it was what lies before a gap is. */
  let shift = 0;
  const shifts: number[] = [];
  for (const gap of real.toReversed()) {
    const end = gap.end + shift;
    bands.unshift({ start: end - length, end });
    shift += lengthOf(gap) - length;
    shifts.unshift(shift);
  }
  const back = shifts.map((by) => -by);
  return {
    gaps: real,
    bands,
    toFolded: (days) => mapped(days, real, bands, shifts),
    toReal: (days) => mapped(days, bands, real, back),
  };
}

const grained = (days: number): number => Math.max(GRAIN, Math.round(days / GRAIN) * GRAIN);

/** @param shifts what is added before each of the stretches `from`; after the last, nothing is. */
function mapped(days: Days, from: readonly Window[], to: readonly Window[], shifts: readonly number[]): Days {
  for (let i = 0; i < from.length; i++) {
    const gap = from[i]!;
    if (days <= gap.start) return days + shifts[i]!;
    if (days >= gap.end) continue;
    const band = to[i]!;
    return band.start + ((days - gap.start) / lengthOf(gap)) * lengthOf(band);
  }
  return days;
}

/** The stretches of a span that are not folded, and how they lie in real time. */
export interface Piece {
  /** In folded time. */
  readonly start: Days;
  readonly end: Days;
  /** What folded time is later than real time, days. */
  readonly later: Days;
}

/** The pieces of a span of folded time between its gaps, rising. @param fold none: one piece. */
export function piecesOf({ start, end }: Window, fold: Fold | undefined): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (const [i, band] of (fold?.bands ?? []).entries()) {
    const later = band.start - fold!.gaps[i]!.start;
    const to = Math.min(band.start, end);
    if (to > from) pieces.push({ start: from, end: to, later });
    from = Math.max(from, band.end);
  }
  if (end > from) pieces.push({ start: from, end, later: 0 });
  return pieces;
}
