import type { Desk } from '../state/desk.svelte.ts';

/** A lane gets taller by so much, px: a row. */
const ROW = 20;
/** What a lane is opened to that had no room before, px: two rows. */
const OPEN = 66;

/** What keys and the menu do with a lane, as it is seen. */
export interface LaneVerbs {
  /** To another place. @param by −1: up by one. */
  move(key: string, by: number): void;
  /** @param by rows. */
  grow(key: string, by: number): void;
  setThin(key: string, thin: boolean): void;
  /** Gives a lane that has given way a height of its own: others give way for it. */
  open(key: string): void;
}

export function laneVerbs({ lanes, chart }: Desk): LaneVerbs {
  const seen = (): readonly string[] =>
    chart.layout.lanes.filter(({ shares }) => shares === undefined).map(({ key }) => key);
  return {
    move(key, by) {
      if (!seen().includes(key)) return;
      lanes.move(chart.givenLanes, seen(), key, seen().indexOf(key) + by);
    },
    grow(key, by) {
      const lane = chart.layout.lanes.find((other) => other.key === key);
      if (lane && !lane.collapsed) lanes.resize(key, Math.max(lane.height + by * ROW, ROW));
    },
    setThin(key, thin) {
      if (lanes.isCollapsed(key) !== thin) lanes.toggle(key);
      else if (!thin && chart.layout.lanes.find((lane) => lane.key === key)?.collapsed)
        lanes.resize(key, OPEN);
    },
    open: (key) => lanes.resize(key, OPEN),
  };
}
