import { describe, expect, test } from 'vitest';
import { type CanvasLike, paintCanvas } from '../../src/render/canvas.ts';
import { textWidth } from '../../src/scene/advances.ts';
import type { Mark, Rect, Scene } from '../../src/scene/scene.ts';
import { everything, scene } from './marks.ts';

/** A context that writes down what it is told, calls and settings alike. */
function recorder(extra: Record<string, unknown> = {}): { context: CanvasLike; log: string[] } {
  const log: string[] = [];
  const say = (value: unknown) =>
    typeof value === 'object' && value && 'name' in value ? String(value.name) : JSON.stringify(value);
  const context = new Proxy(extra, {
    get: (target, name) =>
      name in target
        ? target[name as string]
        : (...values: unknown[]) => {
            log.push(`${String(name)}(${values.map(say).join(' ')})`);
            if (name !== 'createLinearGradient') return undefined;
            return {
              name: 'gradient',
              addColorStop: (at: number, colour: string) => log.push(`stop(${at} ${colour})`),
            };
          },
    set: (_, name, value) => {
      log.push(`${String(name)}=${say(value)}`);
      return true;
    },
    has: (target, name) => name in target,
  }) as unknown as CanvasLike;
  return { context, log };
}

const paint = (marks: readonly Mark[], ratio = 1, extra = {}): string[] => {
  const { context, log } = recorder(extra);
  paintCanvas(context, { ...scene, marks } as Scene, ratio);
  return log;
};

