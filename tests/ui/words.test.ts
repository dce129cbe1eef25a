import { expect, test } from 'vitest';
import type { Figure } from '../../src/model/event.ts';
import { counted, distanceInWords, figureInWords } from '../../src/ui/words.ts';

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
  expect([counted(1, 'event'), counted(1904, 'event'), counted(2, 'match', 'matches')]).toEqual([
    '1 event',
    '1,904 events',
    '2 matches',
  ]);
});
