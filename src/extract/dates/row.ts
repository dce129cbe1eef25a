/** Tokens as they are read, in parallel lists: see {@link Tokens}. What was read last may still grow. */
export class Row {
  readonly tags: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly values: number[] = [];

  push(tag: string, start: number, end: number, value: number): void {
    this.tags.push(tag);
    this.starts.push(start);
    this.ends.push(end);
    this.values.push(value);
  }

  pop(): void {
    this.tags.pop();
    this.starts.pop();
    this.ends.pop();
    this.values.pop();
  }
}
