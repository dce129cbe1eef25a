import type { LaneEvents } from './laneEvents.ts';
import { DOT, GAP, isSoft, labelledReach, markReach, WIDE_DAY } from './marks.ts';
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

/**
 * A level is used from a little below its scale to a little above the next one's: both must hold. Each footprint is
 * measured when first asked for and kept, since rows are tried many times.
 */
export function footprints(events: LaneEvents, members: ArrayLike<number>, level: number): Footprints {
  const [low, high] = [levelScale(level) / SLACK, levelScale(level + 1) * SLACK];
  const wide = Math.max((DOT + 1.5) / low, 0.5);
  /** from, to of the mark; of it with a label on the right; with one on the left. NaN: not measured yet. */
  const known = new Float64Array(members.length * 6).fill(Number.NaN);

  function measure(m: number, side: number, place: number): void {
    const i = members[m]!;
    const glyph = events.glyph(i);
    const width = side === MARK ? 0 : events.width(i);
    const { at } = glyph;
    // Most events by far are days that are dots at both scales; for them there is nothing to compare.
    if (glyph.plain && high < WIDE_DAY) {
      const far = side === MARK ? wide : Math.max((DOT + GAP + width + APART) / low, wide);
      known[place] = at - (side === LEFT ? far : wide);
      known[place + 1] = at + (side === RIGHT ? far : wide);
      return;
    }
    // A day counts as the whole day also where it is still a dot: it becomes a bar on a finer level.
    let [from, to] = glyph.plain ? [-0.5 + TOUCH / low, 0.5 - TOUCH / low] : [0, 0];
    for (const scale of [low, high]) {
      const [markLeft, markRight] = markReach(glyph, scale);
      const [left, right] =
        side === MARK ? [markLeft, markRight] : labelledReach(glyph, width, scale, side === LEFT);
      // Soft ends may touch, so that days and months that follow each other share a row.
      const air = isSoft(glyph, scale) ? -TOUCH : 1.5;
      from = Math.min(from, (left - (left < markLeft ? APART : air)) / scale);
      to = Math.max(to, (right + (right > markRight ? APART : air)) / scale);
    }
    known[place] = at + from;
    known[place + 1] = at + to;
  }

  const ask = (m: number, side: number, end: number): number => {
    const place = m * 6 + side * 2;
    if (Number.isNaN(known[place])) measure(m, side, place);
    return known[place + end]!;
  };
  return { from: (m, side) => ask(m, side, 0), to: (m, side) => ask(m, side, 1) };
}
