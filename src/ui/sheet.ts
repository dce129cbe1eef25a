import type { Sheet } from '../render/stamps.ts';

/** A canvas beside the page, of so many device pixels; null where the browser has none to give. */
export function sheet(width: number, height: number): Sheet | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  return context && { context, finish: () => canvas.transferToImageBitmap() };
}
