import { describe, expect, it } from 'vitest';
import { drawPiles } from '../../src/layout/piles.ts';
import type { TimelineInput } from '../../src/layout/timeline.ts';
import { boundsOf } from '../../src/scene/bounds.ts';
import type { Group } from '../../src/scene/scene.ts';
import { event } from './events.ts';

const plot = { x: 100, y: 0, width: 300, height: 100 };
const pile = (...places: number[]) =>
  drawPiles(
    places.map((x, index) => ({ index, x })),
    (index) => event(`e${index}`, '2024-05-01', { title: `Title ${index}` }),
    'news',
    plot,
    90,
    '#3e6fb5',
    { locale: 'en' } as TimelineInput,
  ) as Group[];
const wordsOf = (groups: Group[]) =>
  groups.map(({ marks }) => (marks[0]?.kind === 'text' ? marks[0].text : ''));

describe('drawPiles', () => {
  it('R9 tells near events as one number, far ones as several, and names all of them', () => {
    const groups = pile(150, 160, 170, 250, 380);
    expect(wordsOf(groups)).toEqual(['+3', '+1', '+1']);
    expect(groups[0]?.title).toBe('Title 0\nTitle 1\nTitle 2');
  });

  it('R9 makes one number of those that would touch, wherever they are', () => {
    for (let seed = 1; seed < 60; seed++) {
      const places = Array.from({ length: seed * 40 }, (_, i) => 60 + ((i * i * 31 + i * seed * 17) % 380));
      const groups = pile(...places);
      const boxes = groups.map((group) => boundsOf(group)!);
      boxes.forEach((box, i) => {
        expect(box.x).toBeGreaterThanOrEqual(plot.x - 1e-6);
        expect(box.x + box.width).toBeLessThanOrEqual(plot.x + plot.width + 1e-6);
        const next = boxes[i + 1];
        if (next) expect(next.x - box.x - box.width).toBeGreaterThan(4);
      });
      const sum = wordsOf(groups).reduce((all, text) => all + Number(text.replace(/\D/g, '')), 0);
      expect(sum).toBe(places.length);
    }
  });
});
