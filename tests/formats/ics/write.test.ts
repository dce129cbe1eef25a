import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { OWN_PROPERTY, writeIcs } from '../../../src/formats/ics/write.ts';
import { inCalendar } from '../../../src/formats/lacks.ts';
import type { TimelineEvent } from '../../../src/model/event.ts';
import { when } from '../../../src/model/when.ts';
import { eventOf, OTHER, smallCollection } from '../../model/events.ts';
import { arbitraryEvents } from '../arbitrary.ts';

const holding = (events: readonly TimelineEvent[]) => ({ ...smallCollection(), events });
const entriesOf = (text: string): ICAL.Component[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
const said = (entry: ICAL.Component | undefined, name: string): string =>
  String(entry?.getFirstPropertyValue(name));
const first = (events: readonly TimelineEvent[], locale = 'en') =>
  entriesOf(writeIcs(holding(events), locale))[0];

describe('a calendar', () => {
  test('holds whole days, the end being the day after the last', () => {
    const day = first([eventOf('a', '1921-03-03')]);
    expect([said(day, 'dtstart'), said(day, 'dtend')]).toEqual(['1921-03-03', '1921-03-04']);
    const span = first([eventOf('a', '1921-03-03/1921-04-30')]);
    expect([said(span, 'dtstart'), said(span, 'dtend')]).toEqual(['1921-03-03', '1921-05-01']);
    expect(day?.getFirstProperty('dtstart')?.type).toBe('date');
  });

  test.each([
    ['1921-03-03', undefined, 'Fire'],
    ['1921-03-03/1921-04-30', undefined, 'Fire'],
    ['1934', undefined, 'Fire (1934, day not known)'],
    ['1934-06~', undefined, 'Fire (about June 1934, day not known)'],
    ['1921-03-03?', undefined, 'Fire (3 March 1921 (uncertain))'],
    ['1950-05/..', undefined, 'Fire (since May 1950)'],
    ['2024-05-06/2024-05-12', 'week', 'Fire (week of 6 May 2024, day not known)'],
    ['2024-05-06T14:30', undefined, 'Fire (6 May 2024, 14:30)'],
  ] as const)('says of %s what a calendar cannot show', (edtf, precision, summary) => {
    const event = { ...eventOf('a', edtf, { title: 'Fire' }), time: when(edtf, 'explicit', precision) };
    expect(said(first([event]), 'summary')).toBe(summary);
  });

  test('speaks German', () => {
    expect(said(first([eventOf('a', '1934', { title: 'Brand' })], 'de'), 'summary')).toBe(
      'Brand (1934, Tag unbekannt)',
    );
  });

  test('leaves out years that calendars do not know, and no others', () => {
    const events = ['-0043', '0000-12-31', '0001-01-01', '9999-12-30', '9999-12-31', 'Y10000'].map((edtf) =>
      eventOf(edtf, edtf),
    );
    expect(events.filter(inCalendar).map(({ id }) => id)).toEqual(['0001-01-01', '9999-12-30']);
    expect(entriesOf(writeIcs(holding(events), 'en'))).toHaveLength(2);
  });

  test('has lines of 75 octets at most, each ended by CR LF, and cuts no letter', () => {
    const title = `Prüfung der Brücke ${'史料'.repeat(40)} 🜚`;
    const text = writeIcs(holding([eventOf('a', '1921', { title, place: 'A; B, C\\D\nE' })]), 'en');
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
    const [entry] = entriesOf(text);
    expect(said(entry, 'summary')).toBe(`${title} (1921, day not known)`);
    expect(said(entry, 'location')).toBe('A; B, C\\D\nE');
  });

  test('names the kind, the words of the source and how the date was reached', () => {
    const [entry] = entriesOf(writeIcs({ ...smallCollection(), categories: [OTHER] }, 'en'));
    expect(said(entry, 'categories')).toBe('Other');
    expect(said(entry, 'description')).toBe(
      '3 March 1921\n“On 3 March 1921 the mill at Aldern burned down.” — mill.txt (date: printed with its year)',
    );
  });

  test('gives the same bytes and identifiers whatever else is in it', () => {
    const [a, b] = [eventOf('a', '1921'), eventOf('b/é', '1922')];
    expect(writeIcs(holding([a, b]), 'en')).toBe(writeIcs(holding([a, b]), 'en'));
    const uids = (events: readonly TimelineEvent[]) =>
      entriesOf(writeIcs(holding(events), 'en')).map((entry) => said(entry, 'uid'));
    expect(uids([a, b])).toEqual(['a@dateline', 'b%2F%C3%A9@dateline']);
    expect(uids([b])).toEqual(['b%2F%C3%A9@dateline']);
  });

  test('carries every event whole, however wild its words', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const entries = entriesOf(writeIcs(holding(events), 'en'));
        const held = entries.map((entry) => JSON.parse(said(entry, OWN_PROPERTY.toLowerCase())));
        expect(new Set(held.map((event) => JSON.stringify(event)))).toEqual(
          new Set(events.filter(inCalendar).map((event) => JSON.stringify(event))),
        );
      }),
      { seed: 6, numRuns: 150 },
    );
  });
});
