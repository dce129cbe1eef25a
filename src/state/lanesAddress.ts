import { AS_GIVEN, type LaneArrangement, ORDERS } from '../layout/arrangement.ts';
import { GROUPINGS } from '../store/laneKeys.ts';

/** A lane is not taller than that, px. */
const MOST = 10_000;

/** Writes how lanes are arranged into a link; nothing where they are as they come. */
export function writeLanes({ by, order, collapsed, heights }: LaneArrangement, out: URLSearchParams): void {
  if (by !== 'category') out.set('lanes', by);
  // Keys come after a sign that no way of sorting begins with.
  if (typeof order === 'string') {
    if (order !== 'given') out.set('order', order);
  } else for (const key of order) out.append('order', `=${key}`);
  for (const key of [...collapsed].sort()) out.append('thin', key);
  for (const key of Object.keys(heights).sort()) out.append('tall', `${heights[key]}=${key}`);
}

/** Reads what {@link writeLanes} wrote; what makes no sense is left out. */
export function readLanes(all: URLSearchParams): LaneArrangement {
  const words = all.getAll('order');
  const keys = words.filter((word) => word.startsWith('=')).map((word) => word.slice(1));
  const heights: Record<string, number> = {};
  for (const word of all.getAll('tall')) {
    const [, px = '', key = ''] = /^(\d{1,5})=(.+)$/s.exec(word) ?? [];
    const height = Number(px);
    if (key !== '' && height > 0 && height <= MOST) heights[key] = height;
  }
  return {
    by: GROUPINGS.find((by) => by === all.get('lanes')) ?? AS_GIVEN.by,
    order: keys.length > 0 ? keys : (ORDERS.find((order) => words.includes(order)) ?? AS_GIVEN.order),
    collapsed: all.getAll('thin'),
    heights,
  };
}
