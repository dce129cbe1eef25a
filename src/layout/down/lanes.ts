import type { TimelineEvent } from '../../model/event.ts';
import type { EventStore } from '../../store/store.ts';
import type { Lanes } from '../arrangement.ts';
import { type Lane, SHARED } from '../arrangement.ts';
import { sharedLane, sharedStore } from '../squeeze.ts';

/** The lanes that have a column each, in their order, and the store that tells events apart by them. */
export interface ColumnLanes {
  readonly store: EventStore;
  readonly list: readonly Lane[];
  /** Keys of those that are a thin line. */
  readonly thin: ReadonlySet<string>;
  /** Keys of the lanes that share the last column, having no room for one each; empty where all have. */
  readonly shared: readonly string[];
}

/** What of an arrangement columns follow. */
export type Arranged = Pick<Lanes, 'store' | 'list' | 'collapsed' | 'heights'>;

/** Colour of what stands under a key that no lane has, as for light paper. */
const UNLISTED = '#6b6f76';

/**
 * Which lanes have a column: all that have events, as they are arranged; events of lanes that are not listed have one
 * under their key. Where there are too many, the smallest share the last one, of equals the later; who was given a height
 * of its own where time runs to the right gives way last, and has no other use of it here.
 * @param listed in their order. @param lanes the arrangement; undefined: the categories as they come, which are `listed`.
 * @param most columns there may be, ≥ 2.
 */
export function columnLanes(
  store: EventStore,
  listed: readonly Lane[],
  lanes: Arranged | undefined,
  most: number,
  locale: string,
): ColumnLanes {
  const told = lanes?.store ?? store;
  const given = lanes?.list ?? listed;
  const known = new Set(given.map(({ key }) => key));
  const used = [
    ...given,
    ...told.categories
      .filter((key) => !known.has(key))
      .map((key): Lane => ({ key, name: key, colour: UNLISTED })),
  ].filter(({ key }) => told.columns(key).positions.length > 0);
  const thin = lanes?.collapsed ?? NONE;
  if (used.length <= most) return { store: told, list: used, thin, shared: [] };
  const size = (key: string): number => told.columns(key).positions.length;
  const own = (key: string): number => Number(Object.hasOwn(lanes?.heights ?? {}, key));
  const bySize = used.toSorted((a, b) => own(b.key) - own(a.key) || size(b.key) - size(a.key));
  const gone = new Set(bySize.slice(most - 1).map(({ key }) => key));
  const shared = used.filter(({ key }) => gone.has(key)).map(({ key }) => key);
  return {
    store: sharedStore(told, shared),
    list: [...used.filter(({ key }) => !gone.has(key)), sharedLane(shared, locale)],
    thin: new Set([...thin].filter((key) => key === SHARED || !gone.has(key))),
    shared,
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Whether an event stands in a column that is no thin line. @param lanes the arrangement; undefined: the categories. */
export function isOpenIn(
  { list, thin, shared }: ColumnLanes,
  lanes: Pick<Lanes, 'keyOf'> | undefined,
): (event: TimelineEvent) => boolean {
  const together = new Set(shared);
  const last = list.at(-1)?.key ?? '';
  return (event) => {
    const key = lanes ? lanes.keyOf(event) : event.category;
    return !thin.has(together.has(key) ? last : key);
  };
}
