import type { Days } from '../../model/days.ts';
import type { TimelineEvent } from '../../model/event.ts';
import { dateInWords } from '../../model/words.ts';
import { fitText, textWidth } from '../../scene/advances.ts';
import { mix, onTheme } from '../../scene/colour.ts';
import type { Mark, Polyline, Text } from '../../scene/scene.ts';
import { transpose } from '../../scene/transpose.ts';
import type { EventStore } from '../../store/store.ts';
import { placed, wrapTitle } from '../down/blocks.ts';
import { glyphIn, lengthInWords, tornBand } from '../fold.ts';
import { DOT, drawMark, type Glyph, markReach } from '../marks.ts';
import { singleTicks } from '../ticks.ts';
import type { Arranged, Arrangement } from './arranged.ts';
import { wordsOf } from './words.ts';

const SIZE = 12;
const DATE_SIZE = 11;
const LINE = 16;
/** Between two labels, px. */
const BETWEEN = 6;
/** Width of a track, and of the longest column of dates, px. */
const TRACK = 14;
const MOST_DATE = 150;
/** What leads from the tracks to the labels takes so much, px. */
const LEAD = 40;
/** Above the first and below the last moment, px. */
const EDGE = 16;
/** A picture that may be as high as it likes gives its labels so much more than they need, so that they stay near their marks. */
const AIR = 1.6;
const LEAST_HEIGHT = 320;
/** Below this width dates stand above their titles, px. */
const NARROW = 560;

interface Entry {
  readonly event: TimelineEvent;
  readonly glyph: Glyph;
  readonly colour: string;
  /** The moment its label belongs to. */
  readonly at: Days;
  readonly date: string;
  readonly lines: readonly string[];
  readonly weight: Text['weight'];
  /** Of its label, px. */
  readonly height: number;
}

/**
 * Time from top to bottom. At the left the calendar, then a few tracks for each category with the marks where they
 * belong; at the right date and title of each event, as near to its mark as the others allow, and a thin line between
 * the two. Labels never cross. Where there is no room for all, the least salient have a mark only, and the last line
 * counts them.
 */
