import type { Box } from '../../scene/scene.ts';

/** A number as PDF has it: three decimals at most, no exponent. @throws RangeError if it is not finite. */
export function number(value: number, decimals = 3): string {
  if (!Number.isFinite(value))
    throw new RangeError(`found the coordinate ${value}, expected a finite number`);
  const bounded = Math.min(Math.max(value, -1e9), 1e9);
  const text = bounded.toFixed(decimals).replace(/\.?0+$/, '');
  return text === '-0' || text === '' ? '0' : text;
}

/** `#rrggbb` as red, green and blue from 0 to 1. */
export function rgb(colour: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return parts.map((part) => number(part)).join(' ');
}

/** Handles of a Bézier curve that runs a quarter of a circle, of its radius. */
const QUARTER = 0.5522847498;

/** A rectangle as a path; with a radius its corners are round. */
export function rectPath({ x, y, width, height }: Box, radius = 0): string {
  if (radius <= 0) return `${[x, y, width, height].map((value) => number(value)).join(' ')} re`;
  const [right, bottom, k] = [x + width, y + height, radius * (1 - QUARTER)];
  return [
    `${point(x + radius, y)} m`,
    `${point(right - radius, y)} l`,
    `${point(right - k, y)} ${point(right, y + k)} ${point(right, y + radius)} c`,
    `${point(right, bottom - radius)} l`,
    `${point(right, bottom - k)} ${point(right - k, bottom)} ${point(right - radius, bottom)} c`,
    `${point(x + radius, bottom)} l`,
    `${point(x + k, bottom)} ${point(x, bottom - k)} ${point(x, bottom - radius)} c`,
    `${point(x, y + radius)} l`,
    `${point(x, y + k)} ${point(x + k, y)} ${point(x + radius, y)} c`,
    'h',
  ].join('\n');
}

export const circlePath = (cx: number, cy: number, r: number): string =>
  rectPath({ x: cx - r, y: cy - r, width: 2 * r, height: 2 * r }, r);

/** Straight segments through x0, y0, x1, y1, … */
export function linePath(points: readonly number[], closed: boolean): string {
  const parts: string[] = [];
  for (let i = 0; i + 1 < points.length; i += 2)
    parts.push(`${point(points[i] ?? 0, points[i + 1] ?? 0)} ${i === 0 ? 'm' : 'l'}`);
  if (closed) parts.push('h');
  return parts.join('\n');
}

const point = (x: number, y: number): string => `${number(x)} ${number(y)}`;
