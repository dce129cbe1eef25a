import { min } from 'd3-array';
import type { Series } from './value.ts';

/**
 * Finds the first series of a unit whose name is alike, or begins one. Names that were met before are not compared
 * again, and others only with series that share a word.
 */
export function seriesFinder(): (label: string, words: ReadonlySet<string>) => Series {
  const all: { readonly series: Series; readonly words: ReadonlySet<string> }[] = [];
  const known = new Map<string, Series>();
  const byWord = new Map<string, number[]>();
  return (label, words) => {
    const met = known.get(label);
    if (met) return met;
    const common = new Map<number, number>();
    for (const word of words) {
      for (const order of byWord.get(word) ?? []) common.set(order, (common.get(order) ?? 0) + 1);
    }
    const candidates = words.size === 0 ? all.map((_, order) => order) : [...common.keys()];
    const order = min(candidates, (i) => {
      const other = all[i] as (typeof all)[number];
      const both = common.get(i) ?? 0;
      return 2 * both >= other.words.size + words.size - both ? i : undefined;
    });
    let series = order === undefined ? undefined : all[order]?.series;
    if (!series) {
      series = { order: all.length, label, values: 0 };
      for (const word of words) {
        const orders = byWord.get(word) ?? [];
        byWord.set(word, orders);
        orders.push(series.order);
      }
      all.push({ series, words });
    }
    known.set(label, series);
    return series;
  };
}

const SMALL_WORDS = new Set([
  'of',
  'the',
  'a',
  'an',
  'in',
  'for',
  'and',
  'to',
  'by',
  'with',
  'total',
  'der',
  'die',
  'das',
]);

/** The words of a label that say what is measured, in lower case. */
export const wordsOf = (label: string): Set<string> =>
  new Set((label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL_WORDS.has(word)));

/** Whether two labels share at least half of their words. */
export function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return a.size === b.size;
  const common = shared(a, b);
  return common / (a.size + b.size - common) >= 0.5;
}

/** How many words two labels have in common. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}
