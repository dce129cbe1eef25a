import type { Notice } from './open.ts';

/** What a person should know about what was done, the newest last. */
export class Notices {
  #all: readonly Notice[] = $state.raw([]);
  #told = 0;

  get all(): readonly Notice[] {
    return this.#all;
  }

  tell(level: Notice['level'], title: string, lines: readonly string[]): void {
    this.#told++;
    this.#all = [...this.#all, { id: this.#told, level, title, lines }];
  }

  dismiss(id: number): void {
    this.#all = this.#all.filter((notice) => notice.id !== id);
  }
}
