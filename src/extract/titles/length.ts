/** Words that a title has at most. */
export const MOST_WORDS = 12;

/** Words after which a title ends at the next good place. */
export const ENOUGH_WORDS = 10;

/** The parts that are not empty, with a space between them. */
export const join = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');

/** Whole numbers from `from` to `to`, both included. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** Words of a text. */
export const count = (text: string): number => (text === '' ? 0 : text.split(/\s+/).length);
