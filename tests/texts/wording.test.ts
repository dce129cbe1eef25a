import { describe, expect, test } from 'vitest';
import { wording } from '../../src/texts/wording.ts';

const PART = {
  close: { en: 'Close', de: 'Schließen', pl: 'Zamknij' },
  'events(n)': {
    en: { one: '{n} event', other: '{n} events' },
    de: { one: '{n} Ereignis', other: '{n} Ereignisse' },
    pl: { one: '{n} dzień', few: '{n} dni temu', many: '{n} dni', other: '{n} dnia' },
  },
  'shared(n, name)': {
    en: { '=0': 'called like {name}', other: '{n} % of {name}' },
    de: { '=0': 'heißt wie {name}', other: 'von {name} {n} %' },
    pl: { other: '{name}: {n}' },
  },
  panel: { 'open(name)': { en: 'Open {name}', de: '{name} öffnen', pl: '{name}' } },
};

describe('a part of the texts', () => {
  const english = wording(PART, 'en');
  const german = wording(PART, 'de');

  test('says words, and fills in what it is given', () => {
    expect([english.close, german.close]).toEqual(['Close', 'Schließen']);
    expect(english.panel.open('the “mill” {n} $&')).toBe('Open the “mill” {n} $&');
    expect(german.panel.open('a')).toBe('a öffnen');
  });

  test('counts as the language counts', () => {
    expect([0, 1, 1904].map(english.events)).toEqual(['0 events', '1 event', '1,904 events']);
    expect(german.events(1904)).toBe('1.904 Ereignisse');
    expect([1, 3, 5].map(wording(PART, 'pl').events)).toEqual(['1 dzień', '3 dni temu', '5 dni']);
  });

  test('has a form for a number alone where it is given', () => {
    expect([0, 7].map((n) => english.shared(n, 'a.md'))).toEqual(['called like a.md', '7 % of a.md']);
    expect(german.shared(7, 'a.md')).toBe('von a.md 7 %');
  });

  test('is made once', () => expect(wording(PART, 'en')).toBe(english));
});
