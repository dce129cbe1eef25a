import type { TimelineEvent } from '../model/event.ts';

/** First days and the days after the last, by places in a list of events; days since 1970-01-01, whole. */
export interface DayColumns {
  readonly starts: Int32Array | Float64Array;
  readonly ends: Int32Array | Float64Array;
}

/** Days beyond this, some millions of years away, need more than four bytes. */
const FAR = 2 ** 31 - 1;

/** Reads the days of events. O(n). @param events in any order; their places in the list are kept. */
export function dayColumns(events: readonly TimelineEvent[]): DayColumns {
  const near: DayColumns = { starts: new Int32Array(events.length), ends: new Int32Array(events.length) };
  for (let i = 0; i < events.length; i++) {
    const { start, end } = events[i]!.time;
    if (!(Math.abs(start) < FAR && Math.abs(end) < FAR)) return farColumns(events);
    near.starts[i] = start;
    near.ends[i] = end;
  }
  return near;
}

const farColumns = (events: readonly TimelineEvent[]): DayColumns => ({
  starts: Float64Array.from(events, ({ time }) => time.start),
  ends: Float64Array.from(events, ({ time }) => time.end),
});
