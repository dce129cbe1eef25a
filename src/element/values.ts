/**
 * Stands for Svelte's runtime in the element, which takes the view from `state/view` and nothing else that is reactive: who
 * moves the view asks for a frame, so nobody has to be told. Without it the element is half as large. `vite.config.ts`
 * names this file in its place; a part of the runtime that is missing here fails the build.
 */

interface Value<T> {
  value: T;
  readonly work?: () => T;
}

/** What `$state` becomes. */
export const state = <T>(value: T): Value<T> => ({ value });

/** What `$derived` becomes: worked out whenever it is asked for. */
export const derived = <T>(work: () => T): Value<T> => ({ value: undefined as T, work });

export const get = <T>({ value, work }: Value<T>): T => (work ? work() : value);

export const set = <T>(of: Value<T>, value: T): T => {
  of.value = value;
  return value;
};

/** What `++` of a `$state` becomes. */
export const update = (of: Value<number>, by = 1): number => {
  of.value += by;
  return of.value - by;
};
