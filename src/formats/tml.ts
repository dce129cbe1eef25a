import { isoWeek, weekdayOf } from '../model/days.ts';
import type { Document } from '../model/document.ts';
import { readEdtf } from '../model/edtf.ts';
import { readText } from './text.ts';
import { escapeXml, wellFormed } from './wellFormed.ts';

/** A date expression of a document with its TIMEX3 attributes. */
export interface TimexMark {
  /** UTF-16 units of the document's text, half-open. */
  readonly start: number;
  readonly end: number;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string;
  readonly mod: string | null;
  /** What it is read against: the index of another mark, `document` for the document's own date; null when unknown. */
  readonly anchor: number | 'document' | null;
}

/**
 * A document as TimeML (the form of TempEval: DOCID, DCT, TITLE, TEXT) with a TIMEX3 element around each date expression.
 * Without its tags the TEXT is the document's text, unit for unit, so that offsets hold; control characters that XML has
 * no place for are U+FFFD there. The document's date is `t0`, also where it is not known to the day.
 * @param marks sorted by start, not overlapping; those that reach beyond the text are a mistake of the caller.
 * @throws RangeError if marks overlap or are not in order.
 */
export function writeTml(document: Document, marks: readonly TimexMark[]): string {
  const { id, title, date, text } = document;
  let body = '';
  let at = 0;
  for (const [i, { start, end, type, value, mod, anchor }] of marks.entries()) {
    if (start < at || end < start || end > text.length)
      throw new RangeError(`marks[${i}]: found ${start} to ${end}, expected marks in order within the text`);
    const attributes = [
      ['tid', `t${i + 1}`],
      ['type', type],
      ['value', isoValue(value)],
      ...(mod === null ? [] : [['mod', mod]]),
      ['temporalFunction', String(anchor !== null)],
      ...(anchor === null ? [] : [['anchorTimeID', anchor === 'document' ? 't0' : `t${anchor + 1}`]]),
    ];
    body += escapeXml(text.slice(at, start));
    body += `<TIMEX3 ${attributes.map(([name, said]) => `${name}="${attribute(said ?? '')}"`).join(' ')}>${escapeXml(text.slice(start, end))}</TIMEX3>`;
    at = end;
  }
  body += escapeXml(text.slice(at));
  const made = date?.edtf ?? '';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TimeML>',
    `<DOCID>${escapeXml(id)}</DOCID>`,
    `<DCT><TIMEX3 tid="t0" type="DATE" value="${attribute(timexValue(made))}" temporalFunction="false" functionInDocument="CREATION_TIME">${escapeXml(made)}</TIMEX3></DCT>`,
    ...(title === '' ? [] : [`<TITLE>${escapeXml(title)}</TITLE>`]),
    `<TEXT>${body}</TEXT>`,
    '</TimeML>',
    '',
  ].join('\n');
}

/** White space in an attribute would become spaces. */
const attribute = (said: string): string => escapeXml(said).replace(/\t/g, '&#9;').replace(/\n/g, '&#10;');

/** A value with a week that is written as its days in the form of TimeML, which has no intervals: `2024-W20`. */
function isoValue(value: string): string {
  const span = value.includes('/') ? readEdtf(value) : null;
  if (!span || 'problem' in span || span.end - span.start !== 7 || weekdayOf(span.start) !== 1) return value;
  const { year, week } = isoWeek(span.start);
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

const SEASONS: Readonly<Record<string, string>> = { 21: 'SP', 22: 'SU', 23: 'FA', 24: 'WI' };

/** EDTF as a TIMEX3 value, as far as that can say it: ISO dates, seasons and quarters; else unknown. */
function timexValue(edtf: string): string {
  const plain = edtf.replace(/[~?%]/g, '');
  const season = /^(\d{4})-(2[1-4])$/.exec(plain);
  if (season) return `${season[1]}-${SEASONS[season[2] ?? '']}`;
  const quarter = /^(\d{4})-(3[3-6])$/.exec(plain);
  if (quarter) return `${quarter[1]}-Q${Number(quarter[2]) - 32}`;
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d(?:T.*)?)?)?$/.test(plain) ? plain : 'XXXX-XX-XX';
}

const TEXT = /<TEXT\b[^>]*>([\s\S]*)<\/TEXT\s*>/;
const MADE = /<DCT\b[^>]*>([\s\S]*?)<\/DCT\s*>/;

/** Whether a text is TimeML, by its first element. */
export const isTml = (text: string): boolean =>
  /^\ufeff?\s*(?:<\?xml[^>]*>|<!DOCTYPE[^>]*>|<!--[\s\S]*?-->|\s)*<TimeML\b/.test(text.slice(0, 4096));

/**
 * Reads the document of a TimeML file: its text without tags, as {@link writeTml} found it, and the date of its DCT.
 * @returns null where there is no TEXT.
 */
export function readTml(name: string, xml: string): Document | null {
  const body = TEXT.exec(xml)?.[1];
  if (body === undefined) return null;
  const document = readText(name, plain(body));
  const made = plain(MADE.exec(xml)?.[1] ?? '').trim();
  const title = plain(/<TITLE>([\s\S]*?)<\/TITLE>/.exec(xml)?.[1] ?? '').trim();
  return {
    ...document,
    ...(title === '' ? {} : { title }),
    date: /^\d{4}-\d\d-\d\d$/.test(made)
      ? { edtf: made, origin: 'metadata', reason: `The file says in its DCT: ${made}.` }
      : document.date,
  };
}

/** Text without tags, and what was escaped in it. */
function plain(xml: string): string {
  const bare = xml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inner: string) => escapeXml(inner))
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')
    // A parser hands on every line end as one line feed; those that were escaped are meant.
    .replace(/\r\n?/g, '\n');
  return wellFormed(
    bare.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
      if (name) return NAMED[String(name).toLowerCase()] ?? whole;
      const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    }),
  );
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
