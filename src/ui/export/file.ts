import { type Content, type FormatKey, isPicture, writeData } from '../../formats/write.ts';
import type { PngScale } from '../../render/scales.ts';
import { paintSvg } from '../../render/svg.ts';
import type { Picture } from '../../state/picture.ts';
import { lastDayOf, type PictureSize, paperOf } from '../../state/picture.ts';
import type { Session } from '../../state/session.svelte.ts';
import { TimexReader } from '../../state/timexes.ts';
import type { PaintAnswer, PaintTask } from './paint.worker.ts';

/** What a picture's file is made from. */
export interface Drawn {
  readonly picture: Picture;
  readonly size: PictureSize;
  readonly density: PngScale;
}

/**
 * The content of a file, the same bytes as the command line writes. What writes it is loaded when it is asked for; what
 * takes long is done off the main thread. Rejects when a part of the page cannot be loaded, or a worker breaks.
 * @param drawn for pictures.
 */
export async function contentOf(
  key: FormatKey,
  { collection }: Pick<Session, 'collection'>,
  locale: string,
  drawn: Drawn,
): Promise<Content> {
  if (!isPicture(key)) {
    const reader = key === 'tml' ? new TimexReader() : null;
    try {
      return await writeData(key, collection, {
        locale,
        timexes: async (document) => reader?.read(document) ?? [],
      });
    } finally {
      reader?.end();
    }
  }
  const { picture, size, density } = drawn;
  const { scene, ...about } = picture;
  const paper = paperOf(size, scene);
  if (key === 'svg') return paintSvg(scene, about, paper);
  if (key === 'png') {
    const { width, height } = scene;
    return painted({ kind: 'png', svg: paintSvg(scene, about), width, height, scale: density });
  }
  const made = lastDayOf(collection.documents);
  const options = { locale, ...(made ? { made } : {}), ...(paper ? { page: paper } : {}) };
  return painted({ kind: 'pdf', scene, about, options });
}

function painted(task: PaintTask): Promise<Uint8Array> {
  const worker = new Worker(new URL('./paint.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Uint8Array>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<PaintAnswer>) => {
      if ('bytes' in data) resolve(data.bytes);
      else reject(new Error(data.fault));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'the worker could not be started'));
    };
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
