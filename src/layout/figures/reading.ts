import { bisectLeft, max, maxIndex, min } from 'd3-array';
import type { Days } from '../../model/days.ts';
import { readEdtf } from '../../model/edtf.ts';
import type { Figure } from '../../model/event.ts';
import type { EventStore, Window } from '../../store/store.ts';
import { isMeasured } from '../amounts.ts';
import { seriesFinder, shared, wordsOf } from './series.ts';
import { isContested, type LeftOut, type Series, samePeriod, type Track, type Value } from './value.ts';

/** Units beyond these are counted, not drawn. */
const MOST_TRACKS = 3;

/** What the figures of a store come to. */
export interface FigureReading {
  /** The weightiest first. */
  readonly tracks: readonly Track[];
  readonly others: readonly LeftOut[];
  /** All units, those without a track as well, in the same order. */
  readonly units: readonly Track[];
}

/** What is needed of a store to read its figures. */
export type FigureStore = Pick<EventStore, 'figured' | 'at' | 'fold'>;

/** A span as the store counts time. */
const inTimeOf = ({ fold }: FigureStore, { start, end }: Window): Window =>
  fold ? { start: fold.toFolded(start), end: fold.toFolded(end) } : { start, end };

const readings = new WeakMap<FigureStore, FigureReading>();

/** Looks at all events of a store that report figures; once, however often it is asked. */
export function readFigures(store: FigureStore): FigureReading {
  const known = readings.get(store);
  if (known) return known;
  const units = new Map<string, Raw[]>();
  for (const position of store.figured) {
    const event = store.at(position);
    event.figures.forEach((figure, place) => {
      if (!Number.isFinite(figure.value) || isHighEnd(event.figures, place)) return;
      const span = figure.period === null ? null : readEdtf(figure.period);
      const timed = span !== null && !('problem' in span);
      const { start, end } = inTimeOf(store, timed ? span : event.time);
      const values = units.get(figure.unit) ?? [];
      units.set(figure.unit, values);
      const sources = [...new Set(event.sources.map((source) => sourceName(source.document)))];
      const upTo = isHighEnd(event.figures, place + 1) ? (event.figures[place + 1]?.value ?? null) : null;
      values.push({ figure, upTo, event, place, start, end, timed, sources });
    });
  }
  // The weightiest first; then what is measured, which people look for; then by name, so that the order is always the same.
  const ranked = [...units]
    .map(([unit, values]) => trackOf(unit, values))
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        Number(isMeasured(b.unit)) - Number(isMeasured(a.unit)) ||
        (a.unit < b.unit ? -1 : 1),
    );
  const tracks = ranked
    .filter((track) => (isMeasured(track.unit) ? track.values.length : track.longest) > 1)
    .slice(0, MOST_TRACKS);
  const reading = {
    tracks,
    units: ranked,
    others: ranked
      .filter((track) => !tracks.includes(track))
      .map((track) => ({ unit: track.unit, values: track.values.length })),
  };
  readings.set(store, reading);
  return reading;
}

/** A value before it is compared with others. */
type Raw = Pick<Value, 'figure' | 'upTo' | 'event' | 'place' | 'start' | 'end' | 'timed' | 'sources'>;

/** A value while it is compared with others. */
interface Draft {
  readonly raw: Raw;
  readonly words: ReadonlySet<string>;
  readonly series: Series;
  sources: readonly string[];
  /** Others that say the same. */
  readonly also: Raw[];
  /** All that is said about the same thing and period, this one too; shared by them. */
  readonly said: Draft[];
}

