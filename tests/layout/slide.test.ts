import { describe, expect, test } from 'vitest';
import { layoutPicture } from '../../src/layout/picture.ts';
import { boundsOf } from '../../src/scene/bounds.ts';
import type { Mark, Text } from '../../src/scene/scene.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { createStore } from '../../src/store/memory.ts';
import five from '../gallery/cases/five.ts';
import longTitles from '../gallery/cases/long-titles.ts';
import slide from '../gallery/cases/slide.ts';
import { qualityOf } from '../gallery/quality.ts';
import { many } from './events.ts';
import { lay } from './look.ts';

const textsOf = (marks: readonly Mark[]): Text[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? textsOf(mark.marks) : mark.kind === 'text' ? [mark] : []));

describe('R33 a picture of a given size', () => {
  test('uses it: few lanes have more air, and little is left free below them', () => {
    const store = createStore(many(9, 4, { keys: ['a', 'b', 'c'] }));
    const free = (roomy: boolean): number => {
      const { lanes, plot } = lay(store, { width: 1440, height: 810, roomy });
      const low = Math.max(...lanes.map((lane) => lane.y + lane.height));
      expect(low).toBeLessThanOrEqual(plot.y + plot.height + 1e-6);
      return (plot.y + plot.height - low) / plot.height;
    };
    expect(free(false)).toBeGreaterThan(0.3);
    expect(free(true)).toBeLessThan(0.12);
  });

  test('R2 has no more of it than there is, and changes no row where rows are wanted', () => {
    const store = createStore(many(900, 8));
    const [plain, roomy] = [false, true].map((wanted) => lay(store, { roomy: wanted }));
    const rows = ({ lanes }: NonNullable<typeof plain>) => lanes.map(({ key, named }) => [key, named]);
    expect(rows(roomy!)).toEqual(rows(plain!));
  });

  test('is as high as it needs where no height is given', () => {
    const { height } = layoutPicture(five.collection, { theme: LIGHT, width: 1200 }).scene;
    expect(height).toBeLessThan(480);
  });
});

describe('R34 letters of another size', () => {
  const options = { theme: LIGHT, width: 1920, height: 1080 } as const;

  test('are as many times as large, with all that is beside them', () => {
    const sizes = (scale: number) =>
      new Set(
        textsOf(layoutPicture(slide.collection, { ...options, scale }).scene.marks).map(({ size }) => size),
      );
    expect([...sizes(1.5)].sort()).toEqual([...sizes(1)].map((size) => size * 1.5).sort());
    expect(sizes(1.5).has(18)).toBe(true);
  });

  test.each([0.75, 1.33, 2])('stay in the picture, apart from each other and whole, at %s', (scale) => {
    for (const { collection } of [slide, five, longTitles]) {
      const { scene } = layoutPicture(collection, { ...options, scale });
      expect([scene.width, scene.height]).toEqual([1920, 1080]);
      const { overlapping, clipped } = qualityOf(scene, collection.events);
      expect({ overlapping, clipped }).toEqual({ overlapping: [], clipped: [] });
      for (const text of textsOf(scene.marks)) {
        const box = boundsOf(text)!;
        expect(box.x + box.width).toBeLessThanOrEqual(scene.width + 0.5);
        expect(box.y + box.height).toBeLessThanOrEqual(scene.height + 0.5);
      }
    }
  });

  test('make a picture without a height so much higher', () => {
    const height = (scale: number) =>
      layoutPicture(five.collection, { theme: LIGHT, width: 1200 * scale, scale }).scene.height;
    expect(height(2)).toBe(height(1) * 2);
    expect(() => layoutPicture(five.collection, { ...options, scale: 0 })).toThrow(RangeError);
  });
});
