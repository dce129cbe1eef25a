import { edtfOf, endOf, FINENESS, holding, type Point, type PointUnit, shifted } from './point.ts';

/** A few, several: from so many to so many. */
const [LEAST, MOST] = [2, 6] as const;

/**
 * The stretch in which "a few days after" or "several years before" a date lies: from two to six of the unit away, in
 * units no finer than can be known. null where the date is coarser than what is counted, or the unit is no day, week,
 * month or year.
 * @param side 1 after, -1 before.
 */
export function fewFrom(
  anchor: Point,
  side: 1 | -1,
  unit: string,
): { readonly edtf: string; readonly precision: ReturnType<typeof edtfOf>['precision'] } | null {
  if (unit !== 'day' && unit !== 'week' && unit !== 'month' && unit !== 'year') return null;
  if (FINENESS[anchor.unit] > FINENESS[unit]) return null;
  const [edge, precision] = EDGES[unit];
  const from = side > 0 ? endOf(anchor) - 1 : anchor.start;
  const at = (count: number) => {
    const { start } = shifted({ unit: 'day', start: from }, side * count, unit);
    return edtfOf(holding(start, edge)).edtf;
  };
  const [near, far] = [at(LEAST), at(MOST)];
  return { edtf: side > 0 ? `${near}/${far}` : `${far}/${near}`, precision };
}

/** In which unit the ends of the stretch are said, and how precise the whole is. */
const EDGES: Readonly<
  Record<'day' | 'week' | 'month' | 'year', readonly [PointUnit, ReturnType<typeof edtfOf>['precision']]>
> = {
  day: ['day', 'week'],
  week: ['month', 'month'],
  month: ['month', 'half'],
  year: ['year', 'decade'],
};
