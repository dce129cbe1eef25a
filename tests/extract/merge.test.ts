import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestTime, merge, type Telling } from '../../src/extract/merge.ts';
import { contentWords } from '../../src/extract/words.ts';
import { when } from '../../src/model/when.ts';

/** `12 | Xi visits Bonn | 2024-05-16`: a telling in the notation `document and sentence | title | date`. */
function telling(line: string, more: Partial<Telling> = {}): Telling {
  const [at = '', title = '', edtf = ''] = line.split('|').map((part) => part.trim());
  const document = at.slice(0, 1);
  const words = title.split(' ');
  return {
    key: `${at} ${title}`,
    title,
    category: 'other',
    status: 'happened',
    time: when(edtf, 'explicit'),
    confidence: 0.8,
    actors: [],
    place: null,
    figures: [],
    sources: [
      {
        document,
        start: Number(at.slice(1)) * 100,
        end: Number(at.slice(1)) * 100 + 50,
        quote: title,
        mention: null,
      },
    ],
    head: words.find((word) => /s$/.test(word)) ?? '',
    headline: false,
    words: contentWords(title),
    names: new Set(
      words
        .slice(1)
        .filter((word) => /^\p{Lu}/u.test(word))
        .map((word) => word.toLowerCase()),
    ),
    at: Number(at.slice(1)),
    ...more,
  };
}

const groups = (tellings: readonly Telling[]): string[][] =>
  merge(tellings)
    .map((cluster) => cluster.map((t) => t.key).sort())
    .sort((a, b) => (a[0]! < b[0]! ? -1 : 1));

/** Unrelated events, so that rare words are rare. */
const others = Array.from({ length: 12 }, (_, i) =>
  telling(`z${i} | Item${i} opens gate${i} near road${i} | 20${10 + i}-03-0${1 + (i % 9)}`),
);

const sizes = (lines: readonly Telling[]): number[] =>
  merge([...lines, ...others])
    .filter((c) => !c[0]!.key.startsWith('z'))
    .map((c) => c.length)
    .sort();

describe('tellings of one event', () => {
  test('two documents with the same date and words are one event', () => {
    expect(
      sizes([
        telling('a1 | Ana Ruiz visits Bonn | 2024-05-16'),
        telling('b4 | Ana Ruiz visits Bonn leaders | 2024-05-16'),
      ]),
    ).toEqual([2]);
  });

  test('a year and a day within it can be the same; the day is what is known', () => {
    const year = telling('a1 | Army invades Freedonia | 1933');
    const day = telling('b4 | Army invades Freedonia at dawn | 1933-11-17');
    expect(sizes([year, day])).toEqual([2]);
    const cluster = merge([year, day, ...others]).find((c) => c.length === 2)!;
    expect(bestTime(cluster).edtf).toBe('1933-11-17');
  });

  test('a span that was said beats a day within it', () => {
    const cluster = [
      telling('a1 | Forum opens in Bonn | 2023-10-17/2023-10-18'),
      telling('b2 | Forum closes in Bonn | 2023-10-18'),
    ];
    expect(bestTime(cluster).edtf).toBe('2023-10-17/2023-10-18');
  });
});

describe('look-alikes', () => {
  test.each([
    [
      'other days',
      'a1 | Leaders exchange greetings by phone | 2024-01-01',
      'a9 | Leaders exchange greetings by phone | 2024-02-08',
    ],
    ['other names', 'a1 | Summit in Hiroshima | 2023-05', 'a9 | Summit in Chisinau | 2023-05'],
    ['other things', 'a1 | Forum opens in Bonn | 2024-05-16', 'a9 | Court fines Bonn bank | 2024-05-16'],
    [
      'one passage',
      'a1 | Ruiz signs a treaty on fish | 2024-05-16',
      'a1 | Ruiz praises a treaty on fish | 2024-05-16',
    ],
  ])('%s stay two', (_, one, two) => {
    expect(sizes([telling(one), telling(two)])).toEqual([1, 1]);
  });

  test('a headline is not what it reports', () => {
    const headline = telling('a1 | Ana Ruiz visits Bonn | 2024-05-16', { headline: true });
    expect(sizes([headline, telling('a2 | Ana Ruiz visits Bonn | 2024-05-16')])).toEqual([1, 1]);
  });

  test('no group holds two days that exclude each other, even through a third that fits both', () => {
    const month = telling('a1 | Court hears the Vega case | 2020-05');
    const third = telling('b1 | Court hears the Vega case | 2020-05-03');
    const ninth = telling('c1 | Court hears the Vega case | 2020-05-09');
    expect(sizes([month, third, ninth])).toEqual([1, 2]);
  });
});

describe('merging', () => {
  const pool = [
    telling('a1 | Ana Ruiz visits Bonn | 2024-05-16'),
    telling('b1 | Ana Ruiz visits Bonn again | 2024-05-16'),
    telling('c1 | Ruiz visits Bonn | 2024-05'),
    telling('d1 | Dam bursts near Vals | 2024-05-16'),
    telling('e1 | Dam near Vals bursts | 2024'),
    ...others,
  ];

  test('does not depend on the order', () => {
    const expected = groups(pool);
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: pool.length }), (order) => {
        expect(groups(order)).toEqual(expected);
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  test('puts every telling in exactly one group', () => {
    expect(groups(pool).flat().sort()).toEqual(pool.map((t) => t.key).sort());
    expect(merge([])).toEqual([]);
  });

  test('what a hundred documents tell in the same words is one event', () => {
    const many = Array.from({ length: 100 }, (_, i) =>
      telling(`${String.fromCharCode(200 + i)}1 | Ana Ruiz visits Bonn | 2024-05-16`),
    );
    expect(sizes(many)).toEqual([100]);
  });

  test('compares few: ten thousand tellings of one month are done in time', () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      telling(
        `a${i} | Person${i % 997} meets committee about topic${i % 1009} | 2024-05-${String(1 + (i % 28)).padStart(2, '0')}`,
      ),
    );
    const start = performance.now();
    merge(many);
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
