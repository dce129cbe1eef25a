import type { Category } from '../model/category.ts';
import type { Collection } from '../model/collection.ts';
import { currentEvents } from '../model/current.ts';
import type { Days } from '../model/days.ts';
import type { Document } from '../model/document.ts';
import type { TimelineEvent } from '../model/event.ts';
import { dateInWords } from '../model/words.ts';
import { fitText, textWidth } from '../scene/advances.ts';
import { onTheme } from '../scene/colour.ts';
import type { Box, Mark, Scene, Text } from '../scene/scene.ts';
import { shift } from '../scene/shift.ts';
import type { Theme } from '../scene/theme.ts';
import { createStore } from '../store/memory.ts';
import type { EventStore, Window } from '../store/store.ts';
import { calendarNames } from './calendar.ts';
import { figuresLaneHeight } from './figures.ts';
import { drawMark, type Glyph, glyphOf } from './marks.ts';
import { fitView } from './scale.ts';
import { layoutTimeline, type TimelineLayout } from './timeline.ts';

export interface PictureOptions {
  /** Time at the left edge; the first event with a little air where absent. */
  readonly from?: Days;
  /** Time at the right edge, > `from`; the last event's end with a little air where absent. */
  readonly to?: Days;
  /** Keys of the categories to show; all where absent. */
  readonly categories?: readonly string[];
  /** Ids of the events to show, as filters have left them; all where absent. */
  readonly events?: ReadonlySet<string>;
  readonly theme: Theme;
  /** Of the whole picture, px, whole. */
  readonly width: number;
  /** px, whole; as high as the lanes need, {@link MOST_HEIGHT} at most, where absent. */
  readonly height?: number;
  /** BCP 47, `en` where absent. */
  readonly locale?: string;
}

export interface Picture {
  readonly scene: Scene;
  readonly title: string;
  /** What is to be seen, in a few sentences. */
  readonly description: string;
  /** JSON: the events of the picture, their categories and the documents they are from, without the documents' text. */
  readonly metadata: string;
}

/** Height beyond which a picture grows only when it is told to, px. */
export const MOST_HEIGHT = 1600;

const TITLE_SIZE = 20;
const SMALL = 12;
const NOTE = 11;
/** Least height of the chart itself, px: header and footer give way before it does. */
const LEAST_CHART = 160;
/** With more events in view, the metadata lists those that are drawn singly and says how many there are. */
const MOST_LISTED = 2000;
const MOST_NOTE_LINES = 3;
/** Events of a category whose marks are looked at for the explanation below the chart. */
const MOST_EXPLAINED = 500;

/**
 * The timeline as a picture for paper, slides and articles: name, counts and legend above, the chart, and below it
 * what the marks mean and which documents it was read from. The page's export and the command line both use this,
 * so for the same arguments they write the same bytes. Edits are applied; dismissed events are left out.
 * @throws RangeError if `to` is not after `from` or the size is not positive: callers check what a person typed.
 */
export function layoutPicture(collection: Collection, options: PictureOptions): Picture {
  const { theme, width, locale = 'en' } = options;
  const most = options.height ?? MOST_HEIGHT;
  if (!(width > 0 && most > 0))
    throw new RangeError(`found the size ${width} × ${most}, expected more than 0`);
  const store = createStore(chosen(collection, options));
  const fit = fitView(store, width, most);
  const window: Window = { start: options.from ?? fit.start, end: options.to ?? fit.end };
  if (!(window.end > window.start)) {
    throw new RangeError(`found a picture from day ${window.start} to ${window.end}, expected a later end`);
  }
  const categories = withStrays(collection.categories, store, theme);
  const inView = categories.flatMap((category) =>
    store.meeting(category.key, window).map((i) => store.at(i)),
  );
  // Of very many only the most salient are drawn as marks of their own.
  const foremost = categories.flatMap((category) =>
    store.top(category.key, window, MOST_EXPLAINED).map((i) => store.at(i)),
  );
  const documents = citedBy(inView, collection.documents);
  const words = wordsOf(locale);
  const margin = width < 560 ? 12 : 24;
  const inner = width - 2 * margin;

  const title = collection.name || words.untitled;
  const counts = countsInWords(inView.length, store.size, documents.length, store, window, options, locale);
  const header = layoutHeader(
    title,
    counts,
    legendOf(categories, store, window, locale),
    margin,
    inner,
    theme,
  );
  const footer = layoutFooter(foremost, sourceNote(documents, words, locale), margin, inner, theme, words);
  const spare = most - header.height - footer.height;
  const withFooter = spare >= LEAST_CHART;
  const room = Math.max(LEAST_CHART, withFooter ? spare : most - header.height);
  const layoutChart = (chartHeight: number): TimelineLayout =>
    layoutTimeline({
      store,
      categories,
      view: { ...window, width, height: chartHeight },
      theme,
      selected: null,
      found: null,
      locale,
      previous: null,
      still: true,
    });
  let chart = layoutChart(room);
  if (options.height === undefined) chart = layoutChart(Math.min(room, neededHeight(chart, store)));
  const chartHeight = chart.scene.height;
  const height = options.height ?? header.height + chartHeight + (withFooter ? footer.height : 0);
  const marks: Mark[] = [
    { kind: 'group', key: 'header', marks: header.marks },
    { kind: 'group', key: 'chart', marks: chart.scene.marks.map((mark) => shift(mark, 0, header.height)) },
  ];
  if (withFooter) {
    const top = header.height + chartHeight;
    marks.push({ kind: 'group', key: 'footer', marks: footer.marks.map((mark) => shift(mark, 0, top)) });
  }
  const drawn = new Set(chart.hits.map((hit) => hit.id));
  const listed = inView.length <= MOST_LISTED ? inView : inView.filter((event) => drawn.has(event.id));
  return {
    scene: { width, height, background: theme.paper, marks },
    title,
    description: [
      `${words.timeline}: ${counts}.`,
      `${legendOf(categories, store, window, locale)
        .map((entry) => `${entry.name} ${entry.count}`)
        .join(', ')}.`,
      sourceNote(documents, words, locale).join('; '),
    ].join(' '),
    metadata: canonicalJson({
      dateline: collection.dateline,
      name: collection.name,
      window,
      eventsInView: inView.length,
      categories: categories
        .filter((category) => listed.some((event) => event.category === category.key))
        .map(({ key, name, about, colour }) => ({ key, name, about, colour })),
      documents: documents.map(({ id, name, title: heading, format, date }) => ({
        id,
        name,
        title: heading,
        format,
        date,
      })),
      events: listed.toSorted((a, b) => store.indexOf(a.id) - store.indexOf(b.id)),
    }),
  };
}

