import { describe, expect, test } from 'vitest';
import { findActors } from '../../src/extract/actors.ts';
import { tokensOf } from '../../src/extract/language.ts';
import { type FoundPlace, findPlaces, placeOf } from '../../src/extract/places.ts';
import type { Block } from '../../src/extract/reading.ts';
import { readingOf } from './readingOf.ts';

function placesOf(text: string): FoundPlace[] {
  const reading = readingOf(text);
  const tokens = (block: Block) => block.sentences.flatMap((s) => tokensOf(text, s.start, s.end));
  return findPlaces(reading, findActors(reading, tokens), tokens);
}
const said = (text: string): string[] =>
  placesOf(text).map((p) => `${p.by} ${p.name}${p.country && p.country !== p.name ? ` (${p.country})` : ''}`);

describe('places', () => {
  test.each<[string, string[]]>([
    ['She was born in Uppsala, Sweden, in 1871.', ['in Uppsala (Sweden)']],
    ['They met in Moscow on Friday.', ['in Moscow (Russia)']],
    ['Talks opened in Britain.', ['in United Kingdom']],
    ['The ship sank off Cape Verrin.', ['off Cape Verrin']],
    ['Drills were held in the Sea of Japan.', ['in Sea of Japan']],
    ['He taught in Reading, England.', ['in Reading (England)']],
    ['A plant near Aarhus burned.', ['near Aarhus']],
    ['He lectured at Lund University.', ['at Lund University']],
    ['Fighting spread across eastern Ukraine.', ['across Ukraine']],
    ['In Iran, Turkey and Egypt prices rose.', ['in Iran']],
    ['They sailed from Lisbon to Goa.', ['from Lisbon (Portugal)', 'to Goa']],
    ['It stood in the city of Lyon.', ['in Lyon']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each([
    'It happened in March and in English.',
    'He wrote in The Harbour Times.',
    'She spoke to Ana Silva and to Parliament.',
    'In Chapter Five they argue.',
    'They agreed at Silva’s request.',
    'Trust in Reform fell.',
    'Work on NLP grew; progress in AI slowed.',
    'During the war in Spring they hid.',
  ])('not in: %s', (text) => expect(said(text)).toEqual([]));
});

describe('the place of a passage', () => {
  const of = (text: string): string | null =>
    placeOf(placesOf(text), { start: 0, end: text.length })?.name ?? null;

  test('is where, rather than where from or to', () =>
    expect(of('He flew from Lisbon to Goa and spoke in Mumbai.')).toBe('Mumbai'));
  test('is the town rather than the country', () =>
    expect(of('In France the pact was signed in Lyon.')).toBe('Lyon'));
  test('is none outside the span', () => {
    const text = 'He left. She spoke in Lyon.';
    expect(placeOf(placesOf(text), { start: 0, end: 8 })).toBeNull();
  });
});
