import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Collection } from '../../src/model/collection.ts';
import { isCategoryList, parseCategories, parseCollection } from '../../src/model/parse.ts';
import { when } from '../../src/model/when.ts';
import { documentOf, eventOf, OTHER, smallCollection } from './events.ts';

/** A collection with every optional field present. */
function fullCollection(): Collection {
  const small = smallCollection();
  const [event] = small.events;
  const [document] = small.documents;
  const figure = {
    label: 'sacks of flour',
    value: 40,
    unit: 'sacks',
    period: '1921-03',
    bound: 'min' as const,
  };
  return {
    ...small,
    documents: [
      {
        ...document!,
        date: { edtf: '1921-03', origin: 'printed', reason: 'the first line', at: { start: 3, end: 15 } },
        passages: [{ start: 0, end: 20, regime: 'report', how: 'a report, read from its dateline' }],
      },
      documentOf('empty.txt', ''),
    ],
    events: [{ ...event!, place: 'Aldern', actors: ['The mill'], figures: [figure] }],
    categories: [{ ...OTHER, terms: { prototype: 2, constructor: 1, 'burn*': 0.5 } }],
    edits: [
      { kind: 'added', event: eventOf('added-1', '1922', { sources: event!.sources }) },
      { kind: 'date', document: 'mill.txt', edtf: '1921-03' },
      {
        kind: 'event',
        event: 'e1',
        about: {
          title: 'Mill at Aldern burns down',
          date: '1921-03-03',
          passages: [{ document: 'mill.txt', quote: 'the mill burned', mention: '3 March 1921' }],
          beside: ['Mill opens'],
        },
        dismissed: false,
        pinned: true,
        confirmed: true,
        title: 'Aldern mill burns',
        category: 'other',
        status: 'happened',
        time: when('1921-03-04', 'edited', undefined, [{ edtf: '1921-03-05', reason: 'it was a Friday' }]),
        actors: [],
        place: null,
        figures: [figure],
        note: 'The paper says the 4th.',
      },
      { kind: 'merge', id: 'merged-1', events: [{ event: 'split-1.1' }, { event: 'added-1' }] },
      {
        kind: 'rule',
        id: 'rule-1',
        order: 1.5,
        term: 'burn*',
        where: 'passage',
        category: 'other',
        status: 'planned',
        dismissed: true,
      },
      {
        kind: 'split',
        id: 'split-1',
        event: 'e1',
        parts: [
          { id: 'split-1.1', passages: [{ document: 'mill.txt', quote: 'x' }] },
          { id: 'split-1.2', passages: null },
        ],
      },
      { kind: 'story', id: 'story-1', order: 1, event: 'e1', note: 'It begins here.' },
    ],
    problems: [{ code: 'file/empty', message: 'empty.txt: found no text', at: 'empty.txt', level: 'note' }],
  };
}

