import { PRECISIONS } from '../model/edtf.ts';
import { STATUSES, type TimelineEvent } from '../model/event.ts';

/** The questions by which events can be narrowed down. */
export const FACETS = ['category', 'source', 'actor', 'place', 'status', 'confidence', 'precision'] as const;
export type Facet = (typeof FACETS)[number];

/** Bands of confidence, surest first: the lower bound of each, 0 … 1. */
export const BANDS = { high: 0.8, medium: 0.5, low: 0 } as const;
export type Band = keyof typeof BANDS;

export const bandOf = (confidence: number): Band =>
  confidence >= BANDS.high ? 'high' : confidence >= BANDS.medium ? 'medium' : 'low';

/**
 * What an event answers to a facet: its category, the documents that report it, its actors, … Without repetition, in
 * the order of the event; empty where it has no answer, such as an event without a place.
 */
export function answers(event: TimelineEvent, facet: Facet): readonly string[] {
  switch (facet) {
    case 'category':
      return [event.category];
    case 'source':
      return event.sources.length === 1
        ? [event.sources[0]!.document]
        : [...new Set(event.sources.map((source) => source.document))];
    case 'actor':
      return event.actors.length < 2 ? event.actors : [...new Set(event.actors)];
    case 'place':
      return event.place === null ? [] : [event.place];
    case 'status':
      return [event.status];
    case 'confidence':
      return [bandOf(event.confidence)];
    case 'precision':
      return [event.time.precision];
  }
}

/** Values that have an order of their own; the others are ordered by how often they occur. */
export const ORDERED: Partial<Record<Facet, readonly string[]>> = {
  status: STATUSES,
  confidence: Object.keys(BANDS),
  precision: PRECISIONS,
};
