import { fitText, textWidth } from '../../scene/advances.ts';
import type { Mark, Text } from '../../scene/scene.ts';

/** Marks below each other from y = 0, and how high they are together, px. */
export interface Band {
  readonly marks: readonly Mark[];
  readonly height: number;
}

/** A line of letters from `x` on. */
export const text = (
  x: number,
  y: number,
  words: string,
  size: number,
  weight: Text['weight'],
  fill: string,
): Text => ({
  kind: 'text',
  x,
  y,
  text: words,
  size,
  weight,
  fill,
  anchor: 'start',
});

/** Places boxes side by side from the left, on a new line where one is full. */
export class Flow {
  readonly #left: number;
  readonly #width: number;
  readonly #pitch: number;
  readonly #gap: number;
  #x: number;
  #y: number;

  constructor(left: number, baseline: number, width: number, pitch: number, gap: number) {
    this.#left = left;
    this.#x = left;
    this.#y = baseline;
    this.#width = width;
    this.#pitch = pitch;
    this.#gap = gap;
  }

  place(width: number): { readonly x: number; readonly y: number } {
    if (this.#x > this.#left && this.#x + width > this.#left + this.#width) {
      this.#x = this.#left;
      this.#y += this.#pitch;
    }
    const at = { x: this.#x, y: this.#y };
    this.#x += width + this.#gap;
    return at;
  }

  /** Baseline of the last line. */
  get bottom(): number {
    return this.#y;
  }
}

/** Joins parts to lines no longer than `room`; a line that goes on ends in the joint. A part longer than that is cut. */
export function wrap(parts: readonly string[], joint: string, room: number, size: number): readonly string[] {
  const lines: string[] = [];
  const end = joint.trimEnd();
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last}${joint}${part}`;
    if (last !== undefined && textWidth(longer + end, size, 400) <= room) lines[lines.length - 1] = longer;
    else {
      if (last !== undefined) lines[lines.length - 1] = last + end;
      lines.push(fitText(part, room - textWidth(end, size, 400), size, 400));
    }
  }
  return lines;
}
