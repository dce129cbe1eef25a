import type { Days } from '../model/days.ts';
import type { TimelineEvent } from '../model/event.ts';
import { textWidth } from '../scene/advances.ts';
import { mix } from '../scene/colour.ts';
import type { Box, Mark, Text } from '../scene/scene.ts';
import type { Theme } from '../scene/theme.ts';
import type { Fold } from '../store/fold.ts';
import type { EventStore, Window } from '../store/store.ts';
import { type Glyph, glyphOf } from './marks.ts';

/** How an event of a store is drawn, in the store's time. */
export function glyphIn({ fold }: EventStore, event: Pick<TimelineEvent, 'time' | 'status'>): Glyph {
  const glyph = glyphOf(event);
  if (!fold) return glyph;
  const [start, end] = [fold.toFolded(glyph.start), fold.toFolded(glyph.end)];
  // What lies somewhere within stands in the middle of what is drawn of it.
  const middle = glyph.at === (glyph.start + glyph.end) / 2;
  return { ...glyph, start, end, at: middle ? (start + end) / 2 : fold.toFolded(glyph.at) };
}

const YEAR = 365.2425;

/** A length of time in one unit: `393 years`, `18 months`, `40 Tage`, `4.5 billion years`. @param locale BCP 47. */
export function lengthInWords(days: Days, locale: string): string {
  const [count, unit] =
    days >= 2 * YEAR
      ? ([Math.round(days / YEAR), 'year'] as const)
      : days >= 60
        ? ([Math.round((days / YEAR) * 12), 'month'] as const)
        : ([Math.round(days), 'day'] as const);
  const key = `${locale} ${unit} ${count >= 1e6}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(supported(locale), {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      ...(count >= 1e6 ? { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 1 } : {}),
    });
    formats.set(key, format);
  }
  return format.format(count);
}

const formats = new Map<string, Intl.NumberFormat>();

/** What is not a language tag falls back to English, as it does for dates. */
function supported(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

/** What is drawn of the folds in a picture. */
export interface Folds {
  /** Under everything that is told. */
  readonly ground: readonly Mark[];
  /** How long each of them is, in words, where the finer labels of the axis stand. */
  readonly labels: readonly Text[];
  /** The bands as far as they are seen, px. */
  readonly boxes: readonly Box[];
  /** What the labels take of the width, px, rising. */
  readonly taken: readonly (readonly [from: number, to: number])[];
}

export const NO_FOLDS: Folds = { ground: [], labels: [], boxes: [], taken: [] };

/** Size of the words, and room that they keep around them, px. */
const SIZE = 11;
const CLEAR = 6;
/** A band narrower than this has no words, px. */
const LEAST_NAMED = 14;

/**
 * Draws the folds in view: a band with torn edges, from the axis to the foot of the plot, and how long it is.
 * @param top y where the bands begin, px; they end with the plot. @param baseline of the words, px.
 */
export function layoutFolds(
  fold: Fold | undefined,
  view: Window,
  plot: Box,
  top: number,
  baseline: number,
  theme: Theme,
  locale: string,
): Folds {
  if (!fold) return NO_FOLDS;
  const scale = plot.width / (view.end - view.start);
  const [ground, labels, boxes] = [[] as Mark[], [] as Text[], [] as Box[]];
  const taken: [from: number, to: number][] = [];
  for (const [i, band] of fold.bands.entries()) {
    if (band.end <= view.start || band.start >= view.end) continue;
    const left = Math.max(plot.x + (band.start - view.start) * scale, plot.x - BEYOND);
    const right = Math.min(plot.x + (band.end - view.start) * scale, plot.x + plot.width + BEYOND);
    const height = plot.y + plot.height - top;
    ground.push(...tornBand({ x: left, y: top, width: right - left, height }, theme));
    const from = Math.max(left, plot.x);
    const to = Math.min(right, plot.x + plot.width);
    boxes.push({ x: from, y: top, width: Math.max(to - from, 0), height });
    const words = lengthInWords(fold.gaps[i]!.end - fold.gaps[i]!.start, locale);
    const half = textWidth(words, SIZE, 400, true) / 2;
    // Wide bands keep their words in sight; narrow ones may lend some room from beside them.
    const x = Math.min(Math.max((from + to) / 2, plot.x + half), plot.x + plot.width - half);
    const free = taken.at(-1)?.[1] ?? Number.NEGATIVE_INFINITY;
    if (to - from < LEAST_NAMED || x - half - CLEAR < free) continue;
    taken.push([x - half - CLEAR, x + half + CLEAR]);
    labels.push({
      kind: 'text',
      x,
      y: baseline,
      text: words,
      size: SIZE,
      weight: 400,
      fill: theme.muted,
      anchor: 'middle',
      halo: theme.paper,
      tabular: true,
    });
  }
  return { ground, labels, boxes, taken };
}

/** How far outside the plot a band is drawn, px. */
const BEYOND = 24;
/** Width and height of a tooth, px. */
const TOOTH = { width: 4, height: 7 };

/** A band between two torn edges, as of paper out of which a strip is missing. */
export function tornBand({ x, y, width, height }: Box, theme: Theme): readonly Mark[] {
  const teeth = Math.max(2, Math.round(height / TOOTH.height / 2) * 2);
  const depth = Math.min(TOOTH.width, width / 4);
  const edge = (at: number): number[] =>
    Array.from({ length: teeth + 1 }, (_, i) => [
      at + (i % 2 === 0 ? 0 : depth),
      y + (height * i) / teeth,
    ]).flat();
  const [left, right] = [edge(x), edge(x + width - depth)];
  const back: number[] = [];
  for (let i = right.length - 2; i >= 0; i -= 2) back.push(right[i]!, right[i + 1]!);
  const line = mix(theme.rule, theme.ink, 0.22);
  return [
    { kind: 'polyline', points: [...left, ...back], closed: true, fill: mix(theme.paper, theme.ink, 0.045) },
    { kind: 'polyline', points: left, closed: false, stroke: line },
    { kind: 'polyline', points: right, closed: false, stroke: line },
  ];
}
