import type { EventStore } from '../store/store.ts';
import type { LaneFrame } from './lanes.ts';
import { peakOf } from './peak.ts';
import { levelScale } from './scale.ts';
import type { View } from './timeline.ts';

/** How far a pan is followed ahead, as a share of the view. */
const FAR = 0.5;

const seen = new WeakMap<EventStore, { readonly view: View; readonly level: number }>();

/**
 * Decides rows for what the movement of the view will show next: the finer level when zooming in, the time ahead when
 * panning (coarser levels are always there, for finer ones grow from them). A few lanes a picture, as few as have all
 * ready in time, and none in a picture that has just come to a level: so no picture has much to decide. It changes no
 * answer, only when it is worked out.
 * @param level of this picture. @param scale of it, px per day.
 */
export function workAhead(
  store: EventStore,
  lanes: readonly LaneFrame[],
  view: View,
  level: number,
  scale: number,
): void {
  const before = seen.get(store);
  seen.set(store, { view, level });
  if (!before) return;
  const length = view.end - view.start;
  const grown = length / (before.view.end - before.view.start);
  const zoomsIn = grown < 1 - STILL;
  const moved = view.start - before.view.start;
  if (!zoomsIn && (grown > 1 + STILL || moved === 0)) return;
  if (before.level !== level) return;
  const by = zoomsIn ? 0 : Math.sign(moved) * length * FAR;
  const next = { ...view, start: view.start + by, end: view.end + by };
  const finer = zoomsIn ? level + 1 : level;
  const waiting = lanes.filter(({ levels, collapsed }) => !collapsed && !levels.has(finer, next));
  if (waiting.length === 0) return;
  /** Pictures until it is needed, should the view go on like this. */
  const left = zoomsIn
    ? Math.log(levelScale(level + 1) / scale) / -Math.log(grown)
    : (length * FAR) / Math.abs(moved);
  for (const lane of waiting.slice(0, Math.ceil(waiting.length / Math.max(Math.floor(left), 1)))) {
    const { crowded } = lane.levels.at(finer, next);
    if (crowded.length > 0) peakOf(lane, { store, view: next }, crowded, finer);
  }
}

/** A pan changes the length of the view by less than this share, which is what arithmetic loses. */
const STILL = 1e-6;
