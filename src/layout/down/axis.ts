import type { Days } from '../../model/days.ts';
import { textWidth } from '../../scene/advances.ts';
import { mix } from '../../scene/colour.ts';
import type { Box, Mark, Text } from '../../scene/scene.ts';
import type { Theme } from '../../scene/theme.ts';
import { transpose } from '../../scene/transpose.ts';
import { piecesOf } from '../../store/fold.ts';
import type { EventStore, Window } from '../../store/store.ts';
import { realOf, ticksIn } from '../bins.ts';
import { type CalendarNames, calendarNames } from '../calendar.ts';
import { lengthInWords, tornBand } from '../fold.ts';
import { digitsOf } from '../tickUnits.ts';
import { candidates, type Tiers } from '../tiers.ts';

/** Sizes of the two tiers of labels, px. */
const FINE = 11;
const COARSE = 12;
/** Least distance between two labels, and between two lines of which each second one may have none, px. */
const PITCH = 15;
/** Neighbours are so far apart that labels do not crowd, px. */
const APART = 26;
/** From a label to its line, and how far the line reaches out of the columns, px. */
const GAP = 4;
const OUT = 6;

/** The calendar of a picture whose time runs downwards: which units it counts in, and what its labels take, px. */
export interface Calendar {
  readonly tiers: Tiers;
  /** Whether each fine label says all: years need no coarser unit beside them. */
  readonly whole: boolean;
  readonly width: number;
}

const known = new WeakMap<CalendarNames, Map<number, readonly Tiers[]>>();

/**
 * The finest units whose labels stand apart below each other. Follows from the scale and from how long years get in all of
 * time, not from the place, so that panning changes neither units nor widths.
 * @param view asked where nothing is told. @param scale px per day, > 0.
 */
export function calendarOf(
  store: Pick<EventStore, 'extent' | 'fold'>,
  view: Window,
  scale: number,
  locale: string,
): Calendar {
  const names = calendarNames(locale);
  const real = realOf(store.extent ?? view, store.fold);
  const digits = digitsOf(real.start, real.end);
  const all = known.get(names) ?? new Map<number, readonly Tiers[]>();
  known.set(names, all);
  let tiers = all.get(digits);
  if (!tiers) {
    tiers = [...candidates(names, digits)];
    all.set(digits, tiers);
  }
  const chosen = tiers.find(({ fine }) => fine.least * scale >= APART) ?? tiers.at(-1)!;
  const whole = chosen.fine.least >= YEAR;
  const width = whole
    ? 0
    : Math.max(
        ...chosen.fine.samples().map((words) => textWidth(words, FINE, 400, true)),
        ...chosen.coarse.samples().map((words) => textWidth(words, COARSE, 650, true)),
      );
  return {
    tiers: chosen,
    whole,
    width: Math.max(Math.ceil(width) + GAP + OUT, leastCalendar(store, locale)),
  };
}

/**
 * What a calendar takes at every zoom, px: the years of all that is told, and the words of its folds. The first and the last
 * year have the longest names.
 */
export function leastCalendar({ extent, fold }: Pick<EventStore, 'extent' | 'fold'>, locale: string): number {
  const real = extent && realOf(extent, fold);
  const years = real ? calendarNames(locale).extent(Math.floor(real.start), Math.ceil(real.end)) : [];
  const words = [
    '2000',
    ...(real && real.end - real.start >= 2 * YEAR ? years : []),
    ...(fold?.gaps ?? []).map(({ start, end }) => lengthInWords(end - start, locale)),
  ];
  return Math.ceil(Math.max(...words.map((word) => textWidth(word, FINE, 400, true)))) + GAP + OUT;
}

/** The shortest, days. */
const YEAR = 365;

/** What is drawn of the calendar, and where folds are, px. */
export interface DrawnCalendar {
  readonly marks: readonly Mark[];
  readonly folds: readonly Box[];
}

/**
 * Draws the calendar: a line for each tick and its label at the left of it, the beginning of a coarser unit in bold. What the
 * coarser unit is at the upper edge stays there until the next pushes it out. Folds are torn bands that say how long they
 * are, and nothing else stands on them.
 * @param plot where time runs, down along y. @param left where the columns begin, px. @param spans of x over which lines go.
 */
