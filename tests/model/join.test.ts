import { expect, test } from 'vitest';
import type { Collection } from '../../src/model/collection.ts';
import { joinCollections } from '../../src/model/join.ts';
import { parseCollection } from '../../src/model/parse.ts';
import { when } from '../../src/model/when.ts';

const collection = (name: string, text: string, ids: readonly string[], category = 'fair'): Collection => ({
  dateline: 2,
  name,
  documents: [{ id: 'a.csv', name: 'a.csv', title: '', text, format: 'text', date: null }],
  events: ids.map((id) => ({
    id,
    title: `${text} ${id}`,
    category,
    status: 'happened',
    time: when('1950-05-04', 'explicit'),
    confidence: 1,
    salience: 0.5,
    actors: [],
    place: null,
    figures: [],
    sources: [{ document: 'a.csv', start: 0, end: text.length, quote: text, mention: null }],
  })),
  categories: [{ key: category, name: category, about: '', colour: '#3e6fb5', terms: {} }],
  edits: [],
  problems: [],
});

test('what is joined is a valid collection in which each has its own documents and ids', () => {
  const joined = joinCollections(
    collection('One', 'Fair', ['x', 'y']),
    collection('Two', 'Market', ['y', 'z'], 'trade'),
  );
  expect(parseCollection(joined).problems).toEqual([]);
  expect(joined.name).toBe('One');
  expect(joined.documents.map(({ id, text }) => `${id}: ${text}`)).toEqual([
    'a.csv: Fair',
    'a.csv (2): Market',
  ]);
  expect(joined.events.map(({ id, sources }) => `${id} ${sources[0]?.document}`)).toEqual([
    'x a.csv',
    'y a.csv',
    'y (2) a.csv (2)',
    'z a.csv (2)',
  ]);
  expect(joined.categories.map(({ key }) => key)).toEqual(['fair', 'trade']);
});

test('the same again adds nothing, and to nothing everything', () => {
  const one = collection('One', 'Fair', ['x']);
  expect(joinCollections(one, one)).toEqual(one);
  const nothing = { ...one, name: '', documents: [], events: [], categories: [] };
  expect(joinCollections(nothing, one)).toEqual(one);
});
