import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import categories from '../../data/categories.json' with { type: 'json' };
import { extract } from '../../src/extract/pipeline.ts';
import { readEdtf } from '../../src/model/edtf.ts';
import { documentOf, extracted } from './extracted.ts';

const HISTORY = `The Orla mill

The mill was founded in 1871 by Jan Vos. It employed 40 people. In 1902 a fire destroyed the main hall, and the
owners moved production to Bonn in 1904.

Sales reached 2.4 million pounds in 1931, up 12 percent. On 4 May 1944 the Bonn works were bombed.`;

const NEWS = `Orla mill reopens

ORLA, 6 May 2019 — The Orla mill reopened on Monday, 148 years after Jan Vos founded it. The mayor, Ana Ruiz, will
plant a tree on Friday.`;

describe('events', () => {
  const { events, documents, problems } = extracted([HISTORY, NEWS]);

  test('every quote stands in its document, word for word, with the words of its date', () => {
    expect(events.length).toBeGreaterThan(6);
    for (const { sources } of events) {
      expect(sources.length).toBeGreaterThan(0);
      for (const { document, start, end, quote, mention } of sources) {
        const { text } = documents.find((d) => d.id === document)!;
        expect(text.slice(start, end)).toBe(quote);
        expect(text.slice(mention!.start, mention!.end)).toBe(mention!.text);
        expect(mention!.how).not.toBe('');
      }
    }
  });

  test('are sorted by start, end and id; ids and categories are sound', () => {
    const keys = events.map((e) => [e.time.start, e.time.end, e.id] as const);
    expect(keys).toEqual([...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1)));
    expect(new Set(events.map((e) => e.id)).size).toBe(events.length);
    for (const { category, confidence, salience } of events) {
      expect(categories.map((c) => c.key)).toContain(category);
      for (const share of [confidence, salience]) expect(share > 0 && share <= 1).toBe(true);
    }
  });

  test('carry figures with their period, actors and place', () => {
    const sales = events.find((e) => e.time.edtf === '1931')!;
    expect(sales.figures.map(({ value, unit, period }) => [value, unit, period])).toEqual([
      [2_400_000, 'GBP', '1931'],
      [12, '%', '1931'],
    ]);
    expect(sales.category).toBe('trade');
    expect(events.find((e) => e.time.edtf === '1904')?.place).toBe('Bonn');
    expect(events.find((e) => e.status === 'planned')?.actors).toContain('Ana Ruiz');
  });

  test('a document is given back with its date', () => {
    expect(documents.map((d) => d.date?.edtf)).toEqual([undefined, '2019-05-06']);
    expect(problems).toEqual([]);
  });
});

describe('the order of documents', () => {
  const texts = [HISTORY, NEWS, 'Ana Ruiz planted a tree at the Orla mill on 10 May 2019.'];
  const documents = texts.map((text, i) => documentOf(text, `${i}.txt`));
  const expected = extract(documents, { categories }).events;

  test('does not matter', () => {
    for (const order of [
      [2, 1, 0],
      [1, 0, 2],
      [0, 2, 1],
    ]) {
      expect(
        extract(
          order.map((i) => documents[i]!),
          { categories },
        ).events,
      ).toEqual(expected);
    }
  });

  test('an id survives changes elsewhere and further documents', () => {
    const alone = extract([documentOf(HISTORY, '0.txt')], { categories }).events;
    const changed = extract([documentOf(`A new first line.\n\n${HISTORY}`, '0.txt')], { categories }).events;
    expect(changed.map((e) => e.id).sort()).toEqual(alone.map((e) => e.id).sort());
    const kept = new Set(expected.map((e) => e.id));
    expect(alone.filter((e) => kept.has(e.id)).length).toBe(alone.length);
  });
});

