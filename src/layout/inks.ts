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

const ridgeInks = new WeakMap<LaneFrame['events'], { readonly categories: unknown; readonly ink: string }>();
/** So many of a lane's events, the most salient, say what most of it is. */
const ASKED = 200;

/**
 * The colour of what stands for many events of a lane: the lane's, or where that has none, that of the category to
 * which a third or more of the foremost belong; grey where there is none. The same wherever the view stands.
 */
export function laneInk(
  { key, colour, events }: LaneFrame,
  { store, categories, theme }: Pick<TimelineInput, 'store' | 'categories' | 'theme'>,
): string {
  if (colour !== null) return onTheme(colour, theme);
  const known = ridgeInks.get(events);
  if (known?.categories === categories) return onTheme(known.ink, theme);
  const sizes = new Map<string, number>();
  for (const position of store.top(key, events.extent, ASKED)) {
    const { category } = store.at(position);
    sizes.set(category, (sizes.get(category) ?? 0) + 1);
  }
  let asked = 0;
  for (const size of sizes.values()) asked += size;
  let most = Math.ceil(asked / 3) - 1;
  let ink = NEUTRAL;
  for (const category of categories) {
    const size = sizes.get(category.key) ?? 0;
    if (size > most) [most, ink] = [size, category.colour];
  }
  ridgeInks.set(events, { categories, ink });
  return onTheme(ink, theme);
}

/** Of what is of many categories, or of none that is listed. */
const NEUTRAL = '#6b6f76';
