import type { Mark, Scene } from '../../src/scene/scene.ts';

/** One of each, as both painters must know them. */
export const everything: readonly Mark[] = [
  {
    kind: 'rect',
    x: 10,
    y: 10,
    width: 60,
    height: 20,
    radius: 6,
    fill: '#3e6fb5',
    stroke: '#1d1f24',
    opacity: 0.5,
  },
  {
    kind: 'rect',
    x: 80,
    y: 10,
    width: 60,
    height: 20,
    fill: {
      colour: '#c25a2b',
      stops: [
        { at: 0, opacity: 0 },
        { at: 0.5, opacity: 0.8 },
        { at: 1, opacity: 0 },
      ],
    },
  },
  { kind: 'circle', cx: 160, cy: 20, r: 8, stroke: '#7d5fb2', strokeWidth: 2, dash: [3, 2] },
  { kind: 'line', x1: 10, y1: 50.5, x2: 180, y2: 50.5, stroke: '#6d727a', strokeWidth: 1.5 },
  {
    kind: 'polyline',
    points: [10, 90, 40, 60, 70, 80, 100, 65, 130, 90],
    closed: true,
    fill: '#2f8a63',
    opacity: 0.4,
  },
  { kind: 'polyline', points: [10, 90, 40, 60, 70, 80, 100, 65, 130, 90], closed: false, stroke: '#2f8a63' },
  {
    kind: 'group',
    key: 'event-1',
    title: 'A title',
    clip: { x: 0, y: 95, width: 120, height: 30 },
    marks: [
      {
        kind: 'text',
        x: 20,
        y: 112,
        text: 'Signed & sealed',
        size: 12,
        weight: 550,
        fill: '#1d1f24',
        anchor: 'start',
        halo: '#fbfaf7',
      },
      { kind: 'text', x: 190, y: 112, text: 'cut', size: 12, weight: 400, fill: '#1d1f24', anchor: 'end' },
    ],
  },
  {
    kind: 'text',
    x: 150,
    y: 140,
    text: '1998',
    size: 11,
    weight: 650,
    fill: '#6d727a',
    anchor: 'middle',
    tabular: true,
  },
];

export const scene: Scene = { width: 200, height: 150, background: '#fbfaf7', marks: everything };