export function drawCalendar(
  { tiers, whole }: Calendar,
  {
    store,
    view,
    theme,
    locale,
  }: {
    readonly store: EventStore;
    readonly view: Window;
    readonly theme: Theme;
    readonly locale: string;
  },
  plot: Box,
  scale: number,
  left: number,
  spans: readonly (readonly [from: number, to: number])[],
): DrawnCalendar {
  const toY = (days: Days): number => plot.y + (days - view.start) * scale;
  const bottom = plot.y + plot.height;
  const [first, last] = [spans[0]?.[0] ?? left, spans[0]?.[1] ?? left];
  const bands = foldsIn(store, view, plot, scale, locale, theme, [first, last], left - OUT - GAP);
  const inBand = (y: number): boolean =>
    bands.boxes.some((box) => y > box.y - 7 && y < box.y + box.height + 7);

  const lines: Mark[] = [];
  const labels: Text[] = [];
  const taken: number[] = [];
  const clear = (y: number): boolean => !inBand(y) && taken.every((other) => Math.abs(other - y) >= PITCH);
  const write = (y: number, words: string, coarse: boolean): void => {
    taken.push(y);
    labels.push({
      kind: 'text',
      x: left - OUT - GAP,
      y: y + 4,
      text: words,
      size: coarse ? COARSE : FINE,
      weight: coarse ? 650 : 400,
      fill: coarse ? theme.ink : theme.muted,
      anchor: 'end',
      tabular: true,
    });
  };
  const rule = (y: number, coarse: boolean): void => {
    for (const [i, [from, to]] of spans.entries())
      lines.push({
        kind: 'line',
        x1: i === 0 ? left - OUT : from,
        y1: y,
        x2: to,
        y2: y,
        stroke: coarse ? mix(theme.rule, theme.ink, 0.1) : theme.rule,
        ...(coarse ? {} : { opacity: 0.8 }),
      });
  };
  const seen = (y: number): boolean => y >= plot.y - 1 && y <= bottom + 1;
  const crisp = (at: Days): number => Math.round(toY(at)) + 0.5;

  const pieces = piecesOf(view, store.fold);
  const begun = new Set<Days>();
  const held: { readonly words: string; readonly y: number }[] = [];
  for (const piece of whole ? [] : pieces) {
    const ticks = ticksIn(tiers.coarse, piece);
    for (const { at, real } of ticks) {
      begun.add(real);
      const y = crisp(at);
      if (!seen(y) || inBand(y)) continue;
      rule(y, true);
      if (clear(y)) write(y, tiers.coarse.label(real), true);
    }
    const current = tiers.coarse.at(piece.start - piece.later);
    if (begun.has(current)) continue;
    const wish = toY(piece.start) + 4;
    const next = ticks[0] ? crisp(ticks[0].at) - PITCH : Number.POSITIVE_INFINITY;
    // At the upper edge the next one pushes it out; after a fold there is nowhere to go.
    if (next >= wish) held.push({ words: tiers.coarse.label(current), y: wish });
    else if (piece.start === view.start && next >= plot.y - 2)
      held.push({ words: tiers.coarse.label(current), y: next });
  }
  for (const { words, y } of held) if (clear(y) && y <= bottom) write(y, words, true);
  for (const piece of pieces) {
    for (const { at, real } of ticksIn(tiers.fine, piece)) {
      const y = crisp(at);
      if (begun.has(real) || !seen(y) || inBand(y)) continue;
      rule(y, false);
      if (clear(y)) write(y, tiers.fine.label(real), false);
    }
  }
  return { marks: [...bands.marks, ...lines, ...labels, ...bands.words], folds: bands.boxes };
}

/** The bands of folds, over the same width as the lines of the calendar, with how long they are beside them. */
function foldsIn(
  store: EventStore,
  view: Window,
  plot: Box,
  scale: number,
  locale: string,
  theme: Theme,
  [from, to]: readonly [number, number],
  x: number,
): { readonly marks: readonly Mark[]; readonly words: readonly Text[]; readonly boxes: readonly Box[] } {
  const [marks, words, boxes] = [[] as Mark[], [] as Text[], [] as Box[]];
  for (const [i, band] of (store.fold?.bands ?? []).entries()) {
    if (band.end <= view.start || band.start >= view.end) continue;
    const top = Math.max(plot.y + (band.start - view.start) * scale, plot.y);
    const bottom = Math.min(plot.y + (band.end - view.start) * scale, plot.y + plot.height);
    const { start, end } = store.fold!.gaps[i]!;
    // Drawn along x as in the other layouts, and turned.
    marks.push(...tornBand({ x: top, y: 0, width: bottom - top, height: to }, theme).map(transpose));
    boxes.push({ x: Math.min(from, 0), y: top, width: to, height: bottom - top });
    if (bottom - top < FINE + 4) continue;
    words.push({
      kind: 'text',
      x,
      y: (top + bottom) / 2 + 4,
      text: lengthInWords(end - start, locale),
      size: FINE,
      weight: 400,
      fill: theme.muted,
      anchor: 'end',
      tabular: true,
    });
  }
  return { marks, words, boxes };
}
