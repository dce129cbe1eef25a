import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import categories from '../../data/categories.json' with { type: 'json' };
import { eventsOf } from '../../src/extract/events.ts';
import { deedOf } from '../../src/extract/merge/deeds.ts';
import { bestTime, merge, otherTimes, type Telling } from '../../src/extract/merge.ts';
import { gather, tell } from '../../src/extract/pipeline.ts';
import { contentWords } from '../../src/extract/words.ts';
import type { TimelineEvent } from '../../src/model/event.ts';
import { when } from '../../src/model/when.ts';
import { documentOf, extracted } from './extracted.ts';

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
    deed: words.find((word) => /s$/.test(word)) ?? '',
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

describe('what is read in sentences', () => {
  /** Of each event with a word in its title or passages: `date ×tellings`. */
  const about = (word: string, ...texts: string[]) =>
    extracted(texts)
      .events.filter((e) => e.sources.some((s) => s.quote.includes(word)))
      .map((e) => `${e.time.edtf} ×${e.sources.length}`);

  test('a flight told as a noun, as a verb and with the makes of the aircraft is one', () => {
    expect(
      about(
        'Mora',
        'On 3 March 2021 two Ruritanian and two Elbonian bombers flew along the coast of Mora.',
        'The flight of four Ruritanian and Elbonian bombers off Mora on 3 March 2021 ended quietly.',
        'The mill at Usk burned in 1950. A bank failed in 1961. The canal froze in 1963.',
      ),
    ).toEqual(['2021-03-03 ×2']);
  });

  test('greetings at New Year and at Lunar New Year are two', () => {
    expect(
      about(
        'greetings',
        'Ruiz and Tanaka exchanged New Year greetings on 1 January 2024.',
        'Ruiz and Tanaka exchanged greetings for the Lunar New Year on 10 February 2024.',
      ),
    ).toEqual(['2024-01-01 ×1', '2024-02-10 ×1']);
  });

  test('a forum and the talks beside it are two', () => {
    expect(
      about(
        'Ruiz',
        'President Ruiz opened the Harbour Forum in Lund on 18 October 2023.',
        'President Ruiz held three hours of talks with Chancellor Weber in Lund on 18 October 2023.',
      ),
    ).toEqual(['2023-10-18 ×1', '2023-10-18 ×1']);
  });

  test('two routine drills in a year are two', () => {
    expect(
      about(
        'drill',
        'The two navies held a drill in the Orla Sea in March 2022.',
        'The two navies held a drill in the Orla Sea in September 2022.',
      ),
    ).toEqual(['2022-03 ×1', '2022-09 ×1']);
  });

  test('two papers that differ by a day over one thing tell it once, and both days are kept', () => {
    const { events } = extracted([
      'The ferry Marta sank off Usk on 8 December 1917.',
      'The ferry Marta sank off Usk on 9 December 1917.',
      'A dam burst near Vals on 2 May 1930. The canal froze in 1963.',
    ]);
    const sinking = events.filter((e) => e.sources.some((s) => s.quote.includes('Marta')));
    expect(sinking).toHaveLength(1);
    expect(sinking[0]?.sources).toHaveLength(2);
    expect(
      [sinking[0]?.time.edtf, ...(sinking[0]?.time.alternatives ?? []).map((a) => a.edtf)].sort(),
    ).toEqual(['1917-12-08', '1917-12-09']);
    expect(sinking[0]?.time.alternatives?.[0]?.reason).toMatch(/^another document says [89] December 1917$/);
  });

  test('a paper that tells both days means two things, and so do other numbers', () => {
    expect(
      about(
        'shares',
        'Vega shares fell on 8 May 2023. Vega shares fell on 9 May 2023.',
        'Vega shares fell on 9 May 2023.',
      ),
    ).toEqual(['2023-05-08 ×1', '2023-05-09 ×2']);
    expect(
      about(
        'shares',
        'Vega shares fell 3.2 percent on 8 May 2023.',
        'Vega shares fell 4.1 percent on 9 May 2023.',
      ),
    ).toEqual(['2023-05-08 ×1', '2023-05-09 ×1']);
  });
});

describe('a date that is disputed', () => {
  const cluster = [
    telling('a1 | Marta sinks off Usk | 1917-12-08'),
    telling('b1 | Marta sinks off Usk | 1917-12-09'),
    telling('c1 | Marta sinks off Usk | 1917-12-09'),
  ];
  test('is the one that most tell; the other stays beside it', () => {
    const best = bestTime(cluster);
    expect(best.edtf).toBe('1917-12-09');
    expect(otherTimes(cluster, best).map((t) => t.time.edtf)).toEqual(['1917-12-08']);
  });
  test('is none where the coarser only says less', () => {
    const agreeing = [telling('a1 | Marta sinks | 1917'), telling('b1 | Marta sinks | 1917-12-09')];
    expect(otherTimes(agreeing, bestTime(agreeing))).toEqual([]);
  });
});

describe('deeds', () => {
  test.each([
    ['fly', [], 'fly'],
    ['end', ['flight', 'bomber'], 'fly'],
    ['hold', ['talk'], 'meet'],
    ['begin', ['week'], 'begin'],
    ['make', ['week'], ''],
    ['invasion', [], 'attack'],
    ['paint', ['wall'], 'paint'],
  ])('%s %o', (head, nouns, deed) => {
    expect(deedOf(head, nouns)).toBe(deed);
  });
});

describe('the samples', () => {
  const folder = new URL('../../data/samples/', import.meta.url);
  const told = readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) =>
      tell(
        {
          ...documentOf(readFileSync(new URL(name, folder), 'utf8'), name),
          format: name.endsWith('.md') ? 'markdown' : 'text',
        },
        { categories },
      ),
    );
  const expected = gather(told).events;
  const tellings = told.flatMap((one) => one.tellings);

  test('give the same events, to the last field, in whatever order they are read', () => {
    expect(expected.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(fc.shuffledSubarray(told, { minLength: told.length }), (order) => {
        expect(gather(order).events).toEqual(expected);
      }),
      { seed: 5, numRuns: 25 },
    );
  });

  test('give the same events in whatever order their sentences are compared', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(tellings, { minLength: tellings.length }), (order) => {
        expect(eventsOf(order)).toEqual(expected);
      }),
      { seed: 6, numRuns: 25 },
    );
  });

  test('lose no passage in the merge, whichever of them are read', () => {
    const passages = (events: readonly TimelineEvent[]) =>
      events.flatMap((e) => e.sources.map((s) => `${s.document} ${s.start} ${s.end}`)).sort();
    fc.assert(
      fc.property(fc.subarray(told, { minLength: 1 }), (some) => {
        const kept = new Set(passages(gather(some).events));
        for (const { tellings: own } of some)
          for (const t of own)
            for (const s of t.sources) expect(kept).toContain(`${s.document} ${s.start} ${s.end}`);
      }),
      { seed: 7, numRuns: 25 },
    );
  });

  test('make no event of days that exclude each other unless it says so', () => {
    for (const cluster of merge(tellings)) {
      const best = bestTime(cluster);
      const others = otherTimes(cluster, best);
      for (const { time, key } of cluster) {
        const fits = time.start < best.end && best.start < time.end;
        expect(fits || others.some((o) => o.time.edtf === time.edtf), key).toBe(true);
      }
    }
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

  test('compares few: ten thousand tellings of one month are done in seconds', () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      telling(
        `a${i} | Person${i % 997} meets committee about topic${i % 1009} | 2024-05-${String(1 + (i % 28)).padStart(2, '0')}`,
      ),
    );
    const began = process.cpuUsage();
    merge(many);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(4000);
  });
});
