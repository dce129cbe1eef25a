import type { Mark } from './scene.ts';

/** The same mark moved by `dx`, `dy` px, with all that is in it. Nothing is modified. O(marks). */
export function shift<T extends Mark>(mark: T, dx: number, dy: number): T;
export function shift(mark: Mark, dx: number, dy: number): Mark {
  switch (mark.kind) {
    case 'rect':
    case 'text':
      return { ...mark, x: mark.x + dx, y: mark.y + dy };
    case 'circle':
      return { ...mark, cx: mark.cx + dx, cy: mark.cy + dy };
    case 'line':
      return { ...mark, x1: mark.x1 + dx, y1: mark.y1 + dy, x2: mark.x2 + dx, y2: mark.y2 + dy };
    case 'polyline':
      return { ...mark, points: mark.points.map((value, i) => value + (i % 2 === 0 ? dx : dy)) };
    case 'group':
      return {
        ...mark,
        ...(mark.clip ? { clip: { ...mark.clip, x: mark.clip.x + dx, y: mark.clip.y + dy } } : {}),
        marks: mark.marks.map((child) => shift(child, dx, dy)),
      };
  }
}
