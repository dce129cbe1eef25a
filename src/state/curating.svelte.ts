import type { Source } from '../model/event.ts';
import type { When } from '../model/when.ts';

/** A question that a dialog asks about events. */
export type Asking =
  | { readonly kind: 'merge' | 'split'; readonly event: string }
  /** @member event whose words are proposed; null for a rule made from nothing. */
  | { readonly kind: 'rule'; readonly event: string | null }
  /** @member from what it is made: a title and a passage of a document; empty for an event by hand. */
  | { readonly kind: 'add'; readonly title: string; readonly edtf: string; readonly source: Source | null }
  | { readonly kind: 'all'; readonly events: readonly string[] }
  | { readonly kind: 'corrections' };

/** What a person is about to change and has not changed yet. */
export class Curating {
  #editing: string | null = $state(null);
  #asking: Asking | null = $state.raw(null);
  #preview: When | null = $state.raw(null);

  /** Id of the event whose form is open. */
  get editing(): string | null {
    return this.#editing;
  }

  /** The dialog that is open. */
  get asking(): Asking | null {
    return this.#asking;
  }

  /** A date that is being written or dragged, to be seen on the chart before it is kept. */
  get preview(): When | null {
    return this.#preview;
  }

  edit(event: string | null): void {
    this.#editing = event;
    this.#preview = null;
  }

  ask(asking: Asking | null): void {
    this.#asking = asking;
    this.#preview = null;
  }

  show(preview: When | null): void {
    this.#preview = preview;
  }
}
