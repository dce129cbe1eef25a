import { coarseness } from '../model/edtf.ts';
import type { Figure, Source, Status } from '../model/event.ts';
import { type Route, shapeOf, type When } from '../model/when.ts';

/** One telling of an event, before it is known whether others tell the same. */
export interface Telling {
  /** Decides ties; unique, and independent of the order of documents. */
  readonly key: string;
  readonly title: string;
  readonly category: string;
  readonly status: Status;
  readonly time: When;
  /** 0 … 1. */
  readonly confidence: number;
  readonly actors: readonly string[];
  readonly place: string | null;
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
  /** The verb or noun in its base form. */
  readonly head: string;
  /** A headline as such. It is never the same event as what it reports. */
  readonly headline: boolean;
  /** Words by which tellings are compared: stems, lower case, without those that say nothing. */
  readonly words: ReadonlySet<string>;
  /** Names in it, lower case, word by word. */
  readonly names: ReadonlySet<string>;
  /** 0 … 1: how much of its document's title it tells. */
  readonly lead?: number;
  /** Where it stands in its document: sentences near each other have near numbers. */
  readonly at: number;
}

/** Tellings of one event, best first. */
export type Cluster = readonly Telling[];

/** Least likeness for which two tellings are one event. Tuned on annotated documents: see the tests. */
const ALIKE = 0.5;
/** Tellings that share a year and a word and are compared pair by pair; in a larger bucket neighbours are. */
const MOST_IN_BUCKET = 60;
/** Where there are more, each is compared with so many whose titles follow its own in the alphabet. */
const NEIGHBOURS = 12;
/** Rarity from which a word is worth looking tellings up by; the same title always is. */
const RARE = 0.2;
/** Years that a date may cover to be looked for year by year. */
const MOST_YEARS = 4;

/**
 * Groups tellings of the same event. Two are alike when their dates can be the same, they are of one kind and share
 * words, actors or place beyond what all tellings here share: a word counts by how rare it is. Groups grow from the
 * likest pair down, and no group ever holds two dates that exclude each other.
 * Near-linear: only tellings that share a year and a word that is not everywhere are compared.
 * @param tellings any order. @returns every telling in exactly one cluster; the same clusters for any order.
 */
export function merge(tellings: readonly Telling[]): Cluster[] {
  const sorted = [...tellings].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const rarity = rarityOf(sorted);
  const pairs: { i: number; j: number; score: number }[] = [];
  for (const [i, j] of candidates(sorted, rarity)) {
    const [a, b] = [sorted[i], sorted[j]];
    if (!a || !b) continue;
    const score = likeness(a, b, rarity);
    if (score >= ALIKE) pairs.push({ i, j, score });
  }
  pairs.sort((p, q) => q.score - p.score || p.i - q.i || p.j - q.j);
  const groups = sorted.map((telling, i) => ({
    members: [i],
    start: telling.time.start,
    end: telling.time.end,
  }));
  const groupOf = sorted.map((_, i) => i);
  for (const { i, j } of pairs) {
    const [g, h] = [groupOf[i] ?? i, groupOf[j] ?? j];
    if (g === h) continue;
    const [a, b] = [groups[g], groups[h]];
    if (!a || !b) continue;
    const start = Math.max(a.start, b.start);
    const end = Math.min(a.end, b.end);
    if (end <= start || clash(a.members, b.members, sorted)) continue;
    a.members.push(...b.members);
    a.start = start;
    a.end = end;
    for (const m of b.members) groupOf[m] = g;
    b.members = [];
  }
  return groups
    .filter((g) => g.members.length > 0)
    .map((g) => g.members.map((m) => sorted[m]!).sort(byWorth));
}

/** The best telling first: not carried over, sure, fine; ties by key. */
function byWorth(a: Telling, b: Telling): number {
  return (
    worthOfRoute(b.time.how) - worthOfRoute(a.time.how) ||
    b.confidence - a.confidence ||
    coarseness(a.time.precision) - coarseness(b.time.precision) ||
    (a.key < b.key ? -1 : 1)
  );
}
const worthOfRoute = (how: Route): number =>
  how === 'explicit' || how === 'relative' || how === 'edited' ? 2 : how === 'heading' ? 1 : 0;

/** The most precise of the dates, which the others are compatible with; of equals the surest. */
export function bestTime(cluster: Cluster): When {
  const ranked = [...cluster].sort(
    (a, b) =>
      a.time.end - a.time.start - (b.time.end - b.time.start) ||
      worthOfRoute(b.time.how) - worthOfRoute(a.time.how) ||
      byWorth(a, b),
  );
  const best = ranked[0]?.time;
  if (!best) throw new RangeError('found an empty cluster, expected at least one telling');
  // A range that was said ("17–18 October") beats a day within it that another sentence gives.
  const span = cluster.find((t) => t !== ranked[0] && isSpan(t.time) && t.time.end - t.time.start <= 14);
  return span && best.precision === 'day' && !isSpan(best) ? span.time : best;
}

const isSpan = (time: When): boolean => shapeOf(time).kind === 'span';

/** Two of one passage are two events, unless they tell the same thing twice; two headlines are two. */
function clash(a: readonly number[], b: readonly number[], all: readonly Telling[]): boolean {
  for (const i of a) {
    for (const j of b) {
      const [x, y] = [all[i], all[j]];
      if (!x || !y) continue;
      const [s, t] = [x.sources[0], y.sources[0]];
      if (s && t && s.document === t.document && s.start === t.start) return true;
    }
  }
  return false;
}

/* ---- likeness ---- */

/** How much a word or name says, 0 … 1: the rarer among the tellings the more. */
type Rarity = (word: string) => number;

