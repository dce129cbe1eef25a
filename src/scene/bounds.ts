import { textWidth } from './advances.ts';
import type { Box, Mark } from './scene.ts';

/** Height of Inter's capitals and of what hangs below the baseline, in em. */
const ASCENT = 0.76;
const DESCENT = 0.24;

/**
 * The box that a mark's geometry fills, px: strokes and halos are not counted, a text is as wide as the advances say.
 * A group's is that of its marks, cut to its clip. null for what shows nothing (an empty group, no points).
 */
export function boundsOf(mark: Mark): Box | null {
  switch (mark.kind) {
    case 'rect':
      return { x: mark.x, y: mark.y, width: mark.width, height: mark.height };
    case 'circle':
      return { x: mark.cx - mark.r, y: mark.cy - mark.r, width: 2 * mark.r, height: 2 * mark.r };
    case 'line':
      return between(mark.x1, mark.y1, mark.x2, mark.y2);
    case 'polyline': {
      if (mark.points.length < 2) return null;
      let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let i = 0; i + 1 < mark.points.length; i += 2) {
        const x = mark.points[i] ?? 0;
        const y = mark.points[i + 1] ?? 0;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      }
      return { x: left, y: top, width: right - left, height: bottom - top };
    }
    case 'text': {
      const width = textWidth(mark.text, mark.size, mark.weight, mark.tabular ?? false);
      const x =
        mark.anchor === 'start' ? mark.x : mark.anchor === 'end' ? mark.x - width : mark.x - width / 2;
      return { x, y: mark.y - mark.size * ASCENT, width, height: mark.size * (ASCENT + DESCENT) };
    }
    case 'group': {
      const whole = boundsOfAll(mark.marks);
      return whole && mark.clip ? intersection(whole, mark.clip) : whole;
    }
  }
}

/** The box around several marks, or null. */
export function boundsOfAll(marks: readonly Mark[]): Box | null {
  let whole: Box | null = null;
  for (const mark of marks) {
    const box = boundsOf(mark);
    if (box) whole = whole ? union(whole, box) : box;
  }
  return whole;
}

/** Whether two boxes share more than an edge. */
export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function between(x1: number, y1: number, x2: number, y2: number): Box {
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}

function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

function intersection(a: Box, b: Box): Box | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