/** Whether the figure at `place` is the high end of a range whose low end stands before it. */
function isHighEnd(figures: readonly Figure[], place: number): boolean {
  const [low, high] = [figures[place - 1], figures[place]];
  return (
    low !== undefined &&
    high !== undefined &&
    low.bound === 'min' &&
    high.bound === 'max' &&
    low.label === high.label &&
    low.unit === high.unit &&
    low.period === high.period &&
    low.value < high.value
  );
}

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
    const about = peers.filter((peer) => peer.series === own);
    const same = about.find((peer) => says(peer.raw, value));
    if (same) {
      same.sources = [...new Set([...same.sources, ...value.sources])];
      same.also.push(value);
      continue;
    }
    const draft: Draft = {
      raw: value,
      words,
      series: own,
      sources: value.sources,
      also: [],
      said: about[0]?.said ?? [],
    };
    draft.said.push(draft);
    own.values++;
    drafts.push(draft);
    if (!value.timed) continue;
    timed.push(draft);
    starts.push(value.start);
  }
  const values = valuesOf(drafts);
  const series = [...new Set(drafts.map((draft) => draft.series))].sort((a, b) => a.order - b.order);
  const largest = series[maxIndex(series, (one) => one.values)];
  const longest = largest?.values ?? 0;
  const reach = new Float64Array(values.length);
  values.forEach((value, i) => {
    reach[i] = Math.max(value.end, reach[i - 1] ?? Number.NEGATIVE_INFINITY);
  });
  return {
    unit,
    values,
    starts: Float64Array.from(values, (value) => value.start),
    reach,
    low: Math.min(0, min(raw, (value) => value.figure.value) ?? 0),
    high: Math.max(0, max(raw, (value) => value.upTo ?? value.figure.value) ?? 0),
    name: largest && 2 * longest >= drafts.length ? largest.label : null,
    series: series.length,
    longest,
    weight: values.reduce((sum, value) => sum + weightOf(value), 0),
  };
}

/**
 * How much a value adds to what its track says: as much as its event matters, half of it where the text gives no
 * period, and half of it where nothing else in the track is of the same thing.
 */
const weightOf = ({ event, timed, series }: Value): number =>
  (0.1 + event.salience) * (timed ? 1 : 0.5) * (series.values > 1 ? 1 : 0.5);

/** Drafts with what is known only when all are read, in order of time. */
function valuesOf(drafts: readonly Draft[]): Value[] {
  const made = new Map<Draft, { -readonly [K in keyof Value]: Value[K] }>();
  for (const draft of drafts) {
    made.set(draft, {
      ...draft.raw,
      series: draft.series,
      sources: draft.sources,
      also: draft.also,
      told: [],
      dissents: draft.said[0] !== draft,
      bySource: false,
    });
  }
  for (const draft of drafts) {
    if (draft.said[0] !== draft) continue;
    const told = draft.said.map((other) => made.get(other) as Value);
    for (const other of draft.said) (made.get(other) as { told: readonly Value[] }).told = told;
  }
  const values = [...made.values()].sort(
    (a, b) => a.start - b.start || a.end - b.end || a.series.order - b.series.order,
  );
  markBySource(values);
  return values;
}

/** Marks the values that their sources tell from all else that is contested for the very same days. */
function markBySource(values: readonly { -readonly [K in keyof Value]: Value[K] }[]): void {
  const contested = values.filter(isContested);
  const keyOf = ({ start, end, sources }: Value) => `${start} ${end} ${sources.join()}`;
  const counts = new Map<string, number>();
  for (const value of contested) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  for (const value of contested) value.bySource = counts.get(keyOf(value)) === 1;
}

const earlier = (a: Series, b: Series): Series => (b.order < a.order ? b : a);

/** Where more values are for one period, each is compared with so many before it: nobody reads more of them. */
const MOST_PEERS = 400;

/** Of values that begin no later, those for the same period. @param starts of `timed`, rising. */
function samePeriodBefore(value: Raw, timed: readonly Draft[], starts: readonly Days[]): readonly Draft[] {
  // Who shares nine tenths of both periods begins at most a tenth of the longer one before.
  const from = bisectLeft(starts, value.start - (value.end - value.start) / 9 - 1e-6);
  return timed.slice(Math.max(from, timed.length - MOST_PEERS)).filter((peer) => samePeriod(peer.raw, value));
}

/**
 * Whether two values for the same period speak of the same thing in other words: `two-way trade` and `trade between
 * the neighbours`, a quarter apart at most.
 */
function sameMatter(a: Draft, b: Raw, words: ReadonlySet<string>): boolean {
  const [x, y] = [a.raw.figure.value, b.figure.value];
  return Math.abs(x - y) <= 0.25 * Math.max(Math.abs(x), Math.abs(y)) && shared(a.words, words) > 0;
}

/** Whether two values say the same number, or the same range. */
const says = (a: Raw, b: Raw): boolean =>
  near(a.figure.value, b.figure.value) && near(a.upTo ?? a.figure.value, b.upTo ?? b.figure.value);

/** Equal but for rounding. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.002 * Math.max(Math.abs(a), Math.abs(b));
