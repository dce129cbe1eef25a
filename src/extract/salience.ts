import { coarseness, type Precision } from '../model/edtf.ts';
import type { Status } from '../model/event.ts';

/** What decides which of two events is named first. */
export interface Weight {
  /** Passages that tell of it, ≥ 1, and documents that they stand in, ≥ 1. */
  readonly sources: number;
  readonly documents: number;
  readonly precision: Precision;
  readonly confidence: number;
  readonly status: Status;
  /** A headline as such, not what it reports. */
  readonly headline: boolean;
  readonly figures: number;
  /** 0 … 1: how central its actors are to the collection. */
  readonly centrality: number;
  /** 0 … 1: how much of the title of its document it tells. */
  readonly lead?: number;
  /** The date was carried over from elsewhere. */
  readonly carried: boolean;
}

/** Headlines stay below every event proper: they say where something was read. */
const HEADLINE_MOST = 0.15;

/**
 * How much an event matters on a crowded chart, 0 … 1: told often and in many documents, sure, precise, with figures
 * and central actors. 0.5 is an event told once, plainly, with its year.
 */
export function salienceOf(weight: Weight): number {
  const told = 1 - 1 / (1 + 0.6 * (weight.sources - 1) + 0.8 * (weight.documents - 1));
  const fine = 1 - Math.min(coarseness(weight.precision), 9) / 9;
  let s = 0.12 + 0.3 * told + 0.12 * fine + 0.3 * weight.confidence + 0.1 * weight.centrality;
  // What a text is called after is what it is about.
  s += 0.15 * (weight.lead ?? 0);
  if (weight.figures > 0) s += 0.05;
  if (weight.carried) s -= 0.1;
  if (weight.status === 'hypothetical') s -= 0.15;
  if (weight.headline) s = Math.min(HEADLINE_MOST, s / 4);
  return Math.round(Math.min(1, Math.max(0.01, s)) * 1000) / 1000;
}
