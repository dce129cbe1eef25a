/** Values that came before and after the present one. Undo is a list of values, not of actions. */
export class History<T> {
  #past: readonly T[] = $state.raw([]);
  #future: readonly T[] = $state.raw([]);
  #now: T = $state.raw() as T;

  constructor(first: T) {
    this.#now = first;
  }

  get now(): T {
    return this.#now;
  }

  /** Every value that undo and redo can come to, in order. */
  get values(): readonly T[] {
    return [...this.#past, this.#now, ...this.#future];
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Makes `next` the present; what was undone can no longer be redone. */
  put(next: T): void {
    this.#past = [...this.#past, this.#now];
    this.#future = [];
    this.#now = next;
  }

  /** @returns whether there was something to undo. */
  undo(): boolean {
    const before = this.#past.at(-1);
    if (before === undefined) return false;
    this.#future = [this.#now, ...this.#future];
    this.#past = this.#past.slice(0, -1);
    this.#now = before;
    return true;
  }

  /** @returns whether there was something to redo. */
  redo(): boolean {
    const [after, ...rest] = this.#future;
    if (after === undefined) return false;
    this.#past = [...this.#past, this.#now];
    this.#future = rest;
    this.#now = after;
    return true;
  }

  /** Starts over from `first`, with nothing to undo. */
  reset(first: T): void {
    this.#past = [];
    this.#future = [];
    this.#now = first;
  }
}
