import wasmUrl from '@resvg/resvg-wasm/index_bg.wasm?url';
import type { PdfOptions } from '../../render/pdf/paint.ts';
import type { PngScale } from '../../render/scales.ts';
import type { About } from '../../render/svg.ts';
import type { Scene } from '../../scene/scene.ts';

/** A picture to be painted; the painter and the font are loaded for it. */
export type PaintTask =
  | {
      readonly kind: 'png';
      readonly svg: string;
      readonly width: number;
      readonly height: number;
      readonly scale: PngScale;
    }
  | {
      readonly kind: 'pdf';
      readonly scene: Scene;
      readonly about: About;
      readonly options: Omit<PdfOptions, 'fonts'>;
    };

export type PaintAnswer = { readonly bytes: Uint8Array } | { readonly fault: string };

const FONTS = {
  400: new URL('../../render/fonts/inter-400.ttf', import.meta.url),
  600: new URL('../../render/fonts/inter-600.ttf', import.meta.url),
};

self.onmessage = async ({ data: task }: MessageEvent<PaintTask>) => {
  let answer: PaintAnswer;
  try {
    answer = { bytes: await painted(task) };
  } catch (error) {
    answer = { fault: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(answer);
};

async function painted(task: PaintTask): Promise<Uint8Array> {
  const [regular, bold] = await Promise.all([loaded(FONTS[400]), loaded(FONTS[600])]);
  if (task.kind === 'pdf') {
    const { paintPdf } = await import('../../render/pdf/paint.ts');
    return paintPdf(task.scene, task.about, { ...task.options, fonts: { 400: regular, 600: bold } });
  }
  const [{ paintPng }, wasm] = await Promise.all([import('../../render/png.ts'), loaded(wasmUrl)]);
  return paintPng(task.svg, task, task.scale, { wasm, fonts: [regular, bold] });
}

async function loaded(url: string | URL): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  return new Uint8Array(await answer.arrayBuffer());
}
