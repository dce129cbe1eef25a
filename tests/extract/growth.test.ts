import { expect, test } from 'vitest';
import data from '../../data/categories.json' with { type: 'json' };
import { periodOf } from '../../src/extract/figures.ts';
import { merge, type Telling } from '../../src/extract/merge.ts';
import { birthIn } from '../../src/extract/occurrences/ages.ts';
import type { Occurrence } from '../../src/extract/occurrences/occurrence.ts';
import { extract } from '../../src/extract/pipeline.ts';
import type { DatedMention } from '../../src/extract/reading.ts';
import { parseCategories } from '../../src/model/parse.ts';
import { when } from '../../src/model/when.ts';

const { categories } = parseCategories(data);
if (!categories) throw new Error('Found mistakes in the categories that come with the program.');

/**
 * How many times as long a larger task takes than a smaller one, by processor time; measured again, five times at most,
 * where it is not below `most`: what else runs on the machine only adds.
 */
function growth(small: () => void, large: () => void, most: number): number {
  const took = (task: () => void): number => {
    const began = process.cpuUsage();
    task();
    return process.cpuUsage(began).user;
  };
  small();
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 6 && least >= most; run++) least = Math.min(least, took(large) / took(small));
  return least;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const day = (i: number): string => `${1 + (i % 28)} ${MONTHS[i % 12]} ${1900 + (i % 120)}`;
const SYLLABLES = 'ba de fi go lu ma ne ri so tu va ze'.split(' ');
const name = (i: number): string => {
  const word = [i, i >> 2, i >> 5].map((k) => SYLLABLES[k % SYLLABLES.length]).join('');
  return word[0]!.toUpperCase() + word.slice(1);
};
const rows = (size: number, row: (i: number) => string): string => {
  let text = '';
  for (let i = 0; text.length < size; i++) text += row(i);
  return text;
};

/** Files that nobody writes by hand. */
const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'one sentence again and again': (size) => rows(size, () => 'The council opened the bridge on 3 May 1990. '),
  'a paragraph without a full stop': (size) =>
    rows(size, (i) => `the board met on ${day(i)} and the mayor sold the mill `),
  'entries of one line': (size) => rows(size, (i) => `${day(i)}: The council opened hall ${i}.\n`),
  'a list within lists': (size) =>
    rows(size, (i) => `${'  '.repeat(i % 40)}- hall ${i} opened in ${1900 + (i % 99)}\n`),
  'a table': (size) => rows(size, (i) => `| ${1900 + (i % 120)} | Opening of hall ${i} | ${i * 3} | 5 |\n`),
  'figures far from their date': (size) =>
    `The mill opened on 3 May 1990. ${rows(size, (i) => `$${i} million, ${i % 100}% and ${i} boats, `)}in 1995.`,
  'one name after another': (size) =>
    rows(size, (i) => `Mr ${name(i)} ${name(i * 3)} met ${name(i * 5)} on ${day(i)}. `),
  'ages of one life': (size) =>
    `Ana Vos was born in 1950. ${rows(size, (i) => `At the age of ${3 + (i % 80)} she moved to Oslo. `)}`,
};

test.each(Object.entries(HOSTILE))(
  '%s: four times the text takes about four times as long',
  (_, make) => {
    const told = (size: number) => {
      const text = make(size);
      const document = { id: 'a', name: 'a', title: '', text, format: 'text', date: null } as const;
      return () => void extract([document], { categories });
    };
    // What grows with the square would take sixteen times as long.
    expect(growth(told(10_000), told(40_000), 9)).toBeLessThan(9);
  },
  60_000,
);

test('thousands of tellings of one event are merged in time by their number', () => {
  const telling = (i: number): Telling => ({
    key: `e${i}`,
    title: 'The council opens the bridge',
    category: 'other',
    status: 'happened',
    time: when('1990-05-03', 'explicit'),
    confidence: 0.8,
    actors: [],
    place: null,
    figures: [],
    sources: [{ document: 'a', start: i * 50, end: i * 50 + 44, quote: '', mention: null }],
    head: 'open',
    deed: 'open',
    headline: false,
    words: new Set(['counc', 'opens', 'bridg']),
    names: new Set(),
    at: i,
  });
  const some = (n: number) => {
    const tellings = Array.from({ length: n }, (_, i) => telling(i));
    return () => expect(merge(tellings)).toHaveLength(1);
  };
  expect(growth(some(1000), some(8000), 24)).toBeLessThan(24);
});

test('a birth is looked for once, however often an age is met', () => {
  const found: Occurrence[] = [];
  let looks = 0;
  const watched = new Proxy(found, {
    get(list, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
      return Reflect.get(list, key);
    },
  });
  const told = { block: 0, head: 'move', time: when('1960', 'explicit') } as Occurrence;
  for (let i = 0; i < 2000; i++) {
    found.push(told);
    expect(birthIn(watched)).toBeNull();
  }
  expect(looks).toBeLessThan(3 * found.length);
});

test('what a figure is for is found at the same cost however far off the date stands', () => {
  const asked = (far: number) => {
    const text = 'five boats, and more of them, '.repeat(far / 30);
    const date = {
      start: text.length,
      end: text.length + 4,
      text: '1990',
      type: 'DATE',
      value: '1990',
      mod: null,
      edtf: '1990',
      precision: 'year',
      route: 'explicit',
      how: '1990',
      confidence: 1,
      alternatives: [],
      block: 0,
      sentence: 0,
      range: null,
    } satisfies DatedMention;
    return () => {
      for (let i = 0; i < 2000; i++)
        if (periodOf({ start: 0, end: 4 }, [date], null, text) !== '1990')
          throw new Error('found another period');
    };
  };
  expect(growth(asked(3000), asked(300_000), 4)).toBeLessThan(4);
});
