/** Something that tabs tell each other of a collection. */
export type Word =
  | { readonly kind: 'changed'; readonly id: string }
  | { readonly kind: 'listed' }
  | { readonly kind: 'named'; readonly id: string; readonly name: string }
  | { readonly kind: 'ask'; readonly id: string; readonly from: string }
  | { readonly kind: 'mine'; readonly id: string; readonly to: string }
  | { readonly kind: 'take'; readonly id: string; readonly from: string };

/** Who wants to know of turns. */
export interface Listener {
  /** Hears what other tabs tell. */
  readonly heard: (word: Word) => void;
  /** Hears that another tab has taken over. */
  readonly lost: () => void;
  /** Hears that this tab has the turn that it waited for: the other tab was closed, or has died. */
  readonly given: () => void;
}

/** How tabs ask each other, ms. */
export interface Pace {
  /** How long one waits for another to say that it has a collection, where the browser has no locks. */
  readonly patience: number;
  /** How long a turn must be free before who waits for it takes it: a tab that is loaded again goes on itself. */
  readonly again: number;
}

const PACE: Pace = { patience: 250, again: 2000 };

/**
 * Whose turn it is: of the tabs that show a collection, one writes. Where the browser has locks they decide, and a tab
 * that is closed or killed lets go; else the tabs ask each other. Either way the vault refuses who has not the last
 * claim, so that two never write over each other.
 */
export class Turns {
  readonly #own: string;
  readonly #channel: BroadcastChannel | null;
  readonly #listener: Listener;
  readonly #pace: Pace;
  #id: string | null = null;
  #release: (() => void) | null = null;
  /** Ends the waiting for a turn. */
  #stop: (() => void) | null = null;

  /** @param own tells this tab from others. */
  constructor(own: string, listener: Listener, pace = PACE) {
    this.#own = own;
    this.#listener = listener;
    this.#pace = pace;
    this.#channel = channel();
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
      if (data.kind === 'ask' && data.id === this.#id && this.#release) {
        this.tell({ kind: 'mine', id: data.id, to: data.from });
      } else if (data.kind === 'take' && data.id === this.#id && this.#release) {
        this.#release();
        this.#release = null;
        listener.lost();
      } else listener.heard(data);
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
    return hasLocks() ? this.#lock(id, by === 'force') : this.#talk(id, by === 'force');
  }

  /** Waits for the turn of the collection that was asked for last, without an end; `given` hears of it. */
  wait(): void {
    const id = this.#id;
    if (id === null || this.#release || this.#stop) return;
    const end = new AbortController();
    this.#stop = () => {
      this.#stop = null;
      end.abort();
    };
    void this.#await(id, end.signal);
  }

  async #await(id: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#freed(id, signal);
      await new Promise((done) => setTimeout(done, this.#pace.again));
      if (signal.aborted) return;
      const has = await (hasLocks() ? this.#lock(id, false, signal) : this.#talk(id, false));
      if (!has || signal.aborted) continue;
      this.#stop = null;
      this.#listener.given();
      return;
    }
  }

  /** Waits until nobody has the lock of a collection; where there are no locks, not at all. */
  async #freed(id: string, signal: AbortSignal): Promise<void> {
    if (!hasLocks()) return;
    // It is had for a moment, which tells that it is free.
    await navigator.locks.request(nameOf(id), { signal }, () => {}).catch(() => {});
  }

  /** Gives the turn back, so that another tab can have it. */
  letGo(): void {
    this.#stop?.();
    this.#release?.();
    this.#release = null;
    this.#id = null;
  }

  /** Ends all of it; nothing is heard any more. */
  close(): void {
    this.letGo();
    this.#channel?.close();
  }

  /** @param signal says that it is not wanted any more. */
  #lock(id: string, steal: boolean, signal?: AbortSignal): Promise<boolean> {
    return new Promise((answer) => {
      let own: (() => void) | null = null;
      const held = (lock: Lock | null): Promise<void> | undefined => {
        // Not wanted any more: another one was asked for meanwhile.
        if (!lock || this.#id !== id || signal?.aborted) {
          answer(false);
          return undefined;
        }
        return new Promise<void>((release) => {
          own = release;
          this.#release = release;
          answer(true);
        });
      };
      navigator.locks.request(nameOf(id), steal ? { steal: true } : { ifAvailable: true }, held).catch(() => {
        if (own) this.#stolen(own);
        // There are locks, and this page may not have any, as where it may keep nothing.
        else answer(this.#talk(id, steal));
      });
    });
  }

  /** Another tab has taken the lock. */
  #stolen(own: () => void): void {
    if (this.#release !== own) return;
    this.#release = null;
    this.#listener.lost();
  }

  async #talk(id: string, force: boolean): Promise<boolean> {
    if (force) this.tell({ kind: 'take', id, from: this.#own });
    else if (await this.#isTaken(id)) return false;
    if (this.#id !== id) return false;
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
      const timer = setTimeout(() => done(false), this.#pace.patience);
      channel.addEventListener('message', hear);
      this.tell({ kind: 'ask', id, from: this.#own });
    });
  }
}

const nameOf = (id: string): string => `dateline/${id}`;

const hasLocks = (): boolean => typeof navigator !== 'undefined' && Boolean(navigator.locks);

/** null where there is none, or a page of unknown origin may not have one. */
function channel(): BroadcastChannel | null {
  try {
    return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('dateline');
  } catch {
    return null;
  }
}
