import { bisectLeft, extent, maxIndex, min, nice, ticks } from 'd3-array';
import type { Days } from '../model/days.ts';
import { readEdtf } from '../model/edtf.ts';
import type { Figure, TimelineEvent } from '../model/event.ts';
import { dateInWords } from '../model/words.ts';
import { fitText, textWidth } from '../scene/advances.ts';
import { overlaps } from '../scene/bounds.ts';
import { inkOnTheme, mix, onTheme } from '../scene/colour.ts';
import type { Box, Group, Line, Mark, Text } from '../scene/scene.ts';
import type { Theme } from '../scene/theme.ts';
import type { EventStore } from '../store/store.ts';
import { amountInWords, axisNumber, axisUnit, isMoney } from './amounts.ts';
import type { HitTarget, View } from './timeline.ts';

export interface FiguresLayout {
  readonly marks: Mark[];
  readonly hits: HitTarget[];
}

/** Units beyond these are counted, not drawn. */
const MOST_TRACKS = 3;
const TRACK_HEIGHT = 104;
/** A track lower than this shows nothing that can be read; without room at its left it has to hold its name too. */
const LEAST_TRACK = { beside: 56, within: 78 };
/** Above the highest value, for its label; below the axis. */
const HEADROOM = 18;
const FOOTROOM = 10;
const BAR_OPACITY = 0.25;
/** Steps that an axis aims at. */
const STEPS = 3;
/** Where names left of the box begin, px. */
const MARGIN = 24;
/** Least room left of the box for names and axis numbers. */
const LEAST_GUTTER = 84;

/**
 * Height that the figures of all events deserve, px: a track for each of the units that carry most values. A single
 * value is no chart, nor are counts of things that have nothing to do with each other: what is counted (`ships`) needs
 * two values of one name, what is measured (money, shares, tonnes) two values. Where no unit has them, the answer is 0.
 */
export function figuresLaneHeight(store: EventStore): number {
  return readFigures(store).tracks.length * TRACK_HEIGHT;
}

/**
 * Values that the texts report, over the period each is for: a track for each unit with an axis of its own, never a
 * common one. A value whose period the text gives is a bar; one without is a ring at its event. Where sources disagree
 * about the same thing and period, the first is drawn solid and each other as a dashed line, all with value and source.
 * Figures in units without a track are counted in words.
 * @param box where time runs; names and axis numbers go left of it, or inside when there is no room.
 * @param colour of the bars, `#rrggbb`, as for light paper.
 */
export function layoutFigures(
  store: EventStore,
  view: View,
  box: Box,
  theme: Theme,
  locale: string,
  colour: string,
): FiguresLayout {
  const { tracks, others } = readFigures(store);
  const least = box.x >= LEAST_GUTTER ? LEAST_TRACK.beside : LEAST_TRACK.within;
  const shown = tracks.slice(0, Math.max(0, Math.floor(box.height / least)));
  if (shown.length === 0 || !(view.end > view.start)) return { marks: [], hits: [] };
  const left = [
    ...tracks.slice(shown.length).map((t) => ({ unit: t.unit, values: t.values.length })),
    ...others,
  ];
  const height = box.height / shown.length;
  const painted = shown.map((track, i) =>
    layoutTrack(track, view, { ...box, y: box.y + i * height, height }, i === shown.length - 1 ? left : [], {
      theme,
      locale,
      bar: onTheme(colour, theme),
      ink: inkOnTheme(colour, theme),
    }),
  );
  return {
    marks: [{ kind: 'group', key: 'figures', marks: painted.flatMap((p) => p.marks) }],
    hits: painted.flatMap((p) => p.hits),
  };
}

/** One number as it stands somewhere. */
interface Value {
  readonly figure: Figure;
  readonly event: TimelineEvent;
  /** Place among the event's figures. */
  readonly place: number;
  readonly start: Days;
  readonly end: Days;
  /** Whether the text says what period it is for. */
  readonly timed: boolean;
  readonly sources: readonly string[];
  /** Others say something else about the same; this one was there first. */
  readonly disputed: boolean;
  /** It says something else than an earlier value about the same. */
  readonly dissents: boolean;
  /** Its sources tell it from what others say for the same period. */
  readonly bySource: boolean;
}

