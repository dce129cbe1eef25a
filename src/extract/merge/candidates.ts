import type { When } from '../../model/when.ts';
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
 * Near-linear in their number.
 * @param visit called once per pair, i < j.
 */
export function candidates(all: Comparable, visit: (i: number, j: number) => void): void {
  const { tellings, features, rarity } = all;
  const n = tellings.length;
  const years = new Map<string, Map<number, number[]>>();
  const titles = new Map<string, number>();
  const put = (buckets: Map<number, number[]>, key: number, i: number) => {
    const list = buckets.get(key);
    if (list) list.push(i);
    else buckets.set(key, [i]);
  };
  const least = rarity.length;
  tellings.forEach(({ time, title }, i) => {
    let own = titles.get(title);
    if (own === undefined) {
      own = least + titles.size;
      titles.set(title, own);
    }
    for (const year of yearsOf(time)) {
      let buckets = years.get(year);
      if (!buckets) {
        buckets = new Map();
        years.set(year, buckets);
      }
      for (const id of features[i] ?? []) if ((rarity[id] ?? 0) > RARE) put(buckets, id, i);
      put(buckets, own, i);
    }
  });
  const starts = Float64Array.from(tellings, ({ time }) => time.start);
  const ends = Float64Array.from(tellings, ({ time }) => time.end);
  const once = tellings.map(({ deed }) => happensOnce(deed));
  const apart = (i: number, j: number) => {
    const gap = Math.max(starts[i] ?? 0, starts[j] ?? 0) - Math.min(ends[i] ?? 0, ends[j] ?? 0);
    return gap >= SLACK && !(once[i] && once[j]);
  };
  // By the first of a pair: small numbers are found faster than large ones.
  const seen = new Map<number, Set<number>>();
  const order = [...tellings.keys()];
  const byTitle = (i: number, j: number) => {
    const [a, b] = [tellings[i]?.title ?? '', tellings[j]?.title ?? ''];
    return a < b ? -1 : a > b ? 1 : i - j;
  };
  let rank: Int32Array | null = null;
  const pair = (list: readonly number[]) => {
    // Too many for every pair: each with those whose titles are next to its own.
    let row = list;
    let window = list.length;
    if (list.length > MOST_IN_BUCKET) {
      if (rank === null) {
        rank = new Int32Array(n);
        for (const [place, i] of order.sort(byTitle).entries()) rank[i] = place;
      }
      const places = rank;
      row = [...list].sort((i, j) => (places[i] ?? 0) - (places[j] ?? 0));
      window = NEIGHBOURS;
    }
    for (let p = 0; p < row.length; p++) {
      for (let q = p + 1; q < Math.min(row.length, p + 1 + window); q++) {
        const [x, y] = [row[p] ?? 0, row[q] ?? 0];
        if (x === y || apart(x, y)) continue;
        const [i, j] = x < y ? [x, y] : [y, x];
        const met = seen.get(i);
        if (met?.has(j)) continue;
        if (met) met.add(j);
        else seen.set(i, new Set([j]));
        visit(i, j);
      }
    }
  };
  for (const list of [...years.values()].flatMap((buckets) => [...buckets.values()])) {
    if (list.length <= MOST_IN_BUCKET) {
      if (list.length > 1) pair(list);
      continue;
    }
    const byDay = new Map<number, number[]>();
    for (const i of list) {
      const day = tellings[i]?.time.start ?? 0;
      const same = byDay.get(day);
      if (same) same.push(i);
      else byDay.set(day, [i]);
    }
    for (const same of byDay.values()) pair(same);
  }
}

function yearsOf({ start, end }: When): string[] {
  const from = Math.floor((start - SLACK) / DAYS_PER_YEAR);
  const to = Math.floor((end - 1 + SLACK) / DAYS_PER_YEAR);
  if (to - from >= MOST_YEARS) return [`${from}-${to}`];
  return Array.from({ length: to - from + 1 }, (_, k) => String(from + k));
}
