import type { Desk } from '../state/desk.svelte.ts';

/** A lane gets taller by so much, px: a row. */
const ROW = 20;

/** What keys and the menu do with a lane, as it is seen. */
export interface LaneVerbs {
  /** To another place. @param by −1: up by one. */
  move(key: string, by: number): void;
  /** @param by rows. */
  grow(key: string, by: number): void;
  setThin(key: string, thin: boolean): void;
}

export function laneVerbs({ lanes, chart }: Desk): LaneVerbs {
  const seen = (): readonly string[] => chart.layout.lanes.map(({ key }) => key);
  return {
    move(key, by) {
      lanes.move(chart.givenLanes, seen(), key, seen().indexOf(key) + by);
    },
    grow(key, by) {
      const lane = chart.layout.lanes.find((other) => other.key === key);
      if (lane && !lane.collapsed) lanes.resize(key, Math.max(lane.height + by * ROW, ROW));
    },
    setThin(key, thin) {
      if (lanes.isCollapsed(key) !== thin) lanes.toggle(key);
    },
  };
}