/** A value before it is compared with others. */
type Raw = Omit<Value, 'disputed' | 'dissents' | 'bySource'>;

/** A value while it is compared with others. */
interface Draft {
  readonly raw: Raw;
  readonly words: ReadonlySet<string>;
  readonly series: Series;
  sources: readonly string[];
  disputed: boolean;
  readonly dissents: boolean;
}

/** What is measured, and in which values. */
interface Series {
  readonly order: number;
  readonly label: string;
  values: number;
}

interface Track {
  readonly unit: string;
  /** In order of time. */
  readonly values: readonly Value[];
  /** Lowest and highest value, and zero. */
  readonly low: number;
  readonly high: number;
  /** What at least half of the values are called; null where they are called many things. */
  readonly name: string | null;
  /** How many different things are measured, and values of the one most spoken of. */
  readonly series: number;
  readonly longest: number;
}

interface FigureReading {
  readonly tracks: readonly Track[];
  readonly others: readonly { readonly unit: string; readonly values: number }[];
}

const readings = new WeakMap<EventStore, FigureReading>();

/** Looks once at all events of a store that report figures. */
function readFigures(store: EventStore): FigureReading {
  const known = readings.get(store);
  if (known) return known;
  const units = new Map<string, Raw[]>();
  for (const position of store.figured) {
    const event = store.at(position);
    event.figures.forEach((figure, place) => {
      if (!Number.isFinite(figure.value)) return;
      const span = figure.period === null ? null : readEdtf(figure.period);
      const timed = span !== null && !('problem' in span);
      const { start, end } = timed ? span : event.time;
      const values = units.get(figure.unit) ?? [];
      units.set(figure.unit, values);
      const sources = [...new Set(event.sources.map((source) => sourceName(source.document)))];
      values.push({ figure, event, place, start, end, timed, sources });
    });
  }
  const all = [...units].map(([unit, values]) => trackOf(unit, values));
  // Most values first; then what is measured, which people look for; then by name, so that the order is always the same.
  const ranked = all.sort(
    (a, b) =>
      b.values.length - a.values.length ||
      Number(isMeasured(b.unit)) - Number(isMeasured(a.unit)) ||
      (a.unit < b.unit ? -1 : 1),
  );
  const tracks = ranked
    .filter((track) => (isMeasured(track.unit) ? track.values.length : track.longest) > 1)
    .slice(0, MOST_TRACKS);
  const reading = {
    tracks,
    others: ranked
      .filter((track) => !tracks.includes(track))
      .map((track) => ({ unit: track.unit, values: track.values.length })),
  };
  readings.set(store, reading);
  return reading;
}

/** Money, shares and SI units, as against plural nouns. */
const isMeasured = (unit: string): boolean =>
  isMoney(unit) ||
  /^(?:%|[kcmµn]?m|[kcm]?m[23]|ha|[kMG]?t|[kmµ]?g|[hm]?l|[kMGTP]?Wh?|[kMGT]?J|[kMG]?Hz|°[CF]|K|bbl|boe)$/.test(
    unit,
  );

const sourceName = (document: string): string =>
  document.replace(/^.*[/\\]/, '').replace(/\.(?:txt|md|markdown)$/i, '');

