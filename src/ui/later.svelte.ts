/** A part of the page that the first picture does without. It is loaded once, when it is needed or the page is at rest. */
export class Later<T> {
  readonly #from: () => Promise<T>;
  #loading: Promise<T> | null = null;
  #part: T | null = $state.raw(null);

  constructor(from: () => Promise<T>) {
    this.#from = from;
  }

  /** null until it is loaded. */
  get part(): T | null {
    return this.#part;
  }

  /** Loads it unless it is there. Rejects when it cannot be had; asked again, it tries again. */
  load(): Promise<T> {
    this.#loading ??= this.#from().then(
      (part) => {
        this.#part = part;
        return part;
      },
      (error: unknown) => {
        this.#loading = null;
        throw error;
      },
    );
    return this.#loading;
  }
}
