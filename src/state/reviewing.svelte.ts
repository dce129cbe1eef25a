import type { TimelineEvent } from '../model/event.ts';
import { toReview, type Waiting } from './review.ts';
import { queueOf, queueOfMany, type ReviewQueue } from './reviewQueue.ts';
import type { Session } from './session.svelte.ts';
import { type Twin, twinsAmong } from './twins.ts';

/** Among more events nobody looks for twins by hand, and comparing them would hold up the page. */
const FEW = 20_000;

const NO_TWINS: ReadonlyMap<string, readonly Twin[]> = new Map();

/** What wants a look, and how far a person has come with it. */
export class Reviewing {
  readonly #session: Session;
  /** The events that were compared, and which of them may be one. */
  #compared: readonly TimelineEvent[] = [];
  #twins: ReadonlyMap<string, readonly Twin[]> = $state.raw(NO_TWINS);
  /** Where in the queue the person was last: what is done leaves it, and the next one moves up. */
  #at = 0;

  readonly #queue = $derived.by(() =>
    toReview(this.#session.events, this.#twins, (id) => this.#session.touched(id)),
  );
  /** Of very many nothing is put in order, which would hold up the page. */
  readonly #waiting = $derived.by<ReviewQueue>(() => {
    const { events } = this.#session;
    return events.length > FEW
      ? queueOfMany(events, (id) => this.#session.touched(id))
      : queueOf(this.#queue);
  });

  constructor(session: Session) {
    this.#session = session;
  }

  /** The most doubtful first. */
  get queue(): readonly Waiting[] {
    return this.#queue;
  }

  /** The same to be asked, however many there are. */
  get waiting(): ReviewQueue {
    return this.#waiting;
  }

  /** Place of an event in the queue; -1 when it is not in it. */
  placeOf(id: string): number {
    return this.#waiting.placeOf(id);
  }

  /** Events that may be the same as this one, likest first; not those of which a person has said that they are not. */
  twinsOf(id: string): readonly Twin[] {
    return (this.#twins.get(id) ?? []).filter(({ event }) => !this.#toldApart(id, event));
  }

  /** Whether somebody has split the two from each other, or found both right as they are. */
  #toldApart(one: string, other: string): boolean {
    if (!this.#session.curates) return false;
    const { curation } = this.#session;
    const [a, b] = [curation.makerOf(one), curation.makerOf(other)];
    if (a !== null && a === b) return true;
    return Boolean(curation.editOf(one)?.confirmed && curation.editOf(other)?.confirmed);
  }

  /**
   * Compares the events with one another, if they have changed since. Not part of the queue itself: it takes longer than
   * a frame, and the queue is counted in the first picture.
   */
  compare(): void {
    const { events } = this.#session;
    if (events === this.#compared) return;
    this.#compared = events;
    this.#twins = events.length > FEW ? NO_TWINS : twinsAmong(events);
  }

  /** The one after an event in the queue, around its end; where the last one was when the event is done. null: none. */
  after(id: string | null): TimelineEvent | null {
    const place = id === null ? -1 : this.placeOf(id);
    if (this.#waiting.size === 0) return null;
    this.#at = (place >= 0 ? place + 1 : this.#at) % this.#waiting.size;
    return this.#waiting.at(this.#at).event;
  }

  /** Notes where the person is. */
  visit(id: string): void {
    const place = this.placeOf(id);
    if (place >= 0) this.#at = place;
  }
}