describe('categories are given, not built in', () => {
  const own = [
    {
      key: 'ill',
      name: 'Cases',
      about: 'People fall ill.',
      colour: '#000000',
      terms: { 'case*': 4, 'ill*': 3 },
    },
    { key: 'rest', name: 'Rest', about: 'The rest.', colour: '#333333', terms: {} },
  ];

  test('only keys of the given list are used', () => {
    const text = 'On 3 May 2019 the clinic reported nine cases. A new ward opened on 5 May 2019.';
    const { events } = extract([documentOf(text)], { categories: own });
    expect(events.map((e) => e.category)).toEqual(['ill', 'rest']);
  });

  test('a list without any leaves events without a kind', () => {
    const { events } = extract([documentOf('A ward opened on 5 May 2019.')], { categories: [] });
    expect(events.map((e) => e.category)).toEqual(['']);
  });
});

describe('a document that yields nothing', () => {
  test.each([
    ['', 'it is empty'],
    ['   \n\n ', 'it is empty'],
    ['Nothing is dated here.', 'it names no date'],
    ['Did prices rise in 2019?', 'one date does'],
  ])('%j says so', (text, why) => {
    const { events, problems } = extracted(text);
    expect(events).toEqual([]);
    expect(problems).toEqual([
      { code: 'extract/nothing', message: expect.stringContaining(why), at: 'a.txt', level: 'note' },
    ]);
  });

  test('progress is told after each document', () => {
    const told: [number, string][] = [];
    extract([documentOf('x', '1'), documentOf('y', '2')], {
      categories,
      onProgress: (n, id) => told.push([n, id]),
    });
    expect(told).toEqual([
      [1, '1'],
      [2, '2'],
    ]);
  });
});

describe('any text', () => {
  test('gives events with sources and dates, and never an error', () => {
    const scrap = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'In 1999',
        'on Monday',
        ', which',
        'said that',
        '(',
        ')',
        '“',
        '”',
        '\n\n',
        'the war',
        'opened',
        'of',
        '1914–1918',
        '5 May',
        '#',
        '- ',
        '12 percent',
        'He',
        'and',
      ),
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 40 }), (parts) => {
        const text = parts.join(' ');
        for (const { sources, time } of extracted(text).events) {
          expect(sources.length).toBeGreaterThan(0);
          for (const s of sources) expect(text.slice(s.start, s.end)).toBe(s.quote);
          expect(readEdtf(time.edtf)).not.toHaveProperty('problem');
        }
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  test('a line of a megabyte without a stop is read in time', () => {
    const text = `${'ship '.repeat(100_000)}sank in 1912 ${'and '.repeat(100_000)}`;
    const start = performance.now();
    extracted(text);
    expect(performance.now() - start).toBeLessThan(20_000);
  }, 30_000);
});

test('a document that breaks the program is named, and the others are still read', () => {
  const sound = documentOf(HISTORY, 'sound.txt');
  const broken = Object.defineProperty({ ...documentOf(NEWS, 'broken.txt') }, 'text', {
    get: () => {
      throw new Error('no more');
    },
  });
  const { events, documents, problems } = extract([broken, sound], { categories });
  expect(documents).toHaveLength(2);
  expect(problems).toEqual([
    expect.objectContaining({ code: 'extract/fault', at: 'broken.txt', level: 'kept-out' }),
  ]);
  expect(problems[0]!.message).toContain('no more');
  expect(events.length).toBeGreaterThan(3);
});

test('tells while a document is read how much of it is done', () => {
  const text = Array.from(
    { length: 400 },
    (_, i) => `On ${1 + (i % 28)} March ${1800 + (i % 200)} ship ${i} called at Brenholm.`,
  ).join('\n\n');
  const shares: number[] = [];
  extract([documentOf(text, 'long.txt')], { categories, onPart: (share) => shares.push(share) });
  expect(shares.length).toBeGreaterThan(10);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares[0]).toBeGreaterThan(0);
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

test('a heading whose years run backwards is dated by its first one, and costs nobody the events', () => {
  const { events, problems } = extracted([
    'A voyage\n\n12 August 1781\n\nThe Orla left the harbour.\n\n1800-1700-1600 August\n\nThe captain died.',
  ]);
  expect(problems.filter((problem) => problem.code === 'extract/fault')).toEqual([]);
  expect(events.some((event) => event.title.includes('Orla'))).toBe(true);
});
