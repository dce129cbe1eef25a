/**
 * A table that is asked for words of a text: without what every object has, so that `constructor` and `__proto__` are
 * words like any other.
 */
export const lookup = <T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null) as Record<string, T>, entries);