/** Joins what says the same, marks what disagrees. Only values whose periods are alike are compared. */
function trackOf(unit: string, raw: readonly Raw[]): Track {
  const sorted = [...raw].sort(
    (a, b) => a.start - b.start || a.end - b.end || b.event.salience - a.event.salience,
  );
  const find = seriesFinder();
  const drafts: Draft[] = [];
  /** Drafts with a period, and their starts: rising. */
  const timed: Draft[] = [];
  const starts: Days[] = [];
  for (const value of sorted) {
    const words = wordsOf(value.figure.label);
    const peers = value.timed ? samePeriodBefore(value, timed, starts) : [];
    const matter = peers.filter((peer) => sameMatter(peer, value, words)).map((peer) => peer.series);
    const own = matter.length > 0 ? matter.reduce(earlier) : find(value.figure.label, words);
    const rivals = peers.filter((peer) => peer.series === own);
    const same = rivals.find((peer) => near(peer.raw.figure.value, value.figure.value));
    if (same) {
      same.sources = [...new Set([...same.sources, ...value.sources])];
      continue;
    }
    const [head] = rivals;
    if (head) head.disputed = true;
    const draft: Draft = {
      raw: value,
      words,
      series: own,
      sources: value.sources,
      disputed: false,
      dissents: head !== undefined,
    };
    own.values++;
    drafts.push(draft);
    if (!value.timed) continue;
    timed.push(draft);
    starts.push(value.start);
  }
  const series = [...new Set(drafts.map((draft) => draft.series))].sort((a, b) => a.order - b.order);
  const largest = series[maxIndex(series, (one) => one.values)];
  const numbers = extent(drafts, (draft) => draft.raw.figure.value);
  const longest = largest?.values ?? 0;
  return {
    unit,
    values: drafts
      .sort((a, b) => a.raw.start - b.raw.start || a.raw.end - b.raw.end || a.series.order - b.series.order)
      .map((draft) => ({
        ...draft.raw,
        sources: draft.sources,
        disputed: draft.disputed,
        dissents: draft.dissents,
        bySource: false,
      }))
      .map(toldBySource),
    low: Math.min(0, numbers[0] ?? 0),
    high: Math.max(0, numbers[1] ?? 0),
    name: largest && 2 * longest >= drafts.length ? largest.label : null,
    series: series.length,
    longest,
  };
}

const earlier = (a: Series, b: Series): Series => (b.order < a.order ? b : a);

/** Of values that begin no later, those for the same period. @param starts of `timed`, rising. */
function samePeriodBefore(value: Raw, timed: readonly Draft[], starts: readonly Days[]): readonly Draft[] {
  // Who shares nine tenths of both periods begins at most a tenth of the longer one before.
  const from = bisectLeft(starts, value.start - (value.end - value.start) / 9 - 1e-6);
  return timed.slice(from).filter((peer) => samePeriod(peer.raw, value));
}

/** Whether, among what is contested in one period, no other value has the very same sources. */
function toldBySource(value: Value, at: number, all: readonly Value[]): Value {
  if (!isContested(value)) return value;
  const sources = value.sources.join();
  const isTwin = (other: Value) =>
    isContested(other) && samePeriod(other, value) && other.sources.join() === sources;
  const longest = (value.end - value.start) / 0.9;
  for (const step of [-1, 1]) {
    for (let i = at + step; i >= 0 && i < all.length; i += step) {
      const other = all[i] as Value;
      if (Math.abs(other.start - value.start) > longest / 9) break;
      if (isTwin(other)) return value;
    }
  }
  return { ...value, bySource: true };
}

/**
 * Finds the first series of a unit whose name is alike, or begins one. Names that were met before are not compared
 * again, and others only with series that share a word.
 */
function seriesFinder(): (label: string, words: ReadonlySet<string>) => Series {
  const all: { readonly series: Series; readonly words: ReadonlySet<string> }[] = [];
  const known = new Map<string, Series>();
  const byWord = new Map<string, number[]>();
  return (label, words) => {
    const met = known.get(label);
    if (met) return met;
    const common = new Map<number, number>();
    for (const word of words) {
      for (const order of byWord.get(word) ?? []) common.set(order, (common.get(order) ?? 0) + 1);
    }
    const candidates = words.size === 0 ? all.map((_, order) => order) : [...common.keys()];
    const order = min(candidates, (i) => {
      const other = all[i] as (typeof all)[number];
      const both = common.get(i) ?? 0;
      return 2 * both >= other.words.size + words.size - both ? i : undefined;
    });
    let series = order === undefined ? undefined : all[order]?.series;
    if (!series) {
      series = { order: all.length, label, values: 0 };
      for (const word of words) {
        const orders = byWord.get(word) ?? [];
        byWord.set(word, orders);
        orders.push(series.order);
      }
      all.push({ series, words });
    }
    known.set(label, series);
    return series;
  };
}

const SMALL_WORDS = new Set([
  'of',
  'the',
  'a',
  'an',
  'in',
  'for',
  'and',
  'to',
  'by',
  'with',
  'total',
  'der',
  'die',
  'das',
]);

const wordsOf = (label: string): Set<string> =>
  new Set((label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL_WORDS.has(word)));

