import { coarseness, type Precision } from '../model/edtf.ts';
import type { Status } from '../model/event.ts';

/** What decides which of two events is named first. */
export interface Weight {
  /** Sentences that tell of it, each by itself, ≥ 1; passages with those that only go on about it; documents. */
  readonly tellings: number;
  readonly passages: number;
  readonly documents: number;
  /** 0 … 1: how much of the text of its document it takes. */
  readonly share: number;
  readonly precision: Precision;
  readonly confidence: number;
  readonly status: Status;
  /** A headline as such, not what it reports. */
  readonly headline: boolean;
  /** Told, said by somebody, or the caption of a picture. */
  readonly manner: 'told' | 'said' | 'pictured';
  readonly figures: number;
  /** 0 … 1: how central its actors are to the collection. */
  readonly centrality: number;
  /** Whether somebody or somewhere is named. */
  readonly named: boolean;
  /** 0 … 1: how much of the title of its document it tells. */
  readonly lead: number;
  /** The date was carried over from elsewhere. */
  readonly carried: boolean;
}

/** Headlines stay below every event proper: they say where something was read. */
const HEADLINE_MOST = 0.15;
const EVENT_LEAST = 0.16;
/** Share of a text from which more makes no difference. */
const LARGE_SHARE = 0.08;

/**
 * How much an event matters on a crowded chart, 0 … 1: told often and in many documents, at length, sure, precise, with
 * figures and central actors. That others tell it too weighs most, that its own text goes on about it little: a long
 * answer is not a turning point. What was done comes before what was said, and both before what a picture shows.
 */
export function salienceOf(weight: Weight): number {
  const more =
    0.6 * (weight.tellings - 1) + 0.8 * (weight.documents - 1) + 0.15 * (weight.passages - weight.tellings);
  const told = 1 - 1 / (1 + Math.max(0, more));
  const fine = 1 - Math.min(coarseness(weight.precision), 9) / 9;
  let s = 0.1 + 0.3 * told + 0.08 * fine + 0.26 * weight.confidence + 0.12 * weight.centrality;
  s += 0.06 * Math.min(1, weight.share / LARGE_SHARE);
  // What a text is called after is what it is about.
  s += 0.15 * weight.lead;
  if (weight.figures > 0) s += 0.04;
  if (weight.named) s += 0.04;
  if (weight.carried) s -= 0.1;
  if (weight.status === 'hypothetical') s -= 0.15;
  if (weight.manner === 'said') s -= 0.1;
  if (weight.manner === 'pictured') s -= 0.12;
  if (weight.headline) return round(Math.min(HEADLINE_MOST, s / 4));
  return round(Math.min(1, Math.max(EVENT_LEAST, s)));
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
