import type { Fade, Mark } from './scene.ts';

/** The same mark `factor` times as large around the left top corner, letters and lines with it. Nothing is modified. O(marks). */
export function enlarge(mark: Mark, factor: number): Mark {
  const inked = <
    M extends { strokeWidth?: number; dash?: readonly number[]; stroke?: string; fill?: string | Fade },
  >(
    one: M,
  ): M => ({
    ...one,
    ...(one.stroke === undefined ? {} : { strokeWidth: (one.strokeWidth ?? 1) * factor }),
    ...(one.dash ? { dash: one.dash.map((length) => length * factor) } : {}),
  });
  switch (mark.kind) {
    case 'rect':
      return {
        ...inked(mark),
        x: mark.x * factor,
        y: mark.y * factor,
        width: mark.width * factor,
        height: mark.height * factor,
        ...(mark.radius === undefined ? {} : { radius: mark.radius * factor }),
      };
    case 'circle':
      return { ...inked(mark), cx: mark.cx * factor, cy: mark.cy * factor, r: mark.r * factor };
    case 'line':
      return {
        ...inked(mark),
        x1: mark.x1 * factor,
        y1: mark.y1 * factor,
        x2: mark.x2 * factor,
        y2: mark.y2 * factor,
      };
    case 'polyline':
      return { ...inked(mark), points: mark.points.map((value) => value * factor) };
    case 'text':
      return { ...mark, x: mark.x * factor, y: mark.y * factor, size: mark.size * factor };
    case 'group': {
      const { clip } = mark;
      return {
        ...mark,
        ...(clip
          ? {
              clip: {
                x: clip.x * factor,
                y: clip.y * factor,
                width: clip.width * factor,
                height: clip.height * factor,
              },
            }
          : {}),
        marks: mark.marks.map((child) => enlarge(child, factor)),
      };
    }
  }
}
