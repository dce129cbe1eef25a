import type { EventStore } from '../store/store.ts';
import type { LaneFrame } from './lanes.ts';
import { peakOf } from './peak.ts';
import { levelScale, SLACK } from './scale.ts';
import type { View } from './timeline.ts';

/** How far a pan is followed ahead, as shares of the view: what is nearer than the first has to be there. */
const AHEAD = [0.25, 0.5, 0.75, 1] as const;

const seen = new WeakMap<EventStore, { readonly view: View; readonly level: number }>();

/**
 * Decides rows for what the movement of the view will show next: the finer level when zooming in, the time ahead when
 * panning (coarser levels are always there, for finer ones grow from them). A few of them a picture, as few as have all
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
  const open = lanes.filter(({ collapsed }) => !collapsed);
  const waiting = (wanted: number, at: View): number =>
    open.reduce((sum, { levels }) => sum + levels.missing(wanted, at), 0);
  if (zoomsIn) {
    const left = Math.log((levelScale(level + 1) * SLACK) / scale) / -Math.log(grown);
    decide(store, open, level + 1, view, waiting(level + 1, view), left);
    return;
  }
  for (const far of AHEAD) {
    const by = Math.sign(moved) * length * far;
    const next = { ...view, start: view.start + by, end: view.end + by };
    const count = waiting(level, next);
    if (count === 0) continue;
    decide(store, open, level, next, count, ((far - AHEAD[0]) * length) / Math.abs(moved));
    return;
  }
}

/** Decides a share of what a view will need. @param count what that is. @param left pictures until then. */
function decide(
  store: EventStore,
  lanes: readonly LaneFrame[],
  level: number,
  view: View,
  count: number,
  left: number,
): void {
  let quota = Math.ceil(count / (Math.max(Math.floor(left), 0) + 1));
  for (const lane of lanes) {
    if (quota === 0) return;
    if (lane.levels.missing(level, view) === 0) continue;
    for (; quota > 0 && lane.levels.missing(level, view) > 0; quota--) lane.levels.advance(level, view);
    if (lane.levels.missing(level, view) > 0) return;
    const { crowded } = lane.levels.at(level, view);
    if (crowded.length > 0) peakOf(lane, { store, view }, crowded, level);
  }
}

/** A pan changes the length of the view by less than this share, which is what arithmetic loses. */
const STILL = 1e-6;
