import { selection } from 'd3-selection';

/**
 * Stands for d3-transition, which d3-zoom imports to fly to places and to stop such a flight. The chart's view glides by
 * itself (`state/view`), and its gestures give d3-zoom no duration, so there never is a transition to stop: without it a
 * page loads a third less before it paints. `vite.config.ts` names this file in its place.
 */

/** Stops what a node's transition does. It has none. */
export function interrupt(): void {}

// A double click asks the selection for the same.
Object.assign(selection.prototype, {
  interrupt(this: unknown): unknown {
    return this;
  },
});
