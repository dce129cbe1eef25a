import type { Category } from '../../src/model/category.ts';
import type { TimelineEvent } from '../../src/model/event.ts';
import type { EventTable } from '../../src/store/table.ts';

/** An event as the harness hands it over: instants in ms since 1970, `end` null for a single day. */
export interface Given {
  readonly id: number;
  readonly start: number;
  readonly end: number | null;
  readonly title: string;
  /** 0 … 7. */
  readonly category: number;
  /** 0 … 1. */
  readonly weight: number;
}

const DAY = 86_400_000;

const COLOURS = ['#3e6fb5', '#b3324c', '#2f8a63', '#7d5fb2', '#a9831a', '#c25a2b', '#3f8a92', '#6b6f76'];

/** A lane for each of the eight kinds. */
export const KINDS: readonly Category[] = COLOURS.map((colour, i) => ({
  key: `kind-${i + 1}`,
  name: `Kind ${i + 1}`,
  about: '',
  colour,
  terms: {},
}));

/** Columns over what was given. An event is made when it is first drawn. O(n). */
export function tableOfGiven(given: readonly Given[]): EventTable {
  const size = given.length;
  const category = new Uint16Array(size);
  const starts = new Float64Array(size);
  const ends = new Float64Array(size);
  const salience = new Float32Array(size);
  for (let row = 0; row < size; row++) {
    const { start, end, category: kind, weight } = given[row]!;
    category[row] = kind;
    starts[row] = start / DAY;
    ends[row] = end === null ? start / DAY + 1 : end / DAY;
    salience[row] = weight;
  }
  const drawn = new Map<number, TimelineEvent>();
  let rows: Map<string, number> | null = null;
  return {
    categories: KINDS.map(({ key }) => key),
    category,
    starts,
    ends,
    salience,
    figured: [],
    event(row) {
      const known = drawn.get(row);
      if (known) return known;
      const made = eventOf(given[row]!, starts[row]!, ends[row]!);
      drawn.set(row, made);
      return made;
    },
    rowOf(id) {
      rows ??= new Map(given.map((each, row) => [String(each.id), row]));
      return rows.get(id) ?? -1;
    },
  };
}

function eventOf({ id, title, category, weight, end }: Given, first: number, after: number): TimelineEvent {
  const span = end !== null && after - first > 1;
  return {
    id: String(id),
    title,
    category: KINDS[category]!.key,
    status: 'happened',
    time: {
      edtf: span ? `${dayInEdtf(first)}/${dayInEdtf(after - 1)}` : dayInEdtf(first),
      start: first,
      end: after,
      precision: 'day',
      approximate: false,
      how: 'explicit',
    },
    confidence: 1,
    salience: weight,
    actors: [],
    place: null,
    figures: [],
    sources: [],
  };
}

/** As in EDTF; all of it happens between the years 1000 and 9999. */
const dayInEdtf = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);