export function arrangeVertical(wanted: Arrangement): Arranged {
  const { store, categories, window, width, room, theme, locale } = wanted;
  const colours = new Map(categories.map(({ key, colour }) => [key, onTheme(colour, theme)]));
  const events = categories
    .flatMap(({ key }) => store.meeting(key, window))
    .sort((a, b) => a - b)
    .map((i) => store.at(i));
  const narrow = width < NARROW;
  const margin = narrow ? 12 : 24;
  const dates = events.map(({ time }) => dateInWords(time, locale));
  const dateWidth = narrow
    ? 0
    : Math.min(Math.max(0, ...dates.map((words) => textWidth(words, DATE_SIZE, 400, true))), MOST_DATE) + 14;

  const axisWidth = Math.ceil(textWidth('20 Sept 2000', DATE_SIZE, 400, true)) + 10;
  const tracks = tracksOf(store, events, categories, window, wanted.fill ? room : LEAST_HEIGHT * 4, width);
  const left = margin + axisWidth;
  const labelX = left + tracks.count * TRACK + LEAD;
  const titleX = labelX + dateWidth;
  const titleRoom = Math.max(width - margin - titleX, 80);

  const bold = boldFrom(events);
  const entries = events.map((event, i): Entry => {
    const glyph = glyphIn(store, event);
    const weight = event.salience >= bold ? 550 : 400;
    const lines = wrapTitle(event.title, titleRoom, weight);
    const first = glyph.kind === 'span' && !glyph.openStart ? glyph.start : glyph.at;
    return {
      event,
      glyph,
      colour: colours.get(event.category) ?? theme.muted,
      at: Math.min(Math.max(first, window.start), window.end),
      date: dates[i] ?? '',
      lines,
      weight,
      height: (lines.length + (narrow ? 1 : 0)) * LINE + BETWEEN,
    };
  });
  const sum = entries.reduce((total, entry) => total + entry.height, 0);
  const height = wanted.fill ? room : Math.min(Math.max(sum * AIR + 2 * EDGE, LEAST_HEIGHT), room);
  const footnote = sum > height - 2 * EDGE ? LINE + BETWEEN : 0;
  const labelled = fitting(entries, height - 2 * EDGE - footnote);

  const scale = (height - 2 * EDGE - footnote) / (window.end - window.start);
  const yOf = (days: Days): number => EDGE + (days - window.start) * scale;
  const marks: Mark[] = [];
  const grid: Mark[] = [];
  const broken: (readonly [from: number, to: number])[] = [];
  for (const [i, band] of (store.fold?.bands ?? []).entries()) {
    if (band.end <= window.start || band.start >= window.end) continue;
    const [from, to] = [yOf(Math.max(band.start, window.start)), yOf(Math.min(band.end, window.end))];
    const gap = store.fold!.gaps[i]!;
    // Drawn along x as in the other layouts, and turned.
    const strip = { x: from, y: margin, width: to - from, height: labelX - LEAD - margin };
    grid.push(...tornBand(strip, theme).map(transpose));
    if (to - from < DATE_SIZE + 4) continue;
    const y = (from + to) / 2 + 4;
    broken.push([y - 4 - DATE_SIZE, y - 4 + DATE_SIZE]);
    grid.push({
      kind: 'text',
      x: left - 10,
      y,
      text: lengthInWords(gap.end - gap.start, locale),
      size: DATE_SIZE,
      weight: 400,
      fill: theme.muted,
      anchor: 'end',
      tabular: true,
    });
  }
  for (const { at, label } of singleTicks(
    window.start,
    window.end,
    height - 2 * EDGE - footnote,
    DATE_SIZE,
    12,
    locale,
    store.fold,
  )) {
    const y = Math.round(yOf(at)) + 0.5;
    if (broken.some(([from, to]) => y > from && y < to)) continue;
    grid.push({ kind: 'line', x1: left - 4, y1: y, x2: labelX - LEAD, y2: y, stroke: theme.rule });
    grid.push({
      kind: 'text',
      x: left - 10,
      y: y + 4,
      text: label,
      size: DATE_SIZE,
      weight: 400,
      fill: theme.muted,
      anchor: 'end',
      tabular: true,
    });
  }
  marks.push({ kind: 'group', key: 'axis', marks: grid });

  const places = placed(
    labelled.map(({ at, height: own }) => ({ wish: yOf(at) - own / 2, height: own })),
    EDGE,
    height - EDGE - footnote,
  );
  const labelAt = new Map(labelled.map((entry, i) => [entry, places[i] ?? 0]));
  const plot = { x: EDGE, y: 0, width: height - 2 * EDGE - footnote, height: width };
  const leads: Mark[] = [];
  const drawn: Mark[] = [];
  for (const [i, entry] of entries.entries()) {
    const { event, glyph, colour } = entry;
    const x = left + ((tracks.of[i] ?? 0) + 0.5) * TRACK;
    const top = labelAt.get(entry);
    const shapes = drawMark(glyph, yOf(glyph.at), x, scale, plot, colour, theme, 1).map(transpose);
    const own: Mark[] = [...shapes];
    if (top !== undefined) {
      const middle = top + (entry.height - BETWEEN) / 2;
      leads.push(
        lead(x + DOT + 2, yOf(entry.at), left + tracks.count * TRACK, labelX - 8, middle, entry, wanted),
      );
      own.push(...label(entry, labelX, titleX, top, narrow, wanted));
    }
    drawn.push({
      kind: 'group',
      key: `event-${event.id}`,
      title: `${event.title}, ${entry.date}`,
      marks: own,
    });
  }
  marks.push({ kind: 'group', key: 'leads', marks: leads });
  marks.push({ kind: 'group', key: 'events', marks: drawn });
  if (footnote > 0) {
    const count = new Intl.NumberFormat(locale);
    marks.push({
      kind: 'text',
      x: labelX,
      y: height - BETWEEN,
      text: wordsOf(locale).named(count.format(labelled.length), count.format(entries.length)),
      size: DATE_SIZE,
      weight: 400,
      fill: theme.muted,
      anchor: 'start',
    });
  }
  return { marks, height: Math.ceil(height), drawn: new Set(events.map(({ id }) => id)) };
}