/** Whether two labels share at least half of their words. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return a.size === b.size;
  const common = shared(a, b);
  return common / (a.size + b.size - common) >= 0.5;
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length;

/**
 * Whether two values for the same period speak of the same thing in other words: `two-way trade` and `trade between
 * the neighbours`, a quarter apart at most.
 */
function sameMatter(a: Draft, b: Raw, words: ReadonlySet<string>): boolean {
  const [x, y] = [a.raw.figure.value, b.figure.value];
  return Math.abs(x - y) <= 0.25 * Math.max(Math.abs(x), Math.abs(y)) && shared(a.words, words) > 0;
}

/** Whether two periods are the same for what they say: they share nine tenths of both. */
function samePeriod(a: { start: Days; end: Days }, b: { start: Days; end: Days }): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common >= 0.9 * Math.max(a.end - a.start, b.end - b.start);
}

/** Equal but for rounding. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.002 * Math.max(Math.abs(a), Math.abs(b));

interface Look {
  readonly theme: Theme;
  readonly locale: string;
  readonly bar: string;
  readonly ink: string;
}

function layoutTrack(
  track: Track,
  view: View,
  box: Box,
  left: FigureReading['others'],
  look: Look,
): { marks: Mark[]; hits: HitTarget[] } {
  const { theme, locale } = look;
  const scale = box.width / (view.end - view.start);
  const toX = (days: Days) => box.x + (days - view.start) * scale;
  const axis = niceAxis(track.low, track.high, track.unit);
  const gutter = box.x >= LEAST_GUTTER;
  const low = box.y + box.height - FOOTROOM;
  const high = box.y + (gutter ? HEADROOM : 2 * HEADROOM);
  const toY = (value: number) => low - ((value - axis.from) / (axis.to - axis.from)) * (low - high);
  const unit = axisUnit(Math.max(-track.low, track.high), track.unit, locale);

  const grid: Mark[] = [];
  let lastNumber = Number.POSITIVE_INFINITY;
  for (const value of axis.ticks) {
    const y = Math.round(toY(value)) + 0.5;
    grid.push({
      kind: 'line',
      x1: box.x,
      y1: y,
      x2: box.x + box.width,
      y2: y,
      stroke: value === 0 ? mix(theme.rule, theme.ink, 0.15) : theme.rule,
    });
    // Without a gutter the heading stands at the top.
    if ((!gutter && y < box.y + 26) || lastNumber - y < 13) continue;
    lastNumber = y;
    grid.push({
      kind: 'text',
      x: gutter ? box.x - 8 : box.x + 4,
      y: y + (gutter ? 3.5 : -3),
      text: axisNumber(value / unit.factor, locale),
      size: 10,
      weight: 400,
      fill: theme.muted,
      anchor: gutter ? 'end' : 'start',
      tabular: true,
      ...(gutter ? {} : { halo: theme.paper }),
    });
  }

  const numbersBeside = axis.ticks.map((value) => ({
    y: toY(value),
    width: textWidth(axisNumber(value / unit.factor, locale), 10, 400, true),
  }));
  const inView = track.values.filter((v) => v.start < view.end && v.end > view.start);
  const shapes: Group[] = [];
  const hits: HitTarget[] = [];
  const wanted: Wanted[] = [];
  for (const value of inView) {
    const middle = (value.start + value.end) / 2;
    const y = toY(value.figure.value);
    const zero = toY(0);
    if (!value.timed && !(middle >= view.start && middle < view.end)) continue;
    const x0 = value.timed ? Math.max(toX(value.start), box.x) : toX(middle) - 4;
    const x1 = value.timed ? Math.min(toX(value.end), box.x + box.width) : toX(middle) + 4;
    const width = Math.max(3, x1 - x0 - (x1 - x0 > 6 ? 1 : 0));
    const top = Math.min(y, zero);
    const bar: Box = value.timed
      ? { x: x0, y: top, width, height: Math.max(1, Math.abs(zero - y)) }
      : { x: x0, y: y - 4, width: 8, height: 8 };
    const line: Line = {
      kind: 'line',
      x1: x0,
      y1: y,
      x2: x0 + width,
      y2: y,
      stroke: look.bar,
      strokeWidth: 2,
      ...(value.dissents ? { dash: [5, 3] } : {}),
    };
    const marks: Mark[] = !value.timed
      ? [
          {
            kind: 'circle',
            cx: toX(middle),
            cy: y,
            r: 3.5,
            fill: theme.paper,
            stroke: look.bar,
            strokeWidth: 2,
          },
        ]
      : value.dissents
        ? [line]
        : [{ kind: 'rect', ...bar, fill: look.bar, opacity: BAR_OPACITY }, line];
    shapes.push({
      kind: 'group',
      key: `figure-${value.event.id}-${value.place + 1}`,
      title: wordsAbout(value, track, locale).title,
      marks,
    });
    hits.push({
      id: value.event.id,
      ...(value.dissents ? { ...bar, y: y - 4, height: 8 } : bar),
    });
    wanted.push({ value, bar, y });
  }

  const room = gutter ? box : { ...box, y: box.y + HEADROOM, height: box.height - HEADROOM };
  const names = nameValues(wanted, room, track, look);
  return {
    marks: [
      ...grid,
      {
        kind: 'group',
        key: '',
        clip: { ...box, x: box.x - 1, width: box.width + 2 },
        marks: [...shapes, ...names],
      },
      ...heading(
        track,
        unit.name,
        inView.length,
        names.length,
        box,
        gutter ? numbersBeside : null,
        left,
        look,
      ),
    ],
    hits,
  };
}

/** A value that is drawn, the shape that can be pointed at, and its height. */
interface Wanted {
  readonly value: Value;
  readonly bar: Box;
  readonly y: number;
}

