import type { Window } from '../store/store.ts';
import type { LaneEvents } from './laneEvents.ts';
import type { Shelves } from './rows.ts';
import { levelScale } from './scale.ts';

/** [from, to) in days. */
export type Stretch = readonly [from: number, to: number];

/** Lanes of at most so many events have no ridge: every mark is shown, and what finds no row is told as `+7`. */
const FEW = 40;
/**
 * Time is judged crowded or not in pieces of this width, px. A piece alone among quiet ones keeps its marks, and what
 * finds no row there is told as a number too.
 */
export const PIECE = 96;
/** So many quiet pieces between two crowded ones are no clearing yet. */
const CLEARING = 2;
/** Width that a mark takes of a row in that judgement, px: dots that touch tell nothing more than a ridge. */
const BREATH = 24;

/** Where so many marks come together that a ridge tells more. */
export function crowdedAt(events: LaneEvents, rows: number, level: number, region: Window): Stretch[] {
  if (events.size <= FEW) return [];
  const piece = PIECE / levelScale(level);
  const most = Math.max((rows * PIECE) / BREATH, 4);
  const first = Math.floor(Math.max(region.start, events.extent.start) / piece);
  const last = Math.ceil(Math.min(region.end, events.extent.end) / piece);
  const stretches: [from: number, to: number][] = [];
  for (let at = first; at < last; at++) {
    if (events.count({ start: at * piece, end: (at + 1) * piece }) <= most) continue;
    const before = stretches[stretches.length - 1];
    if (before && at - before[1] <= CLEARING) before[1] = at + 1;
    else stretches.push([at, at + 1]);
  }
  const wide = stretches.filter(([from, to]) => to - from > 1);
  // Nor is what lies between a crowd and where the lane begins or ends.
  const begin = Math.floor(events.starts[0]! / piece);
  const end = Math.ceil(events.extent.end / piece);
  const [head, tail] = [wide[0], wide[wide.length - 1]];
  if (head && head[0] - begin <= CLEARING) head[0] = Math.min(begin, head[0]);
  if (tail && end - tail[1] <= CLEARING) tail[1] = Math.max(end, tail[1]);
  return wide.map(([from, to]) => [from * piece, to * piece]);
}

/** Whether [from, to) meets one of the stretches. */
export function meets(stretches: readonly Stretch[], from: number, to: number): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (stretches[mid]![1] <= from) low = mid + 1;
    else high = mid;
  }
  return low < stretches.length && stretches[low]![0] < to;
}

/** What two lists of stretches have in common. */
export function shared(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  const both: Stretch[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [p, q] = [a[i]!, b[j]!];
    const [from, to] = [Math.max(p[0], q[0]), Math.min(p[1], q[1])];
    if (from < to) both.push([from, to]);
    if (p[1] < q[1]) i++;
    else j++;
  }
  return both;
}

/** Names a stretch in which a row is kept free. */
export const BLOCKED = -1;

/** Keeps the rows below the titles free for ridges. */
export function block(shelves: Shelves, crowded: readonly Stretch[], titleRows: number, rows: number): void {
  for (const [from, to] of crowded) {
    for (let row = titleRows; row < rows; row++) shelves.put(row, from, to, BLOCKED);
  }
}
