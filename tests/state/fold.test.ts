import { beforeEach, describe, expect, test } from 'vitest';
import { layoutPicture } from '../../src/layout/picture.ts';
import { toCivil, toDays } from '../../src/model/days.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { Desk } from '../../src/state/desk.svelte.ts';
import { commandOf, type PictureWish, pictureOf } from '../../src/state/picture.ts';
import { collectionOf, event } from './collection.ts';

const list = [
  event('1626-01-16 work Keel'),
  event('1627-03 work Launch'),
  event('1628-08-10 flood Storm'),
  event('1628-08-10/2021-02-01 flood Under water'),
  event('2021-02-01 work Echo'),
  event('2021-05-20 work Dive'),
  event('2022-10 work Museum'),
];

let desk: Desk;
const opened = (): Desk => {
  const made = new Desk();
  made.view.animated = false;
  made.view.resize(1200, 700);
  made.session.open(collectionOf(list));
  made.begin();
  made.showAll();
  return made;
};
beforeEach(() => {
  desk = opened();
});

/** Place of an instant in the picture, px. */
const placeOf = (of: Desk, days: number): number => {
  const { plot } = of.chart.layout;
  const { start, end } = of.view.drawn;
  const drawn = of.chart.fold?.toFolded(days) ?? days;
  return plot.x + ((drawn - start) / (end - start)) * plot.width;
};

describe('folding long silences', () => {
  test('is offered where nothing is told, and taken back there', () => {
    const [offer, ...others] = desk.chart.foldControls;
    expect(others).toEqual([]);
    expect(offer).toMatchObject({ folded: false, length: '392 years' });
    expect(offer!.x).toBeCloseTo(placeOf(desk, (toDays(1628, 8, 11) + toDays(2021, 2, 1)) / 2), 0);
    desk.chart.foldSilences(true);
    desk.showAll();
    const [back] = desk.chart.foldControls;
    const [box] = desk.chart.layout.folds;
    expect(back).toMatchObject({ folded: true });
    expect(back!.x).toBeCloseTo(box!.x + box!.width / 2, 6);
    expect(desk.chart.isOnFold(back!.x, 300)).toBe(true);
    expect(desk.chart.isOnFold(box!.x - 5, 300)).toBe(false);
    desk.chart.foldSilences(false);
    expect(desk.chart.layout.folds).toEqual([]);
    expect(desk.chart.foldControls[0]?.folded).toBe(false);
  });

  test('is not offered where nothing is silent for long', () => {
    desk.session.open(collectionOf(list.slice(0, 3)));
    desk.begin();
    expect(desk.chart.foldControls).toEqual([]);
    desk.chart.foldSilences(true);
    expect(desk.chart.fold).toBeNull();
  });

  test('keeps all in view where all was, with air around it', () => {
    for (const folding of [true, false]) {
      desk.chart.foldSilences(folding);
      const { extent } = desk.chart.store;
      const { start, end } = desk.view.drawn;
      const air = (extent!.end - extent!.start) * 0.03;
      expect(start).toBeLessThan(extent!.start - air);
      expect(end).toBeGreaterThan(extent!.end + air);
    }
  });

  test('keeps what is seen in view', () => {
    const span = { start: toDays(1627), end: toDays(1628, 6) };
    desk.view.show(span);
    desk.chart.foldSilences(true);
    expect(desk.view.span.start).toBeCloseTo(span.start, 6);
    expect(desk.view.span.end).toBeCloseTo(span.end, 6);
    desk.chart.foldSilences(false);
    expect(desk.view.span.end).toBeCloseTo(span.end, 6);
    // Deep within the silence: what was before it and what came after.
    desk.view.show({ start: toDays(1750), end: toDays(1800) });
    desk.chart.foldSilences(true);
    expect(toCivil(desk.view.start).year).toBe(1628);
    expect(toCivil(desk.view.end).year).toBe(2021);
  });

  test('zooms at the pointer, pans and reveals in the picture’s time', () => {
    desk.chart.foldSilences(true);
    desk.showAll();
    const day = toDays(2021, 5, 20);
    const x = placeOf(desk, day);
    expect(desk.chart.timeAt(x)).toBeCloseTo(day, 3);
    desk.view.zoom(desk.chart.timeAt(x), 0.5);
    expect(placeOf(desk, day)).toBeCloseTo(x, 3);
    const before = placeOf(desk, day);
    desk.view.pan(0.1);
    expect(before - placeOf(desk, day)).toBeCloseTo(desk.chart.layout.plot.width / 10, 3);
    desk.go('keel');
    expect(desk.chart.placeOf('keel')).not.toBeNull();
    expect(desk.view.start).toBeLessThan(toDays(1626, 1, 16));
    expect(desk.view.drawn.end - desk.view.drawn.start).toBeLessThan(3000);
  });

  test('is in the link, which reopens the same picture in real dates', () => {
    desk.chart.foldSilences(true);
    desk.view.show({ start: toDays(1628), end: toDays(2021, 6) });
    expect(desk.hash).toContain('fold=1');
    expect(desk.hash).toContain(`view=${toDays(1628)},${toDays(2021, 6)}`.replace(',', '%2C'));
    const other = opened();
    other.restore(desk.hash);
    expect(other.chart.folding).toBe(true);
    expect(other.chart.layout.scene).toEqual(desk.chart.layout.scene);
    other.restore('');
    expect(other.chart.folding).toBe(false);
    desk.begin();
    expect(desk.chart.folding).toBe(false);
  });

  test('is a step that Back takes back', () => {
    const before = desk.landmark;
    desk.chart.foldSilences(true);
    expect(desk.landmark).not.toBe(before);
  });

  test('changes nothing with a filter: the same silence, the same counts', () => {
    desk.chart.foldSilences(true);
    const { gaps } = desk.chart.fold!;
    desk.filter.toggleCategory('flood');
    expect(desk.chart.fold!.gaps).toEqual(gaps);
    expect(desk.chart.store.fold?.gaps).toEqual(gaps);
  });

  test('exports what is seen, byte for byte as the command line does', () => {
    desk.chart.foldSilences(true);
    const wish: PictureWish = { what: 'view', theme: LIGHT, layout: 'lanes', width: 900, height: 700 };
    desk.view.show({ start: toDays(1627), end: toDays(2022) });
    expect(commandOf(desk, wish, 'a.json', 'a.svg')).toContain('--fold');
    const plain = { theme: LIGHT, width: 900, height: 700, layout: 'lanes', fold: true } as const;
    const window = { from: toDays(1627), to: toDays(2022) };
    const { collection } = desk.session;
    expect(pictureOf(desk, wish)).toEqual(layoutPicture(collection, { ...plain, ...window }));
    expect(pictureOf(desk, { ...wish, what: 'whole' })).toEqual(layoutPicture(collection, plain));
    const unfolded = { ...plain, fold: false };
    expect(pictureOf(desk, { ...wish, what: 'whole', fold: false })).toEqual(
      layoutPicture(collection, unfolded),
    );
    expect(commandOf(desk, { ...wish, fold: false }, 'a.json', 'a.svg')).not.toContain('--fold');
  });
});
