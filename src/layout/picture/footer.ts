import type { TimelineEvent } from '../../model/event.ts';
import { fitText, textWidth } from '../../scene/advances.ts';
import { onTheme } from '../../scene/colour.ts';
import type { Box, Mark } from '../../scene/scene.ts';
import type { Theme } from '../../scene/theme.ts';
import { drawMark, type Glyph, glyphOf } from '../marks.ts';
import { type Band, Flow, text, wrap } from './flow.ts';
import type { MarkName, Words } from './words.ts';

/** px. */
export const NOTE = 11;
const MOST_NOTE_LINES = 3;

/** What the marks in view mean, then the sources. */
export function layoutFooter(
  events: readonly TimelineEvent[],
  sources: readonly string[],
  margin: number,
  inner: number,
  theme: Theme,
  words: Words,
): Band {
  const marks: Mark[] = [];
  const flow = new Flow(margin, 26, inner, 20, 22);
  const colour = onTheme(theme.muted, theme);
  const plot: Box = { x: -1000, y: 0, width: 10_000, height: 100 };
  const glyphs = events.map(glyphOf);
  const isTimed = glyphs.some(({ timed }) => timed);
  const shown = new Set(
    glyphs.flatMap((glyph) => SAMPLES.map(({ name }) => name).filter((name) => matches(glyph, name))),
  );
  // Dots alone need no explaining.
  if (shown.size === 1) shown.delete('day');
  const nameOf = (name: MarkName): string =>
    name === 'day' && isTimed ? words.dayOrTime : words.marks[name];
  for (const { name, sample, scale, length } of SAMPLES) {
    if (!shown.has(name)) continue;
    const label = fitText(nameOf(name), inner - 40, NOTE, 400);
    const at = flow.place(length + 8 + textWidth(label, NOTE, 400));
    const glyph = { ...glyphOf(PLAIN_DAY), ...sample };
    const x = glyph.openEnd ? at.x : at.x + length / 2;
    marks.push(...drawMark(glyph, x, at.y - 4, scale, plot, colour, theme, 1));
    marks.push(text(at.x + length + 8, at.y, label, NOTE, 400, theme.muted));
  }
  let y = marks.length > 0 ? flow.bottom + 20 : 26;
  const lines = wrap(sources, '; ', inner, NOTE);
  const note = lines.length > MOST_NOTE_LINES ? cutLines(sources, inner, words) : lines;
  for (const line of note) {
    marks.push(text(margin, y, line, NOTE, 400, theme.muted));
    y += 16;
  }
  return { marks, height: marks.length > 0 ? y : 0 };
}

/** As many sources as the lines hold, and how many are not named. */
function cutLines(sources: readonly string[], room: number, words: Words): readonly string[] {
  for (let count = sources.length - 1; count > 0; count--) {
    const lines = wrap([...sources.slice(0, count), words.more(sources.length - count)], '; ', room, NOTE);
    if (lines.length <= MOST_NOTE_LINES) return lines;
  }
  return [words.more(sources.length)];
}

const PLAIN_DAY = {
  status: 'happened',
  time: {
    edtf: '2000-01-01',
    start: 10_957,
    end: 10_958,
    precision: 'day',
    approximate: false,
    how: 'explicit',
  },
} as const;

/** How each kind of mark looks in the legend: fields of its glyph, px per day, and the length it takes. */
const SAMPLES: readonly {
  readonly name: MarkName;
  readonly sample: Partial<Glyph>;
  readonly scale: number;
  readonly length: number;
}[] = [
  { name: 'day', sample: {}, scale: 1, length: 9 },
  { name: 'span', sample: { kind: 'span', start: 0, end: 26, at: 13 }, scale: 1, length: 26 },
  { name: 'vague', sample: { kind: 'vague', start: 0, end: 30, at: 15 }, scale: 1, length: 30 },
  { name: 'open', sample: { kind: 'span', start: 0, end: 1, at: 0, openEnd: true }, scale: 1, length: 76 },
  { name: 'planned', sample: { hollow: true }, scale: 1, length: 9 },
  { name: 'inferred', sample: { inferred: true }, scale: 1, length: 9 },
];

function matches(glyph: Glyph, name: MarkName): boolean {
  if (name === 'planned') return glyph.hollow;
  if (name === 'inferred') return glyph.inferred && !glyph.hollow;
  if (name === 'open') return glyph.openEnd || glyph.openStart;
  const kind = { day: 'point', span: 'span', vague: 'vague' }[name];
  return glyph.kind === kind && !glyph.openEnd && !glyph.openStart;
}
