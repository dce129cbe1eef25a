import type { Sheet } from '../render/stamps.ts';

/** Sheets are this wide, px, or a multiple: so that a few canvases serve all texts. */
const STEP = 64;
/** Canvases kept; making one takes longer than painting on it. */
const MOST_KEPT = 24;

const kept = new Map<string, readonly [OffscreenCanvas, OffscreenCanvasRenderingContext2D]>();

/** A canvas beside the page, of at least so many device pixels, empty; null where the browser has none to give. */
export function sheet(width: number, height: number): Sheet | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const size = [Math.ceil(width / STEP) * STEP, height] as const;
  const key = size.join(' ');
  let canvas = kept.get(key);
  if (!canvas) {
    const made = new OffscreenCanvas(...size);
    const context = made.getContext('2d');
    if (!context) return null;
    canvas = [made, context];
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, canvas);
  }
  const [surface, context] = canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, ...size);
  return { context, width: size[0], finish: () => surface.transferToImageBitmap() };
}
