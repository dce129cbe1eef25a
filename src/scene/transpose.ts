import type { Fade, Mark } from './scene.ts';

/** Shapes mirrored at the diagonal: what ran along x runs along y. Letters do not turn, so a text is refused. O(marks). */
export function transpose(mark: Mark): Mark {
  switch (mark.kind) {
    case 'rect':
      return {
        ...mark,
        ...turned(mark.fill),
        x: mark.y,
        y: mark.x,
        width: mark.height,
        height: mark.width,
      };
    case 'circle':
      return { ...mark, ...turned(mark.fill), cx: mark.cy, cy: mark.cx };
    case 'line':
      return { ...mark, x1: mark.y1, y1: mark.x1, x2: mark.y2, y2: mark.x2 };
    case 'polyline':
      return {
        ...mark,
        ...turned(mark.fill),
        points: mark.points.map((_, i, all) => all[i % 2 === 0 ? i + 1 : i - 1] ?? 0),
      };
    case 'group': {
      const { clip } = mark;
      return {
        ...mark,
        ...(clip ? { clip: { x: clip.y, y: clip.x, width: clip.height, height: clip.width } } : {}),
        marks: mark.marks.map(transpose),
      };
    }
    case 'text':
      throw new RangeError(`found the text "${mark.text}", expected shapes only`);
  }
}

function turned(fill: string | Fade | undefined): { fill?: string | Fade } {
  if (fill === undefined || typeof fill === 'string') return fill === undefined ? {} : { fill };
  return { fill: { ...fill, along: fill.along === 'y' ? 'x' : 'y' } };
}
