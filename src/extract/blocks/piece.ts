import type { BlockKind } from '../reading.ts';

/** A block before its place among the others is known. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly kind: BlockKind;
  /** Of a heading 1 …, else 0. */
  readonly level: number;
}
