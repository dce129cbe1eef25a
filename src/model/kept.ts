import type { TimelineEvent } from './event.ts';

/** What was made of a list of events, while one asks for the same of it. */
export class Kept<T> {
  readonly #of = new WeakMap<readonly TimelineEvent[], { readonly key: string; readonly value: T }>();

  get(events: readonly TimelineEvent[], key: string, make: () => T): T {
    const known = this.#of.get(events);
    if (known?.key === key) return known.value;
    const value = make();
    this.#of.set(events, { key, value });
    return value;
  }
}
