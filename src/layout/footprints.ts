import type { LaneEvents } from './laneEvents.ts';
import { DOT, GAP, type Glyph, isSoft, labelledReach, reachLeft, reachRight, WIDE_DAY } from './marks.ts';
import { levelScale, SLACK } from './scale.ts';

/** Sides on which a row has room for a label. */
export const RIGHT = 1;
export const LEFT = 2;
/** Instead of a side: the mark without its label. */
export const MARK = 0;

/** Less than can be seen, but more than what arithmetic loses: by so much soft ends may overlap, px. */
const TOUCH = 0.01;
/** Free room behind a label before the next mark of the row, px. */
const APART = 12;

/** Time that a member takes at the least favourable scale of a level, days. */
export interface Footprints {
  /** Of its mark alone ({@link MARK}), or with its label at a side, or inside where that is possible. */
  from(m: number, side: number): number;
  to(m: number, side: number): number;
}

/** Not measured yet. */
const UNKNOWN = Number.NEGATIVE_INFINITY;

/** The footprints of all events of a lane that were last asked for. */
const whole = new WeakMap<LaneEvents, { readonly level: number; readonly spans: Footprints }>();

/**
 * A level is used from a little below its scale to a little above the next one's: both must hold. Each footprint is
 * measured when first asked for and kept, since rows are tried many times; those of all events of a lane
 * (`events.all()`) for the next who asks, too.
 */
export function footprints(events: LaneEvents, members: ArrayLike<number>, level: number): Footprints {
  if (members.length < events.size || members !== events.all()) return new Measured(events, members, level);
  const known = whole.get(events);
  if (known?.level === level) return known.spans;
  const spans = new Measured(events, members, level);
  whole.set(events, { level, spans });
  return spans;
}

// Written without lists that are taken apart at once: before code is compiled, these cost more than all that is reckoned here.
class Measured implements Footprints {
  readonly #events: LaneEvents;
  readonly #members: ArrayLike<number>;
  readonly #low: number;
  readonly #high: number;
  /** Of a dot, on either side, days. */
  readonly #wide: number;
  /** from, to of the mark; of it with a label on the right; with one on the left. */
  readonly #known: Float64Array;

  constructor(events: LaneEvents, members: ArrayLike<number>, level: number) {
    this.#events = events;
    this.#members = members;
    this.#low = levelScale(level) / SLACK;
    this.#high = levelScale(level + 1) * SLACK;
    this.#wide = Math.max((DOT + 1.5) / this.#low, 0.5);
    this.#known = new Float64Array(members.length * 6).fill(UNKNOWN);
  }

  from(m: number, side: number): number {
    const place = m * 6 + side * 2;
    const known = this.#known[place]!;
    if (known !== UNKNOWN) return known;
    this.#measure(m, side, place);
    return this.#known[place]!;
  }

  to(m: number, side: number): number {
    const place = m * 6 + side * 2;
    const known = this.#known[place + 1]!;
    if (known !== UNKNOWN) return known;
    this.#measure(m, side, place);
    return this.#known[place + 1]!;
  }

  #measure(m: number, side: number, place: number): void {
    const i = this.#members[m]!;
    const glyph = this.#events.glyph(i);
    const width = side === MARK ? 0 : this.#events.width(i);
    const low = this.#low;
    const high = this.#high;
    const known = this.#known;
    // Most events by far are days that are dots at both scales; for them there is nothing to compare.
    if (glyph.plain && high < WIDE_DAY) {
      const wide = this.#wide;
      const far = side === MARK ? wide : Math.max((DOT + GAP + width + APART) / low, wide);
      known[place] = glyph.at - (side === LEFT ? far : wide);
      known[place + 1] = glyph.at + (side === RIGHT ? far : wide);
      return;
    }
    // A day counts as the whole day also where it is still a dot: it becomes a bar on a finer level.
    const least = glyph.plain ? 0.5 - TOUCH / low : 0;
    known[place] =
      glyph.at + Math.min(-least, leftAt(glyph, width, low, side), leftAt(glyph, width, high, side));
    known[place + 1] =
      glyph.at + Math.max(least, rightAt(glyph, width, low, side), rightAt(glyph, width, high, side));
  }
}

/** How far to the left a footprint reaches at one scale, days, ≤ 0. */
function leftAt(glyph: Glyph, width: number, scale: number, side: number): number {
  const mark = reachLeft(glyph, scale);
  const left = side === LEFT ? labelledReach(glyph, width, scale, true) : mark;
  return (left - (left < mark ? APART : airOf(glyph, scale))) / scale;
}

/** How far to the right, days, ≥ 0. */
function rightAt(glyph: Glyph, width: number, scale: number, side: number): number {
  const mark = reachRight(glyph, scale);
  const right = side === RIGHT ? labelledReach(glyph, width, scale, false) : mark;
  return (right + (right > mark ? APART : airOf(glyph, scale))) / scale;
}

/** Soft ends may touch, so that days and months that follow each other share a row. */
const airOf = (glyph: Glyph, scale: number): number => (isSoft(glyph, scale) ? -TOUCH : 1.5);
