import type { TextSpan } from '../model/document.ts';

/** What stands beside the chart. */
export type Beside =
  | { readonly kind: 'event' }
  | { readonly kind: 'story' }
  | { readonly kind: 'document'; readonly document: string | null; readonly at: TextSpan | null };

/** Which event is chosen, which one is pointed at, and what is open beside the chart. */
export class Selection {
  #id: string | null = $state(null);
  #lane: string | null = $state(null);
  #landed: string | null = $state(null);
  #pointed: string | null = $state(null);
  #beside: Beside | null = $state.raw(null);

  /** Id of the chosen event. */
  get id(): string | null {
    return this.#id;
  }

  /** Id of the event that was chosen last, or let go, otherwise than by {@link walk}. */
  get landed(): string | null {
    return this.#landed;
  }

  /** Key of the lane that the keys have come to instead of an event. */
  get lane(): string | null {
    return this.#lane;
  }

  /** Id of the event under the pointer, on the chart or in a text. */
  get pointed(): string | null {
    return this.#pointed;
  }

  get beside(): Beside | null {
    return this.#beside;
  }

  /** Chooses an event and shows it in the panel. */
  open(id: string): void {
    this.walk(id);
    this.#landed = id;
    this.#beside = { kind: 'event' };
  }

  /** Chooses an event; what is open beside the chart stays. */
  choose(id: string | null): void {
    this.#landed = id;
    this.walk(id);
  }

  /** Chooses an event on the way to another one, as by arrow keys: no place to come back to. */
  walk(id: string | null): void {
    this.#id = id;
    this.#lane = null;
    if (id === null) this.#landed = null;
    if (id === null && this.#beside?.kind === 'event') this.#beside = null;
  }

  /** Names a lane, or none; the chosen event stays. */
  name(lane: string | null): void {
    this.#lane = lane;
  }

  point(id: string | null): void {
    this.#pointed = id;
  }

  /** Opens the documents: one of them at a passage, or the first. */
  read(document: string | null, at: TextSpan | null = null): void {
    this.#beside = { kind: 'document', document, at };
  }

  /** Opens the story. */
  tell(): void {
    this.#beside = { kind: 'story' };
  }

  /** Closes what is open; when nothing is, lets go of the event. */
  close(): void {
    if (this.#beside) this.#beside = null;
    else this.walk(null);
  }

  clear(): void {
    this.walk(null);
    this.#pointed = null;
    this.#beside = null;
  }
}
