import type { TimelineEvent } from '../model/event.ts';

/** Share of the events that make up the core. */
const MOST = 0.8;
/** A core is worth showing by itself when it takes at most this share of the whole time. */
const SHORT = 1 / 3;

/**
 * The shortest stretch of time that holds most events, by their middles; from first start to last end of those in it.
 * A history that mentions the Romans once should not open on two empty millennia.
 * @returns null when the events are spread so evenly that the whole is better. O(n log n).
 */
export function coreOf(
  events: readonly TimelineEvent[],
): { readonly start: number; readonly end: number } | null {
  if (events.length < 5) return null;
  const middleOf = ({ time }: TimelineEvent): number => (time.start + time.end) / 2;
  const middles = events.map(middleOf).sort((a, b) => a - b);
  const count = Math.ceil(middles.length * MOST);
  let best = 0;
  for (let i = 1; i + count <= middles.length; i++) {
    const length = middles[i + count - 1]! - middles[i]!;
    if (length < middles[best + count - 1]! - middles[best]!) best = i;
  }
  const [from, to] = [middles[best]!, middles[best + count - 1]!];
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    const middle = middleOf(event);
    if (middle < from || middle > to) continue;
    // What lasts far beyond the others would stretch the core to all the time again.
    const reach = Math.max(to - from, 30);
    start = Math.min(start, Math.max(event.time.start, from - reach / 4));
    end = Math.max(end, Math.min(event.time.end, to + reach / 4));
  }
  const whole = events.reduce(
    (span, { time }) => [Math.min(span[0], time.start), Math.max(span[1], time.end)] as const,
    [start, end] as const,
  );
  return end - start <= (whole[1] - whole[0]) * SHORT ? { start, end } : null;
}
