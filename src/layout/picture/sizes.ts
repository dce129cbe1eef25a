/** Size of a picture: px of its layout, and mm where it is for paper. */
export interface PictureSize {
  /** px, whole. */
  readonly width: number;
  /** px, whole; null: as high as it needs. */
  readonly height: number | null;
  /** mm; null where it has no size on paper. */
  readonly paper: { readonly width: number; readonly height: number | null } | null;
}

/** CSS pixels in a millimetre: 96 to the inch. */
export const PX_PER_MM = 96 / 25.4;

/** A size on paper. @param height null: as high as it needs. */
export const paperSize = (width: number, height: number | null): PictureSize => ({
  width: Math.round(width * PX_PER_MM),
  height: height === null ? null : Math.round(height * PX_PER_MM),
  paper: { width, height },
});

/** Sizes with a name. Paper lies on its long side unless it says otherwise; slides are those of the usual programs. */
export const NAMED_SIZES = {
  a4: paperSize(297, 210),
  'a4-upright': paperSize(210, 297),
  a3: paperSize(420, 297),
  'a3-upright': paperSize(297, 420),
  letter: paperSize(279.4, 215.9),
  'letter-upright': paperSize(215.9, 279.4),
  slide: paperSize(338.667, 190.5),
  'slide-4-3': paperSize(254, 190.5),
} as const satisfies Readonly<Record<string, PictureSize>>;
export type SizeName = keyof typeof NAMED_SIZES;

/** Names of {@link NAMED_SIZES}, in their order. */
export const SIZE_NAMES = Object.keys(NAMED_SIZES) as readonly SizeName[];

/** Size of letters on slides, %: they are read from afar. */
export const SLIDE_LETTERS = 133;

/** The size on paper of a picture that was laid out: its height follows from its width where none was asked for. */
export function paperOf(
  { paper }: PictureSize,
  scene: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } | undefined {
  if (!paper) return undefined;
  return { width: paper.width, height: paper.height ?? (scene.height / scene.width) * paper.width };
}