/** The collection as plain JSON, with one field set along a path; `undefined` takes the field away. */
function broken(path: readonly (string | number)[], value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(fullCollection()));
  const last = path.at(-1) as string;
  const parent = path.slice(0, -1).reduce((at, key) => at[key], copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

const messages = (value: unknown): string[] =>
  parseCollection(value).problems.map((problem) => problem.message);

describe('parseCollection', () => {
  test('gives back what was saved, with every field', () => {
    const full = fullCollection();
    expect(parseCollection(JSON.stringify(full))).toEqual({ collection: full, problems: [] });
    expect(parseCollection(`\uFEFF${JSON.stringify(full)}`).collection).toEqual(full);
    expect(parseCollection(full).collection).toEqual(full);
  });

  test('puts events in order of time', () => {
    const events = [eventOf('b', '2002'), eventOf('a', '2001')];
    const { collection } = parseCollection({ ...fullCollection(), events, edits: [] });
    expect(collection?.events.map((event) => event.id)).toEqual(['a', 'b']);
  });

  test.each<[path: (string | number)[], value: unknown, message: string]>([
    [
      ['events', 0, 'time', 'edtf'],
      '2024-13',
      'events[0].time.edtf: found the month 13 in "2024-13", expected 01 to 12 or a season code 21 to 41',
    ],
    [['events', 0, 'time', 'edtf'], 1921, 'events[0].time.edtf: found 1921, expected a text'],
    [
      ['events', 0, 'time', 'start'],
      0,
      'events[0].time.start: found 0, expected -17836, as edtf "1921-03-03" says',
    ],
    [['events', 0, 'time', 'end'], 0.5, 'events[0].time.end: found 0.5, expected a whole number of days'],
    [
      ['events', 0, 'time', 'approximate'],
      true,
      'events[0].time.approximate: found true, expected false, as edtf "1921-03-03" says',
    ],
    [
      ['events', 0, 'time', 'precision'],
      'time',
      'events[0].time.precision: found "time", expected day or coarser, as edtf "1921-03-03" says',
    ],
    [
      ['events', 0, 'status'],
      'over',
      'events[0].status: found "over", expected one of happened, planned, ongoing, hypothetical',
    ],
    [['events', 0, 'title'], undefined, 'events[0].title: found nothing, expected a value'],
    [['events', 0, 'title'], '', 'events[0].title: found "", expected a text that is not empty'],
    [
      ['events', 0, 'category'],
      'fire',
      'events[0].category: found "fire", expected one of the categories: other',
    ],
    [['events', 0, 'confidence'], 2, 'events[0].confidence: found 2, expected a number from 0 to 1'],
    [['events', 0, 'actors'], 'mill', 'events[0].actors: found "mill", expected a list'],
    [
      ['events', 0, 'sources', 0, 'document'],
      'mil.txt',
      'events[0].sources[0].document: found "mil.txt", expected the id of a document here',
    ],
    [
      ['events', 0, 'sources', 0, 'end'],
      4000,
      "events[0].sources[0]: found 0 to 4000, expected a stretch of the document's text, 0 to 47",
    ],
    [
      ['events', 0, 'sources', 0, 'mention', 'text'],
      '3 May',
      'events[0].sources[0].mention.text: found "3 May", expected the text as it stands there: "3 March 1921"',
    ],
    [
      ['documents', 0, 'date', 'at'],
      { start: 9, end: 9 },
      "documents[0].date.at: found 9 to 9, expected a stretch of the document's text, 0 to 47",
    ],
    [
      ['documents', 1, 'id'],
      'mill.txt',
      'documents[1].id: found "mill.txt" again, expected it only in documents[0]',
    ],
    [
      ['categories', 0, 'colour'],
      'red',
      'categories[0].colour: found "red", expected a colour such as #3b6ea5',
    ],
    [
      ['categories', 0, 'terms'],
      { mill: 'high' },
      'categories[0].terms.mill: found "high", expected a number, how much the term counts',
    ],
    [
      ['edits', 2, 'category'],
      'fire',
      'edits[2].category: found "fire", expected one of the categories: other',
    ],
    [['figures'], undefined, ''],
    [['events'], { length: 1 }, 'events: found an object, expected a list'],
    [['events', 0], null, 'events[0]: found null, expected an object'],
  ])('%j = %j: %s', (path, value, message) =>
    expect(messages(broken(path, value))).toEqual(message ? [message] : []),
  );

  test('a quote must be the text as it stands', () => {
    expect(messages(broken(['events', 0, 'sources', 0, 'quote'], 'The mill burned.'))).toEqual([
      expect.stringMatching(
        /^events\[0\]\.sources\[0\]\.quote: found "The mill burned\.", expected the text as it/,
      ),
    ]);
  });

  test('names every fault at once', () => {
    const both = JSON.parse(JSON.stringify(broken(['events', 0, 'status'], 'over')));
    both.name = 5;
    expect(messages(both)).toHaveLength(2);
  });

  test('refuses a newer version with a sentence, and other JSON too', () => {
    expect(messages({ ...fullCollection(), dateline: 7 })).toEqual([
      'dateline: found version 7, expected 2 at most: a newer Dateline saved this file, and it would lose something here',
    ]);
    expect(messages('{"events": []}')[0]).toMatch(
      /^dateline: found an object, expected a Dateline collection/,
    );
    expect(messages('[]')[0]).toMatch(/found a list of 0/);
    expect(messages('null')[0]).toMatch(/found null/);
    expect(messages({ dateline: '1' })[0]).toMatch(/found version "1"/);
  });

  test('brings what the first version saved into the form of this one', () => {
    const small = smallCollection();
    const old = {
      ...small,
      dateline: 1,
      edits: [
        { event: 'e1', title: 'Mill burns', confirmed: true },
        { event: 'gone', dismissed: true },
      ],
    };
    expect(parseCollection(JSON.stringify(old))).toEqual({
      collection: {
        ...small,
        edits: [
          {
            kind: 'event',
            event: 'e1',
            about: {
              title: 'Mill at Aldern burns down',
              date: '1921-03-03',
              passages: [{ document: 'mill.txt', quote: small.documents[0]?.text, mention: '3 March 1921' }],
            },
            title: 'Mill burns',
            confirmed: true,
          },
          { kind: 'event', event: 'gone', dismissed: true },
        ],
      },
      problems: [],
    });
    expect(messages({ ...old, edits: [{ event: 'e1', category: 'fire' }] })).toEqual([
      'edits[0].category: found "fire", expected one of the categories: other',
    ]);
    expect(messages({ ...old, edits: 3 })).toEqual(['edits: found 3, expected a list']);
  });

  test.each<[edits: unknown[], message: RegExp]>([
    [[{ kind: 'poem' }], /^edits\[0\]\.kind: found "poem", expected an edit of the kind event, merge, split/],
    [[{}], /^edits\[0\]\.kind: found nothing, expected/],
    [
      [{ kind: 'merge', id: 'm', events: [] }],
      /^edits\[0\]\.events: found a list of 0, expected at least one event/,
    ],
    [
      [{ kind: 'merge', id: 'e1', events: [{ event: 'x' }] }],
      /^edits\[0\]\.id: found "e1" again, expected it only in events\[0\]/,
    ],
    [
      [{ kind: 'rule', id: 'r', order: 1, term: '…', where: 'title' }],
      /term: found "…", expected a term with at least one word/,
    ],
    [[{ kind: 'date', document: 'a', edtf: '1990-13' }], /edits\[0\]\.edtf: found the month 13/],
    [[{ kind: 'story', id: 's', order: 1, event: 'e1' }], /edits\[0\]\.note: found nothing/],
    [
      [
        { kind: 'date', document: 'a', edtf: '1990' },
        { kind: 'date', document: 'a', edtf: '1991' },
      ],
      /^edits\[1\]\.document: found "a" again, expected it only in edits\[0\]/,
    ],
    [
      [{ kind: 'added', event: eventOf('n', '1990', { category: 'fire' }) }],
      /edits\[0\]\.event\.category: found "fire"/,
    ],
  ])('%j: %s', (edits, message) =>
    expect(messages({ ...fullCollection(), edits })).toEqual([expect.stringMatching(message)]),
  );

  test.each(['', '  \n', '{"dateline": 1,', 'not json'])('refuses %j as text', (text) => {
    const { collection, problems } = parseCollection(text);
    expect(collection).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code: 'collection/json', level: 'kept-out' })]);
    expect(problems[0]?.message).toMatch(/^found .*expected a Dateline collection/);
  });

  test('leaves out fields it does not know, and says so', () => {
    const value = JSON.parse(JSON.stringify(fullCollection()));
    value.events[0].colour = 'red';
    const { collection, problems } = parseCollection(value);
    expect(collection).toEqual(fullCollection());
    expect(problems).toEqual([
      {
        code: 'collection/unknown-field',
        level: 'note',
        at: 'events[0].colour',
        message: 'events[0].colour: found a field that is not known here; it is left out',
      },
    ]);
  });

  test('is not led astray by prototype keys', () => {
    const text = JSON.stringify(fullCollection()).replace(
      '{"dateline"',
      '{"__proto__":{"polluted":true},"dateline"',
    );
    const { collection } = parseCollection(text);
    expect(collection).toEqual(fullCollection());
    expect(Object.hasOwn(collection ?? {}, '__proto__')).toBe(false);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(messages('{"__proto__": {"dateline": 1}}')[0]).toMatch(/expected a Dateline collection/);
    expect(messages(broken(['categories', 0, 'terms'], JSON.parse('{"__proto__": 1}')))).toHaveLength(1);
  });

  test('never throws and never lets a broken collection through', () => {
    const paths: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]): void => {
      if (path.length > 0) paths.push(path);
      if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, [...path, i]);
      else if (value && typeof value === 'object') {
        for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
      }
    };
    walk(fullCollection(), []);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const { collection, problems } = parseCollection(broken(path, value));
        if (!collection) {
          expect(problems.length).toBeGreaterThan(0);
          for (const problem of problems) expect(problem.message).toMatch(/found .*expected /s);
          return;
        }
        const saved = JSON.stringify(collection);
        const again = parseCollection(saved);
        expect(again.problems).toEqual([]);
        expect(JSON.stringify(again.collection)).toBe(saved);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });
});

