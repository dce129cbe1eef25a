import { describe, expect, it } from 'vitest';
import { drawPiles } from '../../src/layout/piles.ts';
import type { TimelineInput } from '../../src/layout/timeline.ts';
import { boundsOf } from '../../src/scene/bounds.ts';
import { contrast } from '../../src/scene/colour.ts';
import type { Group } from '../../src/scene/scene.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { createStore } from '../../src/store/memory.ts';
import { event } from './events.ts';
import { eventsOf, groupOf, lay, overlap, pilesOf } from './look.ts';

const plot = { x: 100, y: 0, width: 300, height: 100 };
const pile = (...places: number[]) => beside(null, ...places);
const beside = (taken: [number, number] | null, ...places: number[]) =>
  drawPiles(
    places.map((x, index) => ({ index, x })),
    (index) => event(`e${index}`, '2024-05-01', { title: `Title ${index}` }),
    'news',
    plot,
    90,
    '#a9831a',
    taken,
    { locale: 'en', theme: LIGHT } as TimelineInput,
  ) as Group[];
const wordsOf = (groups: Group[]) =>
  groups.map(({ marks }) => (marks[0]?.kind === 'text' ? marks[0].text : ''));

describe('drawPiles', () => {
  it('R9 tells near events as one number, far ones as several, and names all of them', () => {
    const groups = pile(150, 160, 170, 250, 380);
    expect(wordsOf(groups)).toEqual(['+3', '+1', '+1']);
    expect(groups[0]?.title).toBe('Title 0\nTitle 1\nTitle 2');
    const [number] = groups[0]!.marks;
    expect(number?.kind === 'text' && contrast(number.fill, LIGHT.paper)).toBeGreaterThanOrEqual(4.5);
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

  it('R11 puts a number beside the ring of the selected event, not under it', () => {
    for (let x = 90; x < 420; x += 3) {
      for (const ring of [
        [200, 219],
        [90, 130],
        [380, 420],
      ] as [number, number][]) {
        const [box] = beside(ring, x, x + 4).map((group) => boundsOf(group)!);
        expect(box!.x + box!.width <= ring[0] || box!.x >= ring[1]).toBe(true);
        expect(box!.x).toBeGreaterThanOrEqual(plot.x - 1e-6);
        expect(box!.x + box!.width).toBeLessThanOrEqual(plot.x + plot.width + 1e-6);
      }
    }
  });

  it('R11 keeps ring and numbers apart in a lane where the selected event has no row', () => {
    const crowd = Array.from({ length: 30 }, (_, i) =>
      event(`e${i}`, '2024-05-01', { salience: (30 - i) / 40 }),
    );
    const store = createStore([...crowd, event('far', '2030-01-01')]);
    const layout = lay(store, { height: 260, selected: 'e29' });
    const ring = eventsOf(layout).find(({ id }) => id === 'e29')!.mark;
    const [number] = groupOf(layout, 'events').marks.filter(
      (mark): mark is Group => mark.kind === 'group' && mark.key.startsWith('more-'),
    );
    expect(pilesOf(layout)[0]!.count).toBeGreaterThan(5);
    expect(overlap(ring, boundsOf(number!)!)).toBe(false);
  });

  it('R12 dims a number unless it counts something that was found', () => {
    const crowd = Array.from({ length: 30 }, (_, i) =>
      event(`e${i}`, '2024-05-01', { salience: (30 - i) / 40 }),
    );
    const store = createStore([...crowd, event('far', '2030-01-01')]);
    const opacityOf = (found: ReadonlySet<string> | null) => {
      const more = groupOf(lay(store, { height: 260, found }), 'events').marks.find(
        (mark): mark is Group => mark.kind === 'group' && mark.key.startsWith('more-'),
      )!.marks[0]!;
      return more.kind === 'text' ? (more.opacity ?? 1) : Number.NaN;
    };
    expect(opacityOf(null)).toBe(1);
    expect(opacityOf(new Set(['e29']))).toBe(1);
    expect(opacityOf(new Set(['far']))).toBeLessThan(0.5);
  });
});
