import { describe, expect, test } from 'vitest';
import { Filter } from '../../src/state/filter.svelte.ts';
import { event } from './collection.ts';

const events = [
  event('1953-02-01 flood North Sea flood', { actors: ['Water board'], place: 'Zeeland', confidence: 0.9 }),
  event('1958 work Delta law', { actors: ['Parliament'], status: 'planned', confidence: 0.7 }),
  event('1986-10-04 work Barrier opens', { actors: ['Queen', 'Water board'], place: 'Zeeland' }),
  event('1995 flood Rivers rise', { confidence: 0.4, place: 'Gelderland' }),
];

const filter = () => new Filter(() => events);
const titles = (f: Filter) => f.events.map((e) => e.title);

describe('a filter', () => {
  test('lets everything through at first', () => {
    const f = filter();
    expect(f.events).toHaveLength(4);
    expect(f.active).toBe(false);
    expect(f.found).toBeNull();
  });

  test('hides a category and shows it again', () => {
    const f = filter();
    f.toggleCategory('work');
    expect(titles(f)).toEqual(['North Sea flood', 'Rivers rise']);
    f.toggleCategory('work');
    expect(f.events).toHaveLength(4);
  });

  test('shows a category alone, and all again when it was', () => {
    const f = filter();
    f.soloCategory('flood', ['flood', 'work']);
    expect(titles(f)).toEqual(['North Sea flood', 'Rivers rise']);
    f.soloCategory('flood', ['flood', 'work']);
    expect(f.hidden.size).toBe(0);
  });

  test('solo of a hidden category shows it', () => {
    const f = filter();
    f.toggleCategory('flood');
    f.soloCategory('flood', ['flood', 'work']);
    expect(titles(f)).toEqual(['North Sea flood', 'Rivers rise']);
  });

  test('passes what gives one of the chosen answers of every facet', () => {
    const f = filter();
    f.toggle('actor', 'Water board');
    expect(titles(f)).toEqual(['North Sea flood', 'Barrier opens']);
    f.toggle('actor', 'Parliament');
    expect(titles(f)).toEqual(['North Sea flood', 'Delta law', 'Barrier opens']);
    f.toggle('place', 'Zeeland');
    expect(titles(f)).toEqual(['North Sea flood', 'Barrier opens']);
    f.clearFacet('actor');
    f.toggle('confidence', 'low');
    expect(titles(f)).toEqual([]);
  });

  test('counts a facet under all the others, not under itself', () => {
    const f = filter();
    f.toggleCategory('flood');
    expect(f.countOf('flood')).toBe(2);
    expect(f.countOf('work')).toBe(2);
    expect(f.choices('place').map((c) => [c.value, c.count])).toEqual([
      ['Zeeland', 1],
      ['Gelderland', 0],
    ]);
    f.toggle('place', 'Zeeland');
    expect(f.countOf('flood')).toBe(1);
    expect(f.countOf('work')).toBe(1);
  });

  test('the count of each answer is what choosing it alone would show', () => {
    for (const facet of ['source', 'actor', 'place', 'status', 'confidence', 'precision'] as const) {
      const f = filter();
      f.toggleCategory('work');
      for (const { value, count } of f.choices(facet)) {
        f.toggle(facet, value);
        expect(f.events, `${facet} ${value}`).toHaveLength(count);
        f.clearFacet(facet);
      }
    }
  });

  test('answers with an order of their own keep it', () => {
    expect(
      filter()
        .choices('confidence')
        .map((c) => c.value),
    ).toEqual(['high', 'medium', 'low']);
    expect(
      filter()
        .choices('status')
        .map((c) => c.value),
    ).toEqual(['happened', 'planned']);
  });

  test('a search lights what holds all its words, without accents and case', () => {
    const f = filter();
    f.search('BARRIER zeeländ');
    expect([...f.found!]).toEqual(['barrier-opens']);
    expect(f.events).toHaveLength(4);
    f.search('queen flood');
    expect(f.found!.size).toBe(0);
    f.search('  ');
    expect(f.found).toBeNull();
  });

  test('clear shows everything again', () => {
    const f = filter();
    f.toggleCategory('work');
    f.toggle('place', 'Zeeland');
    f.search('flood');
    f.clear();
    expect([f.events.length, f.active, f.found]).toEqual([4, false, null]);
  });

  test('lets through what shares some of a stretch of time, and counts nothing outside of it', () => {
    const f = filter();
    f.within({ from: '1958-12', to: '1986' });
    expect(titles(f)).toEqual(['Delta law', 'Barrier opens']);
    expect([f.countOf('work'), f.countOf('flood')]).toEqual([2, 0]);
    expect(f.choices('place').map(({ value, count }) => [value, count])).toEqual([
      ['Zeeland', 1],
      ['Gelderland', 0],
    ]);
    expect(f.active && f.narrowed).toBe(true);
    f.toggleCategory('work');
    expect([titles(f), f.countOf('work')]).toEqual([[], 2]);
    f.within({ from: '', to: '1954~' });
    expect(titles(f)).toEqual(['North Sea flood']);
    f.within({ from: 'soon', to: '' });
    expect(f.between).toEqual({ from: '', to: '' });
    f.clear();
    expect(f.active).toBe(false);
  });
});
