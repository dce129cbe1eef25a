import type { EventStore } from '../store/store.ts';
import { together } from '../store/together.ts';
import { type Lane, SHARED } from './arrangement.ts';
import type { LaneSizes } from './lanes.ts';
import { sharedName } from './titles.ts';

/** Heights that lanes need at least, px. */
export interface LeastHeights {
  /** With a row, so that titles and numbers of neighbours do not touch. */
  readonly open: number;
  /** As a thin line. */
  readonly thin: number;
  /** For those that share one: it has more to say. */
  readonly shared: number;
}

/** What becomes of lanes that have too little room together. */
export interface Squeeze {
  /** Keys of those that become thin lines. */
  readonly thin: ReadonlySet<string>;
  /** Keys of those that share one lane, in their order. */
  readonly shared: readonly string[];
}

/** Of the lanes that nobody made thin at least this share stays open before some have to share one. */
const OPEN = 1 / 3;

/**
 * Which lanes give way where not all have the least: the smallest become thin lines, as few as need be. Where that
 * would leave too few open, the smallest share one lane instead. Who was given a height gives way last; of equals the
 * later one goes first.
 * @param lanes in their order, each with how many events it has. @param height of all together, px.
 */
export function squeeze(
  lanes: readonly { readonly key: string; readonly size: number }[],
  { collapsed, heights }: LaneSizes,
  height: number,
  least: LeastHeights,
): Squeeze {
  const isThin = (key: string): boolean => collapsed.has(key);
  const wanted = lanes.filter(({ key }) => !isThin(key));
  const thins = lanes.length - wanted.length;
  if (wanted.length * least.open + thins * least.thin <= height) return NOTHING;
  /** Who gives way first. */
  const order = lanes
    .map((lane, at) => ({ ...lane, at, own: Object.hasOwn(heights, lane.key) }))
    .sort((a, b) => Number(a.own) - Number(b.own) || a.size - b.size || b.at - a.at);
  const open = Math.floor((height - lanes.length * least.thin) / (least.open - least.thin));
  if (open >= Math.max(Math.ceil(wanted.length * OPEN), 1)) {
    const giving = order.filter(({ key }) => !isThin(key)).slice(0, wanted.length - open);
    return { thin: new Set(giving.map(({ key }) => key)), shared: [] };
  }
  // A lane that somebody made thin stays so, among its kind; those that share are open as long as one of them was.
  let left = height - (wanted.length > 0 && !isThin(SHARED) ? least.shared : least.thin);
  const kept = new Set<string>();
  for (const { key } of order.reverse()) {
    const own = isThin(key) ? least.thin : least.open;
    if (own > left) continue;
    left -= own;
    kept.add(key);
  }
  return { thin: new Set(), shared: lanes.filter(({ key }) => !kept.has(key)).map(({ key }) => key) };
}

const NOTHING: Squeeze = { thin: new Set(), shared: [] };

const merged = new WeakMap<EventStore, { readonly keys: string; readonly store: EventStore }>();

/** The store in which these lanes are one. Remembered: it is asked for at every picture. */
export function sharedStore(store: EventStore, shared: readonly string[]): EventStore {
  if (shared.length === 0) return store;
  const keys = JSON.stringify(shared);
  const known = merged.get(store);
  if (known?.keys === keys) return known.store;
  const made = together(store, shared, SHARED);
  merged.set(store, { keys, store: made });
  return made;
}

/** The lane of those that have none of their own, each event in the colour of its category. */
export const sharedLane = (shared: readonly string[], locale: string): Lane => ({
  key: SHARED,
  name: sharedName(shared.length, locale),
  colour: null,
});
