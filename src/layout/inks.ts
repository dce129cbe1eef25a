import type { TimelineEvent } from '../model/event.ts';
import { onTheme } from '../scene/colour.ts';
import type { LaneFrame } from './lanes.ts';
import type { TimelineInput } from './timeline.ts';

/** The colour of each event of a lane: the lane's, or where that has none, that of the event's category. */
export function inksOf(
  { colour }: Pick<LaneFrame, 'colour'>,
  { categories, theme }: Pick<TimelineInput, 'categories' | 'theme'>,
): (event: TimelineEvent) => string {
  if (colour !== null) {
    const ink = onTheme(colour, theme);
    return () => ink;
  }
  const inks = new Map(categories.map((category) => [category.key, category.colour]));
  return ({ category }) => {
    const ink = inks.get(category);
    return ink === undefined ? theme.muted : onTheme(ink, theme);
  };
}
