import type { Days } from '../model/days.ts';
import type { Box, Mark } from '../scene/scene.ts';
import type { Stretch } from './crowd.ts';
import { countRidge, drawRidge, type Ridge } from './density.ts';
import { alongFoot, foundIn } from './found.ts';
import { inksOf, laneInk } from './inks.ts';
import type { DrawnLane } from './lane.ts';
import type { LaneFrame } from './lanes.ts';
import { DOT } from './marks.ts';
import { peakOf } from './peak.ts';
import { levelScale, toPx } from './scale.ts';
import { drawRing, drawSmall, hitOf, type Single } from './single.ts';
import type { HitTarget, TimelineInput } from './timeline.ts';
import { told } from './told.ts';

/** Height of the density at its highest, and from its foot to the lower border of the lane, px. */
const RISE = 11;
const FOOT = 6;

/**
 * A lane that somebody has put away: a thin line with the density of its events along it. All are counted; drawn singly
 * are only what a search found and the selected event.
 * @param scale px per day. @param level zoom level.
 */
export function drawCollapsed(
  lane: LaneFrame,
  input: TimelineInput,
  plot: Box,
  scale: number,
  level: number,
): DrawnLane {
  const { store, view, theme, selected, found } = input;
  const colour = laneInk(lane, input);
  const inkOf = inksOf(lane, input);
  const toX = (days: Days): number => toPx(days, view.start, plot.x, scale);
  const top = plot.y + lane.y;
  const base = top + lane.height - FOOT;
  const inView = store.count(lane.key, view);
  const { start, end } = lane.events.extent;
  // The smoothing of a density looks a few px beyond the first and the last event.
  const beyond = 9 / levelScale(level);
  const all: Stretch = [start - beyond, end + beyond];
  const most = peakOf(lane, input, [all], level);
  const ridge = countRidge(store, lane.key, all, view, levelScale(level));

  const { starts, ends } = lane.events;
  const chosen = selected === null ? -1 : lane.events.indexOf(selected);
  const chosenSeen = chosen >= 0 && starts[chosen]! < view.end && ends[chosen]! > view.start;
  const middle = (index: number): Days => (starts[index]! + ends[index]!) / 2;
  const lit = found
    ? alongFoot(
        foundIn(lane, store, found),
        plot.x,
        plot.x + plot.width,
        (index) => toX(middle(index)),
        (index) => index !== chosen,
      )
    : [];
  const events: Mark[] = [];
  const hits: HitTarget[] = [];
  for (const index of chosenSeen ? [...lit, chosen] : lit) {
    const event = lane.events.event(index);
    const single: Single = {
      index,
      event,
      side: 0,
      x: Math.min(Math.max(toX(middle(index)), plot.x), plot.x + plot.width),
      y: base,
      reach: [-DOT, DOT],
      label: Number.NaN,
    };
    const ink = inkOf(event);
    const marks: Mark[] = [drawSmall(single.x, single.y, ink, theme)];
    if (index === chosen) marks.push(drawRing(single, plot, ink));
    events.push({
      kind: 'group',
      key: `event-${event.id}`,
      ...(input.told === false ? {} : { title: told(event, input.locale) }),
      marks,
    });
    hits.push(hitOf(single, lane, plot));
  }
  return {
    summary: {
      key: lane.key,
      name: lane.name,
      inView,
      named: 0,
      single: hits.length,
      counted: inView - hits.length,
      detail: 'density',
      collapsed: true,
      y: top,
      height: lane.height,
    },
    ridge: [
      {
        kind: 'group',
        key: `ridge-${lane.key}-line`,
        title: `${lane.name}: ${inView}`,
        marks: [
          {
            kind: 'line',
            x1: plot.x,
            y1: base,
            x2: plot.x + plot.width,
            y2: base,
            stroke: colour,
            opacity: 0.35,
          },
          ...runsOf(ridge).flatMap((run) => drawRidge(run, toX, base, RISE, most, colour, found ? 0.5 : 1)),
        ],
      },
    ],
    peak: null,
    events,
    hits,
  };
}

/** The parts of a density where there is something, with the bins at their feet: between them is only the line. */
function runsOf({ start, bin, counts }: Ridge): readonly Ridge[] {
  const runs: Ridge[] = [];
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] === 0) continue;
    const first = Math.max(i - 1, 0);
    while (i < counts.length && counts[i]! > 0) i++;
    runs.push({ start: start + first * bin, bin, counts: counts.slice(first, i + 1) });
  }
  return runs;
}
