import type { TimelineEvent } from '../model/event.ts';
import { answers, type Facet } from './facet.ts';

/** Places in a list, in as few bytes as its length allows. */
export type Places = Uint8Array | Uint16Array | Uint32Array;

/**
 * What the events of a list answer to one facet, as numbers, so that a million are counted in a moment. Where no event
 * gives two answers, which is so for most facets, one number an event is enough:
 *
 *     single    2  0  1  …             place in `values` and one; 0: no answer
 *     first     0  2  2  3 …  answers  4 1 0 …    else: event i answers from first[i] up to first[i + 1]
 */
export interface AnswerColumn {
  /** Every answer that occurs, once. */
  readonly values: readonly string[];
  /** How many events give each; parallel to `values`. */
  readonly totals: Int32Array;
  /** One number an event; null where some event gives two answers. */
  readonly single: Places | null;
  /** One more entry than events; empty where `single` is there. */
  readonly first: Uint32Array;
  readonly answers: Places;
}

/** Reads the answers to a facet. O(n). @param events in any order; their places in the list are kept. */
export function answerColumn(events: readonly TimelineEvent[], facet: Facet): AnswerColumn {
  const places = new Map<string, number>();
  const first = new Uint32Array(events.length + 1);
  let given: Uint32Array<ArrayBuffer> = new Uint32Array(events.length);
  let size = 0;
  let most = 0;
  for (let i = 0; i < events.length; i++) {
    const own = answers(events[i]!, facet);
    for (let k = 0; k < own.length; k++) {
      const value = own[k]!;
      let place = places.get(value);
      if (place === undefined) {
        place = places.size;
        places.set(value, place);
      }
      if (size === given.length) given = longer(given);
      given[size++] = place;
    }
    if (own.length > most) most = own.length;
    first[i + 1] = size;
  }
  const totals = new Int32Array(places.size);
  for (let k = 0; k < size; k++) totals[given[k]!]!++;
  const values = [...places.keys()];
  if (most > 1) {
    const answers = placesFor(values.length, size);
    answers.set(given.subarray(0, size));
    return { values, totals, single: null, first, answers };
  }
  const single = placesFor(values.length + 1, events.length);
  for (let i = 0; i < single.length; i++) {
    const at = first[i]!;
    if (first[i + 1]! > at) single[i] = given[at]! + 1;
  }
  return { values, totals, single, first: new Uint32Array(0), answers: new Uint8Array(0) };
}

/** Room for `size` numbers below `count`. */
function placesFor(count: number, size: number): Places {
  if (count <= 1 << 8) return new Uint8Array(size);
  return count <= 1 << 16 ? new Uint16Array(size) : new Uint32Array(size);
}

function longer(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(Math.max(column.length * 2, 8));
  next.set(column);
  return next;
}

/** Which events give one of some answers: 1, else 0. O(n). @param wanted whether an answer is one of them. */
export function giving(column: AnswerColumn, wanted: (value: string) => boolean): Uint8Array {
  const { values, single, first, answers } = column;
  if (single) {
    const is = new Uint8Array(values.length + 1);
    for (let place = 0; place < values.length; place++) if (wanted(values[place]!)) is[place + 1] = 1;
    const out = new Uint8Array(single.length);
    for (let i = 0; i < out.length; i++) out[i] = is[single[i]!]!;
    return out;
  }
  const is = Uint8Array.from(values, (value) => (wanted(value) ? 1 : 0));
  const out = new Uint8Array(first.length - 1);
  for (let i = 0, k = 0; i < out.length; i++) {
    const end = first[i + 1]!;
    for (; k < end; k++) if (is[answers[k]!]) out[i] = 1;
  }
  return out;
}

/**
 * How many of some events give each answer; parallel to the column's values. O(n).
 * @param marks of the events. @param mark of those that count, beside 0, which always does.
 */
export function countAnswers(column: AnswerColumn, marks: Uint8Array, mark: number): Int32Array {
  const { values, single, first, answers } = column;
  if (single) {
    const tally = new Int32Array(values.length + 1);
    for (let i = 0; i < single.length; i++) {
      const own = marks[i]!;
      if (own === 0 || own === mark) tally[single[i]!]!++;
    }
    return tally.subarray(1);
  }
  const tally = new Int32Array(values.length);
  for (let i = 0; i + 1 < first.length; i++) {
    const own = marks[i]!;
    if (own !== 0 && own !== mark) continue;
    const end = first[i + 1]!;
    for (let k = first[i]!; k < end; k++) tally[answers[k]!]!++;
  }
  return tally;
}
