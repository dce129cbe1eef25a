import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import type { TimelineEvent } from '../../src/model/event.ts';
import { ways } from '../../src/texts/texts.json';
import { doubtInWords, readingInWords, reasonInWords, wayInWords } from '../../src/texts/ways.ts';
import { root } from '../../src/tooling/project.mjs';

describe('how a date was reached', () => {
  test.each([
    [
      'Thursday → heading 14–16 May → 2024 from the document’s date',
      'Thursday',
      'Thursday → Überschrift 14–16 May → 2024 nach dem Datum des Dokuments',
    ],
    ['nine days after 3 October 1911', 'nine days', 'nine days nach 3 October 1911'],
    [
      'the next three days → from the night of 4 May → May 4',
      'the next three days',
      'the next three days → ab the night of 4 May → May 4',
    ],
    ['two weeks → from heading 4 May', 'two weeks', 'two weeks → ab Überschrift 4 May'],
    ['in May → the sentence before', 'in May', 'in May → aus dem Satz davor'],
    ['from May to July', 'from May to July', 'from May to July'],
    ['aged six → born 1911-05', 'aged six', 'aged six → geboren 1911-05'],
    ['October of that year → 1911', 'October of that year', 'October of that year → 1911'],
    ['heading 14 May', '14 May', 'Überschrift 14 May'],
  ])('%s', (how, own, german) => {
    expect(wayInWords(how, own, 'de-AT')).toBe(german);
    expect(wayInWords(how, own, 'en')).toBe(how);
    expect(wayInWords(how, own, 'fr')).toBe(how);
  });

  test('what stands for a parameter keeps its own apostrophes', () =>
    expect(wayInWords('that day → heading The king’s 14 May', 'that day', 'de')).toBe(
      'that day → Überschrift The king’s 14 May',
    ));
});

test('why a text allows another date, with weekdays in the language', () => {
  expect(doubtInWords('the Tuesday beside it: 2023-05-12 is a Friday', 'de')).toBe(
    'der Dienstag daneben: 2023-05-12 ist ein Freitag',
  );
  expect(doubtInWords('counted from heading 4 May', 'de')).toBe('gezählt von Überschrift 4 May');
  expect(doubtInWords('last month → the document’s date', 'de')).toBe('last month → Datum des Dokuments');
});

test('how a passage was read, from one thing or several', () => {
  expect(readingInWords("a report, read from the document's date and its headings", 'de')).toBe(
    'ein Bericht, gelesen nach: Datum des Dokuments und seine Überschriften',
  );
});

/** What the extractor would say, and the same in German, of every phrase that the texts know. */
const spoken = (Object.keys(ways) as (keyof typeof ways)[]).flatMap((kind) =>
  Object.entries(ways[kind]).map(([key, { en, de }]) => {
    const fill = (text: string) =>
      text
        .replace(/\{year\}/g, '1911')
        .replace(/\{date\}/g, '1911-05')
        .replace(/\{(?:weekday|other)\}/g, 'X')
        .replace(/\{(\w+)\}/g, 'Q$1');
    return [kind, key, fill(en), fill(de)] as const;
  }),
);

test.each(spoken.filter(([, , english]) => !/\bX\b/.test(english)))(
  '%s.%s is known again',
  (kind, _, english, german) => {
    const say = {
      steps: (words: string) => wayInWords(words, '', 'de'),
      reasons: (words: string) => reasonInWords(words, 'de'),
      doubts: (words: string) => doubtInWords(words, 'de'),
      passages: (words: string) => readingInWords(words, 'de'),
    };
    expect(say[kind](english)).toBe(german);
  },
);

/** Documents as they were read: what the page shows first. */
const { documents, events }: { documents: readonly Document[]; events: readonly TimelineEvent[] } =
  JSON.parse(readFileSync(join(root, 'public/sample.json'), 'utf8'));

test('what the extractor says of dates is known, but for the words of the documents', () => {
  const texts = documents.map(({ text }) => text.replace(/\s+/g, ' '));
  const isQuoted = (words: string) =>
    /^[\d~?./X-]+$/.test(words) || texts.some((text) => text.includes(words));
  const mentions = events.flatMap(({ sources }) => sources.flatMap(({ mention }) => mention ?? []));
  const steps = mentions.flatMap(({ how, text }) => how.split(' → ').map((step) => ({ step, text })));
  const inGerman = steps.filter(({ step, text }) => wayInWords(step, text, 'de') !== step);
  expect(inGerman.length).toBeGreaterThan(50);
  const unknown = [
    ...steps.filter((each) => !inGerman.includes(each) && !isQuoted(each.step)).map(({ step }) => step),
    ...documents
      .map(({ date }) => date?.reason ?? '')
      .filter((reason) => reason !== '' && reasonInWords(reason, 'de') === reason),
    ...documents
      .flatMap(({ passages }) => passages?.map(({ how }) => how) ?? [])
      .filter((how) => readingInWords(how, 'de') === how),
    ...events
      .flatMap(({ time }) => time.alternatives?.map(({ reason }) => reason) ?? [])
      .filter((reason) => doubtInWords(reason, 'de') === reason),
  ];
  expect(unknown).toEqual([]);
});
