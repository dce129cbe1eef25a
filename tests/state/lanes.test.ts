import { describe, expect, test } from 'vitest';
import type { LaneArrangement } from '../../src/layout/arrangement.ts';
import { layoutPicture } from '../../src/layout/picture.ts';
import { paintSvg } from '../../src/render/svg.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { Desk } from '../../src/state/desk.svelte.ts';
import { AS_GIVEN, LaneDesk } from '../../src/state/lanes.svelte.ts';
import { readLanes, writeLanes } from '../../src/state/lanesAddress.ts';
import { commandOf, type PictureWish, pictureOf } from '../../src/state/picture.ts';
import { collectionOf, event } from './collection.ts';

const KEYS = ['a', 'b', 'c'];

describe('LaneDesk', () => {
  test('R30 takes steps that can be taken back, and a drag is one', () => {
    const lanes = new LaneDesk();
    lanes.tryMove(KEYS, KEYS, 'c', 1);
    lanes.tryMove(KEYS, ['a', 'c', 'b'], 'c', 0);
    expect(lanes.now.order).toEqual(['c']);
    expect(lanes.kept).toEqual(AS_GIVEN);
    lanes.keep();
    lanes.toggle('b');
    expect(lanes.now).toMatchObject({ order: ['c'], collapsed: ['b'] });
    lanes.undo();
    expect(lanes.now).toMatchObject({ order: ['c'], collapsed: [] });
    lanes.undo();
    expect(lanes.now).toEqual(AS_GIVEN);
    expect(lanes.undo()).toBe(false);
  });

  test('R32 shows a height while it is drawn and forgets it when that is called off', () => {
    const lanes = new LaneDesk();
    const { turn } = lanes;
    lanes.tryHeight('a', 120.4);
    expect(lanes.now.heights).toEqual({ a: 120 });
    // Nothing moves by itself under a hand that draws.
    expect(lanes.turn).toBe(turn);
    expect(lanes.drop()).toBe(true);
    expect(lanes.now).toEqual(AS_GIVEN);
    lanes.resize('a', 80);
    lanes.resize('a', null);
    expect(lanes.now.heights).toEqual({});
  });

  test('R29 finds the lanes of another grouping as they were left, until all are reset', () => {
    const lanes = new LaneDesk();
    lanes.toggle('a');
    lanes.groupBy('actor');
    expect(lanes.now).toEqual({ ...AS_GIVEN, by: 'actor' });
    lanes.sort('size');
    lanes.groupBy('category');
    expect(lanes.now.collapsed).toEqual(['a']);
    lanes.groupBy('actor');
    expect(lanes.now.order).toBe('size');
    lanes.reset();
    expect(lanes.arranged).toBe(false);
    lanes.groupBy('actor');
    expect(lanes.now.order).toBe('given');
  });
});

describe('a picture of arranged lanes', () => {
  const desk = new Desk();
  desk.session.open(
    collectionOf([
      event('1953-02 flood Dike breaks', { actors: ['Polder board', 'Miller'] }),
      event('1954 work Dike is raised', { actors: ['Polder board'] }),
      event('1961-11-03 flood Storm tide', { actors: ['Miller'] }),
      event('1970 work Sluice opens'),
      event('1971 work Sluice jams', { actors: ['Keeper'] }),
    ]),
  );
  desk.begin();
  desk.view.resize(1000, 700);
  desk.showAll();
  const wish: PictureWish = { what: 'view', theme: LIGHT, layout: 'lanes', width: 900, height: 700 };

  test.each(['lanes', 'poster', 'vertical'] as const)('R29 is that of the command line: %s', (layout) => {
    desk.lanes.restore({
      by: 'actor',
      order: ['Miller'],
      collapsed: ['-'],
      heights: { 'Polder board': 120 },
    });
    desk.filter.toggleCategory('flood');
    const { view, lanes } = desk;
    const seen = pictureOf(desk, { ...wish, layout });
    const told = layoutPicture(desk.session.collection, {
      from: Math.floor(view.start),
      to: Math.ceil(view.end),
      categories: desk.chart.lanes.map(({ key }) => key),
      lanes: lanes.now,
      theme: LIGHT,
      layout,
      width: 900,
      height: 700,
    });
    expect(paintSvg(seen.scene, seen)).toBe(paintSvg(told.scene, told));
    desk.filter.toggleCategory('flood');
  });

  test('R29 has its command', () => {
    desk.lanes.restore({ by: 'source', order: ['dikes.txt'], collapsed: ['-'], heights: { "b's": 120 } });
    expect(commandOf(desk, { ...wish, what: 'whole' }, 'a.json', 'a.svg')).toContain(
      "--group source --order=dikes.txt --collapse=- '--lane-height=b'\\''s=120'",
    );
  });
});

describe('lanes in a link', () => {
  const again = (arrangement: LaneArrangement): LaneArrangement => {
    const out = new URLSearchParams();
    writeLanes(arrangement, out);
    return readLanes(new URLSearchParams(out.toString()));
  };

  test('come back as they were, whatever their keys', () => {
    const keys = ['*', '-', 'first', 'a=b&c', '=x', 'Łódź, city'];
    const all: LaneArrangement = {
      by: 'place',
      order: keys,
      collapsed: ['-', 'a=b&c'],
      heights: { '12=x': 40, '*': 120 },
    };
    expect(again(all)).toEqual(all);
    expect(again({ ...AS_GIVEN, order: 'size' })).toEqual({ ...AS_GIVEN, order: 'size' });
    expect(again(AS_GIVEN)).toEqual(AS_GIVEN);
  });

  test('are as they come where a link makes no sense', () => {
    const read = (hash: string) => readLanes(new URLSearchParams(hash));
    expect(read('lanes=mood&order=random&tall=x&tall=0=a&tall=99999=b')).toEqual(AS_GIVEN);
    const out = new URLSearchParams();
    writeLanes(AS_GIVEN, out);
    expect(out.toString()).toBe('');
  });
});
