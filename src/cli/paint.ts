import type { LettersLacking } from '../formats/lacks.ts';
import type { PictureKey } from '../formats/write.ts';
import { lastDayOf } from '../layout/picture/made.ts';
import { type PictureSize, paperOf } from '../layout/picture/sizes.ts';
import type { Picture } from '../layout/picture.ts';
import type { Document } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { inMillimetres, type PngScale, pageOf, tooManyPixels } from '../render/scales.ts';
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

/** A longer side than that of A3 no usual printer takes, mm. */
const LONGEST = 420;

/** What is to be said of the page of a PDF: how large it is, where it was not asked for and is larger than A3. */
export function pageSaid(key: PictureKey, { scene }: Picture, size: PictureSize, at: string): Problem[] {
  if (key !== 'pdf') return [];
  const page = pageOf(scene, paperOf(size, scene));
  const { width, height } = inMillimetres(page);
  const asked = size.paper !== null && size.paper.height !== null;
  if (page.shrunk === 1 && (asked || Math.max(width, height) <= LONGEST)) return [];
  const shrunk = page.shrunk < 1 ? ', made smaller to be one that readers show' : '';
  const message = `${at}: it is one page of ${width} × ${height} mm${shrunk}; --size asks for another one`;
  return [{ code: 'export/page', message, at, level: 'note' }];
}

/** The letters of a picture that the font of PNG and PDF has not. */
export const lettersMissing = ({ scene }: Picture): LettersLacking => missingLetters(scene.marks);
