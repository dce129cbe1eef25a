import type { Box } from '../scene/scene.ts';
import { GAP, INSET, RING } from './marks.ts';
import type { Single } from './single.ts';

/** Between the title and what stands beside it, px. */
const CLEAR = 6;
/** Between the title and the edge of the plot, px. */
const EDGE = 4;

/** A row, or the strip below all of them, in which the title may stand. */
export interface Place {
  /** Middle, px. */
  readonly y: number;
  readonly singles: readonly Single[];
  /** Where nothing may stand, px. */
  readonly taken: readonly (readonly [from: number, to: number])[];
}

/**
 * Finds room for the title of the selected event when its own row has none: in the nearest row where it touches nothing;
 * else in the nearest where only titles are in its way, which then go. Marks stay.
 * @param places rows to try. @param width of the title, px. @param widthOf the titles of others, px.
 * @returns whether there was room: the single's `label` and `labelY` are set, and the labels of others taken away.
 */
export function titleSelected(
  selected: Single,
  places: readonly Place[],
  width: number,
  widthOf: (single: Single) => number,
  plot: Box,
): boolean {
  const [least, most] = [plot.x + EDGE, plot.x + plot.width - EDGE - width];
  if (most < least) return false;
  const nearest = places.toSorted((a, b) => Math.abs(a.y - selected.y) - Math.abs(b.y - selected.y));
  const { x, reach } = selected;
  const beside = Math.max(reach[1], RING) + GAP;
  // A bar that goes beyond the plot has no room beside it: its title stands on it, clear of what marks its middle.
  const low = Math.max(x + reach[0], plot.x);
  const high = Math.min(x + reach[1], plot.x + plot.width);
  const isWide = high - low > width + 2 * (INSET + RING);
  const wanted = [
    x + beside,
    x - beside - width,
    ...(isWide ? [low + INSET, x + RING + GAP, high - INSET - width] : []),
    x - width / 2,
    x - RING,
    x + RING - width,
  ];
  const tries = wanted.map((at) => Math.min(Math.max(at, least), most));
  for (const over of OVER) {
    for (const { y, singles, taken } of nearest) {
      for (const at of tries) {
        const [from, to] = [at - CLEAR, at + width + CLEAR];
        const meets = (a: number, b: number) => a < to && b > from;
        if (taken.some(([a, b]) => meets(a, b))) continue;
        if (singles.some((other) => meets(...markOf(other, selected, isWide, over === 'its own middle'))))
          continue;
        const titles = singles.filter(
          (other) => !Number.isNaN(other.label) && meets(other.label, other.label + widthOf(other)),
        );
        if (titles.length > 0 && over === 'nothing') continue;
        for (const other of titles) other.label = Number.NaN;
        selected.label = at;
        selected.labelY = y;
        return true;
      }
    }
  }
  return false;
}

/** What a title may stand on, better first. */
const OVER = ['nothing', 'titles', 'its own middle'] as const;
const NOWHERE: [from: number, to: number] = [Number.NaN, Number.NaN];

function markOf(
  { x, reach, index }: Single,
  selected: Single,
  isWide: boolean,
  over: boolean,
): [from: number, to: number] {
  const ring = index === selected.index ? RING : 0;
  if (ring > 0 && isWide) return over ? NOWHERE : [x - ring / 2, x + ring / 2];
  return [x + Math.min(reach[0], -ring), x + Math.max(reach[1], ring)];
}
