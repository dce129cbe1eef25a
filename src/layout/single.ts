import type { TimelineEvent } from '../model/event.ts';
import type { Box, Mark } from '../scene/scene.ts';
import type { Theme } from '../scene/theme.ts';
import type { LaneFrame } from './lanes.ts';
import { DOT, RING } from './marks.ts';
import type { HitTarget, TimelineInput } from './timeline.ts';
import { TITLE_SIZE, titleWeight } from './titles.ts';

/** From the middle of a row to the baseline of its title, px. */
const BASELINE = 4.2;

/** An event that is drawn singly. */
export interface Single {
  readonly index: number;
  readonly event: TimelineEvent;
  /** The side on which the row has room for its title, or 0. */
  readonly side: number;
  readonly x: number;
  readonly y: number;
  readonly reach: readonly [number, number];
  /** Left edge of the title, px, or NaN. */
  label: number;
  /** Middle of the title, px, where that is another row than the mark's. */
  labelY?: number;
}

/** The title of an event where it has been placed. */
export function drawTitle(
  single: Single,
  lane: LaneFrame,
  { theme, selected, found }: TimelineInput,
  dim: number,
): Mark {
  const emphasis = lane.events.emphasis(single.index);
  const inside = single.label > single.x + single.reach[0] && single.label < single.x + single.reach[1];
  // Muted letters are hard to read on a bar.
  const loud = inside || emphasis !== 'faint' || single.event.id === selected || found?.has(single.event.id);
  // Left of its mark a title hangs from its end: in another font it is longer or shorter on the side away from it.
  const flipped = single.label < single.x + single.reach[0];
  return {
    kind: 'text',
    x: flipped ? single.label + lane.events.width(single.index) : single.label,
    y: (single.labelY ?? single.y) + BASELINE,
    text: single.event.title,
    size: TITLE_SIZE,
    weight: titleWeight(emphasis),
    fill: loud ? theme.ink : theme.muted,
    anchor: flipped ? 'end' : 'start',
    ...(inside ? {} : { halo: theme.paper }),
    ...(dim < 1 ? { opacity: dim * 2 } : {}),
  };
}

/** An event that a search found, on what counts it. */
export const drawSmall = (x: number, y: number, colour: string, theme: Theme): Mark => ({
  kind: 'circle',
  cx: x,
  cy: y,
  r: 3,
  fill: colour,
  stroke: theme.paper,
  strokeWidth: 1,
});

/** The ring around the selected event. */
export function drawRing({ x, y, reach }: Single, plot: Box, colour: string): Mark {
  const low = Math.max(x + reach[0], plot.x - 24);
  const high = Math.min(x + reach[1], plot.x + plot.width + 24);
  const height = Math.min(2 * RING, 2 * RING);
  const grown = RING - DOT;
  return {
    kind: 'rect',
    x: low - grown,
    y: y - height / 2,
    width: high - low + 2 * grown,
    height,
    radius: RING,
    stroke: colour,
    strokeWidth: 1.6,
  };
}

/** The place in the picture that stands for an event. */
export function hitOf(single: Single, lane: LaneFrame, plot: Box): HitTarget {
  const { x, y, reach, index, event } = single;
  // A title in another row is not over its mark: the box stays the mark's.
  const label = single.labelY === undefined ? single.label : Number.NaN;
  const width = lane.events.width(index);
  const low = Math.max(Math.min(x + reach[0] - 2, Number.isNaN(label) ? x : label), plot.x);
  const high = Math.min(
    Math.max(x + reach[1] + 2, Number.isNaN(label) ? x : label + width),
    plot.x + plot.width,
  );
  const height = Math.min(lane.pitch, 20);
  return { id: event.id, x: low, y: y - height / 2, width: Math.max(high - low, 1), height };
}
