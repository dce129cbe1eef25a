import type { TimelineEvent } from '../../src/model/event.ts';
import type { EventTable } from '../../src/store/table.ts';
import { seeded } from './events.ts';

const KEYS = ['news', 'work', 'sport', 'music', 'law', 'art', 'sea', 'air'];
const [FIRST, LAST] = [-25_000, 20_000];

/** Columns of very many events in bursts, a fifth of them lasting; an event is made when it is asked for. */
export function manyRows(size: number, seed: number): EventTable {
  const random = seeded(seed);
  const bursts = Array.from({ length: 9 }, () => FIRST + random() * (LAST - FIRST));
  const starts = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    const around = bursts[Math.floor(random() * bursts.length)]! + (random() + random() - 1) * 3000;
    const at = random() < 0.5 ? around : FIRST + random() * (LAST - FIRST);
    starts[row] = Math.floor(Math.min(Math.max(at, FIRST), LAST));
  }
  starts.sort();
  const ends = starts.map((start) => start + (random() < 0.2 ? Math.ceil(Math.exp(random() * 7)) : 1));
  const salience = Float32Array.from(starts, () => random());
  const category = Uint16Array.from(starts, () => Math.floor(random() * KEYS.length));
  const made = new Map<number, TimelineEvent>();
  const make = (row: number): TimelineEvent => {
    const [start, end] = [starts[row]!, ends[row]!];
    return {
      id: `e${row}`,
      title: `Number ${row} ${'of many rows that were written down'.slice(0, 8 + (row % 26))}`,
      category: KEYS[category[row]!]!,
      status: 'happened',
      // What a span of days looks like is read off its two ends; which days they are does not matter here.
      time: {
        edtf: end - start > 1 ? '2001-01-01/2001-02-01' : '2001-01-01',
        start,
        end,
        precision: 'day',
        approximate: false,
        how: 'explicit',
      },
      confidence: 1,
      salience: salience[row]!,
      actors: [],
      place: null,
      figures: [],
      sources: [],
    };
  };
  return {
    categories: KEYS,
    category,
    starts,
    ends,
    salience,
    figured: [],
    event(row) {
      const known = made.get(row) ?? make(row);
      made.set(row, known);
      return known;
    },
    rowOf: (id) => Number(id.slice(1)),
  };
}
