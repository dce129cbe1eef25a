import type { BlockKind } from '../reading.ts';
import type { Line } from './lines.ts';
import type { Piece } from './piece.ts';

/** A line or paragraph with what it is taken for so far. */
export interface Unit {
  start: number;
  end: number;
  text: string;
  readonly indent: number;
  readonly apart: boolean;
  readonly underline: 0 | 1 | 2;
  kind: BlockKind;
  level: number;
  /** Dated heading: it says a date and nothing else, or opens with one. */
  dated: boolean;
  /** Length of the mark before the text: `- `, `12. `. */
  mark: number;
}

export const toUnit = ({ start, end, text, indent, apart, underline }: Line): Unit => ({
  start,
  end,
  text,
  indent,
  apart,
  underline,
  kind: 'paragraph',
  level: 0,
  dated: false,
  mark: 0,
});

export const toPiece = ({ start, end, kind, level, mark }: Unit): Piece => ({
  start: start + mark,
  end,
  kind,
  level,
});
