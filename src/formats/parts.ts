import type { BlockKind, Part } from '../model/document.ts';

/** A text and where its blocks stand in it. */
export interface Laid {
  readonly text: string;
  readonly parts: readonly Part[];
}

/**
 * Lays blocks out as a text that a person can read: white space made single, an empty line between blocks, items and
 * rows of a table on lines of their own. What is added is never changed afterwards, so every offset holds.
 */
export class Layout {
  readonly #pieces: string[] = [];
  readonly #parts: Part[] = [];
  #length = 0;

  get parts(): readonly Part[] {
    return this.#parts;
  }

  /** UTF-16 units so far. */
  get length(): number {
    return this.#length;
  }

  /** Adds a block; one of white space alone is passed over. @param level of a heading, 1 … 6. */
  add(kind: BlockKind, words: string, level = 0): void {
    const text = tidy(words);
    if (text === '') return;
    const last = this.#parts.at(-1);
    if (last) this.#push(kind === 'list' && last.kind === 'list' ? '\n' : '\n\n');
    const start = this.#length;
    this.#push(text);
    this.#parts.push({ start, end: this.#length, kind, level: kind === 'heading' ? level : 0 });
  }

  /** Everything so far, with a newline at the end. */
  done(): Laid {
    return { text: this.#pieces.length > 0 ? `${this.#pieces.join('')}\n` : '', parts: this.#parts };
  }

  #push(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }
}

/** White space single and off at both ends; soft hyphens and marks without width are gone. */
export const tidy = (words: string): string =>
  words
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits as raised digits, so that `2017` with note 14 is not read as 201714; other words stay as they are. */
export const raised = (words: string): string =>
  /^\s*\d{1,4}\s*$/.test(words) ? words.replace(/\d/g, (digit) => RAISED[Number(digit)]!) : words;
