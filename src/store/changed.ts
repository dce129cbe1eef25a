import type { TimelineEvent } from '../model/event.ts';

/** Where a list of events differs from another one: before `head` and from the ends on both are the same. */
export interface Change {
  readonly head: number;
  /** End of what is new, in the list, and of what it stands for, in the list before. */
  readonly end: number;
  readonly endBefore: number;
}

/** So many events may be new: more are no correction. */
const MOST = 16_384;

/**
 * What a correction has changed of very many events, which are the same objects otherwise. O(n), some ms for a million.
 * @returns null where more is new than a correction changes.
 */
export function changeOf(before: readonly TimelineEvent[], events: readonly TimelineEvent[]): Change | null {
  const most = Math.min(events.length, before.length);
  let head = 0;
  while (head < most && events[head] === before[head]) head++;
  let tail = 0;
  while (tail < most - head && events[events.length - 1 - tail] === before[before.length - 1 - tail]) tail++;
  const [end, endBefore] = [events.length - tail, before.length - tail];
  return end - head > MOST ? null : { head, end, endBefore };
}
