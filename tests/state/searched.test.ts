import { expect, test } from 'vitest';
import { fold, textOf, wordsOf } from '../../src/state/search.ts';
import { Searched } from '../../src/state/searched.svelte.ts';
import { many } from '../layout/events.ts';
import { event } from './collection.ts';

test('folds case, accents, quotation marks and dashes', () => {
  expect(fold('ÉTÉ 1954')).toBe('ete 1954');
  expect(fold('Xi’an')).toBe(fold('XI`AN'));
  expect(fold('Plain Words_1')).toBe('plain words_1');
  expect(wordsOf('  two\twords ')).toEqual(['two', 'words']);
});

test('few events are searched at once, and only those that are kept', () => {
  const events = [
    event('1901 work Crane built'),
    event('1902 work Crane sold'),
    event('1903 work Quay built'),
  ];
  const searched = new Searched(events);
  expect(searched.ready).toBe(true);
  expect(searched.find('', null)).toBeNull();
  const found = searched.find('built', Uint8Array.of(1, 1, 0));
  expect([found?.size, [...found!]]).toEqual([1, [events[0]!.id]]);
  expect([events[0]!, events[2]!].map(({ id }) => found!.has(id))).toEqual([true, false]);
});

test('many are made ready piece by piece, and then found as one by one', () => {
  const events = many(21_000, 3);
  const searched = new Searched(events);
  expect([searched.ready, searched.find('a', null)]).toEqual([false, null]);
  const turns: (() => void)[] = [];
  let made = 0;
  searched.prepare([() => made++], (go) => turns.push(go));
  while (turns.length > 0) turns.shift()!();
  expect([searched.ready, made]).toEqual([true, 1]);
  const [word] = wordsOf(events[77]!.title);
  const truth = events.filter((each) => textOf(each).includes(word!)).map(({ id }) => id);
  expect([...searched.find(word!, null)!]).toEqual(truth);

  // After a correction they are searched at once: only what is new is read.
  const other = { ...events[9]!, id: 'other', title: 'Quokka' };
  for (const list of [events.toSpliced(77, 1), events.toSpliced(9, 2, other), [...events, other], events]) {
    const again = new Searched(list);
    const wanted = list.filter((each) => textOf(each).includes(word!)).map(({ id }) => id);
    expect([again.ready, [...again.find(word!, null)!]]).toEqual([true, wanted]);
    expect([...again.find('quokka', null)!]).toEqual(list.includes(other) ? ['other'] : []);
  }
});

test('what is no longer shown is not made ready', () => {
  const searched = new Searched(many(21_000, 4));
  const turns: (() => void)[] = [];
  searched.prepare([], (go) => turns.push(go));
  searched.drop();
  while (turns.length > 0) turns.shift()!();
  expect(searched.ready).toBe(false);
});