describe('parseCategories', () => {
  test('reads a list', () =>
    expect(parseCategories(JSON.stringify([OTHER]))).toEqual({ categories: [OTHER], problems: [] }));
  test('refuses a key used twice and a key that is none', () => {
    expect(parseCategories([OTHER, OTHER])).toMatchObject({
      problems: [{ message: 'categories[1].key: found "other" again, expected it only in categories[0]' }],
    });
    expect(parseCategories([{ ...OTHER, key: '__proto__' }])).toMatchObject({
      problems: [{ at: 'categories[0].key' }],
    });
  });
  const messages = (value: unknown) => parseCategories(value).problems.map((problem) => problem.message);

  test('says where, what was found and what was expected', () => {
    const FERRY = { key: 'ferry', name: 'Ferries', about: '', colour: '#3e6fb5', terms: { 'sail*': 2 } };
    expect(messages([FERRY, { ...FERRY, key: 'Fog', colour: 'red' }])).toEqual([
      'categories[1].key: found "Fog", expected a key of lower-case letters, digits and hyphens',
      'categories[1].colour: found "red", expected a colour such as #3b6ea5',
    ]);
    expect(messages([{ ...FERRY, name: undefined }])).toEqual([
      expect.stringMatching(/^categories\[0\]\.name: found nothing, expected/),
    ]);
    expect(messages([{ ...FERRY, terms: { sail: 'much' } }])).toEqual([
      'categories[0].terms.sail: found "much", expected a number, how much the term counts',
    ]);
    expect(messages([{ ...FERRY, terms: { Sail: 1, 'set sail': 1, '(fog|mist)': 1 } }])).toEqual([
      expect.stringMatching(
        /^categories\[0\]\.terms\.Sail: found the term "Sail", expected words in lower case/,
      ),
      expect.stringMatching(/^categories\[0\]\.terms\["\(fog\|mist\)"\]: found the term/),
    ]);
    expect(messages([])).toEqual(['categories: found a list of 0, expected at least one category']);
    expect(messages('{"key"')).toEqual([expect.stringMatching(/not JSON .*expected a list of categories$/)]);
    expect(messages({ key: 'x' })).toEqual(['categories: found an object, expected a list of categories']);
  });
  test('tells of fields that it does not know', () =>
    expect(parseCategories([{ ...OTHER, icon: 'x' }])).toMatchObject({
      categories: [OTHER],
      problems: [{ at: 'categories[0].icon', level: 'note' }],
    }));
  test('takes those of a saved collection', () =>
    expect(parseCategories({ dateline: 2, categories: [OTHER] })).toEqual({
      categories: [OTHER],
      problems: [],
    }));
  test('a list with a key and terms is meant as one, right or wrong; nothing else is', () => {
    expect(isCategoryList(JSON.stringify([{ ...OTHER, colour: 7 }]))).toBe(true);
    expect(isCategoryList('[{"terms": {}}]')).toBe(true);
    for (const text of ['[]', '[1]', '[{"id": "a"}]', '{"dateline": 1, "categories": []}', 'war', '']) {
      expect(isCategoryList(text)).toBe(false);
    }
  });
});
