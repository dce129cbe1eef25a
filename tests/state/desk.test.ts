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