/** What is said about a value, px wide. */
interface ValueWords {
  readonly locale: string;
  readonly title: string;
  /** The longest first. */
  readonly labels: readonly { readonly words: string; readonly width: number }[];
}

const LABEL_SIZE = 11;

const said = new WeakMap<Value, ValueWords>();

/** The words about a value, made once: they are the same in every frame. */
function wordsAbout(value: Value, track: Track, locale: string): ValueWords {
  const known = said.get(value);
  if (known?.locale === locale) return known;
  const plain = amount(value.figure, locale);
  const long = longName(value, plain, track);
  const made = {
    locale,
    title: inWords(value, locale),
    labels: [...new Set([long, plain])].map((words) => ({ words, width: textWidth(words, LABEL_SIZE, 400) })),
  };
  said.set(value, made);
  return made;
}

/** `bilateral trade: US$ 240 bn, 2023 (customs)`. */
function inWords({ figure, event, sources }: Value, locale: string): string {
  const period = figure.period === null ? null : readEdtf(figure.period);
  const when =
    period && !('problem' in period)
      ? dateInWords({ edtf: figure.period ?? '', precision: period.precision }, locale)
      : dateInWords(event.time, locale);
  return `${figure.label}: ${amount(figure, locale)}, ${when} (${sources.join(', ')})`;
}

const amount = (figure: Figure, locale: string): string =>
  `${figure.bound === 'min' ? '≥ ' : figure.bound === 'max' ? '≤ ' : ''}${amountInWords(figure.value, figure.unit, locale)}`;

/** Left edge and baseline of a label, and which end of it stays put. */
type Place = readonly [x: number, y: number, anchor: Text['anchor']];

/**
 * Labels at the values, the disputed and the largest first; what has no room stays without, and is counted. Who says
 * so stands beside what others dispute, what is meant where a track holds several things.
 */
