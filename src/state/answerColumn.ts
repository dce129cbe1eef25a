import type { TimelineEvent } from '../model/event.ts';
import { answers, type Facet } from './facet.ts';

/** What the events of a list answer to one facet, as numbers, so that a million are counted in a moment. */
export interface AnswerColumn {
  /** Every answer that occurs, once. The numbers of `answers` are places in this list. */
  readonly values: readonly string[];
  /** How many events give each; parallel to `values`. */
  readonly totals: Int32Array;
  /** Event `i` answers from `first[i]` up to `first[i + 1]` in `answers`; one more entry than events. */
  readonly first: Int32Array;
  readonly answers: Int32Array;
}

/** Reads the answers to a facet. O(n). @param events in any order; their places in the list are kept. */
export function answerColumn(events: readonly TimelineEvent[], facet: Facet): AnswerColumn {
  const places = new Map<string, number>();
  const first = new Int32Array(events.length + 1);
  let given = new Int32Array(events.length);
  let size = 0;
  events.forEach((event, i) => {
    for (const value of answers(event, facet)) {
      let place = places.get(value);
      if (place === undefined) {
        place = places.size;
        places.set(value, place);
      }
      if (size === given.length) given = longer(given);
      given[size++] = place;
    }
    first[i + 1] = size;
  });
  const totals = new Int32Array(places.size);
  for (let k = 0; k < size; k++) totals[given[k]!]!++;
  return { values: [...places.keys()], totals, first, answers: given.subarray(0, size) };
}

function longer(column: Int32Array): Int32Array<ArrayBuffer> {
  const next = new Int32Array(Math.max(column.length * 2, 8));
  next.set(column);
  return next;
}

/** Which events give one of some answers: 1, else 0. O(n). @param wanted whether an answer is one of them. */
export function giving(column: AnswerColumn, wanted: (value: string) => boolean): Uint8Array {
  const { values, first, answers } = column;
  const is = Uint8Array.from(values, (value) => (wanted(value) ? 1 : 0));
  const out = new Uint8Array(first.length - 1);
  for (let i = 0; i < out.length; i++) {
    for (let k = first[i]!; k < first[i + 1]!; k++) {
      if (is[answers[k]!]) {
        out[i] = 1;
        break;
      }
    }
  }
  return out;
}

/** How many of some events give each answer; parallel to the column's values. O(n). @param counts whether an event is one. */
export function countAnswers(column: AnswerColumn, counts: (i: number) => boolean): Int32Array {
  const { values, first, answers } = column;
  const tally = new Int32Array(values.length);
  for (let i = 0; i + 1 < first.length; i++) {
    if (!counts(i)) continue;
    for (let k = first[i]!; k < first[i + 1]!; k++) tally[answers[k]!]!++;
  }
  return tally;
}
