import { coarseness } from '../model/edtf.ts';
import { type Route, shapeOf, type When } from '../model/when.ts';
import { candidates, SLACK } from './merge/candidates.ts';
import { type Comparable, canBeSame, comparable, isOnce, likeness } from './merge/likeness.ts';
import type { Cluster, Telling } from './merge/telling.ts';

export type { Cluster, Telling } from './merge/telling.ts';

/** Least likeness for which two tellings are one event. Tuned on annotated documents: see the tests. */
const ALIKE = 0.46;
/** Least likeness for which two tellings of two documents are one event although their days differ by a few. */
const ALIKE_DESPITE_DATES = 0.72;
/** Members of a group that a further one is compared with, and how alike they must be to it on the average. */
const MOST_COMPARED = 8;
const ALIKE_ON_AVERAGE = 0.3;

interface Group {
  /** Its first members, with which others are compared. */
  readonly first: number[];
  /** What all their dates have in common. */
  start: number;
  end: number;
  /** First passages and documents of all members. */
  passages: Set<string>;
  documents: Set<string>;
}

interface Pair {
  readonly i: number;
  readonly j: number;
  readonly score: number;
}

/**
 * Groups tellings of the same event. Two are alike when their dates can be the same and they share words, actors, place,
 * deed or day beyond what all tellings here share: each counts by how rare it is. Groups grow from the likest pair down,
 * and hold two dates that exclude each other only where two documents differ by a few days over what is otherwise told
 * in the same way, and none tells both.
 * Near-linear: only tellings that share a year and a word that is not everywhere are compared. A collection to which a
 * document is added is merged again as a whole, so that no order of adding matters: `npm run bench -- extract` says
 * what that costs.
 * @param tellings any order. @returns every telling in exactly one cluster; the same clusters for any order.
 */
export function merge(tellings: readonly Telling[]): Cluster[] {
  const sorted = [...tellings].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const all = comparable(sorted);
  const agreeing: Pair[] = [];
  const differing: Pair[] = [];
  candidates(all, (i, j) => {
    const a = sorted[i]!;
    const b = sorted[j]!;
    const same = canBeSame(a.time, b.time);
    if (!same && !mayDiffer(a, b)) return;
    const score = likeness(all, i, j);
    if (same && score >= ALIKE) agreeing.push({ i, j, score });
    else if (!same && score >= ALIKE_DESPITE_DATES) differing.push({ i, j, score });
  });
  // Most tellings are like no other, and are never asked for.
  const groups = new Map<number, Group>();
  const groupAt = (root: number): Group => {
    const known = groups.get(root);
    if (known) return known;
    const one = groupOfOne(sorted[root]!, root);
    groups.set(root, one);
    return one;
  };
  const groupOf = sorted.map((_, i) => i);
  /** The group that a telling has come to, however often its group was taken into another. */
  const rootOf = (i: number): number => {
    let root = i;
    while (groupOf[root] !== root) root = groupOf[root] ?? root;
    for (let k = i; k !== root; ) {
      const next = groupOf[k] ?? root;
      groupOf[k] = root;
      k = next;
    }
    return root;
  };
  const join = (pairs: Pair[], fits: (a: Group, b: Group) => boolean) => {
    pairs.sort((p, q) => q.score - p.score || p.i - q.i || p.j - q.j);
    for (const { i, j } of pairs) {
      const g = rootOf(i);
      const h = rootOf(j);
      if (g === h) continue;
      const a = groupAt(g);
      const b = groupAt(h);
      // Two of one passage are two events, unless they tell the same thing twice; two headlines are two.
      if (!fits(a, b) || meet(a.passages, b.passages) || !alikeOnAverage(all, a, b)) continue;
      a.first.push(...b.first.slice(0, MOST_COMPARED - a.first.length));
      a.start = Math.max(a.start, b.start);
      a.end = Math.min(a.end, b.end);
      a.passages = together(a.passages, b.passages);
      a.documents = together(a.documents, b.documents);
      groupOf[h] = g;
    }
  };
  join(agreeing, (a, b) => Math.min(a.end, b.end) > Math.max(a.start, b.start));
  join(differing, (a, b) => a.end > a.start && b.end > b.start && !meet(a.documents, b.documents));
  const clusters = new Map<number, Telling[]>();
  sorted.forEach((telling, i) => {
    const root = rootOf(i);
    const cluster = clusters.get(root);
    if (cluster) cluster.push(telling);
    else clusters.set(root, [telling]);
  });
  return [...clusters.values()].map((cluster) => (cluster.length > 1 ? cluster.sort(byWorth) : cluster));
}

/** A telling by itself: the place where its first passage begins, the same for two of one document, and its documents. */
function groupOfOne({ sources, time: { start, end } }: Telling, i: number): Group {
  const first = sources[0];
  return {
    first: [i],
    start,
    end,
    passages: new Set(first ? [`${first.start} ${first.document}`] : []),
    documents: new Set(sources.map(({ document }) => document)),
  };
}

/** Whether two sets have a member in common. As fast as the smaller one is small. */
function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const one of small) if (large.has(one)) return true;
  return false;
}

