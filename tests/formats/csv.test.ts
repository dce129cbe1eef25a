import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../src/formats/csv.ts';
import { eventOf } from '../model/events.ts';
import { arbitraryEvents } from './arbitrary.ts';

const a = eventOf('a', '2001');
/** The cells of the first event by column. */
const cells = (text: string): Record<string, string> => {
  const [header = [], row = []] = csvParseRows(text);
  return Object.fromEntries(header.map((column, i) => [column, row[i] ?? '']));
};

describe('CSV', () => {
  test('has a row of columns and one for each event', () => {
    expect(csvParseRows(writeCsv([a, eventOf('b', '2002')]))).toHaveLength(3);
    expect(cells(writeCsv([a]))).toMatchObject({ edtf: '2001', first: '2001-01-01', last: '2001-12-31' });
  });

  test('reads back what it wrote', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        expect(readCsv(writeCsv(events), 'x.csv')).toEqual({ events, problems: [] });
      }),
      { seed: 4, numRuns: 250 },
    );
  });

  test('lets no cell begin as a formula', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        for (const row of csvParseRows(writeCsv(events))) {
          for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
    expect(cells(writeCsv([eventOf('x', '-0043', { title: '=1+1' })]))).toMatchObject({
      title: "'=1+1",
      edtf: "'-0043",
    });
  });

  test('reads the least a row needs', () => {
    const { events, problems } = readCsv('Category,Title,EDTF,id\nother,Event a,2001,a\n', 'x.csv');
    expect(problems).toEqual([]);
    expect(events).toEqual([{ ...a, confidence: 1 }]);
  });

  test('keeps out broken rows, names them, and reads the others', () => {
    const text =
      'id,title,category,edtf,confidence,figures\n' +
      'a,A,other,2001,,\nb,B,other,2001-13,,\nc,C,other,2001,high,\nd,D,other,2001,,{\na,A,other,2001,,\n';
    const { events, problems } = readCsv(text, 'list.csv');
    expect(events.map((event) => event.id)).toEqual(['a']);
    expect(problems.map((problem) => problem.message)).toEqual([
      'list.csv:3: time.edtf: found the month 13 in "2001-13", expected 01 to 12 or a season code 21 to 41',
      'list.csv:4: confidence: found "high", expected a number',
      expect.stringMatching(/^list\.csv:5: figures: found text that is not JSON/),
      'list.csv:6: found the id "a" again, expected it only in line 2',
    ]);
  });

  test('says which columns are missing', () => {
    expect(readCsv('when,what\n2001,x\n', 'x.csv').problems[0]?.message).toBe(
      'x.csv:1: found no column id, title, category, edtf, expected id, title, category, edtf',
    );
    expect(readCsv('', 'x.csv').problems).toHaveLength(1);
  });
});
