/** Something that tabs tell each other of a collection. */
export type Word =
  | { readonly kind: 'changed'; readonly id: string }
  | { readonly kind: 'listed' }
  | { readonly kind: 'ask'; readonly id: string; readonly from: string }
  | { readonly kind: 'mine'; readonly id: string; readonly to: string }
  | { readonly kind: 'take'; readonly id: string; readonly from: string };

/** How long a tab waits for another one to say that it has a collection, where the browser has no locks; ms. */
const PATIENCE = 250;

/**
 * Whose turn it is: of the tabs that show a collection, one writes. Where the browser has locks they decide, and a tab
 * that is closed or killed lets go; else the tabs ask each other. Either way the vault refuses who has not the last
 * claim, so that two never write over each other.
 */
export class Turns {
  readonly #own: string;
  readonly #channel: BroadcastChannel | null;
  readonly #lost: () => void;
  #id: string | null = null;
  #release: (() => void) | null = null;

  /**
   * @param own tells this tab from others. @param heard hears what other tabs tell. @param lost hears that another tab
   * has taken over.
   */
  constructor(own: string, heard: (word: Word) => void, lost: () => void) {
    this.#own = own;
    this.#lost = lost;
    this.#channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('dateline');
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
      if (data.kind === 'ask' && data.id === this.#id && this.#release) {
        this.tell({ kind: 'mine', id: data.id, to: data.from });
      } else if (data.kind === 'take' && data.id === this.#id && this.#release) {
        this.#release();
        this.#release = null;
        this.#lost();
      } else heard(data);
    });
  }

  /** Tells other tabs something. */
  tell(word: Word): void {
    this.#channel?.postMessage(word);
  }

  /**
   * Asks for a collection, and lets go of the one before.
   * @param by force: in place of the tab that has it. @returns whether this tab may write.
   */
  async ask(id: string, by: 'asking' | 'force' = 'asking'): Promise<boolean> {
    this.letGo();
    this.#id = id;
    // Who lost the last turn must not hear of it as if it were this one.
    return typeof navigator !== 'undefined' && navigator.locks
      ? this.#lock(id, by === 'force')
      : this.#talk(id, by === 'force');
  }

  /** Gives the turn back, so that another tab can have it. */
  letGo(): void {
    this.#release?.();
    this.#release = null;
    this.#id = null;
  }

  #lock(id: string, steal: boolean): Promise<boolean> {
    return new Promise((answer) => {
      const held = (lock: Lock | null): Promise<void> | undefined => {
        // Not wanted any more: another one was asked for meanwhile.
        if (!lock || this.#id !== id) {
          answer(false);
          return undefined;
        }
        return new Promise<void>((release) => {
          this.#release = release;
          answer(true);
        });
      };
      navigator.locks
        .request(`dateline/${id}`, steal ? { steal: true } : { ifAvailable: true }, held)
        .catch(() => {
          // Another tab has taken it.
          answer(false);
          if (this.#id !== id) return;
          this.#release = null;
          this.#lost();
        });
    });
  }

  async #talk(id: string, force: boolean): Promise<boolean> {
    if (force) this.tell({ kind: 'take', id, from: this.#own });
    else if (await this.#isTaken(id)) return false;
    this.#release = () => {};
    return true;
  }

  #isTaken(id: string): Promise<boolean> {
    const channel = this.#channel;
    if (!channel) return Promise.resolve(false);
    return new Promise((answer) => {
      const done = (taken: boolean): void => {
        clearTimeout(timer);
        channel.removeEventListener('message', hear);
        answer(taken);
      };
      const hear = ({ data }: MessageEvent<Word>): void => {
        if (data.kind === 'mine' && data.id === id && data.to === this.#own) done(true);
      };
      const timer = setTimeout(() => done(false), PATIENCE);
      channel.addEventListener('message', hear);
      this.tell({ kind: 'ask', id, from: this.#own });
    });
  }
}
