import type { Days } from '../model/days.ts';
import type { TimelineEvent } from '../model/event.ts';
import type { AnswerColumn } from './answerColumn.ts';
import { categoryOf } from './table.ts';

/** By what events are put into lanes. */
export const GROUPINGS = ['category', 'actor', 'place', 'source'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Key of the lane of all who have none of their own, and of that of events that name nobody, or no place. */
export const OTHERS = '*';
export const UNNAMED = '-';

/** About all events that somebody could stand for, whatever filters leave of them. */
export interface LaneMeasure {
  /** Events in the lane. */
  readonly size: number;
  /** Start of the first. */
  readonly first: Days;
  /** Events that name it and stand in the lane of another whom they name before. */
  readonly elsewhere: number;
}

/** In which lane each event stands. */
export interface LaneKeys {
  readonly by: Grouping;
  /**
   * The foremost first, then {@link OTHERS} and {@link UNNAMED}, whether there are any or not. For categories in no special
   * order.
   */
  readonly keys: readonly string[];
  /** Key of the lane of an event; the same whatever else is shown. */
  keyOf(event: TimelineEvent): string;
  /** Worked out when first asked for. O(n) once. */
  measure(key: string): LaneMeasure;
  /** The lanes of the events as a column; null where nobody had one of what they name. */
  readonly lanes: Lanes | null;
}

/** In which lane each event of a list stands, as a number. */
export interface Lanes {
  /** Keys of the lanes, as {@link LaneKeys.keys}. */
  readonly keys: readonly string[];
  /** Place among them, by place in the list. */
  readonly category: Uint16Array;
}

/** So many actors, places or sources have a lane of their own; the others share one. */
export const MOST_LANES = 8;

/** What an event names, the foremost first. */
function namesOf(event: TimelineEvent, by: Grouping): readonly string[] {
  switch (by) {
    case 'category':
      return [event.category];
    case 'actor':
      return event.actors;
    case 'place':
      return event.place === null ? [] : [event.place];
    case 'source':
      return event.sources.map(({ document }) => document);
  }
}

/**
 * Who has a lane, and who stands in whose. Lanes are for the foremost {@link MOST_LANES}: an event speaks for whom it
 * names, the more the more salient it is, and twice for whom it names first; one who is told of once has a lane only
 * where all have. An event stands in the lane of the first it names that has one. Depends on the events alone and not
 * on their order. O(n).
 * @param column what the events answer when they are asked for that, where it is known: then very many take a moment.
 */
export function laneKeys(
  events: readonly TimelineEvent[],
  by: Grouping,
  column?: AnswerColumn | null,
): LaneKeys {
  const own = by === 'category' ? null : column ? foremostIn(column, events) : foremost(events, by);
  const keys = own && [...own, OTHERS, UNNAMED];
  const lanes = column && keys ? lanesIn(column, keys) : null;
  const keyOf =
    own === null
      ? categoryOf
      : (event: TimelineEvent): string => {
          const names = namesOf(event, by);
          for (const name of names) if (own.has(name)) return name;
          return names.length > 0 ? OTHERS : UNNAMED;
        };
  let measures: ReadonlyMap<string, LaneMeasure> | null = null;
  const measured = () => {
    measures ??= column && lanes ? measureIn(column, lanes, events, by) : measureAll(events, by, keyOf);
    return measures;
  };
  return {
    by,
    get keys() {
      return keys ?? [...measured().keys()];
    },
    keyOf,
    lanes,
    measure: (key) => measured().get(key) ?? NOTHING,
  };
}

const NOTHING: LaneMeasure = { size: 0, first: Number.POSITIVE_INFINITY, elsewhere: 0 };
/** Salience is added up in whole numbers, so that the sum does not depend on the order. */
const PARTS = 1000;

function foremost(events: readonly TimelineEvent[], by: Grouping): ReadonlySet<string> {
  const tallies = new Map<string, { count: number; weight: number }>();
  for (const event of events) {
    const weight = PARTS + Math.round(event.salience * PARTS);
    const names = namesOf(event, by);
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!;
      // A document may report an event in several passages.
      if (i > 0 && names.indexOf(name) < i) continue;
      const tally = tallies.get(name);
      const more = i === 0 ? 2 * weight : weight;
      if (tally) {
        tally.count++;
        tally.weight += more;
      } else tallies.set(name, { count: 1, weight: more });
    }
  }
  return chosen([...tallies]);
}

type Tally = readonly [name: string, { readonly count: number; readonly weight: number }];

