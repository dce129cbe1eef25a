import { fitText, textWidth } from '../scene/advances.ts';
import type { Box, Group, Mark } from '../scene/scene.ts';
import type { DrawnLane } from './lane.ts';
import type { LaneFrame } from './lanes.ts';
import { NARROW } from './narrow.ts';
import type { TimelineInput } from './timeline.ts';
import { COUNT_SIZE, digits, NAME_SIZE, namedOf, PEAK_SIZE } from './titles.ts';

/** A lane lower than this has little room below its count, px. */
const LOW = 44;

/** Name and count of a lane: left of its rows, or above them in a narrow picture. */
export function nameLane(
  lane: LaneFrame,
  { summary, peak }: DrawnLane,
  input: TimelineInput,
  plot: Box,
): Group {
  const { theme, view, locale } = input;
  const narrow = view.width < NARROW;
  const x = narrow ? plot.x + 4 : 24;
  const top = summary.y;
  // A line names nobody, and says how many it counts; beside a long name in a few digits.
  const all = namedOf(summary.inView, summary.inView, locale);
  const short = digits(summary.inView, locale);
  const count = !summary.collapsed
    ? namedOf(summary.named, summary.inView, locale)
    : x + textWidth(summary.name, NAME_SIZE, 650) + 8 + textWidth(all, COUNT_SIZE, 400) < plot.x - 4 || narrow
      ? all
      : short;
  const reserved = summary.collapsed && !narrow ? textWidth(short, COUNT_SIZE, 400) + 8 : 0;
  const room = narrow ? plot.width * 0.6 : plot.x - x - 8 - reserved;
  const name = fitText(summary.name, room, NAME_SIZE, 650);
  const marks: Mark[] = [];
  // In a lane of one row the lines stand closer, so that the count keeps clear of the rule below.
  const low = !narrow && summary.height < LOW;
  const nameY = top + Math.min(narrow ? 15 : low ? 16 : 19, summary.height * 0.75);
  if (summary.height >= 12) {
    marks.push({
      kind: 'text',
      x,
      y: nameY,
      text: name,
      size: NAME_SIZE,
      weight: 650,
      fill: theme.ink,
      anchor: 'start',
    });
    const beside = narrow || summary.height < 37;
    const countX = beside ? x + textWidth(name, NAME_SIZE, 650) + 8 : x;
    if (!beside || narrow || countX + textWidth(count, COUNT_SIZE, 400) < plot.x - 4) {
      marks.push({
        kind: 'text',
        x: countX,
        y: beside ? nameY : nameY + (low ? 14.5 : 16),
        text: count,
        size: COUNT_SIZE,
        weight: 400,
        fill: theme.muted,
        anchor: 'start',
        tabular: true,
      });
    }
  }
  if (peak && peak.count > 0 && !narrow) {
    marks.push({
      kind: 'line',
      x1: plot.x - 8,
      y1: peak.y,
      x2: plot.x - 3,
      y2: peak.y,
      stroke: theme.muted,
    });
    marks.push({
      kind: 'text',
      x: plot.x - 11,
      y: peak.y + 3.6,
      text: digits(peak.count, locale),
      size: PEAK_SIZE,
      weight: 400,
      fill: theme.muted,
      anchor: 'end',
      tabular: true,
    });
  }
  return {
    kind: 'group',
    key: `lane-${lane.key}`,
    title: `${summary.name}: ${summary.collapsed ? all : count}`,
    marks,
  };
}
