import type { Precision } from '../../model/edtf.ts';
import type { Point } from './point.ts';

/** What an expression means where it stands, one reading of possibly several. */
export interface Resolved {
  readonly value: string;
  readonly mod: string | null;
  readonly edtf: string | null;
  readonly precision: Precision | null;
  readonly point: Point | null;
  /** The words alone say it; nothing was taken from elsewhere. */
  readonly explicit: boolean;
  /** Readable steps, from the words to the anchor. */
  readonly steps: readonly string[];
  /** How unlikely this reading is by itself, 0 for the plain one. */
  readonly cost: number;
}

/** What has no place on the calendar. */
export const plain = (value: string, mod: string | null = null): Resolved => ({
  value,
  mod,
  edtf: null,
  precision: null,
  point: null,
  explicit: true,
  steps: [],
  cost: 0,
});
