import type { Window } from './store.ts';

/** Events in a leaf. Small enough to scan, large enough that the tree costs little beside the columns. */
const BLOCK = 16;
/** With a limit beyond this the best are sorted out of all that meet, and not kept in order while looking. */
const FEW = 1000;

/**
 * A complete binary tree over blocks of events, each node with the last end and the highest salience below it:
 *
 *     node 1            last end, highest salience of everything
 *     2       3         … of the first and the second half of the blocks
 *     4   5   6   7     one block of 16 events each
 *
 * Plain arrays, so that it can be handed from thread to thread.
 */
export interface Tree {
  readonly lastEnd: Float64Array;
  readonly highest: Float32Array;
}

/** The columns that a tree was grown over, by start. */
export interface Grown {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly salience: Float32Array;
}

/** O(n). @param columns parallel, `starts` rising, each end after its start. */
export function growTree({ starts, ends, salience }: Grown): Tree {
  const size = starts.length;
  const leaves = leavesOf(size);
  const lastEnd = new Float64Array(leaves * 2).fill(Number.NEGATIVE_INFINITY);
  const highest = new Float32Array(leaves * 2).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < size; i++) {
    const node = leaves + ((i / BLOCK) | 0);
    if (ends[i]! > lastEnd[node]!) lastEnd[node] = ends[i]!;
    if (salience[i]! > highest[node]!) highest[node] = salience[i]!;
  }
  for (let node = leaves - 1; node > 0; node--) {
    lastEnd[node] = Math.max(lastEnd[node * 2]!, lastEnd[node * 2 + 1]!);
    highest[node] = Math.max(highest[node * 2]!, highest[node * 2 + 1]!);
  }
  return { lastEnd, highest };
}

function leavesOf(size: number): number {
  const blocks = Math.max(1, Math.ceil(size / BLOCK));
  let leaves = 1;
  while (leaves < blocks) leaves *= 2;
  return leaves;
}

/** Index of the first event below a node. */
function firstBelow(node: number, leaves: number): number {
  let at = node;
  while (at < leaves) at *= 2;
  return (at - leaves) * BLOCK;
}

/**
 * All events that meet a window, rising. An event meets it when start < window.end and end > window.start. Starts are
 * sorted, so the first condition cuts the order once; the second prunes every node whose last end lies before the
 * window.
 */
export function meeting({ starts, ends }: Grown, { lastEnd }: Tree, window: Window): number[] {
  const found: number[] = [];
  if (window.end <= window.start) return found;
  const size = starts.length;
  const leaves = lastEnd.length / 2;
  const visit = (node: number): void => {
    const first = firstBelow(node, leaves);
    if (first >= size || lastEnd[node]! <= window.start || starts[first]! >= window.end) return;
    if (node < leaves) {
      visit(node * 2);
      visit(node * 2 + 1);
      return;
    }
    const end = Math.min(first + BLOCK, size);
    for (let i = first; i < end && starts[i]! < window.end; i++) if (ends[i]! > window.start) found.push(i);
  };
  visit(1);
  return found;
}

/**
 * Of the events that meet a window at most `limit`, most salient first, then earliest. The best so far are kept in
 * order; what promises less than the last of them is not looked at, and what promises more is looked at first.
 */
export function top(columns: Grown, tree: Tree, window: Window, limit: number): number[] {
  if (window.end <= window.start || limit <= 0) return [];
  const { starts, ends, salience } = columns;
  if (limit > FEW) {
    const all = meeting(columns, tree, window);
    return all.sort((a, b) => salience[b]! - salience[a]! || a - b).slice(0, limit);
  }
  const { lastEnd, highest } = tree;
  const size = starts.length;
  const leaves = lastEnd.length / 2;
  const best: number[] = [];

  const isBetter = (i: number, than: number): boolean =>
    salience[i]! > salience[than]! || (salience[i] === salience[than] && i < than);
  const take = (i: number): void => {
    if (best.length === limit) {
      if (!isBetter(i, best[limit - 1]!)) return;
      best.pop();
    }
    let low = 0;
    let high = best.length;
    while (low < high) {
      const mid = (low + high) >>> 1;
      if (isBetter(i, best[mid]!)) high = mid;
      else low = mid + 1;
    }
    best.push(i);
    for (let at = best.length - 1; at > low; at--) best[at] = best[at - 1]!;
    best[low] = i;
  };
  const visit = (node: number): void => {
    const first = firstBelow(node, leaves);
    if (first >= size || lastEnd[node]! <= window.start || starts[first]! >= window.end) return;
    if (best.length === limit) {
      const last = best[limit - 1]!;
      if (highest[node]! < salience[last]! || (highest[node] === salience[last] && first > last)) return;
    }
    if (node < leaves) {
      const nearer = highest[node * 2]! >= highest[node * 2 + 1]! ? 0 : 1;
      visit(node * 2 + nearer);
      visit(node * 2 + 1 - nearer);
      return;
    }
    const end = Math.min(first + BLOCK, size);
    for (let i = first; i < end && starts[i]! < window.end; i++) if (ends[i]! > window.start) take(i);
  };
  visit(1);
  return best;
}
