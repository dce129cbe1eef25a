/** What paints the chart: loaded beside the page, which stands before there is anything to paint. */
export { paintCanvas } from '../render/canvas.ts';
export { Stamps } from '../render/stamps.ts';
export { readyLetters, rehearse } from './letters.ts';
export * from './tween.ts';