/** Height of a chart that holds the lanes of one with room to spare, its figures and its overview, px. */
function neededHeight({ lanes, plot, scene }: TimelineLayout, store: EventStore): number {
  const bottom = Math.max(...lanes.map((lane) => lane.y + lane.height), plot.y);
  const below = scene.height - plot.y - plot.height;
  return Math.max(LEAST_CHART, Math.ceil(bottom + figuresLaneHeight(store) + below));
}

function chosen(collection: Collection, { categories, events }: PictureOptions): TimelineEvent[] {
  const keys = categories && new Set(categories);
  return currentEvents(collection).filter(
    (event) => (!keys || keys.has(event.category)) && (!events || events.has(event.id)),
  );
}

/** Events whose category the collection does not list have a lane under its key, so that none is missing. */
function withStrays(categories: readonly Category[], store: EventStore, theme: Theme): readonly Category[] {
  const known = new Set(categories.map((category) => category.key));
  return [
    ...categories,
    ...store.categories
      .filter((key) => !known.has(key))
      .map((key) => ({ key, name: key, about: '', colour: theme.muted, terms: {} })),
  ];
}

/** Documents that events quote, in the collection's order. */
function citedBy(events: readonly TimelineEvent[], documents: readonly Document[]): readonly Document[] {
  const cited = new Set(events.flatMap((event) => event.sources.map((source) => source.document)));
  return documents.filter((document) => cited.has(document.id));
}

interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  readonly count: string;
}

function legendOf(
  categories: readonly Category[],
  store: EventStore,
  window: Window,
  locale: string,
): readonly LegendEntry[] {
  const count = numberFormat(locale);
  return categories
    .map(({ key, name, colour }) => ({ name, colour, events: store.count(key, window) }))
    .filter(({ events }) => events > 0)
    .map(({ name, colour, events }) => ({ name, colour, count: count.format(events) }));
}

const numberFormat = (locale: string): Intl.NumberFormat => {
  try {
    return new Intl.NumberFormat(locale);
  } catch {
    return new Intl.NumberFormat('en');
  }
};

/** `37 of 87 events · 5 documents · 2021 – 2025`. */
function countsInWords(
  inView: number,
  all: number,
  documents: number,
  store: EventStore,
  window: Window,
  options: PictureOptions,
  locale: string,
): string {
  const words = wordsOf(locale);
  const count = numberFormat(locale);
  const parts = [
    inView === all
      ? words.events(count.format(all), all)
      : words.eventsOf(count.format(inView), count.format(all)),
  ];
  if (documents > 0) parts.push(words.documents(count.format(documents), documents));
  const span =
    options.from === undefined && options.to === undefined
      ? store.extent
      : { start: Math.floor(window.start), end: Math.ceil(window.end) };
  if (span) {
    const [from, to] = calendarNames(locale).extent(span.start, span.end);
    parts.push(from === to ? from : `${from} – ${to}`);
  }
  return parts.join(' · ');
}

