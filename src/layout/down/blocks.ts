import { fitText, textWidth } from '../../scene/advances.ts';
import type { Text } from '../../scene/scene.ts';
import { TITLE_SIZE } from '../titles.ts';

/** The whole title on as many lines as it needs; a word longer than a line is cut. */
export function wrapTitle(
  title: string,
  room: number,
  weight: Text['weight'],
  size: number = TITLE_SIZE,
): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size, weight) <= room) lines[lines.length - 1] = longer;
    else lines.push(fitText(word, room, size, weight));
  }
  return lines;
}

/**
 * Tops of blocks that stand below each other in their order, moved as little as possible from where they would like to be
 * (least squares): blocks that would overlap become one that stands at the mean of their wishes. O(n).
 */
export function placed(
  blocks: readonly { readonly wish: number; readonly height: number }[],
  top: number,
  bottom: number,
): readonly number[] {
  const heights: number[] = [];
  let above = 0;
  for (const { height } of blocks) {
    heights.push(above);
    above += height;
  }
  // Without their own heights the blocks need only be in order: isotonic regression, by pooling neighbours.
  const pools: { sum: number; count: number }[] = [];
  for (const [i, { wish }] of blocks.entries()) {
    let pool = { sum: wish - (heights[i] ?? 0), count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count >= pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
    }
    pools.push(pool);
  }
  const highest = Math.max(top, bottom - above);
  const flat = pools.flatMap(({ sum, count }) =>
    Array<number>(count).fill(Math.min(Math.max(sum / count, top), highest)),
  );
  return flat.map((y, i) => y + (heights[i] ?? 0));
}
