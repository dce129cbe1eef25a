import { fitText, textWidth } from '../../scene/advances.ts';
import { onTheme } from '../../scene/colour.ts';
import type { Mark } from '../../scene/scene.ts';
import type { Theme } from '../../scene/theme.ts';
import { type Band, Flow, text, wrap } from './flow.ts';

const TITLE_SIZE = 20;
const SMALL = 12;

/** A category with its colour on light paper and its count, ready to print. */
export interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  readonly count: string;
}

/** Title, counts and legend. */
export function layoutHeader(
  title: string,
  counts: string,
  legend: readonly LegendEntry[],
  margin: number,
  inner: number,
  theme: Theme,
): Band {
  const marks: Mark[] = [
    text(margin, 40, fitText(title, inner, TITLE_SIZE, 650), TITLE_SIZE, 650, theme.ink),
  ];
  let y = 60;
  for (const line of wrap(counts.split(' · '), ' · ', inner, SMALL)) {
    marks.push(text(margin, y, line, SMALL, 400, theme.muted));
    y += 16;
  }
  const flow = new Flow(margin, y + 10, inner, 22, 20);
  for (const { name, colour, count } of legend) {
    const room = inner - 14 - 8 - textWidth(count, SMALL, 400, true);
    const label = fitText(name, room, SMALL, 400);
    const width = textWidth(label, SMALL, 400);
    const at = flow.place(14 + width + 8 + textWidth(count, SMALL, 400, true));
    marks.push({ kind: 'circle', cx: at.x + 4.5, cy: at.y - 4, r: 4.5, fill: onTheme(colour, theme) });
    marks.push(text(at.x + 14, at.y, label, SMALL, 400, theme.ink));
    marks.push({ ...text(at.x + 14 + width + 8, at.y, count, SMALL, 400, theme.muted), tabular: true });
  }
  return { marks, height: legend.length > 0 ? flow.bottom + 10 : y };
}