/** Who has a lane. A lane of the others for one alone would only hide its name. */
function chosen(tallies: readonly Tally[]): ReadonlySet<string> {
  if (tallies.length <= MOST_LANES + 1) return new Set(ranked(tallies));
  return new Set(ranked(tallies.filter(([, { count }]) => count > 1)).slice(0, MOST_LANES));
}

/** The same as {@link foremost}, out of a column. */
function foremostIn(column: AnswerColumn, events: readonly TimelineEvent[]): ReadonlySet<string> {
  const { values, totals, single, first, answers } = column;
  const weights = new Float64Array(values.length);
  for (let i = 0; i < events.length; i++) {
    const weight = PARTS + Math.round(events[i]!.salience * PARTS);
    if (single) {
      if (single[i]! > 0) weights[single[i]! - 1]! += 2 * weight;
      continue;
    }
    const [from, to] = [first[i]!, first[i + 1]!];
    for (let k = from; k < to; k++) weights[answers[k]!]! += k === from ? 2 * weight : weight;
  }
  return chosen(
    values.map((name, place): Tally => [name, { count: totals[place]!, weight: weights[place]! }]),
  );
}

/** The lane of each event: that of the first it names that has one. */
function lanesIn({ values, single, first, answers }: AnswerColumn, keys: readonly string[]): Lanes {
  const places = new Map(keys.map((key, place) => [key, place]));
  const [others, unnamed] = [keys.length - 2, keys.length - 1];
  /** Lane of each value; of those that have none, that of the others. */
  const laneOf = Uint16Array.from(values, (value) => {
    const place = places.get(value) ?? others;
    return place < others ? place : others;
  });
  const size = single ? single.length : first.length - 1;
  const category = new Uint16Array(size);
  for (let i = 0; i < size; i++) {
    if (single) {
      category[i] = single[i]! > 0 ? laneOf[single[i]! - 1]! : unnamed;
      continue;
    }
    const to = first[i + 1]!;
    let k = first[i]!;
    category[i] = k < to ? others : unnamed;
    for (; k < to; k++) {
      const lane = laneOf[answers[k]!]!;
      if (lane === others) continue;
      category[i] = lane;
      break;
    }
  }
  return { keys, category };
}

/** The same as {@link measureAll}, out of a column. */
function measureIn(
  { values, single, first, answers }: AnswerColumn,
  { keys, category }: Lanes,
  events: readonly TimelineEvent[],
  by: Grouping,
): ReadonlyMap<string, LaneMeasure> {
  const measures = keys.map((): { size: number; first: Days; elsewhere: number } => ({ ...NOTHING }));
  const elsewhere = new Int32Array(values.length);
  for (let i = 0; i < events.length; i++) {
    const measure = measures[category[i]!]!;
    measure.size++;
    const { start } = events[i]!.time;
    if (start < measure.first) measure.first = start;
    // It has one place: there is no lane that it could stand in instead.
    if (by === 'place') continue;
    if (single) {
      if (single[i]! > 0 && category[i] === keys.length - 2) elsewhere[single[i]! - 1]!++;
      continue;
    }
    const own = keys[category[i]!]!;
    for (let k = first[i]!; k < first[i + 1]!; k++)
      if (values[answers[k]!] !== own) elsewhere[answers[k]!]!++;
  }
  const all = new Map<string, LaneMeasure>();
  keys.forEach((key, place) => {
    if (measures[place]!.size > 0) all.set(key, measures[place]!);
  });
  values.forEach((value, place) => {
    if (elsewhere[place] === 0) return;
    all.set(value, { ...(all.get(value) ?? NOTHING), elsewhere: elsewhere[place]! });
  });
  return all;
}

const ranked = (tallies: readonly Tally[]): string[] =>
  [...tallies]
    .sort(([a, { weight: p }], [b, { weight: q }]) => q - p || (a < b ? -1 : a > b ? 1 : 0))
    .map(([name]) => name);

function measureAll(
  events: readonly TimelineEvent[],
  by: Grouping,
  keyOf: (event: TimelineEvent) => string,
): ReadonlyMap<string, LaneMeasure> {
  const measures = new Map<string, { size: number; first: Days; elsewhere: number }>();
  const of = (key: string) => {
    const measure = measures.get(key) ?? { ...NOTHING };
    measures.set(key, measure);
    return measure;
  };
  for (const event of events) {
    const key = keyOf(event);
    const measure = of(key);
    measure.size++;
    if (event.time.start < measure.first) measure.first = event.time.start;
    if (by === 'category' || by === 'place') continue;
    const names = namesOf(event, by);
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!;
      if (name !== key && names.indexOf(name) === i) of(name).elsewhere++;
    }
  }
  return measures;
}
