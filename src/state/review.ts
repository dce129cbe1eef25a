import type { TimelineEvent } from '../model/event.ts';
import type { Twin } from './twins.ts';

/**
 * Why an event wants a look. `unsure`: the extractor is not sure of it. `disputed`: the text allows other dates.
 * `twin`: another event may be the same. `undated`: the text gives no date, only hints at one.
 */
export const REASONS = ['disputed', 'unsure', 'twin', 'undated'] as const;
export type Reason = (typeof REASONS)[number];

/** An event to look at. */
export interface Waiting {
  readonly event: TimelineEvent;
  /** At least one, in the order of {@link REASONS}. */
  readonly reasons: readonly Reason[];
  /** Events that may be the same, likest first. */
  readonly twins: readonly Twin[];
}

/** Below this confidence, where about one in four is wrong, an event that nobody has looked at wants a look. */
export const SURE = 0.75;

/** How much each reason adds to the doubt that the confidence leaves. */
const DOUBT: Readonly<Record<Reason, number>> = { disputed: 0.3, unsure: 0, twin: 0.2, undated: 0.1 };

/**
 * What a person should look at, the most doubtful first, then in time order. Events that somebody has confirmed, edited
 * or made are done.
 * @param done whether somebody has. @param twins as of `twinsAmong`; pairs that are both done are nobody's business.
 */
export function toReview(
  events: readonly TimelineEvent[],
  twins: ReadonlyMap<string, readonly Twin[]>,
  done: (id: string) => boolean,
): Waiting[] {
  const waiting: Waiting[] = [];
  for (const event of events) {
    const own = twins.get(event.id) ?? NONE;
    if (!isDoubtful(event, own) || done(event.id)) continue;
    waiting.push(waitingOf(event, own));
  }
  // Sorting is stable: what is equally doubtful stays in time order.
  return waiting.sort((a, b) => doubt(b) - doubt(a));
}

/**
 * The same of very many events, none of which may be one with another: how doubtful each is, by its place in the list, as
 * a number above 0; 0: it does not wait. Much quicker than putting them in order, and that order is told by it.
 */
export function doubtsOf(events: readonly TimelineEvent[], done: (id: string) => boolean): Uint8Array {
  const doubts = new Uint8Array(events.length);
  for (let i = 0; i < doubts.length; i++) {
    const event = events[i]!;
    if (isDoubtful(event, NONE) && !done(event.id)) doubts[i] = 1 + doubt(waitingOf(event, NONE));
  }
  return doubts;
}

/** An event that waits, with why. */
export const waitingOf = (event: TimelineEvent, twins: readonly Twin[] = NONE): Waiting => ({
  event,
  reasons: REASONS.filter((reason) => applies(reason, event, twins)),
  twins,
});

const NONE: readonly Twin[] = [];

const isDoubtful = (event: TimelineEvent, twins: readonly Twin[]): boolean =>
  REASONS.some((reason) => applies(reason, event, twins));

function applies(reason: Reason, { confidence, time }: TimelineEvent, twins: readonly Twin[]): boolean {
  switch (reason) {
    case 'unsure':
      return confidence < SURE;
    case 'disputed':
      return time.alternatives !== undefined;
    case 'twin':
      return twins.length > 0;
    case 'undated':
      return time.how === 'inferred';
  }
}

/** To two digits: differences below that mean nothing. */
function doubt({ event, reasons }: Waiting): number {
  const sum = reasons.reduce((all, reason) => all + DOUBT[reason], 1 - event.confidence);
  return Math.round(sum * 100);
}
