import { onTheme } from '../scene/colour.ts';
import type { Box, Mark } from '../scene/scene.ts';
import { glyphIn } from './fold.ts';
import { toPx } from './scale.ts';
import type { TimelineInput } from './timeline.ts';

/** The dotted line through the plot at the selected event. */
export function drawSelectedLine(input: TimelineInput, plot: Box, scale: number): Mark[] {
  const { store, selected, view, categories, theme } = input;
  const index = selected === null ? -1 : store.indexOf(selected);
  if (index < 0) return [];
  const event = store.at(index);
  const x = toPx(glyphIn(store, event).at, view.start, plot.x, scale);
  if (x < plot.x || x > plot.x + plot.width) return [];
  const category = categories.find(({ key }) => key === event.category);
  return [
    {
      kind: 'line',
      x1: x,
      y1: plot.y,
      x2: x,
      y2: plot.y + plot.height,
      stroke: category ? onTheme(category.colour, theme) : theme.muted,
      strokeWidth: 1.1,
      dash: [1.6, 3.2],
    },
  ];
}
