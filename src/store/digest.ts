import type { TimelineEvent } from '../model/event.ts';
import { type AnswerColumn, answerColumn } from './answerColumn.ts';
import { type DayColumns, dayColumns } from './days.ts';
import { FACETS, type Facet } from './facet.ts';
import { buffersOf, indexTable, type TableIndex } from './index.ts';
import { orderTold } from './memory.ts';
import { type EventTable, tableOf } from './table.ts';

/**
 * All that is asked of very many events at once, as columns: plain arrays, so that another thread can make it while it
 * has the events, and hand it over with them. About 100 bytes an event.
 */
export interface Digest {
  /** Places of the events in the order of the table; null where they come in it. */
  readonly told: Int32Array | null;
  /** Columns in the order in which the events are told. */
  readonly table: Omit<EventTable, 'event' | 'rowOf' | 'fold'>;
  readonly index: TableIndex;
  /** What they answer to each facet, and their days, by their places in the list. */
  readonly facets: Readonly<Record<Facet, AnswerColumn>>;
  readonly days: DayColumns;
}

/** Reads events into columns and indexes them. O(n log n). @param events ids unique, start < end, all finite. */
export function digest(events: readonly TimelineEvent[]): Digest {
  const told = orderTold(events);
  const ordered = told ? Array.from(told, (place) => events[place]!) : events;
  const { categories, category, starts, ends, salience, figured } = tableOf(ordered);
  const table = { categories, category, starts, ends, salience, figured };
  return {
    told,
    table,
    index: indexTable(table, categories.length, true),
    facets: Object.fromEntries(
      FACETS.map((facet) => [facet, answerColumn(events, facet)] as const),
    ) as Record<Facet, AnswerColumn>,
    days: dayColumns(events),
  };
}

/** The memory of a digest, for handing it over without a copy. */
export const buffersOfDigest = ({ told, table, index, facets, days }: Digest): ArrayBuffer[] => [
  ...buffersOf(index),
  ...[
    ...(told ? [told] : []),
    table.category,
    table.starts,
    table.ends,
    table.salience,
    days.starts,
    days.ends,
    ...Object.values(facets).flatMap(({ totals, single, first, answers }) =>
      single ? [totals, single, first, answers] : [totals, first, answers],
    ),
  ].map((array) => array.buffer as ArrayBuffer),
];
