import type { Category } from '../../src/model/category.ts';
import type { Collection } from '../../src/model/collection.ts';
import type { Document } from '../../src/model/document.ts';
import type { TimelineEvent } from '../../src/model/event.ts';
import { when } from '../../src/model/when.ts';

/** A document of one sentence. */
export function documentOf(id: string, text: string, rest: Partial<Document> = {}): Document {
  return { id, name: id, title: '', text, format: 'text', date: null, ...rest };
}

/** An event told by `document` from its first word to its last. */
export function eventOf(id: string, edtf: string, rest: Partial<TimelineEvent> = {}): TimelineEvent {
  return {
    id,
    title: `Event ${id}`,
    category: 'other',
    status: 'happened',
    time: when(edtf, 'explicit'),
    confidence: 0.8,
    salience: 0.5,
    actors: [],
    place: null,
    figures: [],
    sources: [],
    ...rest,
  };
}

export const OTHER: Category = {
  key: 'other',
  name: 'Other',
  about: 'What fits nowhere else.',
  colour: '#6d727a',
  terms: {},
};

/** A collection of one document and one event in it, valid in every part. */
export function smallCollection(): Collection {
  const text = 'On 3 March 1921 the mill at Aldern burned down.';
  const source = {
    document: 'mill.txt',
    start: 0,
    end: text.length,
    quote: text,
    mention: { start: 3, end: 15, text: '3 March 1921', how: 'printed with its year' },
  };
  return {
    dateline: 2,
    name: 'Mill',
    documents: [documentOf('mill.txt', text)],
    events: [eventOf('e1', '1921-03-03', { title: 'Mill at Aldern burns down', sources: [source] })],
    categories: [OTHER],
    edits: [],
    problems: [],
  };
}