/** From its mark to its label: along the tracks, then across. */
function lead(
  x: number,
  y: number,
  bend: number,
  end: number,
  middle: number,
  { colour }: Entry,
  { theme }: Arrangement,
): Polyline {
  return {
    kind: 'polyline',
    points: [x, y, bend, y, end - 6, middle, end, middle],
    closed: false,
    stroke: mix(theme.paper, colour, 0.45),
  };
}

function label(
  { date, lines, weight, event }: Entry,
  labelX: number,
  titleX: number,
  top: number,
  narrow: boolean,
  { theme }: Arrangement,
): Text[] {
  const of = (x: number, y: number, words: string, rest: Partial<Text>): Text => ({
    kind: 'text',
    x,
    y,
    text: words,
    size: SIZE,
    weight: 400,
    fill: theme.ink,
    anchor: 'start',
    ...rest,
  });
  const muted = { size: DATE_SIZE, fill: theme.muted, tabular: true };
  const first = top + SIZE;
  const hollow = event.status === 'planned' || event.status === 'hypothetical';
  return [
    of(labelX, first, fitText(date, narrow ? Infinity : MOST_DATE, DATE_SIZE, 400), muted),
    ...lines.map((line, i) =>
      of(titleX, first + (i + (narrow ? 1 : 0)) * LINE, line, hollow ? { fill: theme.muted } : { weight }),
    ),
  ];
}

/** Salience from which a title is among the foremost third. */
function boldFrom(events: readonly TimelineEvent[]): number {
  const sorted = events.map(({ salience }) => salience).sort((a, b) => b - a);
  return sorted[Math.floor(sorted.length / 3)] ?? 0;
}

/** Those whose labels have room together, in their order: the most salient first, of equals the earlier. */
function fitting(entries: readonly Entry[], room: number): readonly Entry[] {
  let used = 0;
  const chosen = new Set<Entry>();
  for (const entry of entries.toSorted((a, b) => b.event.salience - a.event.salience)) {
    if (used + entry.height > room) continue;
    used += entry.height;
    chosen.add(entry);
  }
  return entries.filter((entry) => chosen.has(entry)).toSorted((a, b) => a.at - b.at);
}

/** Tracks side by side: each category has as many as its marks need so that none covers another, within limits. */
function tracksOf(
  store: EventStore,
  events: readonly TimelineEvent[],
  categories: Arrangement['categories'],
  { start, end }: Arrangement['window'],
  height: number,
  width: number,
): { readonly of: readonly number[]; readonly count: number } {
  const scale = height / (end - start);
  const used = categories.filter(({ key }) => events.some((event) => event.category === key));
  const most = Math.max(1, Math.floor((width * 0.3) / TRACK / Math.max(used.length, 1)));
  const of = new Array<number>(events.length).fill(0);
  let count = 0;
  for (const { key } of used) {
    const free: number[] = [];
    for (const [i, event] of events.entries()) {
      if (event.category !== key) continue;
      const glyph = glyphIn(store, event);
      const [before, after] = markReach(glyph, scale);
      const y = glyph.at * scale;
      let track = free.findIndex((from) => from <= y + before);
      if (track < 0 && free.length < Math.min(most, 4)) track = free.push(-Infinity) - 1;
      // All are taken here: where it covers least.
      if (track < 0) track = free.indexOf(Math.min(...free));
      free[track] = Math.max(free[track] ?? -Infinity, y + after + 1);
      of[i] = count + track;
    }
    count += free.length;
  }
  return { of, count };
}
