import type { EventStore } from '../store/store.ts';
import type { LaneFrame } from './lanes.ts';
import type { View } from './timeline.ts';

/** In so many pictures all lanes are worked out ahead. */
const PICTURES = 4;
/** How far a pan is followed ahead, as a share of the view. */
const FAR = 0.5;

const seen = new WeakMap<EventStore, View>();

/**
 * Decides rows for what the movement of the view will show next: the finer level when zooming in, the time ahead when
 * panning (coarser levels are always there, for finer ones grow from them). A few lanes a picture, so that no picture
 * has to decide all of them at once. It changes no answer, only when it is worked out.
 * @param level of this picture.
 */
export function workAhead(store: EventStore, lanes: readonly LaneFrame[], view: View, level: number): void {
  const before = seen.get(store);
  seen.set(store, view);
  if (!before) return;
  const length = view.end - view.start;
  const grown = length / (before.end - before.start);
  const zoomsIn = grown < 1 - STILL;
  if (!zoomsIn && (grown > 1 + STILL || view.start === before.start)) return;
  const by = zoomsIn ? 0 : Math.sign(view.start - before.start) * length * FAR;
  const next = { start: view.start + by, end: view.end + by };
  const finer = zoomsIn ? level + 1 : level;
  let left = Math.ceil(lanes.length / PICTURES);
  for (const { levels, collapsed } of lanes) {
    if (collapsed || levels.has(finer, next)) continue;
    levels.at(finer, next);
    if (--left === 0) return;
  }
}

/** A pan changes the length of the view by less than this share, which is what arithmetic loses. */
const STILL = 1e-6;
