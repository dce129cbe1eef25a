import { describe, expect, test } from 'vitest';
import { type CanvasLike, paintCanvas } from '../../src/render/canvas.ts';
import { Stamps } from '../../src/render/stamps.ts';
import type { Mark, Text } from '../../src/scene/scene.ts';
import { scene } from './marks.ts';

/** A context that counts what it is told. */
function counter(): {
  context: CanvasLike;
  count: (name: string) => number;
  last: (name: string) => unknown[];
} {
  const told = new Map<string, unknown[][]>();
  const context = new Proxy({} as Record<string, unknown>, {
    get:
      (_, name) =>
      (...values: unknown[]) => {
        told.set(String(name), [...(told.get(String(name)) ?? []), values]);
      },
    set: () => true,
    has: () => false,
  }) as unknown as CanvasLike;
  return {
    context,
    count: (name) => told.get(name)?.length ?? 0,
    last: (name) => told.get(name)?.at(-1) ?? [],
  };
}

function setting(ratio = 1) {
  const [screen, sheets] = [counter(), counter()];
  let made = 0;
  const stamps = new Stamps((width) => {
    made++;
    return { context: sheets.context, width, finish: () => ({ picture: made }) };
  });
  const frame = (...marks: Mark[]) => paintCanvas(screen.context, { ...scene, marks }, ratio, stamps);
  return { screen, sheets, stamps, frame, made: () => made };
}

const label: Text = {
  kind: 'text',
  x: 20.4,
  y: 30.2,
  text: 'Dam opens',
  size: 12,
  weight: 400,
  fill: '#1d1f24',
  anchor: 'start',
  halo: '#fbfaf7',
};

describe('Stamps', () => {
  test('a text that stays is painted once and copied from then on', () => {
    const { screen, frame, made } = setting();
    for (let i = 0; i < 30; i++) frame({ ...label, x: 20.4 + i });
    expect(made()).toBe(1);
    expect(screen.count('strokeText') + screen.count('drawImage')).toBe(30);
    expect(screen.count('drawImage')).toBeGreaterThan(15);
  });

  test('letters stand on whole device pixels, copied or not', () => {
    const { screen, frame } = setting(2);
    frame(label);
    expect(screen.last('fillText').slice(1)).toEqual([20.5, 30]);
    for (let i = 0; i < 20; i++) frame(label);
    const [, x, y] = screen.last('drawImage') as number[];
    expect([(x! * 2) % 1, (y! * 2) % 1].map(Math.abs)).toEqual([0, 0]);
  });

  test('what comes and goes, has no halo or is beyond Latin is painted itself', () => {
    const { frame, made } = setting();
    const { halo: _, ...plain } = label;
    for (let i = 0; i < 30; i++) {
      frame(plain, { ...label, text: '大坝启用' }, ...(i % 2 === 0 ? [label] : []));
    }
    expect(made()).toBe(0);
  });

  test('another ratio or another font begins anew', () => {
    const { frame, stamps, made } = setting();
    for (let i = 0; i < 20; i++) frame(label);
    stamps.clear();
    for (let i = 0; i < 20; i++) frame(label);
    expect(made()).toBe(2);
  });

  test('a group that stays the same is copied where it stands', () => {
    const { screen, sheets, frame, made } = setting();
    const bars: Mark = {
      kind: 'group',
      key: 'bars',
      still: true,
      marks: [{ kind: 'rect', x: 10, y: 20, width: 30, height: 9, fill: '#3e6fb5' }],
    };
    for (let i = 0; i < 20; i++) frame(bars);
    expect([made(), sheets.count('fill')]).toEqual([1, 1]);
    expect(screen.last('drawImage').slice(1)).toEqual([8, 18, 34, 13]);
    for (let i = 0; i < 20; i++) frame({ ...bars });
    expect(made()).toBe(1);
  });
});