function nameValues(wanted: readonly Wanted[], box: Box, track: Track, look: Look): Text[] {
  const placed: Box[] = [];
  const out: Text[] = [];
  const rank = (v: Value) => (isContested(v) ? 1 : 0);
  const order = [...wanted].sort(
    (a, b) =>
      rank(b.value) - rank(a.value) ||
      Math.abs(b.value.figure.value) - Math.abs(a.value.figure.value) ||
      a.value.start - b.value.start,
  );
  const inTheWay = shapesByPlace(wanted);
  for (const one of order) {
    const { value, bar, y } = one;
    const right = bar.x + bar.width;
    for (const { words, width } of wordsAbout(value, track, look.locale).labels) {
      const end = Math.min(right - 3, box.x + box.width - 4);
      const inside = width + 8 <= bar.width;
      const places: readonly Place[] = value.timed
        ? inside
          ? [
              [end - width, y - 5, 'end'],
              [end - width, y + 13, 'end'],
            ]
          : [
              [bar.x + bar.width / 2 - width / 2, y - 5, 'middle'],
              [right + 5, y + 4, 'start'],
              [bar.x - width - 5, y + 4, 'end'],
            ]
        : [
            [right + 5, y + 4, 'start'],
            [bar.x - width - 5, y + 4, 'end'],
          ];
      const free = places.find(([x, baseline]) => {
        const spot = { x: x - 3, y: baseline - 9, width: width + 6, height: 12 };
        return (
          x >= box.x + 2 &&
          x + width <= box.x + box.width - 2 &&
          baseline - 9 >= box.y &&
          baseline <= box.y + box.height &&
          !placed.some((other) => overlaps(other, spot)) &&
          !inTheWay(
            spot,
            (other) =>
              // Not on the bar of another time, where it would be read as that one's.
              (overlaps(other.bar, spot) && !samePeriod(other.value, value)) ||
              // Not across the top of another value.
              (other !== one && crosses(spot, other.bar, other.y)),
          )
        );
      });
      if (!free) continue;
      const [x, baseline, anchor] = free;
      placed.push({ x: x - 3, y: baseline - 9, width: width + 6, height: 12 });
      out.push({
        kind: 'text',
        x: anchor === 'start' ? x : anchor === 'end' ? x + width : x + width / 2,
        y: baseline,
        text: words,
        size: LABEL_SIZE,
        weight: 400,
        fill: value.timed ? look.ink : look.theme.ink,
        // With another font the words are shorter or longer: on the side away from the mark.
        anchor,
        halo: inside && baseline > y ? mix(look.theme.paper, look.bar, BAR_OPACITY) : look.theme.paper,
      });
      break;
    }
  }
  return out;
}

/** Shapes are looked up by stretches of so many px. */
const STRETCH = 8;

/**
 * Whether a shape near a spot is in its way. Where shapes stand close, the tallest come first: mostly the first that is
 * asked about is, so that a label costs little however many values there are.
 */
function shapesByPlace(
  wanted: readonly Wanted[],
): (spot: Box, isInTheWay: (other: Wanted) => boolean) => boolean {
  const stretches = new Map<number, Wanted[]>();
  const stretch = (x: number) => Math.floor(x / STRETCH);
  for (const one of [...wanted].sort((a, b) => b.bar.height - a.bar.height)) {
    for (let i = stretch(one.bar.x); i <= stretch(one.bar.x + one.bar.width); i++) {
      const there = stretches.get(i) ?? [];
      stretches.set(i, there);
      there.push(one);
    }
  }
  return (spot, isInTheWay) => {
    for (let i = stretch(spot.x); i <= stretch(spot.x + spot.width); i++) {
      if (stretches.get(i)?.some(isInTheWay)) return true;
    }
    return false;
  };
}

/** The amount with what tells it from others: its source where they disagree, else what it measures. */
function longName(value: Value, plain: string, track: Track): string {
  const { label, unit } = value.figure;
  const add = (words: string) => `${plain} ${fitText(words, 130, LABEL_SIZE, 400)}`;
  // Within one document its name tells nothing apart.
  if (value.bySource) return add(value.sources.join(', '));
  const known = value.timed && track.name !== null && alike(wordsOf(track.name), wordsOf(label));
  if (known && !isContested(value)) return plain;
  // `4 patrol ships`, not `4 ships patrol ships`.
  if (!isMeasured(unit) && label.toLowerCase().includes(unit.toLowerCase()) && plain.endsWith(` ${unit}`)) {
    return plain.slice(0, -unit.length) + fitText(label, 130, LABEL_SIZE, 400);
  }
  return add(label);
}

const isContested = (value: Value): boolean => value.disputed || value.dissents;

const crosses = (spot: Box, bar: Box, y: number): boolean =>
  y > spot.y && y < spot.y + spot.height && bar.x < spot.x + spot.width && bar.x + bar.width > spot.x;

/**
 * Name, unit and what is not shown, left of the box or at its top.
 * @param beside the axis numbers that share the room left of the box; null where there is no such room.
 */