function rarityOf(tellings: readonly Telling[]): Rarity {
  const counts = new Map<string, number>();
  for (const t of tellings) for (const w of features(t)) counts.set(w, (counts.get(w) ?? 0) + 1);
  const n = Math.max(2, tellings.length);
  return (word) => Math.log(1 + n / (counts.get(word) ?? 1)) / Math.log(1 + n);
}

const features = (t: Telling): Set<string> => {
  const all = new Set(t.words);
  for (const actor of t.actors) all.add(`@${actor}`);
  if (t.place) all.add(`#${t.place}`);
  return all;
};

/**
 * How alike two tellings are, 0 … 1; symmetric. Words and names in common, by rarity, over those of the shorter
 * telling; the same kind, the same verb and the same date speak for it, different kinds against.
 */
export function likeness(a: Telling, b: Telling, rarity: Rarity): number {
  if (a.headline !== b.headline) return 0;
  if (!canBeSame(a.time, b.time)) return 0;
  // Nobody is born or dies twice.
  if (a.head === b.head && ONCE.has(a.head) && a.actors[0] !== undefined && a.actors[0] === b.actors[0])
    return 1;
  const [x, y] = [features(a), features(b)];
  let shared = 0;
  let sumX = 0;
  let sumY = 0;
  for (const w of x) {
    sumX += rarity(w);
    if (y.has(w)) shared += rarity(w);
  }
  for (const w of y) sumY += rarity(w);
  if (shared === 0) return 0;
  const dice = (2 * shared) / (sumX + sumY);
  const within = shared / Math.min(sumX, sumY);
  let score = 0.55 * dice + 0.3 * within;
  if (a.head === b.head) score += 0.12;
  if (a.category === b.category) score += 0.06;
  else score -= 0.08;
  if (a.time.start === b.time.start && a.time.end === b.time.end) score += 0.06;
  if (a.names.size > 0 && b.names.size > 0 && ![...a.names].some((name) => b.names.has(name)))
    score -= OTHER_NAMES;
  if (a.place && b.place && a.place !== b.place) score -= OTHER_PLACE;
  if (a.headline) score -= 0.15;
  else if (isNear(a, b)) score += NEAR;
  return Math.max(0, Math.min(1, score));
}

/** Verbs, in base form, of what happens to anyone once. */
const ONCE = new Set(['die', 'bear']);

/** What tellings lose that name none of the same names: two summits of one month are two. */
const OTHER_NAMES = 0.3;
const OTHER_PLACE = 0.1;

/** What sentences next to each other with the same date gain: a text goes on about what it tells. */
const NEAR = 0.1;
const isNear = (a: Telling, b: Telling): boolean =>
  a.sources[0]?.document === b.sources[0]?.document &&
  Math.abs(a.at - b.at) <= 2 &&
  a.time.start === b.time.start &&
  a.time.end === b.time.end;

/** Whether two dates can mean the same: they overlap, and the coarser is not so coarse that it proves nothing. */
function canBeSame(a: When, b: When): boolean {
  if (Math.min(a.end, b.end) <= Math.max(a.start, b.start)) return false;
  const [short, long] = [a.end - a.start, b.end - b.start].sort((p, q) => p - q) as [number, number];
  return long <= 366 || long / short <= 3;
}

/* ---- candidates ---- */

function candidates(tellings: readonly Telling[], rarity: Rarity): Set<readonly [number, number]> {
  const buckets = new Map<string, number[]>();
  const put = (key: string, i: number) => {
    const list = buckets.get(key);
    if (list) list.push(i);
    else buckets.set(key, [i]);
  };
  tellings.forEach((telling, i) => {
    for (const year of yearsOf(telling.time)) {
      for (const word of features(telling)) if (rarity(word) > RARE) put(`${year} ${word}`, i);
      put(`${year} = ${telling.title}`, i);
    }
  });
  const seen = new Set<number>();
  const pairs = new Set<readonly [number, number]>();
  const n = tellings.length;
  const pair = (list: readonly number[]) => {
    // Too many for every pair: each with those whose titles are next to its own.
    const window = list.length > MOST_IN_BUCKET ? NEIGHBOURS : list.length;
    const row = list.length > MOST_IN_BUCKET ? [...list].sort(byTitle(tellings)) : list;
    for (let p = 0; p < row.length; p++) {
      for (let q = p + 1; q < Math.min(row.length, p + 1 + window); q++) {
        const [i, j] = [Math.min(row[p] ?? 0, row[q] ?? 0), Math.max(row[p] ?? 0, row[q] ?? 0)];
        if (i === j || seen.has(i * n + j)) continue;
        seen.add(i * n + j);
        pairs.add([i, j]);
      }
    }
  };
  for (const list of buckets.values()) {
    if (list.length <= MOST_IN_BUCKET) {
      pair(list);
      continue;
    }
    const byDay = new Map<number, number[]>();
    for (const i of list) {
      const day = tellings[i]?.time.start ?? 0;
      byDay.set(day, [...(byDay.get(day) ?? []), i]);
    }
    for (const same of byDay.values()) pair(same);
  }
  return pairs;
}

const byTitle =
  (tellings: readonly Telling[]) =>
  (i: number, j: number): number => {
    const [a, b] = [tellings[i]?.title ?? '', tellings[j]?.title ?? ''];
    return a < b ? -1 : a > b ? 1 : i - j;
  };

const DAYS_PER_YEAR = 365.2425;

function yearsOf(time: When): string[] {
  const from = Math.floor(time.start / DAYS_PER_YEAR);
  const to = Math.floor((time.end - 1) / DAYS_PER_YEAR);
  if (to - from >= MOST_YEARS) return [`${from}-${to}`];
  return Array.from({ length: to - from + 1 }, (_, k) => String(from + k));
}
