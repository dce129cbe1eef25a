import type { When } from '../../model/when.ts';
import { idIn } from './ids.ts';
import { type Comparable, happensOnce } from './likeness.ts';

/** Tellings that share a year and a word and are compared pair by pair; in a larger bucket neighbours are. */
const MOST_IN_BUCKET = 48;
/** Where there are more, each is compared with so many whose titles follow its own in the alphabet. */
const NEIGHBOURS = 12;
/** Rarity from which a word is worth looking tellings up by; the same title always is. */
const RARE = 0.2;
/** Years that a date may cover to be looked for year by year. */
const MOST_YEARS = 4;
/** Days beyond its own over which a date is looked for: two papers may differ by so much. */
export const SLACK = 3;
const DAYS_PER_YEAR = 365.2425;

/**
 * Which tellings are worth comparing: those whose dates overlap, or nearly, and that share a word that is not everywhere.
 * Near-linear in their number. Buckets of a year and a word are runs of one sorted array of numbers: a collection of
 * thousands of documents has a million entries, and as many small objects would cost more than the comparing.
 * @param visit called for each pair, i < j; for a few pairs more than once.
 */
export function candidates(all: Comparable, visit: (i: number, j: number) => void): void {
  const { tellings } = all;
  const n = tellings.length;
  const starts = new Float64Array(n);
  const ends = new Float64Array(n);
  const once = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const { time, deed } = tellings[i]!;
    starts[i] = time.start;
    ends[i] = time.end;
    once[i] = happensOnce(deed) ? 1 : 0;
  }
  const apart = (i: number, j: number) => {
    const gap = Math.max(starts[i] ?? 0, starts[j] ?? 0) - Math.min(ends[i] ?? 0, ends[j] ?? 0);
    return gap >= SLACK && !(once[i] && once[j]);
  };
  const keys = entriesOf(all);
  /** Tellings of each small bucket, one behind the other; where each begins. */
  const inSmall: number[] = [];
  const begins: number[] = [];
  const large: number[][] = [];
  for (let from = 0; from < keys.length; ) {
    const bucket = Math.floor((keys[from] ?? 0) / n);
    let to = from + 1;
    while (to < keys.length && Math.floor((keys[to] ?? 0) / n) === bucket) to++;
    if (to - from > MOST_IN_BUCKET) large.push(Array.from(keys.subarray(from, to), (key) => key % n));
    else if (to - from > 1) {
      begins.push(inSmall.length);
      for (let k = from; k < to; k++) inSmall.push((keys[k] ?? 0) % n);
    }
    from = to;
  }
  begins.push(inSmall.length);
  pairsOfSmall(n, inSmall, begins, apart, visit);
  pairsOfLarge(all, large, apart, visit);
}

/** Every telling under each of its years with each of its words and its title, as one ascending array of numbers. */
function entriesOf({ tellings, features, rarity }: Comparable): Float64Array {
  const n = tellings.length;
  const titles = new Map<string, number>();
  const years = new Map<string, number>();
  const words = rarity.length + n;
  const list: number[] = [];
  tellings.forEach(({ time, title }, i) => {
    const own = rarity.length + idIn(titles, title);
    for (const year of yearsOf(time)) {
      const base = idIn(years, year) * words;
      for (const id of features[i] ?? []) if ((rarity[id] ?? 0) > RARE) list.push((base + id) * n + i);
      list.push((base + own) * n + i);
    }
  });
  return Float64Array.from(list).sort();
}

/** Each telling with all that share a small bucket with it, once. */
function pairsOfSmall(
  n: number,
  inSmall: readonly number[],
  begins: readonly number[],
  apart: (i: number, j: number) => boolean,
  visit: (i: number, j: number) => void,
): void {
  const first = new Int32Array(n + 1);
  for (const i of inSmall) first[i + 1] = (first[i + 1] ?? 0) + 1;
  for (let i = 0; i < n; i++) first[i + 1] = (first[i + 1] ?? 0) + (first[i] ?? 0);
  const next = first.slice();
  const bucketsOf = new Int32Array(inSmall.length);
  for (let b = 0; b + 1 < begins.length; b++) {
    for (let k = begins[b] ?? 0; k < (begins[b + 1] ?? 0); k++) {
      const i = inSmall[k] ?? 0;
      bucketsOf[next[i] ?? 0] = b;
      next[i] = (next[i] ?? 0) + 1;
    }
  }
  const met = new Int32Array(n).fill(-1);
  for (let i = 0; i < n; i++) {
    for (let at = first[i] ?? 0; at < (first[i + 1] ?? 0); at++) {
      const b = bucketsOf[at] ?? 0;
      for (let k = begins[b] ?? 0; k < (begins[b + 1] ?? 0); k++) {
        const j = inSmall[k] ?? 0;
        if (j <= i || met[j] === i) continue;
        met[j] = i;
        if (!apart(i, j)) visit(i, j);
      }
    }
  }
}

/** In a large bucket, each telling with those of its day; where these are many, with those whose titles follow its own. */
function pairsOfLarge(
  { tellings }: Comparable,
  large: readonly (readonly number[])[],
  apart: (i: number, j: number) => boolean,
  visit: (i: number, j: number) => void,
): void {
  if (large.length === 0) return;
  const n = tellings.length;
  const order = [...new Set(tellings.map(({ title }) => title))].sort();
  const places = new Map(order.map((title, place) => [title, place]));
  const rank = Int32Array.from(tellings, ({ title }) => places.get(title) ?? 0);
  const seen = new Set<number>();
  for (const list of large) {
    const byDay = new Map<number, number[]>();
    for (const i of list) {
      const day = tellings[i]?.time.start ?? 0;
      const same = byDay.get(day);
      if (same) same.push(i);
      else byDay.set(day, [i]);
    }
    for (const same of byDay.values()) {
      const many = same.length > MOST_IN_BUCKET;
      if (many) same.sort((i, j) => (rank[i] ?? 0) - (rank[j] ?? 0) || i - j);
      for (let p = 0; p < same.length; p++) {
        const end = many ? Math.min(same.length, p + 1 + NEIGHBOURS) : same.length;
        for (let q = p + 1; q < end; q++) {
          const x = same[p] ?? 0;
          const y = same[q] ?? 0;
          if (apart(x, y)) continue;
          const [i, j] = x < y ? [x, y] : [y, x];
          if (seen.has(i * n + j)) continue;
          seen.add(i * n + j);
          visit(i, j);
        }
      }
    }
  }
}

function yearsOf({ start, end }: When): string[] {
  const from = Math.floor((start - SLACK) / DAYS_PER_YEAR);
  const to = Math.floor((end - 1 + SLACK) / DAYS_PER_YEAR);
  if (to - from >= MOST_YEARS) return [`${from}-${to}`];
  return Array.from({ length: to - from + 1 }, (_, k) => String(from + k));
}
