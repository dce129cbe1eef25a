import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { writeHtml } from '../../../src/formats/chronology/html.ts';
import { writeChronology } from '../../../src/formats/chronology/markdown.ts';
import { chronologyOf } from '../../../src/formats/chronology/rows.ts';
import type { TimelineEvent } from '../../../src/model/event.ts';
import { documentOf, eventOf, smallCollection } from '../../model/events.ts';
import { arbitraryEvents } from '../arbitrary.ts';

const small = smallCollection();
const [source] = small.events[0]!.sources;
const holding = (events: readonly TimelineEvent[]) => ({ ...small, events });
/** Two events from one passage, and one from another document. */
const collection = {
  ...small,
  documents: [
    ...small.documents,
    documentOf('later.md', 'x', {
      title: 'What *came* later',
      date: { edtf: '1950-06-01', origin: 'printed', reason: 'Printed.' },
    }),
  ],
  events: [
    eventOf('a', '1921-03-03', { title: 'Mill | burns', sources: [source!], place: 'Aldern' }),
    eventOf('b', '1934', { title: 'Mill is rebuilt', sources: [source!], status: 'planned' }),
    eventOf('c', '1950-05/..', {
      title: 'Museum opens',
      sources: [
        { document: 'later.md', start: 0, end: 1, quote: 'It opened\n in   May.', mention: null },
        source!,
      ],
    }),
  ],
};

describe('a chronology', () => {
  test('numbers passages in the order in which they are cited, each once', () => {
    const { rows, notes } = chronologyOf(collection, 'en');
    expect(rows.map((row) => [row.date, row.notes])).toEqual([
      ['3 March 1921', [1]],
      ['1934', [1]],
      ['since May 1950', [2, 1]],
    ]);
    expect(notes).toEqual([
      {
        number: 1,
        document: 'mill.txt',
        about: '',
        quote: source!.quote,
        reached: '3 March 1921 → printed with its year',
      },
      {
        number: 2,
        document: 'What *came* later',
        about: 'later.md, 1 June 1950',
        quote: 'It opened in May.',
        reached: '',
      },
    ]);
  });

  test('in Markdown is a table with footnotes', () => {
    expect(writeChronology(collection, 'en')).toBe(`# Mill

3 events · 2 documents

| Date | Event | Place | Kind |
| --- | --- | --- | --- |
| 3 March 1921 | Mill \\| burns[^1] | Aldern | Other |
| 1934 | Mill is rebuilt (planned)[^1] |  | Other |
| since May 1950 | Museum opens[^2][^1] |  | Other |

## Sources

[^1]: mill.txt: “On 3 March 1921 the mill at Aldern burned down.” — date: 3 March 1921 → printed with its year
[^2]: What \\*came\\* later (later.md, 1 June 1950): “It opened in May.”
`);
  });

  test('speaks German', () => {
    expect(writeChronology(collection, 'de')).toContain('| seit Mai 1950 | Museum opens[^2][^1] |');
    expect(writeHtml(collection, 'de')).toContain('<html lang="de">');
  });

  test('in Markdown stays one line for each event, and nothing in it is markup', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const text = writeChronology(holding(events), 'en');
        const rows = text.split('\n').filter((line) => line.startsWith('| '));
        expect(rows).toHaveLength(events.length + 2);
        for (const row of rows) expect(row.replace(/\\./g, '').split('|')).toHaveLength(6);
        expect(text.replace(/\\./g, '')).not.toMatch(/[<>`*_]/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
      }),
      { seed: 12, numRuns: 150 },
    );
  });

  test('in HTML has a row for each event and a note for each passage, linked to each other', () => {
    const { document } = parseHTML(writeHtml(collection, 'en'));
    const rows = [...document.querySelectorAll('tbody tr')];
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['3 March 1921', 'Mill | burns1', 'Aldern', 'Other'],
      ['1934', 'Mill is rebuilt planned1', '', 'Other'],
      ['since May 1950', 'Museum opens2 1', '', 'Other'],
    ]);
    expect(document.querySelectorAll('li')).toHaveLength(2);
    for (const link of document.querySelectorAll('a'))
      expect(document.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
  });

  test('in HTML runs nothing, asks for nothing, and lets no words be markup', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const text = writeHtml({ ...holding(events), name: '<script>x</script>' }, 'en');
        const { document } = parseHTML(text);
        expect(document.querySelectorAll('tbody tr')).toHaveLength(events.length);
        expect(document.querySelectorAll('script, img, link, iframe, b')).toHaveLength(0);
        expect(text).not.toMatch(/\bsrc=|href="(?!#)|url\(|@import/);
      }),
      { seed: 13, numRuns: 60 },
    );
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(
      writeHtml(small, 'en'),
    )?.[1];
    expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
  });
});