describe('paintCanvas', () => {
  test('fills bars of one ink beside each other at once, and no others', () => {
    const bar = (x: number, rest: Partial<Rect> = {}): Rect => ({
      kind: 'rect',
      x,
      y: 0,
      width: 4,
      height: 9,
      fill: '#3e6fb5',
      opacity: 0.5,
      ...rest,
    });
    const fills = (...bars: Rect[]) => paint(bars).filter((line) => line === 'fill()').length;
    expect(fills(bar(0), bar(4), bar(9))).toBe(1);
    expect(fills(bar(0), bar(3))).toBe(2);
    expect(fills(bar(4), bar(0))).toBe(2);
    expect(fills(bar(0), bar(4, { opacity: 0.6 }))).toBe(2);
    expect(fills(bar(0), bar(4, { fill: '#b3324c' }))).toBe(2);
    expect(fills(bar(0), bar(4, { radius: 2 }))).toBe(2);
    expect(fills(bar(0), bar(4, { stroke: '#b3324c' }))).toBe(2);
    expect(paint([bar(0), bar(4)]).filter((line) => line.startsWith('rect('))).toEqual([
      'rect(0 0 4 9)',
      'rect(4 0 4 9)',
    ]);
  });

  test('tells the context what every mark needs', () => {
    expect(paint(everything)).toMatchInlineSnapshot(`
      [
        "setTransform(1 0 0 1 0 0)",
        "globalAlpha=1",
        "lineCap="butt"",
        "textBaseline="alphabetic"",
        "setLineDash([])",
        "fillStyle="#fbfaf7"",
        "fillRect(0 0 200 150)",
        "beginPath()",
        "roundRect(10 10 60 20 6)",
        "globalAlpha=0.5",
        "fillStyle="#3e6fb5"",
        "fill()",
        "strokeStyle="#1d1f24"",
        "lineWidth=1",
        "lineJoin="miter"",
        "stroke()",
        "beginPath()",
        "rect(80 10 60 20)",
        "globalAlpha=1",
        "createLinearGradient(80 0 140 0)",
        "stop(0 rgba(194,90,43,0))",
        "stop(0.5 rgba(194,90,43,0.8))",
        "stop(1 rgba(194,90,43,0))",
        "fillStyle=gradient",
        "fill()",
        "beginPath()",
        "arc(160 20 8 0 6.283185307179586)",
        "strokeStyle="#7d5fb2"",
        "lineWidth=2",
        "lineJoin="miter"",
        "setLineDash([3,2])",
        "stroke()",
        "fillStyle="#6d727a"",
        "fillRect(10 49.75 170 1.5)",
        "beginPath()",
        "moveTo(10 90)",
        "lineTo(40 60)",
        "lineTo(70 80)",
        "lineTo(100 65)",
        "lineTo(130 90)",
        "closePath()",
        "globalAlpha=0.4",
        "fillStyle="#2f8a63"",
        "fill()",
        "beginPath()",
        "moveTo(10 90)",
        "lineTo(40 60)",
        "lineTo(70 80)",
        "lineTo(100 65)",
        "lineTo(130 90)",
        "globalAlpha=1",
        "strokeStyle="#2f8a63"",
        "lineWidth=1",
        "lineJoin="round"",
        "setLineDash([])",
        "stroke()",
        "save()",
        "beginPath()",
        "rect(0 95 120 30)",
        "clip()",
        "font="550 12px 'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif"",
        "textAlign="left"",
        "strokeStyle="#fbfaf7"",
        "lineWidth=3",
        "lineJoin="round"",
        "strokeText("Signed & sealed" 20 112)",
        "fillStyle="#1d1f24"",
        "fillText("Signed & sealed" 20 112)",
        "font="400 12px 'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif"",
        "textAlign="right"",
        "fillStyle="#1d1f24"",
        "fillText("cut" 190 112)",
        "restore()",
        "font="650 11px 'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif"",
        "textAlign="center"",
        "globalAlpha=1",
        "fillStyle="#6d727a"",
        "fillText("1998" 150 140)",
        "globalAlpha=1",
      ]
    `);
  });

  test('R35 lets letters that run from right to left do so, between the same sides', () => {
    const text = {
      kind: 'text',
      x: 5,
      y: 9,
      size: 12,
      weight: 400,
      fill: '#111111',
      anchor: 'start',
    } as const;
    const log = paint([
      { ...text, text: 'من Rotterdam' },
      { ...text, text: 'Rotterdam' },
    ]);
    const told = log.filter((line) => /direction|fillText|textAlign/.test(line));
    expect(told).toEqual([
      'textAlign="left"',
      'direction="rtl"',
      'fillText("من Rotterdam" 5 9)',
      'direction="ltr"',
      'fillText("Rotterdam" 5 9)',
    ]);
  });

  test('draws a line along the grid, and a firm shape with an outline, without a stroke', () => {
    const line = { kind: 'line', x1: 10, y1: 5, x2: 10, y2: 25, stroke: '#6d727a' } as const;
    expect(paint([line])).toContain('fillRect(9.5 5 1 20)');
    const ring = { kind: 'circle', cx: 9, cy: 9, r: 5, fill: '#ffffff', stroke: '#6d727a' } as const;
    const arcs = paint([ring]).filter((entry) => entry.startsWith('arc('));
    expect(arcs.map((entry) => entry.split(' ')[2])).toEqual(['5.5', '4.5']);
    // What is translucent, dashed or hollow keeps its stroke.
    for (const other of [{ opacity: 0.5 }, { dash: [2, 1] }, { fill: undefined }]) {
      expect(paint([{ ...ring, ...other } as Mark])).toContain('stroke()');
    }
    expect(paint([{ ...line, x2: 30 }])).toContain('stroke()');
  });

  test('scales to the pixels of the device and covers all with paper', () => {
    const log = paint([], 2);
    expect(log[0]).toBe('setTransform(2 0 0 2 0 0)');
    expect(log).toContain('fillStyle="#fbfaf7"');
    expect(log).toContain('fillRect(0 0 200 150)');
  });

  test('leaves no dash to the next mark', () => {
    const log = paint([everything[2]!, everything[5]!]);
    const strokes = log.flatMap((entry, i) => (entry === 'stroke()' ? [i] : []));
    expect(log.slice(strokes[0], strokes[1])).toContain('setLineDash([])');
  });

  test('gives every clip back', () => {
    const log = paint([...everything, ...everything]);
    expect(log.filter((entry) => entry === 'save()')).toHaveLength(2);
    expect(log.filter((entry) => entry === 'restore()')).toHaveLength(2);
  });

  test('sets a font again after a clip, since restoring takes it back', () => {
    const label = everything[7]!;
    const clipped: Mark = {
      kind: 'group',
      key: '',
      clip: { x: 0, y: 0, width: 9, height: 9 },
      marks: [label],
    };
    const fonts = paint([clipped, label, label]).filter((entry) => entry.startsWith('font='));
    expect(fonts).toHaveLength(2);
  });

  test('asks for digits of one width only where the context knows them', () => {
    const label = everything[7]!;
    expect(paint([label]).join()).not.toContain('fontVariantNumeric');
    expect(paint([label], 1, { fontVariantNumeric: 'normal' })).toContain(
      'fontVariantNumeric="tabular-nums"',
    );
  });

  test('ends opaque', () => {
    expect(paint(everything).at(-1)).toBe('globalAlpha=1');
  });

  test('draws the letters of another font together into the room that was kept for them', () => {
    const mark: Mark = {
      kind: 'text',
      x: 5,
      y: 9,
      text: 'Treaty',
      size: 12,
      weight: 550,
      fill: '#000000',
      anchor: 'start',
      halo: '#ffffff',
    };
    const { context, log } = recorder();
    paintCanvas(context, { ...scene, marks: [mark] } as Scene, 1, undefined, 'Verdana, sans-serif');
    expect(log).toContain('font="550 12px Verdana, sans-serif"');
    const room = textWidth('Treaty', 12, 550);
    expect(log).toContain(`strokeText("Treaty" 5 9 ${room})`);
    expect(log).toContain(`fillText("Treaty" 5 9 ${room})`);
    expect(paint([mark])).toContain('fillText("Treaty" 5 9)');
  });
});