function heading(
  track: Track,
  unit: string,
  inView: number,
  named: number,
  box: Box,
  beside: readonly { readonly y: number; readonly width: number }[] | null,
  left: FigureReading['others'],
  look: Look,
): Text[] {
  const { theme } = look;
  const called = track.name ?? generalName(track.unit, look.locale);
  const name = called.charAt(0).toLocaleUpperCase(look.locale) + called.slice(1);
  const more = left.reduce((sum, other) => sum + other.values, 0);
  const say = /^de\b/i.test(look.locale) ? GERMAN : ENGLISH;
  const places = left.length === 1 ? (left[0]?.unit ?? '') : `${left.length} ${say.units}`;
  const rest = more === 0 ? '' : `+ ${more} in ${places}`;
  const count = named < inView ? `${named} ${say.of} ${inView} ${say.named}` : '';
  const kinds = track.series > 1 ? `${unit}, ${track.series} ${say.kinds}` : unit;
  const text = (words: string, x: number, y: number, bold: boolean): Text => ({
    kind: 'text',
    x,
    y,
    text: words,
    size: bold ? 12 : 11,
    weight: bold ? 650 : 400,
    fill: bold ? theme.ink : theme.muted,
    anchor: 'start',
    ...(beside ? {} : { halo: theme.paper }),
  });
  if (!beside) {
    const line = [name, kinds, count, rest].filter(Boolean).join(' · ');
    return [text(fitText(line, box.width - 8, 11, 400), box.x + 4, box.y + 12, false)];
  }
  const roomAt = (baseline: number) => {
    const close = beside.filter((number) => Math.abs(number.y - (baseline - 4)) < 11);
    return box.x - MARGIN - 8 - Math.max(0, ...close.map((number) => number.width + 10));
  };
  let y = box.y + 5;
  const out: Text[] = [];
  const add = (words: string, bold: boolean) => {
    const size = bold ? 12 : 11;
    const width = textWidth(words, size, bold ? 650 : 400);
    y += 15;
    // An axis number may be in the way: a little lower there is often room.
    let step = 0;
    while (step < 11 && roomAt(y + step) < width) step++;
    if (step < 11) y += step;
    out.push(text(fitText(words, roomAt(y), size, bold ? 650 : 400), MARGIN, y, bold));
  };
  const widest = Math.max(...beside.map((number) => number.width + 10));
  const whole = textWidth(name, 12, 650) <= roomAt(y + 15);
  for (const words of whole ? [name] : wrap(name, box.x - MARGIN - 8 - widest, 12)) add(words, true);
  const tight = roomAt(y + 30) < textWidth(count, 11, 400) ? `${named} ${say.of} ${inView}` : count;
  for (const words of [kinds, count && tight, rest].filter(Boolean)) {
    if (y + 15 <= box.y + box.height) add(words, false);
  }
  return out;
}

/** What values of a unit are called when they are of many kinds. */
function generalName(unit: string, locale: string): string {
  const german = /^de\b/i.test(locale);
  if (unit === '%') return german ? 'Anteile' : 'Shares';
  if (isMoney(unit)) return german ? 'Beträge' : 'Amounts';
  return isMeasured(unit) ? (german ? 'Mengen' : 'Quantities') : unit;
}

/** One or two lines of a name in bold. @param room of a line, px; what is longer than the second is cut when drawn. */
function wrap(name: string, room: number, size: number): readonly string[] {
  if (textWidth(name, size, 650) <= room) return [name];
  const words = name.split(' ');
  let count = words.length - 1;
  while (count > 1 && textWidth(words.slice(0, count).join(' '), size, 650) > room) count--;
  return count === 0 ? [name] : [words.slice(0, count).join(' '), words.slice(count).join(' ')];
}

const ENGLISH = { units: 'units', of: 'of', named: 'named', kinds: 'kinds' };
const GERMAN = { units: 'Einheiten', of: 'von', named: 'benannt', kinds: 'Arten' };

/** From a round number up in two to five round steps; shares from 0 to 100 where they lie there. */
function niceAxis(
  low: number,
  high: number,
  unit: string,
): { readonly from: number; readonly to: number; readonly ticks: readonly number[] } {
  if (unit === '%' && low >= 0 && high <= 100) return { from: 0, to: 100, ticks: [0, 50, 100] };
  const top = high > low ? high : low + 1;
  const [from] = nice(low, top, STEPS);
  // The last tick may lie below the highest value: the chart ends where the values do.
  return { from, to: top, ticks: ticks(from, top, STEPS) };
}
