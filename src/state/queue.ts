/** Lets one thing be done at a time, in the order in which they were asked for. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Whether something waits for its turn or has it. */
  get busy(): boolean {
    return this.#waiting > 0;
  }

  /** Does something when its turn comes. @returns what it answers; rejects as it does. */
  turn<T>(act: () => Promise<T>): Promise<T> {
    this.#waiting++;
    const next = this.#last.then(act).finally(() => {
      this.#waiting--;
    });
    // What fails is told to who asked for it; the next one has its turn.
    this.#last = next.catch(() => {});
    return next;
  }
}
