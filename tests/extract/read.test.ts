import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument, readTimexes } from '../../src/extract/read.ts';
import { readEdtf } from '../../src/model/edtf.ts';
import { read } from './dates/notation.ts';

describe('how a passage speaks', () => {
  it('a report from its own day, a history from the day it has reached', () => {
    const report =
      'The minister said on Tuesday that the ferry would stay. The company announced last week that it had lost money this year.';
    const history =
      'In March 1911 the ferry sank. The following month a commission met. In June it reported, and two years later a bridge was begun.';
    expect(read(report).regimes).toEqual(['report']);
    expect(read(history).regimes).toEqual(['narrative']);
  });

  it('finds both in one document', () => {
    const report =
      'The minister said on Tuesday that the ferry stays. It lost money last year, she said on Monday, and again this year.';
    const history =
      'In 1848 a ferry was built. In March 1911 it sank. The following year, in May 1912, a bridge was begun by order of 1910. In 1913 it was done.';
    const text = Array.from({ length: 4 }, () => report)
      .concat(Array.from({ length: 4 }, () => history))
      .join('\n\n');
    const { regimes } = read(text);
    expect(regimes[0]).toBe('report');
    expect(regimes.at(-1)).toBe('narrative');
  });

  it('what opens with its own dateline reports', () => {
    const text =
      'Harbour results\n\nOSLO, 26 October 2023 – The harbour earned more than a year earlier. It was founded in 1998, sold in 2007 and will pay a dividend on 15 December.';
    const reading = readDocument({ id: 'a', name: 'a', title: '', text, format: 'text', date: null });
    expect(reading.regimes.at(-1)).toBe('report');
    expect(reading.mentions.at(-1)!.edtf).toBe('2023-12-15');
  });

  it('a request looks ahead', () => {
    expect(readTimexes('lunch on friday', '2024-05-16').map((each) => each.value)).toEqual(['2024-05-17']);
    expect(readTimexes('call her on 3 march', '2024-05-16').map((each) => each.value)).toEqual([
      '2025-03-03',
    ]);
  });
});

const WORDS = (
  'the a of in on by since last next this that early late mid end first second May March may march Sunday fall spring 1914 ' +
  '1990s 3 31 12:30 5pm a.m. BC AD October Oct. week weeks years two twenty hundred ago later before after year – - / , . ; ( ) ' +
  "' said will Q3 half and to between from Christmas eve now about at least every daily 14-16 1,000 2024-05-16 12/31/1999 \n \n\n"
).split(' ');
const text = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    { maxLength: 60 },
  )
  .map((words) => words.join(' '));

describe('whatever the text', () => {
  it('expressions are spans of it, in order, apart, with EDTF that reads', () => {
    fc.assert(
      fc.property(
        text,
        fc.option(fc.constantFrom('2024-05-16', '1998-03', '2024-05-14/2024-05-16', '-0043')),
        (words, date) => {
          const { mentions, blocks } = read(words, date ?? undefined);
          let last = 0;
          for (const each of mentions) {
            expect(each.start).toBeGreaterThanOrEqual(last);
            expect(each.end).toBeGreaterThan(each.start);
            expect(words.slice(each.start, each.end)).toBe(each.text);
            expect(blocks[each.block]!.start).toBeLessThanOrEqual(each.start);
            for (const edtf of [
              each.edtf,
              each.range?.edtf ?? null,
              ...each.alternatives.map((other) => other.edtf),
            ]) {
              if (edtf !== null)
                expect(readEdtf(edtf), `${each.text} in ${JSON.stringify(words)}`).not.toHaveProperty(
                  'problem',
                );
            }
            expect(each.edtf === null).toBe(each.precision === null);
            expect(each.confidence).toBeGreaterThan(0);
            expect(each.confidence).toBeLessThanOrEqual(1);
            last = each.end;
          }
        },
      ),
      { seed: 20240516, numRuns: 600 },
    );
  });

  it('the same text gives the same answer', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(read(words)).toEqual(read(words));
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('time grows with the length and no faster', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['digits without end', '1'],
    ['a line of words', 'the ferry sank and was raised again '],
    ['months in a row', 'May June '],
    ['years in a row', '1914 1915 '],
    ['"about" in a row', 'about '],
    ['"early" in a row', 'early '],
    ['"the" in a row', 'the '],
    ['"the end of" in a row', 'the end of '],
    ['dashes', '-'],
    ['clock times', '12:30 '],
    ['slashes', '1/2/3/'],
    ['numbers spelled out', 'two hundred twenty '],
    ['steps', 'two days later '],
    ['dates of a story', 'On 3 March it sank. In 1911 it rose. '],
    ['brackets', '(('],
    ['lines', '3 March\n'],
    ['headings', '3 March\n\nIt sank on Tuesday.\n\n'],
  ];
  it.each(cases)('%s', { timeout: 60_000 }, (_, unit) => {
    const time = (length: number) => {
      const words = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      const began = process.cpuUsage();
      readTimexes(words, '2024-05-16');
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000;
    };
    time(4000);
    const short = Math.max(8, time(10_000), time(10_000));
    // Eight times as long: a quadratic reader would take 64 times as long. Once more where it looks so: what else the
    // machine does only adds.
    const long = time(80_000);
    expect(long < short * 32 ? long : Math.min(long, time(80_000))).toBeLessThan(short * 32);
  });
});