interface Band {
  readonly marks: readonly Mark[];
  readonly height: number;
}

const text = (
  x: number,
  y: number,
  words: string,
  size: number,
  weight: Text['weight'],
  fill: string,
): Text => ({
  kind: 'text',
  x,
  y,
  text: words,
  size,
  weight,
  fill,
  anchor: 'start',
});

function layoutHeader(
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

/** Places boxes side by side from the left, on a new line where one is full. */
class Flow {
  readonly #left: number;
  readonly #width: number;
  readonly #pitch: number;
  readonly #gap: number;
  #x: number;
  #y: number;

  constructor(left: number, baseline: number, width: number, pitch: number, gap: number) {
    this.#left = left;
    this.#x = left;
    this.#y = baseline;
    this.#width = width;
    this.#pitch = pitch;
    this.#gap = gap;
  }

  place(width: number): { readonly x: number; readonly y: number } {
    if (this.#x > this.#left && this.#x + width > this.#left + this.#width) {
      this.#x = this.#left;
      this.#y += this.#pitch;
    }
    const at = { x: this.#x, y: this.#y };
    this.#x += width + this.#gap;
    return at;
  }

  /** Baseline of the last line. */
  get bottom(): number {
    return this.#y;
  }
}

/** Joins parts to lines no longer than `room`; a line that goes on ends in the joint. A part longer than that is cut. */
function wrap(parts: readonly string[], joint: string, room: number, size: number): readonly string[] {
  const lines: string[] = [];
  const end = joint.trimEnd();
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last}${joint}${part}`;
    if (last !== undefined && textWidth(longer + end, size, 400) <= room) lines[lines.length - 1] = longer;
    else {
      if (last !== undefined) lines[lines.length - 1] = last + end;
      lines.push(fitText(part, room - textWidth(end, size, 400), size, 400));
    }
  }
  return lines;
}

/** What the marks in view mean, then the sources. */
function layoutFooter(
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
  const shown = new Set(
    events
      .map(glyphOf)
      .flatMap((glyph) => SAMPLES.map(({ name }) => name).filter((name) => matches(glyph, name))),
  );
  // Dots alone need no explaining.
  if (shown.size === 1) shown.delete('day');
  for (const { name, sample, scale, length } of SAMPLES) {
    if (!shown.has(name)) continue;
    const label = fitText(words.marks[name], inner - 40, NOTE, 400);
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

/** `Sources: First title (16 May 2024)`, `Second title`, … */
function sourceNote(documents: readonly Document[], words: Words, locale: string): readonly string[] {
  return documents.map(({ title, name, date }, i) => {
    const heading = fitText(title || name, 320, NOTE, 400);
    const day = date ? ` (${dateInWords({ edtf: date.edtf, precision: 'day' }, locale)})` : '';
    return `${i === 0 ? `${words.sources}: ` : ''}${heading}${day}`;
  });
}

type MarkName = 'day' | 'span' | 'vague' | 'open' | 'planned' | 'inferred';

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

interface Words {
  readonly untitled: string;
  readonly timeline: string;
  readonly sources: string;
  readonly marks: Readonly<Record<MarkName, string>>;
  readonly events: (count: string, n: number) => string;
  readonly eventsOf: (count: string, all: string) => string;
  readonly documents: (count: string, n: number) => string;
  readonly more: (n: number) => string;
}

const ENGLISH: Words = {
  untitled: 'Timeline',
  timeline: 'Timeline',
  sources: 'Sources',
  marks: {
    day: 'a day',
    span: 'from – to',
    vague: 'somewhere within',
    open: 'open end',
    planned: 'planned or possible',
    inferred: 'date inferred',
  },
  events: (count, n) => `${count} ${n === 1 ? 'event' : 'events'}`,
  eventsOf: (count, all) => `${count} of ${all} events`,
  documents: (count, n) => `${count} ${n === 1 ? 'document' : 'documents'}`,
  more: (n) => `and ${n} more`,
};

const GERMAN: Words = {
  untitled: 'Zeitleiste',
  timeline: 'Zeitleiste',
  sources: 'Quellen',
  marks: {
    day: 'ein Tag',
    span: 'von – bis',
    vague: 'irgendwann darin',
    open: 'offenes Ende',
    planned: 'geplant oder möglich',
    inferred: 'Datum erschlossen',
  },
  events: (count, n) => `${count} ${n === 1 ? 'Ereignis' : 'Ereignisse'}`,
  eventsOf: (count, all) => `${count} von ${all} Ereignissen`,
  documents: (count, n) => `${count} ${n === 1 ? 'Dokument' : 'Dokumente'}`,
  more: (n) => `und ${n} weitere`,
};

const wordsOf = (locale: string): Words => (/^de\b/i.test(locale) ? GERMAN : ENGLISH);

/** JSON with the keys of every object in one order: how an object came to be must not change a file. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}
