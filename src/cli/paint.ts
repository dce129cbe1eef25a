import type { LettersLacking } from '../formats/lacks.ts';
import type { PictureKey } from '../formats/write.ts';
import { lastDayOf } from '../layout/picture/made.ts';
import { type PictureSize, paperOf } from '../layout/picture/sizes.ts';
import type { Picture } from '../layout/picture.ts';
import type { Document } from '../model/document.ts';
import { type PngScale, tooManyPixels } from '../render/scales.ts';
import { paintSvg } from '../render/svg.ts';
import { missingLetters } from '../scene/letters.ts';
import { asset } from './assets.ts';
import { Refusal } from './command.ts';

/** How a picture becomes a file. */
export interface PaintOptions {
  readonly size: PictureSize;
  readonly locale: string;
  /** Pixels of a PNG for each px of the picture. */
  readonly density: PngScale;
  /** The documents it was read from: by the latest of them a PDF says when it was made. */
  readonly documents: readonly Document[];
  /** Path of the program, beside which fonts and painters lie. */
  readonly program: string;
}

/** The bytes of a picture in a format; painters are loaded when they are asked for. @throws Refusal (1) for one too large. */
export async function painted(
  key: PictureKey,
  { scene, ...about }: Picture,
  { size, locale, density, documents, program }: PaintOptions,
): Promise<string | Uint8Array> {
  const paper = paperOf(size, scene);
  if (key === 'pdf') {
    const { paintPdf } = await import('../render/pdf/paint.ts');
    const made = lastDayOf(documents);
    return paintPdf(scene, about, {
      fonts: { 400: asset('inter-400.ttf', program), 600: asset('inter-600.ttf', program) },
      locale,
      ...(made ? { made } : {}),
      ...(paper ? { page: paper } : {}),
    });
  }
  if (key === 'svg') return paintSvg(scene, about, paper);
  const tooMany = tooManyPixels(scene.width, scene.height, density);
  if (tooMany !== null) throw new Refusal(`the picture is too large for a PNG: ${tooMany}`, 1);
  const { paintPng } = await import('../render/png.ts');
  const fonts = [asset('inter-400.ttf', program), asset('inter-600.ttf', program)];
  return paintPng(paintSvg(scene, about), scene, density, { wasm: asset('resvg.wasm', program), fonts });
}

/** The letters of a picture that the font of PNG and PDF has not. */
export const lettersMissing = ({ scene }: Picture): LettersLacking => missingLetters(scene.marks);
