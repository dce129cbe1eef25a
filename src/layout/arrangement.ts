import type { Category } from '../model/category.ts';
import type { Document } from '../model/document.ts';
import type { TimelineEvent } from '../model/event.ts';
import { type Grouping, type LaneKeys, OTHERS, UNNAMED } from '../store/laneKeys.ts';
import type { EventStore } from '../store/store.ts';

/** How lanes can be sorted: as they are given, by their first event, the largest first. */
export const ORDERS = ['given', 'first', 'size'] as const;
export type LaneOrder = (typeof ORDERS)[number];

/** How a person has arranged the lanes. Keys that no lane has say nothing. */
export interface LaneArrangement {
  readonly by: Grouping;
  /** A way of sorting; or the keys of lanes that come first, in their order, the others after them as given. */
  readonly order: LaneOrder | readonly string[];
  /** Keys of the lanes that are a thin line. */
  readonly collapsed: readonly string[];
  /** Heights by key, px; the others share what is left. */
  readonly heights: Readonly<Record<string, number>>;
}

/** Lanes as they come: a category each, as high as they need. */
export const AS_GIVEN: LaneArrangement = { by: 'category', order: 'given', collapsed: [], heights: {} };

/** Key of the lane of those that have no room for one of their own. */
export const SHARED = '+';

/** Whether nothing has been arranged. */
export const isAsGiven = ({ by, order, collapsed, heights }: LaneArrangement): boolean =>
  by === 'category' && order === 'given' && collapsed.length === 0 && Object.keys(heights).length === 0;

/** One lane before it has a place. */
export interface Lane {
  readonly key: string;
  readonly name: string;
  /** `#rrggbb` on light paper; null where each event has the colour of its category. */
  readonly colour: string | null;
}

/** Lanes that are not just the categories as they come. */
export interface Lanes {
  /** The very events that are shown, told apart by lane. */
  readonly store: EventStore;
  /** In their order; those without events are left out when they are drawn. */
  readonly list: readonly Lane[];
  readonly keyOf: (event: TimelineEvent) => string;
  readonly collapsed: ReadonlySet<string>;
  readonly heights: Readonly<Record<string, number>>;
}

/**
 * The lanes of an arrangement, in order.
 * @param store the events that are shown, told apart by `keys`. @param keys over all events of the collection, so that
 * no filter moves a lane. @param categories those that are shown.
 */
export function arrange(
  { order, collapsed, heights }: LaneArrangement,
  keys: LaneKeys,
  store: EventStore,
  categories: readonly Category[],
  documents: readonly Document[],
  locale: string,
): Lanes {
  const given = keys.by === 'category' ? categories : named(keys, documents, locale);
  return {
    store,
    list: ordered(given, order, keys),
    keyOf: keys.keyOf,
    collapsed: new Set(collapsed),
    heights,
  };
}

function named(keys: LaneKeys, documents: readonly Document[], locale: string): readonly Lane[] {
  const german = /^de\b/i.test(locale);
  const names = new Map(documents.map(({ id, title, name }) => [id, title || name]));
  return keys.keys.map((key): Lane => {
    const name =
      key === OTHERS
        ? german
          ? 'Alle anderen'
          : 'All others'
        : key === UNNAMED
          ? unnamed(keys.by, german)
          : keys.by === 'source'
            ? (names.get(key) ?? key)
            : key;
    return { key, name, colour: null };
  });
}

function unnamed(by: Grouping, german: boolean): string {
  if (by === 'place') return german ? 'Ohne Ort' : 'No place';
  return german ? 'Niemand genannt' : 'Nobody named';
}

/** Those who share a lane come after those who have their own. */
const isShared = ({ key }: Lane): boolean => key === OTHERS || key === UNNAMED;

function ordered(given: readonly Lane[], order: LaneArrangement['order'], keys: LaneKeys): readonly Lane[] {
  if (order === 'given') return given;
  if (order === 'first' || order === 'size') {
    const rank = ({ key }: Lane): number =>
      order === 'first' ? keys.measure(key).first : -keys.measure(key).size;
    const own = given.filter((lane) => !isShared(lane)).sort((a, b) => rank(a) - rank(b));
    return [...own, ...given.filter(isShared)];
  }
  const lanes = new Map(given.map((lane) => [lane.key, lane]));
  const first = [...new Set(order)].flatMap((key) => lanes.get(key) ?? []);
  return [...first, ...given.filter((lane) => !first.includes(lane))];
}

/**
 * The order in which a lane has another place.
 * @param given keys of all lanes as given. @param now keys of the lanes that are seen, in their present order.
 * @param to its new place among those, from 0; out of bounds is the nearest place.
 * @returns as few keys as say it.
 */
export function movedOrder(
  given: readonly string[],
  now: readonly string[],
  key: string,
  to: number,
): LaneArrangement['order'] {
  const others = now.filter((other) => other !== key);
  const at = Math.min(Math.max(to, 0), others.length);
  const seen = [...others.slice(0, at), key, ...others.slice(at)];
  const known = given.filter((other) => seen.includes(other));
  for (let said = 0; said < seen.length; said++) {
    const first = seen.slice(0, said);
    const rest = known.filter((other) => !first.includes(other));
    if (rest.every((other, i) => other === seen[said + i])) return said === 0 ? 'given' : first;
  }
  return seen;
}
