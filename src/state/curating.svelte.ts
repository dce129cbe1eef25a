import type { Comparison } from '../model/compare.ts';
import type { Precision } from '../model/edtf.ts';
import type { Source } from '../model/event.ts';
import type { MaybeVersion } from '../model/versions.ts';
import type { When } from '../model/when.ts';

/** A question that a dialog asks about events. */
export type Asking =
  | { readonly kind: 'merge' | 'split'; readonly event: string }
  /** @member event whose words are proposed; null for a rule made from nothing. */
  | { readonly kind: 'rule'; readonly event: string | null }
  /** @member from what it is made: a title and a passage of a document; empty for an event by hand. */
  | {
      readonly kind: 'add';
      readonly title: string;
      readonly edtf: string;
      readonly precision?: Precision | undefined;
      readonly source: Source | null;
    }
  | { readonly kind: 'all'; readonly events: readonly string[] }
  | { readonly kind: 'corrections' }
  /** @member answer hears what is to be done, the first time; null: nothing is. */
  | {
      readonly kind: 'versions';
      readonly found: readonly MaybeVersion[];
      readonly answer: (chosen: readonly MaybeVersion[] | null) => void;
    };

/** A document of which there is another version now, and what that has changed. */
export interface Compared {
  readonly document: string;
  readonly changes: Comparison;
}

/** What a person is about to change and has not changed yet. */
export class Curating {
  #editing: string | null = $state(null);
  #asking: Asking | null = $state.raw(null);
  #preview: When | null = $state.raw(null);
  #compared: Compared | null = $state.raw(null);

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

  /** What another version of a document has changed; null when nobody looks at it. */
  get compared(): Compared | null {
    return this.#compared;
  }

  edit(event: string | null): void {
    this.#editing = event;
    this.#preview = null;
  }

  ask(asking: Asking | null): void {
    const before = this.#asking;
    if (before?.kind === 'versions') before.answer(null);
    this.#asking = asking;
    this.#preview = null;
  }

  /** Which of the documents that come are to take the place of those of which they are versions; null: none comes. */
  askVersions(found: readonly MaybeVersion[]): Promise<readonly MaybeVersion[] | null> {
    return new Promise((answer) => this.ask({ kind: 'versions', found, answer }));
  }

  compare(compared: Compared | null): void {
    this.#compared = compared;
  }

  show(preview: When | null): void {
    this.#preview = preview;
  }
}
