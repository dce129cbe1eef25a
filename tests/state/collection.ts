import type { Collection } from '../../src/model/collection.ts';
import { byTime } from '../../src/model/current.ts';
import type { TimelineEvent } from '../../src/model/event.ts';
import { when } from '../../src/model/when.ts';

/** What the one document says, and every event quotes. */
const TEXT = 'The water came.';

/**
 * Makes an event from a line of date, category and title: `2021-03 flood Storm tide` has the id `storm-tide`.
 * Everything else has a plain value, which `rest` overrides.
 */
export function event(line: string, rest: Partial<TimelineEvent> = {}): TimelineEvent {
  const [edtf = '2020', category = 'flood', ...title] = line.split(' ');
  return {
    id: title.join('-').toLowerCase(),
    title: title.join(' '),
    category,
    status: 'happened',
    time: when(edtf, 'explicit'),
    confidence: 0.9,
    salience: 0.5,
    actors: [],
    place: null,
    figures: [],
    sources: [{ document: 'dikes.txt', start: 0, end: TEXT.length, quote: TEXT, mention: null }],
    ...rest,
  };
}

/** A collection of such events, with one document and two categories. */
export function collectionOf(events: readonly TimelineEvent[], name = 'Dikes'): Collection {
  return {
    dateline: 2,
    name,
    documents: [
      { id: 'dikes.txt', name: 'dikes.txt', title: 'Dikes', text: TEXT, format: 'text', date: null },
    ],
    events: [...events].sort(byTime),
    categories: [
      { key: 'flood', name: 'Floods', about: 'Water where it should not be.', colour: '#3e6fb5', terms: {} },
      { key: 'work', name: 'Works', about: 'What is built.', colour: '#c25a2b', terms: {} },
    ],
    edits: [],
    problems: [],
  };
}
