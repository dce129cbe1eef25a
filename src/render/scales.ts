/** Pixels of a PNG for a CSS pixel. */
export const PNG_SCALES = [1, 2, 3, 4] as const;
export type PngScale = (typeof PNG_SCALES)[number];

/** Pixels of the largest picture: four bytes each, twice, must fit into the memory of the painter. */
export const MOST_PIXELS = 100_000_000;

/** Why a picture is too large to be painted, or null. Sides in px. */
export function tooManyPixels(width: number, height: number, scale: number): string | null {
  const pixels = width * height * scale * scale;
  if (pixels <= MOST_PIXELS) return null;
  const millions = Math.ceil(pixels / 1e6);
  return `found ${millions} million pixels, expected ${MOST_PIXELS / 1e6} million at most; take a smaller size or scale`;
}
