import { expect, test } from 'vitest';
import type { Figure } from '../../src/model/event.ts';
import { speech } from '../../src/state/language.svelte.ts';
import { ENGLISH, languageOf } from '../../src/texts/languages.ts';
import { distanceInWords, edtfInWords, figureInWords, number } from '../../src/ui/words.ts';

const figure = (value: number, unit: string, bound?: Figure['bound']): Figure => ({
  label: 'cargo',
  value,
  unit,
  period: null,
  ...(bound ? { bound } : {}),
});

test.each([
  [figure(227_700_000_000, 'USD'), 'US$ 227.7 billion'],
  [figure(12_500, 'EUR'), '€ 12,500'],
  [figure(90, '%'), '90%'],
  [figure(38_000_000_000, 'm3'), '38 billion m³'],
  [figure(11, 'ships', 'min'), 'at least 11 ships'],
  [figure(1234.5, 't', 'max'), 'at most 1,234.5 t'],
  [figure(20, 'XYZ'), 'XYZ 20'],
  [{ ...figure(50, '%'), approximate: true }, 'about 50%'],
  [{ ...figure(50, '%', 'min'), approximate: true }, 'at least 50%'],
  [{ ...figure(190e9, 'EUR'), scaleAssumed: true }, '€ 190 billion (scale not printed)'],
])('figures are written as people write them: %#', (given, words) =>
  expect(figureInWords(given).replace(/\s/g, ' ')).toBe(words),
);

test.each([
  [0, '0 days'],
  [-1, '1 day'],
  [59, '59 days'],
  [61, '2 months'],
  [-729, '24 months'],
  [3653, '10 years'],
])('%i days apart is %s', (days, words) => expect(distanceInWords(days)).toBe(words));

test('counts with the right ending', () => {
  const { events, matches } = ENGLISH;
  expect([events(1), events(1904), matches(2)]).toEqual(['1 event', '1,904 events', '2 matches']);
});

test('numbers, figures and distances follow the language of the page', async () => {
  await speech.choose('de');
  try {
    expect(number(1904)).toBe('1.904');
    expect(distanceInWords(-61)).toBe('2 Monate');
    expect(figureInWords(figure(38_000_000_000, 'm3', 'min')).replace(/\s/g, ' ')).toBe(
      'mindestens 38 Milliarden m³',
    );
    const spaced = (given: Figure) => figureInWords(given).replace(/\s/g, ' ');
    expect(spaced(figure(227_700_000_000, 'USD'))).toBe('227,7 Milliarden US$');
    expect(spaced(figure(12_500, 'EUR'))).toBe('12.500 €');
    expect(spaced(figure(28.5, '%'))).toBe('28,5 %');
    expect(edtfInWords('2023-24/2023-10')).toBe('2023-24/2023-10');
    expect(edtfInWords('2023-10')).toBe('Oktober 2023');
  } finally {
    await speech.choose('en');
  }
});

test.each([
  [['de-AT', 'en'], 'de'],
  [['fr', 'de'], 'de'],
  [['EN-us'], 'en'],
  [['fr', 'constructor'], 'en'],
  [[], 'en'],
])('a person who reads %j gets %s', (wanted, tag) => expect(languageOf(wanted)).toBe(tag));