/** All members of two sets, in the larger one: a group that grows one by one does not cost its square. */
function together(a: Set<string>, b: Set<string>): Set<string> {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const one of small) large.add(one);
  return large;
}

/**
 * Whether two tellings may be of one event although their dates exclude each other: two documents give days that are a
 * few apart, or, of a birth or death, years.
 */
function mayDiffer(a: Telling, b: Telling): boolean {
  if (a.sources[0]?.document === b.sources[0]?.document || a.headline || b.headline) return false;
  const gap = Math.max(a.time.start, b.time.start) - Math.min(a.time.end, b.time.end);
  if (isOnce(a, b)) return gap <= 366;
  const days = a.time.end - a.time.start === 1 && b.time.end - b.time.start === 1;
  // What is counted differently is not the same either: a share falls on Monday, and again on Tuesday.
  return days && gap < SLACK && a.deed === b.deed && numbersOf(a) === numbersOf(b);
}

const numbersOf = ({ words }: Telling): string =>
  [...words]
    .filter((word) => /^\d/.test(word))
    .sort()
    .join(' ');

/** Groups do not grow by chains: their members are like each other, not only the two that are likest. */
function alikeOnAverage(all: Comparable, a: Group, b: Group): boolean {
  if (a.first.length === 1 && b.first.length === 1) return true;
  let sum = 0;
  let pairs = 0;
  for (const i of a.first) {
    for (const j of b.first) {
      sum += likeness(all, i, j);
      pairs++;
    }
  }
  return sum >= pairs * ALIKE_ON_AVERAGE;
}

/** The best telling first: not carried over, told rather than pictured, sure and with names, fine; ties by key. */
function byWorth(a: Telling, b: Telling): number {
  return (
    worthOfRoute(b.time.how) - worthOfRoute(a.time.how) ||
    (a.manner === 'pictured' ? 1 : 0) - (b.manner === 'pictured' ? 1 : 0) ||
    worthOf(b) - worthOf(a) ||
    coarseness(a.time.precision) - coarseness(b.time.precision) ||
    toldBefore(a, b) ||
    (a.key < b.key ? -1 : 1)
  );
}
/** Of tellings worth the same the first of a document: it says of whom and of what the later ones go on to speak. */
function toldBefore(a: Telling, b: Telling): number {
  const [one, other] = [a.sources[0]?.document ?? '', b.sources[0]?.document ?? ''];
  return one === other ? a.at - b.at : one < other ? -1 : 1;
}
/** Who reads a title wants to know who did what: "Trip to Oslo" and "They open it" say less than "Vos visits Oslo". */
const worthOf = ({ confidence, actors, title }: Telling): number =>
  confidence + (actors.length > 0 ? 0.1 : 0) - (PRONOUN.test(title) ? 0.2 : 0);
const PRONOUN = /\b(?:it|he|she|they|them|him|these|those)\b/i;
const worthOfRoute = (how: Route): number =>
  how === 'explicit' || how === 'relative' || how === 'edited' ? 2 : how === 'heading' ? 1 : 0;

/**
 * The most precise of the dates that most tellings allow; of equals the surest. A date that excludes it is what the
 * tellings disagree about: see {@link otherTimes}.
 */
export function bestTime(cluster: Cluster): When {
  if (cluster.length === 1) return cluster[0]!.time;
  const support = supportIn(cluster);
  const ranked = [...cluster].sort(
    (a, b) =>
      support(b) - support(a) ||
      a.time.end - a.time.start - (b.time.end - b.time.start) ||
      worthOfRoute(b.time.how) - worthOfRoute(a.time.how) ||
      byWorth(a, b),
  );
  const best = ranked[0]?.time;
  if (!best) throw new RangeError('found an empty cluster, expected at least one telling');
  // A range that was said ("17–18 October") beats a day within it that another sentence gives.
  const span = cluster.find((t) => t !== ranked[0] && isSpan(t.time) && t.time.end - t.time.start <= 14);
  const within = span && span.time.start <= best.start && span.time.end >= best.end;
  return within && best.precision === 'day' && !isSpan(best) ? span.time : best;
}

/** How many tellings of a cluster allow the date of one of them: all but those that end before it or begin behind it. */
function supportIn(cluster: Cluster): (t: Telling) => number {
  const starts = Float64Array.from(cluster, ({ time }) => time.start).sort();
  const ends = Float64Array.from(cluster, ({ time }) => time.end).sort();
  return ({ time }) => below(starts, time.end) - below(ends, time.start + 1);
}

/** How many of some numbers, ascending whole ones, are less than a limit. */
function below(numbers: Float64Array, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A telling for each date that excludes the one that is shown; in the order of the calendar. */
export function otherTimes(cluster: Cluster, best: When): Telling[] {
  const others = cluster.filter(({ time }) => time.end <= best.start || time.start >= best.end);
  const dates = new Set<string>();
  return others
    .sort((a, b) => a.time.start - b.time.start || a.time.end - b.time.end || (a.key < b.key ? -1 : 1))
    .filter(({ time }) => !dates.has(time.edtf) && dates.add(time.edtf));
}

const isSpan = (time: When): boolean => shapeOf(time).kind === 'span';
