import { expect, test } from 'vitest';
import type { Group, Mark, Scene, Text } from '../../src/scene/scene.ts';
import { told } from './case.ts';
import { qualityOf } from './quality.ts';

const text = (x: number, y: number, words: string, anchor: Text['anchor'] = 'start'): Text => ({
  kind: 'text',
  x,
  y,
  text: words,
  size: 12,
  weight: 400,
  fill: '#000000',
  anchor,
});
const dot = (cx: number, cy: number): Mark => ({ kind: 'circle', cx, cy, r: 5, fill: '#000000' });
const event = (id: string, ...marks: Mark[]): Group => ({ kind: 'group', key: `event-${id}`, marks });
const scene = (...marks: Mark[]): Scene => ({ width: 400, height: 200, background: '#ffffff', marks });
const tellings = (...saliences: number[]) =>
  saliences.map((salience, i) => ({ id: `e${i}`, ...told('2001', 'a', 'A title', { salience }) }));

test('two texts over each other are named, two beside or below each other are not', () => {
  const { overlapping } = qualityOf(
    scene(
      text(10, 20, 'first title'),
      text(40, 22, 'second title'),
      text(10, 40, 'below'),
      text(200, 20, 'beside'),
    ),
    [],
  );
  expect(overlapping).toEqual(['first title | second title']);
});

test('a text that leaves the picture or its clip is named', () => {
  const { clipped } = qualityOf(
    scene(text(380, 20, 'too far right'), text(20, 4, 'too high'), {
      kind: 'group',
      key: 'plot',
      clip: { x: 100, y: 0, width: 100, height: 200 },
      marks: [text(90, 50, 'cut at the left'), text(110, 80, 'whole')],
    }),
    [],
  );
  expect(clipped).toEqual(['too far right', 'too high', 'cut at the left']);
});

test('displacement is the gap between a title and its mark, on either side', () => {
  const { displacement } = qualityOf(
    scene(
      event('e0', dot(50, 50), text(61, 54, 'six right of it')),
      event('e1', dot(350, 50), text(335, 54, 'ten left of it', 'end')),
      event('e2', dot(350, 80)),
    ),
    tellings(0.5, 0.5, 0.5),
  );
  expect(displacement).toBeCloseTo(8);
});

test('the foremost third is counted by salience, and only what is drawn', () => {
  const picture = scene(
    event('e0', dot(50, 50), text(61, 54, 'named')),
    event('e1', dot(50, 80)),
    event('e2', dot(50, 110), text(61, 114, 'named, too')),
    event('e3', dot(50, 140)),
  );
  expect(qualityOf(picture, tellings(0.9, 0.8, 0.1, 0.1)).named).toBe(0.5);
  expect(qualityOf(picture, tellings(0.9, 0.1, 0.8, 0.1, 1)).named).toBe(1);
});

test('ink is the share of a row from its first mark to its last', () => {
  const { ink } = qualityOf(scene(event('e0', dot(50, 50)), event('e1', dot(90, 50))), tellings(0.5, 0.5));
  expect(ink).toBeCloseTo(20 / 50);
});
