/**
 * One loop for everything that is painted: a frame is drawn only when somebody asked for it, once however many asked,
 * and the next one follows by itself while something moves.
 */
export class FrameLoop {
  readonly #frame: (now: number, elapsed: number) => boolean;
  #handle = 0;
  #last = 0;

  /** @param frame draws at `now`, `elapsed` ms after the frame before; says whether another one is needed. */
  constructor(frame: (now: number, elapsed: number) => boolean) {
    this.#frame = frame;
  }

  request(): void {
    if (this.#handle === 0) this.#handle = requestAnimationFrame((now) => this.#tick(now));
  }

  stop(): void {
    cancelAnimationFrame(this.#handle);
    this.#handle = 0;
    this.#last = 0;
  }

  #tick(now: number): void {
    this.#handle = 0;
    // After a rest the time since the last frame means nothing: take one frame of a usual screen.
    const elapsed = this.#last === 0 ? 16 : Math.min(now - this.#last, 50);
    this.#last = now;
    if (this.#frame(now, elapsed)) this.request();
    else this.#last = 0;
  }
}
