import type { Point } from './point.ts';

/** A date that may be meant, how unlikely it is, and from where it was reached. */
export interface Option {
  readonly point: Point;
  readonly cost: number;
  readonly steps: readonly string[];
}

/** The one date that is meant; none where there is no such day. */
export const sure = (point: Point | null): Option[] => (point ? [{ point, cost: 0, steps: [] }] : []);
/** The one date that is meant, seen from somewhere. */
export const via = (point: Point | null, ...steps: string[]): Option[] =>
  point ? [{ point, cost: 0, steps }] : [];
