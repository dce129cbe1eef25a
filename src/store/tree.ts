import type { Window } from './store.ts';

/** Finds what meets a window among events sorted by start. Answers are indices into the arrays it was made from. */
export interface SalienceTree {
  /** At most `limit`, most salient first; equals in order of index. */
  top(window: Window, limit: number): number[];
  /** All, in order of index. */
  meeting(window: Window): number[];
}

/** Events in a leaf. Small enough to scan, large enough that the tree costs little beside the columns. */
const BLOCK = 16;

/**
 * A complete binary tree over blocks of events, each node with the last end and the highest salience below it:
 *
 *     node 1            last end, highest salience of everything
 *     2       3         … of the first and the second half of the blocks
 *     4   5   6   7     one block of 16 events each
 *
 * An event meets a window when start < window.end and end > window.start. Starts are sorted, so the first condition
 * cuts the order once; the second prunes every node whose last end lies before the window.
 * @param starts rising. @param ends parallel, end > start. @param salience parallel.
 */
export function salienceTree(starts: Float64Array, ends: Float64Array, salience: Float32Array): SalienceTree {
  const size = starts.length;
  const blocks = Math.max(1, Math.ceil(size / BLOCK));
  let leaves = 1;
  while (leaves < blocks) leaves *= 2;
  const lastEnd = new Float64Array(leaves * 2).fill(Number.NEGATIVE_INFINITY);
  const highest = new Float32Array(leaves * 2).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < size; i++) {
    const node = leaves + Math.floor(i / BLOCK);
    if (ends[i]! > lastEnd[node]!) lastEnd[node] = ends[i]!;
    if (salience[i]! > highest[node]!) highest[node] = salience[i]!;
  }
  for (let node = leaves - 1; node > 0; node--) {
    lastEnd[node] = Math.max(lastEnd[node * 2]!, lastEnd[node * 2 + 1]!);
    highest[node] = Math.max(highest[node * 2]!, highest[node * 2 + 1]!);
  }

  /** First index below a node. */
  function firstBelow(node: number): number {
    let at = node;
    while (at < leaves) at *= 2;
    return (at - leaves) * BLOCK;
  }

  return {
    meeting(window) {
      const found: number[] = [];
      if (window.end <= window.start) return found;
      const visit = (node: number): void => {
        const first = firstBelow(node);
        if (first >= size || lastEnd[node]! <= window.start || starts[first]! >= window.end) return;
        if (node < leaves) {
          visit(node * 2);
          visit(node * 2 + 1);
          return;
        }
        for (let i = first; i < Math.min(first + BLOCK, size) && starts[i]! < window.end; i++) {
          if (ends[i]! > window.start) found.push(i);
        }
      };
      visit(1);
      return found;
    },

    top(window, limit) {
      const found: number[] = [];
      if (window.end <= window.start || limit <= 0) return found;
      // Best first: a node promises the highest salience below it, so whatever event comes off the heap is the next.
      const heap = candidates();
      const offer = (node: number): void => {
        const first = firstBelow(node);
        if (first >= size || lastEnd[node]! <= window.start || starts[first]! >= window.end) return;
        heap.push(highest[node]!, first, node);
      };
      offer(1);
      while (found.length < limit) {
        const best = heap.pop();
        if (!best) break;
        if (best.node < 0) {
          found.push(best.index);
        } else if (best.node < leaves) {
          offer(best.node * 2);
          offer(best.node * 2 + 1);
        } else {
          const end = Math.min(best.index + BLOCK, size);
          for (let i = best.index; i < end && starts[i]! < window.end; i++) {
            if (ends[i]! > window.start) heap.push(salience[i]!, i, -1);
          }
        }
      }
      return found;
    },
  };
}

interface Candidate {
  readonly salience: number;
  /** The event, or the first event below a node. */
  readonly index: number;
  /** -1 for an event. */
  readonly node: number;
}

/** A binary heap: highest salience first, then lowest index, then nodes before the event they begin with. */
function candidates() {
  const heap: Candidate[] = [];
  const ahead = (a: Candidate, b: Candidate): boolean =>
    a.salience !== b.salience
      ? a.salience > b.salience
      : a.index !== b.index
        ? a.index < b.index
        : a.node > b.node;
  return {
    push(salience: number, index: number, node: number): void {
      const item = { salience, index, node };
      let at = heap.length;
      heap.push(item);
      while (at > 0) {
        const up = (at - 1) >> 1;
        const parent = heap[up]!;
        if (!ahead(item, parent)) break;
        heap[at] = parent;
        at = up;
      }
      heap[at] = item;
    },
    pop(): Candidate | undefined {
      const best = heap[0];
      const last = heap.pop();
      if (!best || !last || heap.length === 0) return best;
      let at = 0;
      for (;;) {
        let down = at * 2 + 1;
        if (down >= heap.length) break;
        if (down + 1 < heap.length && ahead(heap[down + 1]!, heap[down]!)) down++;
        if (!ahead(heap[down]!, last)) break;
        heap[at] = heap[down]!;
        at = down;
      }
      heap[at] = last;
      return best;
    },
  };
}
