import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timexesOf } from '../../src/extract/timexes.ts';
import { readFile } from '../../src/formats/document.ts';
import { isTml, readTml, type TimexMark, writeTml } from '../../src/formats/tml.ts';
import type { Document } from '../../src/model/document.ts';
import { documentOf } from '../model/events.ts';

const DATED = { edtf: '2024-05-16', origin: 'printed', reason: 'Printed.' } as const;
const dated = (text: string): Document => documentOf('notes.txt', text, { date: DATED });
const wellFormedXml = (xml: string) =>
  execFileSync('xmllint', ['--noout', '-'], { input: xml, stdio: ['pipe', 'pipe', 'pipe'] });
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

const letters = fc
  .array(
    fc.constantFrom(
      'a',
      ' ',
      '<',
      '>',
      '&',
      '"',
      "'",
      ']]>',
      '\n',
      '\r\n',
      '\r',
      '\t',
      'é',
      '史',
      '🜚',
      '&amp;',
      '<b>',
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''));

/** A text and marks in it, in order. */
const marked = letters.chain((text) =>
  fc.uniqueArray(fc.nat(text.length), { maxLength: 6 }).map((places) => {
    // Never between the two units of one letter.
    const cuts = places.filter((at) => !/[\udc00-\udfff]/.test(text[at] ?? '')).sort((a, b) => a - b);
    const marks: TimexMark[] = [];
    for (let i = 0; i + 1 < cuts.length; i += 2)
      marks.push({
        start: cuts[i]!,
        end: cuts[i + 1]!,
        type: 'DATE',
        value: '2020',
        mod: null,
        anchor: null,
      });
    return { text, marks };
  }),
);

describe('TimeML', () => {
  test('has an element for each expression, with what it is read against', () => {
    const text = 'The dam was finished in March 1962. Two years later it broke. It lasted three days.';
    const document = dated(text);
    const xml = writeTml(document, timexesOf(document));
    expect(xml).toContain('<DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-16"');
    expect(xml).toContain(
      '<TIMEX3 tid="t1" type="DATE" value="1962-03" temporalFunction="false">March 1962</TIMEX3>',
    );
    expect(xml).toMatch(/<TIMEX3 tid="t2" [^>]*value="1964[^>]* anchorTimeID="t1">Two years later<\/TIMEX3>/);
    expect(xml).toMatch(/type="DURATION" value="P3D"[^>]*>three days</);
  });

  test('writes a week as ISO 8601 numbers it, and other stretches with both ends', () => {
    const value = (said: string) =>
      /value="([^"]*)" temporal[^>]*>x</.exec(
        writeTml(dated('x'), [{ start: 0, end: 1, type: 'DATE', value: said, mod: null, anchor: null }]),
      )?.[1];
    expect(value('2024-05-13/2024-05-19')).toBe('2024-W20');
    expect(value('2020-12-28/2021-01-03')).toBe('2020-W53');
    expect(value('2024-05-14/2024-05-20')).toBe('2024-05-14/2024-05-20');
    expect(value('2024-05-13/2024-05-20')).toBe('2024-05-13/2024-05-20');
  });

  test('reads against the date of the document and against headings', () => {
    const document = dated('Notes\n\nThe council meets on Monday.\n');
    const [monday] = timexesOf({ ...document, date: { ...DATED, origin: 'given' } });
    expect(monday).toMatchObject({ value: '2024-05-20', anchor: 'document' });
    const log = documentOf(
      'log.md',
      '# Log of the boat\n\n## 3 June 2019\n\nLeft port at noon.\n\n## 4 June 2019\n\nRain.\n',
      {
        format: 'markdown',
      },
    );
    const found = timexesOf(log);
    const noon = found.find(({ type }) => type === 'TIME');
    expect(noon?.anchor).toBe(0);
  });

  test('keeps the text unit for unit, whatever stands in it', () => {
    fc.assert(
      fc.property(marked, ({ text, marks }) => {
        const xml = writeTml(dated(text), marks);
        expect(isTml(xml)).toBe(true);
        const read = readTml('notes.txt', xml);
        expect(read?.text).toBe(text);
        expect(read?.date?.edtf).toBe('2024-05-16');
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  test.runIf(hasXmllint)('is well-formed, and a parser finds the same text', () => {
    const text = 'A <b> & "c"\r\nd\re\u0000f\ud800 \u{1f71a} ]]> 3 May 1999.';
    const xml = writeTml({ ...dated(text), id: 'a"<&>.txt', title: 'x & y' }, [
      { start: 3, end: 6, type: 'DATE', value: 'A"<\t', mod: 'APPROX', anchor: 'document' },
    ]);
    expect(() => wellFormedXml(xml)).not.toThrow();
    const found = execFileSync('xmllint', ['--xpath', 'string(//TEXT)', '-'], { input: xml }).toString();
    // The program ends what it prints with a line break of its own.
    expect(found.replace(/\n$/, '')).toBe(text.replaceAll('\u0000', '\ufffd').replaceAll('\ud800', '\ufffd'));
  });

  test('takes overlapping marks for a mistake', () => {
    const mark = { type: 'DATE', value: '2020', mod: null, anchor: null } as const;
    expect(() =>
      writeTml(dated('abcdef'), [
        { ...mark, start: 0, end: 3 },
        { ...mark, start: 2, end: 4 },
      ]),
    ).toThrow(RangeError);
  });

  test('is opened as the document that it marks', () => {
    const document = dated('The dam was finished in March 1962 & opened.\n');
    const bytes = new TextEncoder().encode(writeTml(document, timexesOf(document)));
    const opened = readFile({ name: 'dam.tml', bytes });
    expect(opened.problems).toEqual([]);
    expect(opened.document).toMatchObject({
      text: document.text,
      date: { edtf: '2024-05-16', origin: 'metadata' },
    });
  });

  test('is told from other XML', () => {
    expect(isTml('<?xml version="1.0"?>\n<svg/>')).toBe(false);
    expect(readTml('x.tml', '<TimeML></TimeML>')).toBeNull();
  });
});
