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

/** Points for a CSS pixel: 72 and 96 to the inch. */
const POINTS = 0.75;
const POINTS_PER_MM = 72 / 25.4;
/** Side of a page beyond which readers give up, points. */
const MOST_POINTS = 14_400;

/** The one page of a PDF. */
export interface Page {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** By how much it was made smaller, since no reader shows a larger one: ≤ 1. */
  readonly shrunk: number;
}

/**
 * The page that a scene fills as a PDF.
 * @param paper its size, mm; the scene's at 96 px to the inch where absent.
 */
export function pageOf(
  scene: { readonly width: number; readonly height: number },
  paper?: { readonly width: number; readonly height: number },
): Page {
  const width = paper ? paper.width * POINTS_PER_MM : scene.width * POINTS;
  const height = paper ? paper.height * POINTS_PER_MM : scene.height * POINTS;
  const shrunk = Math.min(1, MOST_POINTS / Math.max(width, height));
  return { width: width * shrunk, height: height * shrunk, shrunk };
}

/** The sides of a page in whole mm. */
export const inMillimetres = ({
  width,
  height,
}: Page): { readonly width: number; readonly height: number } => ({
  width: Math.round(width / POINTS_PER_MM),
  height: Math.round(height / POINTS_PER_MM),
});
