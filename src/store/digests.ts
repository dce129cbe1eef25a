import type { TimelineEvent } from '../model/event.ts';
import type { Digest } from './digest.ts';

type Events = readonly TimelineEvent[];

const known = new WeakMap<Events, Digest>();
/** The list that came last with a digest: copies of it are the same to everybody who asks. */
let last: WeakRef<Events> | null = null;

/** Notes what was made of a list on another thread. */
export function keepDigest(events: Events, digest: Digest): void {
  known.set(events, digest);
  last = new WeakRef(events);
}

/** What was made of a list, or of one that holds the same events in the same order; null where nothing was. */
export function digestOf(events: Events): Digest | null {
  const own = known.get(events);
  if (own) return own;
  const other = last?.deref();
  if (!other || other.length !== events.length) return null;
  for (let i = 0; i < events.length; i++) if (events[i] !== other[i]) return null;
  const digest = known.get(other) ?? null;
  if (digest) known.set(events, digest);
  return digest;
}
