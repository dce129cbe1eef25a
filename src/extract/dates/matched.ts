import { CLASSES, type ClassName } from './lexicon.ts';
import type { Match } from './pattern.ts';
import type { Tokens } from './tokens.ts';

/** A pattern's match in a text. Nothing is cut out of the text before it is asked for. */
export class Matched implements Match {
  readonly tokens: Tokens;
  readonly ancient: boolean;
  readonly from: number;
  readonly to: number;
  readonly #whole: string;

  /** @param text the whole text, which the tokens are cut from. */
  constructor(text: string, tokens: Tokens, from: number, to: number, ancient: boolean) {
    this.#whole = text;
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.ancient = ancient;
  }

  get text(): string {
    return this.#whole.slice(this.tokens.starts[this.from], this.tokens.ends[this.to - 1]);
  }

  has(name: ClassName): boolean {
    return this.index(name) >= 0;
  }

  value(name: ClassName, nth = 0): number | undefined {
    const i = this.index(name, nth);
    return i < 0 ? undefined : this.tokens.values[i];
  }

  index(name: ClassName, nth = 0): number {
    const char = CLASSES[name];
    let left = nth;
    for (let i = this.from; i < this.to; i++) if (this.tokens.tags[i] === char && left-- === 0) return i;
    return -1;
  }

  printed(i: number): string {
    const { tags, starts, ends } = this.tokens;
    return i >= 0 && i < tags.length ? this.#whole.slice(starts[i], ends[i]) : '';
  }

  word(i: number): string {
    return this.printed(i).toLowerCase();
  }

  glued(i: number): boolean {
    const { tags, starts, ends } = this.tokens;
    return i > 0 && i < tags.length && starts[i] === ends[i - 1];
  }

  tight(): boolean {
    for (let i = this.from + 1; i < this.to; i++) if (!this.glued(i)) return false;
    return true;
  }

  startsSentence(i: number): boolean {
    return i <= 0 || /[.!?:;"“”]$/.test(this.printed(i - 1));
  }
}
