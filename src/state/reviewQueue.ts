import { descending } from 'd3-array';
import type { TimelineEvent } from '../model/event.ts';
import { rowsById } from '../store/table.ts';
import { doubtsOf, type Waiting, waitingOf } from './review.ts';

/** What wants a look, the most doubtful first, then in time order. */
export interface ReviewQueue {
  readonly size: number;
  /** Place of an event; -1 when it does not wait. */
  placeOf(id: string): number;
  /** The event at a place from 0 to the size. */
  at(place: number): Waiting;
}

/** Of a list that is in order. */
export function queueOf(waiting: readonly Waiting[]): ReviewQueue {
  let places: Map<string, number> | null = null;
  return {
    size: waiting.length,
    placeOf(id) {
      places ??= new Map(waiting.map(({ event }, i) => [event.id, i]));
      return places.get(id) ?? -1;
    },
    at: (place) => waiting[place]!,
  };
}

/** Of very many events, none of which may be one with another: nothing is put in order, places are counted. */
export function queueOfMany(events: readonly TimelineEvent[], done: (id: string) => boolean): ReviewQueue {
  const doubts = doubtsOf(events, done);
  const counts = new Int32Array(256);
  for (let i = 0; i < doubts.length; i++) counts[doubts[i]!]!++;
  const levels = Array.from(counts.keys())
    .filter((level) => level > 0 && counts[level]! > 0)
    .sort(descending);
  return {
    size: doubts.length - counts[0]!,
    placeOf(id) {
      const row = rowsById(events).get(id) ?? -1;
      const own = doubts[row] ?? 0;
      if (own === 0) return -1;
      let place = 0;
      for (const level of levels) if (level > own) place += counts[level]!;
      for (let i = 0; i < row; i++) if (doubts[i] === own) place++;
      return place;
    },
    at(place) {
      let left = place;
      for (const level of levels) {
        if (left >= counts[level]!) {
          left -= counts[level]!;
          continue;
        }
        for (let i = 0; i < doubts.length; i++) {
          if (doubts[i] === level && left-- === 0) return waitingOf(events[i]!);
        }
      }
      throw new RangeError(`found no event at ${place} of those that want a look`);
    },
  };
}
