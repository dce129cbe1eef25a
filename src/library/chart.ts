import { layoutPicture, type PictureOptions } from '../layout/picture.ts';
import type { Collection } from '../model/collection.ts';
import { paintSvg } from '../render/svg.ts';
import { LIGHT } from '../scene/theme.ts';

/**
 * A collection as an SVG file, the same bytes as `dateline render` and the page write: {@link layoutPicture} and
 * {@link paintSvg} in one.
 * @param options 1280 px wide in the light theme where they say nothing else.
 * @throws RangeError if `to` is not after `from` or the size is not positive.
 */
export function svgOf(collection: Collection, options: Partial<PictureOptions> = {}): string {
  const { scene, ...about } = layoutPicture(collection, { theme: LIGHT, width: 1280, ...options });
  return paintSvg(scene, about);
}
