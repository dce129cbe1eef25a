import type { Days } from '../model/days.ts';
import type { TimelineEvent } from '../model/event.ts';
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
 */
export function laneKeys(events: readonly TimelineEvent[], by: Grouping): LaneKeys {
  const own = by === 'category' ? null : foremost(events, by);
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
    measures ??= measureAll(events, by, keyOf);
    return measures;
  };
  return {
    by,
    get keys() {
      return own === null ? [...measured().keys()] : [...own, OTHERS, UNNAMED];
    },
    keyOf,
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
  // A lane of the others for one alone would only hide its name.
  if (tallies.size <= MOST_LANES + 1) return new Set(ranked([...tallies]));
  return new Set(ranked([...tallies].filter(([, { count }]) => count > 1)).slice(0, MOST_LANES));
}

const ranked = (tallies: readonly (readonly [name: string, { readonly weight: number }])[]): string[] =>
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
