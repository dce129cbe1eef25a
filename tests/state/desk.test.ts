import { beforeEach, describe, expect, test } from 'vitest';
import { Desk } from '../../src/state/desk.svelte.ts';
import { collectionOf, event } from './collection.ts';

const list = [
  event('1950 flood One'),
  event('1960 work Two', { confidence: 0.2 }),
  event('1970 flood Three'),
  event('1980 work Four', { confidence: 0.3 }),
];

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  desk.view.resize(1000, 600);
  desk.session.open(collectionOf(list));
  desk.begin();
});

const chosen = () => desk.selected?.title ?? null;

describe('walking', () => {
  test('goes through the events in time order and stops at the ends', () => {
    const seen: unknown[] = [];
    for (let i = 0; i < 5; i++) {
      desk.step(1);
      seen.push(chosen());
    }
    expect(seen).toEqual(['One', 'Two', 'Three', 'Four', 'Four']);
    for (let i = 0; i < 5; i++) desk.step(-1);
    expect(chosen()).toBe('One');
  });

  test('leaves out what is filtered, and keeps to what was found', () => {
    desk.filter.toggleCategory('work');
    desk.step(1);
    desk.step(1);
    expect(chosen()).toBe('Three');
    desk.filter.clear();
    desk.selection.clear();
    desk.filter.search('four');
    desk.step(1);
    expect(chosen()).toBe('Four');
  });

  test('does not open the panel by itself, and keeps it open', () => {
    desk.step(1);
    expect(desk.selection.beside).toBeNull();
    desk.go('two');
    desk.step(1);
    expect(desk.selection.beside).toEqual({ kind: 'event' });
  });

  test('to matches goes around the end', () => {
    desk.filter.search('o');
    const seen: unknown[] = [];
    for (let i = 0; i < 4; i++) {
      desk.stepFound(1);
      seen.push(chosen());
    }
    expect(seen).toEqual(['One', 'Two', 'Four', 'One']);
    desk.stepFound(-1);
    expect(chosen()).toBe('Four');
  });
});

describe('reviewing', () => {
  test('leads from one doubtful event to the next, around the end', () => {
    desk.review();
    expect(chosen()).toBe('Two');
    desk.review();
    expect(chosen()).toBe('Four');
    desk.review();
    expect(chosen()).toBe('Two');
    desk.confirm();
    desk.review();
    expect(chosen()).toBe('Four');
  });

  test('shows an event that filters hide', () => {
    desk.filter.toggleCategory('work');
    desk.review();
    expect(desk.filter.active).toBe(false);
    expect(desk.selection.beside).toEqual({ kind: 'event' });
  });

  test('goes on after a dismissal, which can be taken back', () => {
    desk.review();
    desk.dismiss();
    expect(chosen()).toBe('Four');
    desk.dismiss();
    expect(chosen()).toBe('Three');
    expect(desk.session.events.map((e) => e.title)).toEqual(['One', 'Three']);
    desk.session.undo();
    expect(desk.session.events).toHaveLength(3);
  });

  test('lets go when nothing is left', () => {
    for (const { id } of list) {
      desk.selection.open(id);
      desk.dismiss();
    }
    expect([chosen(), desk.selection.beside, desk.session.events.length]).toEqual([null, null, 0]);
  });
});

describe('a link', () => {
  test('says what is seen and brings it back', () => {
    desk.filter.toggleCategory('work');
    desk.filter.toggle('status', 'happened');
    desk.filter.search('three');
    desk.view.show({ start: -7000, end: 200 });
    desk.selection.open('three');
    const other = new Desk();
    other.view.resize(1000, 600);
    other.session.open(collectionOf(list));
    other.begin();
    other.restore(desk.hash);
    expect(other.hash).toBe(desk.hash);
    expect(other.filter.events.map((e) => e.title)).toEqual(['One', 'Three']);
    expect(other.selected?.title).toBe('Three');
    expect(other.view.span).toEqual({ start: -7000, end: 200 });
  });

  test('lets go of what it does not say', () => {
    const before = desk.hash;
    desk.filter.within({ from: '1960', to: '' });
    desk.filter.search('o');
    desk.selection.open('three');
    const after = desk.hash;
    desk.restore(before);
    expect(desk.hash).toBe(before);
    expect([chosen(), desk.selection.beside, desk.filter.events.length]).toEqual([null, null, 4]);
    desk.restore(after);
    expect(desk.hash).toBe(after);
    expect([chosen(), desk.filter.events.length]).toEqual(['Three', 3]);
  });

  test('is a place to come back to after a choice, a filter, a leap; not after looking around', () => {
    const passed = (act: () => void): boolean => {
      const before = desk.landmark;
      act();
      return desk.landmark !== before;
    };
    expect(passed(() => desk.view.zoom(desk.view.start, 0.5, true))).toBe(false);
    expect(passed(() => desk.view.pan(0.1))).toBe(false);
    expect(passed(() => desk.step(1))).toBe(false);
    expect(passed(() => desk.selection.open('two'))).toBe(true);
    expect(passed(() => desk.step(1))).toBe(false);
    expect(passed(() => desk.filter.search('t'))).toBe(true);
    expect(passed(() => desk.filter.search('th'))).toBe(false);
    expect(passed(() => desk.showFound())).toBe(true);
    expect(passed(() => desk.showLane('work'))).toBe(true);
    expect(passed(() => desk.keepView())).toBe(true);
  });

  test('opens the panel again only where it was open', () => {
    desk.selection.open('two');
    const open = desk.hash;
    desk.selection.close();
    const closed = desk.hash;
    desk.restore(open);
    expect([desk.selection.id, desk.selection.beside?.kind]).toEqual(['two', 'event']);
    desk.restore(closed);
    expect([desk.selection.id, desk.selection.beside]).toEqual(['two', null]);
    expect(desk.hash).toBe(closed);
    desk.restore('#event=three');
    expect(desk.selection.beside?.kind).toBe('event');
  });

  test('to an event that is not there shows the rest', () => {
    desk.restore('#event=nobody&hide=work');
    expect(desk.selection.beside).toBeNull();
    expect(desk.filter.events).toHaveLength(2);
  });

  test('carries no document', () => {
    expect(desk.hash).not.toContain('dikes');
  });
});

test('fits the chosen event, else what was found, else everything', () => {
  const all = desk.view.span;
  desk.selection.choose('two');
  desk.showSelection();
  expect(desk.view.destination.end - desk.view.destination.start).toBeLessThan((all.end - all.start) / 4);
  desk.selection.clear();
  desk.filter.search('four');
  desk.showSelection();
  expect(desk.view.destination.start).toBeGreaterThan(3000);
  desk.filter.clear();
  desk.showSelection();
  expect(desk.view.destination).toEqual(all);
});

test('shows all the time of a lane', () => {
  desk.view.animated = false;
  desk.showLane('work');
  const year = (days: number) => 1970 + days / 365.25;
  expect(year(desk.view.start)).toBeGreaterThan(1958);
  expect(year(desk.view.end)).toBeLessThan(1983);
});

test('keeps what shares the time in view, by whole days', () => {
  desk.view.show({ start: -3652.5, end: 0.2 });
  desk.keepView();
  expect(desk.filter.between).toEqual({ from: '1960-01-01', to: '1970-01-01' });
  expect(desk.filter.events.map((e) => e.title)).toEqual(['Two', 'Three']);
});
